#include <buygraph/page/portfolio_page.hpp>

#include <filesystem>

#include <buygraph/io/file.hpp>
#include <buygraph/portfolio/portfolio.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

namespace {

page::DealEntry entry(const char* account, double value, const char* currency, double win, double nothing) {
    page::DealEntry made;
    made.address = std::string(account) + ".html";
    made.deal.offers = {{"us", "", OfferKind::ours, {}, {}, {}}, {"rival", "Hengyue", OfferKind::competitor, {}, {}, {}}, {"stay", "", OfferKind::status_quo, {}, {}, {}}};
    made.deal.people.emplace_back();
    made.deal.people.back().id = "chen";
    made.deal.people.back().name = "Chen";
    PortfolioRow& row = made.row;
    row.account = account;
    row.value = value;
    row.currency = currency;
    row.win = win;
    row.low = win / 2;
    row.high = win;
    row.no_decision = nothing;
    row.outcomes = {{"stay", "", OfferKind::status_quo, nothing, {}, {}, {}}, {"rival", "Hengyue", OfferKind::competitor, 1 - win - nothing, {}, {}, {}}, {"us", "", OfferKind::ours, win, {}, {}, {}}};
    return made;
}

void next(page::DealEntry& entry, double worth, double gain) {
    entry.row.step = "meeting";
    entry.row.step_people = {"chen"};
    entry.row.hour_worth = worth;
    entry.row.gain_an_hour = gain;
}

}  // namespace

TEST_CASE("the deal where an hour is worth most is first, and filters say how many they hold") {
    std::vector<page::DealEntry> entries{entry("low", 1e6, "CNY", .5, .2), entry("high", 1e6, "CNY", .5, .2), entry("none", 1e6, "CNY", .5, .2)};
    next(entries[0], 100, .01);
    next(entries[1], 9000, .02);
    entries[1].row.blind_spots = {"no_evidence", "veto_against"};
    for (page::DealEntry* one : {&entries[0], &entries[2]}) one->deal.as_of = Date{2026, 10, 1};
    entries[0].deal.decision.date = Date{2026, 12, 1};   // 61 days
    entries[2].deal.decision.date = Date{2026, 11, 30};  // 60
    const picture::Element part = page::portfolio_page(entries, Language::english);
    const auto links = found::tagged(part, "a");
    REQUIRE(links.size() == 3);
    CHECK(found::attribute(*links[0], "href") == "high.html");
    CHECK(found::attribute(*links[2], "href") == "none.html");
    const std::string words = found::said(part);
    CHECK(words.find("3 deals, ¥1.5m expected to be won") != std::string::npos);
    CHECK(words.find("Of ¥3m in all, ¥600k is expected to end in no decision.") != std::string::npos);
    CHECK(words.find("The next hour is worth most at high: meeting: Chen, worth ¥9000.") != std::string::npos);
    CHECK(words.find("All 3") != std::string::npos);
    CHECK(words.find("within 60 days 1") != std::string::npos);
    CHECK(words.find("veto against us 1") != std::string::npos);
    CHECK(words.find("no coach 0") != std::string::npos);
    CHECK(words.find("us 50%, Hengyue 30%, no decision 20%") != std::string::npos);  // ours first and no decision last, whatever the row's order
    CHECK(found::classed(part, "is-soon").size() == 1);
}

// Of two deals of 1 million, each won with one half, nothing, one or both are won with 1/4, 1/2, 1/4.
TEST_CASE("the histogram has the masses of the sum, and its range") {
    const picture::Element part = page::portfolio_page({entry("a", 1e6, "CNY", .5, .2), entry("b", 1e6, "CNY", .5, .2)}, Language::english);
    const auto charts = found::classed(part, "won");
    REQUIRE(charts.size() == 1);
    const auto bars = found::tagged(*charts[0], "rect");
    REQUIRE(bars.size() == 20);
    const auto tall = [&](std::size_t bin) { return std::stod(found::attribute(*bars[bin], "height")); };
    CHECK(tall(10) == 72);  // the tallest fills the panel
    CHECK(tall(0) == 36);
    CHECK(tall(19) == 36);
    for (const std::size_t bin : {std::size_t{1}, std::size_t{9}, std::size_t{11}, std::size_t{18}}) CHECK(tall(bin) == 0);
    CHECK(found::said(*charts[0]).find("median ¥1m · 10–90%: ¥0 to ¥2m") != std::string::npos);
    CHECK(found::classed(page::portfolio_page({entry("a", 1e6, "CNY", .5, .2)}, Language::english), "won").empty());
}

TEST_CASE("where currencies differ, deals stand by what an hour gains, and no sum of money compares them") {
    std::vector<page::DealEntry> entries{entry("yuan", 1e6, "CNY", .5, .2), entry("euro", 1e6, "EUR", .5, .2)};
    next(entries[0], 9000, .01);
    next(entries[1], 2000, .02);
    const picture::Element part = page::portfolio_page(entries, Language::english);
    CHECK(found::attribute(*found::tagged(part, "a").at(0), "href") == "euro.html");
    CHECK(found::said(part).find("The next hour is worth most") == std::string::npos);
    const auto heads = found::tagged(*found::tagged(part, "thead").at(0), "th");
    CHECK(heads.at(7)->text == "points/h");
    CHECK(found::attribute(*heads[7], "aria-sort") == "descending");
    for (const picture::Element* row : found::tagged(*found::tagged(part, "tbody").at(0), "tr")) CHECK(found::attribute(row->children.at(1), "data-value").empty());  // nor sorts by it
    CHECK(found::tagged(*found::tagged(part, "tfoot").at(0), "tr").size() == 2);
}

TEST_CASE("on the bundled deals every chance is that of the deal's own forecast") {
    std::vector<page::DealEntry> entries;
    for (const auto& file : std::filesystem::directory_iterator(std::string(BUYGRAPH_EXAMPLES) + "/deals"))
        if (file.path().extension() == ".json") entries.push_back({file.path().stem().string(), load(file.path()), {}});
    PortfolioOptions options;
    options.forecast.samples = 64;
    options.blind_spots = options.steps = true;
    const auto rows = portfolio(entries.size(), [&](std::size_t at) { return DealAtHand{entries[at].deal, {}, {}}; }, options).rows;
    for (std::size_t at = 0; at < rows.size(); ++at) entries[at].row = rows[at];
    for (const Language language : {Language::chinese, Language::english}) {
        const picture::Element part = page::portfolio_page(entries, language);
        for (const picture::Element* row : found::tagged(*found::tagged(part, "tbody").at(0), "tr")) {
            const std::string address = found::attribute(*found::tagged(*row, "a").at(0), "href");
            const auto own = std::find_if(entries.begin(), entries.end(), [&](const page::DealEntry& one) { return one.address == address; });
            CHECK(found::classed(*row, "strong").at(0)->text == text::percent(forecast(deals::model(own->deal), {.samples = 64}).win()));
        }
    }
}
