#include <buygraph/picture/text_width.hpp>

#include "catch.hpp"

using namespace buygraph::picture;

// Page, "Hierarchy: the layout", 2: Han 1 em, capitals 0.76, m w 1.02, narrow 0.42, the rest 0.64; bold × 1.1.
TEST_CASE("widths come from the table") {
    CHECK(text_width("陈伟", 10) == Approx(20));
    CHECK(text_width("Chen", 10) == Approx(7.6 + 3 * 6.4));
    CHECK(text_width("mill", 10) == Approx(10.2 + 3 * 4.2));
    CHECK(text_width("mill", 10, true) == Approx(1.1 * (10.2 + 3 * 4.2)));
    CHECK(text_width("218 天前", 10) == Approx(3 * 6.4 + 4.2 + 20));
    CHECK(text_width("e\xCC\x81", 10) == Approx(6.4));            // a combining accent
    CHECK(text_width("\xE2\x80\x8D\xE2\x80\x8B", 10) == 0);       // joiners
    CHECK(text_width("\xF0\x9F\x99\x82", 10) == Approx(10));      // emoji
    CHECK(text_width("", 10) == 0);
}

TEST_CASE("a text that fits stays, one that does not ends in an ellipsis within the width") {
    CHECK(fitted("陈伟民", 30, 10) == "陈伟民");
    CHECK(fitted("陈伟民", 29.9, 10) == "陈…");
    CHECK(fitted("陈伟民", 5, 10) == "…");
    for (const char* text : {"Maximilian Hammersmith-Wimmer", "信息安全与合规审批负责人", "WWWWWWWWWWWWWWWWWWWWWWWWWWWW"})
        for (const double width : {40., 78., 110., 130.}) {
            CHECK(text_width(fitted(text, width, 13, true), 13, true) <= width);
            CHECK(text_width(fitted_middle(text, width, 13, true), 13, true) <= width);
        }
}

TEST_CASE("cut in the middle both ends are seen") {
    CHECK(fitted_middle("陈甲乙丙丁民", 30, 10) == "陈…民");
    CHECK(fitted_middle("陈伟民", 30, 10) == "陈伟民");
    std::string endless(10000, 'a');
    endless.back() = 'z';
    CHECK(fitted_middle(endless, 40, 10).back() == 'z');
}

TEST_CASE("an endless text is never kept: not even of characters without width") {
    std::string accents = "a";
    for (int i = 0; i < 10000; ++i) accents += "\xCC\x81";
    CHECK(fitted(accents, 100, 13).size() < 500);
    CHECK(fitted_middle(accents, 100, 13).size() < 500);
}

TEST_CASE("a sentence is broken at spaces or between Han, nothing of it lost, no line beginning with a comma") {
    const std::string english = "everybody who could is busy with people who weigh more", chinese = "能对接的人，都在对接更要紧的人（关键人）。";
    for (const double width : {40., 90., 160., 1000.}) {
        std::string again;
        for (const std::string& line : wrapped(english, width, 11)) {
            again += (again.empty() ? "" : " ") + line;
            CHECK((text_width(line, 11) <= width || line.find(' ') == std::string::npos));
        }
        CHECK(again == english);
        again.clear();
        for (const std::string& line : wrapped(chinese, width, 11)) {
            again += line;
            CHECK_FALSE(line.starts_with("，"));
            CHECK_FALSE(line.starts_with("。"));
        }
        CHECK(again == chinese);
    }
    CHECK(wrapped(english, 1000, 11).size() == 1);
    CHECK(wrapped("", 10, 11) == std::vector<std::string>{""});
}
