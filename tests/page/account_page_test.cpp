#include <buygraph/page/account_page.hpp>

#include <set>

#include <buygraph/page/person_card.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

namespace {

const picture::Element& whole(const char* name, Language language) {
    static std::map<std::pair<std::string, Language>, picture::Element> made;
    auto [at, fresh] = made.emplace(std::pair(std::string(name), language), picture::Element{});
    const found::Account& account = found::bundled(name);
    if (fresh) at->second = page::account_page(account.deal, account.model, account.findings, language);
    return at->second;
}

}  // namespace

TEST_CASE("on every bundled deal ids are unique, every link leads somewhere, every person has a card") {
    for (const char* name : {"01", "02", "03", "04", "05", "06", "07", "08"}) {
        CAPTURE(name);
        std::set<std::string> ids;
        std::vector<std::string> links;
        for (const Language language : {Language::chinese, Language::english}) {
            std::vector<const picture::Element*> all;
            found::each(whole(name, language), [](const picture::Element&) { return true; }, all);
            for (const picture::Element* one : all) {
                if (const std::string id = found::attribute(*one, "id"); !id.empty()) CHECK(ids.insert(id).second);
                if (const std::string link = found::attribute(*one, "href"); !link.empty()) links.push_back(link);
                CHECK(found::attribute(*one, "style").empty());
                for (const auto& [key, value] : one->attributes) CHECK(key.rfind("on", 0) != 0);
            }
            CHECK(found::classed(whole(name, language), "card").size() == found::bundled(name).model.people_count());
            CHECK(found::tagged(whole(name, language), "h1").size() == 1);
            CHECK(found::tagged(whole(name, language), "script").empty());
        }
        for (const std::string& link : links) CHECK(ids.count(link.substr(1)) == 1);
        CHECK(links.size() >= 2 * found::bundled(name).model.people_count());
    }
}

TEST_CASE("both languages say the same numbers") {
    const auto chances = [](Language language) {
        std::vector<std::string> all;
        for (const picture::Element* one : found::classed(whole("08", language), "chance")) all.push_back(one->text);
        for (const picture::Element* one : found::classed(whole("08", language), "fall")) all.push_back(one->children.back().text);
        return all;
    };
    CHECK(chances(Language::chinese) == chances(Language::english));
}

TEST_CASE("whatever names are, they are text") {
    Json json = deals::document();
    json["account"] = "<script>alert(1)</script>";
    json["people"][0]["name"] = "\"><img src=x onerror=alert(1)>";
    json["people"][1]["title"] = "</style><script>";
    json["notes"] = "</script><b>";
    const found::Account account(deals::read(json));
    const std::string html = picture::markup(page::top_bar(account.deal, account.deal, Language::english)) + picture::markup(page::account_page(account.deal, account.model, account.findings, Language::english));
    for (const char* bad : {"<script", "<img", "</script", "</style", "<b>"}) CHECK(html.find(bad) == std::string::npos);
    CHECK(html.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
}

TEST_CASE("among many people too everybody has a card, in the order of influence, and nobody's link leads nowhere") {
    const std::size_t count = 25;
    Json json = deals::document();
    while (json["people"].size() < count) json["people"].push_back({{"id", "p" + std::to_string(json["people"].size())}, {"roles", {{"user", 1}}}, {"reports_to", "chen"}});
    const found::Account account(deals::read(json));
    const picture::Element page = page::account_page(account.deal, account.model, account.findings, Language::english);
    const std::vector<const picture::Element*> cards = found::classed(page, "card");
    REQUIRE(cards.size() == count);
    const std::vector<std::size_t> order = page::by_influence(account.findings.influence);
    std::set<std::string> ids;
    for (std::size_t rank = 0; rank < cards.size(); ++rank) {
        CHECK(found::attribute(*cards[rank], "data-person") == account.model.people[order[rank]]);
        ids.insert("#" + found::attribute(*cards[rank], "id"));
    }
    std::size_t named = 0;
    for (const picture::Element* link : found::tagged(page, "a"))
        if (const std::string to = found::attribute(*link, "href"); to.rfind("#en-card-", 0) == 0) {
            CHECK(ids.count(to) == 1);
            ++named;
        }
    CHECK(named >= 2 * cards.size());  // on the map and in the list
    CHECK(found::tagged(*found::classed(page, "people")[0], "tr").size() == count + 1);
}
