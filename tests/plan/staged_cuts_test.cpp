#include <buygraph/plan/staged_cuts.hpp>

#include <cmath>

#include "catch.hpp"

#include <buygraph/error.hpp>

using namespace buygraph;

namespace {

//   200 for two years, cost 120; customer 10 %, we 8 %
money::Bargain contract(double price = 200, int years = 2) {
    money::Bargain bargain;
    bargain.today.price = price;
    bargain.today.contract_years = years;
    bargain.economics.cost = 120;
    bargain.economics.floor_margin = 0.05;
    return bargain;
}

}  // namespace

// p_0 (1 + 0.9/1.1) = 100 (1 + 1/1.1) gives 105; 105 · 0.9 = 94.5. To us: 100 + 100/1.08 = 192.5926 against 105 + 94.5/1.08 = 192.5.
TEST_CASE("two years with a cut of a tenth by hand") {
    const StagedCuts cuts = staged_cuts(contract(), 0.1).cuts.value();
    REQUIRE(cuts.years.size() == 2);
    CHECK(cuts.years[0].price == Approx(105));
    CHECK(cuts.years[1].price == Approx(94.5));
    CHECK(cuts.years[0].saving == 0);
    CHECK(cuts.years[1].saving == Approx(10.5));
    CHECK(cuts.years[1].saving_share == Approx(0.1));
    CHECK(cuts.years[1].margin == Approx(1 - 60 / 94.5));
    CHECK(cuts.flat_price == 100);
    CHECK(cuts.customer_value == Approx(100 + 100 / 1.1));
    CHECK(cuts.flat_value == Approx(192.5925926));
    CHECK(cuts.seller_cost == Approx(0.0925926));
}

// Floor price 97 a year: the second year stops there, and the first pays 190.909 − 97/1.1 = 102.7273.
TEST_CASE("a cut stops at the floor price and the first year makes up for it") {
    money::Bargain bargain = contract();
    bargain.economics.cost = 194 * 0.95;
    const StagedCuts cuts = staged_cuts(bargain, 0.1).cuts.value();
    CHECK(cuts.years[0].price == Approx(102.7272727));
    CHECK(cuts.years[1].price == Approx(97));
    CHECK(cuts.years[1].at_floor);
    CHECK_FALSE(cuts.years[0].at_floor);
    CHECK(cuts.years[1].margin == Approx(0.05));
}

TEST_CASE("by direct sum the customer pays the same at the start, whatever cut, rate and floor") {
    for (const double cut : {0.001, 0.03, 0.1, 0.5, 0.99})
        for (const double rate : {0., 0.05, 0.3, 1.})
            for (const double cost : {0., 500., 800., 940.})
                for (const int years : {2, 3, 7, 20}) {
                    money::Bargain bargain = contract(1000, years);
                    bargain.economics.cost = cost;
                    bargain.customer.discount_rate = rate;
                    const auto cuts = staged_cuts(bargain, cut).cuts;
                    REQUIRE(cuts);
                    double staged = 0, flat = 0, ours = 0;
                    for (int t = 0; t < years; ++t) {
                        const StagedYear& year = cuts->years[static_cast<std::size_t>(t)];
                        staged += year.price / std::pow(1 + rate, t);
                        flat += 1000. / years / std::pow(1 + rate, t);
                        ours += (1000. / years - year.price) / std::pow(1.08, t);
                        CHECK(year.price >= cost / 0.95 / years * (1 - 1e-12));
                        if (t > 0) {
                            const double before = cuts->years[static_cast<std::size_t>(t) - 1].price;
                            CHECK(year.price == Approx(std::max(before * (1 - cut), cost / 0.95 / years)));
                            CHECK(year.saving == Approx(before - year.price).margin(1e-9));
                        }
                    }
                    CHECK(staged == Approx(flat));
                    CHECK(cuts->customer_value == Approx(flat));
                    CHECK(cuts->seller_cost == Approx(ours).margin(1e-9));
                }
}

// Cuts bring money forward: who counts time dearer gains by it, and at one rate nobody does.
TEST_CASE("cuts cost us when the customer counts time dearer than we do") {
    money::Bargain bargain = contract(1000, 5);
    bargain.customer.discount_rate = 0.12;
    CHECK(staged_cuts(bargain).cuts->seller_cost > 0);
    bargain.customer.discount_rate = 0.08;
    CHECK(staged_cuts(bargain).cuts->seller_cost == Approx(0).margin(1e-9));
    bargain.customer.discount_rate = 0.04;
    CHECK(staged_cuts(bargain).cuts->seller_cost < 0);
    CHECK(staged_cuts(bargain).cuts->cut == 0.03);
}

TEST_CASE("why there are none: one year, no room, missing fields, no cut") {
    CHECK(staged_cuts(contract(200, 1)).one_year);
    CHECK(staged_cuts(contract(126)).no_room);
    CHECK_FALSE(staged_cuts(contract(126)).cuts);
    CHECK(staged_cuts({}).missing == std::vector<std::string>{"/offers/0/terms/price", "/offers/0/terms/contract_years", "/offers/0/economics/cost"});
    CHECK_THROWS_AS(staged_cuts(contract(), 0), InputError);
    CHECK_THROWS_AS(staged_cuts(contract(), 1), InputError);
}
