#include <buygraph/plan/zipper.hpp>
#include <buygraph/model/formal_right.hpp>

#include <bit>
#include <set>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

namespace {

struct ZipperGround {
    Deal deal;
    DecisionModel model;

    explicit ZipperGround(const Json& json) : deal(deals::read(json)), model(deals::model(deal)) {}
};

Zipper zip(const ZipperGround& ground, std::vector<double> influence, const std::vector<PairWish>& wishes = {}) {
    const std::vector<ZipperDeal> deals{{ground.deal, ground.model, std::move(influence)}};
    return zipper(deals, ground.deal.team, wishes);
}

/// The page's fit and weight once more: 0.2 + 0.4 F + levels + knows.
double page_fit(const TeamMember& member, const Person& person) {
    static const std::map<std::string, std::map<Function, double>> table{
        {"decision_maker", {{Function::executive, 1}, {Function::sales, 0.5}, {Function::technical, 0.3}, {Function::service, 0.2}, {Function::product, 0.3}, {Function::finance, 0.4}}},
        {"purchaser", {{Function::executive, 0.4}, {Function::sales, 1}, {Function::technical, 0.3}, {Function::service, 0.4}, {Function::product, 0.3}, {Function::finance, 0.5}}},
        {"user", {{Function::executive, 0.3}, {Function::sales, 0.5}, {Function::technical, 0.7}, {Function::service, 1}, {Function::product, 0.8}, {Function::finance, 0.1}}},
        {"technical", {{Function::executive, 0.3}, {Function::sales, 0.2}, {Function::technical, 1}, {Function::service, 0.6}, {Function::product, 0.8}, {Function::finance, 0.1}}},
        {"finance", {{Function::executive, 0.5}, {Function::sales, 0.4}, {Function::technical, 0.1}, {Function::service, 0.1}, {Function::product, 0.1}, {Function::finance, 1}}},
        {"coach", {{Function::executive, 0.5}, {Function::sales, 1}, {Function::technical, 0.5}, {Function::service, 0.4}, {Function::product, 0.4}, {Function::finance, 0.2}}}};
    double total = 0, functions = 0;
    for (const auto& [role, share] : person.roles) total += share;
    for (const auto& [role, share] : person.roles) {
        double best = 0;
        for (const Function function : member.functions) best = std::max(best, table.at(role).at(function));
        functions += share / total * best;
    }
    const double levels = member.level && person.level ? 0.2 * (1 - std::abs(*member.level - *person.level) / 3.0) : 0.1;
    return 0.2 + 0.4 * functions + levels + (std::find(member.knows.begin(), member.knows.end(), person.id) != member.knows.end() ? 0.2 : 0);
}

Json random_deal(std::mt19937& random, const std::string& prefix = "p") {
    Json json = deals::document();
    json["ties"] = json["evidence"] = json["people"] = json["team"] = Json::array();
    const char* roles[]{"purchaser", "user", "technical", "finance", "coach"};
    const char* functions[]{"executive", "sales", "technical", "service", "product", "finance"};
    const std::size_t people = 2 + random() % 3;
    for (std::size_t i = 0; i < people; ++i) {
        Json person{{"id", prefix + std::to_string(i)}, {"roles", {{i == 0 ? "decision_maker" : roles[random() % 5], 1 + random() % 2}}}};
        if (random() % 2) person["roles"][roles[random() % 5]] = 1;
        if (random() % 2) person["level"] = 1 + random() % 4;
        if (random() % 4 == 0) person["vacant"] = true;
        if (random() % 3 == 0) person["counterparts"] = random() % 3;
        if (i > 0 && random() % 3 == 0) person["votes"] = 0;
        json["people"].push_back(person);
    }
    for (std::size_t t = 0; t < 2 + random() % 2; ++t) {
        Json member{{"id", "t" + std::to_string(t)}, {"functions", {functions[random() % 6], functions[random() % 6]}}};
        if (random() % 2) member["level"] = 1 + random() % 4;
        if (random() % 4) member["capacity"] = random() % 3;
        if (random() % 2) member["knows"] = {prefix + std::to_string(random() % people)};
        json["team"].push_back(member);
    }
    const char* rules[]{"autocracy", "majority", "weighted", "consent"};
    json["decision"] = {{"rule", rules[random() % 4]}};
    return json;
}

}  // namespace

