#include <buygraph/page/next_steps.hpp>
#include <buygraph/text/lists.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("steps stand by gain per hour, three in front, all of them with the joint gain behind") {
    const found::Account& account = found::bundled("08");
    const EngagementPlan& plan = *account.findings.plan;
    REQUIRE(plan.steps.size() > 3);
    const picture::Element part = page::next_steps(account.names(), account.model, account.findings.plan);
    const auto tables = found::classed(part, "plan");
    REQUIRE(tables.size() == 2);
    CHECK(found::tagged(*tables[0], "tr").size() == 1 + 3);
    CHECK(found::tagged(*tables[1], "tr").size() == plan.steps.size() - 3);
    double before = 1e9;
    for (const picture::Element* cell : found::classed(part, "strong")) {
        CHECK(found::number_in(cell->text) <= before);
        before = found::number_in(cell->text);
    }
    const Estimate gain = plan.after[account.model.ours] - plan.before[account.model.ours];
    CHECK(found::tagged(part, "summary").at(0)->text == "All " + std::to_string(plan.steps.size()) + " together " + text::change_words(gain.value(), gain.standard_error(), Language::english));
    CHECK(found::tagged(part, "li").size() == plan.steps.size());
}

TEST_CASE("a gain that is not told apart from 0 is grey") {
    found::Account account(found::small().deal);
    EngagementPlan plan;
    plan.candidates.resize(1);
    plan.candidates[0].kind = "meeting";
    plan.candidates[0].people = {0};
    plan.candidates[0].hours = 2;
    PlanStep step{0, {}, {}, .001, {}};
    for (std::size_t scramble = 0; scramble < step.gain.by_scramble.size(); ++scramble) step.gain.by_scramble[scramble] = scramble % 2 ? .02 : -.018;  // .001 ± .005
    plan.steps = {step};
    plan.before.resize(account.model.offer_count());
    plan.after.resize(account.model.offer_count());
    account.findings.plan = plan;
    CHECK(found::classed(page::next_steps(account.names(), account.model, account.findings.plan), "faint").size() == 1);
}

TEST_CASE("without a team one sentence names the missing field") {
    const found::Account& account = found::small();
    const picture::Element part = page::next_steps(account.names(), account.model, account.findings.plan);
    CHECK(found::said(part).find("/team") != std::string::npos);
    CHECK(found::tagged(part, "table").empty());
}
