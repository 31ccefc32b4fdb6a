#include <buygraph/io/compare.hpp>

#include <filesystem>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/forecast/moves.hpp>
#include <buygraph/io/file.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

const ForecastOptions small{.samples = 64, .seed = 3, .variance_by_group = false};

double win(const Json& document) { return forecast(deals::model(document), small).win(); }

double total(const Comparison& found) {
    double sum = 0;
    for (const ExplainedEdit& edit : found.edits) sum += edit.value();
    return sum;
}

/// The share of the group that holds a path.
const ExplainedEdit& of(const ComparedDeals& found, const std::string& path) {
    for (const ExplainedEdit& edit : found.comparison.edits)
        for (const EditedPlace& place : edit.places)
            if (place.path == path) return edit;
    throw Error("no edit of " + path);
}

ComparedDeals compared(const Json& old, const Json& now, const ForecastOptions& options = small) { return compare(deals::read(old), deals::read(now), options); }

/// Every subset of the groups is a valid deal, from the nothing of the old to all of the new.
void check_every_subset(const Deal& old, const Deal& now) {
    const Json document = write_deal(old);
    Differences found = differences(document, write_deal(now));
    const EditableDeal deal(document, found);
    const AttributionPlan plan = comparable(deal, found, {.coalitions = 400}, small);
    CHECK(found.groups.size() > 3);
    for (const Coalition& coalition : plan.coalitions)
        for (const Fault& fault : validate(deal.with(coalition))) FAIL_CHECK(describe(fault));
}

}  // namespace

TEST_CASE("one edit explains the whole change, which is that of reading the edited deal again") {
    const Json old = deals::document();
    Json now = old;
    now["evidence"][0]["stance"] = "enemy";
    const ComparedDeals found = compared(old, now);
    const ForecastChange expected = forecast_change(deals::model(old), deals::model(now), small);
    const Comparison& comparison = found.comparison;
    REQUIRE(comparison.edits.size() == 1);
    CHECK(comparison.exact);
    CHECK(comparison.forecasts == 2);
    CHECK(comparison.edits[0].value() == Approx(expected.difference[1]).margin(1e-12));
    CHECK(comparison.edits[0].standard_error() == Approx(expected.standard_error[1]).epsilon(1e-6));
    CHECK(comparison.change().standard_error() == Approx(expected.standard_error[1]).epsilon(1e-6));
    CHECK(comparison.before.value() == Approx(win(old)).margin(1e-12));
    CHECK(comparison.after.value() == Approx(win(now)).margin(1e-12));
}

TEST_CASE("two edits by hand, from four forecasts") {
    const Json old = deals::document();
    Json first = old, second = old, both = old;
    first["evidence"][0]["stance"] = both["evidence"][0]["stance"] = "enemy";
    second["ties"][0]["strength"] = both["ties"][0]["strength"] = 0.9;
    const ComparedDeals found = compared(old, both);
    CHECK(of(found, "evidence/0/stance").value() == Approx((win(first) - win(old) + win(both) - win(second)) / 2).margin(1e-12));
    CHECK(of(found, "ties/0/strength").value() == Approx((win(second) - win(old) + win(both) - win(first)) / 2).margin(1e-12));
    CHECK(total(found.comparison) == Approx(win(both) - win(old)).margin(1e-12));
    CHECK(std::abs(found.comparison.edits[0].value()) >= std::abs(found.comparison.edits[1].value()));
}

TEST_CASE("twelve edits are exact, thirteen are sampled with an error, and both add up") {
    const Json old = deals::document();
    Json now = old;
    const char* concerns[]{"reliability", "cost", "fairness", "risk", "function", "stability", "efficiency", "convenience", "standards", "pass_rate", "internal_harmony", "brand_uplift", "industry_lead"};
    for (std::size_t k = 0; k < 13; ++k) {
        now["offers"][0]["ratings"][concerns[k]] = 9 - k % 4;
        if (k < 11) continue;
        const Comparison found = compared(old, now, {.samples = 16, .seed = 1}).comparison;
        CHECK(found.exact == (k == 11));
        CHECK(found.edits.size() == k + 1);
        CHECK(total(found) == Approx(found.change().value()).margin(1e-12));
        if (k == 11) CHECK(found.forecasts == 4096);
        const bool sure = std::all_of(found.edits.begin(), found.edits.end(), [](const ExplainedEdit& edit) { return edit.sampling_error == 0; });
        CHECK(sure == found.exact);
    }
}

