#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../numbers/sort_stably.hpp"
#include "../separate.hpp"
#include "looking.hpp"
#include "map_status.hpp"

namespace buygraph {

/// The eight fields of MEDDPICC.
enum class QualificationField { metrics, economic_buyer, decision_criteria, decision_process, paper_process, identify_pain, champion, competition };
template <>
struct Words<QualificationField> {
    static constexpr WordTable<QualificationField, 8> table{{{"metrics", QualificationField::metrics},
                                                             {"economic_buyer", QualificationField::economic_buyer},
                                                             {"decision_criteria", QualificationField::decision_criteria},
                                                             {"decision_process", QualificationField::decision_process},
                                                             {"paper_process", QualificationField::paper_process},
                                                             {"identify_pain", QualificationField::identify_pain},
                                                             {"champion", QualificationField::champion},
                                                             {"competition", QualificationField::competition}}};
};

enum class QualificationStatus { known, partly, unknown };
template <>
struct Words<QualificationStatus> {
    static constexpr WordTable<QualificationStatus, 3> table{{{"known", QualificationStatus::known}, {"partly", QualificationStatus::partly}, {"unknown", QualificationStatus::unknown}}};
};

/// One field and what fills it.
struct QualificationEntry {
    QualificationField field;
    QualificationStatus status = QualificationStatus::unknown;
    std::vector<std::size_t> people;    ///< of the model
    std::vector<std::size_t> offers;    ///< of the model
    std::vector<std::string> concerns;  ///< ids, the first matters most
    OrderedMap<double> numbers;
};

/// A qualification card filled from the deal as far as it can be. "The deciders' eyes" are P(d), or the voices under voting rules.
///
/// | field | known | partly | what fills it; numbers |
/// |---|---|---|---|
/// | metrics | the terms of ours give price and yearly benefit, or return and payback are measured | any rating of ours is a measure | measured concerns; measured |
/// | economic_buyer | one has 9/10 of the say, is named, and where he stands is no guess | he is named | who has most say; share, lead, sd |
/// | decision_criteria | half of what the deciders weigh is their own and not the catalog's (coverage of weights ≥ 0.5) | any of it is | the three heaviest at the vendor gate; known, weight (of the first) |
/// | decision_process | rule, who decides (or votes) and date are all given | some are | given (of 3) |
/// | paper_process | never: a deal file says nothing of the steps from award to signature | close date and decision date, or payments, are given | named purchasers; days (from decision to close), payments |
/// | identify_pain | staying is rated 4 or less on something that has 1/20 of the deciders' mind at the buy gate | staying is rated on anything | where staying hurts most; score (of the first), pull (to buy, in the deciders' eyes) |
/// | champion | he leads by 0.30, it is no guess, and his word reaches somebody who decides | he leads by 0.08 | of those who lead for us, besides the economic buyer, the one of greatest lead times control; lead, sd, control, reaches (0 or 1) |
/// | competition | every competitor is rated and there is evidence on the likeliest | there is a competitor | likeliest first; chance (of it), rated, readings (on competitors) |
///
/// Source of the fields: the sales checklist MEDDIC (Dunkel and Napoli, PTC, 1990s) with paper process and competition added.
struct Qualification {
    std::vector<QualificationEntry> entries;  ///< eight, in the order of the word
    MapStatus map_status;
    std::vector<Standing> standings;          ///< n
    std::vector<double> eyes;                 ///< n

    [[nodiscard]] const QualificationEntry& operator[](QualificationField field) const { return entries[static_cast<std::size_t>(field)]; }
};

/// Fills the card from a deal, its model and a small forecast.
/// \throws Interrupted  when options.interrupt says so
/// Cost: a small forecast.
[[nodiscard]] BUYGRAPH_HEAVY Qualification qualification(const Deal& deal, const DecisionModel& model, ForecastOptions options = {.samples = blind_spot_samples});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_BLIND_SPOTS)

#include "../model/formal_right.hpp"
#include "../numbers/greatest.hpp"
#include "contributions.hpp"
#include "coverage.hpp"

namespace buygraph {

namespace detail {

/// Fills one field after the other.
class Qualifier {
  public:
    Qualifier(const Deal& deal, const DecisionModel& model, const WinAndInfluence& found)
        : deal_(deal), model_(model), found_(found), eyes_(deciding_eyes(model)), standings_(standings(model)), ours_(offer(model.ours)), stays_(offer(0)) {
        const auto catalog = shared_catalog(deal.catalog);
        for (const Person& person : deal.people)
            if (!has_departed(person)) people_.push_back(&person), roles_.push_back(mix_roles(person, *catalog));
        buyer_ = static_cast<std::size_t>(std::max_element(eyes_.begin(), eyes_.end()) - eyes_.begin());
    }

