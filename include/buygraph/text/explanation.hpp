#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "../insight/chains.hpp"
#include "../separate.hpp"
#include "format.hpp"
#include "names.hpp"

namespace buygraph::text {

/// "reliability → Liu → Chen → decision".
[[nodiscard]] BUYGRAPH_HEAVY std::string chain_words(const Names& names, const DecisionModel& model, const Chain& chain);

/// Why ours and not theirs, in sentences: the margin, the people and concerns that make most of it, the strongest chains, the ties that carry most.
/// \param most  of each kind
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::string> sentences(const Names& names, const DecisionModel& model, const Explanation& explanation, std::size_t most = 3);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT_INSIGHT)

#include "../insight/shares.hpp"
#include "../numbers/sort_stably.hpp"

namespace buygraph::text {

namespace detail {

/// Positions by falling size, at most so many, zeros left out.
[[nodiscard]] inline std::vector<std::size_t> largest(const std::vector<double>& values, std::size_t most) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::abs(values[i]) >= 0.005) order.push_back(i);  // what would be written 0.00 says nothing
    numbers::sort_stably(order, [&](std::size_t left, std::size_t right) { return std::abs(values[left]) > std::abs(values[right]); });
    if (order.size() > most) order.resize(most);
    return order;
}

}  // namespace detail

BUYGRAPH_HEAVY std::string chain_words(const Names& names, const DecisionModel& model, const Chain& chain) {
    std::string text = names.concern(model.table.concerns[chain.concern]);
    for (const std::size_t person : chain.people) text += " → " + names.person(model.people[person]);
    return text + (names.language() == Language::chinese ? " → 决定" : " → decision");
}

BUYGRAPH_HEAVY std::vector<std::string> sentences(const Names& names, const DecisionModel& model, const Explanation& explanation, std::size_t most) {
    const bool zh = names.language() == Language::chinese;
    const std::string rival = explanation.rival == 0 ? (zh ? "维持现状" : "staying") : names.outcome(model.offers[explanation.rival]);
    const std::string size = decimal(std::abs(explanation.margin), 2);
    const auto one = std::find_if(explanation.eyes.begin(), explanation.eyes.end(), [](double share) { return share > 1 - 1e-12; });
    const std::string eyes = one == explanation.eyes.end() ? (zh ? "拍板人" : "those who decide") : names.person(model.people[static_cast<std::size_t>(one - explanation.eyes.begin())]);
    const bool level = size == "0.00", behind = explanation.margin < 0;
    std::vector<std::string> found{zh ? joined({eyes, "眼里，我方", level ? "与" : behind ? "落后" : "领先", rival, level ? "持平（" : " ", size, level ? "）。" : "。"})
                                      : "In the eyes of " + eyes + " we " + (level ? "are level with " : behind ? "trail " : "lead ") + rival + (level ? " (" : " by ") + size + (level ? ")." : ".")};
    const auto list = [&](const std::vector<double>& values, auto name, const std::string& label) {
        std::string text;
        for (const std::size_t i : detail::largest(values, most)) text += (text.empty() ? "" : zh ? "、" : ", ") + joined({name(i), " " + signed_decimal(values[i], 2)});
        if (!text.empty()) found.push_back(label + text + (zh ? "。" : "."));
    };
    list(person_shares(model, explanation), [&](std::size_t i) { return names.person(model.people[i]); }, zh ? "谁贡献最大：" : "By people: ");
    list(concern_shares(model, explanation), [&](std::size_t k) { return names.concern(model.table.concerns[k]); }, zh ? "哪些诉求贡献最大：" : "By concerns: ");
    std::string chains;
    for (const Chain& chain : strongest_chains(model, explanation, most))
        if (std::abs(chain.value) >= 0.005) chains += (chains.empty() ? "" : zh ? "；" : "; ") + joined({chain_words(names, model, chain), " " + signed_decimal(chain.value, 2)});
    if (!chains.empty()) found.push_back((zh ? "最强的传导：" : "Strongest chains: ") + chains + (zh ? "。" : "."));
    const std::vector<TieShare> ties = tie_shares(model, explanation);
    std::vector<double> shares;
    for (const TieShare& tie : ties) shares.push_back(tie.share);
    list(shares, [&](std::size_t t) { return names.person(model.people[ties[t].from]) + " → " + names.person(model.people[ties[t].to]); }, zh ? "关系带来的领先（断了就没有）：" : "What ties bring us (and would be gone with them): ");
    return found;
}

}  // namespace buygraph::text

#endif
