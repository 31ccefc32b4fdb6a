#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "stance_scale.hpp"

namespace buygraph {

enum class Sureness { sure, likely, guess };

/// Where one person stands: his lead L for us over the best rival, or what another scale shows, and how sure we are of it.
struct Standing {
    double lead;            ///< on the scale below
    double sd;              ///< of what we know: its posterior sd
    double low;             ///< 10 % of it
    double high;            ///< 90 %
    int sign;               ///< 2 from 0.30, 1 from 0.08, 0, −1 to −0.08, −2 to −0.30
    Sureness sureness;      ///< by Φ(|L| / sd): sure from 0.90, likely from 0.75; for sign 0 by P(|L| < 0.30)
    StanceScale scale;      ///< which it is: without a rival the lead is the pull to buy
    std::size_t rival;      ///< index of his best rival offer; 0: there is none, and staying is
};

namespace detail {

[[nodiscard]] BUYGRAPH_HEAVY Sureness sureness_of(double lead, double sd, int sign);

}  // namespace detail

/// Where somebody stands on a scale, at the mean: a standing without what we do not know of it.
struct Lead {
    double value;
    std::size_t gate;     ///< 1 vendor; 0 where it is the pull to buy
    std::size_t rival;    ///< index of his best rival offer; 0: there is none
    StanceScale scale;    ///< which it is: without a rival the lead is the pull to buy

    /// Index of the offer that ours is compared with, 0 is staying; nothing for the stance to us.
    [[nodiscard]] std::optional<std::size_t> over() const {
        if (scale == StanceScale::stance_to_us) return std::nullopt;
        return scale == StanceScale::lead ? rival : 0;
    }
};

/// Everybody's lead, n, or where he stands on another scale. Cost: O(n² · m).
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Lead> leads(const DecisionModel& model, StanceScale scale = StanceScale::lead);

/// Where everybody stands, after the evidence and the drift, at the mean ties; one entry for each person of the model.
///
/// Cost: O(n³) for each offer that somebody's is compared with, from the joint covariance of the attitudes.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Standing> standings(const DecisionModel& model, StanceScale scale = StanceScale::lead);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include "../deal/language.hpp"

namespace buygraph {

namespace detail {

[[nodiscard]] inline double normal_probability(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

BUYGRAPH_HEAVY Sureness sureness_of(double lead, double sd, int sign) {
    const double p = !(sd > 0) ? 1
                     : sign == 0 ? normal_probability((0.30 - lead) / sd) - normal_probability((-0.30 - lead) / sd)
                                 : normal_probability(std::abs(lead) / sd);
    return p >= 0.90 ? Sureness::sure : p >= 0.75 ? Sureness::likely : Sureness::guess;
}

}  // namespace detail

BUYGRAPH_HEAVY std::vector<Lead> leads(const DecisionModel& model, StanceScale scale) {
    const Matrix vendor = final_attitudes(model, 1), buy = final_attitudes(model, 0);
    std::vector<Lead> result;
    for (std::size_t i = 0; i < model.people_count(); ++i) {
        std::size_t rival = 0;
        for (std::size_t j = 1; j < model.offer_count(); ++j)
            if (j != model.ours && (rival == 0 || vendor(i, j) > vendor(i, rival))) rival = j;
        const StanceScale shown = scale == StanceScale::lead && rival == 0 ? StanceScale::pull_to_buy : scale;
        Lead& lead = result.emplace_back(Lead{0, shown == StanceScale::pull_to_buy ? std::size_t{0} : std::size_t{1}, rival, shown});
        const Matrix& final = lead.gate == 0 ? buy : vendor;
        lead.value = final(i, model.ours) - (lead.over() ? final(i, *lead.over()) : 0);
    }
    return result;
}

namespace detail {

/// Covariances between people of what a scale shows before others sway them: n × n, of one gate and one offer that ours is compared with.
[[nodiscard]] inline Matrix scale_covariance(const DecisionModel& model, const Matrix& spread, std::size_t gate, std::optional<std::size_t> over) {
    const std::size_t n = model.people_count();
    const AttitudeIndex& index = model.index();
    Matrix both(n, n);
    for (std::size_t p = 0; p < n; ++p)
        for (std::size_t q = 0; q < n; ++q) {
            const std::size_t at = index(gate, p, model.ours), with = index(gate, q, model.ours);
            both(p, q) = spread(at, with);
            if (over) both(p, q) += spread(index(gate, p, *over), index(gate, q, *over)) - spread(at, index(gate, q, *over)) - spread(index(gate, p, *over), with);
        }
    return both;
}

}  // namespace detail

BUYGRAPH_HEAVY std::vector<Standing> standings(const DecisionModel& model, StanceScale scale) {
    const std::size_t n = model.people_count();
    const Matrix spread = covariance(model);
    std::vector<std::optional<Matrix>> compared(model.offer_count());  // by what ours is compared with: an offer, or staying or nothing, of which there is one
    std::vector<Standing> result;
    for (const Lead& lead : leads(model, scale)) {
        const std::size_t i = result.size();
        std::optional<Matrix>& both = compared[lead.over().value_or(0)];
        if (!both) both = detail::scale_covariance(model, spread, lead.gate, lead.over());
        double variance = 0;
        for (std::size_t p = 0; p < n; ++p) {
            const double share = model.control(i, p);
            if (share == 0) continue;
            double with_all = 0;
            for (std::size_t q = 0; q < n; ++q) with_all += (*both)(p, q) * model.control(i, q);
            variance += share * with_all;
        }
        const double value = lead.value, sd = std::sqrt(std::max(0.0, variance));
        const int size = std::abs(value) >= 0.30 ? 2 : std::abs(value) >= 0.08 ? 1 : 0;
        const int sign = value < 0 ? -size : size;
        constexpr double tenth = 1.2815515655446004;  // Φ⁻¹(0.9)
        result.push_back({value, sd, value - tenth * sd, value + tenth * sd, sign, detail::sureness_of(value, sd, sign), lead.scale, lead.rival});
    }
    return result;
}

}  // namespace buygraph

#endif
