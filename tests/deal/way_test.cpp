#include <buygraph/deal/way.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("a way is put into words at its end: pointer and whom it is about") {
    Person chen;
    chen.id = "chen";
    Way way;
    CHECK(way.place().pointer.empty());
    const auto people = way.field("people"), third = way.item(2);
    way.about(chen);
    {
        const auto concerns = way.field("concerns"), cost = way.key("a/b");
        const Place place = way.place();
        CHECK(place.pointer == "/people/2/concerns/a~1b");
        CHECK(place.who == Text{"person chen, a/b", "人物 chen，a/b"});
    }
    CHECK(way.place().pointer == "/people/2");
    CHECK(way.place().who.en == "person chen");
}

TEST_CASE("what names nobody is called by nothing, a key alone by itself") {
    Way way;
    const auto ratings = way.field("ratings"), cost = way.key("cost"), score = way.field("score");
    CHECK(way.place().pointer == "/ratings/cost/score");
    CHECK(way.place().who == Text{"cost", "cost"});
    const auto points = way.item(0);
    way.about(ValuePoint{});
    CHECK(way.place().who.en == "cost");
}
