#include <buygraph/portfolio/pipeline.hpp>

#include <cmath>
#include <vector>

#include "catch.hpp"

using namespace buygraph;

namespace {

PortfolioRow closing(const char* day) {
    PortfolioRow row;
    row.close_date = parse_date(day);
    row.owner = "Ann";
    row.account = "Acme";
    return row;
}

}  // namespace

TEST_CASE("deals are put together by quarter, month, year, owner and account") {
    CHECK(group_of(closing("2026-03-31"), PipelineBy::quarter) == "2026-Q1");
    CHECK(group_of(closing("2026-04-01"), PipelineBy::quarter) == "2026-Q2");
    CHECK(group_of(closing("2026-12-31"), PipelineBy::quarter) == "2026-Q4");
    CHECK(group_of(closing("2026-12-31"), PipelineBy::month) == "2026-12");
    CHECK(group_of(closing("2026-12-31"), PipelineBy::year) == "2026");
    CHECK(group_of(closing("2026-12-31"), PipelineBy::owner) == "Ann");
    CHECK(group_of(closing("2026-12-31"), PipelineBy::account) == "Acme");
    CHECK(group_of(PortfolioRow{}, PipelineBy::quarter).empty());
}

// 100 at ½ and 300 at ¼: mean 125, variance 100² · ¼ + 300² · 3/16; lost to nothing 100 · 0.3 + 300 · 0.5 = 180, the rest of 400 to rivals.
TEST_CASE("a total says what is expected and where the rest goes") {
    const std::vector<PipelineDeal> deals{{"a", "EUR", 100., .5, .3}, {"b", "EUR", 300., .25, .5}, {"b", "EUR", std::nullopt, .5, .5}, {"b", "EUR", 50., std::nullopt, std::nullopt}};
    const std::vector<PipelineTotal> totals = pipeline(deals, false);
    REQUIRE(totals.size() == 1);
    const PipelineTotal& all = totals.front();
    CHECK_FALSE(all.group);
    CHECK(all.deals == 2);
    CHECK(all.left_out == 2);
    CHECK(all.value == 400);
    CHECK(all.expected == Approx(125).epsilon(1e-14));
    CHECK(all.lost_to_no_decision == Approx(180).epsilon(1e-14));
    CHECK(all.lost_to_rivals == Approx(95).epsilon(1e-14));
    CHECK(all.sd == Approx(std::sqrt(2500 + 16875.)).epsilon(1e-14));
    CHECK(all.low == 0);
    CHECK(all.median == 100);
    CHECK(all.high == 400);
}

TEST_CASE("each currency has its groups and one total of its own") {
    const std::vector<PipelineDeal> deals{{"2026-Q4", "EUR", 10., 1., 0.}, {"2026-Q4", "CNY", 7., 1., 0.}, {"2027-Q1", "EUR", 20., 1., 0.}, {"", "EUR", 40., 1., 0.}};
    const std::vector<PipelineTotal> totals = pipeline(deals, true);
    std::vector<std::string> said;
    for (const PipelineTotal& total : totals) said.push_back(total.currency + " " + total.group.value_or("all") + " " + std::to_string(static_cast<int>(total.expected)));
    CHECK(said == std::vector<std::string>{"CNY 2026-Q4 7", "CNY all 7", "EUR  40", "EUR 2026-Q4 10", "EUR 2027-Q1 20", "EUR all 70"});
}

TEST_CASE("a common shock keeps every mean and widens the spread") {
    const std::vector<PipelineDeal> deals(80, {"", "EUR", 1000., .3, .4});
    const PipelineTotal apart = pipeline(deals, false).front(), together = pipeline(deals, false, {0.2, 4096}).front(), nearly_one = pipeline(deals, false, {0.95, 4096}).front();
    CHECK(together.expected == apart.expected);
    CHECK(together.won.mean() == Approx(apart.expected).epsilon(1e-6));
    CHECK(together.sd > 2 * apart.sd);
    CHECK(together.low < apart.low);
    CHECK(together.high > apart.high);
    CHECK(nearly_one.won.mean() == Approx(apart.expected).epsilon(1e-6));
    CHECK(nearly_one.sd > together.sd);
}

// Two of equal chance: P(both) is the bivariate normal orthant, at p = ½ it is ¼ + asin(ρ) / 2π (Sheppard 1899).
TEST_CASE("under a shock two deals are won together as the bivariate normal says") {
    for (const double shock : {0.1, 0.5, 0.8}) {
        const std::vector<PipelineDeal> two(2, {"", "EUR", 1., .5, .2});
        const GridDistribution won = pipeline(two, false, {shock, 64}).front().won;
        CHECK(won.at_least(2) == Approx(.25 + std::asin(shock) / (2 * std::acos(-1.))).margin(1e-7));
    }
}

TEST_CASE("a shock of 1 or more and too few cells are refused") {
    CHECK_THROWS_AS(pipeline({}, false, {1.0, 4096}), InputError);
    CHECK_THROWS_AS(pipeline({}, false, {-0.1, 4096}), InputError);
    CHECK_THROWS_AS(pipeline({}, false, {0.1, 2}), InputError);
}
