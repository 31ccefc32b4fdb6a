#include <buygraph/plan/introductions.hpp>

#include <random>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

namespace {

/// People a, b, … with random ties of either sign, some known to a member of the team.
Json network(std::size_t people, std::mt19937& random) {
    std::uniform_real_distribution<double> uniform(0, 1);
    Json json = deals::document();
    json["people"] = json["ties"] = json["evidence"] = Json::array();
    const auto id = [](std::size_t i) { return std::string(1, static_cast<char>('a' + i)); };
    for (std::size_t i = 0; i < people; ++i) json["people"].push_back({{"id", id(i)}, {"concerns", {{"cost", 5}}}});
    for (std::size_t i = 1; i < people; ++i)
        if (uniform(random) < 0.3) json["people"][i]["reports_to"] = id(random() % i);
    const char* kinds[]{"advises", "works_with", "friend", "opposes"};
    for (std::size_t t = 0; t < people; ++t) {
        const std::size_t from = random() % people, to = random() % people;
        if (from != to) json["ties"].push_back({{"from", id(from)}, {"to", id(to)}, {"kind", kinds[random() % 4]}, {"strength", 0.05 + 0.95 * uniform(random)}});
    }
    json["decision"]["decider"] = "a";
    json["team"] = {{{"id", "tan"}, {"knows", {id(random() % people)}}}, {{"id", "sun"}, {"knows", {id(random() % people)}}}};
    return json;
}

/// The greatest product of min(1, t) over all ways without a person twice; 0 where there is none.
double by_trying(const Matrix& raw, std::vector<bool>& been, std::size_t at, std::size_t target) {
    if (at == target) return 1;
    double best = 0;
    been[at] = true;
    for (std::size_t next = 0; next < raw.rows; ++next)
        if (!been[next] && raw(next, at) > 0) best = std::max(best, std::min(1.0, raw(next, at)) * by_trying(raw, been, next, target));
    been[at] = false;
    return best;
}

}  // namespace

TEST_CASE("the way of an introduction carries most of all ways there are") {
    std::mt19937 random(8);
    for (int round = 0; round < 60; ++round) {
        const Deal deal = deals::read(network(2 + random() % 5, random));
        const DecisionModel model = deals::model(deal);
        Matrix raw(model.people_count(), model.people_count());  // [i, j]: how much j moves i, added up
        for (const DirectedTie& tie : model.ties) raw(tie.to, tie.from) += tie.strength;
        const auto ways = introductions(deal, model);
        REQUIRE(ways.size() == model.people_count());
        for (std::size_t p = 0; p < ways.size(); ++p) {
            double best = 0;
            bool known = false;
            for (std::size_t c = 0; c < model.people_count(); ++c) {
                const bool contact = deal.team[0].knows[0] == model.people[c] || deal.team[1].knows[0] == model.people[c];
                known = known || (contact && c == p);
                std::vector<bool> been(model.people_count(), false);
                if (contact) best = std::max(best, by_trying(raw, been, c, p));
            }
            CHECK(ways[p].has_value() == (best > 0));
            if (!ways[p]) continue;
            CHECK(ways[p]->strength == Approx(best));
            CHECK(ways[p]->people.back() == p);
            CHECK((ways[p]->people.size() == 1) == known);
            double along = 1;
            for (std::size_t step = 0; step + 1 < ways[p]->people.size(); ++step) along *= std::min(1.0, raw(ways[p]->people[step + 1], ways[p]->people[step]));
            CHECK(along == Approx(best));
        }
    }
}

TEST_CASE("without contacts there is no way") {
    const Deal deal = deals::read(deals::document());
    for (const auto& way : introductions(deal, deals::model(deal))) CHECK_FALSE(way);
}

TEST_CASE("a boss sways his report more than the report him, and an introduction goes along influence") {
    Json json = deals::document();
    json["ties"] = Json::array();
    json["team"] = {{{"id", "tan"}, {"knows", {"liu"}}}};
    const Deal deal = deals::read(json);
    const auto ways = introductions(deal, deals::model(deal));
    CHECK(ways[1]->people == std::vector<std::size_t>{1});
    CHECK(ways[1]->strength == 1);  // who is known
    CHECK(ways[0]->strength == Approx(0.3));
    CHECK(ways[2]->people == std::vector<std::size_t>{1, 0, 2});
    CHECK(ways[2]->strength == Approx(0.3 * 0.6));
}
