#include <buygraph/text/questions.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("every kind of question in words, with what the answer tells and what it is worth") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const text::Names en(deal, Language::english), zh(deal, Language::chinese);
    const auto ask = [&](QuestionKind kind, std::optional<std::size_t> offer) { return Question{kind, 0, offer, model.concern("risk"), 1, 2, 0.7}; };
    CHECK(text::question_words(en, model, ask(QuestionKind::stance, model.ours)) == "Where does 陈伟 stand on us?");
    CHECK(text::question_words(en, model, ask(QuestionKind::stance, 0)) == "Where does 陈伟 stand on staying?");
    CHECK(text::question_words(zh, model, ask(QuestionKind::rating, model.ours)) == "陈伟怎么看我方的风险？");
    CHECK(text::question_words(en, model, ask(QuestionKind::listens, {})) == "Does 陈伟 listen to liu?");
    CHECK(text::question_words(en, model, ask(QuestionKind::decider, {})) == "Who really decides?");

    QuestionValue value{ask(QuestionKind::stance, model.ours), 0.004, 0.068, InformationValue{0, 1500, 2000, 0.25}};
    const std::string said = text::sentence(en, model, value);
    CHECK(said.rfind("Ask wang: Where does 陈伟 stand on us? Reliability 0.70; expected to lower the variance of our chance by 6.8%; worth ¥1500, and in 25% of cases it changes what we do; pieces of evidence so far: 2", 0) == 0);

    // what rarely changes anything is named for what it tells alone, and the list begins with that
    const Questions found{0.06, {value}, 9000.0};
    CHECK(text::questions_summary(en, found) == "The answer worth most is worth ¥1500, and changes what we do next in 25% of cases; to know everything would be worth ¥9000.");
    CHECK(text::questions_summary(zh, found) == "最值钱的一个回答值 ¥\xC2\xA0" "1500，有 25% 的可能改变下一步；什么都知道值 ¥\xC2\xA0" "9000。");
    value.money->changes_choice = 0.001;
    CHECK(text::sentence(en, model, value).find("worth") == std::string::npos);
    CHECK(text::questions_summary(en, Questions{0.06, {value}, 9000.0}) ==
          "No answer alone is likely to change what we do next; to know everything would be worth ¥9000. What follows is asked to see more clearly.");
    CHECK(text::questions_summary(en, Questions{0.06, {}, 9000.0}).empty());

    value.question.informant = 0;
    value.money.reset();
    CHECK(text::sentence(zh, model, value).rfind("当面问陈伟：", 0) == 0);
    CHECK(text::sentence(zh, model, value).find("；值") == std::string::npos);
}
