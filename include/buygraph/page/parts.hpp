#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../numbers/sort_stably.hpp"
#include "../picture/element.hpp"
#include "../picture/marks.hpp"
#include "../separate.hpp"
#include "../text/format.hpp"

/// What the seller opens: sections of a page as trees of elements, in Chinese or English, from the deal's results. Nothing here computes a number of the model.
namespace buygraph::page {

using picture::Element;

/// \name Elements
///@{
[[nodiscard]] inline Element element(std::string_view tag, std::string_view classes = {}) {
    Element made = picture::tagged(tag);
    if (!classes.empty()) made.set("class", classes);
    return made;
}

/// With children, each moved into it.
template <class... Children>
[[nodiscard]] Element element(std::string_view tag, std::string_view classes, Children&&... children) {
    Element made = element(tag, classes);
    made.children.reserve(sizeof...(children));
    (made.children.push_back(std::forward<Children>(children)), ...);
    return made;
}

[[nodiscard]] inline Element words(std::string_view tag, std::string_view text, std::string_view classes = {}) {
    Element made = element(tag, classes);
    made.text = text;
    return made;
}

/// A name as somebody wrote it, kept apart from the text around it whichever way it runs.
[[nodiscard]] inline Element name_words(std::string_view text, std::string_view language = {}) {
    Element made = words("bdi", text);
    if (!language.empty()) made.set("lang", language);
    return made;
}

/// What a section is called.
struct Heading {
    std::string_view en, zh;

    [[nodiscard]] constexpr std::string_view in(Language language) const { return language == Language::chinese ? zh : en; }
};

/// A section with its heading, and what is said beside it in smaller letters.
[[nodiscard]] BUYGRAPH_HEAVY Element section(std::string_view classes, std::string_view title, std::string_view aside = {});

/// A row of a table; the first cell is its heading.
[[nodiscard]] BUYGRAPH_HEAVY Element table_row(std::initializer_list<std::string> cells, const char* tag = "td");
///@}

/// \name Marks on a track that is as wide as its place: positions are shares of the width, 0 to 1; heights are pixels
///@{
[[nodiscard]] inline std::string share_of_width(double share) { return picture::number(100 * std::clamp(share, 0.0, 1.0)) + "%"; }
[[nodiscard]] BUYGRAPH_HEAVY Element track(int height, std::string_view classes = "track");
[[nodiscard]] BUYGRAPH_HEAVY Element bar(double from, double to, double y, double height, std::string_view token, double opacity = 1, double radius = 0);
[[nodiscard]] BUYGRAPH_HEAVY Element upright(double at, double from, double to, std::string_view token, double width = 1);

/// The mark of an outcome: a circle for us, a diamond for a rival, a square for no decision.
enum class Shape { circle, diamond, square };
[[nodiscard]] BUYGRAPH_HEAVY Element mark(Shape shape, double at, double y, double radius, std::string_view token, bool hollow = false);
///@}

/// Printed numbers that add up to their printed total: each rounded down, what is left given to the largest remainders.
///
/// \param values  in units of the last digit, any sign
/// \param total   what they are to add up to; the rounded sum unless given
/// Source: Hamilton's method of apportionment.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<long> rounded_together(const std::vector<double>& values, std::optional<long> total = {});

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

namespace buygraph::page {

BUYGRAPH_HEAVY Element section(std::string_view classes, std::string_view title, std::string_view aside) {
    Element heading = words("h2", title);
    if (!aside.empty()) heading.add(words("small", aside));
    return element("section", classes, std::move(heading));
}

BUYGRAPH_HEAVY Element table_row(std::initializer_list<std::string> cells, const char* tag) {
    Element row = element("tr");
    bool first = true;
    for (const std::string& cell : cells) {
        Element made = words(first ? "th" : tag, cell);
        if (first) made.set("scope", std::string_view(tag) == "th" ? "col" : "row");
        else if (std::string_view(tag) == "th") made.set("scope", "col");
        row.add(std::move(made));
        first = false;
    }
    return row;
}

BUYGRAPH_HEAVY Element track(int height, std::string_view classes) {
    Element svg = element("svg", classes);
    svg.set("width", "100%").set("height", std::to_string(height)).set("aria-hidden", "true");
    return svg;
}

BUYGRAPH_HEAVY Element bar(double from, double to, double y, double height, std::string_view token, double opacity, double radius) {
    Element rect = element("rect");
    rect.set("x", share_of_width(std::min(from, to))).set("y", picture::number(y)).set("width", share_of_width(std::abs(to - from))).set("height", picture::number(height));
    rect.set("fill", "var(--" + std::string(token) + ")");
    if (opacity != 1) rect.set("fill-opacity", picture::number(opacity));
    if (radius > 0) rect.set("rx", picture::number(radius));
    return rect;
}

BUYGRAPH_HEAVY Element upright(double at, double from, double to, std::string_view token, double width) {
    Element line = element("line");
    const std::string x = share_of_width(at);
    line.set("x1", x).set("x2", x).set("y1", picture::number(from)).set("y2", picture::number(to)).set("stroke", "var(--" + std::string(token) + ")");
    if (width != 1) line.set("stroke-width", picture::number(width));
    return line;
}

BUYGRAPH_HEAVY Element mark(Shape shape, double at, double y, double radius, std::string_view token, bool hollow) {
    const std::string x = share_of_width(at), height = picture::number(y), colour = "var(--" + std::string(token) + ")";
    Element drawn = element(shape == Shape::circle ? "circle" : "path");
    if (shape == Shape::circle) drawn.set("cx", x).set("cy", height).set("r", picture::number(radius));
    else {
        // Each letter r stands for the size.
        std::string data;
        const std::string size = picture::number((shape == Shape::diamond ? 1.2 : .85) * radius);
        for (const char* letter = shape == Shape::diamond ? "M0-rLr 0 0 r-r 0Z" : "M-r-rHrVrH-rZ"; *letter; ++letter) *letter == 'r' ? data += size : data += *letter;
        drawn.set("d", data);
    }
    drawn.set("fill", hollow ? "var(--sf)" : colour).set("stroke", hollow ? colour : "var(--sf)").set("stroke-width", "1.5");
    if (shape == Shape::circle) return drawn;
    Element placed = element("svg");  // a path has no place in shares of a width
    placed.set("x", x).set("y", height).set("overflow", "visible");
    placed.add(std::move(drawn));
    return placed;
}

BUYGRAPH_HEAVY std::vector<long> rounded_together(const std::vector<double>& values, std::optional<long> total) {
    double sum = 0;
    long given = 0;
    std::vector<long> whole;
    std::vector<std::size_t> order(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        order[i] = i;
        sum += values[i];
        whole.push_back(static_cast<long>(std::floor(values[i])));
        given += whole.back();
    }
    numbers::sort_stably(order, [&](std::size_t left, std::size_t right) { return values[left] - std::floor(values[left]) > values[right] - std::floor(values[right]); });
    const long wanted = total.value_or(std::lround(sum));
    for (std::size_t next = 0; !order.empty() && given < wanted; ++next, ++given) ++whole[order[next % order.size()]];
    for (std::size_t next = 1; !order.empty() && given > wanted; ++next, --given) --whole[order[order.size() - 1 - (next - 1) % order.size()]];
    return whole;
}

}  // namespace buygraph::page

#endif
