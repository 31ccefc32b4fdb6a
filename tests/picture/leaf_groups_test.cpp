#include <buygraph/picture/leaf_groups.hpp>

#include <buygraph/picture/hierarchy_map.hpp>

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "picture/crowds.hpp"
#include "picture/scenes.hpp"
#include "picture/subjects.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

// A head with two bosses. The first has 30 reports, of whom 19 sway more than all others; the second 40, of whom one leads another.
std::vector<Figure> two_bosses() {
    std::vector<Figure> made(74, made::figure());
    for (std::size_t i = 0; i < made.size(); ++i) {
        made[i].id = std::to_string(i);
        made[i].rank = i == 0 ? 1 : i >= 3 && i < 22 ? .5 : .01;
        if (i > 0) made[i].boss = i < 3 ? 0 : i < 33 ? 1 : i < 73 ? 2 : 72;
    }
    return made;
}

const Figure* group_of(const std::vector<Figure>& figures, const std::string& boss) {
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const Figure& figure) { return figure.id == "group:" + boss; });
    return found == figures.end() ? nullptr : &*found;
}

std::vector<Figure> gathered(std::vector<Figure> figures, const std::vector<std::string>& open = {}) { return gather_leaves(std::move(figures), open, StanceScale::lead, Language::english); }

}  // namespace

// The head and 19 of the first boss's reports are the 20 most influential; the other 11 sway nobody, nor do 39 of the second's.
TEST_CASE("reports who lead nobody and are not among the twenty most influential are drawn as one") {
    const std::vector<Figure> found = gathered(two_bosses());
    REQUIRE(group_of(found, "1"));
    REQUIRE(group_of(found, "2"));
    CHECK(group_of(found, "1")->shown == "+11");
    CHECK(group_of(found, "2")->shown == "+39");
    CHECK(found.size() == 74 - 11 - 39 + 2);
    CHECK(found[*group_of(found, "2")->boss].id == "2");
    CHECK_FALSE(group_of(found, "72"));  // one report alone stays himself
    CHECK(std::none_of(found.begin(), found.end(), [](const Figure& figure) { return figure.id == "40"; }));
}

TEST_CASE("bosses of those who stay are found again after the others have gone") {
    const std::vector<Figure> before = two_bosses(), found = gathered(before);
    for (const Figure& figure : found)
        if (figure.together.empty() && figure.boss) CHECK(found[*figure.boss].id == before[*before[std::stoul(figure.id)].boss].id);
}

TEST_CASE("an opened group stands beside its people") {
    const std::vector<Figure> found = gathered(two_bosses(), {"2"});
    CHECK(found.size() == 74 - 11 + 2);
    CHECK(group_of(found, "2")->opened);
    CHECK(group_of(found, "2")->together.size() == 39);
    CHECK_FALSE(group_of(found, "1")->opened);
}

TEST_CASE("sixty people are drawn one by one, people without a boss are gathered too") {
    std::vector<Figure> made = two_bosses();
    made.resize(60);
    CHECK(gathered(made).size() == 60);
    std::vector<Figure> flat(80, made::figure());
    for (std::size_t i = 0; i < flat.size(); ++i) flat[i].id = std::to_string(i), flat[i].rank = 1 / (1.0 + static_cast<double>(i));
    const std::vector<Figure> found = gathered(flat);
    REQUIRE(group_of(found, ""));
    CHECK(group_of(found, "")->together.size() == 60);
    CHECK_FALSE(group_of(found, "")->boss);
    CHECK(group_of(found, "")->spoken.find("60 people without a boss") == 0);
}

TEST_CASE("the bar of a group is divided by where its people stand, those against us at the left") {
    std::vector<Figure> made = two_bosses();
    for (std::size_t i = 33; i < 73; ++i) made[i].standing->sign = i < 43 ? -2 : 1;  // ten against, thirty rather for us, of whom one leads
    const std::vector<Figure> found = gathered(made);
    const Figure& group = *group_of(found, "2");
    CHECK(group.stances == std::array<std::size_t, 5>{10, 0, 0, 29, 0});
    CHECK(group.spoken.find("somewhat for us 29, clearly for a rival 10") != std::string::npos);
    const Group drawn = leaf_group_marks(group);
    REQUIRE(drawn.marks.size() == 4);  // pill, number, two parts
    CHECK(drawn.marks[2].fill == "ag2");
    const auto against = made::path_numbers(drawn.marks[2].path), in_favour = made::path_numbers(drawn.marks[3].path);
    CHECK((against[2] - against[0]) / (in_favour[2] - in_favour[0]) == Approx(10. / 29).epsilon(.02));
    CHECK(against[2] == Approx(in_favour[0]));
}

TEST_CASE("a map of three hundred draws groups that a live page can open, and nothing overlaps") {
    for (const unsigned seed : {2u, 3u}) {
        const made::Subject many(made::account(300, seed));
        const Scene closed = hierarchy_map(many.subject);
        std::set<std::string> once;
        std::string boss;
        for (const Spot& spot : closed.spots) {
            CHECK(once.insert(spot.person).second);
            for (const std::string& one : spot.together) CHECK(once.insert(one).second);
            if (!spot.together.empty()) boss = group_boss(spot.person);
        }
        std::size_t here = 0;
        for (const Figure& figure : many.subject.figures) here += !figure.left();
        CHECK(static_cast<std::size_t>(std::count_if(once.begin(), once.end(), [](const std::string& id) { return id.rfind("group:", 0) != 0; })) == here);
        made::check_inside(closed);
        made::check_texts_apart(closed);
        if (once.size() == here) continue;  // nobody has three such reports
        MapOptions options;
        options.open = {boss};
        const made::Subject opened(made::account(300, seed), Language::english, options);
        const Scene open = hierarchy_map(opened.subject);
        CHECK(open.spots.size() > closed.spots.size());
        made::check_inside(open);
    }
}
