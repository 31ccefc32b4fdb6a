#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "../text/names.hpp"
#include "figure.hpp"

namespace buygraph::picture {

/// Everybody of a deal in file order, those who left too. Where nothing at all is known by evidence, every stance is a guess.
///
/// \param influence  n: decision influence, signed
/// Cost: the standings.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Figure> figures(const Deal& deal, const DecisionModel& model, const std::vector<double>& influence, const text::Names& names, StanceScale scale = StanceScale::lead);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "../insight/coverage.hpp"
#include "../model/formal_right.hpp"
#include "../text/format.hpp"
#include "../text/stances.hpp"
#include "initials.hpp"

namespace buygraph::picture {

namespace detail {

/// Days since the newest evidence about somebody, 0 where it has no date; nothing without evidence.
[[nodiscard]] inline std::optional<int> evidence_age(const Deal& deal, const std::string& person) {
    std::optional<int> newest;
    for (const Evidence& evidence : deal.evidence) {
        if (evidence.about != person) continue;
        const int days = evidence.date && deal.as_of ? std::max(0, days_since_epoch(*deal.as_of) - days_since_epoch(*evidence.date)) : 0;
        newest = newest ? std::min(*newest, days) : days;
    }
    return newest;
}

[[nodiscard]] inline std::string spoken(const Figure& figure, const std::string& roles, double influence, Language language) {
    std::string text = figure.name + (figure.title.empty() || figure.title == roles ? "" : ", " + figure.title) + (roles.empty() ? "" : "; " + roles);
    if (figure.left()) return text;
    const Standing& stands = *figure.standing;
    return text + "; " + (stands.scale == StanceScale::lead ? "" : text::scale_words(stands.scale).in(language) + Text{": ", "："}.in(language)) + text::stance_words(stands).in(language) + ", " + text::sureness_words(stands.sureness).in(language) + ", " + text::signed_decimal(stands.lead, 2) + " ± " +
           text::decimal(stands.sd, 2) + "; " + Text{"decision influence ", "决策影响 "}.in(language) + text::decimal(influence, 2) + (figure.note.empty() ? "" : "; " + figure.note);
}

}  // namespace detail

BUYGRAPH_HEAVY std::vector<Figure> figures(const Deal& deal, const DecisionModel& model, const std::vector<double>& influence, const text::Names& names, StanceScale scale) {
    const Language language = names.language();
    const std::vector<Standing> stands = standings(model, scale);
    double greatest = 0;
    for (const double value : influence) greatest = std::max(greatest, std::abs(value));
    const bool by_person = one_person_decides(model);
    std::vector<std::string> ours;
    for (const TeamMember& member : deal.team) ours.push_back(member.name.empty() ? member.id : member.name);
    ours = tags(ours);
    const Catalog catalog = merged_catalog(deal.catalog);

    std::vector<Figure> result;
    for (const Person& person : deal.people) {
        const RoleMix mix = mix_roles(person, catalog);
        const auto found = std::find(model.people.begin(), model.people.end(), person.id);
        const std::string roles = names.roles(person);
        Figure& figure = result.emplace_back();
        figure.id = person.id;
        figure.vacant = person.vacant.value_or(false);
        figure.name = figure.vacant && person.name.empty() ? Text{"vacant seat", "空席"}.in(language) : names.person(person.id);
        figure.title = figure.vacant && person.title.empty() ? roles : person.title;
        double share = 0;
        for (const auto& [id, weight] : mix.shares)
            if (weight > share) share = weight, figure.role = id;
        figure.letter = initials(names.role(figure.role));
        if (deal.language && *deal.language != language) figure.language = word_of(*deal.language);
        if (found == model.people.end()) {
            figure.title += (person.title.empty() ? Text{"has left", "已离开"} : Text{", has left", "（已离开）"}).in(language);
            figure.spoken = detail::spoken(figure, roles, 0, language);
            continue;
        }

        const auto i = static_cast<std::size_t>(found - model.people.begin());
        figure.standing = stands[i];
        if (model.readings.empty()) figure.standing->sureness = Sureness::guess;
        figure.rank = greatest > 0 ? std::abs(influence[i]) / greatest : 0;
        const std::optional<int> age = detail::evidence_age(deal, person.id);
        figure.faded = !age || *age > stale_days;
        if (figure.vacant) figure.note = Text{"who is it?", "待问清是谁"}.in(language);
        else if (!age) figure.note = Text{"no evidence", "无证据"}.in(language);
        else if (figure.faded) figure.note = std::to_string(*age) + Text{" d old", " 天前"}.in(language);
        const FormalRight right = formal_right(model, i);
        if (right.veto) figure.badges.push_back(Badge::veto);
        if (by_person && right.decides > 0) figure.badges.push_back(Badge::decides);
        if (mix.shares.contains("coach")) figure.badges.push_back(Badge::coach);
        if (age && figure.faded) figure.badges.push_back(Badge::stale);
        for (std::size_t member = 0; member < deal.team.size(); ++member) {
            const auto& known = deal.team[member].knows;
            if (std::find(known.begin(), known.end(), person.id) != known.end()) figure.contacts.push_back(ours[member]);
        }
        const Person* boss = names.find_person(person.reports_to);
        while (boss && has_departed(*boss)) boss = names.find_person(boss->reports_to);
        if (boss) figure.boss = static_cast<std::size_t>(boss - deal.people.data());
        figure.spoken = detail::spoken(figure, roles, influence[i], language);
    }
    return result;
}

}  // namespace buygraph::picture

#endif
