#include <buygraph/deal/role_mix.hpp>

#include "catch.hpp"

using namespace buygraph;

namespace {
Person with_roles(Shares roles) {
    Person person;
    person.id = "p";
    person.roles = std::move(roles);
    return person;
}
}  // namespace

// Model, section 1: three quarters purchaser (cost 5, susceptibility .5) and a quarter finance (cost 7, susceptibility .4).
TEST_CASE("importances and susceptibility are share-weighted means over the roles") {
    const RoleMix mix = mix_roles(with_roles({{"purchaser", 3}, {"finance", 1}}), merged_catalog({}));
    CHECK(*mix.importance.find("cost") == Approx(.75 * 5 + .25 * 7));
    CHECK(*mix.importance.find("fairness") == Approx(.75 * 7));
    CHECK(*mix.importance.find("payment_term") == Approx(.25 * 8));
    CHECK(*mix.importance.find("personal_trust") == Approx(5));
    CHECK(mix.susceptibility == Approx(.75 * .5 + .25 * .4));
    CHECK_FALSE(mix.veto);
}

TEST_CASE("every role weighs cost, risk, function and reliability at 2 or more") {
    const RoleMix mix = mix_roles(with_roles({{"coach", 1}}), merged_catalog({}));
    for (const char* concern : {"cost", "risk", "function", "reliability"}) CHECK(*mix.importance.find(concern) == 2);
    CHECK(*mix_roles(with_roles({{"technical", 1}}), merged_catalog({})).importance.find("reliability") == 9);
}

TEST_CASE("one who is only a coach has no vote, a coach who also uses it has one, technical people hold a veto") {
    const Catalog catalog = merged_catalog({});
    CHECK(mix_roles(with_roles({{"coach", 1}}), catalog).votes == 0);
    CHECK(mix_roles(with_roles({{"coach", 1}, {"user", 1}}), catalog).votes == 1);
    CHECK(mix_roles(with_roles({{"user", 9}, {"technical", 1}}), catalog).veto);
}

TEST_CASE("an own concern has one kind for the whole deal, whoever says it") {
    Deal deal;
    Person first = with_roles({}), second = with_roles({});
    first.concerns["prestige"].importance = 5;
    second.concerns["prestige"] = {.importance = 4, .sd = {}, .kind = ConcernKind::personal};
    first.concerns["calm"].importance = 3;
    first.concerns["risk"].importance = 9;
    deal.people = {first, second};
    CHECK(own_concern_kinds(deal, merged_catalog({})) == OrderedMap<ConcernKind>{{"prestige", ConcernKind::personal}, {"calm", ConcernKind::organisational}});
}
