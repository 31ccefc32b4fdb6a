#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "qualification.hpp"

namespace buygraph {

/// What does not fit on a qualification card.
enum class QualificationConflict {
    champion_without_path,  ///< no way of positive influence from the champion to anybody who decides; numbers lead, sd
    champion_unproven,      ///< there is no evidence about the champion; numbers lead, sd
    economic_buyer_guess,   ///< where the economic buyer stands is a guess; numbers share, lead, sd
    coach_against,          ///< a named coach leans against us, lead −0.08 or less; numbers lead, sd
    pain_not_felt,          ///< a pain is identified, yet the deciders would rather stay (pull to buy 0 or less); numbers score, pull
    metrics_not_weighed,    ///< return or payback is measured, yet together less than 1/20 of the deciders' mind at the buy gate; number weight
    decision_date_past,     ///< the decision date lies before as_of; number days
    close_before_decision   ///< the close date lies before the decision date; number days
};
template <>
struct Words<QualificationConflict> {
    static constexpr WordTable<QualificationConflict, 8> table{{{"champion_without_path", QualificationConflict::champion_without_path},
                                                                {"champion_unproven", QualificationConflict::champion_unproven},
                                                                {"economic_buyer_guess", QualificationConflict::economic_buyer_guess},
                                                                {"coach_against", QualificationConflict::coach_against},
                                                                {"pain_not_felt", QualificationConflict::pain_not_felt},
                                                                {"metrics_not_weighed", QualificationConflict::metrics_not_weighed},
                                                                {"decision_date_past", QualificationConflict::decision_date_past},
                                                                {"close_before_decision", QualificationConflict::close_before_decision}}};
};

struct QualificationContradiction {
    QualificationConflict kind;
    std::vector<std::size_t> people;    ///< of the model
    std::vector<std::string> concerns;  ///< ids
    OrderedMap<double> numbers;
};

/// Where the fields of a card contradict each other or the deal; each kind is a predicate above.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<QualificationContradiction> contradictions(const Deal& deal, const DecisionModel& model, const Qualification& card);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

#include "role_spots.hpp"

namespace buygraph {

BUYGRAPH_HEAVY std::vector<QualificationContradiction> contradictions(const Deal& deal, const DecisionModel& model, const Qualification& card) {
    using Conflict = QualificationConflict;
    std::vector<QualificationContradiction> found;
    const auto stands = [&](std::size_t person) { return OrderedMap<double>{{"lead", card.standings[person].lead}, {"sd", card.standings[person].sd}}; };
    const QualificationEntry &champion = card[QualificationField::champion], &buyer = card[QualificationField::economic_buyer], &pain = card[QualificationField::identify_pain];
    if (!champion.people.empty()) {
        const std::size_t person = champion.people.front();
        if (*champion.numbers.find("reaches") == 0) found.push_back({Conflict::champion_without_path, {person, buyer.people.front()}, {}, stands(person)});
        if (std::none_of(model.readings.begin(), model.readings.end(), [&](const Reading& reading) { return reading.person == person; }))
            found.push_back({Conflict::champion_unproven, {person}, {}, stands(person)});
    }
    if (card.standings[buyer.people.front()].sureness == Sureness::guess) found.push_back({Conflict::economic_buyer_guess, buyer.people, {}, buyer.numbers});
    const Catalog catalog = merged_catalog(deal.catalog);
    for (const Person& person : deal.people) {
        if (has_departed(person) || person.vacant.value_or(false) || !mix_roles(person, catalog).shares.contains("coach")) continue;
        const std::size_t coach = model.person(person.id);
        if (card.standings[coach].lead <= leans_against) found.push_back({Conflict::coach_against, {coach}, {}, stands(coach)});
    }
    if (pain.status == QualificationStatus::known && *pain.numbers.find("pull") <= 0) found.push_back({Conflict::pain_not_felt, {}, pain.concerns, pain.numbers});
    double weight = 0;
    bool measured = false;
    for (const char* id : {"return_on_investment", "payback_time"}) {
        const auto& concerns = card[QualificationField::metrics].concerns;
        measured = measured || std::find(concerns.begin(), concerns.end(), id) != concerns.end();
        for (std::size_t k = 0; k < model.table.concerns.size(); ++k)
            for (std::size_t d = 0; model.table.concerns[k] == id && d < card.eyes.size(); ++d) weight += card.eyes[d] * model.prior.weights[0](d, k);
    }
    if (measured && weight < 0.05) found.push_back({Conflict::metrics_not_weighed, {}, {"return_on_investment", "payback_time"}, {{"weight", weight}}});
    const auto days = [](const std::optional<Date>& early, const std::optional<Date>& late) { return early && late ? days_since_epoch(*late) - days_since_epoch(*early) : 0; };
    if (const int past = days(deal.decision.date, deal.as_of); past > 0) found.push_back({Conflict::decision_date_past, {}, {}, {{"days", static_cast<double>(past)}}});
    if (const int early = days(deal.close_date, deal.decision.date); early > 0) found.push_back({Conflict::close_before_decision, {}, {}, {{"days", static_cast<double>(early)}}});
    return found;
}

}  // namespace buygraph

#endif
