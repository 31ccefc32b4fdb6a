#pragma once

#include <vector>

#include "../deal/team.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "sensitivities.hpp"

namespace buygraph {

/// A move without its size, and by how much the chance answers to a unit of it.
struct MoveSlope {
    Move move;
    double derivative;
};

/// Sensitivities move by move, by ids: scores (shared, then of everybody who weighs the concern), leanings, attitudes, ties, new ties, susceptibilities, emphases, the veto line.
///
/// A tie that several records make is listed once, as a move would strengthen it.
/// Cost: one entry a move; n² new ties and n·m·K scores at most.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<MoveSlope> move_slopes(const DecisionModel& model, const Sensitivities& found);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_FORECAST)

#include <cstddef>
#include <string>
#include <utility>

namespace buygraph {

BUYGRAPH_HEAVY std::vector<MoveSlope> move_slopes(const DecisionModel& model, const Sensitivities& found) {
    const std::size_t n = model.people_count(), m = model.offer_count();
    constexpr Gate gates[]{Gate::buy, Gate::vendor};
    std::vector<MoveSlope> slopes;
    const auto add = [&](double derivative, Move move) { slopes.push_back({std::move(move), derivative}); };
    for (std::size_t j = 0; j < m; ++j)
        for (std::size_t k = 0; k < model.table.concerns.size(); ++k) {
            const std::string &offer = model.offers[j], &concern = model.table.concerns[k];
            add(found.shared_score(j, k), {.kind = MoveKind::score, .offer = offer, .concern = concern});
            for (std::size_t i = 0; i < n; ++i)
                if (model.prior.weights[0](i, k) != 0 || model.prior.weights[1](i, k) != 0) add(found.score[i](j, k), {.kind = MoveKind::score, .person = model.people[i], .offer = offer, .concern = concern});
        }
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < m; ++j) {
            add(found.leaning(i, j), {.kind = MoveKind::leaning, .person = model.people[i], .offer = model.offers[j]});
            for (std::size_t g = 0; g < 2; ++g) add(found.attitude[model.index()(g, i, j)], {.kind = MoveKind::attitude, .person = model.people[i], .offer = model.offers[j], .gate = gates[g]});
        }
    Matrix existing(n, n);
    for (std::size_t t = 0; t < model.ties.size(); ++t) {
        const DirectedTie& tie = model.ties[t];
        if (existing(tie.to, tie.from) == 0) add(found.tie[t], {.kind = MoveKind::tie_strength, .from = model.people[tie.from], .to = model.people[tie.to]});
        existing(tie.to, tie.from) = 1;
    }
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (i != j && existing(i, j) == 0) add(found.strength(i, j), {.kind = MoveKind::add_tie, .from = model.people[j], .to = model.people[i]});
    for (std::size_t i = 0; i < n; ++i) {
        add(found.susceptibility[i], {.kind = MoveKind::susceptibility, .person = model.people[i]});
        for (std::size_t g = 0; g < 2; ++g) add(found.emphasis[g][i], {.kind = MoveKind::personal_emphasis, .person = model.people[i], .gate = gates[g]});
    }
    add(found.veto_line, {.kind = MoveKind::veto_line});
    return slopes;
}

}  // namespace buygraph

#endif
