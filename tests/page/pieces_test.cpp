#include <buygraph/page/pieces.hpp>

#include <buygraph/page/account_page.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("pieces joined are the page; cards and all drawings but the first can be spared, each by itself") {
    const found::Account& account = found::bundled("08");
    const picture::Element page = page::account_page(account.deal, account.model, account.findings, Language::chinese);
    std::string joined;
    std::size_t cards = 0, drawings = 0;
    bool kept = false;
    for (const page::Piece& piece : page::pieces(page)) {
        joined += piece.html;
        REQUIRE_FALSE(piece.html.empty());
        CHECK((piece.spare || !kept));  // what stays is not cut
        kept = !piece.spare;
        if (!piece.spare) {
            CHECK(piece.html.find("class=\"card\"") == std::string::npos);
            continue;
        }
        const bool card = piece.html.rfind("<article class=\"card\"", 0) == 0, drawing = piece.html.rfind("<div class=\"layout layout-", 0) == 0;
        CHECK((card || drawing));
        CHECK(piece.html.substr(piece.html.size() - (card ? 10 : 6)) == (card ? "</article>" : "</div>"));
        cards += card;
        drawings += drawing;
    }
    CHECK(joined == picture::markup(page));
    CHECK(cards == account.model.people_count());
    CHECK(drawings == 3);
    CHECK(joined.find("<div class=\"layout layout-hierarchy\">") != std::string::npos);
}

TEST_CASE("a page that can spare nothing is one piece") {
    const picture::Element plain = page::element("main", "page", page::words("p", "a < b"), page::words("div", "x", "layout layout-list scrolls"), page::words("div", "y", "layout layout-hierarchy"));
    const std::vector<page::Piece> cut = page::pieces(plain);
    REQUIRE(cut.size() == 1);
    CHECK(cut[0].html == picture::markup(plain));
    CHECK_FALSE(cut[0].spare);
}
