#include <buygraph/portfolio/attention.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

using namespace buygraph;

namespace {

DealStep step_of(const char* member, double hours, double gain, std::optional<double> worth, std::optional<double> available) {
    DealStep step;
    step.kind = "meeting";
    step.member = member;
    step.member_hours = available;
    step.hours = hours;
    step.gain = gain;
    if (hours > 0) step.gain_an_hour = gain / hours;
    step.hour_worth = worth;
    return step;
}

PortfolioRow row_with(const char* currency, double value, std::vector<DealStep> steps) {
    PortfolioRow row;
    row.currency = currency;
    row.value = value;
    row.steps = std::move(steps);
    return row;
}

}  // namespace

TEST_CASE("steps of all deals stand by the worth of an hour, the currency of most value first, those without money last") {
    const std::vector<PortfolioRow> rows{row_with("EUR", 100, {step_of("a", 2, .1, 5., {}), step_of("a", 2, .2, 9., {})}), row_with("CNY", 900, {step_of("b", 1, .1, 2., {})}),
                                         row_with("EUR", 50, {step_of("b", 1, .4, std::nullopt, {}), step_of("b", 0, .4, std::nullopt, {}), step_of("b", 1, .3, 7., {})})};
    std::vector<std::string> order;
    for (const AttentionStep& at : attention(rows)) order.push_back(std::to_string(at.row) + std::to_string(at.step));
    CHECK(order == std::vector<std::string>{"10", "01", "22", "00", "20"});
}

// Ann has 5 hours: 3 for the best, none of the 4 of the next, then 2. Bob's are not known.
TEST_CASE("a member takes the steps for which he still has hours") {
    const std::vector<PortfolioRow> rows{row_with("EUR", 1, {step_of("ann", 3, .3, 9., 5.), step_of("ann", 2, .1, 3., 5.)}), row_with("EUR", 1, {step_of("ann", 4, .2, 6., 40.), step_of("bob", 8, .2, 1., {})})};
    const std::vector<AttentionStep> order = attention(rows);
    REQUIRE(order.size() == 4);
    CHECK(order[0].within);
    CHECK(*order[0].left == 2);
    CHECK_FALSE(order[1].within);
    CHECK(*order[1].left == 2);
    CHECK(order[2].within);
    CHECK(*order[2].left == 0);
    CHECK(order[3].within);
    CHECK_FALSE(order[3].left);
}
