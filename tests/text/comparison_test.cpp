#include <buygraph/text/comparison.hpp>

#include <random>

#include <buygraph/io/compare.hpp>

#include "catch.hpp"
#include "deals.hpp"
#include "digits.hpp"

using namespace buygraph;

namespace {

constexpr std::array languages{Language::english, Language::chinese};

Estimate exactly(double value, double error = 0) {
    Estimate estimate;
    for (std::size_t s = 0; s < estimate.by_scramble.size(); ++s) estimate.by_scramble[s] = value + (s % 2 ? error : -error) * std::sqrt(15.0);  // sd over 4 = error
    return estimate;
}

/// What is said of the edits between the small deal and a changed one, each with a share of 6 points.
struct SaidOfEdits {
    Deal before, after;
    std::vector<ExplainedEdit> edits;

    SaidOfEdits(const Json& old, const Json& now) : before(deals::read(old)), after(deals::read(now)) {
        const Differences found = differences(write_deal(before), write_deal(after));
        const auto add = [&](const std::vector<std::size_t>& group, bool read) {
            ExplainedEdit edit{{}, edits.size(), read ? exactly(0.06, 0.002) : Estimate{}, 0, read};
            for (const std::size_t at : group) edit.places.push_back(found.edits[at].place);
            edits.push_back(edit);
        };
        for (const auto& group : found.groups) add(group, true);
        for (const std::size_t at : found.unread) add({at}, false);
    }

    [[nodiscard]] std::string in(Language language, std::size_t edit = 0) const { return text::sentence({before, after, language}, edits.at(edit)); }
};

Json named() {
    Json json = deals::document();
    json["people"][1]["name"] = "Liu Min";
    json["people"][2]["name"] = "王洁";
    json["offers"][1]["name"] = "北域";
    return json;
}

}  // namespace

TEST_CASE("edits in sentences, word by word") {
    const Json old = named();
    const auto said = [&](const auto& change, const std::string& english, const std::string& chinese) {
        Json now = old;
        change(now);
        const SaidOfEdits found(old, now);
        CHECK(found.in(Language::english) == english);
        CHECK(found.in(Language::chinese) == chinese);
    };
    said([](Json& now) { now["evidence"][0]["stance"] = "sponsor"; }, "Liu Min's stance on us: supporter → sponsor: +6.0 ± 0.2 points of our chance.", "Liu Min 对我方的立场：支持 → 坚定支持，胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["evidence"].push_back({{"about", "liu"}, {"offer", "rival"}, {"stance", -0.4}, {"source", "展会"}, {"date", "2026-02-02"}}); },
         "Liu Min's stance on 北域, −0.4 (展会, 2026-02-02): +6.0 ± 0.2 points of our chance.", "Liu Min 对北域的立场，−0.4（展会，2026-02-02），胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["evidence"].erase(2); }, "No more reading of 陈伟's stance on staying, neutral (王洁): +6.0 ± 0.2 points of our chance.", "撤掉一条证据：陈伟对维持现状的立场，中立（王洁），胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["offers"][0]["ratings"]["cost"] = 6.5; }, "Us on Cost: 4 → 6.5: +6.0 ± 0.2 points of our chance.", "我方在“成本”上的评分：4 → 6.5，胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["ties"][0]["strength"] = 0.2; }, "The tie between Liu Min and 王洁, strength: not given → 0.2: +6.0 ± 0.2 points of our chance.", "Liu Min 与王洁的朋友关系，强度：未填 → 0.2，胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["ties"].push_back({{"from", "wang"}, {"to", "chen"}}); }, "A new tie from 王洁 to 陈伟 (advises): +6.0 ± 0.2 points of our chance.", "新增关系：王洁给陈伟出主意，胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["people"][1]["departed"] = true; }, "Liu Min left: +6.0 ± 0.2 points of our chance.", "Liu Min 已离开，胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["people"][1]["reports_to"] = "wang"; }, "Liu Min's boss: 陈伟 → 王洁: +6.0 ± 0.2 points of our chance.", "Liu Min 的上级：陈伟 → 王洁，胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["people"][1]["roles"] = {"finance", "user"}; }, "Liu Min's roles: Technical → Finance, User: +6.0 ± 0.2 points of our chance.", "Liu Min 的角色：技术 → 财务、使用者，胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["decision"] = {{"decider", {{"chen", 0.75}, {"wang", 0.25}}}}; }, "The decider: the decision makers → 陈伟 75%, 王洁 25%: +6.0 ± 0.2 points of our chance.", "拍板人：决策者 → 陈伟 75%、王洁 25%，胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["decision"] = {{"rule", "majority"}, {"rounds", 2}}; }, "The rule: not given → majority (with 1 more change): +6.0 ± 0.2 points of our chance.", "拍板规则：未填 → 过半（连带 1 处改动），胜率 +6.0 ± 0.2 个百分点。");
    said(
        [](Json& now) {
            now["people"].push_back({{"id", "zhao"}, {"name", "赵磊"}, {"roles", {"finance"}}});
            now["ties"].push_back({{"from", "zhao"}, {"to", "chen"}});
            now["evidence"].push_back({{"about", "zhao"}, {"offer", "us"}, {"stance", 0.1}});
        },
        "赵磊 came in (with 2 more changes): +6.0 ± 0.2 points of our chance.", "新增赵磊（连带 2 处改动），胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["offers"][0]["terms"] = {{"price", 4}}, now["offers"][0]["ratings"]["cost"] = {{"score", 4}, {"sd", 2}}; }, "Us on Cost: 4 → 4 ± 2: +6.0 ± 0.2 points of our chance.", "我方在“成本”上的评分：4 → 4 ± 2，胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["people"][1]["vacant"] = true; }, "Liu Min is a vacant seat now: no forecast reads this (0 points).", "Liu Min 这个位置空了出来：不参与预测（0 个百分点）。");
    said([](Json& now) { now["customer"] = {{"budget", 4}}; }, "The customer's budget: not given → 4: +6.0 ± 0.2 points of our chance.", "客户预算：未填 → 4，胜率 +6.0 ± 0.2 个百分点。");
    said([](Json& now) { now["value"] = 1; }, "The value: 1000000 → 1: no forecast reads this (0 points).", "金额：1000000 → 1：不参与预测（0 个百分点）。");
}

