#include <buygraph/deal/advice_template.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("known placeholders are fine, wherever they stand and however often") {
    for (const char* text : {"", "No braces at all.", "{person}", "{person}{rival}{concern}", "在{concern}上，{person}觉得我们不如{rival}。问{person}。"}) CHECK_FALSE(unknown_placeholder(text));
}

TEST_CASE("the first brace that belongs to none of them is found") {
    CHECK(unknown_placeholder("Ask {persn} of {offer}.") == "{persn}");
    CHECK(unknown_placeholder("Ask {person} of {offer}.") == "{offer}");
    CHECK(unknown_placeholder("{Person}") == "{Person}");
    CHECK(unknown_placeholder("{ person }") == "{ person }");
    CHECK(unknown_placeholder("{}") == "{}");
    CHECK(unknown_placeholder("left {open") == "{open");
    CHECK(unknown_placeholder("{person}}") == "}");
    CHECK(unknown_placeholder("{{person}}") == "{{person}");
    CHECK(unknown_placeholder("客户{客户}") == "{客户}");
}
