#include <buygraph/simulation/made_up_deal.hpp>

#include <buygraph/model/validate.hpp>

#include <map>
#include <set>

#include "catch.hpp"

using namespace buygraph;
using simulation::MadeUpDeal;

TEST_CASE("deals are valid, of every rule, language and size, and tell a staff from an owner") {
    std::set<Rule> rules;
    std::set<Language> languages;
    std::set<std::string> currencies, roles, owners;
    std::size_t fewest = 100, most = 0, vacant = 0, departed = 0, terms = 0, no_competitor = 0;
    for (std::uint64_t number = 0; number < 600; ++number) {
        const Deal deal = MadeUpDeal(11, number).deal();
        const std::vector<Fault> faults = validate(deal);
        if (!faults.empty()) FAIL(deal.id + ": " + describe(faults.front()));
        rules.insert(*deal.decision.rule);
        languages.insert(*deal.language);
        currencies.insert(deal.currency);
        owners.insert(deal.owner);
        fewest = std::min(fewest, deal.people.size());
        most = std::max(most, deal.people.size());
        for (const Person& person : deal.people) {
            vacant += person.vacant.value_or(false);
            departed += has_departed(person);
            for (const auto& [role, share] : person.roles) roles.insert(role);
        }
        terms += deal.offers.front().terms.has_value();
        no_competitor += deal.offers.size() == 1 || (deal.offers.size() == 2 && deal.offers[1].kind == OfferKind::status_quo);
        CHECK(deal.owner == deal.team.front().name);
        CHECK(*deal.close_date > *deal.as_of);
    }
    CHECK(rules.size() == 6);
    CHECK(languages.size() == 2);
    CHECK(currencies == std::set<std::string>{"CNY", "EUR", "USD"});
    CHECK(roles.size() == 6);
    CHECK(owners.size() > 10);
    CHECK(fewest == 1);
    CHECK(most == 14);
    CHECK(vacant > 10);
    CHECK(departed > 10);
    CHECK(terms > 150);
    CHECK(no_competitor > 20);
}

TEST_CASE("a deal depends on seed and number alone") {
    CHECK(MadeUpDeal(1, 5).deal() == MadeUpDeal(1, 5).deal());
    CHECK_FALSE(MadeUpDeal(1, 5).deal() == MadeUpDeal(1, 6).deal());
    CHECK_FALSE(MadeUpDeal(1, 5).deal() == MadeUpDeal(2, 5).deal());
}

TEST_CASE("a member of the staff is the same in all deals of a seed") {
    std::map<std::string, TeamMember> staff;
    for (std::uint64_t number = 0; number < 200; ++number)
        for (TeamMember member : MadeUpDeal(3, number).deal().team) {
            member.knows.clear();
            const auto [known, is_new] = staff.emplace(member.id, member);
            CHECK(known->second == member);
        }
    CHECK(staff.size() > 30);
}
