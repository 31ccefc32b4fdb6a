#pragma once

#include <map>
#include <string>

#include <buygraph/page/findings.hpp>
#include <buygraph/picture/element.hpp>
#include <buygraph/text/names.hpp>

#include "deals.hpp"

/// What pages are made of, for the tests of them.
namespace found {

using namespace buygraph;
using picture::Element;

/// A deal with all that its page shows, from few samples. It does not move: the findings point to the model.
struct Account {
    Deal deal;
    DecisionModel model;
    page::Findings findings;

    explicit Account(Deal given) : deal(std::move(given)), model(deals::model(deal)), findings(page::find(deal, model, {.samples = 256})) {}
    Account(const Account&) = delete;
    Account& operator=(const Account&) = delete;

    [[nodiscard]] text::Names names(Language language = Language::english) const { return {deal, language}; }
};

/// A bundled deal by the beginning of its file's name; made once.
const Account& bundled(const std::string& name);
/// The three people of `deals`.
const Account& small();

/// Every element of a tree for which `wanted` holds, in the order of the document.
template <class Wanted>
void each(const Element& tree, Wanted wanted, std::vector<const Element*>& into) {
    if (wanted(tree)) into.push_back(&tree);
    for (const Element& child : tree.children) each(child, wanted, into);
}

[[nodiscard]] inline std::string attribute(const Element& element, std::string_view name) {
    for (const auto& [key, value] : element.attributes)
        if (key == name) return value;
    return {};
}

[[nodiscard]] inline std::vector<const Element*> tagged(const Element& tree, std::string_view tag) {
    std::vector<const Element*> all;
    each(tree, [&](const Element& one) { return one.tag == tag; }, all);
    return all;
}

[[nodiscard]] inline std::vector<const Element*> classed(const Element& tree, std::string_view name) {
    std::vector<const Element*> all;
    each(tree, [&](const Element& one) { return (" " + attribute(one, "class") + " ").find(" " + std::string(name) + " ") != std::string::npos; }, all);
    return all;
}

/// All the words in it, one after the other.
[[nodiscard]] inline std::string said(const Element& tree) {
    std::string words = tree.text;
    for (const Element& child : tree.children) words += (words.empty() ? "" : " ") + said(child);
    return words;
}

/// A printed number back: "−0.124" → −0.124.
[[nodiscard]] inline double number_in(std::string printed) {
    if (const auto minus = printed.find("\xE2\x88\x92"); minus != std::string::npos) printed.replace(minus, 3, "-");
    return std::stod(printed);
}

}  // namespace found
