#include <buygraph/text/engagement.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

Estimate constant(double value) {
    Estimate result;
    result.by_scramble.fill(value);
    return result;
}

struct Example {
    Deal deal;
    DecisionModel model;
    EngagementPlan plan;
};

Example example() {
    Json json = deals::document();
    json["team"] = {{{"id", "anna"}, {"name", "Anna"}}};
    Example result{deals::read(json), {}, {}};
    result.model = deals::model(result.deal);
    Candidate meeting;
    meeting.kind = "meeting";
    meeting.member = 0;
    meeting.people = {0};
    meeting.concerns = {result.model.concern("risk")};
    meeting.hours = 2;
    meeting.cost = 12000;
    result.plan.candidates = {meeting};
    result.plan.steps = {{0, constant(0.037), constant(0.04), 0.0185, {{1, 0}}}};
    result.plan.before = {constant(0.4), constant(0.5), constant(0.1)};
    result.plan.after = {constant(0.38), constant(0.537), constant(0.083)};
    result.plan.quantile_before = 0.2;
    result.plan.quantile_after = 0.25;
    result.plan.cost = 12000;
    return result;
}

}  // namespace

TEST_CASE("a step says who does what, its gain, its hours, its cost and who introduces") {
    const Example at = example();
    const text::Names en(at.deal, Language::english), zh(at.deal, Language::chinese);
    CHECK(text::sentence(en, at.model, at.plan, at.plan.steps[0]) == "Anna: meeting with 陈伟 about Risk: +3.7 ± 0.0 points, 2 h, +1.85 an hour, ¥12k; liu can introduce us to 陈伟.");
    const std::string chinese = text::sentence(zh, at.model, at.plan, at.plan.steps[0]);
    CHECK(chinese.rfind("Anna：与陈伟会谈，谈风险：胜率 +3.7 ± 0.0 个百分点，用 2 小时", 0) == 0);
    CHECK(chinese.find("经 liu 引见陈伟") != std::string::npos);
}

TEST_CASE("the whole plan says what becomes of our chance, of no decision and of the careful view") {
    Example at = example();
    const text::Names en(at.deal, Language::english);
    const std::vector<std::string> said = text::sentences(en, at.model, at.plan);
    REQUIRE(said.size() == 3);
    CHECK(said[0].find("our chance goes from 50.0% to 53.7% (+3.7 ± 0.0 points)") != std::string::npos);
    CHECK(said[1] == "The chance that nothing is decided goes from 40.0% to 38.0%.");
    CHECK(said[2] == "Seen with care (in 20% of all cases it is no better), our chance goes from 20.0% to 25.0%.");
    at.plan.steps.clear();
    CHECK(text::sentences(en, at.model, at.plan).at(0).find("0 steps") != std::string::npos);
}

TEST_CASE("a kind of one's own keeps its name") {
    CHECK(text::action_words("golf", Language::chinese) == "golf");
    for (const ActionKindEntry& entry : action_kinds) CHECK(text::action_words(entry.kind, Language::chinese) != entry.kind);
}
