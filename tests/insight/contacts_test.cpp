#include <buygraph/insight/contacts.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

/// a ──▶ b ──▶ c, c opposes d (both ways), e stands alone, f has left
Json chain() {
    Json json = deals::document();
    json["evidence"] = Json::array();
    json["people"] = Json::array();
    for (const char* id : {"a", "b", "c", "d", "e", "f"}) json["people"].push_back({{"id", id}, {"roles", {id[0] == 'c' ? "decision_maker" : "user"}}});
    json["people"][5]["departed"] = true;
    json["ties"] = Json::array({{{"from", "a"}, {"to", "b"}}, {{"from", "b"}, {"to", "c"}}, {{"from", "c"}, {"to", "d"}, {"kind", "opposes"}}});
    json["team"] = Json::array({{{"id", "t"}, {"knows", {"b", "f"}}}, {{"id", "s"}, {"knows", {"b", "e"}}}});
    return json;
}

}  // namespace

TEST_CASE("contacts are those of the model whom somebody of ours knows, each once, without those who left") {
    const Deal deal = deals::read(chain());
    CHECK(contacts(deal, deals::model(deal)) == std::vector<std::size_t>{1, 4});
    Json json = chain();
    json["team"] = Json::array();
    CHECK(contacts(deals::read(json), deals::model(json)).empty());
}

TEST_CASE("a word goes along positive influence and stops at an opponent") {
    const Deal deal = deals::read(chain());
    const DecisionModel model = deals::model(deal);
    CHECK(within_reach(model, {1}) == std::vector<bool>{false, true, true, false, false});
    CHECK(within_reach(model, {0, 4}) == std::vector<bool>{true, true, true, false, true});
    CHECK(within_reach(model, {}) == std::vector<bool>(5, false));
}

TEST_CASE("ties of two people add up before their sign is asked") {
    Json json = chain();  // b advises c with 0.6; opposing with 0.7 outweighs it, with 0.5 it does not
    for (const auto& [strength, reaches] : {std::pair{0.7, false}, std::pair{0.5, true}}) {
        json["ties"][2] = {{"from", "b"}, {"to", "c"}, {"kind", "opposes"}, {"strength", strength}};
        CHECK(within_reach(deals::model(json), {1})[2] == reaches);
    }
}
