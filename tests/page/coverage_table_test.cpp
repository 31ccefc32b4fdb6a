#include <buygraph/page/coverage_table.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("a number in every cell, its shade in steps of a twentieth") {
    const found::Account& account = found::bundled("08");
    const picture::Element part = page::coverage_table(account.names(), account.model, account.findings.coverage);
    const auto bodies = found::tagged(part, "tbody");
    REQUIRE(bodies.size() == 1);
    REQUIRE(bodies[0]->children.size() == account.findings.coverage.roles.size());
    const RoleKnown& first = account.findings.coverage.roles[0];
    const auto cells = found::tagged(bodies[0]->children[0], "td");
    REQUIRE(cells.size() == account.model.offer_count() - 1 + 3);
    CHECK(cells[0]->text == text::percent(first.known.stance[account.model.ours]));
    CHECK(found::attribute(*cells[0], "class") == "heat-" + std::to_string(std::lround(20 * first.known.stance[account.model.ours])));
    CHECK(cells.back()->text == text::percent(first.known.freshness));
    CHECK(found::tagged(part, "thead")[0]->children[0].children.size() == cells.size() + 1);
}
