#pragma once

#include "../deal/deal.hpp"
#include "../deal/fault.hpp"
#include "../separate.hpp"
#include "decision_model.hpp"

namespace buygraph {

/// The only way from what people write to what computers run.
///
/// \throws DealError  with every fault that `validate` finds
/// Cost: O((n·m)²) memory and O((n·m)² · evidence) time, n people and m offers; under a millisecond for ten people.
[[nodiscard]] BUYGRAPH_HEAVY DecisionModel compile(const Deal& deal);

/// The same for a deal that is known to be valid, without looking for faults again.
[[nodiscard]] BUYGRAPH_HEAVY DecisionModel compile_valid(const Deal& deal);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_MODEL)

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../belief/reliability.hpp"
#include "../deal/merged_catalog.hpp"
#include "../deal/role_mix.hpp"
#include "../deal/tie_kinds.hpp"
#include "../graph/hops.hpp"
#include "account.hpp"
#include "decision_rule.hpp"
#include "derived.hpp"
#include "term_scores.hpp"
#include "validate.hpp"

namespace buygraph {

namespace detail {

/// The way from a deal to a model, step by step; each step fills a part of the model from parts filled before it.
class Compiler {
  public:
    explicit Compiler(const Deal& deal) : deal_(deal), catalog_(shared_catalog(deal.catalog)) {}

    [[nodiscard]] DecisionModel run() {
        people();
        offers();
        concerns();
        scores();
        ties();
        rule();
        readings();
        const Uncertainty& uncertainty = deal_.uncertainty;
        model_.table.deviation_sd = uncertainty.deviation_sd.value_or(0.25);
        model_.prior = prior_attitudes(model_.table);
        const AttitudeIndex index{people_.size(), model_.offers.size()};
        model_.bias_sd = uncertainty.bias_sd.value_or(0.15);
        model_.belief = update(model_.prior, index, model_.readings, model_.control, model_.bias_sd);
        model_.drift_variance = drift() * drift() * months_between(deal_.as_of, deal_.decision.date);
        return std::move(model_);
    }

  private:
    struct PersonInComputation {
        const Person* person;
        RoleMix mix;
    };

    [[nodiscard]] double drift() const { return deal_.uncertainty.drift.value_or(0.1); }

    void people() {
        for (const Person& person : deal_.people) {
            if (has_departed(person)) continue;
            people_.push_back({&person, mix_roles(person, *catalog_)});
            position_[person.id] = model_.people.size();
            model_.people.push_back(person.id);
            model_.susceptibility.push_back(person.susceptibility.value_or(people_.back().mix.susceptibility));
        }
    }

    void offers() {
        const auto stays = std::find_if(deal_.offers.begin(), deal_.offers.end(), [](const Offer& offer) { return offer.kind == OfferKind::status_quo; });
        offers_.push_back(stays == deal_.offers.end() ? &added_status_quo_ : &*stays);
        for (const Offer& offer : deal_.offers)
            if (offer.kind != OfferKind::status_quo) offers_.push_back(&offer);
        for (const Offer* offer : offers_) {
            if (offer->kind == OfferKind::ours) model_.ours = model_.offers.size();
            model_.offers.push_back(offer->id);
            model_.kinds.push_back(*offer->kind);
        }
    }

    void concerns() {
        ConcernTable& table = model_.table;
        const auto add = [&](const std::string& id, ConcernKind kind) {
            const bool weighed = std::any_of(people_.begin(), people_.end(), [&](const PersonInComputation& p) { return p.mix.importance.contains(id) || p.person->concerns.contains(id); });
            if (!weighed) return;
            table.concerns.push_back(id);
            table.personal.push_back(kind == ConcernKind::personal);
        };
        for (const auto& [id, concern] : catalog_->concerns) add(id, concern.kind.value_or(ConcernKind::organisational));
        for (const auto& [id, kind] : own_concern_kinds(deal_, *catalog_)) add(id, kind);
        table.importance = table.importance_sd = Matrix(people_.size(), table.concerns.size());
        for (std::size_t i = 0; i < people_.size(); ++i) {
            const PersonalEmphasis emphasis = people_[i].person->personal_emphasis.value_or(PersonalEmphasis{});
            table.emphasis[0].push_back(emphasis.buy.value_or(0.5));
            table.emphasis[1].push_back(emphasis.vendor.value_or(2));
            for (std::size_t k = 0; k < table.concerns.size(); ++k) importance(i, k);
        }
    }

