#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "../deal/language.hpp"
#include "../model/decision_model.hpp"

namespace buygraph {

enum class Sureness { sure, likely, guess };

/// Where one person stands: his lead L for us over the best rival, and how sure we are of it.
struct Standing {
    double lead;            ///< X_2[i,ours] − greatest X_2[i,rival]; without a rival X_1[i,ours] − X_1[i,0], the pull to buy
    double sd;              ///< of what we know: posterior sd of that difference
    double low;             ///< 10 % of it
    double high;            ///< 90 %
    int sign;               ///< 2 from 0.30, 1 from 0.08, 0, −1 to −0.08, −2 to −0.30
    Sureness sureness;      ///< by Φ(|L| / sd): sure from 0.90, likely from 0.75; for sign 0 by P(|L| < 0.30)
    bool against_rival;     ///< false: no rival, the lead is the pull to buy
    std::size_t rival;      ///< index of the offer compared with
};

namespace detail {

[[nodiscard]] inline double normal_probability(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

[[nodiscard]] inline Sureness sureness_of(double lead, double sd, int sign) {
    const double p = !(sd > 0) ? 1
                     : sign == 0 ? normal_probability((0.30 - lead) / sd) - normal_probability((-0.30 - lead) / sd)
                                 : normal_probability(std::abs(lead) / sd);
    return p >= 0.90 ? Sureness::sure : p >= 0.75 ? Sureness::likely : Sureness::guess;
}

}  // namespace detail

/// For us over the best rival, at the mean: the lead of somebody without what we do not know of it.
struct Lead {
    double value;
    std::size_t gate;   ///< 1 vendor; 0 where there is no rival, and it is the pull to buy
    std::size_t rival;  ///< index of the offer compared with; 0: staying
};

/// Everybody's lead, n. Cost: O(n² · m).
[[nodiscard]] inline std::vector<Lead> leads(const DecisionModel& model) {
    const Matrix vendor = final_attitudes(model, 1), buy = final_attitudes(model, 0);
    std::vector<Lead> result;
    for (std::size_t i = 0; i < model.people_count(); ++i) {
        std::size_t rival = 0;
        for (std::size_t j = 1; j < model.offer_count(); ++j)
            if (j != model.ours && (rival == 0 || vendor(i, j) > vendor(i, rival))) rival = j;
        const Matrix& final = rival == 0 ? buy : vendor;
        result.push_back({final(i, model.ours) - final(i, rival), rival == 0 ? std::size_t{0} : std::size_t{1}, rival});
    }
    return result;
}

/// Where everybody stands, after the evidence and the drift, at the mean ties; one entry for each person of the model.
///
/// Cost: O(n² · m²) a person, from the joint covariance of the attitudes.
[[nodiscard]] inline std::vector<Standing> standings(const DecisionModel& model) {
    const std::size_t n = model.people_count();
    const AttitudeIndex& index = model.index();
    const Matrix spread = covariance(model);
    const std::vector<Lead> lead_of = leads(model);
    std::vector<Standing> result;
    for (std::size_t i = 0; i < n; ++i) {
        const double lead = lead_of[i].value;
        const std::size_t gate = lead_of[i].gate, rival = lead_of[i].rival;
        double variance = 0;
        for (std::size_t p = 0; p < n; ++p)
            for (std::size_t q = 0; q < n; ++q) {
                const auto at = [&](std::size_t person, std::size_t offer) { return index(gate, person, offer); };
                const double both = spread(at(p, model.ours), at(q, model.ours)) + spread(at(p, rival), at(q, rival)) - spread(at(p, model.ours), at(q, rival)) -
                                    spread(at(p, rival), at(q, model.ours));
                variance += model.control(i, p) * model.control(i, q) * both;
            }
        const double sd = std::sqrt(std::max(0.0, variance));
        const int size = std::abs(lead) >= 0.30 ? 2 : std::abs(lead) >= 0.08 ? 1 : 0;
        const int sign = lead < 0 ? -size : size;
        constexpr double tenth = 1.2815515655446004;  // Φ⁻¹(0.9)
        result.push_back({lead, sd, lead - tenth * sd, lead + tenth * sd, sign, detail::sureness_of(lead, sd, sign), rival != 0, rival});
    }
    return result;
}

}  // namespace buygraph
