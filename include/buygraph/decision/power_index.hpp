#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../deal/words.hpp"
#include "coalition_game.hpp"

namespace buygraph {

/// How a power index was computed.
enum class PowerMethod { multilinear_extension, meet_in_the_middle, sampled };
template <>
struct Words<PowerMethod> {
    static constexpr WordTable<PowerMethod, 3> table{
        {{"multilinear_extension", PowerMethod::multilinear_extension}, {"meet_in_the_middle", PowerMethod::meet_in_the_middle}, {"sampled", PowerMethod::sampled}}};
};

}  // namespace buygraph

namespace buygraph::decision {

struct PowerOptions {
    bool exact = true;                     ///< false: sample
    std::uint64_t samples = 100'000;       ///< 1 to 2^32, where sampled: orders (Shapley–Shubik) or coalitions (Banzhaf)
    std::uint64_t seed = 0;
    std::function<bool()> interrupt = {};  ///< asked now and then; true stops with `Interrupted`
};

/// A share of power for each person.
struct PowerIndex {
    std::vector<double> values;          ///< n, add to 1
    std::vector<double> standard_error;  ///< n; 0 where exact
    bool exact = true;
    PowerMethod method = PowerMethod::multilinear_extension;
    std::uint64_t samples = 0;           ///< 0 where exact
};

/// Banzhaf's index in its three forms; `values` are the normalised ones, which add to 1.
struct Banzhaf : PowerIndex {
    std::vector<double> absolute;        ///< n: swings / 2^(n−1), the chance of turning a coalition in which each other person is or is not by the toss of a coin
    std::vector<double> absolute_error;  ///< n: standard error of `absolute`; 0 where exact
    std::vector<double> swings;          ///< n: coalitions of the others that he turns; whole up to 2^53, infinite beyond 1.8e308
};

inline constexpr std::size_t most_enumerated = 32;  ///< people without veto whose 2^n coalitions are met in the middle
inline constexpr double most_states = 1 << 20;      ///< units of weight that the multilinear extension counts
inline constexpr double most_steps = 1e12;          ///< people × units × points of the integral: a quarter of an hour or so

/// What is done, and the game in whole units where the multilinear extension does it.
struct PowerPlan {
    PowerMethod method = PowerMethod::multilinear_extension;
    std::optional<WholeGame> whole = {};
};

/// Whichever exact way is less work, or none where neither is open.
///
/// The multilinear extension takes people × units needed × points steps; to meet in the middle takes people × 2^(people / 2), each about
/// twice as long, for any weights.
/// \param points  at which the multilinear extension is taken: 1 for Banzhaf, half the people for Shapley–Shubik
[[nodiscard]] inline std::optional<PowerPlan> exact_plan(const CoalitionGame& game, std::size_t points) {
    if (game.others.empty()) return PowerPlan{};  // every veto holder is needed, and nobody else
    const std::size_t people = game.others.size();
    const bool enumerable = people <= most_enumerated;
    if (std::optional<WholeGame> whole = whole_game(game, most_states)) {
        const double steps = static_cast<double>(points) * static_cast<double>(whole->needed);
        const bool fewer = !enumerable || steps <= 2 * std::exp2((people + 1) / 2);
        if (fewer && steps * static_cast<double>(people) <= most_steps) return PowerPlan{PowerMethod::multilinear_extension, std::move(whole)};
    }
    if (enumerable) return PowerPlan{PowerMethod::meet_in_the_middle};
    return std::nullopt;
}

/// What the options ask for.
/// 	hrows InputError  exact, and neither exact way is open; or the number of samples out of range
[[nodiscard]] inline PowerPlan power_plan(const CoalitionGame& game, const PowerOptions& options, std::size_t points) {
    if (!options.exact) {
        if (options.samples < 1 || options.samples > (std::uint64_t{1} << 32)) throw InputError("samples", std::to_string(options.samples), "1 to 4294967296");
        return {PowerMethod::sampled};
    }
    if (std::optional<PowerPlan> plan = exact_plan(game, points)) return *std::move(plan);
    throw InputError("weights", std::to_string(game.others.size()) + " people without veto and " + (game.whole ? "more votes than can be counted" : "weights that are not whole"),
                     "at most 32 people without veto, or whole weights of which at most 1048576 units are needed, or exact = false");
}

/// Nobody's power yet, with what is already known of the result.
[[nodiscard]] inline PowerIndex no_power(const CoalitionGame& game, PowerMethod method, const PowerOptions& options) {
    const bool exact = method != PowerMethod::sampled;
    return {std::vector<double>(game.people, 0), std::vector<double>(game.people, 0), exact, method, exact ? 0 : options.samples};
}

/// Standard error of a proportion, two samples taken to have gone each way beforehand: never 0, for what was never seen may still be.
/// Source: Agresti and Coull 1998, doi:10.1080/00031305.1998.10480550.
[[nodiscard]] inline double proportion_error(double times, double samples) {
    const double proportion = (times + 2) / (samples + 4);
    return std::sqrt(proportion * (1 - proportion) / samples);
}

}  // namespace buygraph::decision
