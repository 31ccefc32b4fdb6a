#pragma once

#include <array>
#include <string_view>

namespace buygraph::picture {

/// A colour of the page by its name, on light and on dark ground.
struct Token {
    std::string_view name, light, dark;
};

/// The colours of pictures and pages. One meaning for each hue: blue us, rust against us, ochre other rivals, grey nobody, teal our own people,
/// purple focus. What begins with "on-" is written on the fill that it names.
inline constexpr std::array<Token, 27> tokens{{
    {"bg", "#F6F6F3", "#111316"},       {"sf", "#FFFFFF", "#191C20"},       {"sf2", "#F0F0EC", "#22262B"},      {"ink", "#1A1C20", "#ECEEF1"},      {"ink2", "#4E525A", "#B4BAC3"},
    {"ink3", "#6A6E76", "#949BA5"},     {"line", "#E4E4DF", "#2A2F35"},     {"line2", "#C9C9C3", "#434A53"},    {"for2", "#0B5A9E", "#6DB6F2"},     {"for1", "#6BA8DA", "#3F7CB0"},
    {"mid", "#C2C5CA", "#5A6069"},      {"mid-line", "#757A82", "#949BA5"}, {"ag1", "#E3A067", "#B4693A"},      {"ag2", "#A8480C", "#F59A56"},      {"ochre", "#B58A1E", "#F2DE8A"},
    {"none", "#6A6E76", "#8A919B"},     {"infl", "#5B5F68", "#98A0AA"},     {"neg", "#8B2252", "#E587B4"},      {"our", "#0F766A", "#3FB8A8"},      {"our-text", "#0B5E55", "#5CCBBC"},
    {"our-tint", "#DDF0ED", "#17352F"}, {"focus", "#6B2FB3", "#B794F4"},    {"on-for2", "#FFFFFF", "#0B1722"},  {"on-ag2", "#FFFFFF", "#241003"},   {"on-for1", "#10202E", "#FFFFFF"},
    {"on-ag1", "#2A1604", "#FFFFFF"},   {"on-ochre", "#241A00", "#241A00"},
}};

/// The colour of a token on light ground; black for one that is not known, which a test would see.
[[nodiscard]] constexpr std::string_view light(std::string_view token) {
    for (const Token& one : tokens)
        if (one.name == token) return one.light;
    return "#000000";
}

}  // namespace buygraph::picture
