#include <buygraph/insight/blind_spots.hpp>

#include <buygraph/io/file.hpp>
#include <buygraph/insight/coach_spots.hpp>
#include <buygraph/insight/evidence_spots.hpp>
#include <buygraph/insight/role_spots.hpp>

#include "catch.hpp"
#include "spots.hpp"

using namespace buygraph;

TEST_CASE("all searches together, the costliest first, and nothing left out") {
    const Deal deal = load(std::string(BUYGRAPH_EXAMPLES) + "/deals/08-lyophilisation-line.zh.json");
    const DecisionModel model = deals::model(deal);
    const auto all = blind_spots(deal, model, {.samples = 256});
    for (std::size_t i = 1; i < all.size(); ++i) CHECK(std::abs(all[i - 1].size) >= std::abs(all[i].size));
    const Looking looking = look(deal, model, {.samples = 256});
    CHECK(all.size() == role_spots(looking).size() + evidence_spots(looking).size() + access_spots(looking).size() + coach_spots(looking).size());
    for (const BlindSpot& spot : all) {
        CHECK(std::abs(spot.size) <= 1);
        CHECK(spot.standard_error >= 0);
        if (spot.numbers.contains("after")) CHECK(spot.size == Approx(spots::number(spot, "after") - spots::number(spot, "before")).margin(1e-12));
    }
}

TEST_CASE("a size is the same from other points, within its standard error") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const auto one = blind_spots(deal, model, {.samples = 1024, .seed = 1}), other = blind_spots(deal, model, {.samples = 1024, .seed = 2});
    REQUIRE(one.size() == other.size());
    for (const BlindSpot& spot : one)
        for (const BlindSpot& twin : other)
            if (spot.kind == twin.kind && spot.people == twin.people && spot.role == twin.role)
                CHECK(std::abs(spot.size - twin.size) <= 5 * std::hypot(spot.standard_error, twin.standard_error) + 1e-9);
    CHECK(blind_spots(deal, model, {.samples = 64, .seed = 1})[0].size == blind_spots(deal, model, {.samples = 64, .seed = 1, .threads = 2})[0].size);
}
