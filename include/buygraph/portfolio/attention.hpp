#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "../separate.hpp"
#include "result.hpp"

namespace buygraph {

/// One step of one deal in its place among all steps of all deals.
struct AttentionStep {
    std::size_t row;             ///< of the portfolio
    std::size_t step;            ///< of the row's steps
    bool within = true;          ///< the member still has the hours, after what stands before it
    std::optional<double> left;  ///< hours that the member has left after it; nothing: no limit
};

/// Where an hour of the team is worth most over all deals: every step of every deal's plan by what an hour of it is worth, one currency after the other (the one of most
/// value first). Steps without money stand last, by gain an hour; those that take no hours are left out.
///
/// A member is the same in all deals by his id, and has the hours that the first deal with him says. Going down the list he takes a step while he has the hours for it;
/// what he can no longer take is marked. Taking by the ratio is not always best, where hours are left over at the end (a knapsack).
/// Cost: O(steps · log steps).
[[nodiscard]] BUYGRAPH_HEAVY std::vector<AttentionStep> attention(std::span<const PortfolioRow> rows);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PORTFOLIO)

#include <map>
#include <string>

#include "../numbers/sort_stably.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::vector<AttentionStep> attention(std::span<const PortfolioRow> rows) {
    std::map<std::string, double> value;
    std::map<std::string, std::optional<double>> hours;
    std::vector<AttentionStep> order;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        value[rows[r].currency] += rows[r].value.value_or(0);
        for (std::size_t s = 0; s < rows[r].steps.size(); ++s) {
            const DealStep& step = rows[r].steps[s];
            if (!step.member.empty()) hours.try_emplace(step.member, step.member_hours);
            if (step.gain_an_hour) order.push_back({r, s, true, std::nullopt});
        }
    }
    const auto step_of = [&](const AttentionStep& at) -> const DealStep& { return rows[at.row].steps[at.step]; };
    numbers::sort_stably(order, [&](const AttentionStep& left, const AttentionStep& right) {
        const DealStep &one = step_of(left), &other = step_of(right);
        if (one.hour_worth.has_value() != other.hour_worth.has_value()) return one.hour_worth.has_value();
        if (!one.hour_worth) return *one.gain_an_hour > *other.gain_an_hour;
        const std::string &mine = rows[left.row].currency, &theirs = rows[right.row].currency;
        if (mine != theirs) return value[mine] != value[theirs] ? value[mine] > value[theirs] : mine < theirs;
        return *one.hour_worth > *other.hour_worth;
    });
    for (AttentionStep& at : order) {
        const DealStep& step = step_of(at);
        if (step.member.empty()) continue;
        std::optional<double>& left = hours[step.member];
        if (left) {
            at.within = *step.hours <= *left;
            if (at.within) *left -= *step.hours;
            at.left = left;
        }
    }
    return order;
}

}  // namespace buygraph

#endif
