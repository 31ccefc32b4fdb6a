#include <buygraph/deal/merged_catalog.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("a deal's catalog mends entries field by field and adds its own") {
    Catalog own;
    own.roles["technical"].veto = false;
    own.roles["auditor"].susceptibility = 0.1;
    own.concerns["traceability"].importance["auditor"] = 9;
    own.concerns["traceability"].importance["nobody"] = 9;
    const Catalog merged = merged_catalog(own);
    CHECK_FALSE(*merged.roles.find("technical")->veto);
    CHECK(*merged.roles.find("technical")->susceptibility == 0.25);
    CHECK(*merged.roles.find("auditor")->importance.find("traceability") == 9);
    CHECK(*merged.roles.find("auditor")->importance.find("personal_trust") == 5);
    CHECK_FALSE(merged.roles.contains("nobody"));
}

TEST_CASE("what an own entry leaves open has the defaults of the model") {
    Catalog own;
    own.roles["auditor"];
    own.concerns["traceability"];
    const Catalog merged = merged_catalog(own);
    CHECK(*merged.roles.find("auditor")->susceptibility == 0.5);
    CHECK_FALSE(*merged.roles.find("auditor")->veto);
    CHECK(merged.roles.find("auditor")->labels->en == "auditor");
    CHECK(*merged.concerns.find("traceability")->kind == ConcernKind::organisational);
}

TEST_CASE("a deal's word on a field goes before the user's catalog, the rest stays the user's") {
    Catalog users, own;
    users.roles["auditor"].susceptibility = 0.1;
    users.roles["auditor"].veto = true;
    users.roles["auditor"].importance["risk"] = 9;
    users.concerns["traceability"].kind = ConcernKind::personal;
    own.roles["auditor"].veto = false;
    own.roles["auditor"].importance["cost"] = 3;
    const Catalog layered = layered_catalog(users, own);
    CHECK(*layered.roles.find("auditor")->susceptibility == 0.1);
    CHECK_FALSE(*layered.roles.find("auditor")->veto);
    CHECK(*layered.roles.find("auditor")->importance.find("risk") == 9);
    CHECK(*layered.roles.find("auditor")->importance.find("cost") == 3);
    CHECK(*layered.concerns.find("traceability")->kind == ConcernKind::personal);
    CHECK(layered_catalog({}, own) == own);
    CHECK(layered_catalog(users, {}) == users);
}

// An importance may stand at the role or at the concern: in all four combinations the deal's holds, and both sides agree.
TEST_CASE("an importance of the deal replaces the user's from either side") {
    for (const bool users_at_role : {true, false})
        for (const bool own_at_role : {true, false}) {
            Catalog users, own;
            const auto say = [](Catalog& catalog, bool at_role, double importance) {
                if (at_role) catalog.roles["auditor"].importance["traceability"] = importance;
                else catalog.concerns["traceability"].importance["auditor"] = importance;
            };
            users.roles["auditor"];
            users.concerns["traceability"];
            say(users, users_at_role, 4);
            say(own, own_at_role, 8);
            const Catalog layered = layered_catalog(users, own);
            CHECK(*merged_catalog(layered).roles.find("auditor")->importance.find("traceability") == 8);
            const double* role = layered.roles.find("auditor")->importance.find("traceability");
            const double* concern = layered.concerns.find("traceability")->importance.find("auditor");
            CHECK((!role || *role == 8));
            CHECK((!concern || *concern == 8));
        }
}
