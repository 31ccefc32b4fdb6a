#include <buygraph/insight/lead_move.hpp>

#include <limits>

#include <buygraph/forecast/moves.hpp>
#include <buygraph/insight/standing.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

/// Everybody's lead over the best rival from the text of the model: ten thousand rounds of talk over the moved attitudes, instead of the control matrix.
std::vector<double> leads_by_talking(const DecisionModel& model) {
    const std::size_t n = model.people_count(), m = model.offer_count();
    std::vector<double> attention(n * n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        double total = 0;
        for (const DirectedTie& tie : model.ties)
            if (tie.to == i) attention[i * n + tie.from] += tie.strength;
        for (std::size_t j = 0; j < n; ++j) total += std::abs(attention[i * n + j]);
        for (std::size_t j = 0; j < n; ++j) attention[i * n + j] /= std::max(1.0, total);
        attention[i * n + i] += 1 - std::min(1.0, total);
    }
    const Matrix first = attitudes(model, 1);
    Matrix now = first;
    for (int round = 0; round < 10000; ++round) {
        Matrix next(n, m);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < m; ++j) {
                double heard = 0;
                for (std::size_t k = 0; k < n; ++k) heard += attention[i * n + k] * now(k, j);
                next(i, j) = model.susceptibility[i] * heard + (1 - model.susceptibility[i]) * first(i, j);
            }
        now = next;
    }
    std::vector<double> lead;
    for (std::size_t i = 0; i < n; ++i) {
        double best = -std::numeric_limits<double>::infinity();
        for (std::size_t j = 1; j < m; ++j)
            if (j != model.ours) best = std::max(best, now(i, j));
        lead.push_back(now(i, model.ours) - best);
    }
    return lead;
}

}  // namespace

TEST_CASE("after the move the lead is the wanted one, by letting everybody talk until nothing changes") {
    const DecisionModel model = deals::model(deals::document());
    for (std::size_t person = 0; person < model.people_count(); ++person)
        for (const double target : {-.6, 0., .45}) {
            const std::vector<Move> moves{lead_move(model, person, target)};
            CHECK(leads_by_talking(forecasting::make_moves(model, moves).model)[person] == Approx(target).margin(1e-9));
        }
}

TEST_CASE("a second move starts from where the first has brought everybody") {
    const DecisionModel model = deals::model(deals::document());
    const std::vector<Move> first{lead_move(model, 1, -.5)};
    const DecisionModel moved = forecasting::make_moves(model, first).model;
    const std::vector<Move> both{first[0], lead_move(moved, 0, .3)};
    CHECK(leads(forecasting::make_moves(model, both).model)[0].value == Approx(.3).margin(1e-12));
}

TEST_CASE("a lead is wanted as a number, of somebody who has an opinion of his own") {
    DecisionModel model = deals::model(deals::document());
    CHECK_THROWS_AS(lead_move(model, 0, std::numeric_limits<double>::quiet_NaN()), InputError);
    for (std::size_t k = 0; k < model.people_count(); ++k) model.control(0, k) = k == 1 ? 1 : 0;
    CHECK_FALSE(lead_moves(model, 0));
    CHECK_THROWS_AS(lead_move(model, 0, .1), InputError);
}
