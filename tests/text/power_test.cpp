#include <buygraph/text/power.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("who leads in which sense, each with his number, in both languages") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const NetworkPower friends = network_power(model, Relation::friendship);
    CHECK(text::sentence(text::Names(deal, Language::english), model, friends).starts_with("Friendship: liu moves others most by direct ties (0.50), nobody stands between others (betweenness 0.00)"));
    CHECK(text::sentence(text::Names(deal, Language::chinese), model, friends).starts_with("私交：直接影响最强的是 liu（0.50）；没有人居中牵线（中介度 0.00）；"));
    const NetworkPower reporting = network_power(model, Relation::reports_to);
    CHECK(text::sentence(text::Names(deal, Language::english), model, reporting).find("陈伟 is the broker (betweenness 1.00)") != std::string::npos);
}

TEST_CASE("power by right beside power in fact") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    Power found = power(model);
    CHECK(text::sentence(text::Names(deal, Language::english), model, found).starts_with("By right 陈伟 decides (chance 100%); "));
    CHECK(text::sentence(text::Names(deal, Language::chinese), model, found).starts_with("名义上拍板的是陈伟（可能性 100%）；"));
    found.decides.assign(3, 0);
    found.votes = {1, 3, 1};
    CHECK(text::sentence(text::Names(deal, Language::english), model, found).starts_with("liu has most votes (3); "));
}
