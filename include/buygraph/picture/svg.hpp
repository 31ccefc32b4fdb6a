#pragma once

#include <cmath>
#include <cstdio>
#include <set>
#include <string>
#include <string_view>

#include "../deal/text_check.hpp"
#include "scene.hpp"
#include "tokens.hpp"

namespace buygraph::picture {

namespace detail {

/// A text as XML character data or attribute value: markup escaped, what XML cannot hold replaced by U+FFFD.
[[nodiscard]] inline std::string escaped(std::string_view text) {
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

/// A length with at most two decimals.
[[nodiscard]] inline std::string length(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", std::abs(value) < 0.005 ? 0.0 : value);
    std::string result = text;
    while (result.back() == '0') result.pop_back();
    if (result.back() == '.') result.pop_back();
    return result;
}

inline void write_mark(const Mark& mark, std::string& out) {
    const auto attribute = [&](const char* name, std::string_view value) { out += std::string(" ") + name + "=\"" + std::string(value) + "\""; };
    const std::string fill = mark.fill.empty() ? "none" : mark.hatched ? "url(#hatch-" + mark.fill + ")" : std::string(light(mark.fill));
    if (mark.path.empty()) {
        out += "<text";
        attribute("x", length(mark.at.x));
        attribute("y", length(mark.at.y));
        attribute("font-size", length(mark.size));
        if (mark.weight != 400) attribute("font-weight", std::to_string(mark.weight));
        if (mark.anchor != "start") attribute("text-anchor", mark.anchor);
        if (mark.struck) attribute("text-decoration", "line-through");
        if (!mark.language.empty()) attribute("xml:lang", mark.language);
        attribute("fill", fill);
        if (mark.halo) {
            attribute("stroke", light("sf"));
            attribute("stroke-width", "4");
            attribute("stroke-linejoin", "round");
            attribute("paint-order", "stroke");
        }
        out += " unicode-bidi=\"isolate\">" + escaped(mark.text) + "</text>\n";
        return;
    }
    out += "<path";
    attribute("d", mark.path);
    attribute("fill", fill);
    if (mark.opacity != 1) attribute("fill-opacity", length(mark.opacity));
    if (!mark.stroke.empty()) {
        attribute("stroke", light(mark.stroke));
        attribute("stroke-width", length(mark.width));
        attribute("stroke-linejoin", "round");
        if (!mark.dash.empty()) attribute("stroke-dasharray", mark.dash);
    }
    out += "/>\n";
}

}  // namespace detail

/// A scene as one SVG document on light ground: tokens as hex, fonts as text, no script, nothing fetched.
[[nodiscard]] inline std::string to_svg(const Scene& scene) {
    std::set<std::string> hatches;
    for (const Group& group : scene.groups)
        for (const Mark& mark : group.marks)
            if (mark.hatched) hatches.insert(mark.fill);
    const std::string size = detail::length(scene.width) + " " + detail::length(scene.height);
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\" width=\"" + detail::length(scene.width) + "\" height=\"" + detail::length(scene.height) +
                      "\" role=\"img\" xml:lang=\"" + scene.language +
                      "\" font-family=\"Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif\">\n<title>" +
                      detail::escaped(scene.title) + "</title>\n";
    if (!hatches.empty()) out += "<defs>\n";
    for (const std::string& token : hatches)
        out += "<pattern id=\"hatch-" + token + "\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"" +
               std::string(light("sf")) + "\"/><rect width=\"2.4\" height=\"5\" fill=\"" + std::string(light(token)) + "\"/></pattern>\n";
    if (!hatches.empty()) out += "</defs>\n";
    out += "<rect width=\"100%\" height=\"100%\" fill=\"" + std::string(light("sf")) + "\"/>\n";
    for (const Group& group : scene.groups) {
        out += "<g>";
        if (!group.title.empty()) out += "<title>" + detail::escaped(group.title) + "</title>";
        out += "\n";
        for (const Mark& mark : group.marks) detail::write_mark(mark, out);
        out += "</g>\n";
    }
    return out + "</svg>\n";
}

}  // namespace buygraph::picture
