#include <buygraph/insight/chains.hpp>
#include <buygraph/model/raw_ties.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

/// Every simple path to a decider, by brute force.
void all_chains(const DecisionModel& model, const Explanation& why, std::vector<std::size_t> path, double carried, std::vector<Chain>& found) {
    const Matrix raw = raw_ties(model);
    const MarginParts parts = margin_parts(model, why.rival, why.gate);
    const std::size_t first = path.back(), n = model.people_count();
    double attention = 0;
    for (std::size_t j = 0; j < n; ++j) attention += j == first ? 0 : std::abs(raw(first, j));
    const double over = std::max(1.0, attention), own = 1 - attention / over, lambda = model.susceptibility[first];
    for (std::size_t k = 0; k < model.table.concerns.size(); ++k) {
        const double value = carried * (1 - lambda) / (1 - lambda * own) * model.prior.weights[why.gate](first, k) * parts.score(first, k);
        if (value != 0) found.push_back({k, {path.rbegin(), path.rend()}, value});
    }
    for (std::size_t j = 0; j < n; ++j) {
        if (std::find(path.begin(), path.end(), j) != path.end() || raw(first, j) == 0) continue;
        std::vector<std::size_t> longer = path;
        longer.push_back(j);
        all_chains(model, why, longer, carried * lambda * raw(first, j) / over / (1 - lambda * own), found);
    }
}

}  // namespace

TEST_CASE("the strongest chains are those that a search through all simple paths finds") {
    Json json = deals::document();
    json["ties"].push_back({{"from", "wang"}, {"to", "chen"}, {"kind", "opposes"}, {"strength", 0.3}});
    json["people"].push_back({{"id", "zhao"}, {"roles", {"user"}}, {"reports_to", "wang"}});
    const DecisionModel model = deals::model(json);
    const Explanation why = explain(model, deciding_eyes(model), 2, 1);
    std::vector<Chain> all;
    for (std::size_t d = 0; d < model.people_count(); ++d)
        if (why.eyes[d] > 0) all_chains(model, why, {d}, why.eyes[d], all);
    std::sort(all.begin(), all.end(), [](const Chain& left, const Chain& right) { return std::abs(left.value) > std::abs(right.value); });
    REQUIRE(all.size() > 40);
    const auto found = strongest_chains(model, why, 15);
    REQUIRE(found.size() == 15);
    for (std::size_t c = 0; c < 15; ++c) CHECK(found[c].value == Approx(all[c].value).epsilon(1e-13));
}

// liu ─▶ chen and nobody else: V is a sum over two paths, so all chains of concerns add up to all contributions of concerns.
TEST_CASE("in a tree all chains add up to the contributions of all concerns") {
    Json json = deals::document();
    json["people"].erase(2);
    json["people"][1].erase("reports_to");
    json["ties"] = Json::array({{{"from", "liu"}, {"to", "chen"}, {"strength", 0.4}}});
    json["evidence"].erase(0);
    json["evidence"].erase(1);
    const DecisionModel model = deals::model(json);
    const Explanation why = explain(model, deciding_eyes(model), 2, 1);
    double chains = 0, concerns = 0;
    for (const Chain& chain : strongest_chains(model, why, 1000)) chains += chain.value;
    for (const Contribution& term : why.contributions)
        if (term.concern) concerns += term.value;
    CHECK(chains == Approx(concerns).epsilon(1e-12));
}
