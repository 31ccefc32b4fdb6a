#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "../deal/number_text.hpp"
#include "../model/decision_model.hpp"
#include "lanes.hpp"
#include "normal.hpp"
#include "sobol.hpp"
#include "tasks.hpp"
#include "world.hpp"

namespace buygraph {

/// Where the random numbers come from: scrambled Sobol points, or plain Monte Carlo to check against.
enum class Sampling { sobol, random };
template <>
struct Words<Sampling> {
    static constexpr WordTable<Sampling, 2> table{{{"sobol", Sampling::sobol}, {"random", Sampling::random}}};
};

struct ForecastOptions {
    std::size_t samples = 4096;           ///< 1 to 2^24, rounded up to whole scrambles of 16
    std::uint64_t seed = 0;
    std::size_t threads = 1;              ///< 0: as many as the machine has
    Sampling method = Sampling::sobol;
    bool variance_by_group = true;        ///< ask also what each group of errors adds to the variance
    forecasting::Interrupt interrupt = {};
};

/// An interval of chances over states of the world: 10 % lie below it and 10 % above.
struct Interval {
    double low = 0;
    double high = 0;
};

/// The three ways in which nothing is decided.
struct NoDecision {
    double blocked = 0;    ///< every offer vetoed
    double stalemate = 0;  ///< no offer got the votes
    double refused = 0;    ///< an offer was chosen and not bought
};

/// By which share the variance of P(ours) would fall if all errors of a group were known to be at their posterior mean.
/// These need not add up. 0 where nothing is uncertain.
struct VarianceFall {
    double score = 0;
    double deviation = 0;  ///< with the drift to the day of the decision
    double importance = 0;
    double tie = 0;
};

/// How a deal will end, as far as it is known: the mean over states of the world of the closed-form decision.
///
/// Vectors follow the model's offers; index 0, the status quo, stands for no decision. Not calibrated: the constants of the model
/// have not been fitted to outcomes of deals.
struct Forecast {
    std::vector<std::string> offers;     ///< ids, m
    std::size_t ours = 1;                ///< index of our offer
    std::vector<double> outcomes;        ///< m, add to 1
    std::vector<double> standard_error;  ///< m, of the samples, from the scrambles
    std::vector<Interval> intervals;     ///< m, over states of the world: what we do not know
    NoDecision no_decision;
    double variance = 0;                 ///< of P(ours) over states of the world
    VarianceFall variance_fall;
    std::size_t samples = 0;
    std::uint64_t seed = 0;
    Sampling method = Sampling::sobol;
    std::size_t plain_dimensions = 0;    ///< random dimensions beyond the Sobol table, which used plain random numbers
    bool calibrated = false;

    [[nodiscard]] double win() const { return outcomes[ours]; }
    [[nodiscard]] Interval interval() const { return intervals[ours]; }
};

namespace forecasting {

inline constexpr std::size_t scrambles = 16;
inline constexpr std::size_t most_samples = std::size_t{1} << 24;
inline constexpr std::size_t variance_points = 32;  ///< points a scramble for the falls of variance, at most: good to about 0.015

/// Every sample's chances: samples in order of (scramble, point), each m + 3 numbers: the outcomes, then blocked, stalemate, refused.
struct Draws {
    std::size_t width;
    std::size_t per_scramble;
    std::vector<double> values;

    [[nodiscard]] std::size_t samples() const { return values.size() / width; }
    [[nodiscard]] double operator()(std::size_t sample, std::size_t column) const { return values[sample * width + column]; }
    [[nodiscard]] double& at(std::size_t sample, std::size_t column) { return values[sample * width + column]; }
};

/// Standard normal numbers of the points of one scramble, a pack of neighbouring points after the other.
/// A sample depends on (seed, scramble, point) alone.
template <class Real>
class Normals {
  public:
    Normals(const std::vector<std::array<std::uint64_t, sobol_bits>>& directions, std::size_t dimensions, const ForecastOptions& options, std::uint64_t scramble, std::uint64_t points)
        : sobol_(directions, options.seed, scramble, points), smooth_(directions.size()), dimensions_(dimensions), seed_(options.seed), scramble_(scramble), uniform_(dimensions * lanes), values_(dimensions) {}

    [[nodiscard]] std::span<const Real> next() {
        for (std::size_t lane = 0; lane < lanes; ++lane, ++point_) {
            for (std::size_t d = 0; d < smooth_; ++d) uniform_[d * lanes + lane] = sobol_(d);
            for (std::size_t d = smooth_; d < dimensions_; ++d) uniform_[d * lanes + lane] = unit_interval(random_word(~seed_, scramble_, d, point_));
            sobol_.advance();
        }
        for (std::size_t d = 0; d < dimensions_; ++d) values_[d] = normal_quantiles<Real>(&uniform_[d * lanes]);
        return values_;
    }