    [[nodiscard]] Qualification run() {
        Qualification card{{metrics(), economic_buyer(), decision_criteria(), decision_process(), paper_process(), identify_pain(), champion(), competition()}, {}, standings_, eyes_};
        std::vector<bool> vacant;
        std::vector<double> influence;
        for (std::size_t i = 0; i < model_.people_count(); ++i) {
            vacant.push_back(is_vacant(i));
            influence.push_back(found_.influence[i].value());
        }
        card.map_status = map_status(model_, standings_, vacant, influence);
        return card;
    }

  private:
    using Status = QualificationStatus;

    [[nodiscard]] const Offer* offer(std::size_t index) const {
        for (const Offer& one : deal_.offers)
            if (one.id == model_.offers[index]) return &one;
        return nullptr;  // the status quo that nobody wrote
    }
    [[nodiscard]] bool is_vacant(std::size_t person) const { return people_[person]->vacant.value_or(false); }
    static Status graded(bool known, bool partly) { return known ? Status::known : partly ? Status::partly : Status::unknown; }

    /// The concerns of greatest value, at most three, those above 0.
    [[nodiscard]] std::vector<std::string> heaviest(const std::vector<double>& value) const {
        std::vector<std::string> ids;
        for (const std::size_t k : numbers::greatest(value, 3)) ids.push_back(model_.table.concerns[k]);
        return ids;
    }

    [[nodiscard]] std::vector<double> weights_in_eyes(std::size_t gate) const {
        std::vector<double> weight(model_.table.concerns.size(), 0.0);
        for (std::size_t d = 0; d < eyes_.size(); ++d)
            for (std::size_t k = 0; k < weight.size(); ++k) weight[k] += eyes_[d] * model_.prior.weights[gate](d, k);
        return weight;
    }

    [[nodiscard]] QualificationEntry metrics() const {
        QualificationEntry entry{QualificationField::metrics};
        for (const auto& [concern, rating] : ours_->ratings)
            if (rating.measure) entry.concerns.push_back(concern);
        const auto measured = [&](const char* id) { return std::find(entry.concerns.begin(), entry.concerns.end(), id) != entry.concerns.end(); };
        const bool money = ours_->terms && ours_->terms->price && ours_->terms->yearly_benefit.index() != 0;
        entry.status = graded(money || (measured("return_on_investment") && measured("payback_time")), !entry.concerns.empty());
        entry.numbers["measured"] = static_cast<double>(entry.concerns.size());
        return entry;
    }

    [[nodiscard]] QualificationEntry economic_buyer() const {
        const Standing& stands = standings_[buyer_];
        QualificationEntry entry{QualificationField::economic_buyer, graded(!is_vacant(buyer_) && eyes_[buyer_] >= 0.9 && stands.sureness != Sureness::guess, !is_vacant(buyer_)), {buyer_}};
        entry.numbers = {{"share", eyes_[buyer_]}, {"lead", stands.lead}, {"sd", stands.sd}};
        return entry;
    }

    [[nodiscard]] QualificationEntry decision_criteria() const {
        double known = 0;
        for (std::size_t d = 0; d < eyes_.size(); ++d) known += eyes_[d] * weights_known(model_, d);
        const std::vector<double> weight = weights_in_eyes(1);
        QualificationEntry entry{QualificationField::decision_criteria, graded(known >= 0.5, known > 1e-12), {}, {}, heaviest(weight)};
        entry.numbers = {{"known", known}, {"weight", *std::max_element(weight.begin(), weight.end())}};
        return entry;
    }

    [[nodiscard]] QualificationEntry decision_process() const {
        const Decision& decision = deal_.decision;
        const bool votes = std::any_of(people_.begin(), people_.end(), [](const Person* person) { return person->votes.has_value(); });
        const int given = decision.rule.has_value() + (one_person_decides(model_) ? !decision.decider.empty() : votes) + decision.date.has_value();
        QualificationEntry entry{QualificationField::decision_process, graded(given == 3, given > 0)};
        entry.numbers["given"] = given;
        return entry;
    }

    [[nodiscard]] QualificationEntry paper_process() const {
        QualificationEntry entry{QualificationField::paper_process};
        for (std::size_t i = 0; i < people_.size(); ++i)
            if (!is_vacant(i) && roles_[i].shares.contains("purchaser")) entry.people.push_back(i);
        const bool dates = deal_.close_date && deal_.decision.date;
        const std::size_t payments = ours_->terms ? ours_->terms->payments.size() : 0;
        if (dates) entry.numbers["days"] = days_since_epoch(*deal_.close_date) - days_since_epoch(*deal_.decision.date);
        entry.numbers["payments"] = static_cast<double>(payments);
        entry.status = graded(false, dates || payments > 0);
        return entry;
    }

