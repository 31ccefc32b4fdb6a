#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "baseline.hpp"
#include "options.hpp"
#include "result.hpp"

namespace buygraph {

/// By how much the chance of one outcome moves for each unit of every move that could be made now, after the evidence.
///
/// n people, m offers (0 the status quo), K concerns; gates 0 buy, 1 vendor. Scores are centred: a unit is five points.
struct Sensitivities {
    std::size_t outcome = 0;                       ///< index of the offer whose chance it is; 0: no decision
    std::vector<double> attitude;                  ///< 2·n·m, by AttitudeIndex: before people talk
    Matrix leaning;                                ///< n × m: an attitude at both gates
    std::vector<Matrix> score;                     ///< n matrices m × K: the score as one person sees it
    Matrix shared_score;                           ///< m × K: the score of all but those with a perception of their own
    std::vector<double> tie;                       ///< by the strength of each tie of the model, before its ξ
    Matrix strength;                               ///< n × n, row i, column j: of a new tie by which j moves i, towards more
    std::vector<double> susceptibility;            ///< n
    std::array<std::vector<double>, 2> emphasis;   ///< by gate, n: of personal concerns
    double veto_line = 0;
};

/// A forecast and the sensitivities of one of its outcomes, from the same samples.
struct SensitiveForecast {
    Forecast forecast;
    Sensitivities sensitivities;
};

/// Forecasts a deal and goes back through every sample once: how the chance of an outcome answers to every move.
///
/// Exact derivatives of the forecast's own mean, away from the kinks of the model (full attention, ties of strength 0, |V| in ω).
/// \param outcome  index of an offer; 0: no decision
/// \throws InputError   samples out of range
/// \throws Interrupted  when options.interrupt says so
/// Cost: the default forecast and 15 to 40 % more, the more people and offers the nearer to 40; beside a forecast without falls of variance half as much again. Of no decision 1 % above that. Source of the method: Giles and Glasserman 2006, "Smoking adjoints".
[[nodiscard]] BUYGRAPH_HEAVY SensitiveForecast sensitivities(const DecisionModel& model, std::size_t outcome, const ForecastOptions& options = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_FORECAST)

#include <cmath>

#include "../belief/emphasis.hpp"
#include "../decision/rule.hpp"
#include "../influence/network.hpp"
#include "../influence/solve.hpp"
#include "../model/raw_ties.hpp"
#include "kernel.hpp"
#include "summary.hpp"

namespace buygraph {

namespace forecasting {

/// From products y_i X_j, summed over whatever the equations carry, to derivatives by strengths: W[i,j] = t[i,j] / max(1, a), at certain ties.
inline void add_tie_slopes(const Matrix& raw, const std::vector<double>& susceptibility, const Matrix& product, const std::vector<double>& kept, Matrix& by_strength, std::vector<double>& by_susceptibility) {
    const std::size_t n = raw.rows;
    for (std::size_t i = 0; i < n; ++i) {
        double attention = 0, shared = 0;
        for (std::size_t k = 0; k < n; ++k)
            if (k != i) attention += std::abs(raw(i, k)), shared += raw(i, k) * product(i, k);
        const double scale = 1 / std::max(1.0, attention), paid = attention < 1 ? product(i, i) : shared * scale * scale;
        for (std::size_t j = 0; j < n; ++j)
            if (j != i) by_strength(i, j) += susceptibility[i] * (product(i, j) * scale - (raw(i, j) < 0 ? -paid : paid));
        by_susceptibility[i] += shared * scale + (1 - attention * scale) * product(i, i) - kept[i];
    }
}

/// The conflict's ω = |Σ_d P(d) V[d,·]|, normalised, under autocracy: its derivatives by ties and susceptibilities at the mean ties.
inline void add_voice_slopes(const DecisionModel& model, const std::vector<double>& by_voice, Matrix& by_strength, std::vector<double>& by_susceptibility) {
    const std::size_t n = model.people_count();
    const Matrix raw = raw_ties(model);
    Matrix system(n, n);
    influence::assemble_system<double>(raw.values, model.susceptibility, system.values);
    std::vector<double> weights = model.rule->decides;  // q = M⁻ᵀ P(d); the signed voice is (1 − λ) q
    influence::factor_dominant<double>(system.values, n);
    influence::solve_transposed<double>(system.values, weights, n, 1);

    double total = 0, mean = 0;
    for (std::size_t p = 0; p < n; ++p) total += std::abs((1 - model.susceptibility[p]) * weights[p]), mean += model.rule->voice[p] * by_voice[p];
    std::vector<double> by_signed(n), right(n);
    for (std::size_t p = 0; p < n; ++p) {
        by_signed[p] = (weights[p] < 0 ? -1 : 1) * (by_voice[p] - mean) / total;
        right[p] = (1 - model.susceptibility[p]) * by_signed[p];
    }
    influence::assemble_system<double>(raw.values, model.susceptibility, system.values);
    influence::solve_dominant<double>(system.values, right, n, 1);
    Matrix product(n, n);
    std::vector<double> kept(n);
    for (std::size_t i = 0; i < n; ++i) {
        kept[i] = weights[i] * by_signed[i];
        for (std::size_t j = 0; j < n; ++j) product(i, j) = weights[i] * right[j];
    }
    add_tie_slopes(raw, model.susceptibility, product, kept, by_strength, by_susceptibility);
}

/// From the mean derivatives by what worlds are made of to those by what people can move.
[[nodiscard]] inline Sensitivities by_moves(const DecisionModel& model, const WorldPlan& plan, const WorldGradient& mean, const Matrix& by_covariance, std::size_t outcome) {
    const std::size_t n = model.people_count(), m = model.offer_count(), concerns = model.table.concerns.size();
    const AttitudeIndex& index = model.index();
    Sensitivities result;
    result.outcome = outcome;
    result.attitude = mean.attitude;
    result.leaning = Matrix(n, m);
    result.score.assign(n, Matrix(m, concerns));
    result.shared_score = Matrix(m, concerns);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < m; ++j)
            for (std::size_t g = 0; g < 2; ++g) {
                const double by = mean.attitude[index(g, i, j)];
                result.leaning(i, j) += by;
                for (std::size_t k = 0; k < concerns; ++k) result.score[i](j, k) += by * model.prior.weights[g](i, k);
            }
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < m; ++j)
            for (std::size_t k = 0; k < concerns; ++k)
                if (!model.table.perceived[i][j * concerns + k]) result.shared_score(j, k) += result.score[i](j, k);

