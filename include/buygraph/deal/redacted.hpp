#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "fields.hpp"
#include "merged_catalog.hpp"
#include "role_mix.hpp"

namespace buygraph {

namespace detail {

/// Visits every field of a deal: what names somebody or something is renamed wherever it stands, every other text is emptied, numbers stay.
/// A field that is added to the deal file is emptied too unless it says what it names.
class Redactor {
  public:
    explicit Redactor(const Deal& deal) : builtin_(builtin_catalog()) {
        for (std::size_t i = 0; i < deal.people.size(); ++i) add(fields::Names::person, deal.people[i].id, "person-" + std::to_string(i + 1));
        for (std::size_t i = 0; i < deal.team.size(); ++i) add(fields::Names::member, deal.team[i].id, "member-" + std::to_string(i + 1));
        std::size_t rivals = 0;
        for (const Offer& offer : deal.offers) add(fields::Names::offer, offer.id, offer.kind == OfferKind::ours ? "ours" : offer.kind == OfferKind::status_quo ? "staying" : "rival-" + std::to_string(++rivals));
    }

    template <class Member>
    void operator()(const char*, Member& member, const fields::Spec& spec) {
        redact(member, spec.names);
    }

    [[nodiscard]] std::string renamed(fields::Names names, const std::string& id) {
        if (id.empty()) return id;
        if (names == fields::Names::role && builtin_.roles.contains(id)) return id;
        if (names == fields::Names::concern && builtin_.concerns.contains(id)) return id;
        auto& known = ids_[names];
        const auto found = known.find(id);
        if (found != known.end()) return found->second;
        const std::string number = std::to_string(known.size() + 1);  // a role or a concern of the deal's own; of the rest what nobody listed
        return known[id] = (names == fields::Names::role ? "role-" : names == fields::Names::concern ? "concern-" : "unknown-") + number;
    }

  private:
    void add(fields::Names names, const std::string& id, std::string name) { ids_[names].emplace(id, std::move(name)); }

    void redact(std::string& text, fields::Names names) { text = names == fields::Names::anything ? std::string() : renamed(names, text); }
    template <class Value>
    void redact(std::optional<Value>& value, fields::Names names) {
        if (value) redact(*value, names);
    }
    template <class Value>
    void redact(std::vector<Value>& list, fields::Names names) {
        for (Value& value : list) redact(value, names);
    }
    /// The keys of a map of concerns or roles, and what they lead to; a person's own concerns are a map that names nothing.
    template <class Value>
    void redact(OrderedMap<Value>& map, fields::Names names) {
        if constexpr (std::is_same_v<Value, Importance> || std::is_same_v<Value, ConcernEntry>) names = fields::Names::concern;
        if constexpr (std::is_same_v<Value, RoleEntry>) names = fields::Names::role;
        for (auto& [id, value] : map) {
            id = renamed(names, id);
            redact(value, fields::Names::anything);
        }
    }
    template <class Value>
    void redact(Value& value, fields::Names) {
        if constexpr (requires(Redactor& self) { fields::describe(self, value); }) fields::describe(*this, value);
    }

    const Catalog& builtin_;
    std::map<fields::Names, std::map<std::string, std::string>> ids_;
};

}  // namespace detail

/// The deal without anything that tells who it is about: people, our own team, offers, roles and concerns of the deal's own become "Technical 2", "Ours 1", "Rival 1";
/// account, deal, titles, notes, owner, sources and every other text go. Numbers, ratings, ties and dates stay, so that it forecasts as before.
///
/// \param deal      valid
/// \param language  of the new names
[[nodiscard]] inline Deal redacted(Deal deal, Language language) {
    const bool zh = language == Language::chinese;
    const Deal original = deal;
    const Catalog catalog = merged_catalog(original.catalog);
    detail::Redactor redactor(original);
    fields::describe(redactor, deal);
    const auto numbered = [&](std::string label, std::size_t number) { return std::move(label) + " " + std::to_string(number); };

    deal.name = zh ? "项目" : "Deal";
    deal.account = zh ? "客户" : "Customer";
    deal.language = language;
    const std::string& currency = original.currency;
    if (currency.size() == 3 && std::all_of(currency.begin(), currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) deal.currency = currency;
    std::map<std::string, std::size_t> of_role;
    for (std::size_t i = 0; i < deal.people.size(); ++i) {
        std::string role;
        double share = 0;
        for (const auto& [id, weight] : mix_roles(original.people[i], catalog).shares)
            if (weight > share) share = weight, role = id;
        const RoleEntry* entry = builtin_catalog().roles.find(role);
        const std::string label = entry && entry->labels ? entry->labels->in(language) : std::string(zh ? "人员" : "Person");
        deal.people[i].id = redactor.renamed(fields::Names::person, original.people[i].id);
        if (!original.people[i].vacant.value_or(false) || !original.people[i].name.empty()) deal.people[i].name = numbered(label, ++of_role[label]);
    }
    std::size_t rivals = 0;
    for (std::size_t j = 0; j < deal.offers.size(); ++j) {
        deal.offers[j].id = redactor.renamed(fields::Names::offer, original.offers[j].id);
        deal.offers[j].name = original.offers[j].kind == OfferKind::ours ? (zh ? "我方方案" : "Our offer") : original.offers[j].kind == OfferKind::status_quo ? (zh ? "维持现状" : "Staying") : numbered(zh ? "对手" : "Rival", ++rivals);
    }
    for (std::size_t t = 0; t < deal.team.size(); ++t) {
        deal.team[t].id = redactor.renamed(fields::Names::member, original.team[t].id);
        deal.team[t].name = numbered(zh ? "我方" : "Ours", t + 1);
        deal.team[t].languages.clear();
    }
    std::map<std::string, std::string> sources;
    for (std::size_t e = 0; e < deal.evidence.size(); ++e) {
        const std::string& source = original.evidence[e].source;
        if (source.empty()) continue;
        const bool person = std::any_of(original.people.begin(), original.people.end(), [&](const Person& one) { return one.id == source; });
        auto [at, fresh] = sources.emplace(source, std::string());
        if (fresh) at->second = person ? redactor.renamed(fields::Names::person, source) : numbered(zh ? "来源" : "Source", sources.size());
        deal.evidence[e].source = at->second;
    }
    for (std::size_t a = 0; a < deal.actions.size(); ++a) {
        const std::string& kind = original.actions[a].kind;
        const bool known = kind == "meeting" || kind == "executive_call" || kind == "workshop" || kind == "reference_visit" || kind == "pilot";
        deal.actions[a].kind = known ? kind : numbered(zh ? "行动" : "Action", a + 1);
    }
    const auto relabel = [](auto& entry, const std::string& id, std::string_view prefix, const char* en, const char* zh_label) {
        entry.labels.reset();
        entry.descriptions.reset();
        if (id.starts_with(prefix)) entry.labels = Text{en + id.substr(prefix.size()), zh_label + id.substr(prefix.size())};
    };
    for (auto& [id, role] : deal.catalog.roles) relabel(role, id, "role-", "Role ", "角色 ");
    for (auto& [id, concern] : deal.catalog.concerns) {
        relabel(concern, id, "concern-", "Concern ", "诉求 ");
        concern.unit.reset();
        concern.advice.reset();
    }
    return deal;
}

}  // namespace buygraph
