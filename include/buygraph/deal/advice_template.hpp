#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace buygraph {

/// What may stand in braces in a template of advice: the name of the person, of the offer we are compared with (it may be the status quo),
/// and the label of the concern.
inline constexpr std::array<std::string_view, 3> advice_placeholders{"{person}", "{rival}", "{concern}"};

/// The first thing in a template that reads like a placeholder and is none, from its brace to the closing one (to the end of the text
/// where none closes it). Nothing where every brace belongs to a known one.
///
/// Cost: linear in the text.
[[nodiscard]] inline std::optional<std::string_view> unknown_placeholder(std::string_view text) {
    for (std::size_t at = text.find_first_of("{}"); at != std::string_view::npos; at = text.find_first_of("{}", at)) {
        std::size_t known = 0;
        for (const std::string_view placeholder : advice_placeholders)
            if (text.substr(at, placeholder.size()) == placeholder) known = placeholder.size();
        if (known == 0) {
            const std::size_t end = text.find('}', at);
            return text.substr(at, end == std::string_view::npos ? end : end - at + 1);
        }
        at += known;
    }
    return std::nullopt;
}

}  // namespace buygraph
