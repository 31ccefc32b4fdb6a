#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "../deal/deal.hpp"
#include "../separate.hpp"
#include "stored_worlds.hpp"

namespace buygraph {

/// What to do about a concern when talking to somebody.
enum class AdviceKind {
    lead,  ///< we are ahead in his eyes: open with it
    mend,  ///< we are behind: repair it
    ask    ///< we hardly know how he sees it
};
template <>
struct Words<AdviceKind> {
    static constexpr WordTable<AdviceKind, 3> table{{{"lead", AdviceKind::lead}, {"mend", AdviceKind::mend}, {"ask", AdviceKind::ask}}};
};

/// One thing to say to, or to ask, one person.
struct Advice {
    std::size_t person;
    AdviceKind kind;
    std::size_t concern;
    double weight;  ///< C_2: the concern's share in his mind when it is decided from whom
    double margin;  ///< s_ours − s_rival as he sees it, posterior mean, centred
    double sd;      ///< of that margin, after the evidence
    double gain;    ///< what P(ours) would gain, by its slope, if his view of ours came all the way to the best; often not what leading with a strength is for
};

/// A concern of the frame that everybody hears.
struct FrameConcern {
    std::size_t concern;
    double gain;     ///< summed over people
    double reach;    ///< Σ_p V[d,p] · C_2[p,k], in the deciders' eyes
    double breadth;  ///< (Σ q)² / Σ q² of q = |V[d,p] · C_2[p,k]|: by how many people it works
};

/// A message moves one person's view of our score on one concern a tenth of the way to the best.
inline constexpr double message_effect = 0.1;

/// Which messages go out, and what they do.
struct MessagePlan {
    std::vector<std::pair<std::size_t, std::size_t>> messages;  ///< person and concern
    Estimate win;       ///< P(ours)
    Estimate conflict;  ///< D(ours), mean over states of the world
};

/// What to say to each, and one thing to all.
struct Messages {
    std::size_t rival = 0;            ///< index of the offer compared with; 0: staying
    std::vector<FrameConcern> frame;  ///< at most three, the greatest gain first
    std::vector<Advice> advice;       ///< by person, then lead, mend, ask; at most three of each
    MessagePlan nothing, shared, tailored;
};

namespace detail {

/// Posterior sd of s_ours − s_rival as each sees it, n × K; concerns that he does not weigh are left at 0.
[[nodiscard]] BUYGRAPH_HEAVY Matrix score_margin_sd(const DecisionModel& model, std::size_t rival);

}  // namespace detail

/// What to say to each person, and which three things to all; both plans scored, whichever wins.
///
/// Vacant seats get none: nobody can be told.
/// \param deal       the deal that the worlds' model was compiled from
/// \param influence  2 × n: dP(ours) / dA_g[i,ours], by gate and person
/// \param rival      index of the offer compared with, as from `likeliest_rival`; 0: staying
/// Cost: three scorings of the stored worlds and O(n · K · (n·m)²).
/// Source: docs/model.md, section 8. Contrary evidence on tailoring: Gartner 2025, see docs.
[[nodiscard]] BUYGRAPH_HEAVY Messages messages(const Deal& deal, const StoredWorlds& worlds, const Matrix& influence, std::size_t rival);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_ENGAGEMENT)

#include <algorithm>
#include <cmath>
#include <numeric>

#include "../belief/anticipation.hpp"
#include "../insight/contributions.hpp"
#include "../numbers/greatest.hpp"
#include "score_shifts.hpp"

