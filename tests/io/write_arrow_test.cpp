#include <buygraph/io/write_arrow.hpp>

#include <buygraph/simulation/simulate.hpp>

#include "arrow_tables.hpp"
#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

std::string shape_of(const ArrowColumn& column) {
    std::string text = column.name() + ":" + column.format();
    if (column.children().empty()) return text;
    text += "(";
    for (const ArrowColumn& child : column.children()) text += (text.back() == '(' ? "" : " ") + shape_of(child);
    return text + ")";
}

const ArrowColumn& child(const ArrowColumn& column, const std::string& name) {
    for (const ArrowColumn& one : column.children())
        if (one.name() == name) return one;
    throw std::out_of_range(name);
}

}  // namespace

TEST_CASE("the columns of deals are the documented ones") {
    const ArrowColumn deals = deal_columns();
    CHECK(shape_of(child(deals, "close_date")) == "close_date:tdD");
    CHECK(shape_of(child(deals, "evidence")) == "evidence:+l(item:+s(about:u offer:u stance:g reliability:g source:u date:tdD))");
    CHECK(shape_of(child(child(deals, "people").children().front(), "roles")) == "roles:+m(entries:+s(key:u value:g))");
    CHECK(shape_of(child(child(deals, "offers").children().front(), "ratings")) == "ratings:+m(entries:+s(key:u value:+s(score:g measure:g sd:g)))");
    CHECK(shape_of(child(deals, "decision")).find("decider:+m(entries:+s(key:u value:g)) quota:g rounds:i") != std::string::npos);
}

TEST_CASE("what a deal leaves open is missing, and what it says stands in its column") {
    ArrowColumn columns = deal_columns();
    add_row(columns, deals::read(deals::document()));
    add_row(columns, Deal{});
    const Handed handed(std::move(columns));
    const auto column = [&](const std::string& name) {
        for (std::size_t f = 0; f < handed.cells().fields(); ++f)
            if (handed.cells().is_named(f, name.c_str())) return handed.cells().field(f);
        throw std::out_of_range(name);
    };
    CHECK(column("name").text(0) == "Line 2");
    CHECK(column("value").number(0) == 1000000);
    CHECK(column("account").missing(0));
    CHECK(column("customer").missing(0));
    CHECK(column("name").missing(1));
    CHECK(column("people").range(0) == std::pair<std::size_t, std::size_t>{0, 3});
    const ArrowCells evidence = column("evidence").entry_cells();
    CHECK(evidence.field(2).number(0) == 0.35);  // supporter
}
