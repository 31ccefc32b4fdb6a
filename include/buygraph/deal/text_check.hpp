#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace buygraph {

/// One code point of a UTF-8 text and how many bytes it takes; nothing where the bytes are ill-formed (Unicode 15, table 3-7).
struct CodePoint {
    std::uint32_t value = 0;
    std::size_t bytes = 0;
};

[[nodiscard]] inline std::optional<CodePoint> code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t first = byte(at);
    if (first < 0x80) return CodePoint{first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return std::nullopt;
    std::uint32_t value = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return std::nullopt;
        value = (value << 6) | (byte(at + i) & 0x3F);
    }
    const bool overlong = value < (length == 2 ? 0x80U : length == 3 ? 0x800U : 0x10000U);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (overlong || surrogate || value > 0x10FFFF) return std::nullopt;
    return CodePoint{value, length};
}

/// What makes a text unfit to be shown or stored, or nothing.
enum class TextFault { ill_formed, control, bidi_override };

/// Ill-formed UTF-8, C0 controls and DEL (line breaks and tabs are fine in multiline text), and the two bidirectional overrides
/// that make a name read as another one. Everything else is somebody's name: joiners, emoji, quotes, markup, right-to-left text.
[[nodiscard]] inline std::optional<TextFault> text_fault(std::string_view text, bool multiline) {
    for (std::size_t at = 0; at < text.size();) {
        if (const char plain = text[at]; plain >= ' ' && plain <= '~') {  // most characters of most ids
            ++at;
            continue;
        }
        const auto point = code_point_at(text, at);
        if (!point) return TextFault::ill_formed;
        const bool line_or_tab = point->value == '\n' || point->value == '\r' || point->value == '\t';
        if ((point->value < 0x20 && !(multiline && line_or_tab)) || point->value == 0x7F) return TextFault::control;
        if (point->value == 0x202D || point->value == 0x202E) return TextFault::bidi_override;
        at += point->bytes;
    }
    return std::nullopt;
}

/// A text made safe to put into a message: bad bytes, controls and overrides written as \xNN or \u{NNNN}, cut at `most` code points.
[[nodiscard]] inline std::string printable(std::string_view text, std::size_t most = 80) {
    std::string shown;
    std::size_t count = 0;
    char escape[16];
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == most) return shown + "…";
        const auto point = code_point_at(text, at);
        if (!point) {
            std::snprintf(escape, sizeof escape, "\\x%02X", static_cast<unsigned>(static_cast<unsigned char>(text[at])));
            shown += escape;
            ++at;
            continue;
        }
        const bool unsafe = point->value < 0x20 || (point->value >= 0x7F && point->value < 0xA0) ||
                            (point->value >= 0x202A && point->value <= 0x202E) || (point->value >= 0x2066 && point->value <= 0x2069);
        if (unsafe) {
            std::snprintf(escape, sizeof escape, "\\u{%04X}", point->value);
            shown += escape;
        } else {
            shown += text.substr(at, point->bytes);
        }
        at += point->bytes;
    }
    return shown;
}

}  // namespace buygraph
