#include <buygraph/text/field_words.hpp>

#include <buygraph/deal/fields.hpp>

#include "catch.hpp"

using namespace buygraph;

namespace {

/// Finds the fields of a struct for which people have no word.
struct Wordless {
    std::string before;
    std::vector<std::string> found;

    template <class Member>
    void operator()(const char* name, const Member&, const fields::Spec&) {
        const Text words = text::field_words(before + name);
        const bool chinese = static_cast<unsigned char>(words.zh.front()) >= 0x80;
        if (!chinese || words.en.find_first_of("_/") != std::string::npos) found.push_back(before + name);
    }
};

template <class Object>
std::vector<std::string> wordless(const std::string& before = "") {
    Wordless visitor{before, {}};
    Object object;
    fields::describe(visitor, object);
    return visitor.found;
}

}  // namespace

TEST_CASE("every field that an edit can name by itself has words in both languages") {
    using Words = std::vector<std::string>;
    CHECK(wordless<Decision>() == Words{});
    CHECK(wordless<Uncertainty>() == Words{});
    CHECK(wordless<Customer>() == Words{});
    CHECK(wordless<Terms>("terms/") == Words{});
    CHECK(wordless<Economics>("economics/") == Words{});
    CHECK(wordless<PersonalEmphasis>("personal_emphasis/") == Words{});
    CHECK(wordless<RoleEntry>() == Words{});
    CHECK(wordless<ConcernEntry>() == Words{});
    CHECK(wordless<Tie>() == Words{"from", "to"});                                              // who they are tells them apart
    CHECK(wordless<Evidence>() == Words{"about", "offer", "stance"});                           // told in a sentence of their own
    CHECK(wordless<Offer>() == Words{"ratings"});                                               // one by one
    CHECK(wordless<Person>() == Words{"concerns", "leaning", "perceptions", "vacant", "departed"});  // one by one, or in a sentence of their own
    CHECK(wordless<Deal>() == Words{"offers", "people", "ties", "evidence", "decision", "customer", "uncertainty", "catalog"});  // parts
}

TEST_CASE("words of the deal file in Chinese, and a field that nobody knows") {
    CHECK(text::chinese_word("sponsor") == "坚定支持");
    CHECK_FALSE(text::chinese_word("sponsors"));
    CHECK(text::field_words("veto_line").in(Language::english) == "veto line");
    CHECK(text::field_words("colour").zh == "colour");
}
