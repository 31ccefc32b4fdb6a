#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "../deal/deal.hpp"
#include "../deal/merged_catalog.hpp"
#include "../deal/role_mix.hpp"
#include "names.hpp"

namespace buygraph::simulation {

/// How much is known of a deal: two fifths of the deals are thin, as most are, and a fifth is rich.
enum class Richness { thin, middling, rich };

/// Makes a valid deal of the kind that sellers write, all but what was seen of people: its readings have yet no stance.
class MadeUpDeal {
  public:
    MadeUpDeal(std::uint64_t seed, std::uint64_t number) : dice_(seed, number, 0), seed_(seed) {
        richness_ = static_cast<Richness>(dice_.weighted(std::array{0.4, 0.4, 0.2}));
        language_ = dice_.chance(0.5) ? Language::chinese : Language::english;
        head(number);
        offers();
        people();
        ratings();
        views();
        ties();
        decision();
        team();
        if (dice_.chance(0.4)) money();
        evidence();
    }

    [[nodiscard]] Deal deal() && { return std::move(deal_); }

    /// The day at which every simulated deal is known.
    static constexpr Date as_of{2026, 10, 15};

  private:
    static double half_points(double score) { return std::clamp(std::round(2 * score) / 2, 0.0, 10.0); }
    static double two_digits(double number) { return std::round(100 * number) / 100; }
    [[nodiscard]] Date day_after(double days) const { return *date_of_day(days_since_epoch(as_of) + static_cast<int>(days)); }

    void head(std::uint64_t number) {
        const bool chinese = language_ == Language::chinese;
        const std::string digits = std::to_string(number + 1);
        deal_.id = "D" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
        deal_.name = made_up_goods(language_, dice_);
        deal_.account = made_up_account(language_, dice_);
        deal_.language = language_;
        deal_.currency = chinese ? "CNY" : dice_.chance(0.6) ? "EUR" : "USD";
        const double value = std::exp(std::log(chinese ? 3e6 : 4e5) + dice_.normal()), unit = chinese ? 1e4 : 1e3;
        if (!dice_.chance(0.03)) deal_.value = std::max(1.0, std::round(value / unit)) * unit;
        if (deal_.value && dice_.chance(0.5)) deal_.pursuit_cost = std::max(1.0, std::round(*deal_.value * dice_.between(0.005, 0.02) / 1000)) * 1000;
        deal_.as_of = as_of;
        deal_.close_date = day_after(dice_.between(14, 400));
    }

    void offers() {
        const bool chinese = language_ == Language::chinese;
        Offer ours;
        ours.id = "us";
        ours.name = chinese ? "我方" : "Us";
        ours.kind = OfferKind::ours;
        deal_.offers.push_back(std::move(ours));
        static constexpr std::array<std::pair<const char*, detail::Word>, 6> rivals{{{"hengyue", {"Hengyue", "恒岳"}}, {"aldurra", {"Aldurra", "奥达"}}, {"kirin", {"Kirin", "麒麟"}}, {"nordex", {"Nordwerk", "诺德"}}, {"summit", {"Summit", "远峰"}}, {"delta", {"Deltamat", "德尔达"}}}};
        const std::size_t count = dice_.weighted(std::array{0.1, 0.45, 0.3, 0.15}), first = dice_.below(rivals.size());
        for (std::size_t r = 0; r < count; ++r) {
            const auto& [id, name] = rivals[(first + r) % rivals.size()];
            Offer rival;
            rival.id = id;
            rival.name = name.in(language_);
            rival.kind = OfferKind::competitor;
            deal_.offers.push_back(std::move(rival));
        }
        if (dice_.chance(0.5)) {
            Offer stay;
            stay.id = "stay";
            stay.name = chinese ? "维持现状" : "Stay as we are";
            stay.kind = OfferKind::status_quo;
            deal_.offers.push_back(std::move(stay));
        }
    }

