#include <buygraph/text/negotiation.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

bool says(const std::vector<std::string>& sentences, const std::string& part) {
    for (const std::string& sentence : sentences)
        if (sentence.find(part) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("an empty zone says what keeps it empty and what would open it, each with its number") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const text::Names en(deal, Language::english), zh(deal, Language::chinese);
    Negotiation found;
    found.zone.empty = true;
    found.zone.low = 950;
    found.zone.high = 900;
    found.zone.conflicts = {PriceLimit::budget};
    found.zone.openings = {{"/customer/budget", 50, 950.0, true}};
    CHECK(says(text::sentences(en, model, found), "There is no price that is good for all (0 prices): our floor price 950 is not below the budget (900)."));
    CHECK(says(text::sentences(en, model, found), "What would open it: /customer/budget changed by more than +50."));
    CHECK(says(text::sentences(zh, model, found), "我方底价 950 不低于预算（900）"));
}

TEST_CASE("what lacks its fields is named with them and never shown as a number") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const text::Names en(deal, Language::english);
    Negotiation found;
    found.zone.unknown = {{money::Party::supplier, {"/offers/0/economics/cost"}}};
    found.best.missing = {"/offers/0/terms/price", "/offers/0/economics/cost"};
    found.staged.missing = {"/offers/0/terms/contract_years"};
    found.trades.missing = {"/offers/0/terms/payments"};
    const std::vector<std::string> said = text::sentences(en, model, found);
    CHECK(said == std::vector<std::string>{"How content we are cannot be told; fields missing, 1: /offers/0/economics/cost.",
                                           "Price of greatest expected margin: fields missing, 2: /offers/0/terms/price, /offers/0/economics/cost.",
                                           "Staged cuts: fields missing, 1: /offers/0/terms/contract_years.",
                                           "Trades of a longer term for a higher price: fields missing, 1: /offers/0/terms/payments."});
}

TEST_CASE("staged cuts and trades say what each side gets") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const text::Names en(deal, Language::english);
    Negotiation found;
    StagedCuts cuts{};
    cuts.years = {{103, 0, 0, 0.2, false}, {99.91, 3.09, 0.03, 0.18, false}};
    cuts.seller_cost = 1.2;
    found.staged.cuts = cuts;
    Trade trade{};
    trade.later = 30;
    trade.price = 1010;
    trade.customer_gain = 4000;
    trade.people = {{0, {0.1, 0.1}, {0.05, 0.06}}, {1, {0, 0}, {0.001, 0.001}}};
    found.trades.trades = {trade};
    const std::vector<std::string> said = text::sentences(en, model, found);
    CHECK(says(said, "by year 103, 99.91; the purchaser can report savings of 3.09; it costs us ¥1 at the start."));
    found.staged.cuts->seller_cost = -7.6;  // money that is dearer to the customer than to us: both gain
    CHECK(says(text::sentences(en, model, found), "it gains us ¥8 at the start."));
    CHECK(says(said, "Pay 30 days later for a price of 1010"));
    CHECK(says(said, "attitudes move: 陈伟 +0.06."));  // who hardly moves is not named
}