TEST_CASE("a name is not made to begin with a capital, and one who went is named by the old version") {
    Json old = deals::document(), now = old;
    old["people"].push_back({{"id", "zhao"}, {"name", "zhao lei"}, {"roles", {"finance"}}});
    const SaidOfEdits found(old, now);
    CHECK(found.in(Language::english) == "zhao lei went out: +6.0 ± 0.2 points of our chance.");
    CHECK(found.in(Language::chinese) == "移出 zhao lei，胜率 +6.0 ± 0.2 个百分点。");
}

TEST_CASE("a share under two standard errors is not told apart from 0") {
    Json now = named();
    now["evidence"][0]["stance"] = "sponsor";
    SaidOfEdits found(named(), now);
    found.edits[0].share = exactly(-0.003, 0.002);
    CHECK(found.in(Language::english).find("−0.3 ± 0.2 points of our chance (not told apart from 0).") != std::string::npos);
    CHECK(found.in(Language::chinese).find("−0.3 ± 0.2 个百分点（与 0 难分）。") != std::string::npos);
    found.edits[0].share = exactly(-0.006, 0.002);
    CHECK(found.in(Language::english).find("not told apart") == std::string::npos);
    found.edits[0].sampling_error = 0.003;
    CHECK(found.in(Language::english).find("−0.6 ± 0.4 points of our chance (not told apart from 0).") != std::string::npos);
}

