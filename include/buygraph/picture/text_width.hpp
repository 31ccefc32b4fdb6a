#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../separate.hpp"

namespace buygraph::picture {

/// Width of a code point in em, from a table and never measured: Han 1, capitals 0.76, m w 1.02, narrow 0.42, the rest 0.64.
[[nodiscard]] constexpr double em_width(std::uint32_t point) {
    if (point >= 0x300 && point < 0x370) return 0;                                   // combining marks
    if (point >= 0x200B && point <= 0x200F) return 0;                                // joiners and marks of direction
    if (point == 0x2014 || point == 0x2026) return 1;                                // dash and ellipsis
    if (point >= 0x1100 && (point <= 0x115F || (point >= 0x2E80 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) || (point >= 0xFE30 && point <= 0xFE4F) ||
                            (point >= 0xFF00 && point <= 0xFF60) || point >= 0x1F000)) return 1;
    if (point >= 'A' && point <= 'Z') return point == 'I' ? 0.42 : 0.76;
    if (point == 'm' || point == 'w') return 1.02;
    for (const char narrow : {'i', 'j', 'l', 't', 'f', 'r', ' ', '.', ',', ':', ';', '\'', '|', '!', '(', ')', '-'})
        if (point == static_cast<std::uint32_t>(narrow)) return 0.42;
    return 0.64;
}

/// Width of a text in px; bold takes a tenth more.
[[nodiscard]] BUYGRAPH_HEAVY double text_width(std::string_view text, double size, bool bold = false);

/// A text cut to a width, with an ellipsis where it was cut.
[[nodiscard]] BUYGRAPH_HEAVY std::string fitted(std::string_view text, double width, double size, bool bold = false);

/// A text cut to a width in its middle, so that its end is seen too.
[[nodiscard]] BUYGRAPH_HEAVY std::string fitted_middle(std::string_view text, double width, double size, bool bold = false);

/// A sentence of ours in lines no wider than this: broken at spaces, and before Han but never before a mark that ends something.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::string> wrapped(std::string_view text, double width, double size);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "../deal/text_check.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY double text_width(std::string_view text, double size, bool bold) {
    double em = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        em += em_width(point ? point->value : '?');
        at += point ? point->bytes : 1;
    }
    return em * size * (bold ? 1.1 : 1);
}

BUYGRAPH_HEAVY std::string fitted(std::string_view text, double width, double size, bool bold) {
    if (text.size() <= 400 && text_width(text, size, bold) <= width) return std::string(text);
    double left = width - text_width("…", size, bold);
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        const double step = em_width(point ? point->value : '?') * size * (bold ? 1.1 : 1);
        if (step > left || kept.size() > 400) return kept + "…";
        left -= step;
        kept += point ? text.substr(at, point->bytes) : std::string_view("?");
        at += point ? point->bytes : 1;
    }
    return kept;
}

BUYGRAPH_HEAVY std::string fitted_middle(std::string_view text, double width, double size, bool bold) {
    if (text.size() <= 400 && text_width(text, size, bold) <= width) return std::string(text);
    const double half = (width - text_width("…", size, bold)) / 2;
    std::vector<std::string_view> points;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        points.push_back(point ? text.substr(at, point->bytes) : std::string_view("?"));
        at += points.back().size();
    }
    const auto filled = [&](auto from, auto to) {
        double left = half;
        std::size_t count = 0;
        for (; from != to && count < 100; ++from, ++count) {
            left -= text_width(*from, size, bold);
            if (left < 0) break;
        }
        return count;
    };
    const std::size_t front = filled(points.begin(), points.end()), back = filled(points.rbegin(), points.rend());
    std::string kept;
    for (std::size_t i = 0; i < front; ++i) kept += points[i];
    kept += "…";
    for (std::size_t i = points.size() - back; i < points.size(); ++i) kept += points[i];
    return kept;
}

BUYGRAPH_HEAVY std::vector<std::string> wrapped(std::string_view text, double width, double size) {
    std::vector<std::string> lines(1);
    std::string piece;  // that is not broken
    const auto flush = [&] {
        if (!lines.back().empty() && text_width(lines.back() + piece, size) > width) {
            while (lines.back().ends_with(' ')) lines.back().pop_back();
            lines.emplace_back();
        }
        lines.back() += piece;
        piece.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        const std::string_view one = text.substr(at, point ? point->bytes : 1);
        const bool ends = one == "，" || one == "。" || one == "：" || one == "；" || one == "、" || one == "）";
        if (point && point->value >= 0x2E80 && !ends && !piece.ends_with("（")) flush();
        piece += one;
        at += one.size();
        if (one == " ") flush();
    }
    flush();
    while (lines.back().ends_with(' ')) lines.back().pop_back();
    return lines;
}

}  // namespace buygraph::picture

#endif
