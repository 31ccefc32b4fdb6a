#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "../text/names.hpp"
#include "outlook.hpp"
#include "parts.hpp"

namespace buygraph::page {

/// One number that a what-if may change: a slider and a field. What it stands for is in data attributes.
struct Lever {
    std::string kind;                          ///< of a change: susceptibility, score, price
    std::string label;
    double least, most, step, value;
    std::vector<std::pair<std::string, std::string>> about;  ///< person, concern
};
[[nodiscard]] BUYGRAPH_HEAVY Element lever(const Lever& one);

/// Our price; nothing where the deal has none. From half of today's to half as much again.
/// \param today  the price before the what-if
[[nodiscard]] BUYGRAPH_HEAVY std::optional<Lever> price_lever(const text::Names& names, double today, double price);

/// What a what-if may change of one person: how far others move him, and our score on what he weighs most.
[[nodiscard]] BUYGRAPH_HEAVY Element person_levers(const text::Names& names, const DecisionModel& model, const Outlook& found, std::size_t person);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../deal/number_text.hpp"
#include "../insight/believed_scores.hpp"
#include "../text/field_words.hpp"
#include "../text/verdict.hpp"

namespace buygraph::page {

BUYGRAPH_HEAVY Element lever(const Lever& one) {
    Element row = element("div", "lever");
    row.add(words("span", one.label, "label"));
    for (const char* type : {"range", "number"}) {
        Element input = element("input");
        input.set("type", type).set("data-kind", one.kind);
        for (const auto& [name, id] : one.about) input.set("data-" + name, id);
        int digits = 0;
        for (double step = one.step; step < .5; step *= 10) ++digits;
        input.set("min", number_text(one.least)).set("max", number_text(one.most)).set("step", number_text(one.step)).set("value", text::decimal(one.value, digits)).set("aria-label", one.label);
        row.add(std::move(input));
    }
    return row;
}

BUYGRAPH_HEAVY std::optional<Lever> price_lever(const text::Names& names, double today, double price) {
    if (!(today > 0)) return std::nullopt;
    double step = 1;
    while (step * 1000 < today) step *= 10;
    const std::string unit = names.deal().currency.empty() ? "" : (names.language() == Language::chinese ? "（" + names.deal().currency + "）" : " (" + names.deal().currency + ")");
    return Lever{"price", Text{"Our price", "我方报价"}.in(names.language()) + unit, std::floor(.5 * today / step) * step, std::ceil(1.5 * today / step) * step, step, price, {}};
}

BUYGRAPH_HEAVY Element person_levers(const text::Names& names, const DecisionModel& model, const Outlook& found, std::size_t person) {
    constexpr std::size_t shown = 8;
    const Language language = names.language();
    const std::string& id = model.people[person];
    const auto rounded = [](double value, double step) { return std::round(value / step) * step; };
    Element part = element("details", "levers", words("summary", language == Language::chinese ? "假设：改评分、易受影响度" : "What if: scores, susceptibility"));
    part.add(lever({"susceptibility", text::capitalised(text::field_words("susceptibility").in(language)), 0, .99, .01, rounded(model.susceptibility[person], .01), {{"person", id}}}));
    const Matrix ours = believed_scores(model, model.ours);
    const std::vector<std::size_t> order = weighed(model, found, person);
    part.add(words("h3", language == Language::chinese ? "我方评分（0–10）" : "Our score, 0–10"));
    for (std::size_t at = 0; at < std::min(shown, order.size()); ++at) {
        const std::size_t k = order[at];
        part.add(lever({"score", names.concern(model.table.concerns[k]), 0, 10, .1, rounded(5 + 5 * ours(person, k), .1), {{"person", id}, {"concern", model.table.concerns[k]}}}));
    }
    return part;
}

}  // namespace buygraph::page

#endif
