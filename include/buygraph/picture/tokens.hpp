#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace buygraph::picture {

/// The colours of the page by their names, on light ground (page, section 4). One meaning for each hue: blue us, rust against us,
/// ochre other rivals, grey nobody, teal our own people, purple focus.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 25> light_tokens{{
    {"bg", "#F6F6F3"},     {"sf", "#FFFFFF"},      {"sf2", "#F0F0EC"},     {"ink", "#1A1C20"},  {"ink2", "#4E525A"},
    {"ink3", "#6A6E76"},   {"line", "#E4E4DF"},    {"line2", "#C9C9C3"},   {"for2", "#0B5A9E"}, {"for1", "#6BA8DA"},
    {"mid", "#C2C5CA"},    {"mid-line", "#757A82"}, {"ag1", "#E3A067"},    {"ag2", "#A8480C"},  {"ochre", "#B58A1E"},
    {"none", "#6A6E76"},   {"infl", "#5B5F68"},    {"neg", "#8B2252"},     {"our", "#0F766A"},  {"our-text", "#0B5E55"},
    {"our-tint", "#DDF0ED"}, {"focus", "#6B2FB3"}, {"on-dark", "#FFFFFF"}, {"on-for1", "#10202E"}, {"on-ag1", "#2A1604"},
}};

/// The colour of a token; black for one that is not known, which a test would see.
[[nodiscard]] constexpr std::string_view light(std::string_view token) {
    for (const auto& [name, hex] : light_tokens)
        if (name == token) return hex;
    return "#000000";
}

}  // namespace buygraph::picture
