#include <buygraph/deal/builtin_catalog.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("every entry has a label and a line in both languages") {
    const auto complete = [](const auto& entry) {
        return entry.labels && entry.descriptions && !entry.labels->en.empty() && !entry.labels->zh.empty() && !entry.descriptions->en.empty() && !entry.descriptions->zh.empty();
    };
    for (const auto& [id, role] : builtin_catalog().roles) CHECK(complete(role));
    for (const auto& [id, concern] : builtin_catalog().concerns) CHECK(complete(concern));
}

TEST_CASE("roles weigh only concerns that exist, and every concern is weighed by a role or by all") {
    const Catalog& catalog = builtin_catalog();
    for (const auto& [id, role] : catalog.roles)
        for (const auto& [concern, importance] : role.importance) CHECK(catalog.concerns.contains(concern));
    for (const auto& [id, concern] : catalog.concerns) {
        bool weighed = id == "personal_trust";
        for (const auto& [role, entry] : catalog.roles) weighed = weighed || entry.importance.contains(id);
        CHECK(weighed);
    }
}

// The personal concerns of the model, section 1.
TEST_CASE("exactly the concerns marked personal are") {
    std::vector<std::string> personal;
    for (const auto& [id, concern] : builtin_catalog().concerns)
        if (concern.kind == ConcernKind::personal) personal.push_back(id);
    CHECK(personal == std::vector<std::string>{"organisational_recognition", "future_price_room", "ease_of_work", "expert_dialogue", "visibility", "reporting_skill", "presentation_skill", "personal_trust"});
}