    void people() {
        const std::size_t count = richness_ == Richness::thin ? dice_.from_to(1, 3) : richness_ == Richness::middling ? dice_.from_to(4, 8) : dice_.from_to(9, 14);
        static constexpr std::array<const char*, 6> first_roles{"decision_maker", "technical", "purchaser", "user", "finance", "coach"};
        static constexpr std::array later_roles{0.02, 0.25, 0.15, 0.38, 0.12, 0.08};
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t role = i == 0 ? 0 : richness_ == Richness::thin ? dice_.from_to(1, 5) : i < first_roles.size() ? i : dice_.weighted(later_roles);
            Person person;
            person.roles[first_roles[role]] = 1;
            if (i > 0 && dice_.chance(0.15)) {
                const std::size_t other = dice_.from_to(1, 5);
                if (other != role) person.roles = {{first_roles[role], 0.7}, {first_roles[other], 0.3}};
            }
            const MadeUpPerson who = made_up_person(language_, dice_);
            person.id = own_id(who.id);
            person.name = who.name;
            person.title = title(role);
            person.department = department(role);
            person.level = i == 0 ? 4 : static_cast<int>(role == 3 || role == 5 ? dice_.from_to(1, 2) : dice_.from_to(2, 3));
            if (i > 0 && dice_.chance(richness_ == Richness::thin ? 0.5 : 0.85)) person.reports_to = boss(i, *person.level);
            if (dice_.chance(0.2)) person.susceptibility = two_digits(dice_.between(0.1, 0.75));
            if (richness_ == Richness::rich && i > 3 && dice_.chance(0.05)) person.vacant = true, person.name.clear();
            else if (richness_ == Richness::rich && i > 3 && dice_.chance(0.05)) person.departed = true;
            if (dice_.chance(0.1)) person.counterparts = 2;
            deal_.people.push_back(std::move(person));
        }
    }

    [[nodiscard]] std::string own_id(const std::string& wanted) const {
        const auto taken = [&](const std::string& id) { return std::any_of(deal_.people.begin(), deal_.people.end(), [&](const Person& person) { return person.id == id; }); };
        std::string id = wanted;
        for (int next = 2; taken(id); ++next) id = wanted + std::to_string(next);
        return id;
    }

    /// Somebody above, the nearest level first; the head where there is none.
    [[nodiscard]] std::string boss(std::size_t person, int level) {
        std::vector<std::size_t> above;
        for (std::size_t other = 0; other < person; ++other)
            if (*deal_.people[other].level > level) above.push_back(other);
        return deal_.people[above.empty() ? 0 : above[dice_.below(above.size())]].id;
    }

    [[nodiscard]] std::string title(std::size_t role) const {
        static constexpr std::array<detail::Word, 6> titles{{{"Managing director", "总经理"}, {"Chief engineer", "总工程师"}, {"Head of purchasing", "采购经理"}, {"Production manager", "生产经理"}, {"Controller", "财务经理"}, {"Project manager", "项目经理"}}};
        return titles[role].in(language_);
    }
    [[nodiscard]] std::string department(std::size_t role) const {
        static constexpr std::array<detail::Word, 6> departments{{{"Management", "管理层"}, {"Engineering", "技术部"}, {"Purchasing", "采购部"}, {"Production", "生产部"}, {"Finance", "财务部"}, {"Projects", "项目部"}}};
        return departments[role].in(language_);
    }

    /// What everybody in the deal weighs, by its roles.
    [[nodiscard]] std::vector<std::string> weighed() const {
        static const Catalog catalog = merged_catalog({});
        std::vector<std::string> list;
        for (const Person& person : deal_.people)
            for (const auto& [concern, importance] : mix_roles(person, catalog).importance)
                if (std::find(list.begin(), list.end(), concern) == list.end()) list.push_back(concern);
        return list;
    }

