#include <buygraph/text/zipper.hpp>

#include <set>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("a pair says fit, value and whether they are in touch") {
    const ZipperPair pair{0, 1, 2, 0.8, 0.84, true, false, true};
    CHECK(text::sentence(Language::english, "Anna", "陈伟", pair) == "Anna looks after 陈伟 (key): fit 0.80, value 0.84, not in touch yet, as asked.");
    CHECK(text::sentence(Language::chinese, "Anna", "陈伟", pair) == "Anna 对接陈伟（关键人）：契合度 0.80，价值 0.84，还没有联系，按您的指定。");
}

TEST_CASE("every reason to have nobody has words of its own in both languages") {
    std::set<std::string> said;
    for (const auto& [word, reason] : Words<WithoutReason>::table)
        for (const Language language : {Language::english, Language::chinese}) said.insert(text::sentence(language, "Liu", WithoutCounterpart{0, 0, false, reason}));
    CHECK(said.size() == 2 * Words<WithoutReason>::table.size());
    CHECK(text::sentence(Language::english, "Liu", WithoutCounterpart{0, 0, true, WithoutReason::vacant}) == "Liu (key) has 0 counterparts: nobody has been named for the seat.");
}
