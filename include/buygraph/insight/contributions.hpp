#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../forecast/forecast.hpp"
#include "../model/decision_model.hpp"
#include "../model/formal_right.hpp"
#include "../separate.hpp"

namespace buygraph {

/// What one term of a contribution stands for.
enum class ContributionKind {
    concern,     ///< a person's weight on a concern, times how the two offers score on it as he sees them
    leaning,     ///< his leaning and the deviation that the evidence makes likely
    importance   ///< what the evidence says about how much he weighs things
};
template <>
struct Words<ContributionKind> {
    static constexpr WordTable<ContributionKind, 3> table{
        {{"concern", ContributionKind::concern}, {"leaning", ContributionKind::leaning}, {"importance", ContributionKind::importance}}};
};

struct Contribution {
    std::size_t person;
    std::optional<std::size_t> concern;  ///< of the kind concern
    ContributionKind kind;
    double value;  ///< part of the margin, in units of attitude
};

/// Why ours and not theirs: the margin in somebody's eyes, taken apart.
struct Explanation {
    std::size_t gate;                    ///< 0 buy, 1 vendor
    std::size_t rival;                   ///< index of the offer compared with; 0: staying
    std::vector<double> eyes;            ///< n: whose eyes, adding to 1
    double margin;                       ///< Σ of all contributions
    std::vector<Contribution> contributions;  ///< by person, then concern; zeros left out
};

/// The competitor most likely to win; staying (0) where there is none.
[[nodiscard]] BUYGRAPH_HEAVY std::size_t likeliest_rival(const DecisionModel& model, const Forecast& forecast);

/// What our offer's lead over another is made of in everybody's mind, before people talk: at the posterior means, at one gate.
struct MarginParts {
    Matrix score;                    ///< n × K: s_ours − s_rival as each sees it, centred
    std::vector<double> leaning;     ///< n: leaning and deviation
    std::vector<double> importance;  ///< n: what the evidence says about how much he weighs things
};
[[nodiscard]] BUYGRAPH_HEAVY MarginParts margin_parts(const DecisionModel& model, std::size_t rival, std::size_t gate);

/// Takes the margin of our offer over another apart, down to person × concern: V[d,p] · C_g[p,k] · (s_ours − s_rival), at the posterior
/// mean of the scores as p sees them and the mean ties; besides, one term a person for leaning and deviation and one for importances.
///
/// Everything up to the decision is linear, so the terms add up to the margin exactly (but for rounding).
/// \param eyes   n, whose eyes, adding to 1
/// \param rival  index of the offer compared with; 0: staying
/// \param gate   0 buy, 1 vendor
/// Cost: O(n² + n · K + errors).
[[nodiscard]] BUYGRAPH_HEAVY Explanation explain(const DecisionModel& model, std::vector<double> eyes, std::size_t rival, std::size_t gate);

/// The same by names. Unless said: through the deciders' eyes, against the likeliest rival, at the vendor gate (over staying: at the buy gate).
/// \throws InputError  naming the people or offers there are
[[nodiscard]] BUYGRAPH_HEAVY Explanation explain(const DecisionModel& model, std::optional<std::string_view> decider = {}, std::optional<std::string_view> rival = {}, std::optional<Gate> gate = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

#include "believed_scores.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::size_t likeliest_rival(const DecisionModel& model, const Forecast& forecast) {
    std::size_t rival = 0;
    for (std::size_t j = 1; j < model.offer_count(); ++j)
        if (j != model.ours && (rival == 0 || forecast.outcomes[j] > forecast.outcomes[rival])) rival = j;
    return rival;
}

BUYGRAPH_HEAVY MarginParts margin_parts(const DecisionModel& model, std::size_t rival, std::size_t gate) {
    const std::size_t n = model.people_count(), concerns = model.table.concerns.size(), ours = model.ours;
    const AttitudeIndex& index = model.index();
    MarginParts parts{Matrix(n, concerns), std::vector<double>(n), std::vector<double>(n)};
    const Matrix own = believed_scores(model, ours), other = believed_scores(model, rival);
    for (std::size_t p = 0; p < n; ++p) {
        for (std::size_t k = 0; k < concerns; ++k) parts.score(p, k) = own(p, k) - other(p, k);
        parts.leaning[p] = model.table.leaning(p, ours) - model.table.leaning(p, rival);
    }
    // What the evidence adds to each attitude beyond the scores, put where its error belongs.
    for (std::size_t z = 0; z < model.prior.latents.size(); ++z) {
        const Latent& latent = model.prior.latents[z];
        const double mean = model.belief.latent_mean[z];
        for (const auto& [at, loading] : latent.loadings) {
            const std::size_t offer = at % index.offers, person = at / index.offers % index.people;
            if (at / (index.offers * index.people) != gate || (offer != ours && offer != rival)) continue;
            const double sign = offer == ours ? 1 : -1;
            switch (latent.group) {
                case ErrorGroup::score: break;
                case ErrorGroup::deviation: parts.leaning[person] += sign * mean; break;
                case ErrorGroup::importance: parts.importance[person] += sign * loading * mean; break;
            }
        }
    }
    return parts;
}

BUYGRAPH_HEAVY Explanation explain(const DecisionModel& model, std::vector<double> eyes, std::size_t rival, std::size_t gate) {
    const std::size_t n = model.people_count(), concerns = model.table.concerns.size();
    const Matrix& weights = model.prior.weights[gate];
    const MarginParts parts = margin_parts(model, rival, gate);
    Explanation result{gate, rival, std::move(eyes), 0, {}};
    const auto add = [&](std::size_t person, std::optional<std::size_t> concern, ContributionKind kind, double value) {
        result.margin += value;
        if (value != 0) result.contributions.push_back({person, concern, kind, value});
    };
    for (std::size_t p = 0; p < n; ++p) {
        double control = 0;
        for (std::size_t d = 0; d < n; ++d) control += result.eyes[d] * model.control(d, p);
        for (std::size_t k = 0; k < concerns; ++k) add(p, k, ContributionKind::concern, control * weights(p, k) * parts.score(p, k));
        add(p, std::nullopt, ContributionKind::leaning, control * parts.leaning[p]);
        add(p, std::nullopt, ContributionKind::importance, control * parts.importance[p]);
    }
    return result;
}

BUYGRAPH_HEAVY Explanation explain(const DecisionModel& model, std::optional<std::string_view> decider, std::optional<std::string_view> rival, std::optional<Gate> gate) {
    std::vector<double> eyes = deciding_eyes(model);
    if (decider) {
        eyes.assign(model.people_count(), 0.0);
        eyes[model.person(*decider)] = 1;
    }
    std::size_t other = 0;
    if (rival) {
        other = model.offer(*rival);
        if (other == model.ours) throw InputError("rival", std::string(*rival), "another offer than ours");
    } else {
        ForecastOptions quick;
        quick.samples = 1024;
        quick.variance_by_group = false;
        other = likeliest_rival(model, forecast(model, quick));
    }
    const std::size_t at = gate ? static_cast<std::size_t>(*gate) : other == 0 ? 0 : 1;
    return explain(model, std::move(eyes), other, at);
}

}  // namespace buygraph

#endif
