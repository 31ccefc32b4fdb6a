#include <buygraph/graph/betweenness_batch.hpp>

#include "catch.hpp"
#include "networks.hpp"

using namespace buygraph;
using namespace buygraph::graph;

namespace {

/// Networks of 0 to 70 people, with parallel and negative ties.
TiesBatch many(std::size_t count, int least) {
    TiesBatch batch{.people = {}, .first = {0}, .ties = {}};
    for (std::size_t g = 0; g < count; ++g) {
        const std::size_t n = g * 13 % 71;
        auto ties = networks::random_ties(n, n > 40 ? .05 : .2, static_cast<unsigned>(g), least);
        for (std::size_t i = 0; i < n / 3 && i < ties.size(); ++i) ties.push_back(ties[i * 2 % ties.size()]);
        batch.people.push_back(n);
        batch.ties.insert(batch.ties.end(), ties.begin(), ties.end());
        batch.first.push_back(batch.ties.size());
    }
    return batch;
}

}  // namespace

TEST_CASE("a batch gives what each network gives alone") {
    for (const int least : {1, -2})
        for (const Length length : {Length::steps, Length::inverse_strength})
            for (const bool normalised : {true, false}) {
                const TiesBatch batch = many(150, least);
                const BetweennessOptions options{.length = length, .normalised = normalised};
                const auto found = betweenness_batch(batch, options);
                std::size_t at = 0;
                for (std::size_t g = 0; g < batch.people.size(); ++g) {
                    const auto ties = std::span<const Tie>(batch.ties).subspan(batch.first[g], batch.first[g + 1] - batch.first[g]);
                    bool same = true;
                    for (const double value : betweenness(Ties(batch.people[g], ties), options)) same = same && found[at++] == Approx(value).margin(1e-11);
                    CHECK(same);
                }
                CHECK(at == found.size());
            }
}

TEST_CASE("a batch that is none is refused, naming the network") {
    CHECK(betweenness_batch({.people = {}, .first = {0}, .ties = {}}).empty());
    CHECK_THROWS_AS(betweenness_batch({.people = {2}, .first = {0}, .ties = {}}), InputError);
    CHECK_THROWS_AS(betweenness_batch({.people = {2, 2}, .first = {0, 2, 1}, .ties = {{0, 1, 1}}}), InputError);
    try {
        (void)betweenness_batch({.people = {2, 2}, .first = {0, 1, 2}, .ties = {{0, 1, 1}, {0, 2, 1}}});
        FAIL("accepted");
    } catch (const InputError& error) {
        CHECK(error.where == "network 1");
    }
    CHECK_THROWS_AS(betweenness_batch({.people = {2}, .first = {0, 1}, .ties = {{0, 1, std::nan("")}}}), InputError);
}
