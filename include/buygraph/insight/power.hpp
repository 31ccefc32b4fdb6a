#pragma once

#include <optional>
#include <vector>

#include "../separate.hpp"
#include "common_points.hpp"
#include "voting_power.hpp"

namespace buygraph {

/// Where everybody stands in the network of one relation, or of all together. Positive ties only; vectors by person, n.
struct NetworkPower {
    std::optional<Relation> relation;                ///< none: all together
    std::vector<double> strength;                    ///< by how much he moves others directly: the strengths of his ties added up
    std::vector<double> reach;                       ///< share of all others whom his word gets to, [0, 1]
    std::vector<double> betweenness;                 ///< normalised, length 1 / strength, [0, 1]
    std::vector<double> pagerank;                    ///< whose word carries (ties reversed, damping 0.85), adding to 1
    std::vector<std::optional<double>> eigenvector;  ///< ties reversed, squares adding to 1; nothing where no ties run in a circle
    std::vector<double> bonacich;                    ///< squares adding to n
    double attenuation = 0;                          ///< β of Bonacich's measure
    std::vector<std::optional<double>> constraint;   ///< Burt's; nothing for one without contacts
};

/// Power of everybody, each kind by its own name: by right, by control, over the outcome, by votes, by place in the network.
struct Power {
    std::vector<double> decides;               ///< n: the chance that he is the one; 0 under quota, majority and unanimity, where nobody is
    std::vector<double> votes;                 ///< n: number of votes, or weight
    std::vector<bool> veto;                    ///< n
    std::vector<double> total_effects;         ///< n: Σ_i V[i,p] / n, Friedkin's total effects centrality, [0, 1] without negative ties
    std::vector<double> control;               ///< n: Σ_d eyes_d V[d,p], how much of the deciders' final attitude is his
    std::vector<Estimate> decision_influence;  ///< n: Σ_g dP(ours)/dA_g[p,ours], signed
    VotingPower voting;                        ///< Shapley–Shubik and Banzhaf under the deal's rule
    std::vector<NetworkPower> networks;        ///< all relations together, then each that has a positive tie
};

struct PowerOptions {
    std::optional<double> attenuation;  ///< β of Bonacich's measure; half of 1 / (greatest strength of one person) unless given
    ForecastOptions forecast{.samples = 1024, .variance_by_group = false};
};

/// \throws InputError  an attenuation beyond what the network bears; it says how much that is
/// Cost: n³.
[[nodiscard]] BUYGRAPH_HEAVY NetworkPower network_power(const DecisionModel& model, std::optional<Relation> relation, std::optional<double> attenuation = {});

/// Everybody's power of every kind. In real firms the most asked, the broker and the one whose word carries are three different people, so there is
/// no number that joins them.
///
/// \throws InputError   an attenuation or samples out of range
/// \throws Interrupted  when options.forecast.interrupt says so
/// Cost: one forecast with its way back, and n³ for each relation.
/// Source: Friedkin 1991 (total effects), doi:10.1086/229694; each measure's own header for the rest.
[[nodiscard]] BUYGRAPH_HEAVY Power power(const DecisionModel& model, const PowerOptions& options = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include <algorithm>
#include <cstddef>
#include <utility>

#include "../deal/deal.hpp"
#include "../error.hpp"
#include "../graph/betweenness.hpp"
#include "../graph/bonacich.hpp"
#include "../graph/constraint.hpp"
#include "../graph/degree.hpp"
#include "../graph/eigenvector.hpp"
#include "../graph/pagerank.hpp"
#include "../graph/reach.hpp"
#include "../model/formal_right.hpp"
#include "../model/relation_ties.hpp"

namespace buygraph {

BUYGRAPH_HEAVY NetworkPower network_power(const DecisionModel& model, std::optional<Relation> relation, std::optional<double> attenuation) {
    const graph::Ties ties = graph::positive(ties_of(model, relation)), towards = graph::reversed(ties);
    NetworkPower found;
    found.relation = relation;
    double greatest = 0;  // no eigenvalue is larger than the greatest row sum
    for (const graph::Degree& degree : graph::degrees(ties)) {
        found.strength.push_back(degree.out_strength);
        greatest = std::max(greatest, degree.out_strength);
    }
    for (const graph::Reach& reach : graph::reach(ties)) found.reach.push_back(reach.share);
    found.betweenness = graph::betweenness(ties);
    found.pagerank = graph::pagerank(towards).values;
    const graph::EigenvectorCentrality central = graph::eigenvector(towards);
    for (const double value : central.values) found.eigenvector.push_back(central.converged ? std::optional(value) : std::nullopt);
    found.attenuation = attenuation.value_or(greatest > 0 ? 0.5 / greatest : 0);
    try {
        found.bonacich = graph::bonacich(ties, found.attenuation);
    } catch (const InputError& error) {
        throw InputError("attenuation", error.given, error.allowed);
    }
    found.constraint = graph::constraint(ties);
    return found;
}

BUYGRAPH_HEAVY Power power(const DecisionModel& model, const PowerOptions& options) {
    const std::size_t n = model.people_count();
    const std::vector<double> eyes = deciding_eyes(model);
    Power found;
    const bool somebody_decides = one_person_decides(model) || rule_of(model) == Rule::weighted;
    for (std::size_t p = 0; p < n; ++p) {
        const FormalRight right = formal_right(model, p);
        found.decides.push_back(somebody_decides ? right.decides : 0);
        found.votes.push_back(right.votes);
        found.veto.push_back(right.veto);
    }
    for (std::size_t p = 0; p < n; ++p) {
        double all = 0, deciders = 0;
        for (std::size_t i = 0; i < n; ++i) {
            all += model.control(i, p);
            deciders += eyes[i] * model.control(i, p);
        }
        found.total_effects.push_back(all / static_cast<double>(n));
        found.control.push_back(deciders);
    }
    ForecastOptions quick = options.forecast;
    quick.variance_by_group = false;
    found.decision_influence = win_and_influence(model, quick).influence;
    found.voting = voting_power(model);
    found.networks.push_back(network_power(model, std::nullopt, options.attenuation));
    for (const auto& entry : Words<Relation>::table)
        if (std::any_of(model.ties.begin(), model.ties.end(), [&](const DirectedTie& tie) { return tie.relation == entry.second && tie.strength > 0; }))
            found.networks.push_back(network_power(model, entry.second, options.attenuation));
    return found;
}

}  // namespace buygraph

#endif
