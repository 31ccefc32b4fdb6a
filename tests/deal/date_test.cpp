#include <buygraph/deal/date.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("a day reads back as it was written") {
    CHECK(to_string(*parse_date("2026-10-15")) == "2026-10-15");
    CHECK(to_string(*parse_date("0001-01-01")) == "0001-01-01");
}

TEST_CASE("days that do not exist and other forms are refused") {
    for (const char* text : {"2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "20260101", "2026/01/01", "", "2026-01-0x"}) CHECK_FALSE(parse_date(text));
    CHECK(parse_date("2000-02-29"));
    CHECK(parse_date("2024-02-29"));
}

// 1970-01-01 is day 0; 2000-03-01 is day 11017 and 1969-12-31 day −1 (POSIX).
TEST_CASE("days count from 1970") {
    CHECK(days_since_epoch({1970, 1, 1}) == 0);
    CHECK(days_since_epoch({2000, 3, 1}) == 11017);
    CHECK(days_since_epoch({1969, 12, 31}) == -1);
}

TEST_CASE("months have 30.4375 days and never run backwards") {
    CHECK(months_between(Date{2026, 1, 1}, Date{2027, 1, 1}) == Approx(365 / 30.4375).epsilon(1e-15));
    CHECK(months_between(Date{2027, 1, 1}, Date{2026, 1, 1}) == 0);
    CHECK(months_between(std::nullopt, Date{2026, 1, 1}) == 0);
}

TEST_CASE("every day from the year 1 to 9999 comes back from its number") {
    for (int day = -719162; day <= 2932896; day += 13) CHECK(days_since_epoch(*date_of_day(day)) == day);
    CHECK(date_of_day(11016) == Date{2000, 2, 29});
    CHECK(date_of_day(-719162) == Date{1, 1, 1});
    CHECK(date_of_day(2932896) == Date{9999, 12, 31});
    CHECK_FALSE(date_of_day(-719163));
    CHECK_FALSE(date_of_day(2932897));
}
