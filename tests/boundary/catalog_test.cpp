#include <buygraph/boundary/catalog.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("the catalog has the built-in entries, and the deal's own where one is named") {
    boundary::Session session;
    const Json nothing = Json::object();
    const Json builtin = boundary::answer_catalog(session, boundary::Arguments(nothing));
    CHECK(builtin["roles"]["technical"]["veto"] == true);
    CHECK_FALSE(builtin["roles"].contains("champion"));
    Json document = deals::document();
    document["catalog"] = {{"roles", {{"champion", {{"importance", {{"cost", 9}}}}}}}};
    Asked asked(document);
    CHECK(asked(boundary::answer_catalog)["roles"]["champion"]["importance"]["cost"] == 9);
}
