#include <buygraph/page/outcomes.hpp>

#include <numeric>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("ours is first, rivals by chance, no decision last, each with its shape and colour") {
    const found::Account& account = found::bundled("08");
    const auto rows = page::outcome_rows(account.names(), account.findings.forecast);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].name == "us");
    CHECK(rows[0].shape == page::Shape::circle);
    CHECK(rows[1].chance >= rows[2].chance);
    CHECK(rows[1].token == std::string("ag2"));
    CHECK(rows[2].token == std::string("ochre"));
    CHECK(rows[3].name == "no decision");
    CHECK(rows[3].shape == page::Shape::square);
    double sum = 0;
    for (const auto& row : rows) sum += row.chance;
    CHECK(sum == Approx(1));
}

TEST_CASE("twenty marks are shared out by the largest remainders") {
    const auto row = [](double chance) { return page::OutcomeRow{"", chance, std::nullopt, page::Shape::circle, "for2"}; };
    CHECK(page::of_twenty({row(.19), row(.34), row(.09), row(.38)}) == std::vector<long>{4, 7, 2, 7});  // 3.8, 6.8, 1.8, 7.6: floors make 17, three go to .8, .8 and .8
    CHECK(page::of_twenty({row(1), row(0)}) == std::vector<long>{20, 0});
    for (const char* name : {"01", "02", "03", "04", "05", "06", "07", "08"}) {
        const found::Account& account = found::bundled(name);
        const auto counts = page::of_twenty(page::outcome_rows(account.names(), account.findings.forecast));
        CHECK(std::accumulate(counts.begin(), counts.end(), 0L) == 20);
        const picture::Element strip = page::twenty_marks(page::outcome_rows(account.names(), account.findings.forecast), "words");
        CHECK(found::tagged(strip, "path").size() + found::tagged(strip, "circle").size() == 20);
    }
}

TEST_CASE("beyond three rivals the others share a row") {
    Json json = deals::document();
    for (int more = 2; more <= 5; ++more) json["offers"].push_back({{"id", "rival" + std::to_string(more)}, {"kind", "competitor"}});
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const Forecast found = forecast(model, {.samples = 256});
    const auto rows = page::outcome_rows({deal, Language::english}, found);
    REQUIRE(rows.size() == 6);
    CHECK(rows[4].name == "other rivals");
    CHECK_FALSE(rows[4].interval);
    double sum = 0;
    for (const auto& row : rows) sum += row.chance;
    CHECK(sum == Approx(1));
}

TEST_CASE("the chart says every chance and range in figures") {
    const found::Account& account = found::bundled("01");
    const auto rows = page::outcome_rows(account.names(), account.findings.forecast);
    const picture::Element chart = page::outcome_chart(rows, Language::english);
    const auto chances = found::classed(chart, "chance"), ranges = found::classed(chart, "range");
    REQUIRE(chances.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(chances[i]->text == text::percent(rows[i].chance));
        CHECK(ranges[i]->text == text::percent_range(rows[i].interval->low, rows[i].interval->high));
    }
}
