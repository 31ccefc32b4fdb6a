#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../separate.hpp"

namespace buygraph::picture {

/// An element of SVG or HTML: a tag with attributes, a text and children after it. Without a tag it is its text alone.
///
/// Pictures and pages are built as trees of these; `markup` writes them, and a live page may build the same nodes itself. Texts are never markup.
struct Element {
    std::string tag;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string text;
    std::vector<Element> children;

    Element& set(std::string_view name, std::string_view value) {
        attributes.emplace_back(name, value);
        return *this;
    }
    Element& add(Element child) {
        children.push_back(std::move(child));
        return children.back();
    }
};

/// An element without anything in it yet.
[[nodiscard]] inline Element tagged(std::string_view tag) { return {std::string(tag), {}, {}, {}}; }

/// A text as character data or attribute value: markup escaped, what XML cannot hold replaced by U+FFFD.
[[nodiscard]] BUYGRAPH_HEAVY std::string escaped(std::string_view text);

namespace detail {

[[nodiscard]] inline bool is_one_of(std::string_view tag, std::initializer_list<std::string_view> tags) {
    for (const std::string_view one : tags)
        if (tag == one) return true;
    return false;
}

}  // namespace detail

/// Writes the element as `markup` has it.
/// \param out  takes strings by +=; one that has `enter` and `leave` is told before and after each element with a tag
template <class Out>
void write_markup(const Element& element, Out& out) {
    if (element.tag.empty()) {
        out += escaped(element.text);
        return;
    }
    if constexpr (requires { out.enter(element); }) out.enter(element);
    std::string start = "<" + element.tag;
    for (const auto& [name, value] : element.attributes) start += " " + name + "=\"" + escaped(value) + "\"";
    const bool empty = element.text.empty() && element.children.empty();
    if (empty && detail::is_one_of(element.tag, {"path", "rect", "line", "circle"})) out += start + "/>";  // SVG's shapes end themselves
    else if (empty && detail::is_one_of(element.tag, {"input", "meta", "br", "hr", "link", "col"})) out += start + ">";  // HTML's have no end
    else {
        out += start + ">" + escaped(element.text);
        for (const Element& child : element.children) write_markup(child, out);
        out += "</" + element.tag + ">";
    }
    if constexpr (requires { out.leave(element); }) out.leave(element);
}

/// The element as HTML, or inside of HTML as SVG; every text and value escaped.
[[nodiscard]] BUYGRAPH_HEAVY std::string markup(const Element& element);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "../deal/text_check.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY std::string escaped(std::string_view text) {
    std::string safe;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        const std::size_t bytes = point ? point->bytes : 1;
        const bool allowed = point && (point->value >= 0x20 || point->value == '\t' || point->value == '\n' || point->value == '\r') && point->value != 0xFFFE && point->value != 0xFFFF;
        const std::string_view one = text.substr(at, bytes);
        if (!allowed) safe += "\xEF\xBF\xBD";
        else if (one == "<") safe += "&lt;";
        else if (one == ">") safe += "&gt;";
        else if (one == "&") safe += "&amp;";
        else if (one == "\"") safe += "&quot;";
        else if (one == "'") safe += "&#39;";
        else safe += one;
        at += bytes;
    }
    return safe;
}

BUYGRAPH_HEAVY std::string markup(const Element& element) {
    std::string out;
    write_markup(element, out);
    return out;
}

}  // namespace buygraph::picture

#endif