    [[nodiscard]] QualificationEntry identify_pain() const {
        const std::size_t concerns = model_.table.concerns.size();
        const std::vector<double> weight = weights_in_eyes(0);
        std::vector<double> score(concerns, 0.0), pain(concerns, 0.0);
        bool rated = stays_ && !stays_->ratings.empty(), hurts = false;
        for (std::size_t k = 0; k < concerns; ++k) {
            double said = 0;  // of the deciders' weight on it, how much belongs to those whose view is given
            for (std::size_t d = 0; d < eyes_.size(); ++d) {
                const double share = eyes_[d] * model_.prior.weights[0](d, k);
                const bool given = (stays_ && stays_->ratings.contains(model_.table.concerns[k])) || model_.table.perceived[d][k];  // the status quo is offer 0
                rated = rated || model_.table.perceived[d][k];
                if (!given || share == 0) continue;
                said += share;
                score[k] += share * model_.table.score[d](0, k);
            }
            pain[k] = std::max(0.0, -score[k]);
            score[k] = said > 0 ? 5 + 5 * score[k] / said : 5;
            hurts = hurts || (pain[k] > 0 && score[k] <= 4 && weight[k] >= 0.05);
        }
        QualificationEntry entry{QualificationField::identify_pain, graded(hurts, rated), {}, {}, heaviest(pain)};
        if (!entry.concerns.empty()) entry.numbers["score"] = score[model_.concern(entry.concerns.front())];
        const Matrix buy = final_attitudes(model_, 0);
        double pull = 0;
        for (std::size_t d = 0; d < eyes_.size(); ++d) pull += eyes_[d] * (buy(d, model_.ours) - buy(d, 0));
        entry.numbers["pull"] = pull;
        return entry;
    }

    [[nodiscard]] QualificationEntry champion() const {
        std::optional<std::size_t> best;
        std::vector<double> control(people_.size(), 0.0);
        for (std::size_t p = 0; p < people_.size(); ++p)
            for (std::size_t d = 0; d < people_.size(); ++d) control[p] += eyes_[d] * model_.control(d, p);
        const auto worth = [&](std::size_t p) { return std::pair(standings_[p].lead * std::abs(control[p]), standings_[p].lead); };
        for (std::size_t p = 0; p < people_.size(); ++p)
            if (p != buyer_ && !is_vacant(p) && standings_[p].sign >= 1 && (!best || worth(p) > worth(*best))) best = p;
        QualificationEntry entry{QualificationField::champion};
        if (!best) return entry;
        const std::vector<bool> reached = within_reach(model_, {*best});
        bool reaches = false;
        for (std::size_t d = 0; d < eyes_.size(); ++d) reaches = reaches || (eyes_[d] > 0 && reached[d]);
        const Standing& stands = standings_[*best];
        entry.people = {*best};
        entry.status = graded(stands.sign == 2 && stands.sureness != Sureness::guess && reaches, true);
        entry.numbers = {{"lead", stands.lead}, {"sd", stands.sd}, {"control", control[*best]}, {"reaches", reaches ? 1.0 : 0.0}};
        return entry;
    }

    [[nodiscard]] QualificationEntry competition() const {
        QualificationEntry entry{QualificationField::competition};
        for (std::size_t j = 1; j < model_.offer_count(); ++j)
            if (j != model_.ours) entry.offers.push_back(j);
        if (entry.offers.empty()) return entry;
        numbers::sort_stably(entry.offers, [&](std::size_t left, std::size_t right) { return found_.outcomes[left].value() > found_.outcomes[right].value(); });
        std::size_t rated = 0, readings = 0, on_likeliest = 0;
        for (const std::size_t j : entry.offers) {
            const auto about = static_cast<std::size_t>(std::count_if(model_.readings.begin(), model_.readings.end(), [&](const Reading& reading) { return reading.offer == j; }));
            readings += about;
            if (j == entry.offers.front()) on_likeliest = about;
            if (!offer(j)->ratings.empty()) ++rated;
        }
        entry.status = graded(rated == entry.offers.size() && on_likeliest > 0, true);
        entry.numbers = {{"chance", found_.outcomes[entry.offers.front()].value()}, {"rated", static_cast<double>(rated)}, {"readings", static_cast<double>(readings)}};
        return entry;
    }

    const Deal& deal_;
    const DecisionModel& model_;
    const WinAndInfluence& found_;
    std::vector<double> eyes_;
    std::vector<Standing> standings_;
    const Offer* ours_;
    const Offer* stays_;
    std::vector<const Person*> people_;  ///< of the model
    std::vector<RoleMix> roles_;
    std::size_t buyer_ = 0;
};

}  // namespace detail

BUYGRAPH_HEAVY Qualification qualification(const Deal& deal, const DecisionModel& model, ForecastOptions options) {
    options.variance_by_group = false;
    const WinAndInfluence found = win_and_influence(model, options);
    return detail::Qualifier(deal, model, found).run();
}

}  // namespace buygraph

#endif
