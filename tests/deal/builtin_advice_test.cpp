#include <buygraph/deal/builtin_advice.hpp>

#include <algorithm>
#include <set>

#include <buygraph/deal/advice_template.hpp>
#include <buygraph/deal/builtin_catalog.hpp>
#include <buygraph/deal/text_check.hpp>

#include "catch.hpp"

using namespace buygraph;

namespace {

struct Template {
    std::string where;
    Text text;
};

void add(std::vector<Template>& list, const std::string& concern, const AdviceTexts& advice) {
    const std::pair<const char*, std::optional<Text>> kinds[] = {{"lead", advice.lead}, {"mend", advice.mend}, {"ask", advice.ask}};
    for (const auto& [kind, text] : kinds) {
        INFO(concern << " " << kind);
        REQUIRE(text);
        list.push_back({concern + " " + kind, *text});
    }
}

/// Every template that buygraph brings along, the general ones last.
std::vector<Template> templates() {
    std::vector<Template> list;
    for (const auto& [id, concern] : builtin_catalog().concerns) {
        INFO(id);
        REQUIRE(concern.advice);
        add(list, id, *concern.advice);
    }
    add(list, "general", general_advice());
    return list;
}

struct Letters {
    std::size_t all = 0, chinese = 0, digits = 0;
};

/// Code points, and how many of them are Chinese characters (CJK Unified Ideographs, U+4E00 to U+9FFF) or digits. Braces and what is in them count as written.
Letters letters(const std::string& text) {
    Letters count;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        REQUIRE(point);
        ++count.all;
        count.chinese += point->value >= 0x4E00 && point->value <= 0x9FFF;
        count.digits += point->value >= '0' && point->value <= '9';
        at += point->bytes;
    }
    return count;
}

}  // namespace

TEST_CASE("every built-in concern has its own advice of three kinds in two languages, and so has the general one") {
    for (const Template& one : templates()) {
        INFO(one.where);
        const Letters english = letters(one.text.en), chinese = letters(one.text.zh);
        CHECK(english.all > 40);
        CHECK(english.all <= 200);
        CHECK(english.chinese == 0);
        CHECK(chinese.chinese > 15);
        CHECK(chinese.all <= 200);
        CHECK(english.digits + chinese.digits == 0);  // numbers are added by who writes the text
        CHECK_FALSE(text_fault(one.text.en, false));
        CHECK_FALSE(text_fault(one.text.zh, false));
        CHECK(std::all_of(one.text.en.begin(), one.text.en.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; }));
    }
    CHECK(templates().size() == 3 * (builtin_catalog().concerns.size() + 1));
    CHECK_FALSE(builtin_advice("no_such_concern"));
}

TEST_CASE("each text is said once, of one concern and of one kind") {
    std::set<std::string> said;
    for (const Template& one : templates())
        for (const std::string& text : {one.text.en, one.text.zh}) {
            INFO(text);
            CHECK(said.insert(text).second);
        }
}

TEST_CASE("templates hold only what can be filled in, the same in both languages") {
    for (const Template& one : templates()) {
        INFO(one.where);
        CHECK_FALSE(unknown_placeholder(one.text.en));
        CHECK_FALSE(unknown_placeholder(one.text.zh));
        for (const std::string_view placeholder : advice_placeholders)
            CHECK((one.text.en.find(placeholder) == std::string::npos) == (one.text.zh.find(placeholder) == std::string::npos));
        const bool general = one.where.rfind("general", 0) == 0;
        CHECK((one.text.en.find("{concern}") != std::string::npos) == general);  // the others speak of theirs in words
    }
}

// A reader takes the first words for the kind: leads open, questions ask. A mend is neither.
TEST_CASE("the kinds can be told apart by how they begin") {
    const auto begins = [](const std::string& text, std::initializer_list<const char*> words) {
        return std::any_of(words.begin(), words.end(), [&](const char* word) { return text.rfind(word, 0) == 0; });
    };
    for (const Template& one : templates()) {
        INFO(one.where);
        const std::string kind = one.where.substr(one.where.find(' ') + 1);
        CHECK(begins(one.text.en, {"Open "}) == (kind == "lead"));
        CHECK(begins(one.text.en, {"Ask "}) == (kind == "ask"));
        CHECK(begins(one.text.zh, {"问", "请{person}"}) == (kind == "ask"));
    }
}

// Advice serves a person by the work and never by a favour, and a deal says nothing of anybody's sex.
TEST_CASE("no favours and no pronouns for the customer's person") {
    for (const Template& one : templates()) {
        std::string words = " " + one.text.en + " ";
        std::transform(words.begin(), words.end(), words.begin(), [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter >= 'a' && letter <= 'z' ? letter : ' '; });
        INFO(one.where);
        for (const char* word : {" he ", " him ", " his ", " she ", " her ", " gift ", " gifts ", " favour ", " favours ", " dinner ", " commission "}) CHECK(words.find(word) == std::string::npos);
        for (const char* word : {"他", "她", "您", "礼", "好处", "回扣", "请客", "饭"}) CHECK(one.text.zh.find(word) == std::string::npos);
    }
}
