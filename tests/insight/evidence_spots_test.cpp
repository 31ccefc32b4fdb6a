#include <buygraph/insight/evidence_spots.hpp>

#include "catch.hpp"
#include "spots.hpp"

using namespace buygraph;
using spots::number;
using Kind = BlindSpotKind;

namespace {

Json dated() {
    Json json = deals::document();
    json["as_of"] = "2026-10-15";
    return json;
}

std::vector<BlindSpot> found(const Json& json, Kind kind) { return spots::of(evidence_spots, json, kind); }

}  // namespace

TEST_CASE("nobody has said anything of wang; a reading of him ends it, and a vacant seat is another matter") {
    const auto now = found(dated(), Kind::no_evidence);
    REQUIRE(now.size() == 1);
    CHECK(now[0].people == std::vector<std::size_t>{2});
    Json json = dated();
    json["evidence"].push_back({{"about", "wang"}, {"offer", "rival"}, {"stance", 0}});
    CHECK(found(json, Kind::no_evidence).empty());
    json = dated();
    json["people"][2]["vacant"] = true;
    CHECK(found(json, Kind::no_evidence).empty());
}

// By an independent path: the slope from two forecasts of edited deals, the sd from the prior of a person without evidence.
TEST_CASE("the size of a person's spot is what one standard deviation of him is worth") {
    Json json = dated();
    json["evidence"] = Json::array();
    const auto spot = found(json, Kind::no_evidence)[0];
    const auto leaning = [&](double by) {
        Json edited = json;
        edited["people"][0]["leaning"] = {{"us", by}};
        return spots::win(edited);
    };
    CHECK(number(spot, "influence") == Approx((leaning(0.01) - leaning(-0.01)) / 0.02).epsilon(1e-3));
    const DecisionModel model = deals::model(json);
    double variance = 0;
    for (const Latent& latent : model.prior.latents)
        for (const auto& [at, loading] : latent.loadings)
            if (at == model.index()(1, 0, 1)) variance += latent.sd * latent.sd * loading * loading;
    CHECK(number(spot, "sd") == Approx(std::sqrt(variance)));
    CHECK(spot.size == Approx(std::abs(number(spot, "influence")) * number(spot, "sd")));
    CHECK(spot.standard_error > 0);
}

TEST_CASE("evidence is stale when all of it is older than 180 days") {
    Json json = dated();
    json["evidence"] = Json::array({{{"about", "liu"}, {"offer", "us"}, {"stance", 0}, {"date", "2026-04-17"}}});  // 181 days
    auto now = found(json, Kind::stale_evidence);
    REQUIRE(now.size() == 1);
    CHECK(now[0].people == std::vector<std::size_t>{1});
    CHECK(number(now[0], "days") == Approx(181));
    for (const char* second : {"2026-04-18", "2026-10-01", "2026-11-30"}) {  // 180 days, two weeks, after as_of
        json["evidence"][1] = {{"about", "liu"}, {"offer", "us"}, {"stance", 0}, {"date", second}};
        CHECK(found(json, Kind::stale_evidence).empty());
    }
    json["evidence"][1].erase("date");
    CHECK(found(json, Kind::stale_evidence).empty());
    json["evidence"].erase(1);
    json.erase("as_of");
    CHECK(found(json, Kind::stale_evidence).empty());
}

// sd of a difference: noise 0.31 each and bias 0.15 each, √(2 · 0.31² + 2 · 0.15²) = 0.4870; twice that is 0.9740.
TEST_CASE("two sources more than two standard deviations apart contradict each other") {
    Json json = dated();
    json["evidence"] = Json::array({{{"about", "chen"}, {"offer", "us"}, {"stance", 0.5}, {"source", "fair"}}, {{"about", "chen"}, {"offer", "us"}, {"stance", -0.475}, {"source", "lunch"}}});
    const auto now = found(json, Kind::contradiction);
    REQUIRE(now.size() == 1);
    const BlindSpot& spot = now[0];
    CHECK(spot.people == std::vector<std::size_t>{0});
    CHECK(spot.offers == std::vector<std::size_t>{1});
    CHECK(spot.sources == std::vector<std::string>{"lunch", "fair"});
    CHECK(number(spot, "lower") == -0.475);
    CHECK(number(spot, "higher") == 0.5);
    CHECK(number(spot, "apart") == Approx(0.975 / 0.48703).epsilon(1e-4));

    const auto without = [&](std::size_t one) { return spots::win(spots::with(json, [&](Json& edited) { edited["evidence"].erase(one); })); };
    CHECK(spot.size == Approx(without(1) - without(0)).epsilon(1e-6));
    CHECK(spot.size > 0);

    const auto twin = [&](auto edit) { return found(spots::with(json, edit), Kind::contradiction).size(); };
    CHECK(twin([](Json& edited) { edited["evidence"][1]["stance"] = -0.473; }) == 0);
    CHECK(twin([](Json& edited) { edited["evidence"][1]["source"] = "fair"; }) == 0);
    CHECK(twin([](Json& edited) { edited["evidence"][1]["offer"] = "rival"; }) == 0);
    CHECK(twin([](Json& edited) { edited["evidence"][1]["about"] = "liu"; }) == 0);
    CHECK(twin([](Json& edited) { edited["evidence"][0].erase("source"), edited["evidence"][1].erase("source"); }) == 1);
}

TEST_CASE("of several contradictions on one person and offer the widest is shown and all are counted") {
    Json json = dated();
    json["evidence"] = Json::array();
    for (const double stance : {0.9, -0.3, -0.9}) json["evidence"].push_back({{"about", "chen"}, {"offer", "us"}, {"stance", stance}});
    const auto now = found(json, Kind::contradiction);
    REQUIRE(now.size() == 1);
    CHECK(number(now[0], "pairs") == 2);
    CHECK(number(now[0], "lower") == -0.9);
    CHECK(number(now[0], "higher") == 0.9);
}

TEST_CASE("all that is known of a person comes from one source") {
    Json json = dated();  // liu: wang once; chen: nobody said once, and wang
    auto now = found(json, Kind::single_source);
    REQUIRE(now.size() == 1);
    CHECK(now[0].people == std::vector<std::size_t>{1});
    CHECK(now[0].sources == std::vector<std::string>{"wang"});
    CHECK(number(now[0], "readings") == 1);
    const double without = spots::win(spots::with(json, [](Json& edited) { edited["evidence"].erase(0); }));
    CHECK(number(now[0], "before") == Approx(without).epsilon(1e-6));
    CHECK(now[0].size == Approx(spots::win(json) - without).margin(1e-6));

    json["evidence"].push_back({{"about", "liu"}, {"offer", "rival"}, {"stance", 0.1}, {"source", "wang"}});
    CHECK(found(json, Kind::single_source).size() == 1);  // twice the same mouth
    json["evidence"].back()["source"] = "trade fair";
    CHECK(found(json, Kind::single_source).empty());
    json["evidence"].back().erase("source");
    CHECK(found(json, Kind::single_source).empty());
}
