#pragma once

#include <boost/graph/adjacency_list.hpp>

#include <cstddef>

namespace buygraph {

/// What an edge of the account graph says.
enum class Link {
    weighs,   ///< concern → person: how much he weighs it
    sways,    ///< person → person: how strongly the first moves the second, by an explicit tie
    reports,  ///< report → boss
    decides   ///< person → decision: his share of it
};

/// The account as one graph: its vertices are concerns, people and the decision, its edges who weighs what, who sways whom, who
/// reports to whom and who decides.
///
/// The only class that holds a Boost.Graph graph. Everything else gives it indices and gets indices and vectors back: concerns
/// count from 0, people count from 0. Parallel edges are kept: two records of one tie are two edges.
/// Cost: O(1) for an edge.
class AccountGraph {
  public:
    struct Edge {
        Link link;
        double weight;  ///< importance share, signed strength, or share of the decision; 1 for reporting
    };
    using Boost = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, Edge>;

    AccountGraph(std::size_t concerns, std::size_t people) : concerns_(concerns), people_(people), graph_(concerns + people + 1) {}

    void add_weight(std::size_t concern, std::size_t person, double weight) { boost::add_edge(concern, vertex(person), Edge{Link::weighs, weight}, graph_); }
    void add_tie(std::size_t from, std::size_t to, double strength) { boost::add_edge(vertex(from), vertex(to), Edge{Link::sways, strength}, graph_); }
    void add_report(std::size_t report, std::size_t boss) { boost::add_edge(vertex(report), vertex(boss), Edge{Link::reports, 1}, graph_); }
    void add_decider(std::size_t person, double share) { boost::add_edge(vertex(person), decision(), Edge{Link::decides, share}, graph_); }

    [[nodiscard]] std::size_t concerns() const { return concerns_; }
    [[nodiscard]] std::size_t people() const { return people_; }

    /// \name For the algorithms of this room
    ///@{
    [[nodiscard]] const Boost& boost_graph() const { return graph_; }
    [[nodiscard]] std::size_t vertex(std::size_t person) const { return concerns_ + person; }
    [[nodiscard]] std::size_t decision() const { return concerns_ + people_; }
    ///@}

  private:
    std::size_t concerns_;
    std::size_t people_;
    Boost graph_;
};

}  // namespace buygraph
