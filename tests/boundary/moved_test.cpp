#include <buygraph/boundary/moved.hpp>

#include <buygraph/forecast/forecast.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

using boundary::Arguments;

TEST_CASE("moves are read as in a deal file and made after the edits") {
    Asked asked;
    const Json request{{"deal", 1}, {"edits", {{"people/chen/susceptibility", 0.2}}}, {"moves", {{{"kind", "susceptibility"}, {"person", "chen"}, {"by", 0.3}}}}};
    const boundary::Moved version = boundary::moved_version(asked.session, Arguments(request));
    CHECK(version.version->model.susceptibility[0] == 0.2);
    CHECK(version.model().susceptibility[0] == 0.5);
}

TEST_CASE("no moves leave the version as it is") {
    Asked asked;
    for (const Json& request : {Json{{"deal", 1}}, Json{{"deal", 1}, {"moves", Json::array()}}}) CHECK_FALSE(boundary::moved_version(asked.session, Arguments(request)).moved);
}

TEST_CASE("moves that cannot be read are faults with their place, and those that cannot be made say why") {
    Asked asked;
    const Json unread{{"deal", 1}, {"moves", {{{"kind", "leening"}}}}};
    try {
        (void)boundary::moved_version(asked.session, Arguments(unread));
        FAIL("accepted");
    } catch (const DealError& error) {
        CHECK(error.faults.front().pointer == "/moves/0/kind");
        CHECK(error.faults.front().suggestion == "leaning");
    }
    const Json unknown{{"deal", 1}, {"moves", {{{"kind", "remove_person"}, {"person", "nobody"}}}}};
    CHECK_THROWS_AS(boundary::moved_version(asked.session, Arguments(unknown)), InputError);
}
