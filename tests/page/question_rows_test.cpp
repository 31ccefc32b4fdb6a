#include <buygraph/page/question_rows.hpp>
#include <buygraph/text/questions.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("questions stand by what they tell, each once, with what the answer is worth") {
    const found::Account& account = found::bundled("08");
    const picture::Element part = page::question_rows(account.names(), account.model, account.findings.questions);
    const auto values = by_best_informant(account.findings.questions);
    const auto numbers = found::classed(part, "number");
    REQUIRE(numbers.size() == std::min<std::size_t>(12, values.size()));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        CHECK(numbers[i]->children.at(0).text == text::percent(values[i].fall_share));
        const bool turns = values[i].money->changes_choice >= text::rarely;
        CHECK((numbers[i]->children.at(1).text == "would change nothing") == !turns);
    }
    CHECK(found::tagged(part, "details").size() == 1);
}

TEST_CASE("where we know nobody it says which field would change that") {
    const found::Account& account = found::small();
    CHECK(found::said(page::question_rows(account.names(Language::chinese), account.model, account.findings.questions)).find("knows") != std::string::npos);
}
