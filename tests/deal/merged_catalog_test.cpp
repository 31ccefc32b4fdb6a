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

TEST_CASE("a deal may replace one language of one kind of advice on a known concern, and nothing else changes") {
    Catalog own;
    own.concerns["cost"].advice.emplace().mend = Text{"Ours.", ""};
    const AdviceTexts merged = advice_of(merged_catalog(own), "cost"), known = *builtin_catalog().concerns.find("cost")->advice;
    CHECK(merged.mend->en == "Ours.");
    CHECK(merged.mend->zh == known.mend->zh);
    CHECK(merged.lead == known.lead);
    CHECK(merged.ask == known.ask);
    CHECK(advice_of(merged_catalog(own), "risk") == *builtin_catalog().concerns.find("risk")->advice);
}

TEST_CASE("a concern of one's own has the general advice where it has none of its own") {
    Catalog own;
    own.concerns["traceability"];
    own.concerns["carbon"].advice.emplace().ask = Text{"", "问排放。"};
    const Catalog merged = merged_catalog(own);
    CHECK(advice_of(merged, "traceability") == general_advice());
    CHECK(advice_of(merged, "of a person and not of the catalog") == general_advice());
    CHECK(advice_of(merged, "carbon").ask->zh == "问排放。");
    CHECK(advice_of(merged, "carbon").ask->en == general_advice().ask->en);
    CHECK(advice_of(merged, "carbon").lead == general_advice().lead);
}

// Laying the deal's over the user's and then over the built-in one gives what each says last, language by language.
TEST_CASE("advice of the deal goes before the user's, and the user's before the built-in") {
    Catalog users, own;
    users.concerns["cost"].advice.emplace().mend = Text{"User's.", "用户的。"};
    users.concerns["cost"].advice->ask = Text{"User's question.", ""};
    own.concerns["cost"].advice.emplace().mend = Text{"", "商机的。"};
    const Catalog layered = layered_catalog(users, own);
    CHECK(layered.concerns.find("cost")->advice->mend == Text{"User's.", "商机的。"});
    CHECK_FALSE(layered.concerns.find("cost")->advice->lead);
    const AdviceTexts merged = advice_of(merged_catalog(layered), "cost");
    CHECK(merged.mend == Text{"User's.", "商机的。"});
    CHECK(merged.ask == Text{"User's question.", builtin_advice("cost")->ask->zh});
    CHECK(layered_catalog({}, own) == own);
    CHECK(layered_catalog(users, {}) == users);
}

TEST_CASE("deals without a catalog of their own share the built-in one, others have theirs") {
    CHECK(shared_catalog({}) == shared_catalog({}));
    CHECK(*shared_catalog({}) == merged_catalog({}));
    Catalog own;
    own.roles["auditor"].susceptibility = 0.1;
    CHECK(*shared_catalog(own) == merged_catalog(own));
    CHECK_FALSE(shared_catalog({})->roles.contains("auditor"));
}
