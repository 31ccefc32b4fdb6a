#include <buygraph/page/verdict.hpp>
#include <buygraph/text/verdict.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("the verdict begins with the headline, and numbers do not break from their words") {
    const found::Account& account = found::bundled("08");
    const picture::Element part = page::verdict(account.names(), account.model, account.findings);
    const auto heads = found::tagged(part, "h1");
    REQUIRE(heads.size() == 1);
    std::string plain = heads[0]->text, expected = text::headline(account.names(), account.findings.forecast);
    const auto without_hard_spaces = [](std::string& text) {
        for (auto at = text.find("\xC2\xA0"); at != std::string::npos; at = text.find("\xC2\xA0")) text.replace(at, 2, " ");
    };
    for (std::size_t at = 1; at < plain.size(); ++at)
        if (plain[at] >= '0' && plain[at] <= '9') CHECK(plain[at - 1] != ' ');
    without_hard_spaces(plain);
    without_hard_spaces(expected);
    CHECK(plain == expected);
    CHECK(found::classed(part, "chip").at(0)->text == "Uncalibrated: not fitted to outcomes");
}

TEST_CASE("where there is no evidence at all it says so first") {
    Json json = deals::document();
    json.erase("evidence");
    const found::Account account(deals::read(json));
    CHECK(found::tagged(page::verdict(account.names(), account.model, account.findings), "h1")[0]->text.rfind("Nothing\xC2", 0) == std::string::npos);
    CHECK(found::tagged(page::verdict(account.names(), account.model, account.findings), "h1")[0]->text.rfind("Nothing is known yet: ", 0) == 0);
    CHECK(found::tagged(page::verdict(account.names(Language::chinese), account.model, account.findings), "h1")[0]->text.rfind("目前一无所知：", 0) == 0);
}

TEST_CASE("what widens our range is sorted and in whole percents") {
    const found::Account& account = found::bundled("01");
    const picture::Element part = page::verdict(account.names(), account.model, account.findings);
    const auto numbers = found::classed(*found::classed(part, "shares").at(0), "number");
    REQUIRE(numbers.size() == 4);
    for (std::size_t i = 1; i < numbers.size(); ++i) CHECK(found::number_in(numbers[i - 1]->text) >= found::number_in(numbers[i]->text));
}