    void ratings() {
        const double share = richness_ == Richness::thin ? 0.25 : richness_ == Richness::middling ? 0.5 : 0.7;
        const std::vector<std::string> concerns = weighed();
        for (Offer& offer : deal_.offers) {
            const bool stays = offer.kind == OfferKind::status_quo;
            const double quality = (stays ? 4.0 : 6.4) + 0.8 * dice_.normal();
            for (const std::string& concern : concerns) {
                if (!dice_.chance(share)) continue;
                Rating rating;
                rating.score = half_points(quality + 1.5 * dice_.normal());
                if (concern == "payment_term" && dice_.chance(0.5)) rating = {std::nullopt, 30.0 * static_cast<double>(dice_.from_to(0, 4)), 5.0};
                else if (dice_.chance(0.4)) rating.sd = 0.5 * static_cast<double>(dice_.from_to(1, 5));
                offer.ratings[concern] = rating;
            }
        }
    }

    void views() {
        static constexpr std::array<const char*, 5> own_views{"cost", "risk", "function", "reliability", "personal_trust"};
        for (Person& person : deal_.people) {
            if (person.vacant) continue;
            if (dice_.chance(0.25)) person.concerns[own_views[dice_.below(own_views.size())]] = {static_cast<double>(dice_.from_to(3, 10)), std::nullopt, std::nullopt};
            if (dice_.chance(0.12)) person.leaning[deal_.offers[dice_.below(deal_.offers.size())].id] = two_digits(0.15 * dice_.normal());
            if (!dice_.chance(0.25)) continue;
            Perception view;
            view.offer = deal_.offers[dice_.below(deal_.offers.size())].id;
            view.concern = own_views[dice_.below(own_views.size())];
            view.score = half_points(5.5 + 1.8 * dice_.normal());
            if (dice_.chance(0.4)) view.sd = 1.5;
            person.perceptions.push_back(std::move(view));
        }
    }

    void ties() {
        const std::size_t n = deal_.people.size();
        if (n < 2) return;
        const auto count = static_cast<std::size_t>(dice_.between(0, richness_ == Richness::rich ? 1.2 : 0.7) * static_cast<double>(n));
        for (std::size_t t = 0; t < count; ++t) {
            const std::size_t from = dice_.below(n), to = (from + 1 + dice_.below(n - 1)) % n;
            Tie tie;
            tie.from = deal_.people[from].id;
            tie.to = deal_.people[to].id;
            const auto same = [&](const Tie& other) { return (other.from == tie.from && other.to == tie.to) || (other.from == tie.to && other.to == tie.from); };
            if (std::any_of(deal_.ties.begin(), deal_.ties.end(), same)) continue;
            tie.kind = std::array{TieKind::advises, TieKind::works_with, TieKind::friendship, TieKind::opposes}[dice_.weighted(std::array{0.5, 0.3, 0.12, 0.08})];
            if (dice_.chance(0.4)) tie.strength = two_digits(dice_.between(0.1, 0.8));
            deal_.ties.push_back(std::move(tie));
        }
    }

    void decision() {
        Decision& decision = deal_.decision;
        decision.rule = std::array{Rule::autocracy, Rule::weighted, Rule::quota, Rule::majority, Rule::unanimity, Rule::consent}[dice_.weighted(std::array{0.5, 0.12, 0.1, 0.1, 0.08, 0.1})];
        decision.date = deal_.close_date;
        if (one_person_decides(*decision.rule) && deal_.people.size() > 1 && dice_.chance(0.3) && !deal_.people[1].departed) decision.decider = {{deal_.people[0].id, 0.7}, {deal_.people[1].id, 0.3}};
        if (decision.rule == Rule::quota && dice_.chance(0.5)) decision.quota = 0.75;
        if (dice_.chance(0.1)) decision.indecision = two_digits(dice_.between(0.05, 0.3));
        if (decision.rule == Rule::quota || decision.rule == Rule::majority) deal_.people[0].votes = static_cast<int>(dice_.from_to(1, 3));
    }

