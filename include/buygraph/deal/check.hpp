#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check_catalog.hpp"
#include "check_fields.hpp"

namespace buygraph {

/// People, those who left apart, times offers, the status quo among them.
inline constexpr std::size_t most_views = 2000;

namespace detail {

/// The checks that look at more than one field. Each adds its faults; none depends on another.
class DealCheck {
  public:
    DealCheck(const Deal& deal, const Catalog& catalog, FaultList& faults) : deal_(deal), catalog_(catalog), faults_(faults) {}

    void run() {
        unique(deal_.offers, "offers");
        unique(deal_.people, "people");
        unique(deal_.team, "team");
        size();
        offers();
        for (std::size_t i = 0; i < deal_.people.size(); ++i) person(deal_.people[i], [&] { return at("people", i).called(entry_words(deal_.people[i], i)); });
        ties();
        decision();
        actions();
        moves();
        check_catalog(deal_.catalog, root().field("catalog"), faults_);
        agreed_kinds();
    }

  private:
    [[nodiscard]] static Place root() { return {}; }
    [[nodiscard]] static Place at(const char* list, std::size_t index) { return root().field(list).item(index); }

    template <class Entry>
    void unique(const std::vector<Entry>& list, const char* name) {
        std::unordered_map<std::string_view, std::size_t> first;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i].id.empty()) continue;
            const auto [taken, is_new] = first.try_emplace(list[i].id, i);
            if (!is_new)
                faults_.add(at(name, i).field("id").called(entry_words(list[i], i)), {"the id is used twice", "id 重复"}, printable(list[i].id),
                            {"an id of its own; entry " + std::to_string(taken->second) + " has this one", "唯一的 id；第 " + std::to_string(taken->second + 1) + " 项已用"});
        }
    }

    /// A forecast holds matrices of (2 · people · offers)²: beyond this it would need more than a gigabyte.
    void size() {
        const auto stay = static_cast<std::size_t>(std::count_if(deal_.people.begin(), deal_.people.end(), [](const Person& person) { return !has_departed(person); }));
        const std::size_t offers = deal_.offers.size() + 1;
        if (stay * offers > most_views)
            faults_.add(root().field("people"), {"too many people for so many offers", "人物与方案太多"}, std::to_string(stay) + " × " + std::to_string(offers),
                        {"people × offers of at most " + std::to_string(most_views), "人物 × 方案不超过 " + std::to_string(most_views)});
    }

    void offers() {
        std::size_t ours = 0, competitors = 0, stays = 0;
        for (std::size_t i = 0; i < deal_.offers.size(); ++i) {
            const Offer& offer = deal_.offers[i];
            const auto place = [&] { return at("offers", i).called(entry_words(offer, i)); };
            ours += offer.kind == OfferKind::ours;
            competitors += offer.kind == OfferKind::competitor;
            stays += offer.kind == OfferKind::status_quo;
            if (offer.id == default_status_quo && offer.kind && offer.kind != OfferKind::status_quo)
                faults_.add(place().field("id"), {"the id is kept for the status quo", "此 id 留给维持现状"}, offer.id, {"another id", "其他 id"});
            for (const auto& [concern, rating] : offer.ratings) this->rating(concern, rating, [&, &id = concern] { return place().field("ratings").field(id); });
            terms(offer, place);
        }
        if (ours != 1)
            faults_.add(root().field("offers"), {"there must be exactly one offer of kind ours", "必须恰好有一个 ours 方案"}, std::to_string(ours), {"1", "1 个"});
        if (competitors > 7)
            faults_.add(root().field("offers"), {"too many competitors", "竞争方案太多"}, std::to_string(competitors), {"0 to 7", "0 到 7 个"});
        if (stays > 1)
            faults_.add(root().field("offers"), {"more than one status quo", "维持现状多于一个"}, std::to_string(stays), {"0 or 1", "0 或 1 个"});
    }

    /// \param place  says where it stands: asked for where there is a fault, here and below
    template <class Where>
    void rating(const std::string& id, const Rating& rating, Where place) {
        if (rating.score.has_value() == rating.measure.has_value())
            return faults_.add(place(), {"a rating needs a score or a measure", "评分须给 score 或 measure"}, rating.score ? "both" : "neither", {"exactly one of the two", "二者之一"});
        const ConcernEntry* concern = catalog_.concerns.find(id);
        if (rating.measure && concern && concern->points.empty())
            faults_.add(place().field("measure"), {"this concern takes no measure", "该诉求不接受 measure"}, number_text(*rating.measure),
                        {"a score, or a concern with points in the catalog", "score，或目录中有换算点的诉求"});
        if (rating.measure && !concern)
            faults_.add(place().field("measure"), {"this concern takes no measure", "该诉求不接受 measure"}, number_text(*rating.measure), {"a score", "score"});
    }

    template <class Where>
    void terms(const Offer& offer, Where place) {
        if (offer.terms && !offer.terms->payments.empty()) {
            double total = 0;
            for (const Payment& payment : offer.terms->payments) total += payment.share.value_or(0);
            if (std::abs(total - 1) > 1e-6)
                faults_.add(place().field("terms").field("payments"), {"the shares do not add to 1", "付款比例之和不为 1"}, number_text(total), {"shares that add to 1", "合计为 1"});
        }
        if (offer.economics) {
            const double target = offer.economics->target_margin.value_or(0.25), floor = offer.economics->floor_margin.value_or(0.05);
            if (target <= floor)
                faults_.add(place().field("economics").field("target_margin"), {"the target margin is not above the floor margin", "目标毛利率不高于底线"},
                            number_text(target), {"above " + number_text(floor), "大于 " + number_text(floor)});
        }
    }

    template <class Where>
    void person(const Person& person, Where place) {
        if (!person.id.empty() && person.reports_to == person.id)
            faults_.add(place().field("reports_to"), {"reports to himself", "汇报给自己"}, printable(person.id), {"another person", "另一个人"});
        double shares = 0;
        for (const auto& [id, share] : person.roles) shares += share;
        if (!person.roles.empty() && !(shares > 0))
            faults_.add(place().field("roles"), {"the shares of the roles are all 0", "角色份额全为 0"}, "", {"at least one above 0", "至少一个大于 0"});
        for (const auto& [id, entry] : person.concerns) own_concern(id, entry, [&, &own = id] { return place().field("concerns").field(own); });
        for (std::size_t i = 0; i < person.perceptions.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (person.perceptions[i].offer == person.perceptions[j].offer && person.perceptions[i].concern == person.perceptions[j].concern)
                    faults_.add(place().field("perceptions").item(i), {"the same view is given twice", "同一看法给了两次"},
                                printable(person.perceptions[i].offer + ", " + person.perceptions[i].concern), {"one view of an offer on a concern", "每个方案每项诉求一个看法"});
        if (!has_departed(person) && !weighs_something(person)) {
            const Text allowed{"a role, or a concern with an importance above 0", "一个角色，或一项大于 0 的诉求"};
            faults_.add(place().field("concerns"), {"all importances are 0", "所有看重程度都是 0"}, "", allowed);
        }
    }

    [[nodiscard]] ConcernKind kind_of(const std::string& id) const {
        if (const ConcernEntry* concern = catalog_.concerns.find(id)) return concern->kind.value_or(ConcernKind::organisational);
        const ConcernKind* own = own_kinds_.find(id);
        return own ? *own : ConcernKind::organisational;
    }

    [[nodiscard]] bool weighs_something(const Person& person) const {
        const PersonalEmphasis emphasis = person.personal_emphasis.value_or(PersonalEmphasis{});
        const OrderedMap<double> shares = role_shares(person, catalog_);
        const auto weighs_at = [&](double personal) {
            const auto counts = [&](const std::string& id, double importance) { return importance > 0 && (personal > 0 || kind_of(id) == ConcernKind::organisational); };
            for (const auto& [role, share] : shares)
                for (const auto& [id, importance] : catalog_.roles.find(role)->importance) {
                    const Importance* own = person.concerns.find(id);
                    if (!(own && own->importance) && counts(id, importance)) return true;
                }
            for (const auto& [id, entry] : person.concerns)
                if (counts(id, entry.importance.value_or(0))) return true;
            return false;
        };
        return weighs_at(emphasis.buy.value_or(0.5)) && weighs_at(emphasis.vendor.value_or(2));
    }

    template <class Where>
    void own_concern(const std::string& id, const Importance& entry, Where place) {
        const ConcernEntry* known = catalog_.concerns.find(id);
        if (!known && !entry.importance)
            faults_.add(place().field("importance"), {"a concern of one's own needs an importance", "自有诉求须给出看重程度"}, "", {"a number from 0 to 10", "0 到 10 的数字"});
        if (known && entry.kind && *entry.kind != known->kind.value_or(ConcernKind::organisational))
            faults_.add(place().field("kind"), {"the catalog says another kind", "与目录中的类别不一致"}, std::string(word_of(*entry.kind)), {"the catalog's", "目录中的类别"},
                        std::string(word_of(known->kind.value_or(ConcernKind::organisational))));
        if (known || entry.kind || id.size() < 4) return;
        std::vector<std::string> ids;
        for (const auto& [other, concern] : catalog_.concerns) ids.push_back(other);
        const std::string meant = nearest_word(id, ids);
        if (!meant.empty() && edit_distance(id, meant) <= 2)
            faults_.add(place(), {"looks like a misspelt concern", "像是拼错的诉求"}, printable(id),
                        {"a concern of the catalog, or one of your own with its kind", "目录中的诉求，或注明 kind 的自有诉求"}, meant);
    }

    void ties() {
        for (std::size_t i = 0; i < deal_.ties.size(); ++i)
            if (const Tie& tie = deal_.ties[i]; !tie.from.empty() && tie.from == tie.to)
                faults_.add(at("ties", i).called(entry_words(tie, i)), {"ties a person to himself", "把人和自己相连"}, printable(tie.from), {"two different people", "两个不同的人"});
    }

    void decision() {
        const Place place = root().field("decision");
        const Rule rule = deal_.decision.rule.value_or(Rule::autocracy);
        bool anybody = false, decision_maker = false, votes = false;
        for (const Person& person : deal_.people) {
            if (has_departed(person)) continue;
            const OrderedMap<double> shares = role_shares(person, catalog_);
            anybody = true;
            decision_maker = decision_maker || shares.contains("decision_maker");
            votes = votes || person.votes.value_or(votes_of(shares)) > 0;
        }
        if (!anybody) {
            const std::string given = std::to_string(deal_.people.size()) + (deal_.people.empty() ? "" : ", all departed");
            return faults_.add(root().field("people"), {"nobody is left in the computation", "没有人参与计算"}, given, {"at least one person who has not left", "至少一个未离开的人"});
        }
        if (one_person_decides(rule) && deal_.decision.decider.empty() && !decision_maker)
            faults_.add(place.field("decider"), {"the rule " + std::string(word_of(rule)) + " needs a decider", "规则 " + std::string(word_of(rule)) + " 需要决策人"}, "",
                        {"a person's id here, or somebody with the role decision_maker", "在此给出人物 id，或有人担任 decision_maker"});
        if (rule != Rule::autocracy && !votes)
            faults_.add(place.field("rule"), {"the rule counts votes and nobody has any", "规则要计票，但没有人有票"}, std::string(word_of(rule)), {"votes of at least one person", "至少一人有票"});
        double total = 0;
        for (const auto& [id, share] : deal_.decision.decider) {
            total += share;
            for (const Person& person : deal_.people)
                if (person.id == id && has_departed(person))
                    faults_.add(place.field("decider"), {"the decider has left", "决策人已离开"}, printable(id), {"somebody who has not left", "未离开的人"});
        }
        if (!deal_.decision.decider.empty() && std::abs(total - 1) > 1e-6)
            faults_.add(place.field("decider"), {"the probabilities do not add to 1", "概率之和不为 1"}, number_text(total), {"probabilities that add to 1", "合计为 1"});
    }

    void actions() {
        for (std::size_t i = 0; i < deal_.actions.size(); ++i) {
            const Action& action = deal_.actions[i];
            const bool known = action.kind == "meeting" || action.kind == "executive_call" || action.kind == "workshop" || action.kind == "reference_visit" || action.kind == "pilot";
            if (!known && !action.kind.empty() && !(action.hours && action.effect))
                faults_.add(at("actions", i), {"an action of one's own kind needs hours and effect", "自定义行动须给 hours 和 effect"}, printable(action.kind),
                            {"hours and effect, or a known kind", "给出 hours 和 effect，或用已知类型"},
                            nearest_word(action.kind, {"meeting", "executive_call", "workshop", "reference_visit", "pilot"}));
            const bool one = action.kind == "meeting" || action.kind == "executive_call", few = action.kind == "workshop" || action.kind == "reference_visit";
            if ((one && action.whom.size() > 1) || (few && action.whom.size() > 5))
                faults_.add(at("actions", i).field("whom"), {"this kind of action reaches fewer people", "此类行动没有这么多人"}, std::to_string(action.whom.size()) + " ids",
                            one ? Text{"one person", "一人"} : Text{"at most five people", "最多五人"});
            if ((action.kind == "meeting" || action.kind == "workshop") && action.concerns.size() > 3)
                faults_.add(at("actions", i).field("concerns"), {"a meeting or workshop is about three concerns at most", "一次会谈或研讨最多谈三个诉求"}, std::to_string(action.concerns.size()) + " ids",
                            {"at most three concerns", "最多三个诉求"});
        }
    }

    void moves() {
        for (std::size_t i = 0; i < deal_.moves.size(); ++i) {
            const Move& move = deal_.moves[i];
            if (!move.kind) continue;
            const auto needs = [&](bool there, const char* field) {
                if (!there)
                    faults_.add(at("moves", i).field(field), {"a move of kind " + std::string(word_of(*move.kind)) + " needs " + field, "此类 move 须给 " + std::string(field)}, "",
                                {"a value", "必须给出"});
            };
            const MoveKind kind = *move.kind;
            const bool tie = kind == MoveKind::tie_strength || kind == MoveKind::cut_tie || kind == MoveKind::add_tie;
            const bool towards_offer = kind == MoveKind::score || kind == MoveKind::leaning || kind == MoveKind::attitude;
            const bool whole = kind == MoveKind::cut_tie || kind == MoveKind::remove_person;
            if (tie) needs(!move.from.empty(), "from"), needs(!move.to.empty(), "to");
            if (towards_offer) needs(!move.offer.empty(), "offer");
            if (kind == MoveKind::score) needs(!move.concern.empty(), "concern");
            if (!tie && kind != MoveKind::score && kind != MoveKind::veto_line) needs(!move.person.empty(), "person");
            if (!whole) needs(move.by.has_value(), "by");
        }
    }

    void agreed_kinds() {
        for (std::size_t i = 0; i < deal_.people.size(); ++i)
            for (const auto& [id, entry] : deal_.people[i].concerns)
                if (const ConcernKind* kind = own_kinds_.find(id); entry.kind && kind && *entry.kind != *kind)
                    faults_.add(at("people", i).field("concerns").field(id).field("kind").called(entry_words(deal_.people[i], i)),
                                {"two people disagree on the kind of this concern", "两人对该诉求的类别说法不一"}, std::string(word_of(*entry.kind)),
                                {"one kind for the whole deal", "全商机一种类别"}, std::string(word_of(*kind)));
    }

    const Deal& deal_;
    const Catalog& catalog_;
    FaultList& faults_;
    OrderedMap<ConcernKind> own_kinds_ = own_concern_kinds(deal_, catalog_);
};

}  // namespace detail

/// Every fault of a deal that needs no graph to be seen. `validate` (model room) adds the reporting cycles.
///
/// Cost: linear in the size of the deal, times the number of people for the references.
[[nodiscard]] inline std::vector<Fault> check(const Deal& deal) {
    FaultList faults;
    const auto catalog = shared_catalog(deal.catalog);
    const KnownIds known = known_ids(deal, *catalog);
    FieldCheck(known, faults).object(deal);
    if (deal.offers.empty()) faults.add(Place{"/offers", {}}, {"offers is missing", "缺少 offers"}, "", {"a list with our offer", "至少有我方方案的列表"});
    detail::DealCheck(deal, *catalog, faults).run();
    return faults.take();
}

}  // namespace buygraph
