#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "../deal/deal.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// The shape of the buying centre in five numbers, after Johnston and Bonoma.
///
/// Vacant seats count, people who left do not. Who has no level or no department adds none.
/// Source: Johnston and Bonoma 1981, "The Buying Center: Structure and Interaction Patterns", Journal of Marketing 45(3), doi:10.1177/002224298104500312.
struct CentreDimensions {
    std::size_t vertical_involvement = 0;  ///< distinct levels
    std::size_t lateral_involvement = 0;   ///< distinct departments
    std::size_t extensivity = 0;           ///< people
    double connectedness = 0;              ///< share of the ordered pairs of people with a tie, reporting lines included; 0 for one person
    std::optional<double> purchaser_centrality;  ///< his share of all |t| given and taken, [0, 1]; none where nobody is purchaser
};

/// The five dimensions of a deal.
///
/// Raw strengths, records of one pair and direction added up. Several purchasers, or one who has other roles too: each counts by his share of the role.
/// Cost: O(n² + ties).
[[nodiscard]] BUYGRAPH_HEAVY CentreDimensions centre_dimensions(const Deal& deal, const DecisionModel& model);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include "../deal/role_mix.hpp"
#include "../model/raw_ties.hpp"

namespace buygraph {

BUYGRAPH_HEAVY CentreDimensions centre_dimensions(const Deal& deal, const DecisionModel& model) {
    const std::size_t n = model.people_count();
    const Matrix raw = raw_ties(model);
    const Catalog catalog = merged_catalog(deal.catalog);
    CentreDimensions found;
    found.extensivity = n;
    std::set<int> levels;
    std::set<std::string> departments;
    std::size_t at = 0, tied = 0;
    double all = 0, purchasers = 0;
    bool any = false;
    for (const Person& person : deal.people) {
        if (has_departed(person)) continue;
        const std::size_t i = at++;
        if (person.level) levels.insert(*person.level);
        if (!person.department.empty()) departments.insert(person.department);
        const RoleMix mix = mix_roles(person, catalog);
        const double* share = mix.shares.find("purchaser");
        any = any || share;
        for (std::size_t j = 0; j < n; ++j) {
            if (j == i) continue;
            tied += raw(i, j) != 0;
            all += 2 * std::abs(raw(i, j));  // given by one and taken by another
            if (share) purchasers += *share * (std::abs(raw(i, j)) + std::abs(raw(j, i)));
        }
    }
    found.vertical_involvement = levels.size();
    found.lateral_involvement = departments.size();
    if (n > 1) found.connectedness = static_cast<double>(tied) / static_cast<double>(n * (n - 1));
    if (any) found.purchaser_centrality = all > 0 ? purchasers / all : 0;
    return found;
}

}  // namespace buygraph

#endif