TEST_CASE("the same bits for any number of threads") {
    const Json old = deals::document();
    Json now = old;
    now["evidence"][0]["stance"] = "enemy";
    now["ties"][0]["strength"] = 0.9;
    now["people"][0]["susceptibility"] = 0.1;
    ForecastOptions many = small;
    many.threads = 3;
    const Comparison one = compared(old, now).comparison, other = compared(old, now, many).comparison;
    for (std::size_t i = 0; i < one.edits.size(); ++i) CHECK(one.edits[i].share.by_scramble == other.edits[i].share.by_scramble);
}

TEST_CASE("edits that are no valid deal without each other are merged, and no more") {
    Json old = deals::document();
    old["decision"] = {{"decider", "chen"}};
    Json now = old;
    now["people"][0]["departed"] = true;  // the decider must not have left
    now["decision"] = {{"decider", "wang"}};
    now["evidence"][0]["stance"] = "neutral";
    const ComparedDeals found = compared(old, now);
    CHECK(found.comparison.edits.size() == 2);
    CHECK(&of(found, "people/chen/departed") == &of(found, "decision/decider"));
    CHECK(&of(found, "evidence/0/stance") != &of(found, "decision/decider"));
}

// Either may lose the role and the other still decides; both may only when somebody is named.
TEST_CASE("two edits that are only together invalid are merged with what makes them valid") {
    Json old = deals::document();
    old["people"][1]["roles"] = {"decision_maker"};
    Json now = old;
    now["people"][0]["roles"] = {"user"};
    now["people"][1]["roles"] = {"user"};
    now["people"][2]["roles"] = {"decision_maker"};
    now["people"][2]["votes"] = 4;
    const ComparedDeals found = compared(old, now);
    CHECK(found.comparison.edits.size() == 2);
    CHECK(&of(found, "people/chen/roles") == &of(found, "people/wang/roles"));
    CHECK(of(found, "people/wang/votes").value() == Approx(0).margin(1e-12));  // nobody counts votes under autocracy
}

TEST_CASE("ours may have another id") {
    const Json old = deals::document();
    Json now = Json::parse([&] {
        std::string text = old.dump();
        for (std::size_t at = 0; (at = text.find("\"us\"", at)) != std::string::npos;) text.replace(at, 4, "\"we\"");
        return text;
    }());
    const Comparison same = compared(old, now).comparison;
    CHECK(same.change().value() == Approx(0).margin(0.02));
    now["evidence"][1]["stance"] = 0.9;
    const Comparison found = compared(old, now).comparison;
    CHECK(total(found) == Approx(found.change().value()).margin(1e-12));
    CHECK(found.change().value() < -0.02);  // the decider is for the rival
}

TEST_CASE("what no forecast reads is listed last with a share of 0, though it names people who come") {
    const Json old = deals::document();
    Json now = old;
    now["people"].push_back({{"id", "zhao"}, {"roles", {"finance"}}});
    now["team"] = {{{"id", "we"}, {"knows", {"zhao"}}}};
    now["moves"] = {{{"kind", "remove_person"}, {"person", "zhao"}}};
    now["value"] = 3;
    const Comparison found = compared(old, now).comparison;
    REQUIRE(found.edits.size() == 4);
    CHECK(found.edits[0].read);
    for (std::size_t i = 1; i < 4; ++i) {
        CHECK_FALSE(found.edits[i].read);
        CHECK(found.edits[i].value() == 0);
        CHECK(found.edits[i].standard_error() == 0);
    }
}

TEST_CASE("every subset of the groups that is forecast is a valid deal: pairs of bundled deals, there and back") {
    std::vector<Deal> all;
    for (const auto& entry : std::filesystem::directory_iterator(BUYGRAPH_EXAMPLES "/deals"))
        if (entry.path().extension() == ".json") all.push_back(load(entry.path()));
    for (std::size_t i = 0; i + 1 < all.size(); i += 4) check_every_subset(all[i], all[i + 1]), check_every_subset(all[i + 1], all[i]);
}

TEST_CASE("two versions that are alike, and one that is not valid") {
    const Deal deal = deals::read(deals::document());
    const Comparison found = compare(deal, deal, small).comparison;
    CHECK(found.edits.empty());
    CHECK(found.change().value() == 0);
    CHECK(found.before.value() == Approx(win(deals::document())).margin(1e-12));
    CHECK_THROWS_AS(compare(deal, Deal{}, small), DealError);
    CHECK_THROWS_AS(compare(Deal{}, deal, small), DealError);
    CHECK_THROWS_AS(compare(deal, deal, {.samples = 0}), InputError);
}

TEST_CASE("it stops when asked") {
    Json now = deals::document();
    now["evidence"][0]["stance"] = "enemy";
    ForecastOptions options = small;
    std::size_t asked = 0;
    options.interrupt = [&] { return ++asked > 3; };
    CHECK_THROWS_AS(compared(deals::document(), now, options), Interrupted);
}
