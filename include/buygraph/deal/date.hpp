#pragma once

#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace buygraph {

/// A day of the Gregorian calendar, written YYYY-MM-DD.
struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;

    auto operator<=>(const Date&) const = default;
};

/// The date in "YYYY-MM-DD"; nothing if the text has another form or the day does not exist.
[[nodiscard]] inline std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            if (text[i] < '0' || text[i] > '9') return -1;
            value = 10 * value + (text[i] - '0');
        }
        return value;
    };
    const Date date{number(0, 4), number(5, 2), number(8, 2)};
    if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1) return std::nullopt;
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    const int last = days[static_cast<std::size_t>(date.month - 1)] + (date.month == 2 && leap ? 1 : 0);
    return date.day <= last ? std::optional(date) : std::nullopt;
}

[[nodiscard]] inline std::string to_string(const Date& date) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

/// Days since 1970-01-01, negative before it. Source: Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
[[nodiscard]] constexpr int days_since_epoch(const Date& date) {
    const int year = date.year - (date.month <= 2 ? 1 : 0);
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

/// The date so many days after 1970-01-01; in the years 1 to 9999, nothing beyond. Source: as above, civil_from_days.
[[nodiscard]] constexpr std::optional<Date> date_of_day(long long days) {
    if (days < -719162 || days > 2932896) return std::nullopt;
    const int shifted = static_cast<int>(days) + 719468;
    const int era = shifted / 146097;
    const int day_of_era = shifted - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
    return Date{year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

/// Months of 30.4375 days from one date to a later one; 0 where either is absent or the second is not later.
[[nodiscard]] inline double months_between(const std::optional<Date>& from, const std::optional<Date>& to) {
    if (!from || !to) return 0;
    const int days = days_since_epoch(*to) - days_since_epoch(*from);
    return days > 0 ? days / 30.4375 : 0;
}

}  // namespace buygraph
