#include <buygraph/text/explanation.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("an explanation in sentences: its margin first, then people, concerns, chains and ties, each with a number") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const Explanation why = explain(model, deciding_eyes(model), 2, 1);
    const auto en = text::sentences(text::Names(deal, Language::english), model, why), zh = text::sentences(text::Names(deal, Language::chinese), model, why);
    REQUIRE(en.size() == zh.size());
    // chen alone decides
    CHECK(en[0] == std::string("In the eyes of 陈伟 we ") + (why.margin < 0 ? "trail" : "lead") + " rival by " + text::decimal(std::abs(why.margin), 2) + ".");
    CHECK(zh[0] == std::string("陈伟眼里，我方") + (why.margin < 0 ? "落后" : "领先") + " rival " + text::decimal(std::abs(why.margin), 2) + "。");
    Explanation level = why;
    level.margin = 0.001;
    level.eyes = {0.5, 0.5, 0};
    CHECK(text::sentences(text::Names(deal, Language::english), model, level)[0] == "In the eyes of those who decide we are level with rival (0.00).");
    CHECK(text::sentences(text::Names(deal, Language::chinese), model, level)[0] == "拍板人眼里，我方与 rival 持平（0.00）。");
    for (const auto& sentences : {en, zh})
        for (const std::string& sentence : sentences) CHECK(sentence.find_first_of("0123456789") != std::string::npos);
    const auto chains = strongest_chains(model, why, 1);
    CHECK(en[3].starts_with("Strongest chains: " + text::chain_words(text::Names(deal, Language::english), model, chains[0])));
    CHECK(text::chain_words(text::Names(deal, Language::chinese), model, chains[0]).ends_with(" → 决定"));
}
