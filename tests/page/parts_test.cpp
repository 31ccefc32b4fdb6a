#include <buygraph/page/parts.hpp>

#include <numeric>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;
using namespace buygraph::page;

// Hamilton's method, worked by hand: 4 seats for 1.4, 1.4, 1.2; the first of the equal remainders takes the seat that is left.
TEST_CASE("numbers rounded together add up to the rounded sum") {
    CHECK(rounded_together({1.4, 1.4, 1.2}) == std::vector<long>{2, 1, 1});
    CHECK(rounded_together({-0.6, 0.6}) == std::vector<long>{-1, 1});
    CHECK(rounded_together({-0.4, -0.4, -0.4}) == std::vector<long>{0, 0, -1});
    CHECK(rounded_together({}).empty());
    CHECK(rounded_together({1.4, 1.4, 1.2}, 6) == std::vector<long>{2, 2, 2});
    CHECK(rounded_together({1.4, 1.3, 1.2}, 2) == std::vector<long>{1, 1, 0});
}

TEST_CASE("no number is moved by a whole unit, whatever they are") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> uniform(-40, 40);
    for (int trial = 0; trial < 200; ++trial) {
        std::vector<double> values(1 + random() % 12);
        for (double& value : values) value = uniform(random);
        const std::vector<long> whole = rounded_together(values);
        CHECK(std::accumulate(whole.begin(), whole.end(), 0L) == std::lround(std::accumulate(values.begin(), values.end(), 0.0)));
        for (std::size_t i = 0; i < values.size(); ++i) CHECK(std::abs(static_cast<double>(whole[i]) - values[i]) < 1);
    }
}

TEST_CASE("positions are shares of the width and stay on the track") {
    CHECK(found::attribute(bar(.25, .75, 0, 8, "for2"), "x") == "25%");
    CHECK(found::attribute(bar(.25, .75, 0, 8, "for2"), "width") == "50%");
    CHECK(found::attribute(bar(.75, .25, 0, 8, "for2"), "x") == "25%");
    CHECK(found::attribute(bar(-1, .5, 0, 8, "for2"), "x") == "0%");
    CHECK(found::attribute(upright(1.2, 0, 8, "ink"), "x1") == "100%");
    CHECK(found::attribute(bar(0, 1, 0, 8, "ag2"), "fill") == "var(--ag2)");
}

TEST_CASE("a name is kept apart from what stands around it") {
    CHECK(picture::markup(name_words("عليّ", "ar")) == "<bdi lang=\"ar\">عليّ</bdi>");
    CHECK(picture::markup(name_words("<b>")) == "<bdi>&lt;b&gt;</bdi>");
}

TEST_CASE("the first cell of a row is its heading") {
    CHECK(picture::markup(table_row({"a", "b"})) == "<tr><th scope=\"row\">a</th><td>b</td></tr>");
    CHECK(picture::markup(table_row({"a", "b"}, "th")) == "<tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>");
}
