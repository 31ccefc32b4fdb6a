#pragma once

#include <vector>

#include "../deal/deal.hpp"
#include "../deal/fault.hpp"
#include "../separate.hpp"

namespace buygraph {

/// Every fault of a deal at once; empty: it compiles.
///
/// It stands here and not with the deal because the reporting cycles come from the graph.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Fault> validate(const Deal& deal);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_MODEL)

#include <string>
#include <string_view>
#include <unordered_map>

#include "../deal/check.hpp"
#include "../graph/reporting_cycles.hpp"

namespace buygraph {

namespace detail {

inline void check_reporting_cycles(const Deal& deal, FaultList& faults) {
    AccountGraph graph(0, deal.people.size());
    std::unordered_map<std::string_view, std::size_t> position;
    for (std::size_t i = 0; i < deal.people.size(); ++i) position.try_emplace(deal.people[i].id, i);
    for (std::size_t i = 0; i < deal.people.size(); ++i)
        if (const auto boss = position.find(deal.people[i].reports_to); boss != position.end() && boss->second != i) graph.add_report(i, boss->second);
    for (const auto& circle : reporting_cycles(graph)) {
        std::string names;
        for (const std::size_t person : circle) names += (names.empty() ? "" : ", ") + printable(deal.people[person].id, 40);
        const Place place = Place{}.field("people").item(circle.front()).field("reports_to").called(entry_words(deal.people[circle.front()], circle.front()));
        faults.add(place, {"the reporting lines run in a circle", "汇报关系成环"}, names, {"lines that end at somebody who reports to nobody", "最终到达无上级的人"});
    }
}

}  // namespace detail

BUYGRAPH_HEAVY std::vector<Fault> validate(const Deal& deal) {
    std::vector<Fault> found = check(deal);
    FaultList cycles;
    detail::check_reporting_cycles(deal, cycles);
    for (Fault& fault : cycles.take()) found.push_back(std::move(fault));
    return found;
}

}  // namespace buygraph

#endif
