#pragma once

#include "../decision/power_index.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// Everybody's voting power under the deal's rule, in the model's order of people.
struct VotingPower {
    decision::PowerIndex shapley_shubik;
    decision::Banzhaf banzhaf;  ///< normalised (`values`) and absolute
};

/// Shapley–Shubik and Banzhaf of everybody under the deal's rule with vetoes: power by right, whatever anybody wants or whom he sways.
///
/// A coalition carries a purchase if all veto holders are in it and the rule says yes by its members' votes:
/// - quota, majority: its votes are at least those needed;
/// - unanimity: everybody with votes is in it;
/// - autocracy: the decider is in it;
/// - consent: the decider is, for he picks, and everybody with votes;
/// - weighted: one person's preference counts, drawn with his share of the votes (Choffray and Lilien's rule is this lottery), so he is in it.
/// Where a decider is known by chances, P(d) or shares of votes, each index is its mean over deciders: power expected before one knows who
/// decides. Without vetoes it is therefore the share of votes under the weighted rule, and P(d) under autocracy.
///
/// \param options  seed and samples serve only where the votes are too many to count exactly; then the results say so
/// Cost: that of the indices; O(n²) for all rules but quota and majority.
/// Source: Shapley and Shubik 1954, doi:10.2307/1951053; Banzhaf 1965; Choffray and Lilien 1980.
[[nodiscard]] BUYGRAPH_HEAVY VotingPower voting_power(const DecisionModel& model, decision::PowerOptions options = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_VOTING)

#include <cstddef>
#include <span>
#include <vector>

#include "../decision/banzhaf.hpp"
#include "../decision/rule.hpp"
#include "../decision/shapley_shubik.hpp"

namespace buygraph {

namespace detail {

/// Whom a decider needs with him: the veto holders, and under unanimity and consent everybody with votes.
[[nodiscard]] inline std::vector<std::size_t> needed_people(const decision::DecisionRule& rule, std::size_t decider) {
    std::vector<std::size_t> needed;
    for (std::size_t i = 0; i < rule.people(); ++i)
        if (i == decider || rule.veto[i] || (rule.all_must_say_yes() && rule.votes[i] > 0)) needed.push_back(i);
    return needed;
}

/// The game in which exactly these people are needed gives each an equal part of the power; added with the chance that it is played.
inline void add_unanimity(std::span<const std::size_t> needed, double chance, VotingPower& power) {
    std::vector<double> weights(power.shapley_shubik.values.size(), 0);
    for (const std::size_t person : needed) weights[person] = 1;
    const auto everybody = static_cast<double>(needed.size());
    const auto shapley = decision::shapley_shubik(weights, everybody, needed);
    const auto banzhaf = decision::banzhaf(weights, everybody, needed);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        power.shapley_shubik.values[i] += chance * shapley.values[i];
        power.banzhaf.values[i] += chance * banzhaf.values[i];
        power.banzhaf.absolute[i] += chance * banzhaf.absolute[i];
        power.banzhaf.swings[i] += chance * banzhaf.swings[i];
    }
}

}  // namespace detail

BUYGRAPH_HEAVY VotingPower voting_power(const DecisionModel& model, decision::PowerOptions options) {
    const decision::DecisionRule& rule = *model.rule;
    const std::size_t people = rule.people();
    if (rule.counts_votes()) {
        const std::vector<double> votes(rule.votes.begin(), rule.votes.end());
        std::vector<std::size_t> vetoes;
        for (std::size_t i = 0; i < people; ++i)
            if (rule.veto[i]) vetoes.push_back(i);
        const auto game = decision::coalition_game(votes, rule.votes_needed, vetoes);
        options.exact = options.exact && decision::exact_plan(game, game.active() / 2 + 1);
        return {decision::shapley_shubik(votes, rule.votes_needed, vetoes, options), decision::banzhaf(votes, rule.votes_needed, vetoes, options)};
    }
    const std::vector<double> none(people, 0);
    VotingPower power;
    power.shapley_shubik.values = power.shapley_shubik.standard_error = none;
    power.banzhaf.values = power.banzhaf.standard_error = power.banzhaf.absolute = power.banzhaf.absolute_error = power.banzhaf.swings = none;
    for (std::size_t decider = 0; decider < people; ++decider)
        if (rule.decides[decider] > 0) detail::add_unanimity(detail::needed_people(rule, decider), rule.decides[decider], power);
    return power;
}

}  // namespace buygraph

#endif
