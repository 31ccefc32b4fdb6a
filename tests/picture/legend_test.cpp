#include <buygraph/picture/legend.hpp>

#include <algorithm>

#include "catch.hpp"
#include "picture/made_figures.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

Arrangement map_of(Figure figure) { return {{std::move(figure)}, {{}}, densities[1], 900, 500}; }

std::vector<std::string> words(const Legend& legend) {
    std::vector<std::string> result;
    for (const Mark& mark : legend.draw({0, 0}).marks)
        if (!mark.text.empty()) result.push_back(mark.text);
    return result;
}
bool has(const std::vector<std::string>& list, const char* word) { return std::find(list.begin(), list.end(), word) != list.end(); }

}  // namespace

TEST_CASE("the legend explains what the map has, and nothing else") {
    const auto plain = words(Legend(map_of(made::figure()), {}, StanceScale::lead, 900, Language::english));
    for (const char* word : {"for us", "for a rival", "sure", "size: decision influence"}) CHECK(has(plain, word));
    for (const char* word : {"likely", "a guess", "veto", "decides", "coach", "reports to", "sways", "our contact"}) CHECK_FALSE(has(plain, word));

    Figure figure = made::figure();
    figure.badges = {Badge::veto, Badge::stale};
    figure.contacts = {"WC"};
    figure.standing->sureness = Sureness::guess;
    Arrangement map = map_of(figure);
    map.lines[0] = {{0, 0}, {0, 10}};
    TieCurves ties;
    ties.curves.push_back({0, 0, -.4, true, {}, {}, {}, {}});
    ties.hidden = 1;
    const auto full = words(Legend(map, ties, StanceScale::lead, 900, Language::chinese));
    for (const char* word : {"猜测", "有否决权", "证据超过 180 天", "我方谁在联系", "汇报", "互相抵触", "另有 1 条弱关系未画"}) CHECK(has(full, word));
    for (const char* word : {"有把握", "拍板", "影响"}) CHECK_FALSE(has(full, word));
}

TEST_CASE("without a rival the colours mean to buy and to stay") {
    const auto said = words(Legend(map_of(made::figure()), {}, StanceScale::pull_to_buy, 900, Language::english));
    CHECK(has(said, "wants to buy"));
    CHECK(has(said, "wants to stay"));
    CHECK_FALSE(has(said, "for a rival"));
}

TEST_CASE("rows end before the width does") {
    for (const double width : {200., 400., 900.}) {
        const Legend legend(map_of(made::figure()), {}, StanceScale::lead, width, Language::english);
        for (const Mark& mark : legend.draw({0, 0}).marks)
            if (!mark.text.empty()) {
                CHECK(mark.at.x + text_width(mark.text, 11) <= width);
                CHECK(mark.at.y <= legend.height());
            }
    }
    CHECK(Legend(map_of(made::figure()), {}, StanceScale::lead, 200, Language::english).height() > Legend(map_of(made::figure()), {}, StanceScale::lead, 900, Language::english).height());
}

TEST_CASE("the colours are explained by their scale, and groups where there are some") {
    const auto said = words(Legend(map_of(made::figure()), {}, StanceScale::stance_to_us, 900, Language::english));
    CHECK(has(said, "against us"));
    CHECK_FALSE(has(said, "for a rival"));
    CHECK_FALSE(has(said, "reports of one boss together, by stance"));
    Arrangement map = map_of(made::figure());
    Figure group;
    group.together = {"a", "b", "c"};
    map.figures.push_back(group);
    map.lines.push_back({});
    CHECK(has(words(Legend(map, {}, StanceScale::lead, 900, Language::english)), "reports of one boss together, by stance"));
}
