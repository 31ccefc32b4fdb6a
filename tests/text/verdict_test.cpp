#include <buygraph/text/verdict.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {
Forecast made(double nothing, double us, double rival) {
    Forecast f;
    f.offers = {"status_quo", "us", "rival"};
    f.outcomes = {nothing, us, rival};
    f.intervals = {{0, 1}, {.2, .7}, {0, 1}};
    return f;
}
}  // namespace

// The sentences of the page's section 9.
TEST_CASE("the headline says who wins, or nobody, in both languages") {
    const Deal deal = deals::read(deals::document());
    const text::Names zh(deal, Language::chinese), en(deal, Language::english);
    CHECK(text::headline(zh, made(.38, .19, .34 + .09)) == "难分高下：rival 43%，不做决定 38%");
    CHECK(text::headline(zh, made(.50, .16, .34)) == "最可能的结果是不做决定，50%；rival 34%，我方 16%");
    CHECK(text::headline(en, made(.50, .16, .34)) == "Most likely: no decision, 50%. Rival\xC2\xA0" "34%, us\xC2\xA0" "16%.");
    CHECK(text::headline(zh, made(.30, .46, .24)) == "我方领先，46%（20–70%）");
    CHECK(text::headline(en, made(.30, .46, .24)) == "We lead, 46% (20–70%).");
    CHECK(text::headline(en, made(.30, .20, .50)) == "rival leads, 50%; us\xC2\xA0" "20%.");
}

TEST_CASE("whoever is within 5 points of the first is named in a race too close to call") {
    const Deal deal = deals::read(deals::document());
    const text::Names en(deal, Language::english);
    CHECK(text::headline(en, made(.33, .32, .35)) == "Too close to call: rival\xC2\xA0" "35%, no decision\xC2\xA0" "33%, us\xC2\xA0" "32%.");
    CHECK(text::headline(en, made(.42, .17, .41)) == "Too close to call: no decision\xC2\xA0" "42%, rival\xC2\xA0" "41%.");
}

TEST_CASE("without an obstacle the reason names who helps most, with the number") {
    Json json = deals::document();
    json["people"][1]["leaning"] = {{"us", 1.5}};
    json["evidence"].push_back({{"about", "chen"}, {"offer", "us"}, {"stance", "sponsor"}, {"reliability", 1}});
    const Deal vetoing = deals::read(json);
    const DecisionModel model = deals::model(vetoing);
    const Forecast found = forecast(model, {.samples = 256});
    CHECK(text::reason({vetoing, Language::english}, model, found, standings(model)).rfind("liu holds a veto and clearly prefers us (+", 0) == 0);
    CHECK(text::reason({vetoing, Language::chinese}, model, found, standings(model)).rfind("liu 有否决权，明显偏我方（+", 0) == 0);

    json["people"][1]["veto"] = false;
    const Deal plain = deals::read(json);
    const DecisionModel without = deals::model(plain);
    const std::string said = text::reason({plain, Language::english}, without, forecast(without, {.samples = 256}), standings(without));
    CHECK(said.find(" most ") != std::string::npos);
}

TEST_CASE("the reason names the veto holder against us and the decider we guess about, with numbers") {
    Json json = deals::document();
    json["people"][1]["leaning"] = {{"rival", 1.5}};
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const auto stands = standings(model);
    const std::string said = text::reason({deal, Language::english}, model, forecast(model, {.samples = 256}), stands);
    CHECK(said.rfind("liu holds a veto and clearly prefers rival (", 0) == 0);
    CHECK(said.find("±") != std::string::npos);
}

TEST_CASE("twenty deals are counted, and the forecast is called uncalibrated") {
    CHECK(text::of_twenty(made(.5, .19, .31), Language::english) == "In this model, about 4 of 20 such deals are won");
    CHECK(text::uncalibrated(Language::chinese) == "未校准 · 常数未用成交结果拟合");
}
