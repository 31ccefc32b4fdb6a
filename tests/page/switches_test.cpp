#include <buygraph/page/switches.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("a switch is radio buttons of one name with a label each, one of them chosen") {
    const picture::Element choices = page::language_switch(Language::chinese);
    const auto inputs = found::tagged(choices, "input"), labels = found::tagged(choices, "label");
    REQUIRE(inputs.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(found::attribute(*inputs[i], "name") == "language");
        CHECK(found::attribute(*labels[i], "for") == found::attribute(*inputs[i], "id"));
    }
    CHECK(picture::markup(*inputs[0]).find("checked") != std::string::npos);
    CHECK(picture::markup(*inputs[1]).find("checked") == std::string::npos);
}

TEST_CASE("the facts of a deal: account, value, award with the days left, the day of what is known") {
    const Deal& deal = found::bundled("08").deal;
    const std::string words = found::said(page::deal_facts({deal, Language::english}, ""));
    CHECK(words.find(deal.account) == 0);
    CHECK(words.find("¥38.6m") != std::string::npos);
    CHECK(words.find("award 30 Dec · in 73 days") != std::string::npos);  // from 18 October to 30 December
    CHECK(words.find("as of 2026-10-18") != std::string::npos);
    CHECK(found::attribute(*found::tagged(page::deal_facts({deal, Language::english}, "index.html"), "a").at(0), "href") == "index.html");
}
