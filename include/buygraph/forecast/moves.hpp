#pragma once

#include <span>
#include <vector>

#include "../deal/team.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "baseline.hpp"
#include "options.hpp"

namespace buygraph {

namespace forecasting {

/// Makes the moves one after the other. The attitudes stay those of the samples, V and whose pull counts follow.
/// \param plan  of the model, where it is known
/// \throws InputError  naming the move and what there is
[[nodiscard]] BUYGRAPH_HEAVY MovedWorlds make_moves(const DecisionModel& model, std::span<const Move> moves, SharedPlan plan = {});

/// The model alone.
[[nodiscard]] BUYGRAPH_HEAVY DecisionModel moved_model(const DecisionModel& model, std::span<const Move> moves);

}  // namespace forecasting

/// Forecasts a deal before and after moves: shifts made now, after the evidence, on the same samples.
///
/// \throws InputError   naming the move and what there is
/// \throws Interrupted  when options.interrupt says so
/// Cost: two forecasts, without what each group of errors adds to the variance after the moves.
[[nodiscard]] BUYGRAPH_HEAVY ForecastChange forecast_moves(const DecisionModel& model, std::span<const Move> moves, const ForecastOptions& options = {});

/// Forecasts two models with the same offers on common points: what an edit of the deal, read again with its evidence, changes.
///
/// \throws InputError  where the offers differ
/// Cost: two forecasts, without what each group of errors adds to the variance of the second.
[[nodiscard]] BUYGRAPH_HEAVY ForecastChange forecast_change(const DecisionModel& before, const DecisionModel& after, const ForecastOptions& options = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_FORECAST)

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "../belief/emphasis.hpp"
#include "../deal/number_text.hpp"
#include "../decision/rule.hpp"
#include "../model/derived.hpp"

namespace buygraph {

namespace forecasting {

/// Makes the moves one after the other. The attitudes stay those of the samples, V and whose pull counts follow.
class Mover {
  public:
    explicit Mover(const DecisionModel& model) : before_(model), table_(model.table), moved_(model), rule_(*model.rule), shift_(model.belief.mean.size(), 0.0) {}

    /// \param number  of the move, for the error
    void move(const Move& move, std::size_t number) {
        at_ = "moves, entry " + std::to_string(number);
        if (!move.kind) throw InputError(at_ + ", kind", "nothing", "what is moved");
        switch (*move.kind) {
            case MoveKind::score: return score(move);
            case MoveKind::leaning: return attitude(move, {});
            case MoveKind::attitude: return attitude(move, move.gate);
            case MoveKind::tie_strength: return strengthen(move, true);
            case MoveKind::add_tie: return strengthen(move, false);
            case MoveKind::cut_tie: return cut(move);
            case MoveKind::susceptibility: return susceptibility(move);
            case MoveKind::personal_emphasis: return emphasis(move);
            case MoveKind::veto_line: rule_.veto_line += by(move); return;
            case MoveKind::remove_person: return remove(person(move.person, "person"));
        }
    }

    [[nodiscard]] MovedWorlds worlds(SharedPlan plan) {
        if (!plan) plan = shared_plan(before_);
        Matrix covariance = finish();
        if (emphasis_moved_) plan = std::make_shared<const WorldPlan>(WorldPlan{factor_in_order(compared(moved_, with_drift(moved_, std::move(covariance))), plan->pivots).matrix, plan->pivots, plan->ties});
        return {std::move(moved_), std::move(plan)};
    }

    [[nodiscard]] DecisionModel model() {
        finish();
        return std::move(moved_);
    }

  private:
    /// \return  the covariance of the attitudes, where an emphasis was moved
    Matrix finish() {
        DecisionModel& model = moved_;
        Matrix covariance;
        if (emphasis_moved_) {
            const PriorAttitudes after = prior_attitudes(table_);
            AttitudeMoments moments = belief_at_emphasis(before_.prior, before_.belief, after, before_.readings, before_.control, before_.bias_sd);
            covariance = std::move(moments.covariance);
            model.belief.mean = std::move(moments.mean);
            model.prior.weights = after.weights;
            model.table.emphasis[0] = table_.emphasis[0];
            model.table.emphasis[1] = table_.emphasis[1];
        }
        for (const auto& [i, j, k, shift] : scores_) {
            model.table.score[i](j, k) += shift;
            for (std::size_t g = 0; g < 2; ++g) shift_[model.index()(g, i, j)] += model.prior.weights[g](i, k) * shift;
        }
        for (std::size_t a = 0; a < shift_.size(); ++a) model.belief.mean[a] += shift_[a];
        model.rule = std::make_shared<const decision::DecisionRule>(rule_);
        derive(model);
        return covariance;
    }

    [[nodiscard]] double by(const Move& move) const {
        if (!move.by || !std::isfinite(*move.by)) throw InputError(at_ + ", by", move.by ? number_text(*move.by) : "nothing", "a finite number");
        return *move.by;
    }
    [[nodiscard]] std::size_t person(const std::string& id, const char* field) const {
        try {
            return before_.person(id);
        } catch (const InputError& error) {
            throw InputError(at_ + ", " + field, error.given, error.allowed);
        }
    }
    [[nodiscard]] std::size_t offer(const Move& move) const {
        try {
            return before_.offer(move.offer);
        } catch (const InputError& error) {
            throw InputError(at_ + ", offer", error.given, error.allowed);
        }
    }
    template <class Each>
    static void each_gate(const std::optional<Gate>& gate, Each each) {
        for (std::size_t g = 0; g < 2; ++g)
            if (!gate || static_cast<std::size_t>(*gate) == g) each(g);
    }