  private:
    static constexpr std::size_t lanes = lane_count<Real>;

    ScrambledSobol sobol_;
    std::size_t smooth_, dimensions_;
    std::uint64_t seed_, scramble_, point_ = 0;
    std::vector<double> uniform_;
    std::vector<Real> values_;
};

/// How many of the plan's dimensions come from the Sobol sequence.
[[nodiscard]] inline std::size_t smooth_dimensions(const WorldPlan& plan, const ForecastOptions& options) {
    return options.method == Sampling::sobol ? std::min(plan.dimensions(), sobol_dimensions) : 0;
}

/// Makes and decides all states of the world of a forecast: one task a scramble, `Real` samples side by side.
///
/// \param make   a maker of worlds for one scramble
/// \param after  called with (world, normals, used lanes) after each pack
/// \param done   called with (scramble, world) at the end of each scramble
template <class Real, class Make, class After, class Done>
[[nodiscard]] Draws draw_worlds(const DecisionModel& model, const WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options, Make make, After after, Done done) {
    const std::size_t m = model.offer_count(), width = m + 3;
    const auto directions = direction_numbers(smooth_dimensions(plan, options));
    Draws draws{width, per_scramble, std::vector<double>(scrambles * per_scramble * width)};
    std::atomic<bool> stop{false};
    const std::size_t threads = options.threads ? options.threads : machine_threads();
    run_tasks(scrambles, threads, [&](std::size_t scramble) {
        auto world = make();
        Normals<Real> normals(directions, plan.dimensions(), options, scramble, per_scramble);
        for (std::size_t point = 0; point < per_scramble; point += lane_count<Real>) {
            if (point % 256 == 0) {
                if (options.interrupt && options.interrupt()) stop = true;
                if (stop) throw Interrupted();
            }
            const std::span<const Real> numbers = normals.next();
            const decision::Outcome<Real>& outcome = world(numbers);
            const std::size_t used = std::min(lane_count<Real>, per_scramble - point);
            for (std::size_t lane = 0; lane < used; ++lane) {
                double* out = &draws.values[(scramble * per_scramble + point + lane) * width];
                for (std::size_t j = 0; j < m; ++j) out[j] = lane_of(outcome.probability[j], lane);
                out[m] = lane_of(outcome.blocked, lane);
                out[m + 1] = lane_of(outcome.stalemate, lane);
                out[m + 2] = lane_of(outcome.refused, lane);
            }
            after(world, numbers, used);
        }
        done(scramble, world);
    });
    return draws;
}

template <class Real = Lanes>
[[nodiscard]] Draws draw(const DecisionModel& model, const WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options) {
    return draw_worlds<Real>(
        model, plan, per_scramble, options, [&] { return WorldMaker<Real>(model, plan); }, [](auto&&...) {}, [](auto&&...) {});
}

/// Mean of a column over all samples, and its standard error from the means of the scrambles.
[[nodiscard]] inline std::pair<double, double> mean_and_error(const Draws& draws, std::size_t column) {
    std::array<double, scrambles> means{};
    double mean = 0, spread = 0;
    for (std::size_t s = 0; s < scrambles; ++s) {
        double sum = 0;
        for (std::size_t point = 0; point < draws.per_scramble; ++point) sum += draws(s * draws.per_scramble + point, column);
        means[s] = sum / static_cast<double>(draws.per_scramble);
        mean += means[s] / scrambles;
    }
    for (const double one : means) spread += (one - mean) * (one - mean);
    return {mean, std::sqrt(spread / (scrambles - 1) / scrambles)};
}

[[nodiscard]] inline double variance_of(const Draws& draws, std::size_t column) {
    double mean = 0, spread = 0;
    const auto count = static_cast<double>(draws.samples());
    for (std::size_t sample = 0; sample < draws.samples(); ++sample) mean += draws(sample, column) / count;
    for (std::size_t sample = 0; sample < draws.samples(); ++sample) spread += (draws(sample, column) - mean) * (draws(sample, column) - mean);
    return spread / count;
}

/// The value below which a share of the sorted column lies, linear between neighbours (Hyndman and Fan 1996, type 7).
[[nodiscard]] inline Interval interval_of(const Draws& draws, std::size_t column) {
    std::vector<double> values(draws.samples());
    for (std::size_t s = 0; s < values.size(); ++s) values[s] = draws(s, column);
    const auto quantile = [&](double share) {
        const double at = share * static_cast<double>(values.size() - 1);
        const auto low = static_cast<std::size_t>(at);
        std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(low), values.end());
        const double below = values[low];
        if (low + 1 == values.size()) return below;
        const double above = *std::min_element(values.begin() + static_cast<std::ptrdiff_t>(low) + 1, values.end());
        return below + (at - static_cast<double>(low)) * (above - below);
    };
    return {quantile(0.1), quantile(0.9)};
}

/// The falls of variance: the first points of the forecast once more with each group of errors held at its mean.
///
/// A held covariance is factored by the same pivots, so its attitudes follow from the same normal numbers by a triangular map and keep as close to
/// the forecast's own as they can; the errors of the two variances nearly cancel in their quotient.
/// Source: Knothe 1957 and Rosenblatt 1952 for the coupling.
[[nodiscard]] inline VarianceFall variance_fall(const DecisionModel& model, const WorldPlan& plan, const Draws& draws, const ForecastOptions& options) {
    enum : std::size_t { whole, score, deviation, importance, tie, columns };
    const auto group = [&](ErrorGroup held) { return model.belief.held[static_cast<std::size_t>(held)]; };
    const auto left = [&](const Matrix& covariance) { return WorldPlan{factor_in_order(compared(model, covariance), plan.pivots).matrix, plan.pivots, plan.ties}; };
    const std::array<WorldPlan, columns> plans{plan, left(with_drift(model, group(ErrorGroup::score))), left(group(ErrorGroup::deviation)), left(with_drift(model, group(ErrorGroup::importance))),
                                               WorldPlan{plan.factor, plan.pivots, {}}};
    const std::size_t points = std::min(draws.per_scramble, variance_points);
    const auto directions = direction_numbers(smooth_dimensions(plan, options));
    Draws wins{columns, points, std::vector<double>(scrambles * points * columns)};
    run_tasks(scrambles, options.threads ? options.threads : machine_threads(), [&](std::size_t scramble) {
        std::vector<WorldMaker<Lanes>> worlds;
        for (std::size_t column = score; column < columns; ++column) worlds.emplace_back(model, plans[column]);
        Normals<Lanes> normals(directions, plan.dimensions(), options, scramble, points);
        for (std::size_t point = 0; point < points; point += lane_count<Lanes>) {
            const std::span<const Lanes> numbers = normals.next();
            const std::size_t used = std::min(lane_count<Lanes>, points - point);
            for (std::size_t lane = 0; lane < used; ++lane) wins.at(scramble * points + point + lane, whole) = draws(scramble * draws.per_scramble + point + lane, model.ours);
            for (std::size_t column = score; column < columns; ++column) {
                const Lanes win = worlds[column - score](numbers).probability[model.ours];
                for (std::size_t lane = 0; lane < used; ++lane) wins.at(scramble * points + point + lane, column) = lane_of(win, lane);
            }
        }
    });
    const double all = variance_of(wins, whole);
    const auto fall = [&](std::size_t column) { return all > 1e-18 ? 1 - variance_of(wins, column) / all : 0; };
    return {fall(score), fall(deviation), fall(importance), fall(tie)};
}

[[nodiscard]] inline std::size_t points_a_scramble(const ForecastOptions& options) {
    if (options.samples < 1 || options.samples > most_samples) throw InputError("samples", std::to_string(options.samples), "a whole number from 1 to " + std::to_string(most_samples));
    return (options.samples + scrambles - 1) / scrambles;
}

/// What the samples say, put together.
[[nodiscard]] inline Forecast summary(const DecisionModel& model, const WorldPlan& plan, const Draws& draws, const ForecastOptions& options) {
    const std::size_t m = model.offer_count();
    Forecast result;
    result.offers = model.offers;
    result.ours = model.ours;
    for (std::size_t j = 0; j < m; ++j) {
        const auto [mean, error] = mean_and_error(draws, j);
        result.outcomes.push_back(mean);
        result.standard_error.push_back(error);
        result.intervals.push_back(interval_of(draws, j));
    }
    result.no_decision = {mean_and_error(draws, m).first, mean_and_error(draws, m + 1).first, mean_and_error(draws, m + 2).first};
    result.variance = variance_of(draws, model.ours);
    if (options.variance_by_group) result.variance_fall = variance_fall(model, plan, draws, options);
    result.samples = draws.samples();
    result.seed = options.seed;
    result.method = options.method;
    if (options.method == Sampling::sobol && plan.dimensions() > sobol_dimensions) result.plain_dimensions = plan.dimensions() - sobol_dimensions;
    return result;
}

}  // namespace forecasting

/// Forecasts a deal: many states of the world, each decided in closed form.
///
/// Deterministic in (model, samples, seed, method): the same bits for any number of threads.
/// \throws InputError   samples out of range
/// \throws Interrupted  when options.interrupt says so
/// Cost: samples · (rank · 2·n·m + n³/3 + …); a few milliseconds for ten people and 4,096 samples.
[[nodiscard]] inline Forecast forecast(const DecisionModel& model, const ForecastOptions& options = {}) {
    using namespace forecasting;
    const std::size_t points = points_a_scramble(options);
    const WorldPlan plan = plan_worlds(model, covariance(model), true);
    return summary(model, plan, draw(model, plan, points, options), options);
}

}  // namespace buygraph