    result.strength = Matrix(n, n);
    result.strength.values = mean.strength;
    result.tie = mean.tie;
    result.susceptibility = mean.susceptibility;
    std::vector<bool> sampled(model.ties.size(), false);
    for (const std::size_t tie : plan.ties) sampled[tie] = true;
    for (std::size_t t = 0; t < model.ties.size(); ++t)
        if (!sampled[t]) result.tie[t] = result.strength(model.ties[t].to, model.ties[t].from);
    if (model.rule->rule == Rule::autocracy) {
        Matrix by_voice(n, n);
        add_voice_slopes(model, mean.voice, by_voice, result.susceptibility);
        for (std::size_t t = 0; t < model.ties.size(); ++t) result.tie[t] += by_voice(model.ties[t].to, model.ties[t].from);
        for (std::size_t c = 0; c < by_voice.values.size(); ++c) result.strength.values[c] += by_voice.values[c];
    }

    result.emphasis = emphasis_adjoint(model.table, model.prior, model.belief, model.readings, model.control, model.bias_sd, mean.attitude, by_covariance);
    result.veto_line = mean.veto_line;
    return result;
}

}  // namespace forecasting

BUYGRAPH_HEAVY SensitiveForecast sensitivities(const DecisionModel& model, std::size_t outcome, const ForecastOptions& options) {
    using namespace forecasting;
    const WorldPlan plan = plan_worlds(model, covariance(model), true);
    const SlopedDraws found = draw_with_slopes(model, plan, points_a_scramble(options), options, decision::outcome_seed(model.offer_count(), outcome));
    return {summary(model, plan, found.draws, options), by_moves(model, plan, found.mean, found.by_covariance, outcome)};
}

}  // namespace buygraph

#endif
