#pragma once

#include <optional>
#include <string>

#include "../deal/deal.hpp"
#include "../separate.hpp"
#include "questions.hpp"

namespace buygraph {

/// What somebody has told us.
struct Answer {
    QuestionKind kind = QuestionKind::stance;
    std::string about;                  ///< person id; of who decides: the one who does
    std::string offer;                  ///< of a stance or a seat; ours unless given
    std::string concern;                ///< of a rating
    std::string to;                     ///< of listens: person id of Y
    std::string informant;              ///< person id or any text
    std::optional<double> value;        ///< stance −1 to 1, rating 0 to 10, strength 0 to 1; of a seat the stance, where it was told
    std::string name;                   ///< of a seat: who sits there
    std::optional<double> reliability;  ///< of the informant at first hand; 0.7 unless given
};

/// The deal with an answer in it, to be read again: a stance becomes evidence; a rating the person's own perception, a strength the tie's, and a name of who decides a probability, each the mean of what was
/// believed and what was told, by their variances.
///
/// \param deal  valid
/// \throws InputError  a person, offer, concern, tie or vacant seat that is not there, a value out of range, a seat of which neither name nor stance was told
[[nodiscard]] BUYGRAPH_HEAVY Deal with_answer(Deal deal, const Answer& answer);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PLAN)

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "../belief/reliability.hpp"
#include "../deal/number_text.hpp"
#include "../deal/tie_kinds.hpp"
#include "../graph/hops.hpp"
#include "../model/account.hpp"
#include "../model/compile.hpp"
#include "../model/formal_right.hpp"

namespace buygraph {

namespace detail {

[[nodiscard]] inline double required_value(const Answer& answer, double least, double greatest) {
    const std::string allowed = "a number from " + number_text(least) + " to " + number_text(greatest);
    if (!answer.value || !(*answer.value >= least && *answer.value <= greatest)) throw InputError("value", answer.value ? number_text(*answer.value) : "nothing", allowed);
    return *answer.value;
}

/// A mean and variance from what was believed and what was told.
[[nodiscard]] inline std::pair<double, double> combined(double mean, double variance, double told, double noise) {
    if (!(variance > 0)) return {mean, 0};
    const double share = variance / (variance + noise);
    return {mean + share * (told - mean), variance * (1 - share)};
}

}  // namespace detail

BUYGRAPH_HEAVY Deal with_answer(Deal deal, const Answer& answer) {
    const DecisionModel model = compile_valid(deal);
    const std::string ours = model.offers[model.ours];
    const std::size_t about = model.person(answer.about);
    Person& person = *std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.id == answer.about; });
    const double first_hand = answer.reliability.value_or(0.7);
    if (!(first_hand >= 0 && first_hand <= 1)) throw InputError("reliability", number_text(first_hand), "a number from 0 to 1");
    double reliability = first_hand;
    if (const auto source = std::find(model.people.begin(), model.people.end(), answer.informant); source != model.people.end())
        reliability = reliability_at(first_hand, hops_from(account_graph(model), static_cast<std::size_t>(source - model.people.begin()))[about]);
    const double noise = noise_variance(reliability, 0, 0);

    switch (answer.kind) {
        case QuestionKind::seat:
            if (!person.vacant.value_or(false)) throw InputError("about", answer.about, "a seat that nobody has been named for");
            if (!answer.name.empty()) {
                person.name = answer.name;
                person.vacant = std::nullopt;
                if (!answer.value) return deal;
            }
            [[fallthrough]];
        case QuestionKind::stance: {
            const std::string offer = answer.offer.empty() ? ours : model.offers[model.offer(answer.offer)];
            deal.evidence.push_back({answer.about, offer, detail::required_value(answer, -1, 1), first_hand, answer.informant, deal.as_of});
            return deal;
        }
        case QuestionKind::rating: {
            const std::size_t k = model.concern(answer.concern);
            const double told = detail::required_value(answer, 0, 10), sd = 5 * model.table.score_sd[about](model.ours, k);
            const auto [mean, variance] = detail::combined(5 + 5 * model.table.score[about](model.ours, k), sd * sd, told, 25 * noise);
            std::erase_if(person.perceptions, [&](const Perception& one) { return one.offer == ours && one.concern == answer.concern; });
            person.perceptions.push_back({ours, answer.concern, std::clamp(mean, 0.0, 10.0), std::sqrt(variance)});
            return deal;
        }
        case QuestionKind::listens: {
            const std::size_t from = model.person(answer.to);
            const double told = detail::required_value(answer, 0, 1);
            const auto tie = std::find_if(model.ties.begin(), model.ties.end(), [&](const DirectedTie& one) { return one.record && one.from == from && one.to == about; });
            if (tie == model.ties.end()) throw InputError("to", answer.to, "somebody whose tie to " + answer.about + " the deal records");
            const double size = std::abs(tie->strength);
            const auto [mean, variance] = detail::combined(size, size * size * std::expm1(tie->sd * tie->sd), told, noise);
            Tie& record = deal.ties[*tie->record];
            record.strength = std::clamp(mean, 1e-3, 1.0);
            record.sd = std::min(3.0, std::sqrt(std::log1p(variance / (*record.strength * *record.strength))));
            return deal;
        }
        case QuestionKind::decider: break;
    }
    if (!one_person_decides(model)) throw InputError("kind", "decider", "a rule by which one person decides");
    Shares decider;
    for (std::size_t d = 0; d < model.people_count(); ++d)
        if (const double share = (d == about ? reliability : 0) + (1 - reliability) * formal_right(model, d).decides; share > 0) decider[model.people[d]] = share;
    deal.decision.decider = std::move(decider);
    return deal;
}

}  // namespace buygraph

#endif
