#include <buygraph/money/missing.hpp>

#include <nlohmann/json.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::money;
using Pointers = std::vector<std::string>;

namespace {
constexpr Field all_fields[]{Field::price,        Field::list_price, Field::payments, Field::credit_limit,  Field::yearly_benefit, Field::yearly_running_cost,
                             Field::contract_years, Field::cost,       Field::target_margin, Field::floor_margin, Field::budget};
}

TEST_CASE("nothing given: each party's fields by name") {
    Bargain bargain;
    bargain.ours = 2;
    CHECK(missing_for(Party::purchaser, bargain) == Pointers{"/offers/2/terms/price", "/offers/2/terms/list_price"});
    CHECK(missing_for(Party::supplier, bargain) == Pointers{"/offers/2/terms/price", "/offers/2/economics/cost"});
    CHECK(missing_for(Party::company, bargain) == Pointers{"/offers/2/terms/price", "/offers/2/terms/payments", "/offers/2/terms/yearly_benefit", "/offers/2/terms/yearly_running_cost"});
    CHECK(default_margins(bargain) == Pointers{"/offers/2/economics/target_margin", "/offers/2/economics/floor_margin"});
}

TEST_CASE("where the price comes from elsewhere only the company's default target needs today's") {
    Bargain bargain;
    CHECK(missing_for(Party::purchaser, bargain, true) == Pointers{"/offers/0/terms/list_price"});
    CHECK(missing_for(Party::company, bargain, true).front() == "/offers/0/terms/price");
    bargain.target_npv = 1;
    CHECK(missing_for(Party::company, bargain, true).front() == "/offers/0/terms/payments");
}

TEST_CASE("each field is missing exactly when the view lacks what it feeds") {
    Bargain bargain;
    bargain.today.price = 1, bargain.today.list_price = 2, bargain.today.payments = {{1, 0}}, bargain.today.yearly_benefit = 1., bargain.today.yearly_running_cost = 0;
    bargain.economics.cost = 1;
    bargain.target_npv = 1;
    for (const Party party : parties) {
        CHECK(missing_for(party, bargain).empty());
        CHECK(satisfactions(bargain, bargain.today).of(party));
    }
    bargain.today.payments.clear();
    CHECK(missing_for(Party::company, bargain) == Pointers{"/offers/0/terms/payments"});
    CHECK_FALSE(satisfactions(bargain, bargain.today).company);
}

// Each pointer, written into a document, leads to the field whose name it ends with.
TEST_CASE("pointers are pointers, and all differ") {
    Pointers found;
    for (const Field field : all_fields) {
        const nlohmann::json::json_pointer pointer(pointer_of(field, {}));
        CHECK(pointer.to_string() == pointer_of(field, {}));
        CHECK(std::find(found.begin(), found.end(), pointer.to_string()) == found.end());
        found.push_back(pointer.to_string());
        CHECK_FALSE(is_given(field, {}));
    }
    CHECK(found.back() == "/customer/budget");
}
