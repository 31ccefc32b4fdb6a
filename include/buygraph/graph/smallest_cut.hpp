#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "../separate.hpp"
#include "ties.hpp"

namespace buygraph::graph {

/// The smallest set of people whose loss leaves the target out of reach of all the sources; of several as small, the one nearest to the sources.
///
/// Sources and target cannot be lost themselves. Empty where the target is out of reach already; nothing where no set does it, because a source sways the
/// target directly or is the target. Directed, from → to, along positive ties; not weighted: one person is one loss.
///
/// \throws InputError  no source, or a person who is not there
/// Cost: O(size of the set · ties). Source: Menger 1927; Ford and Fulkerson 1956, doi:10.4153/CJM-1956-045-5; Edmonds and Karp 1972, doi:10.1145/321694.321699.
[[nodiscard]] BUYGRAPH_HEAVY std::optional<std::vector<std::size_t>> smallest_cut(const Ties& ties, std::span<const std::size_t> sources, std::size_t target);

}  // namespace buygraph::graph

#if defined(BUYGRAPH_DEFINE_GRAPH)

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>

#include <algorithm>
#include <limits>

namespace buygraph::graph {

namespace detail {

/// Every person is two vertices, in and out, with one unit between them: a way uses him up. Sources hang on one start, and are not used up.
class CutNetwork {
  public:
    CutNetwork(std::size_t people) : people_(people), flow_(2 * people + 1) {
        for (std::size_t person = 0; person < people; ++person) add(in(person), out(person), 1);
    }
    void add_way(std::size_t from, std::size_t to) { add(out(from), in(to), unlimited); }
    void add_source(std::size_t person) { add(start(), out(person), unlimited); }

    /// Those whose unit stands between what the start still reaches and the rest, after as much flow as goes through to the target.
    [[nodiscard]] std::vector<std::size_t> cut_before(std::size_t target) {
        std::vector<boost::default_color_type> reached(boost::num_vertices(flow_));
        boost::edmonds_karp_max_flow(flow_, start(), in(target), boost::color_map(reached.data()));
        std::vector<std::size_t> cut;
        for (std::size_t person = 0; person < people_; ++person)
            if (reached[in(person)] != boost::white_color && reached[out(person)] == boost::white_color) cut.push_back(person);
        return cut;
    }

  private:
    using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
    using Edge = boost::property<boost::edge_capacity_t, long, boost::property<boost::edge_residual_capacity_t, long, boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>;
    using Flow = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Edge>;
    static constexpr long unlimited = std::numeric_limits<int>::max();

    [[nodiscard]] static std::size_t in(std::size_t person) { return 2 * person; }
    [[nodiscard]] static std::size_t out(std::size_t person) { return 2 * person + 1; }
    [[nodiscard]] std::size_t start() const { return 2 * people_; }

    void add(std::size_t from, std::size_t to, long capacity) {
        const auto there = boost::add_edge(from, to, flow_).first, back = boost::add_edge(to, from, flow_).first;
        boost::put(boost::edge_capacity, flow_, there, capacity);
        boost::put(boost::edge_capacity, flow_, back, 0);
        boost::put(boost::edge_reverse, flow_, there, back);
        boost::put(boost::edge_reverse, flow_, back, there);
    }

    std::size_t people_;
    Flow flow_;
};

}  // namespace detail

BUYGRAPH_HEAVY std::optional<std::vector<std::size_t>> smallest_cut(const Ties& ties, std::span<const std::size_t> sources, std::size_t target) {
    if (sources.empty()) throw InputError("sources", "nobody", "one person or more");
    std::vector<bool> is_source(ties.people(), false);
    for (const std::size_t source : sources) {
        ties.require_person(source, "sources");
        is_source[source] = true;
    }
    ties.require_person(target, "target");
    if (is_source[target]) return std::nullopt;

    detail::CutNetwork network(ties.people());
    for (std::size_t person = 0; person < ties.people(); ++person)
        if (is_source[person]) network.add_source(person);
    for (const Tie& tie : ties.all()) {
        if (tie.weight <= 0 || is_source[tie.to] || tie.from == tie.to || tie.from == target) continue;
        if (is_source[tie.from] && tie.to == target) return std::nullopt;
        network.add_way(tie.from, tie.to);
    }
    return network.cut_before(target);
}

}  // namespace buygraph::graph

#endif
