#include <buygraph/text/rival_plan.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("a competitor's step with our answer, with one that is not enough, and without any") {
    Json json = deals::document();
    json["team"] = {{{"id", "anna"}, {"name", "Anna"}}};
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const text::Names en(deal, Language::english), zh(deal, Language::chinese);
    Candidate meeting;
    meeting.kind = "meeting";
    meeting.people = {0};
    meeting.concerns = {model.concern("risk")};
    meeting.hours = 2;
    Estimate gain, loss;
    gain.by_scramble.fill(0.1);
    loss.by_scramble.fill(-0.08);
    RivalStep step{meeting, gain, loss, std::nullopt};
    const std::size_t rival = model.offer("rival");
    CHECK(text::sentence(en, model, rival, step) == "rival may try a meeting with 陈伟 about Risk: +10.0 points for them, −8.0 ± 0.0 points for us. Nothing of ours answers it (0 actions).");
    meeting.member = 0;
    step.counter = Counter{meeting, gain, true};
    CHECK(text::sentence(en, model, rival, step).find("Cheapest answer: Anna, meeting with 陈伟 about Risk, +10.0 ± 0.0 points, 2 h.") != std::string::npos);
    step.counter->restores = false;
    CHECK(text::sentence(en, model, rival, step).find("No single action brings that back") != std::string::npos);
    CHECK(text::sentence(zh, model, rival, step).find("单个行动补不回来") != std::string::npos);
}
