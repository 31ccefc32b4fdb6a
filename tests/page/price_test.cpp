#include <buygraph/page/price.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("two panels over one axis of prices, with the zone as a band") {
    const found::Account& account = found::bundled("08");
    const Negotiation& money = account.findings.negotiation;
    REQUIRE_FALSE(money.zone.empty);
    const picture::Element part = page::price(account.names(), account.model, account.findings.negotiation);
    const auto panels = found::classed(part, "track panel");
    CHECK(found::classed(part, "panel").size() >= 2);
    const double low = money.curve.points.front().price, high = money.curve.points.back().price;
    const auto bands = found::tagged(*found::classed(part, "win").at(0), "rect");
    REQUIRE(bands.size() == 1);
    CHECK(found::attribute(*bands[0], "x") == page::share_of_width((*money.zone.low - low) / (high - low)));
    CHECK(found::classed(part, "now").size() == 1);
    CHECK(found::classed(part, "nash").size() == (money.nash ? 1 : 0));
}

TEST_CASE("without a zone there is no band and a sentence says so; without a price the missing field is named") {
    for (const char* name : {"01", "02", "03", "04", "05", "06", "07", "08"}) {
        const found::Account& account = found::bundled(name);
        const picture::Element part = page::price(account.names(), account.model, account.findings.negotiation);
        const WinWinZone& zone = account.findings.negotiation.zone;
        if (zone.empty || !zone.low || !zone.high) CHECK(found::classed(part, "zone").empty());
    }
    const found::Account& none = found::small();
    CHECK(found::said(page::price(none.names(), none.model, none.findings.negotiation)).find("missing: /offers/0/terms/price") != std::string::npos);
}
