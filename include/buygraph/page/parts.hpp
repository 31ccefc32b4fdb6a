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
#include "../text/format.hpp"

/// What the seller opens: sections of a page as trees of elements, in Chinese or English, from the deal's results. Nothing here computes a number of the model.
namespace buygraph::page {

using picture::Element;

/// \name Elements
///@{
[[nodiscard]] inline Element element(std::string tag, std::string classes = {}, std::vector<Element> children = {}) {
    Element made{std::move(tag), {}, "", std::move(children)};
    if (!classes.empty()) made.set("class", std::move(classes));
    return made;
}

[[nodiscard]] inline Element words(std::string tag, std::string text, std::string classes = {}) {
    Element made = element(std::move(tag), std::move(classes));
    made.text = std::move(text);
    return made;
}

/// A name as somebody wrote it, kept apart from the text around it whichever way it runs.
[[nodiscard]] inline Element name_words(std::string text, std::string_view language = {}) {
    Element made = words("bdi", std::move(text));
    if (!language.empty()) made.set("lang", std::string(language));
    return made;
}

/// A section with its heading, and what is said beside it in smaller letters.
[[nodiscard]] inline Element section(std::string classes, std::string title, std::string aside = {}) {
    Element heading = words("h2", std::move(title));
    if (!aside.empty()) heading.add(words("small", std::move(aside)));
    return element("section", std::move(classes), {std::move(heading)});
}

/// A row of a table; the first cell is its heading.
[[nodiscard]] inline Element table_row(std::initializer_list<std::string> cells, const char* tag = "td") {
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
///@}

/// \name Marks on a track that is as wide as its place: positions are shares of the width, 0 to 1; heights are pixels
///@{
[[nodiscard]] inline std::string share_of_width(double share) { return text::decimal(100 * std::clamp(share, 0.0, 1.0), 2) + "%"; }

[[nodiscard]] inline Element track(int height, std::string_view classes = "track") {
    Element svg{"svg", {{"class", std::string(classes)}, {"width", "100%"}, {"height", std::to_string(height)}, {"aria-hidden", "true"}}, "", {}};
    return svg;
}

[[nodiscard]] inline Element bar(double from, double to, double y, double height, std::string_view token, double opacity = 1, double radius = 0) {
    Element rect{"rect", {{"x", share_of_width(std::min(from, to))}, {"y", text::decimal(y, 1)}, {"width", share_of_width(std::abs(to - from))}, {"height", text::decimal(height, 1)}}, "", {}};
    rect.set("fill", "var(--" + std::string(token) + ")");
    if (opacity != 1) rect.set("fill-opacity", text::decimal(opacity, 2));
    if (radius > 0) rect.set("rx", text::decimal(radius, 1));
    return rect;
}

[[nodiscard]] inline Element upright(double at, double from, double to, std::string_view token, double width = 1) {
    return {"line", {{"x1", share_of_width(at)}, {"x2", share_of_width(at)}, {"y1", text::decimal(from, 1)}, {"y2", text::decimal(to, 1)}, {"stroke", "var(--" + std::string(token) + ")"}, {"stroke-width", text::decimal(width, 1)}}, "", {}};
}

/// The mark of an outcome: a circle for us, a diamond for a rival, a square for no decision.
enum class Shape { circle, diamond, square };

[[nodiscard]] inline Element mark(Shape shape, double at, double y, double radius, std::string_view token, bool hollow = false) {
    Element path{"path", {}, "", {}};
    const std::string r = text::decimal(radius, 1), d = text::decimal(1.2 * radius, 1), s = text::decimal(.85 * radius, 1), s2 = text::decimal(1.7 * radius, 1);
    switch (shape) {
        case Shape::circle: path.set("d", "M-" + r + " 0A" + r + " " + r + " 0 1 1 " + r + " 0A" + r + " " + r + " 0 1 1-" + r + " 0Z"); break;
        case Shape::diamond: path.set("d", "M0-" + d + "L" + d + " 0 0 " + d + "-" + d + " 0Z"); break;
        case Shape::square: path.set("d", "M-" + s + "-" + s + "H" + s + "V" + s + "H-" + s + "Z"); break;
    }
    const std::string colour = "var(--" + std::string(token) + ")";
    path.set("fill", hollow ? "var(--sf)" : colour).set("stroke", hollow ? colour : "var(--sf)").set("stroke-width", "1.5");
    return {"svg", {{"x", share_of_width(at)}, {"y", text::decimal(y, 1)}, {"overflow", "visible"}}, "", {std::move(path)}};
}
///@}

/// Printed numbers that add up to their printed total: each rounded down, what is left given to the largest remainders.
///
/// \param values  in units of the last digit, any sign
/// \param total   what they are to add up to; the rounded sum unless given
/// Source: Hamilton's method of apportionment.
[[nodiscard]] inline std::vector<long> rounded_together(const std::vector<double>& values, std::optional<long> total = {}) {
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
