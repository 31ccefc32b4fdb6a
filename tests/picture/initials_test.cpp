#include <buygraph/picture/initials.hpp>

#include "catch.hpp"

using namespace buygraph::picture;

// Page, section 7: the first Han character; Latin initials, at most 3; equal ones get a second letter.
TEST_CASE("a tag is the first Han character, or at most three initials") {
    CHECK(initials("王辰") == "王");
    CHECK(initials("欧阳明月") == "欧");
    CHECK(initials("Wang Chen") == "WC");
    CHECK(initials("Anna Maria Schmidt-Hohenberg") == "AMH");
    CHECK(initials("ada") == "a");
    CHECK(initials("  Ada  Byron ") == "AB");
    CHECK(initials("Élodie Ümit") == "ÉÜ");
    CHECK(initials("") == "");
}

TEST_CASE("equal tags get another letter, equal people the same") {
    CHECK(tags({"王辰", "王磊", "秦悦"}) == std::vector<std::string>{"王辰", "王磊", "秦"});
    CHECK(tags({"Wang Chen", "Wu Cai", "Luo Yi"}) == std::vector<std::string>{"WCh", "WCa", "LY"});
    CHECK(tags({"王芳", "王芳"}) == std::vector<std::string>{"王", "王"});
    CHECK(tags({"Wang Chen", "Wu Chao"}) == std::vector<std::string>{"WChe", "WCha"});
}

TEST_CASE("a tag of ten thousand characters is short") {
    CHECK(initials(std::string(10000, 'x')) == "x");
    std::string words;
    for (int i = 0; i < 10000; ++i) words += "x ";
    CHECK(initials(words) == "xxx");
}
