#include <buygraph/money/seller_view.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::money;

TEST_CASE("margin, floor price, room and present value by hand") {
    Terms terms;
    terms.price = 1000;
    terms.payments = {{0.5, 0}, {0.5, 365}};
    Economics economics;
    economics.cost = 760;
    const SellerView view = seller_view(terms, economics);
    CHECK(view.margin.value() == Approx(0.24));
    CHECK(view.floor_price.value() == Approx(800));
    CHECK(view.target_price.value() == Approx(760 / 0.75));
    CHECK(view.price_room.value() == Approx(0.2));
    CHECK(view.net_present_value.value() == Approx(500 + 500 / 1.08 - 760));
}

TEST_CASE("below the floor the room is below 0") {
    Terms terms;
    terms.price = 700;
    Economics economics;
    economics.cost = 630;
    economics.floor_margin = 0.25;
    economics.target_margin = 1;
    const SellerView view = seller_view(terms, economics);
    CHECK(view.margin.value() == Approx(0.1));
    CHECK(view.price_room.value() == Approx(-0.2));
    CHECK_FALSE(view.net_present_value);
    CHECK_FALSE(view.target_price);
}

TEST_CASE("without a cost there is nothing, without a price the floor") {
    CHECK_FALSE(seller_view({}, {}).floor_price);
    Economics economics;
    economics.cost = 95;
    CHECK(seller_view({}, economics).floor_price.value() == Approx(100));
    CHECK_FALSE(seller_view({}, economics).margin);
}
