#include <buygraph/page/stance_strip.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("the needle stands at the lead, the range from 10 to 90 %, a guess is hollow and dashed") {
    const Standing sure{.2, .05, .1, .3, 1, Sureness::sure, StanceScale::lead, 2}, guess{-.5, 1, -1.78, .78, -2, Sureness::guess, StanceScale::lead, 2};
    const picture::Element strip = page::stance_strip(sure);
    CHECK(found::attribute(strip.children.at(3), "x1") == "60%");
    CHECK(found::attribute(strip.children.at(2), "x") == "55%");
    CHECK(found::attribute(strip.children.at(2), "width") == "10%");
    CHECK(found::attribute(strip.children.at(2), "fill") == "var(--for2)");
    const picture::Element hollow = page::stance_strip(guess);
    CHECK(found::attribute(hollow.children.at(2), "x") == "0%");  // clipped at −1
    CHECK(found::attribute(hollow.children.at(2), "fill-opacity") == "0");
    CHECK(found::attribute(hollow.children.at(2), "stroke-dasharray") == "3 2");
    CHECK(found::attribute(hollow.children.at(2), "stroke") == "var(--ag2)");
}
