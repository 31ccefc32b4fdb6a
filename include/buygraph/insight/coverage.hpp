#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "../deal/date.hpp"
#include "../deal/deal.hpp"
#include "../deal/evidence.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// What is known of one person, or of a role on the average: six kinds of knowledge, each from 0 (nothing) to 1 (all).
struct Known {
    double margin = 0;           ///< information coverage of his margin of ours over the rival
    std::vector<double> stance;  ///< m: information coverage of where he stands on each offer: X_2[i,j] of a vendor's, X_1[i,0] of staying
    double weights = 0;          ///< Σ_k C_2[i,k] · (1 − min(1, (sd_k / 1.5)²)): 0 where the catalog says it all (sd 1.5), 5/9 where everything is his own (sd 1)
    double sways = 0;            ///< of all |t| that move him, the share from ties that somebody recorded and not from reporting lines; 0 where nothing moves him
    double freshness = 0;        ///< 1 − age / 180 days of the newest evidence about him, 0 from 180 days on and without evidence; undated evidence has age 0
};

struct RoleKnown {
    std::string role;   ///< id
    double people = 0;  ///< Σ of their shares of the role
    Known known;        ///< mean over them, weighted by these shares, vacant seats included
};

/// How much the evidence has told us of what decides the deal.
struct Coverage {
    std::size_t rival = 0;          ///< index of the offer compared with; 0: staying
    double overall = 0;             ///< information coverage of the deciders' margin
    std::vector<Known> people;      ///< n
    std::vector<RoleKnown> roles;   ///< those that somebody has, in the catalog's order
};

inline constexpr double stale_days = 180;  ///< evidence older than this is stale
inline constexpr double catalog_importance_sd = 1.5;

/// Information coverage 1 − Var(after the evidence) / Var(before it) of the margin of ours over an offer in somebody's eyes: at the vendor gate,
/// over staying (0) at the buy gate; at the mean ties and before the drift. 0 where nothing was uncertain.
///
/// \param eyes  n, whose eyes, adding to 1
/// Cost: O(errors + (n·m)²).
[[nodiscard]] BUYGRAPH_HEAVY double information_coverage(const DecisionModel& model, const std::vector<double>& eyes, std::size_t rival);

namespace detail {

[[nodiscard]] BUYGRAPH_HEAVY double weights_known(const DecisionModel& model, std::size_t person);

/// Days from a piece of evidence to the day of the deal; 0 where either is not given.
[[nodiscard]] inline double age_in_days(const Deal& deal, const Evidence& evidence) { return months_between(evidence.date, deal.as_of) * 30.4375; }
[[nodiscard]] BUYGRAPH_HEAVY double freshness(const Deal& deal, const std::string& person);

}  // namespace detail

/// What is known of everybody and of every role, and in all.
///
/// \param deal   the deal that `model` was compiled from
/// \param rival  index of the offer compared with, as from `likeliest_rival`; 0: staying
/// Cost: O(n · m · (errors + (n·m)²)); a millisecond for ten people.
[[nodiscard]] BUYGRAPH_HEAVY Coverage coverage(const Deal& deal, const DecisionModel& model, std::size_t rival);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

#include "../deal/role_mix.hpp"
#include "contributions.hpp"

