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

TEST_CASE("the reason names the veto holder against us and the decider we guess about, with numbers") {
    Json json = deals::document();
    json["people"][1]["leaning"] = {{"rival", 1.5}};
    const Deal deal = deals::read(json);
    const DecisionModel model = compile(deal);
    const auto stands = standings(model);
    const std::string said = text::reason({deal, Language::english}, model, forecast(model, {.samples = 256}), stands);
    CHECK(said.rfind("liu holds a veto and clearly prefers rival (", 0) == 0);
    CHECK(said.find("±") != std::string::npos);
}

TEST_CASE("twenty deals are counted, and the forecast is called uncalibrated") {
    CHECK(text::of_twenty(made(.5, .19, .31), Language::english) == "In this model, about 4 of 20 such deals are won");
    CHECK(text::uncalibrated(Language::chinese) == "未校准 · 常数未用成交结果拟合");
}
