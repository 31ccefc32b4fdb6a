#include <buygraph/money/squeeze.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::money;

TEST_CASE("the corners of the squeeze, its middles and its ends") {
    Economics economics;
    economics.floor_margin = 0.1;
    economics.target_margin = 0.3;
    const auto kept = [&](double margin) { return kept_at_margin(margin, economics); };
    CHECK(kept(-3) == 0.4);
    CHECK(kept(0) == 0.4);
    CHECK(kept(0.05) == Approx(0.55));
    CHECK(kept(0.1) == Approx(0.7));
    CHECK(kept(0.2) == Approx(0.85));
    CHECK(kept(0.3) == Approx(1));
    CHECK(kept(0.9) == 1);
    CHECK(kept_at_margin(0.15, {}) == Approx(0.85));  // 0.05 and 0.25 unless given
}

TEST_CASE("with a floor of nothing there is no line below it") {
    Economics economics;
    economics.floor_margin = 0;
    economics.target_margin = 0.2;
    CHECK(kept_at_margin(0, economics) == 0.4);
    CHECK(kept_at_margin(0.1, economics) == Approx(0.85));
    economics.floor_margin = -0.2;
    CHECK(kept_at_margin(0.1, economics) == Approx(0.925));
    CHECK(kept_at_margin(-0.1, economics) == 0.4);
}

TEST_CASE("room for later prices scores 10 at a fifth of the price") {
    CHECK(price_room_score(-0.1) == 0);
    CHECK(price_room_score(0.05) == Approx(2.5));
    CHECK(price_room_score(0.2) == Approx(10));
    CHECK(price_room_score(0.5) == 10);
}

TEST_CASE("three concerns are squeezed and no others") {
    CHECK(is_squeezed("stability"));
    CHECK(is_squeezed("supplier_cooperation"));
    CHECK(is_squeezed("supplier_attitude"));
    CHECK_FALSE(is_squeezed("fairness"));
}
