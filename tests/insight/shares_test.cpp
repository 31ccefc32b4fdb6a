#include <buygraph/insight/shares.hpp>

#include <filesystem>

#include <buygraph/io/file.hpp>
#include <buygraph/model/derived.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("people's shares add up to the margin, concerns' to its part that concerns make") {
    const DecisionModel model = deals::model(deals::document());
    const Explanation why = explain(model, deciding_eyes(model), 2, 1);
    double people = 0, concerns = 0, terms = 0;
    for (const double share : person_shares(model, why)) people += share;
    for (const double share : concern_shares(model, why)) concerns += share;
    for (const Contribution& term : why.contributions) terms += term.concern ? term.value : 0;
    CHECK(people == Approx(why.margin).epsilon(1e-13));
    CHECK(concerns == Approx(terms).epsilon(1e-13));
}

// Cut in the file, without evidence to be read anew: the margin of the deal without that tie, by `compile`.
TEST_CASE("a tie's share is the margin less that of the deal without it") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    const auto margin = [](const Json& deal) {
        const DecisionModel model = deals::model(deal);
        return explain(model, deciding_eyes(model), 2, 1).margin;
    };
    const DecisionModel model = deals::model(json);
    const auto shares = tie_shares(model, explain(model, deciding_eyes(model), 2, 1));
    REQUIRE(shares.size() == 3);  // a friendship of two directions and two reporting lines
    Json cut = json;
    cut["ties"] = Json::array();
    CHECK(shares[0].relation == Relation::friendship);
    CHECK(shares[0].share == Approx(margin(json) - margin(cut)).margin(1e-13));
    for (std::size_t line = 1; line < 3; ++line) {
        cut = json;
        cut["people"][shares[line].to].erase("reports_to");
        CHECK_FALSE(shares[line].record);
        CHECK(shares[line].share == Approx(margin(json) - margin(cut)).margin(1e-13));
    }
}

// By another way: the tie's strengths at zero, the control of everybody derived anew.
TEST_CASE("on every bundled deal the share of every tie is that of the network solved anew without it") {
    for (const auto& file : std::filesystem::directory_iterator(std::string(BUYGRAPH_EXAMPLES) + "/deals")) {
        if (file.path().extension() != ".json") continue;
        CAPTURE(file.path().string());
        const DecisionModel model = deals::model(load(file.path()));
        const std::size_t rival = model.offer_count() - 1 == model.ours ? 0 : model.offer_count() - 1;
        const auto margin = [&](const DecisionModel& of) { return explain(of, deciding_eyes(model), rival, rival == 0 ? 0 : 1).margin; };
        for (const TieShare& tie : tie_shares(model, explain(model, deciding_eyes(model), rival, rival == 0 ? 0 : 1))) {
            DecisionModel cut = model;
            for (DirectedTie& other : cut.ties)
                if (tie.record ? other.record == tie.record : !other.record && std::minmax(other.from, other.to) == std::minmax(tie.from, tie.to)) other.strength = 0;
            derive(cut);
            CHECK(tie.share == Approx(margin(model) - margin(cut)).margin(1e-13));
        }
    }
}