namespace buygraph {

namespace detail {

inline constexpr double weighed_share = 0.05;  ///< a person's concerns from this weight on are worth a word
inline constexpr double level_margin = 0.01;    ///< neither ahead nor behind: a twentieth of a point

[[nodiscard]] inline MessagePlan sent(const StoredWorlds& worlds, const Matrix& room, std::vector<std::pair<std::size_t, std::size_t>> messages) {
    Matrix views(room.rows, room.columns);
    for (const auto& [person, concern] : messages) views(person, concern) = message_effect * room(person, concern);
    ShiftedOutcomes outcome = worlds.with(attitude_shift(worlds.model(), views));
    return {std::move(messages), outcome.outcomes[worlds.model().ours], outcome.conflict};
}

BUYGRAPH_HEAVY Matrix score_margin_sd(const DecisionModel& model, std::size_t rival) {
    const std::size_t n = model.people_count(), concerns = model.table.concerns.size();
    std::vector<Observable> margins(n * concerns);
    for (std::size_t z = 0; z < model.prior.latents.size(); ++z) {
        const Latent& latent = model.prior.latents[z];
        if (latent.group != ErrorGroup::score || (latent.offer != model.ours && latent.offer != rival)) continue;
        for (const auto& [at, loading] : latent.loadings) {
            auto& errors = margins[at / model.index().offers % n * concerns + latent.concern].errors;
            if (errors.empty() || errors.back().first != z) errors.emplace_back(z, latent.offer == model.ours ? 1 : -1);
        }
    }
    const Anticipator anticipate(model.prior, model.index(), model.readings, model.control, model.bias_sd);
    Matrix sd(n, concerns);
    for (std::size_t at = 0; at < margins.size(); ++at) sd.values[at] = std::sqrt(std::max(0.0, anticipate(margins[at]).variance));
    return sd;
}

}  // namespace detail

BUYGRAPH_HEAVY Messages messages(const Deal& deal, const StoredWorlds& worlds, const Matrix& influence, std::size_t rival) {
    const DecisionModel& model = worlds.model();
    const std::size_t n = model.people_count(), concerns = model.table.concerns.size();
    const Matrix &weights = model.prior.weights[1], room = room_to_best(model), gains = view_gains(model, influence, room);
    const Matrix own = believed_scores(model, model.ours), other = believed_scores(model, rival), sd = detail::score_margin_sd(model, rival);
    const std::vector<bool> named = named_people(deal);
    Messages result;
    result.rival = rival;

    std::vector<double> summed(concerns, 0.0);
    for (std::size_t p = 0; p < n; ++p)
        for (std::size_t k = 0; k < concerns && named[p]; ++k) summed[k] += gains(p, k);
    const std::vector<double> eyes = deciding_eyes(model);
    std::vector<std::pair<std::size_t, std::size_t>> to_all, to_each;
    for (const std::size_t k : numbers::greatest(summed, concerns_at_once)) {
        FrameConcern frame{k, summed[k], 0, 0};
        double size = 0, squares = 0;
        for (std::size_t p = 0; p < n; ++p) {
            double q = 0;
            for (std::size_t d = 0; d < n; ++d) q += eyes[d] * model.control(d, p) * weights(p, k);
            frame.reach += q;
            size += std::abs(q), squares += q * q;
            if (named[p] && model.table.importance(p, k) > 0) to_all.emplace_back(p, k);
        }
        frame.breadth = squares > 0 ? size * size / squares : 0;
        result.frame.push_back(frame);
    }

    for (std::size_t p = 0; p < n; ++p) {
        if (!named[p]) continue;
        std::vector<double> ahead(concerns, 0.0), behind(concerns, 0.0), unsure(concerns, 0.0), gain(concerns, 0.0);
        for (std::size_t k = 0; k < concerns; ++k) {
            gain[k] = gains(p, k);
            if (weights(p, k) < detail::weighed_share) continue;
            const double margin = own(p, k) - other(p, k);
            if (std::abs(margin) >= detail::level_margin) (margin > 0 ? ahead : behind)[k] = weights(p, k) * std::abs(margin);
            unsure[k] = weights(p, k) * sd(p, k);
        }
        for (const auto& [kind, sizes] : {std::pair(AdviceKind::lead, &ahead), std::pair(AdviceKind::mend, &behind), std::pair(AdviceKind::ask, &unsure)})
            for (const std::size_t k : numbers::greatest(*sizes, concerns_at_once)) result.advice.push_back({p, kind, k, weights(p, k), own(p, k) - other(p, k), sd(p, k), gains(p, k)});
        for (const std::size_t k : numbers::greatest(gain, concerns_at_once)) to_each.emplace_back(p, k);
    }
    result.nothing = detail::sent(worlds, room, {});
    result.shared = detail::sent(worlds, room, std::move(to_all));
    result.tailored = detail::sent(worlds, room, std::move(to_each));
    return result;
}

}  // namespace buygraph

#endif
