#include <buygraph/page/portfolio_page.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

namespace {

page::DealLine line(const char* account, double value, const char* currency, double win, double nothing) {
    page::DealLine made;
    made.account = account;
    made.address = std::string(account) + ".html";
    made.value = value;
    made.currency = currency;
    made.forecast.offers = {"status_quo", "us", "rival"};
    made.forecast.outcomes = {nothing, win, 1 - win - nothing};
    made.forecast.intervals = {{0, 1}, {win / 2, win}, {0, 1}};
    made.rivals = {"", "", "Hengyue"};
    return made;
}

}  // namespace

TEST_CASE("one total a currency: expected to be won, and lost to no decision") {
    const auto sums = page::totals({line("a", 1e6, "CNY", .5, .2), line("b", 3e6, "CNY", .1, .4), line("c", 5e5, "EUR", .2, .3)});
    REQUIRE(sums.size() == 2);
    CHECK(sums[0].currency == "CNY");
    CHECK(sums[0].value == 4e6);
    CHECK(sums[0].won == Approx(.5e6 + .3e6));
    CHECK(sums[0].undecided == Approx(.2e6 + 1.2e6));
    CHECK(sums[1].won == Approx(1e5));
}

TEST_CASE("the deal where an hour is worth most is first, and filters say how many they hold") {
    std::vector<page::DealLine> lines{line("low", 1e6, "CNY", .5, .2), line("high", 1e6, "CNY", .5, .2), line("none", 1e6, "CNY", .5, .2)};
    lines[0].worth_an_hour = 100;
    lines[1].worth_an_hour = 9000;
    for (auto* one : {&lines[0], &lines[1]}) one->next_step = Text{"meeting: Chen", "会谈：陈"};
    lines[1].veto_against = true;
    lines[2].days = 60;
    lines[0].days = 61;
    const picture::Element part = page::portfolio_page(lines, Language::english);
    const auto links = found::tagged(part, "a");
    REQUIRE(links.size() == 3);
    CHECK(found::attribute(*links[0], "href") == "high.html");
    CHECK(found::attribute(*links[2], "href") == "none.html");
    const std::string words = found::said(part);
    CHECK(words.find("3 deals, ¥1.5m expected to be won") != std::string::npos);
    CHECK(words.find("All 3") != std::string::npos);
    CHECK(words.find("within 60 days 1") != std::string::npos);
    CHECK(words.find("veto against us 1") != std::string::npos);
    CHECK(words.find("us 50%, Hengyue 30%, no decision 20%") != std::string::npos);
    CHECK(found::classed(part, "is-soon").size() == 1);
}

TEST_CASE("where currencies differ, deals stand by what an hour gains, and no sum of money compares them") {
    std::vector<page::DealLine> lines{line("yuan", 1e6, "CNY", .5, .2), line("euro", 1e6, "EUR", .5, .2)};
    for (auto& one : lines) one.next_step = Text{"meeting: Chen", "会谈：陈"};
    lines[0].worth_an_hour = 9000;
    lines[0].gain_an_hour = .01;
    lines[1].worth_an_hour = 2000;
    lines[1].gain_an_hour = .02;
    const picture::Element part = page::portfolio_page(lines, Language::english);
    CHECK(found::attribute(*found::tagged(part, "a").at(0), "href") == "euro.html");
    CHECK(found::said(part).find("The next hour is worth most") == std::string::npos);
    CHECK(found::said(part).find("points/h ↓") != std::string::npos);
}

TEST_CASE("a line is taken from the findings of its deal") {
    const found::Account& account = found::bundled("08");
    const page::DealLine made = page::deal_line(account.deal, account.model, account.findings, "08.html");
    double best = 0;
    for (const PlanStep& step : account.findings.plan->steps) best = std::max(best, step.gain_an_hour.value_or(0));
    CHECK(made.gain_an_hour == best);
    CHECK(made.days == 73);
    CHECK(made.veto_against);
    CHECK(made.stale);
    CHECK_FALSE(made.without_coach);
}
