#include <buygraph/io/arrow_fit.hpp>

#include <buygraph/io/read_arrow.hpp>

#include "arrow_tables.hpp"
#include "catch.hpp"

using namespace buygraph;

namespace {

ArrowColumn structure_of(const char* name, std::vector<ArrowColumn> fields) {
    ArrowColumn column(name, "+s");
    column.children() = std::move(fields);
    return column;
}

ArrowColumn list_of_columns(const char* name, ArrowColumn entry) {
    ArrowColumn column(name, "+l");
    column.children().push_back(std::move(entry));
    return column;
}

std::vector<std::string> misfits(const ArrowColumn& shape) {
    const Handed handed(shape);
    std::vector<std::string> found;
    for (const Fault& fault : arrow_deal_faults(handed.schema)) found.push_back(fault.pointer + (fault.suggestion.empty() ? "" : " " + fault.suggestion));
    return found;
}

}  // namespace

TEST_CASE("columns that a deal has no field for are named at once, with the likeliest one meant") {
    const ArrowColumn people = list_of_columns("people", structure_of("item", {{"id", "u"}, {"suseptibility", "g"}}));
    CHECK(misfits(structure_of("", {{"nmae", "u"}, {"buygraph", "l"}, people})) == std::vector<std::string>{"/people/suseptibility susceptibility", "/nmae name"});
}

TEST_CASE("types from which a field cannot be read are named at once") {
    const ArrowColumn offers = list_of_columns("offers", structure_of("item", {{"id", "i"}, {"ratings", "u"}}));
    CHECK(misfits(structure_of("", {{"name", "g"}, {"value", "u"}, {"close_date", "g"}, offers, {"people", "u"}})) ==
          std::vector<std::string>{"/name", "/value", "/close_date", "/offers/id", "/offers/ratings", "/people"});
    CHECK(misfits(ArrowColumn("", "g")) == std::vector<std::string>{""});
    CHECK(misfits(ArrowColumn("", "u")).empty());
}

TEST_CASE("shorter ways of writing fit too") {
    const ArrowColumn texts = list_of_columns("roles", {"item", "u"});
    CHECK(misfits(structure_of("", {{"close_date", "u"}, {"value", "l"}, list_of_columns("people", structure_of("item", {{"id", "u"}, texts, {"level", "g"}})), structure_of("decision", {{"decider", "u"}})})).empty());
    const ArrowColumn pair = structure_of("item", {{"concern", "u"}, {"rating", "g"}});
    CHECK(misfits(structure_of("", {list_of_columns("offers", structure_of("item", {{"id", "u"}, list_of_columns("ratings", pair)})), {"notes", "n"}})).empty());
}
