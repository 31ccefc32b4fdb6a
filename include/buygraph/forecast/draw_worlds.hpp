#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "../decision/outcome.hpp"
#include "../model/decision_model.hpp"
#include "../numbers/lanes.hpp"
#include "../numbers/normal.hpp"
#include "draws.hpp"
#include "options.hpp"
#include "plan.hpp"
#include "sobol.hpp"
#include "tasks.hpp"
#include "world.hpp"

namespace buygraph::forecasting {

/// Standard normal numbers of the points of one scramble, a pack of neighbouring points after the other.
/// A sample depends on (seed, scramble, point) alone.
template <class Real>
class Normals {
  public:
    Normals(const std::vector<std::array<std::uint64_t, sobol_bits>>& directions, std::size_t dimensions, const ForecastOptions& options, std::uint64_t scramble, std::uint64_t points)
        : sobol_(directions, options.seed, scramble, points), smooth_(directions.size()), dimensions_(dimensions), seed_(options.seed), scramble_(scramble) {}

    /// \param into  receives them, one for each dimension
    void next(std::span<Real> into) {
        for (std::size_t d = 0; d < smooth_; ++d) into[d] = sobol_(d);
        sobol_.advance();
        std::array<double, lanes> plain;
        for (std::size_t d = smooth_; d < dimensions_; ++d) {
            for (std::size_t lane = 0; lane < lanes; ++lane) plain[lane] = numbers::unit_interval(numbers::random_word(~seed_, scramble_, d, point_ + lane));
            into[d] = numbers::load_lanes<Real>(plain.data());
        }
        point_ += lanes;
        numbers::normal_quantiles<Real>(into.first(dimensions_));
    }

  private:
    static constexpr std::size_t lanes = numbers::lane_count<Real>;

    ScrambledSobol<Real> sobol_;
    std::size_t smooth_, dimensions_;
    std::uint64_t seed_, scramble_, point_ = 0;
};

/// How many of the plan's dimensions come from the Sobol sequence.
[[nodiscard]] inline std::size_t smooth_dimensions(const WorldPlan& plan, const ForecastOptions& options) {
    return options.method == Sampling::sobol ? std::min(plan.dimensions(), sobol_dimensions) : 0;
}

/// Makes and decides all states of the world of a forecast: one task a scramble, `Real` samples side by side.
///
/// \tparam World  makes them: from a model and a plan
/// \param make   gives a maker of worlds as a std::unique_ptr; one serves several scrambles
/// \param after  called with (world, used lanes) after each pack
/// \param done   called with (scramble, world) at the end of each scramble
template <class Real, class World, class Make, class After, class Done>
[[nodiscard]] Draws draw_worlds(const DecisionModel& model, const WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options, Make make, After after, Done done) {
    const std::size_t m = model.offer_count();
    const auto directions = direction_numbers(smooth_dimensions(plan, options));
    Draws draws = Draws::of(m + 3, per_scramble);
    std::atomic<bool> stop{false};
    const std::size_t threads = options.threads ? options.threads : machine_threads();
    Pool<World> worlds;
    run_tasks(scrambles, threads, [&](std::size_t scramble) {
        Normals<Real> normals(directions, plan.dimensions(), options, scramble, per_scramble);
        worlds.lend(make, [&](World& world) {
            for (std::size_t point = 0; point < per_scramble; point += numbers::lane_count<Real>) {
                if (point % 256 == 0) {
                    if (options.interrupt && options.interrupt()) stop = true;
                    if (stop) throw Interrupted();
                }
                const std::span<Real> drawn = world.room();
                normals.next(drawn);
                const decision::Outcome<Real>& outcome = world(drawn);
                const std::size_t used = std::min(numbers::lane_count<Real>, per_scramble - point);
                const auto put = [&](std::size_t column, const Real& chance) { numbers::store_lanes(chance, used, draws.at(column, scramble, point)); };
                for (std::size_t j = 0; j < m; ++j) put(j, outcome.probability[j]);
                put(m, outcome.blocked), put(m + 1, outcome.stalemate), put(m + 2, outcome.refused);
                after(world, used);
            }
            done(scramble, world);
        });
    });
    return draws;
}

template <class Real>
[[nodiscard]] Draws draw(const DecisionModel& model, const WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options) {
    return draw_worlds<Real, WorldMaker<Real>>(
        model, plan, per_scramble, options, [&] { return std::make_unique<WorldMaker<Real>>(model, plan); }, [](auto&&...) {}, [](auto&&...) {});
}

}  // namespace buygraph::forecasting
