#include <buygraph/picture/heading.hpp>
#include <buygraph/text/verdict.hpp>

#include <algorithm>

#include "catch.hpp"

using namespace buygraph;
using picture::MapLayout;

namespace {

Deal deal() {
    Deal made;
    made.account = "江临制药";
    made.name = "二号冻干线";
    made.language = Language::chinese;
    made.as_of = Date{2026, 10, 15};
    return made;
}

bool says(const picture::Group& group, std::string_view words) {
    return std::any_of(group.marks.begin(), group.marks.end(), [&](const picture::Mark& mark) { return mark.text.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("the heading names the deal, the day, the scale, and that nothing is calibrated") {
    for (const Language language : {Language::chinese, Language::english}) {
        const auto group = picture::heading(deal(), MapLayout::hierarchy, StanceScale::lead, 28, 900, language);
        CHECK(says(group, "江临制药 · 二号冻干线"));
        CHECK(says(group, "2026-10-15"));
        CHECK(says(group, text::uncalibrated(language)));
        CHECK(says(group, language == Language::chinese ? "对最强对手的领先" : "lead over the best rival"));
    }
    CHECK(says(picture::heading(deal(), MapLayout::hierarchy, StanceScale::pull_to_buy, 28, 900, Language::english), "pull to buy"));
}

TEST_CASE("a title in another language says so, and a long one is cut") {
    CHECK(picture::heading(deal(), MapLayout::hierarchy, StanceScale::lead, 28, 900, Language::english).marks[0].language == "zh");
    CHECK(picture::heading(deal(), MapLayout::hierarchy, StanceScale::lead, 28, 900, Language::chinese).marks[0].language.empty());
    Deal lengthy = deal();
    lengthy.name = std::string(10000, 'm');
    const auto group = picture::heading(lengthy, MapLayout::hierarchy, StanceScale::lead, 28, 900, Language::english);
    CHECK(picture::text_width(group.marks[0].text, 16, true) <= 872);
}

TEST_CASE("the heading says what the layout shows, and keeps clear of the mark at its right") {
    CHECK(says(picture::heading(deal(), MapLayout::zipper, StanceScale::lead, 28, 900, Language::english), "Who of ours looks after whom"));
    CHECK(says(picture::heading(deal(), MapLayout::power_stance, StanceScale::lead, 28, 900, Language::chinese), "位置与颜色：对最强对手的领先"));
    const auto narrow = picture::heading(deal(), MapLayout::power_stance, StanceScale::lead, 28, 500, Language::english);
    const auto& what = narrow.marks[1];
    CHECK(what.at.x + picture::text_width(what.text, what.size) < 500 - picture::text_width(text::uncalibrated(Language::english), 11));
}
