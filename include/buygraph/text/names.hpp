#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "../deal/deal.hpp"
#include "../deal/role_mix.hpp"
#include "../numbers/sort_stably.hpp"

namespace buygraph::text {

/// What things are called in front of people: names as given in full (nobody knows which part is the surname), labels of the catalog.
class Names {
  public:
    Names(const Deal& deal, Language language) : deal_(deal), catalog_(shared_catalog(deal.catalog)), language_(language) {}

    [[nodiscard]] Language language() const { return language_; }

    [[nodiscard]] const Person* find_person(std::string_view id) const {
        for (const Person& person : deal_.people)
            if (person.id == id) return &person;
        return nullptr;
    }

    /// A person's name; for a vacant seat without one "vacant seat (Finance)".
    [[nodiscard]] std::string person(std::string_view id) const {
        const Person* found = find_person(id);
        if (!found) return std::string(id);
        if (!found->name.empty()) return found->name;
        if (!found->vacant.value_or(false)) return found->id;
        const std::string seat = roles(*found);
        return language_ == Language::chinese ? "空席（" + seat + "）" : "vacant seat (" + seat + ")";
    }

    /// Roles by their labels, the largest share first.
    [[nodiscard]] std::string roles(const Person& person) const {
        auto shares = mix_roles(person, *catalog_).shares;
        numbers::sort_stably(shares, [](const auto& left, const auto& right) { return left.second > right.second; });
        std::string text;
        for (const auto& [id, share] : shares) text += (text.empty() ? "" : language_ == Language::chinese ? "、" : ", ") + role(id);
        return text;
    }

    [[nodiscard]] std::string role(std::string_view id) const { return label(catalog_->roles.find(id), id); }
    [[nodiscard]] std::string concern(std::string_view id) const { return label(catalog_->concerns.find(id), id); }

    /// What to say about a concern: the catalog's templates, the deal's own included, or the general ones.
    [[nodiscard]] AdviceTexts advice(std::string_view concern) const { return advice_of(*catalog_, concern); }

    /// One of ours, by name.
    [[nodiscard]] std::string member(std::size_t index) const { return deal_.team[index].name.empty() ? deal_.team[index].id : deal_.team[index].name; }
    [[nodiscard]] const Deal& deal() const { return deal_; }

    /// "us" for ours, "no decision" for the status quo, the name for a competitor.
    [[nodiscard]] std::string outcome(std::string_view id) const {
        for (const Offer& offer : deal_.offers) {
            if (offer.id != id) continue;
            if (offer.kind == OfferKind::ours) return language_ == Language::chinese ? "我方" : "us";
            if (offer.kind != OfferKind::status_quo) return offer.name.empty() ? offer.id : offer.name;
        }
        return language_ == Language::chinese ? "不做决定" : "no decision";
    }

  private:
    template <class Entry>
    [[nodiscard]] std::string label(const Entry* entry, std::string_view id) const {
        if (entry && entry->labels && !entry->labels->in(language_).empty()) return entry->labels->in(language_);
        return std::string(id);
    }

    const Deal& deal_;
    std::shared_ptr<const Catalog> catalog_;
    Language language_;
};

}  // namespace buygraph::text
