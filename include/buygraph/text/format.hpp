#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <initializer_list>
#include <string>
#include <string_view>

#include "../deal/date.hpp"
#include "../deal/language.hpp"
#include "../separate.hpp"

namespace buygraph::text {

/// U+2212; a hyphen is no minus.
inline constexpr std::string_view minus = "\xE2\x88\x92";
/// U+2013, between the ends of a range.
inline constexpr std::string_view en_dash = "\xE2\x80\x93";

/// A number with some decimals and a real minus; −0.0 is written 0.0.
[[nodiscard]] BUYGRAPH_HEAVY std::string decimal(double value, int digits);

/// The same with its sign always shown: +0.12, −0.40.
[[nodiscard]] inline std::string signed_decimal(double value, int digits) {
    const std::string text = decimal(value, digits);
    return text.front() >= '0' && text.front() <= '9' && value >= 0 ? "+" + text : text;
}

/// A probability in whole percents: "38%".
[[nodiscard]] inline std::string percent(double share) { return decimal(100 * share, 0) + "%"; }

/// "20–70%".
[[nodiscard]] inline std::string percent_range(double low, double high) { return decimal(100 * low, 0) + std::string(en_dash) + decimal(100 * high, 0) + "%"; }

/// Money as the language counts: 1,240 万 / 3.2 亿 in Chinese, 340k / 12.4m in English, with the currency's code or sign before it.
[[nodiscard]] BUYGRAPH_HEAVY std::string money(double amount, std::string_view currency, Language language);

/// Parts of a sentence put together, with a space where Chinese meets Latin letters or digits. Only at the seams: a name stays as given.
[[nodiscard]] BUYGRAPH_HEAVY std::string joined(std::initializer_list<std::string_view> parts);

/// A day as people write it beside others of the same year: 12-18 in Chinese, 18 Dec in English.
[[nodiscard]] BUYGRAPH_HEAVY std::string short_date(const Date& date, Language language);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT)

#include "../deal/text_check.hpp"

namespace buygraph::text {

BUYGRAPH_HEAVY std::string decimal(double value, int digits) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", digits, std::abs(value));
    bool zero = true;
    for (const char* c = buffer; *c; ++c) zero = zero && (*c == '0' || *c == '.');
    return (value < 0 && !zero ? std::string(minus) : std::string()) + buffer;
}

BUYGRAPH_HEAVY std::string money(double amount, std::string_view currency, Language language) {
    std::string sign = currency == "CNY" ? "¥" : currency == "EUR" ? "€" : currency == "GBP" ? "£" : currency == "USD" ? "$" : std::string(currency);
    const bool code = sign == currency;
    if (!sign.empty() && (code || language == Language::chinese)) sign += "\xC2\xA0";
    const auto scaled = [&](double unit, const char* name) {
        const double value = amount / unit;
        const int digits = std::abs(value) < 100 && std::floor(value) != value ? 1 : 0;
        return decimal(value, digits) + name;
    };
    const double size = std::abs(amount);
    std::string number;
    if (language == Language::chinese) number = size >= 1e8 ? scaled(1e8, " 亿") : size >= 1e4 ? scaled(1e4, " 万") : decimal(amount, 0);
    else number = size >= 1e6 ? scaled(1e6, "m") : size >= 1e4 ? scaled(1e3, "k") : decimal(amount, 0);
    return sign + number;
}

BUYGRAPH_HEAVY std::string joined(std::initializer_list<std::string_view> parts) {
    const auto is_han = [](std::uint32_t point) { return point >= 0x2E80 && point < 0xFE30 && !(point >= 0x3000 && point <= 0x303F); };
    const auto is_latin = [](std::uint32_t point) { return point < 0x250 && (point >= 0xC0 || (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z') || point == '%'); };
    std::string text;
    std::uint32_t last = 0;
    for (const std::string_view part : parts) {
        for (std::size_t at = 0; at < part.size();) {
            const CodePoint point = code_point_at(part, at).value_or(CodePoint{0xFFFD, 1});
            if (at == 0 && ((is_han(last) && is_latin(point.value)) || (is_latin(last) && is_han(point.value)))) text += ' ';
            last = point.value;
            at += point.bytes;
        }
        text += part;
    }
    return text;
}

BUYGRAPH_HEAVY std::string short_date(const Date& date, Language language) {
    char buffer[40];
    constexpr const char* months[]{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (language == Language::chinese) std::snprintf(buffer, sizeof buffer, "%02d-%02d", date.month, date.day);
    else std::snprintf(buffer, sizeof buffer, "%d %s", date.day, months[date.month - 1]);
    return buffer;
}

}  // namespace buygraph::text

#endif
