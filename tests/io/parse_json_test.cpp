#include <buygraph/io/parse_json.hpp>

#include "catch.hpp"

using namespace buygraph;

namespace {
Fault only_fault(std::string_view text) {
    FaultList faults;
    CHECK(parse_json(text, faults).is_null());
    REQUIRE(faults.faults().size() == 1);
    return faults.faults().front();
}
}  // namespace

TEST_CASE("a document is what was written, in its order") {
    FaultList faults;
    const Json json = parse_json("\xEF\xBB\xBF{\"b\": [1, -2.5, \"陈\", null, true], \"a\": {}}", faults);
    CHECK(faults.faults().empty());
    CHECK(json.dump() == "{\"b\":[1,-2.5,\"陈\",null,true],\"a\":{}}");
}

TEST_CASE("a syntax error says line and column") {
    const Fault fault = only_fault("{\n  \"name\": \"陈\",\n  \"offers\": [}\n}");
    CHECK(fault.message.en == "not valid JSON at line 3, column 14");
    CHECK(fault.message.zh.find("第 3 行第 14 列") != std::string::npos);
}

TEST_CASE("cut off, empty and binary texts are faults") {
    for (const char* text : {"", "{", "{\"a\":", "[1,2", "nul", "{\"a\":1}}", "{\"a\": \"\xC0\xAF\"}", "{\"a\": 1e999}"}) only_fault(text);
}

TEST_CASE("a key that stands twice is a fault with its place") {
    CHECK(only_fault("{\"people\": [{\"id\": \"a\"}, {\"id\": \"b\", \"id\": \"c\"}]}").pointer == "/people/1/id");
}

TEST_CASE("nesting of 10,000 is refused and does no harm") {
    CHECK(only_fault(std::string(10000, '[')).message.en.find("nested too deeply") != std::string::npos);
    std::string objects;
    for (int i = 0; i < 10000; ++i) objects += "{\"a\":";
    only_fault(objects);
}

TEST_CASE("more than 64 MB is refused before it is parsed") { CHECK(only_fault(std::string(most_json_bytes + 1, ' ')).message.en == "the file is too large"); }
