#include <buygraph/text/qualification.hpp>

#include <set>

#include "catch.hpp"
#include "deals.hpp"
#include "digits.hpp"

using namespace buygraph;

TEST_CASE("fields, statuses and lights have words of their own in both languages") {
    for (const Language language : {Language::english, Language::chinese}) {
        std::set<std::string> labels;
        for (const auto& [word, field] : Words<QualificationField>::table) labels.insert(text::qualification_label(field).in(language));
        CHECK(labels.size() == 8);
        labels.clear();
        for (const auto& [word, status] : Words<QualificationStatus>::table) labels.insert(text::status_words(status).in(language));
        for (const auto& [word, light] : Words<MapLight>::table) labels.insert(text::light_words(light).in(language));
        CHECK(labels.size() == 6);
    }
}

TEST_CASE("what fills a field, and that nothing does") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    json["people"][1]["leaning"] = {{"us", 2.0}};
    json["people"][2]["name"] = "Wang Jie";
    json["close_date"] = "2026-12-15";
    json["decision"]["date"] = "2026-12-01";
    json["offers"][0]["ratings"]["payback_time"] = {{"measure", 18}};
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const Qualification card = qualification(deal, model, {.samples = 64});
    const text::Names en(deal, Language::english), zh(deal, Language::chinese);
    const auto said = [&](const text::Names& names, QualificationField field) { return text::sentence(names, model, card[field]); };
    CHECK(said(en, QualificationField::metrics) == "1 concern is measured: payback time.");
    CHECK(said(zh, QualificationField::metrics) == "有 1 项给了实际数值：回收期。");
    CHECK(said(en, QualificationField::decision_process) == "Of rule, who decides and when, 1 of 3 are given.");
    CHECK(said(en, QualificationField::paper_process) == "14 days from award to signature, no payments given (0), purchaser Wang Jie; contract, legal and approval steps are not in the deal.");
    CHECK(said(zh, QualificationField::paper_process) == "从拍板到签约留了 14 天，付款还没写（0 笔），采购经办人是 Wang Jie；合同、法务、审批各步文件里没有。");
    CHECK(said(zh, QualificationField::economic_buyer).rfind("由陈伟定（100%）；对我方的领先 ", 0) == 0);
    CHECK(said(zh, QualificationField::champion).rfind("最有力的支持者是 liu：领先 +", 0) == 0);
    CHECK(said(zh, QualificationField::identify_pain) == "维持现状一项评分也没有（0 项），痛点不清楚。");
    for (const QualificationEntry& entry : card.entries)
        for (const text::Names* names : {&en, &zh}) CHECK(has_digit(text::sentence(*names, model, entry)));
    CHECK(text::sentence(en, model, card.map_status).rfind("Relationship-map status: green; ", 0) == 0);
}

TEST_CASE("an empty card says so with its zeros") {
    Json json = deals::document();
    json["offers"].erase(1);
    json["evidence"] = Json::array();
    json["people"] = Json::array({json["people"][0]});
    json["ties"] = Json::array();
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const Qualification card = qualification(deal, model, {.samples = 64});
    const text::Names en(deal, Language::english), zh(deal, Language::chinese);
    CHECK(text::sentence(en, model, card[QualificationField::metrics]) == "No benefit is put in figures (0).");
    CHECK(text::sentence(en, model, card[QualificationField::competition]) == "No competitor is named (0): is there none, or do we not know?");
    for (const QualificationEntry& entry : card.entries)
        for (const text::Names* names : {&en, &zh}) CHECK(has_digit(text::sentence(*names, model, entry)));
}

TEST_CASE("every contradiction has its sentence with a number in both languages") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const text::Names en(deal, Language::english), zh(deal, Language::chinese);
    for (const auto& [word, kind] : Words<QualificationConflict>::table) {
        const QualificationContradiction found{kind, {1, 0}, {"risk"}, {{"lead", -0.2}, {"sd", 0.3}, {"share", 1}, {"score", 2}, {"pull", -0.1}, {"weight", 0.02}, {"days", 5}}};
        CAPTURE(word);
        CHECK(has_digit(text::sentence(en, model, found)));
        CHECK(has_digit(text::sentence(zh, model, found)));
        CHECK(text::sentence(en, model, found).find(" -") == std::string::npos);
    }
    CHECK(text::sentence(en, model, QualificationContradiction{QualificationConflict::close_before_decision, {}, {}, {{"days", 5}}}) == "The close date lies 5 days before the decision.");
}
