#include <buygraph/page/records.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("all evidence is there, the newest first") {
    const found::Account& account = found::bundled("08");
    const picture::Element part = page::evidence_table(account.names(), account.model);
    const auto rows = found::tagged(*found::tagged(part, "tbody").at(0), "tr");
    REQUIRE(rows.size() == account.deal.evidence.size());
    const Evidence* newest = &account.deal.evidence[0];
    for (const Evidence& evidence : account.deal.evidence)
        if (evidence.date && days_since_epoch(*evidence.date) > days_since_epoch(*newest->date)) newest = &evidence;
    CHECK(rows[0]->children.back().text == text::short_date(*newest->date, Language::english));
}

TEST_CASE("without evidence the field is named") {
    Json json = deals::document();
    json.erase("evidence");
    const Deal deal = deals::read(json);
    CHECK(found::said(page::evidence_table({deal, Language::english}, deals::model(deal))).find("/evidence") != std::string::npos);
}

TEST_CASE("the card has MEDDPICC's eight fields; the method says how many samples, and that nothing was fitted") {
    const found::Account& account = found::bundled("01");
    CHECK(found::tagged(page::qualification_card(account.names(), account.model, account.findings), "tr").size() == 8);
    const std::string method = found::said(page::method(account.names(), account.findings));
    CHECK(method.find("256 states of the world") != std::string::npos);
    CHECK(method.find("not been fitted") != std::string::npos);
    CHECK(found::said(page::frame(account.names(Language::chinese), account.model, account.findings)).find("统一口径") != std::string::npos);
}
