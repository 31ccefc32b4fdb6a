#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "../deal/person.hpp"
#include "../deal/role_mix.hpp"
#include "../deal/team.hpp"

namespace buygraph {

namespace detail {

inline constexpr std::array<std::string_view, 6> fit_roles{"decision_maker", "purchaser", "user", "technical", "finance", "coach"};
inline constexpr std::array<std::array<double, 6>, 6> fit_by_function{{
    {1, 0.4, 0.3, 0.3, 0.5, 0.5},    // executive
    {0.5, 1, 0.5, 0.2, 0.4, 1},      // sales
    {0.3, 0.3, 0.7, 1, 0.1, 0.5},    // technical
    {0.2, 0.4, 1, 0.6, 0.1, 0.4},    // service
    {0.3, 0.3, 0.8, 0.8, 0.1, 0.4},  // product
    {0.4, 0.5, 0.1, 0.1, 1, 0.2},    // finance
}};

}  // namespace detail

/// How well a kind of work of ours suits a role of theirs: 0 to 1, and 0 for a role that is not in the built-in catalog.
/// Source: docs/model.md, section 8.
[[nodiscard]] inline double function_fit(Function function, std::string_view role) {
    const auto column = std::find(detail::fit_roles.begin(), detail::fit_roles.end(), role);
    if (column == detail::fit_roles.end()) return 0;
    return detail::fit_by_function[static_cast<std::size_t>(function)][static_cast<std::size_t>(column - detail::fit_roles.begin())];
}

/// How well one of ours suits one of theirs: 0.2 + 0.4·F + 0.2·(1 − |difference of levels| / 3) + 0.2·[knows him], from 0.2 to 1.
///
/// F is the mean over his roles of the best of the member's functions for each. The part of the levels is 0.1 where a level is unknown.
/// \param mix  of this person's roles
/// Source: docs/model.md, section 8: like a zipper, each tooth between two of its own size.
[[nodiscard]] inline double fit(const TeamMember& member, const Person& person, const RoleMix& mix) {
    double functions = 0;
    for (const auto& [role, share] : mix.shares) {
        double best = 0;
        for (const Function function : member.functions) best = std::max(best, function_fit(function, role));
        functions += share * best;
    }
    const double levels = member.level && person.level ? 0.2 * (1 - std::abs(*member.level - *person.level) / 3.0) : 0.1;
    const bool knows = std::find(member.knows.begin(), member.knows.end(), person.id) != member.knows.end();
    return 0.2 + 0.4 * functions + levels + (knows ? 0.2 : 0);
}

}  // namespace buygraph