// The page: first as many key people as can have somebody, then the greatest Σ (0.05 + |influence| / greatest) · fit; each person at most `counterparts`, each member at most `capacity`; vacant
// seats get nobody. Key: who decides under the rule, veto holders, influence of a fifth of the greatest. One deal or two, with a team that is one.
TEST_CASE("the best of all pairings, over one deal or two") {
    std::mt19937 random(17);
    std::normal_distribution<double> normal;
    int tried = 0;
    for (int round = 0; round < 150; ++round) {
        std::vector<ZipperGround> grounds;
        grounds.reserve(2);
        grounds.emplace_back(random_deal(random));
        if (round % 2) {
            Json second = random_deal(random, "q");
            second["team"] = Json::array();
            if (second["people"].size() > 2) second["people"].erase(2);
            grounds.emplace_back(second);
        }
        const std::vector<TeamMember>& team = grounds[0].deal.team;
        std::vector<ZipperDeal> deals;
        struct Seat {
            const Person* person;
            double weight;
            bool key;
        };
        std::vector<Seat> seats;
        for (std::size_t d = 0; d < grounds.size(); ++d) {
            const DecisionModel& model = grounds[d].model;
            std::vector<double> influence;
            double greatest = 0;
            for (std::size_t i = 0; i < model.people_count(); ++i) greatest = std::max(greatest, std::abs(influence.emplace_back(round % 7 == 0 ? 0 : normal(random))));
            for (std::size_t i = 0; i < model.people_count(); ++i) {
                const Person& person = grounds[d].deal.people[i];
                const Rule rule = grounds[d].deal.decision.rule.value();
                const bool decides = (rule == Rule::autocracy || rule == Rule::consent) && person.roles.contains("decision_maker"), votes = rule != Rule::autocracy && formal_right(model, i).votes > 0;
                const bool key = decides || votes || person.roles.contains("technical") || (greatest > 0 && std::abs(influence[i]) >= 0.2 * greatest);
                seats.push_back({&person, 0.05 + (greatest > 0 ? std::abs(influence[i]) / greatest : 0), key});
            }
            deals.push_back({grounds[d].deal, model, influence});
        }
        if (seats.size() * team.size() > 14) continue;
        ++tried;
        std::pair<int, double> best{-1, 0};
        for (std::uint32_t set = 0; set < (1u << (seats.size() * team.size())); ++set) {
            std::vector<int> held(seats.size(), 0), used(team.size(), 0);
            double value = 0;
            for (std::uint32_t rest = set; rest != 0; rest &= rest - 1) {
                const auto pair = static_cast<std::size_t>(std::countr_zero(rest)), t = pair / seats.size(), p = pair % seats.size();
                ++held[p], ++used[t];
                value += seats[p].weight * page_fit(team[t], *seats[p].person);
            }
            int keys = 0;
            bool fits = true;
            for (std::size_t t = 0; t < team.size(); ++t) fits = fits && used[t] <= team[t].capacity.value_or(1000);
            for (std::size_t p = 0; p < seats.size(); ++p) {
                fits = fits && held[p] <= (seats[p].person->vacant.value_or(false) ? 0 : seats[p].person->counterparts.value_or(1));
                keys += seats[p].key && held[p] > 0;
            }
            if (fits) best = std::max(best, {keys, value});
        }
        const Zipper found = zipper(deals, team);
        CAPTURE(round);
        CHECK(found.value == Approx(best.second).margin(1e-9));
        std::set<std::pair<std::size_t, std::size_t>> keys;
        double value = 0;
        for (const ZipperPair& pair : found.pairs) {
            const Person& person = grounds[pair.deal].deal.people[pair.person];
            CHECK(pair.fit == Approx(page_fit(team[pair.member], person)));
            CHECK(pair.knows == (std::find(team[pair.member].knows.begin(), team[pair.member].knows.end(), person.id) != team[pair.member].knows.end()));
            CHECK_FALSE(pair.asked);
            value += pair.value;
            if (pair.key) keys.emplace(pair.deal, pair.person);
        }
        CHECK(value == Approx(found.value));
        CHECK(static_cast<int>(keys.size()) == best.first);
        std::set<std::pair<std::size_t, std::size_t>> paired;
        for (const ZipperPair& pair : found.pairs) paired.emplace(pair.deal, pair.person);
        CHECK(paired.size() + found.without.size() == seats.size());  // everybody has somebody or is named
    }
    CHECK(tried > 60);
}

TEST_CASE("capacity is one over all deals, and who is known by a deal's own team is known there alone") {
    Json first = deals::document();
    first["team"] = {{{"id", "tan"}, {"functions", {"technical"}}, {"capacity", 2}, {"knows", {"liu"}}}};
    Json second = first;
    second["team"][0]["knows"] = {"chen"};
    const ZipperGround one(first), two(second);
    const std::vector<ZipperDeal> deals{{one.deal, one.model, {1, 0.5, 0.1}}, {two.deal, two.model, {1, 0.5, 0.1}}};
    const Zipper found = zipper(deals, one.deal.team);
    CHECK(found.pairs.size() == 2);
    CHECK(found.left == std::vector<std::optional<std::size_t>>{0});
    CHECK(found.without.size() == 4);
    for (const WithoutCounterpart& left : found.without) CHECK(left.reason == WithoutReason::no_capacity);
    for (const ZipperPair& pair : found.pairs) {
        const std::string& id = pair.deal == 0 ? one.model.people[pair.person] : two.model.people[pair.person];
        CHECK(pair.knows == (id == (pair.deal == 0 ? "liu" : "chen")));
    }
}

