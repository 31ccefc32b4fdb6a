#pragma once

#include <vector>

#include "../deal/deal.hpp"
#include "../deal/fault.hpp"
#include "../separate.hpp"

namespace buygraph {

/// Every fault of a deal at once; empty: it compiles.
///
/// It stands here and not with the deal because the reporting cycles come from the graph, and what a target has to be above from money.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Fault> validate(const Deal& deal);

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_MODEL)

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "../deal/check.hpp"
#include "../deal/number_text.hpp"
#include "../graph/reporting_cycles.hpp"
#include "../money/bargain.hpp"

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

/// The customer aims higher than at what he has without us. Not looked at where money is faulty already.
inline void check_target_npv(const Deal& deal, const std::vector<Fault>& found, FaultList& faults) {
    const auto about_money = [](const Fault& fault) { return fault.pointer.starts_with("/customer") || fault.pointer.starts_with("/offers"); };
    if (!deal.customer.target_npv || std::any_of(found.begin(), found.end(), about_money)) return;
    const money::Bargain bargain = money::bargain(deal);
    if (*deal.customer.target_npv > bargain.reservation) return;
    const std::string least = number_text(bargain.reservation), rival = bargain.best_rival ? printable(deal.offers[*bargain.best_rival].id, 40) : "";
    faults.add(Place{}.field("customer").field("target_npv"), {"the target is not above what the customer has without us", "目标净现值不高于客户不选我方时的净现值"}, number_text(*deal.customer.target_npv),
               {"above " + least + (rival.empty() ? "" : ", the net present value of " + rival), "大于 " + least + (rival.empty() ? "" : "，即 " + rival + " 的净现值")});
}

}  // namespace detail

BUYGRAPH_HEAVY std::vector<Fault> validate(const Deal& deal) {
    std::vector<Fault> found = check(deal);
    FaultList more;
    detail::check_reporting_cycles(deal, more);
    detail::check_target_npv(deal, found, more);
    for (Fault& fault : more.take()) found.push_back(std::move(fault));
    return found;
}

}  // namespace buygraph

#endif
