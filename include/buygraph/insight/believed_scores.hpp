#pragma once

#include <cstddef>

#include "../model/decision_model.hpp"
#include "../separate.hpp"

namespace buygraph {

/// How an offer scores on every concern as each person sees it, after the evidence: n × K posterior means, centred.
[[nodiscard]] BUYGRAPH_HEAVY Matrix believed_scores(const DecisionModel& model, std::size_t offer);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_INSIGHT)

namespace buygraph {

BUYGRAPH_HEAVY Matrix believed_scores(const DecisionModel& model, std::size_t offer) {
    Matrix scores(model.people_count(), model.table.concerns.size());
    for (std::size_t p = 0; p < scores.rows; ++p)
        for (std::size_t k = 0; k < scores.columns; ++k) scores(p, k) = model.table.score[p](offer, k);
    for (std::size_t z = 0; z < model.prior.latents.size(); ++z) {
        const Latent& latent = model.prior.latents[z];
        if (latent.group != ErrorGroup::score || latent.offer != offer) continue;
        for (const auto& [at, loading] : latent.loadings) {  // one for each person at a gate or at both
            const std::size_t person = at / model.index().offers % model.index().people;
            scores(person, latent.concern) = model.table.score[person](offer, latent.concern) + model.belief.latent_mean[z];
        }
    }
    return scores;
}

}  // namespace buygraph

#endif