TEST_CASE("a member without capacity has no limit, and no number that is left") {
    Json json = deals::document();
    json["team"] = {{{"id", "tan"}}, {{"id", "sun"}, {"capacity", 5}}};
    json["people"][2]["counterparts"] = 2;
    const ZipperGround ground(json);
    const Zipper found = zip(ground, {1, 0.5, 0.1});
    CHECK(found.pairs.size() == 4);
    CHECK(found.without.empty());
    REQUIRE(found.left.size() == 2);
    CHECK_FALSE(found.left[0]);
    std::size_t of_sun = 0;
    for (const ZipperPair& pair : found.pairs) of_sun += pair.member == 1;
    CHECK(found.left[1] == 5 - of_sun);
}

TEST_CASE("who has nobody is named with the reason, key people first") {
    Json json = deals::document();
    json["people"].push_back({{"id", "seat"}, {"roles", {"finance"}}, {"vacant", true}});
    json["people"].push_back({{"id", "zhou"}, {"roles", {"finance"}}, {"counterparts", 0}});
    json["people"].push_back({{"id", "old"}, {"roles", {"user"}}, {"departed", true}});
    json["team"] = {{{"id", "tan"}, {"capacity", 1}}};
    const std::vector<double> influence{1, 0.5, 0.1, 0.1, 0.1};
    const auto reasons = [&](const Zipper& found, const ZipperGround& ground) {
        std::map<std::string, std::string> result;
        for (const WithoutCounterpart& left : found.without) result[ground.model.people[left.person]] = word_of(left.reason);
        return result;
    };
    using Reasons = std::map<std::string, std::string>;
    const ZipperGround ground(json);
    const Zipper found = zip(ground, influence);
    REQUIRE(found.pairs.size() == 1);
    CHECK(found.pairs[0].person == 0);
    CHECK(reasons(found, ground) == Reasons{{"liu", "no_capacity"}, {"wang", "no_capacity"}, {"seat", "vacant"}, {"zhou", "not_wanted"}});
    CHECK(found.without[0].person == 1);  // liu alone is key: he holds a veto
    CHECK(found.without[0].key);
    for (std::size_t i = 1; i < found.without.size(); ++i) CHECK_FALSE(found.without[i].key);

    CHECK(reasons(zip(ground, influence, {{"tan", "liu", false}}), ground)["liu"] == "forbidden");
    CHECK(reasons(zip(ground, influence, {{"tan", "liu", false}}), ground)["wang"] == "no_capacity");
    json["team"][0]["capacity"] = 0;
    const ZipperGround busy(json);
    CHECK(reasons(zip(busy, influence, {{"tan", "liu", false}}), busy)["wang"] == "no_capacity");  // it is not wang who is forbidden
    CHECK(reasons(zip(busy, influence, {{"tan", "liu", false}}), busy)["liu"] == "no_capacity");   // tan has no time for anybody
    json["team"] = Json::array();
    const ZipperGround nobody(json);
    CHECK(reasons(zip(nobody, influence), nobody) == Reasons{{"chen", "no_team"}, {"liu", "no_team"}, {"wang", "no_team"}, {"seat", "vacant"}, {"zhou", "not_wanted"}});
}

TEST_CASE("wishes are kept before any value, and those that cannot be met are named with the reason") {
    Json json = deals::document();
    json["people"].push_back({{"id", "seat"}, {"roles", {"finance"}}, {"vacant", true}});
    json["team"] = {{{"id", "tan"}, {"capacity", 1}}, {{"id", "sun"}, {"capacity", 1}}};
    const ZipperGround ground(json);
    const Zipper found = zip(ground, {1, 0.5, 0.1, 0.1}, {{"tan", "wang"}, {"tan", "chen"}, {"sun", "wang"}, {"sun", "seat"}, {"sun", "liu", false}, {"sun", "liu"}, {"tan", "wang"}});
    std::vector<std::string> unmet;
    for (const UnmetWish& one : found.unmet) unmet.push_back(one.wish.member + " " + one.wish.person + " " + std::string(word_of(one.reason)));
    CHECK(unmet == std::vector<std::string>{"tan chen no_capacity", "sun wang not_wanted", "sun seat vacant", "sun liu forbidden"});
    REQUIRE(found.pairs.size() == 2);
    CHECK((found.pairs[0].member == 0 && found.pairs[0].person == 2 && found.pairs[0].asked));
    CHECK((found.pairs[1].member == 1 && found.pairs[1].person == 0 && !found.pairs[1].asked));
}

TEST_CASE("wishes about nobody who is there are all named at once") {
    Json json = deals::document();
    json["people"].push_back({{"id", "old"}, {"roles", {"user"}}, {"departed", true}});
    json["team"] = {{{"id", "tan"}}};
    const ZipperGround ground(json);
    try {
        (void)zip(ground, {1, 0.5, 0.1}, {{"nobody", "liu"}, {"tan", "old", false}, {"tan", "chen", true, 1}, {"tan", "liu"}});
        FAIL("accepted");
    } catch (const InputError& error) {
        CHECK(error.where == "wishes");
        CHECK(error.given == "member nobody, person old, person chen");
    }
}
