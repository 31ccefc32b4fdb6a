#include <buygraph/text/lists.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("people and concerns by their names, changes and hours with their units, in both languages") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const text::Names en(deal, Language::english), zh(deal, Language::chinese);
    CHECK(text::names_of(en, model, {0, 1}) == "陈伟, liu");
    CHECK(text::names_of(zh, model, {0, 1}) == "陈伟、liu");
    CHECK(text::concerns_of(en, model, {model.concern("cost"), model.concern("risk")}) == "Cost, Risk");
    CHECK(text::concerns_of(zh, model, {model.concern("cost")}) == "成本");
    CHECK(text::names_of(en, model, {}).empty());
    CHECK(text::change_words(0.0374, 0.0012, Language::english) == "+3.7 ± 0.1 points");
    CHECK(text::change_words(-0.0374, 0.0012, Language::chinese) == "−3.7 ± 0.1 个百分点");
    CHECK(text::change_words(0.024, 0.0002, Language::english) == "+2.4 ± 0.02 points");
    CHECK(text::change_words(0.024, 0.00003, Language::english) == "+2.4 ± 0.003 points");
    CHECK(text::change_words(0.024, 0, Language::english) == "+2.4 ± 0.0 points");
    CHECK(text::hours_words(2, Language::english) == "2 h");
    CHECK(text::hours_words(1.5, Language::chinese) == "1.5 小时");
}
