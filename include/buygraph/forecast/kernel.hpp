#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "../decision/outcome_seed.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "draws.hpp"
#include "options.hpp"
#include "plan.hpp"
#include "world_gradient.hpp"

/// What runs for every sample of a forecast, and nothing else: a program that compiles it apart may do so once for each instruction set (see src/kernels.hpp).
namespace buygraph::forecasting {

/// The instruction set in use, where the kernel was compiled for several: "v2", "v3" or "v4" of x86-64, or "portable"; "native" where it was compiled once.
[[nodiscard]] BUYGRAPH_HEAVY const char* kernel_level();

/// The chances of every sample, in the precision that the options ask for.
/// \throws Interrupted  when options.interrupt says so
[[nodiscard]] BUYGRAPH_HEAVY Draws draw(const DecisionModel& model, const WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options);

/// P(ours) of the first points of every scramble under several plans, none of which has more dimensions than the first: a column a plan. In double.
[[nodiscard]] BUYGRAPH_HEAVY Draws draw_wins(const DecisionModel& model, std::span<const WorldPlan> plans, std::size_t per_scramble, const ForecastOptions& options);

/// Draws, and the derivatives of one chance in them.
struct SlopedDraws {
    Draws draws;
    WorldGradient mean;                                               ///< over all samples; without those by the factor
    Matrix by_covariance;                                             ///< of the mean, what those by the factor come to: see `covariance_adjoint`
    std::array<std::vector<double>, scrambles> attitude_by_scramble;  ///< the derivatives by attitudes, 2·n·m, summed over the samples of each scramble
};

/// In double. The sums are added up in the order of the scrambles, whichever is done first.
/// \param of  attitudes: nothing else is found, at a quarter to a third of what all of it costs beyond the draws
/// \throws Interrupted  when options.interrupt says so
[[nodiscard]] BUYGRAPH_HEAVY SlopedDraws draw_with_slopes(const DecisionModel& model, const WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options, const decision::OutcomeSeed& chance,
                                                          Slopes of = Slopes::all);

}  // namespace buygraph::forecasting

#if defined(BUYGRAPH_DEFINE_KERNEL)

#include <algorithm>
#include <memory>
#include <utility>

#include "../numbers/lanes.hpp"
#include "draw_worlds.hpp"
#include "factor.hpp"
#include "tasks.hpp"
#include "world_adjoint.hpp"

namespace buygraph::forecasting {

BUYGRAPH_HEAVY const char* kernel_level() { return "native"; }

BUYGRAPH_HEAVY Draws draw(const DecisionModel& model, const WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options) {
    return options.precision == Precision::singles ? draw<numbers::SingleLanes>(model, plan, per_scramble, options) : draw<numbers::Lanes>(model, plan, per_scramble, options);
}

BUYGRAPH_HEAVY Draws draw_wins(const DecisionModel& model, std::span<const WorldPlan> plans, std::size_t per_scramble, const ForecastOptions& options) {
    using Real = numbers::Lanes;
    const std::size_t columns = plans.size(), dimensions = plans.front().dimensions();
    const auto directions = direction_numbers(smooth_dimensions(plans.front(), options));
    Draws wins = Draws::of(columns, per_scramble);
    using Worlds = std::vector<WorldMaker<Real>>;
    Pool<Worlds> pool;
    const auto make = [&] {
        auto worlds = std::make_unique<Worlds>();
        for (const WorldPlan& plan : plans) worlds->emplace_back(model, plan);
        return worlds;
    };
    run_tasks(scrambles, options.threads ? options.threads : machine_threads(), [&](std::size_t scramble) {
        Normals<Real> normals(directions, dimensions, options, scramble, per_scramble);
        pool.lend(make, [&](Worlds& worlds) {
            for (std::size_t point = 0; point < per_scramble; point += numbers::lane_count<Real>) {
                const std::span<Real> drawn = worlds.front().room();
                normals.next(drawn);
                const std::size_t used = std::min(numbers::lane_count<Real>, per_scramble - point);
                for (std::size_t column = 0; column < columns; ++column)
                    numbers::store_lanes(worlds[column](drawn).probability[model.ours], used, wins.at(column, scramble, point));
            }
        });
    });
    return wins;
}

BUYGRAPH_HEAVY SlopedDraws draw_with_slopes(const DecisionModel& model, const WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options, const decision::OutcomeSeed& chance, Slopes of) {
    using Real = numbers::Lanes;
    SlopedDraws found;
    InOrder<std::vector<double>> in_order;
    std::vector<double> sums;
    std::size_t added = 0;
    using World = WorldAdjoint<Real>;
    found.draws = draw_worlds<Real, World>(
        model, plan, per_scramble, options, [&] { return std::make_unique<World>(model, plan, chance, of); },
        [](World& world, std::size_t used) { world.backwards(used); },
        [&](std::size_t scramble, World& world) {
            std::vector<double> own = world.take_sums();
            found.attitude_by_scramble[scramble] = world.attitudes(own);
            in_order(scramble, std::move(own), [&](const std::vector<double>& one) {
                sums.resize(one.size());
                for (std::size_t i = 0; i < one.size(); ++i) sums[i] += one[i];
                if (++added < scrambles) return;
                for (double& sum : sums) sum /= static_cast<double>(scrambles * per_scramble);
                if (of == Slopes::attitudes) {
                    found.mean.attitude = world.attitudes(sums);
                    return;
                }
                found.mean = world.gradient(sums);
                Matrix by_factor(plan.factor.rows, plan.factor.columns);
                by_factor.values = std::exchange(found.mean.factor, {});
                found.by_covariance = covariance_adjoint(plan.factor, plan.pivots, std::move(by_factor));
            });
        });
    return found;
}

}  // namespace buygraph::forecasting

#endif
