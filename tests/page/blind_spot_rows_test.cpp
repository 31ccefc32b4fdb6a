#include <buygraph/page/blind_spot_rows.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("each blind spot has its size, its sentence and its counter-move; doubtful ones are grey") {
    const found::Account& account = found::bundled("08");
    const picture::Element part = page::blind_spot_rows(account.names(), account.model, account.findings.blind_spots);
    const auto rows = found::tagged(part, "li");
    REQUIRE(rows.size() == account.findings.blind_spots.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const BlindSpot& spot = account.findings.blind_spots[i];
        CHECK(rows[i]->children.at(0).text == text::signed_decimal(100 * spot.size, 1));
        CHECK((found::attribute(*rows[i], "class") == "faint") == (std::abs(spot.size) < 2 * spot.standard_error));
        CHECK(found::tagged(*rows[i], "p").size() == 2);
    }
    CHECK(found::tagged(part, "summary").at(0)->text == std::to_string(rows.size() - 4) + " more");
}
