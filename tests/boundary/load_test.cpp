#include <buygraph/boundary/load.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

using boundary::answer_load, boundary::answer_release, boundary::answer_validate, boundary::Arguments, boundary::Session;

TEST_CASE("a deal loads from its text and from the object alike") {
    Session session;
    const Json text{{"source", deals::three_people}}, object{{"source", deals::document()}};
    const Json first = answer_load(session, Arguments(text)), second = answer_load(session, Arguments(object));
    CHECK(first["deal"] == 1);
    CHECK(second["deal"] == 2);
    CHECK(first["people"].dump() == R"(["chen","liu","wang"])");
    CHECK(first["offers"].dump() == R"(["us","rival"])");
    CHECK(first["value"] == 1000000);
    CHECK(session.deal(Arguments(Json{{"deal", 1}})).original()->deal == session.deal(Arguments(Json{{"deal", 2}})).original()->deal);
}

TEST_CASE("the moves that a file holds are told") {
    Session session;
    Json document = deals::document();
    document["moves"] = Json::array({Json{{"kind", "veto_line"}, {"by", -.1}}});
    CHECK(answer_load(session, Arguments(Json{{"source", document}}))["moves"] == document["moves"]);
}

TEST_CASE("a deal carries the user's catalog from then on") {
    Session session;
    Json document = deals::document();
    document["people"][1]["roles"] = {"champion"};
    const Json request{{"source", document}, {"catalog", {{"buygraph", 1}, {"roles", {{"champion", {{"importance", {{"cost", 9}}}}}}}}}};
    CHECK_THROWS_AS(answer_load(session, Arguments(Json{{"source", document}})), DealError);
    (void)answer_load(session, Arguments(request));
    CHECK(session.deal(Arguments(Json{{"deal", 1}})).original()->deal.catalog.roles.contains("champion"));
}

TEST_CASE("validation lists every fault and holds nothing") {
    Session session;
    const Json request{{"source", {{"buygraph", 1}}}, {"language", "zh"}};
    const Json faults = answer_validate(session, Arguments(request))["faults"];
    CHECK(faults.size() >= 3);  // name, offers, people
    CHECK_THROWS_AS(session.deal(Arguments(Json{{"deal", 1}})), InputError);
    CHECK(answer_validate(session, Arguments(Json{{"source", deals::document()}}))["faults"].empty());
}

TEST_CASE("a released deal is forgotten") {
    Asked asked;
    CHECK(asked(answer_release).empty());
    CHECK_THROWS_AS(asked(answer_release), InputError);
}
