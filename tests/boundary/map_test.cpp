#include <buygraph/boundary/map.hpp>

#include <buygraph/picture/account_map.hpp>
#include <buygraph/picture/svg.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("the scene is that of the picture, mark by mark") {
    Asked asked;
    const Deal deal = deals::read(deals::document());
    const picture::Scene expected = picture::account_map(deal, deals::model(deal), Language::chinese);
    const Json answer = asked(boundary::answer_map, {{"language", "zh"}, {"svg", true}});
    const Json& scene = answer["scene"];
    CHECK(answer["svg"] == picture::to_svg(expected));
    CHECK(scene["width"] == expected.width);
    REQUIRE(scene["groups"].size() == expected.groups.size());
    bool chen = false;
    for (std::size_t g = 0; g < expected.groups.size(); ++g) {
        const Json& marks = scene["groups"][g]["marks"];
        chen = chen || scene["groups"][g]["id"] == "person:chen";
        REQUIRE(marks.size() == expected.groups[g].marks.size());
        for (std::size_t k = 0; k < marks.size(); ++k) {
            const picture::Mark& mark = expected.groups[g].marks[k];
            CHECK(marks[k].value("path", "") == mark.path);
            CHECK(marks[k].value("text", "") == mark.text);
            CHECK(marks[k].value("fill", "") == mark.fill);
            CHECK(marks[k].value("opacity", 1.0) == mark.opacity);
            CHECK(marks[k].value("hatched", false) == mark.hatched);
        }
    }
    CHECK(chen);
}

TEST_CASE("no document of SVG is sent to who did not ask for it") {
    Asked asked;
    CHECK_FALSE(asked(boundary::answer_map).contains("svg"));
}
