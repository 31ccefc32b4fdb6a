#include <buygraph/boundary/export.hpp>
#include <buygraph/io/file.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("the text holds the edits, and the moves given in place of the deal's own") {
    Json document = deals::document();
    document["moves"] = Json::array({Json{{"kind", "veto_line"}, {"by", 0.3}}});
    Asked asked(document);
    CHECK(parse_deal(asked(boundary::answer_export)["text"].get<std::string>()) == deals::read(document));

    const Json moves = Json::array({Json{{"kind", "remove_person"}, {"person", "wang"}}});
    document["people"][1]["level"] = 3;
    document["moves"] = moves;
    CHECK(parse_deal(asked(boundary::answer_export, {{"edits", {{"people/liu/level", 3}}}, {"moves", moves}})["text"].get<std::string>()) == deals::read(document));
}

TEST_CASE("what could not be read again is not written") {
    Asked asked;
    CHECK_THROWS_AS(asked(boundary::answer_export, {{"edits", {{"people/liu/level", 30}}}}), DealError);
    CHECK_THROWS_AS(asked(boundary::answer_export, {{"moves", {{{"kind", "remove_person"}, {"person", "nobody"}}}}}), InputError);
}