    /// As one person sees it, or shared: for all but those with a perception of their own.
    void score(const Move& move) {
        const std::size_t j = offer(move);
        std::size_t k = 0;
        try {
            k = before_.concern(move.concern);
        } catch (const InputError& error) {
            throw InputError(at_ + ", concern", error.given, error.allowed);
        }
        const std::size_t only = move.person.empty() ? before_.people_count() : person(move.person, "person");
        for (std::size_t i = 0; i < before_.people_count(); ++i) {
            const bool sees = move.person.empty() ? !before_.table.perceived[i][j * before_.table.concerns.size() + k] : i == only;
            if (sees) scores_.push_back({i, j, k, by(move)});
        }
    }

    void attitude(const Move& move, const std::optional<Gate>& gate) {
        const std::size_t i = person(move.person, "person"), j = offer(move);
        each_gate(gate, [&](std::size_t g) { shift_[before_.index()(g, i, j)] += by(move); });
        if (!gate) moved_.table.leaning(i, j) += by(move);  // what explanations call it
    }

    /// One direction, of the record that the deal names first; a tie that is not there is a new one and certain.
    void strengthen(const Move& move, bool existing) {
        const std::size_t from = person(move.from, "from"), to = person(move.to, "to");
        if (from == to) throw InputError(at_ + ", to", move.to, "another person than from");
        if (existing)
            for (DirectedTie& tie : moved_.ties)
                if (tie.from == from && tie.to == to) {
                    tie.strength += by(move);
                    return;
                }
        moved_.ties.push_back({from, to, by(move), 0, Relation::advises, std::nullopt});
    }

    /// Every record of the deal between the two in this direction, with its other direction; where there is none, their reporting line.
    void cut(const Move& move) {
        const std::size_t from = person(move.from, "from"), to = person(move.to, "to");
        std::vector<std::size_t> records;
        for (const DirectedTie& tie : moved_.ties)
            if (tie.from == from && tie.to == to && tie.record) records.push_back(*tie.record);
        bool any = false;
        for (DirectedTie& tie : moved_.ties) {
            const bool between = (tie.from == from && tie.to == to) || (tie.from == to && tie.to == from);
            const bool cuts = records.empty() ? between && tie.relation == Relation::reports_to : tie.record && std::find(records.begin(), records.end(), *tie.record) != records.end();
            if (cuts) tie.strength = 0, any = true;
        }
        if (!any) throw InputError(at_, move.from + " → " + move.to, "two people with a tie or a reporting line");
    }

    void susceptibility(const Move& move) {
        double& value = moved_.susceptibility[person(move.person, "person")];
        value += by(move);
        if (!(value >= 0 && value < 1)) throw InputError(at_ + ", by", number_text(*move.by), "a shift that leaves the susceptibility between 0 and 1, without 1");
    }

    void emphasis(const Move& move) {
        const std::size_t i = person(move.person, "person");
        emphasis_moved_ = true;
        each_gate(move.gate, [&](std::size_t g) {
            double& value = table_.emphasis[g][i];
            value += by(move);
            if (!(value >= 0)) throw InputError(at_ + ", by", number_text(*move.by), "a shift that leaves the emphasis at 0 or more");
        });
    }

    /// Taken out: nobody hears him, and he has no vote, veto or say. His row stays, so that tables keep their order.
    void remove(std::size_t i) {
        DecisionModel& model = moved_;
        for (DirectedTie& tie : model.ties)
            if (tie.from == i || tie.to == i) tie.strength = 0;
        rule_.votes[i] = 0;
        rule_.veto[i] = false;
        const double rest = std::accumulate(rule_.decides.begin(), rule_.decides.end(), 0.0) - rule_.decides[i];
        const int votes = std::accumulate(rule_.votes.begin(), rule_.votes.end(), 0);
        const bool by_person = one_person_decides(rule_.rule);
        if (by_person ? !(rest > 1e-12) : votes == 0) throw InputError(at_ + ", person", model.people[i], "somebody else than the only one who decides");
        rule_.decides[i] = 0;
        if (by_person)
            for (double& share : rule_.decides) share /= rest;
    }

    struct ScoreShift {
        std::size_t person, offer, concern;
        double by;
    };

    const DecisionModel& before_;
    ConcernTable table_;                 ///< with the emphasis moved
    std::vector<ScoreShift> scores_;
    DecisionModel moved_;
    decision::DecisionRule rule_;        ///< the moved one
    std::vector<double> shift_;
    std::string at_;
    bool emphasis_moved_ = false;
};

[[nodiscard]] inline Mover mover(const DecisionModel& model, std::span<const Move> moves) {
    Mover mover(model);
    for (std::size_t i = 0; i < moves.size(); ++i) mover.move(moves[i], i);
    return mover;
}

BUYGRAPH_HEAVY MovedWorlds make_moves(const DecisionModel& model, std::span<const Move> moves, SharedPlan plan) { return mover(model, moves).worlds(std::move(plan)); }

BUYGRAPH_HEAVY DecisionModel moved_model(const DecisionModel& model, std::span<const Move> moves) { return mover(model, moves).model(); }

}  // namespace forecasting

BUYGRAPH_HEAVY ForecastChange forecast_moves(const DecisionModel& model, std::span<const Move> moves, const ForecastOptions& options) {
    const Baseline before = baseline(model, options);
    return change_from(before, forecasting::make_moves(model, moves, before.plan), options.interrupt);
}

BUYGRAPH_HEAVY ForecastChange forecast_change(const DecisionModel& before, const DecisionModel& after, const ForecastOptions& options) {
    return change_from(baseline(before, options), after, options.interrupt);
}

}  // namespace buygraph

#endif
