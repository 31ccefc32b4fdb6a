#include <buygraph/text/format.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::text;

TEST_CASE("minus is a minus, and minus zero is zero") {
    CHECK(decimal(-0.25, 2) == "\xE2\x88\x92" "0.25");
    CHECK(decimal(-0.001, 2) == "0.00");
    CHECK(signed_decimal(0.125, 2) == "+0.12");
    CHECK(signed_decimal(-0.0, 1) == "+0.0");
    CHECK(signed_decimal(-1.5, 1) == "\xE2\x88\x92" "1.5");
}

TEST_CASE("percents are whole and ranges have an en dash") {
    CHECK(percent(0.384) == "38%");
    CHECK(percent_range(0.2, 0.7) == "20\xE2\x80\x93" "70%");
}

TEST_CASE("money counts in 万 and 亿, or in k and m") {
    CHECK(money(12400000, "CNY", Language::chinese) == "¥\xC2\xA0" "1240 万");
    CHECK(money(320000000, "CNY", Language::chinese) == "¥\xC2\xA0" "3.2 亿");
    CHECK(money(480000, "EUR", Language::english) == "€480k");
    CHECK(money(12400000, "USD", Language::english) == "$12.4m");
    CHECK(money(900, "CHF", Language::english) == "CHF\xC2\xA0" "900");
}

TEST_CASE("days are short beside others of their year") {
    CHECK(short_date({2026, 12, 18}, Language::chinese) == "12-18");
    CHECK(short_date({2026, 12, 18}, Language::english) == "18 Dec");
}

TEST_CASE("Chinese and Latin are parted by a space at the seams, and names stay as given") {
    CHECK(joined({"Céline", "有否决权"}) == "Céline 有否决权");
    CHECK(joined({"陈伟", "有否决权"}) == "陈伟有否决权");
    CHECK(joined({"明显偏", "Nord", "（", "+0.40", "）"}) == "明显偏 Nord（+0.40）");
    CHECK(joined({"领先", "A厂B线"}) == "领先 A厂B线");
    CHECK(joined({"", "甲", "", "b"}) == "甲 b");
    CHECK(joined({"，", "Nord"}) == "，Nord");
}