    void importance(std::size_t i, std::size_t k) {
        ConcernTable& table = model_.table;
        const double* mixed = people_[i].mix.importance.find(table.concerns[k]);
        const Importance* own = people_[i].person->concerns.find(table.concerns[k]);
        const bool says = own && own->importance;
        table.importance(i, k) = says ? *own->importance : mixed ? *mixed : 0;
        if (own && own->sd) table.importance_sd(i, k) = *own->sd;
        else if (says) table.importance_sd(i, k) = 1.0;
        else if (mixed && *mixed > 0) table.importance_sd(i, k) = 1.5;
    }

    void scores() {
        ConcernTable& table = model_.table;
        const std::size_t n = people_.size(), m = offers_.size(), concerns = table.concerns.size();
        table.score.assign(n, Matrix(m, concerns));
        table.score_sd = table.score;
        table.own_view.assign(n, std::vector<bool>(m * concerns));
        table.perceived = table.own_view;
        table.leaning = Matrix(n, m);
        for (std::size_t j = 0; j < m; ++j) {
            const TermScores terms = scores_of_terms(*offers_[j]);
            for (std::size_t k = 0; k < concerns; ++k) {
                const Score rated = offer_score(*offers_[j], *catalog_, table.concerns[k], terms);
                for (std::size_t i = 0; i < n; ++i) {
                    const Perception* view = perception(*people_[i].person, offers_[j]->id, table.concerns[k]);
                    const Score score = view ? Score{*view->score, view->sd.value_or(1.0)} : rated;
                    table.score[i](j, k) = (score.mean - 5) / 5;
                    table.score_sd[i](j, k) = score.sd / 5;
                    table.own_view[i][j * concerns + k] = view || table.personal[k];
                    table.perceived[i][j * concerns + k] = view != nullptr;
                }
            }
        }
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < m; ++j)
                if (const double* leaning = people_[i].person->leaning.find(offers_[j]->id)) table.leaning(i, j) = *leaning;
    }

    [[nodiscard]] TermScores scores_of_terms(const Offer& offer) const {
        if (offer.kind == OfferKind::ours) return term_scores(*catalog_, money::bargain(deal_), offer.terms.value_or(Terms{}));
        return term_scores(*catalog_, deal_.customer, offer.terms.value_or(Terms{}));
    }

    [[nodiscard]] static const Perception* perception(const Person& person, const std::string& offer, const std::string& concern) {
        for (const Perception& view : person.perceptions)
            if (view.offer == offer && view.concern == concern) return &view;
        return nullptr;
    }

    void ties() {
        const double tie_sd = deal_.uncertainty.tie_sd.value_or(0.3);
        for (std::size_t record = 0; record < deal_.ties.size(); ++record) {
            const Tie& tie = deal_.ties[record];
            const auto from = position_.find(tie.from), to = position_.find(tie.to);
            if (from == position_.end() || to == position_.end()) continue;  // with somebody who has left
            const DirectedTie directed{from->second, to->second, signed_strength(tie), tie.sd.value_or(tie_sd), relation(kind_of(tie)), record};
            model_.ties.push_back(directed);
            if (tie_defaults(kind_of(tie)).both_ways) model_.ties.push_back({directed.to, directed.from, directed.strength, directed.sd, directed.relation, record});
        }
        for (std::size_t i = 0; i < people_.size(); ++i) {
            const auto boss = position_.find(people_[i].person->reports_to);
            if (boss == position_.end()) continue;
            model_.ties.push_back({boss->second, i, boss_on_report, tie_sd, Relation::reports_to, std::nullopt});
            model_.ties.push_back({i, boss->second, report_on_boss, tie_sd, Relation::reports_to, std::nullopt});
        }
    }

