#include <buygraph/io/schema.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("the schema names every field with its range and a description") {
    const Json schema = deal_schema();
    CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    CHECK(schema["required"].dump() == R"(["buygraph","name","offers","people"])");
    CHECK(schema["$defs"]["person"]["properties"]["susceptibility"]["exclusiveMaximum"] == 1);
    CHECK(schema["$defs"]["decision"]["properties"]["quota"]["exclusiveMinimum"] == 0.5);
    CHECK(schema["$defs"]["rating"]["oneOf"].dump() == R"([{"required":["score"]},{"required":["measure"]}])");
    CHECK(schema["$defs"]["concern"]["properties"]["advice"]["$ref"] == "#/$defs/advice");
    CHECK(schema["$defs"]["advice"]["properties"]["mend"]["oneOf"].dump() == R"([{"type":"string"},{"$ref":"#/$defs/text"}])");
    for (const auto& [name, definition] : schema["$defs"].items())
        for (const auto& [field, property] : definition["properties"].items()) CHECK_FALSE(property["description"].get<std::string>().empty());
}