namespace buygraph {

namespace detail {

/// Variance of Σ row · A before and after the evidence, before the drift.
struct VarianceBeforeAfter {
    double prior, posterior;
    /// 0 where nothing was uncertain.
    [[nodiscard]] double coverage() const { return prior > 1e-18 ? 1 - posterior / prior : 0; }
};

[[nodiscard]] inline VarianceBeforeAfter variances(const DecisionModel& model, const std::vector<double>& row) {
    VarianceBeforeAfter found{0, 0};
    for (const Latent& latent : model.prior.latents) {
        double loading = 0;
        for (const auto& [at, value] : latent.loadings) loading += row[at] * value;
        found.prior += latent.sd * latent.sd * loading * loading;
    }
    for (std::size_t a = 0; a < row.size(); ++a)
        for (std::size_t b = 0; row[a] != 0 && b < row.size(); ++b) found.posterior += row[a] * row[b] * model.belief.covariance(a, b);
    return found;
}

/// Adds `times` the final attitude X_gate[eyes, offer] at the mean ties to a row over all attitudes.
inline void add_final(const DecisionModel& model, const std::vector<double>& eyes, std::size_t gate, std::size_t offer, double times, std::vector<double>& row) {
    for (std::size_t d = 0; d < eyes.size(); ++d)
        for (std::size_t p = 0; eyes[d] != 0 && p < eyes.size(); ++p) row[model.index()(gate, p, offer)] += times * eyes[d] * model.control(d, p);
}

}  // namespace detail

BUYGRAPH_HEAVY double information_coverage(const DecisionModel& model, const std::vector<double>& eyes, std::size_t rival) {
    std::vector<double> row(model.index().size(), 0.0);
    const std::size_t gate = rival == 0 ? 0 : 1;
    detail::add_final(model, eyes, gate, model.ours, 1, row);
    detail::add_final(model, eyes, gate, rival, -1, row);
    return detail::variances(model, row).coverage();
}

namespace detail {

BUYGRAPH_HEAVY double weights_known(const DecisionModel& model, std::size_t person) {
    double known = 0;
    for (std::size_t k = 0; k < model.table.concerns.size(); ++k) {
        const double sd = model.table.importance_sd(person, k) / catalog_importance_sd;
        known += model.prior.weights[1](person, k) * (1 - std::min(1.0, sd * sd));
    }
    return known;
}

[[nodiscard]] inline double sways_known(const DecisionModel& model, std::size_t person) {
    double all = 0, recorded = 0;
    for (const DirectedTie& tie : model.ties) {
        if (tie.to != person) continue;
        all += std::abs(tie.strength);
        if (tie.record) recorded += std::abs(tie.strength);
    }
    return all > 0 ? recorded / all : 0;
}

BUYGRAPH_HEAVY double freshness(const Deal& deal, const std::string& person) {
    double best = 0;
    for (const Evidence& evidence : deal.evidence)
        if (evidence.about == person) best = std::max(best, 1 - age_in_days(deal, evidence) / stale_days);
    return best;
}

inline void add_known(Known& sum, const Known& one, double share) {
    sum.margin += share * one.margin;
    sum.weights += share * one.weights;
    sum.sways += share * one.sways;
    sum.freshness += share * one.freshness;
    sum.stance.resize(one.stance.size(), 0.0);
    for (std::size_t j = 0; j < one.stance.size(); ++j) sum.stance[j] += share * one.stance[j];
}

}  // namespace detail

BUYGRAPH_HEAVY Coverage coverage(const Deal& deal, const DecisionModel& model, std::size_t rival) {
    const std::size_t n = model.people_count(), m = model.offer_count();
    Coverage found;
    found.rival = rival;
    found.overall = information_coverage(model, deciding_eyes(model), rival);
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<double> eyes(n, 0.0);
        eyes[i] = 1;
        Known known{information_coverage(model, eyes, rival), {}, detail::weights_known(model, i), detail::sways_known(model, i), detail::freshness(deal, model.people[i])};
        for (std::size_t j = 0; j < m; ++j) {
            std::vector<double> row(model.index().size(), 0.0);
            detail::add_final(model, eyes, j == 0 ? 0 : 1, j, 1, row);
            known.stance.push_back(detail::variances(model, row).coverage());
        }
        found.people.push_back(std::move(known));
    }

    const Catalog catalog = merged_catalog(deal.catalog);
    for (const auto& entry : catalog.roles) {
        RoleKnown role{entry.first, 0, {}};
        std::size_t at = 0;
        for (const Person& person : deal.people) {
            if (has_departed(person)) continue;
            const std::size_t i = at++;
            const RoleMix mix = mix_roles(person, catalog);
            if (const double* share = mix.shares.find(role.role)) {
                detail::add_known(role.known, found.people[i], *share);
                role.people += *share;
            }
        }
        if (!(role.people > 0)) continue;
        Known mean;
        detail::add_known(mean, role.known, 1 / role.people);
        role.known = std::move(mean);
        found.roles.push_back(std::move(role));
    }
    return found;
}

}  // namespace buygraph

#endif