    [[nodiscard]] static Relation relation(TieKind kind) {
        switch (kind) {
            case TieKind::advises: return Relation::advises;
            case TieKind::works_with: return Relation::works_with;
            case TieKind::friendship: return Relation::friendship;
            case TieKind::opposes: break;
        }
        return Relation::opposes;
    }

    void rule() {
        std::vector<int> votes;
        std::vector<bool> veto;
        for (const PersonInComputation& entry : people_) {
            votes.push_back(entry.person->votes.value_or(entry.mix.votes));
            veto.push_back(entry.person->veto.value_or(entry.mix.veto));
        }
        model_.rule = decision_rule(deal_.decision, std::move(votes), std::move(veto), deciders());
        derive(model_);
    }

    /// P(d): as given, or the decision makers alike; zeros where nobody decides alone.
    [[nodiscard]] std::vector<double> deciders() const {
        std::vector<double> chance(people_.size(), 0.0);
        if (!one_person_decides(deal_.decision.rule.value_or(Rule::autocracy))) return chance;
        double total = 0;
        for (std::size_t i = 0; i < people_.size(); ++i) {
            const double* given = deal_.decision.decider.find(people_[i].person->id);
            const bool decides = deal_.decision.decider.empty() ? people_[i].mix.shares.contains("decision_maker") : given != nullptr;
            if (decides) total += chance[i] = given ? *given : 1;
        }
        for (double& share : chance) share /= total;
        return chance;
    }

    void readings() {
        const AccountGraph graph = account_graph(model_);
        std::map<std::size_t, std::vector<std::optional<std::size_t>>> hops;  // from each source
        std::map<std::pair<std::string, std::size_t>, std::size_t> bias_of;
        for (const Evidence& evidence : deal_.evidence) {
            const auto about = position_.find(evidence.about);
            if (about == position_.end()) continue;  // about somebody who has left
            Reading reading;
            reading.person = about->second;
            reading.offer = model_.offer(evidence.offer);
            reading.gate = reading.offer == 0 ? 0 : 1;
            reading.stance = *stance_value(evidence.stance);
            double reliability = evidence.reliability.value_or(0.7);
            if (const auto source = position_.find(evidence.source); source != position_.end()) {
                auto& far = hops[source->second];
                if (far.empty()) far = hops_from(graph, source->second);
                reliability = reliability_at(reliability, far[reading.person]);
            }
            reading.noise_variance = noise_variance(reliability, drift(), months_between(evidence.date, deal_.as_of));
            reading.bias = model_.readings.size();
            if (!evidence.source.empty()) reading.bias = bias_of.try_emplace({evidence.source, reading.offer}, reading.bias).first->second;
            model_.readings.push_back(reading);
        }
    }

    const Deal& deal_;
    std::shared_ptr<const Catalog> catalog_;
    Offer added_status_quo_{.id = default_status_quo, .name = {}, .kind = OfferKind::status_quo, .ratings = {}, .terms = {}, .economics = {}};
    std::vector<PersonInComputation> people_;
    std::vector<const Offer*> offers_;
    std::map<std::string, std::size_t> position_;  ///< of the people in the computation
    DecisionModel model_;
};

}  // namespace detail

BUYGRAPH_HEAVY DecisionModel compile(const Deal& deal) {
    if (std::vector<Fault> faults = validate(deal); !faults.empty()) throw DealError(std::move(faults));
    return compile_valid(deal);
}

BUYGRAPH_HEAVY DecisionModel compile_valid(const Deal& deal) { return detail::Compiler(deal).run(); }

}  // namespace buygraph

#endif
