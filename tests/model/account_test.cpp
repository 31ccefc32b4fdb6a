#include <buygraph/model/account.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

//   concerns ──▶ liu, wang ──▶ chen ──▶ decision       liu and wang report to chen, and are friends
TEST_CASE("the account graph holds concerns, people and the decision, and who is linked to whom") {
    const DecisionModel model = deals::model(deals::document());
    const AccountGraph account = account_graph(model);
    const AccountGraph::Boost& graph = account.boost_graph();
    CHECK(boost::num_vertices(graph) == model.table.concerns.size() + 3 + 1);
    const std::size_t chen = account.vertex(model.person("chen")), liu = account.vertex(model.person("liu"));
    double weights = 0, decides = 0;
    std::size_t reports = 0, sways = 0;
    for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
        const auto& link = graph[edge];
        if (link.link == Link::weighs && boost::target(edge, graph) == liu) weights += link.weight;
        if (link.link == Link::decides) decides += link.weight;
        sways += link.link == Link::sways;
        if (link.link != Link::reports) continue;
        ++reports;
        CHECK(boost::target(edge, graph) == chen);
    }
    CHECK(weights == Approx(1).epsilon(1e-14));  // a person's weights are shares
    CHECK(decides == 1);
    CHECK(reports == 2);
    CHECK(sways == 6);
    CHECK(boost::edge(chen, account.decision(), graph).second);
}
