#include <buygraph/io/json_values.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::detail;

TEST_CASE("the order of fields does not matter, that of a list does") {
    CHECK(same_json(Json::parse(R"({"a": 1, "b": {"c": [1, 2], "d": null}})"), Json::parse(R"({"b": {"d": null, "c": [1, 2]}, "a": 1})")));
    CHECK_FALSE(same_json(Json::parse("[1, 2]"), Json::parse("[2, 1]")));
    CHECK_FALSE(same_json(Json::parse("[1, 2]"), Json::parse("[1, 2, 3]")));
    CHECK_FALSE(same_json(Json::parse(R"({"a": 1})"), Json::parse(R"({"a": 1, "b": null})")));
    CHECK_FALSE(same_json(Json::parse(R"({"a": 1})"), Json::parse(R"({"b": 1})")));
}

TEST_CASE("what is not there is null, and no text") {
    const Json json = Json::parse(R"({"id": "chen", "level": 3})");
    CHECK(json_at(json, "boss").is_null());
    CHECK(json_at(Json("text"), "id").is_null());
    CHECK(text_at(json, "id") == "chen");
    CHECK(text_at(json, "level").empty());
}

TEST_CASE("values in short, as a person would say them") {
    const auto said = [](const char* text) { return short_value(Json::parse(text)); };
    CHECK(said("null").empty());
    CHECK(said("6.5") == "6.5");
    CHECK(said(R"({"score": 6, "sd": 2})") == "6 ± 2");
    CHECK(said(R"({"importance": 9, "kind": "personal"})") == "9");
    CHECK(said(R"(["user", "technical"])") == "user, technical");
    CHECK(said(R"({"purchaser": 3, "user": 1})") == "purchaser 3, user 1");
    CHECK(said(R"({"days": [1, {"share": 0.5}]})") == R"({"days":[1,{"share":0.5}]})");
}
