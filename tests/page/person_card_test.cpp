#include <buygraph/page/person_card.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("people stand by the size of their influence") {
    CHECK(page::by_influence({.1, -.4, .2}) == std::vector<std::size_t>{1, 2, 0});
}

TEST_CASE("a card has its address, the way back, the stance in words and figures") {
    const found::Account& account = found::bundled("05");
    for (std::size_t i = 0; i < account.model.people_count(); ++i) {
        const picture::Element card = page::person_card(account.names(), account.model, account.findings, i, "en-card-1", "#en-rail");
        CHECK(found::attribute(card, "id") == "en-card-1");
        CHECK(found::attribute(card, "data-person") == account.model.people[i]);
        CHECK(found::attribute(*found::classed(card, "close").at(0), "href") == "#en-rail");
        const Standing& standing = account.findings.standings[i];
        CHECK(found::said(*found::classed(card, "stance").at(0)).find(text::signed_decimal(standing.lead, 2) + " ± " + text::decimal(standing.sd, 2)) != std::string::npos);
    }
}

// C_2 · (s_ours − s_rival) at the posterior means, from the parts of the margin.
TEST_CASE("gap times weight is the person's own part of the margin by concern") {
    const found::Account& account = found::bundled("05");
    const MarginParts parts = margin_parts(account.model, account.findings.why.rival, account.findings.why.gate);
    const Matrix& weights = account.model.prior.weights[account.findings.why.gate];
    const picture::Element card = page::person_card(account.names(), account.model, account.findings, 0, "c", "#r");
    const auto rows = found::tagged(*found::classed(card, "dumbbells").at(0), "tbody");
    std::size_t heaviest = 0;
    for (std::size_t k = 0; k < weights.columns; ++k)
        if (weights(0, k) > weights(0, heaviest)) heaviest = k;
    const picture::Element& first = rows.at(0)->children.at(0);
    CHECK(first.children.at(0).text == account.names().concern(account.model.table.concerns[heaviest]));
    CHECK(found::number_in(first.children.back().text) == Approx(weights(0, heaviest) * parts.score(0, heaviest)).margin(.0051));
}

TEST_CASE("the list has a row a person with a link to the card") {
    const found::Account& account = found::bundled("08");
    const picture::Element list = page::people_list(account.names(), account.model, account.findings, page::by_influence(account.findings.influence), [](std::size_t i) { return "#card-" + std::to_string(i); });
    const auto links = found::tagged(list, "a");
    REQUIRE(links.size() == account.model.people_count());
    CHECK(found::attribute(*links[0], "href") == "#card-" + std::to_string(page::by_influence(account.findings.influence)[0]));
}