    /// A member of the staff of all deals: the same whenever one of them names him, so he comes from the seed and his number alone.
    [[nodiscard]] TeamMember staff(std::size_t member) const {
        Dice dice(seed_, member, 2);
        TeamMember who;
        who.id = "staff-" + std::string(member < 10 ? "0" : "") + std::to_string(member);
        who.name = made_up_person(dice.chance(0.5) ? Language::chinese : Language::english, dice).name;
        who.functions = {member < sellers ? Function::sales : std::array{Function::technical, Function::service, Function::product, Function::finance, Function::executive}[member % 5]};
        who.level = static_cast<int>(dice.from_to(1, 4));
        who.capacity = static_cast<int>(dice.from_to(2, 6));
        who.hours = static_cast<double>(dice.from_to(2, 12));
        who.languages = {"zh", "en"};
        return who;
    }

    void team() {
        const std::size_t owner = dice_.below(sellers), others = richness_ == Richness::thin ? dice_.below(2) : dice_.from_to(1, 3);
        deal_.team.push_back(staff(owner));
        deal_.owner = deal_.team.front().name;
        for (std::size_t m = 0; m < others; ++m) {
            TeamMember member = staff(sellers + dice_.below(staff_count - sellers));
            if (std::none_of(deal_.team.begin(), deal_.team.end(), [&](const TeamMember& other) { return other.id == member.id; })) deal_.team.push_back(std::move(member));
        }
        for (TeamMember& member : deal_.team)
            for (const Person& person : deal_.people)
                if (!person.vacant && dice_.chance(0.3)) member.knows.push_back(person.id);
    }

    void money() {
        if (!deal_.value) return;
        const double price = *deal_.value, unit = 1000;
        Terms terms;
        terms.price = price;
        terms.list_price = std::round(price * dice_.between(1.0, 1.25) / unit) * unit;
        terms.payments = {{0.3, 0.0}, {0.6, 60.0}, {0.1, 360.0}};
        terms.yearly_benefit = std::round(price * dice_.between(0.2, 0.6) / unit) * unit;
        terms.contract_years = static_cast<int>(dice_.from_to(1, 4));
        Economics economics;
        economics.cost = std::round(price * dice_.between(0.6, 0.85) / unit) * unit;
        Offer& ours = deal_.offers.front();
        ours.terms = std::move(terms);
        ours.economics = economics;
        if (dice_.chance(0.6)) deal_.customer.budget = std::round(price * dice_.between(0.9, 1.3) / unit) * unit;
    }

    void evidence() {
        std::vector<std::size_t> seen;
        for (std::size_t i = 0; i < deal_.people.size(); ++i)
            if (!deal_.people[i].vacant && !deal_.people[i].departed) seen.push_back(i);
        const double a_person = richness_ == Richness::thin ? dice_.between(0, 1) : richness_ == Richness::middling ? dice_.between(0.3, 1.2) : dice_.between(0.8, 2);
        const auto count = static_cast<std::size_t>(std::round(a_person * static_cast<double>(seen.size())));
        for (std::size_t e = 0; e < count; ++e) {
            Evidence evidence;
            evidence.about = deal_.people[seen[dice_.below(seen.size())]].id;
            evidence.offer = deal_.offers[dice_.chance(0.55) ? 0 : dice_.below(deal_.offers.size())].id;
            evidence.stance = 0.0;
            if (dice_.chance(0.6)) evidence.reliability = 0.5 + 0.1 * static_cast<double>(dice_.from_to(1, 4));
            const std::size_t source = dice_.weighted(std::array{0.4, 0.4, 0.2});
            if (source == 0) evidence.source = deal_.people[seen[dice_.below(seen.size())]].id;
            else if (source == 1) evidence.source = deal_.team[dice_.below(deal_.team.size())].name;
            if (dice_.chance(0.85)) evidence.date = day_after(-dice_.between(1, 240));
            deal_.evidence.push_back(std::move(evidence));
        }
    }

    static constexpr std::size_t staff_count = 40, sellers = 16;

    Dice dice_;
    std::uint64_t seed_;
    Richness richness_;
    Language language_;
    Deal deal_;
};

}  // namespace buygraph::simulation
