#include <buygraph/text/messages.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

Estimate constant(double value) {
    Estimate result;
    result.by_scramble.fill(value);
    return result;
}

}  // namespace

TEST_CASE("an advice is the catalog's text with the names filled in once") {
    Json json = deals::document();
    json["people"][0]["name"] = "{rival}";
    json["catalog"] = {{"concerns", {{"cost", {{"advice", {{"lead", {{"en", "Show {person} the {concern} of {rival}, {person}."}}}}}}}}}};
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const text::Names names(deal, Language::english), zh(deal, Language::chinese);
    const Advice advice{0, AdviceKind::lead, model.concern("cost"), 0.12, 0.2, 0.1, 0.034};
    CHECK(text::advice_words(names, model, model.offer("rival"), advice) == "Show {rival} the Cost of rival, {rival}.");
    CHECK(text::advice_words(names, model, 0, advice) == "Show {rival} the Cost of staying as they are, {rival}.");
    CHECK(text::advice_words(zh, model, 0, advice).find("Show") == std::string::npos);  // only the English text was replaced
}

TEST_CASE("the reason holds margin and its sd in points of ten, the weight and the gain") {
    const Deal deal = deals::read(deals::document());
    const text::Names en(deal, Language::english), zh(deal, Language::chinese);
    // 5 points a unit: 0.2 is one point, 0.1 half a point.
    const Advice ahead{0, AdviceKind::lead, 0, 0.12, 0.2, 0.1, 0.034}, behind{0, AdviceKind::mend, 0, 0.12, -0.2, 0.1, 0.034};
    CHECK(text::advice_reason(en, ahead) == "ahead by 1.0 ± 0.5 of 10 points, weight 12%; seen at its best it is worth +3.4 points of our chance");
    CHECK(text::advice_reason(en, behind).rfind("behind by 1.0 ± 0.5", 0) == 0);
    CHECK(text::advice_reason(zh, behind).rfind("落后 1.0 ± 0.5 分（满分 10），所占比重 12%", 0) == 0);
}

TEST_CASE("the verdict between one frame and each his own keeps to what can be told apart") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const text::Names names(deal, Language::english);
    Messages messages;
    messages.frame = {{model.concern("risk"), 0.071, 0.085, 1.38}};
    messages.nothing = {{}, constant(0.5), constant(0.2)};
    messages.shared = {{{0, 0}}, constant(0.52), constant(0.19)};
    messages.tailored = {{{0, 0}, {1, 0}}, constant(0.53), constant(0.18)};
    std::vector<std::string> said = text::sentences(names, model, messages);
    REQUIRE(said.size() == 2);
    CHECK(said[0] == "To all: Risk. Seen at its best by everybody it is worth +7.1 points; its part in the deciders' minds is 0.09, through the equal of 1.4 people.");
    CHECK(said[1] == "One frame for all: 1 message, our chance 52.0% (+2.0 ± 0.0 points), conflict 0.190; each his own: 2 messages, our chance 53.0% (+3.0 ± 0.0 points), conflict 0.180. Each his own does better.");
    messages.tailored.win = constant(0.51);
    CHECK(text::sentences(names, model, messages)[1].find("One frame for all does better.") != std::string::npos);
    messages.tailored.win = constant(0.5204);  // printed like 0.52
    CHECK(text::sentences(names, model, messages)[1].find("cannot be told apart") != std::string::npos);
    for (std::size_t s = 0; s < messages.tailored.win.by_scramble.size(); ++s) messages.tailored.win.by_scramble[s] = 0.52 + (s % 2 ? 0.1 : -0.099);
    CHECK(text::sentences(names, model, messages)[1].find("cannot be told apart") != std::string::npos);
    messages.frame.clear();
    CHECK(text::sentences(names, model, messages)[0].find("0 concerns") != std::string::npos);
}
