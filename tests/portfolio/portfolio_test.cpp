#include <buygraph/portfolio/portfolio.hpp>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/forecast/sensitivities.hpp>
#include <buygraph/model/compile.hpp>
#include <buygraph/simulation/simulate.hpp>

#include <atomic>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

PortfolioOptions quick(std::size_t threads = 1) {
    PortfolioOptions options;
    options.forecast.samples = 256;
    options.forecast.threads = threads;
    return options;
}

DealAtHand simulated_at_hand(std::size_t number) { return {simulate(9, number).deal, {}, {}}; }

}  // namespace

TEST_CASE("a row says what the forecast of its deal says") {
    const Deal deal = deals::read(deals::document());
    const PortfolioRow row = portfolio(1, [&](std::size_t) { return DealAtHand{deal, {}, "here"}; }, quick()).rows.front();
    ForecastOptions options;
    options.samples = 256;
    const Forecast found = forecast(compile(deal), options);
    CHECK(row.deal == "here");
    CHECK(row.name == "Line 2");
    CHECK(row.win == found.win());
    CHECK(row.low == found.interval().low);
    CHECK(row.high == found.interval().high);
    CHECK(row.no_decision == found.outcomes[0]);
    CHECK(row.refused == found.no_decision.refused);
    CHECK(row.rival == "rival");
    CHECK(*row.expected_value == Approx(1000000 * found.win()).epsilon(1e-15));
    REQUIRE(row.outcomes.size() == 3);
    CHECK(row.outcomes[0].offer == "us");
    CHECK(row.outcomes[2].kind == OfferKind::status_quo);
    CHECK(*row.outcomes[0].probability + *row.outcomes[1].probability + *row.outcomes[2].probability == Approx(1).epsilon(1e-12));
    CHECK(row.mover_person.empty());
    CHECK(row.blind_spots.empty());
    CHECK(row.steps.empty());
}

TEST_CASE("rows have the same bits for any number of threads and any split") {
    const std::vector<PortfolioRow> alone = portfolio(12, simulated_at_hand, quick(1)).rows;
    CHECK(portfolio(12, simulated_at_hand, quick(3)).rows == alone);
    std::vector<PortfolioRow> parts;
    for (const auto& [first, count] : {std::pair<std::size_t, std::size_t>{0, 5}, {5, 1}, {6, 6}})
        for (PortfolioRow& row : portfolio(count, [first = first](std::size_t at) { return simulated_at_hand(first + at); }, quick(2)).rows) parts.push_back(std::move(row));
    CHECK(parts == alone);
}

TEST_CASE("a deal with faults is a row with its faults and stops nothing") {
    const auto deals = [](std::size_t number) {
        DealAtHand at_hand = simulated_at_hand(number);
        if (number == 1) at_hand.faults = {{"/people/0/level", {"level is out of range", "level 超出范围"}, "9", {"1 to 4", "1 到 4"}, ""}};
        return at_hand;
    };
    const std::vector<PortfolioRow> rows = portfolio(3, deals, quick()).rows;
    CHECK(rows[0].win);
    CHECK(rows[2].win);
    CHECK_FALSE(rows[1].win);
    CHECK(rows[1].deal == "D000002");
    CHECK(rows[1].outcomes.empty());
    REQUIRE(rows[1].faults.size() == 1);
    CHECK(rows[1].faults.front().pointer == "/people/0/level");
    CHECK(rows[1].faults.front().given == "9");
}

TEST_CASE("what is asked for besides leaves the forecast as it is") {
    PortfolioOptions all = quick(2);
    all.movers = all.blind_spots = all.steps = true;
    const std::vector<PortfolioRow> plain = portfolio(4, simulated_at_hand, quick()).rows, rich = portfolio(4, simulated_at_hand, all).rows;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        CHECK(rich[at].win == plain[at].win);
        CHECK(rich[at].outcomes == plain[at].outcomes);
        CHECK_FALSE(rich[at].mover_concern.empty());
        CHECK_FALSE(rich[at].blind_spot.empty());
        CHECK(rich[at].blind_spots.front() == rich[at].blind_spot);
    }
}

// A view half a point better, as a move: the slope times half a point, to second order.
TEST_CASE("the top mover's slope is what the forecast does when his view moves") {
    PortfolioOptions options = quick();
    options.movers = true;
    const Deal deal = deals::read(deals::document());
    const PortfolioRow row = portfolio(1, [&](std::size_t) { return DealAtHand{deal, {}, {}}; }, options).rows.front();
    const DecisionModel model = compile(deal);
    const std::size_t person = model.person(row.mover_person), concern = model.concern(row.mover_concern);
    const auto win_with = [&](double points) {
        DecisionModel moved = model;
        for (std::size_t g = 0; g < 2; ++g) moved.belief.mean[model.index()(g, person, model.ours)] += model.prior.weights[g](person, concern) * points / 5;
        return forecast(moved, options.forecast).win();
    };
    CHECK(*row.mover_slope == Approx((win_with(0.05) - win_with(-0.05)) / 0.1).epsilon(1e-4));
    const Sensitivities slopes = sensitivities(model, model.ours, options.forecast).sensitivities;
    for (std::size_t i = 0; i < model.people_count(); ++i)
        for (std::size_t k = 0; k < model.table.concerns.size(); ++k) CHECK(std::abs(slopes.score[i](model.ours, k) / 5) <= std::abs(*row.mover_slope) * (1 + 1e-9));
}

TEST_CASE("the next step is the one whose hour is worth most") {
    PortfolioOptions options = quick(2);
    options.steps = true;
    int with_steps = 0;
    for (const PortfolioRow& row : portfolio(12, simulated_at_hand, options).rows) {
        if (row.steps.empty()) continue;
        ++with_steps;
        REQUIRE(row.value);
        double most = -1e300;
        for (const DealStep& step : row.steps) {
            CHECK(*step.gain_an_hour == Approx(*step.gain / *step.hours).epsilon(1e-12));
            most = std::max(most, *step.hour_worth);
        }
        CHECK(*row.hour_worth == most);
    }
    CHECK(with_steps > 3);
}

TEST_CASE("options out of range are refused at once, and an interrupt stops all") {
    std::atomic<int> read{0};
    const auto deals = [&](std::size_t number) { return ++read, simulated_at_hand(number); };
    PortfolioOptions none = quick();
    none.forecast.samples = 0;
    CHECK_THROWS_AS(portfolio(3, deals, none), InputError);
    PortfolioOptions backwards = quick();
    backwards.weeks = -1;
    CHECK_THROWS_AS(portfolio(3, deals, backwards), InputError);
    CHECK(read == 0);
    PortfolioOptions stopped = quick();
    stopped.forecast.interrupt = [] { return true; };
    CHECK_THROWS_AS(portfolio(3, deals, stopped), Interrupted);
}