TEST_CASE("the headline: from where to where, mostly because of what, and what went against it") {
    Json now = named();
    now["evidence"][0]["stance"] = "sponsor";
    now["offers"][0]["ratings"]["cost"] = 6.5;
    now["value"] = 1;
    const SaidOfEdits said(named(), now);
    Comparison found{exactly(0.41), exactly(0.53, 0.003), said.edits, true, 4};
    std::swap(found.edits[0], found.edits[1]);  // the stance first
    if (found.edits[0].places[0].part != "evidence") std::swap(found.edits[0], found.edits[1]);
    found.edits[0].share = exactly(0.09, 0.002), found.edits[1].share = exactly(0.03, 0.002);
    const auto headline = [&](Language language) { return text::headline({said.before, said.after, language}, found); };
    CHECK(headline(Language::english) == "Our chance: 41% → 53% (+12.0 ± 0.3 points), mostly because: Liu Min's stance on us: supporter → sponsor (+9.0 points).");
    CHECK(headline(Language::chinese) == "胜率 41% → 53%（+12.0 ± 0.3 个百分点），主要因为：Liu Min 对我方的立场：支持 → 坚定支持（+9.0 个百分点）。");
    found.edits[1].share = exactly(0.06, 0.002);
    CHECK(headline(Language::english).find("sponsor (+9.0 points); us on Cost: 4 → 6.5 (+6.0 points).") != std::string::npos);
    found.edits[0].share = exactly(0.2, 0.002), found.edits[1].share = exactly(-0.12, 0.002);
    CHECK(headline(Language::english).find("sponsor (+20.0 points); against it: us on Cost: 4 → 6.5 (−12.0 points).") != std::string::npos);
    CHECK(headline(Language::chinese).find("；反方向的是：我方在“成本”上的评分：4 → 6.5（−12.0 个百分点）。") != std::string::npos);
    found.after = exactly(0.411, 0.003);
    CHECK(headline(Language::english).rfind("Our chance: 41% → 41% (+0.1 ± 0.3 points, not told apart from 0)", 0) == 0);
}

TEST_CASE("nothing changed, or nothing that a forecast reads") {
    const Deal deal = deals::read(named());
    Comparison found{exactly(0.41), exactly(0.41), {}, true, 1};
    CHECK(text::headline({deal, deal, Language::english}, found) == "Nothing changed: our chance is 41%.");
    CHECK(text::headline({deal, deal, Language::chinese}, found) == "两个版本没有差别：胜率 41%。");
    Json now = named();
    now["value"] = 1;
    const SaidOfEdits said(named(), now);
    found.edits = said.edits;
    CHECK(text::headline({said.before, said.after, Language::english}, found) == "Our chance stays 41%: no forecast reads what changed (1 place).");
    CHECK(text::headline({said.before, said.after, Language::chinese}, found) == "胜率还是 41%：改动的 1 处都不参与预测。");
}

// Between a full deal and a bare one every part of the file comes and goes.
TEST_CASE("every edit has a sentence in both languages with a number, a full stop and no hyphen for a minus") {
    Json bare = deals::document(), full = bare;
    bare["evidence"] = Json::array();
    full["as_of"] = "2026-01-01";
    full["notes"] = "x";
    full["decision"] = {{"rule", "consent"}, {"veto_line", -0.3}, {"indecision", 0.2}};
    full["uncertainty"] = {{"drift", 0.2}, {"bias_sd", 0.1}};
    full["customer"] = {{"budget", 5}};
    full["team"] = {{{"id", "we"}, {"knows", {"liu"}}}};
    full["actions"] = {{{"kind", "meeting"}, {"who", "we"}}};
    full["catalog"] = {{"roles", {{"boss", {{"importance", {{"cost", 3}}}}}, {"user", {{"importance", {{"cost", 7}}}, {"veto", true}}}}}, {"concerns", {{"speed", {{"kind", "personal"}}}}}};
    full["offers"][0]["terms"] = {{"price", 4}};
    full["offers"][0]["name"] = "Line";
    full["offers"].push_back({{"id", "third"}, {"kind", "competitor"}});
    full["people"][0]["leaning"] = {{"us", -0.2}};
    full["people"][0]["concerns"] = {{"cost", 9}};
    full["people"][0]["personal_emphasis"] = {{"buy", 1}};
    full["people"][1]["susceptibility"] = 0.2;
    full["people"][1]["veto"] = false;
    full["people"][1]["title"] = "CTO";
    full["people"][2]["perceptions"][0]["score"] = 2;
    for (const bool back : {false, true}) {
        const SaidOfEdits found = back ? SaidOfEdits(full, bare) : SaidOfEdits(bare, full);
        CHECK(found.edits.size() > 20);
        for (std::size_t edit = 0; edit < found.edits.size(); ++edit)
            for (const Language language : languages) {
                const std::string text = found.in(language, edit);
                CAPTURE(text);
                CHECK(has_digit(text));
                CHECK(text.find(" -") == std::string::npos);
                CHECK(text.find("  ") == std::string::npos);
                if (language == Language::english) CHECK((text.back() == '.' && text.find("not given → not given") == std::string::npos));
                else CHECK(text.rfind("。") == text.size() - std::string("。").size());
            }
    }
}
