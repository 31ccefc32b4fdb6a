#include <buygraph/page/why.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("a waterfall goes from the greatest to the most negative, and small ones join the others") {
    const auto rows = page::waterfall_rows({.5, -.3, .001, .2, -.002, 0});
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].of == std::vector<std::size_t>{0});
    CHECK(rows[1].of == std::vector<std::size_t>{3});
    CHECK(rows[2].of.size() == 2);  // .001 and −.002 are under 2 % of 1.003
    CHECK(rows[2].value == Approx(-.001));
    CHECK(rows[3].of == std::vector<std::size_t>{1});
    CHECK(page::waterfall_rows(std::vector<double>(14, .1)).size() == 10);  // nine and the others
    CHECK(page::waterfall_rows({}).empty());
}

TEST_CASE("printed numbers add up exactly, by person and by concern") {
    for (const char* name : {"01", "02", "03", "04", "05", "06", "07", "08"}) {
        CAPTURE(name);
        const found::Account& account = found::bundled(name);
        const picture::Element part = page::why(account.names(), account.model, account.findings);
        const auto falls = found::classed(part, "fall");
        REQUIRE(falls.size() >= 2);
        double sum = 0;
        for (std::size_t i = 0; i + 1 < falls.size(); ++i) sum += found::number_in(falls[i]->children.back().text);
        CHECK(sum == Approx(found::number_in(falls.back()->children.back().text)).margin(1e-9));
        CHECK(sum == Approx(account.findings.why.margin).margin(.0006));
        for (const picture::Element* opened : found::classed(part, "fall-opens")) {
            double parts = 0;
            for (const picture::Element* cell : found::tagged(opened->children.at(1), "td")) parts += found::number_in(cell->text);
            CHECK(parts == Approx(found::number_in(opened->children.at(0).children.back().text)).margin(1e-9));
        }
    }
}

TEST_CASE("the title says whose eyes and against whom; one person is taken apart by concern") {
    const found::Account& small = found::small();
    CHECK(found::said(page::why(small.names(), small.model, small.findings)).rfind("Why: us against rival, in the eyes of 陈伟", 0) == 0);
    const found::Account& alone = found::bundled("07");
    const std::string words = found::said(page::why(alone.names(), alone.model, alone.findings));
    CHECK(words.rfind("Why: us against staying", 0) == 0);
    CHECK(found::classed(page::why(alone.names(), alone.model, alone.findings), "fall-opens").empty());
}
