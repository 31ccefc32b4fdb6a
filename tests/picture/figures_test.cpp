#include <buygraph/picture/figures.hpp>

#include <buygraph/insight/decision_influence.hpp>
#include <buygraph/text/format.hpp>
#include <buygraph/text/stances.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

std::vector<Figure> figures_of(const Json& json, Language language = Language::english) {
    const Deal deal = deals::read(json);
    return figures(deal, deals::model(deal), decision_influence(deals::model(deal)), text::Names(deal, language));
}

Json dated() {
    Json json = deals::document();
    json["as_of"] = "2026-10-15";
    json["evidence"] = Json::array({{{"about", "chen"}, {"offer", "us"}, {"stance", 0.2}, {"date", "2026-01-01"}},
                                    {{"about", "chen"}, {"offer", "us"}, {"stance", 0.2}, {"date", "2026-03-11"}},
                                    {{"about", "liu"}, {"offer", "us"}, {"stance", 0.2}, {"date", "2026-04-18"}}});
    return json;
}

}  // namespace

TEST_CASE("everybody is there in file order, with his largest role, rights and rank") {
    const auto people = figures_of(deals::document());
    REQUIRE(people.size() == 3);
    CHECK(people[0].name == "陈伟");
    CHECK(people[1].name == "liu");
    CHECK(people[2].role == "purchaser");  // 3 : 1 against user
    CHECK(people[0].badges == std::vector<Badge>{Badge::decides});
    CHECK(people[1].badges == std::vector<Badge>{Badge::veto});
    CHECK(people[2].boss == std::optional<std::size_t>(0));
    const auto influence = decision_influence(deals::model(deals::document()));
    double greatest = 0;
    for (const double value : influence) greatest = std::max(greatest, std::abs(value));
    for (std::size_t i = 0; i < 3; ++i) CHECK(people[i].rank == Approx(std::abs(influence[i]) / greatest));
}

// 2026-03-11 to 2026-10-15 are 20 + 30 + 31 + 30 + 31 + 31 + 30 + 15 = 218 days, 2026-04-18 to then 180.
TEST_CASE("the newest evidence counts: over 180 days it is old, without any there is none") {
    const auto people = figures_of(dated());
    CHECK(people[0].note == "218 d old");
    CHECK(people[0].faded);
    CHECK(people[0].badges == std::vector<Badge>{Badge::decides, Badge::stale});
    CHECK(people[1].note.empty());
    CHECK_FALSE(people[1].faded);
    CHECK(people[2].note == "no evidence");
    CHECK(people[2].faded);
    CHECK(figures_of(dated(), Language::chinese)[0].note == "218 天前");
    Json undated = dated();
    undated.erase("as_of");
    CHECK(figures_of(undated)[0].note.empty());
}

TEST_CASE("where nothing is known by evidence every stance is a guess") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    json["uncertainty"]["deviation_sd"] = 0.001;
    json["people"][1]["leaning"] = {{"us", 1}};
    for (const Figure& figure : figures_of(json)) CHECK(figure.standing->sureness == Sureness::guess);
}

TEST_CASE("a vacant seat is asked about under its role, who left keeps no stance, his people get the next boss") {
    Json json = deals::document();
    json["people"].push_back({{"id", "seat"}, {"vacant", true}, {"roles", {"finance"}}, {"reports_to", "xu"}});
    json["people"].push_back({{"id", "xu"}, {"name", "Xu Ping"}, {"title", "Director"}, {"departed", true}, {"reports_to", "chen"}});
    const auto people = figures_of(json);
    CHECK(people[3].vacant);
    CHECK(people[3].name == "vacant seat");
    CHECK(people[3].title == "Finance");
    CHECK(people[3].note == "who is it?");
    CHECK(people[3].boss == std::optional<std::size_t>(0));
    CHECK(people[4].left());
    CHECK(people[4].title == "Director, has left");
    CHECK_FALSE(people[4].boss);
    CHECK(people[4].rank == 0);
    CHECK(figures_of(json, Language::chinese)[3].name == "空席");
}

TEST_CASE("our people who know somebody are his tags; under voting rules nobody alone decides") {
    Json json = deals::document();
    json["team"] = Json::array({{{"id", "wang"}, {"name", "王辰"}, {"knows", {"chen"}}}, {{"id", "lei"}, {"name", "王磊"}, {"knows", {"chen", "liu"}}}, {{"id", "qin"}, {"name", "秦悦"}, {"knows", Json::array()}}});
    json["decision"]["rule"] = "majority";
    const auto people = figures_of(json);
    CHECK(people[0].contacts == std::vector<std::string>{"王辰", "王磊"});
    CHECK(people[1].contacts == std::vector<std::string>{"王磊"});
    CHECK(people[2].contacts.empty());
    CHECK(people[0].badges.empty());
}

TEST_CASE("what a reader hears has the stance in words, its sureness, and numbers with their spread") {
    Json json = dated();
    json["people"][0]["title"] = "General manager";
    const Figure chen = figures_of(json)[0];
    CHECK(chen.spoken.rfind("陈伟, General manager; Decision maker; ", 0) == 0);
    CHECK(chen.spoken.find(text::stance_words(*chen.standing).en) != std::string::npos);
    CHECK(chen.spoken.find(" ± " + text::decimal(chen.standing->sd, 2)) != std::string::npos);
    CHECK(chen.spoken.find("decision influence ") != std::string::npos);
}

TEST_CASE("names say their language where it is not the map's") {
    Json json = deals::document();
    json["language"] = "zh";
    CHECK(figures_of(json)[0].language == "zh");
    CHECK(figures_of(json, Language::chinese)[0].language.empty());
}
