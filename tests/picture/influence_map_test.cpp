#include <buygraph/picture/influence_map.hpp>

#include "catch.hpp"
#include "picture/made_figures.hpp"
#include "picture/scenes.hpp"
#include "picture/subjects.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

/// Where the name of somebody stands, or a column's head.
Point place_of(const Scene& scene, const std::string& words) {
    for (const Group& group : scene.groups)
        for (const Mark& mark : group.marks)
            if (mark.text == words) return mark.at;
    FAIL("nowhere: " << words);
    return {};
}

//   a advises b, b advises c who decides; d is swayed by c alone; nobody reports to anybody
Json chain_of_three() {
    Json json = deals::document();
    json["evidence"] = Json::array();
    json["people"] = Json::array();
    for (const char* id : {"a", "b", "c", "d"}) json["people"].push_back({{"id", id}, {"name", std::string("Name ") + id}, {"roles", {id[0] == 'c' ? "decision_maker" : "user"}}});
    json["ties"] = {{{"from", "a"}, {"to", "b"}}, {{"from", "b"}, {"to", "c"}}, {{"from", "c"}, {"to", "d"}}};
    return json;
}

}  // namespace

TEST_CASE("an account without reporting lines stands in columns by steps, the decider at the right") {
    const made::Subject one(chain_of_three());
    const Scene scene = influence_map(one.subject);
    CHECK(place_of(scene, "Name d").x < place_of(scene, "Name a").x);
    CHECK(place_of(scene, "Name a").x < place_of(scene, "Name b").x);
    CHECK(place_of(scene, "Name b").x < place_of(scene, "Name c").x);
    CHECK(place_of(scene, "no influence").x < place_of(scene, "2 steps away").x);
    CHECK(place_of(scene, "1 step away").x < place_of(scene, "decides").x);
    CHECK(made::group(scene, "tie:0").title == "Name a → Name b: advises, +0.60");
    made::check_inside(scene);
    made::check_texts_apart(scene);
    const made::Subject chinese(chain_of_three(), Language::chinese);
    const Scene said = influence_map(chinese.subject);
    for (const char* words : {"影响不到", "隔 2 步", "隔 1 步", "拍板"}) CHECK(made::says(said, words));
}

TEST_CASE("under a vote the last column votes, and who has left alone stands in a column that says so") {
    Json json = chain_of_three();
    json["decision"] = {{"rule", "majority"}};
    json["people"][3]["departed"] = true;
    json["ties"].erase(2);
    const made::Subject one(json);
    const Scene scene = influence_map(one.subject);
    CHECK(made::says(scene, "votes"));
    CHECK(made::says(scene, "has left"));
    CHECK_FALSE(made::says(scene, "no influence"));
}

TEST_CASE("a reporting line runs between the two dials") {
    const made::Subject one(deals::document());
    const Scene scene = influence_map(one.subject);
    const auto lines = std::find_if(scene.groups.begin(), scene.groups.end(), [](const Group& group) { return group.marks.size() == 1 && group.marks[0].stroke == "line2"; });
    REQUIRE(lines != scene.groups.end());
    CHECK(std::count(lines->marks[0].path.begin(), lines->marks[0].path.end(), 'M') == 2);
    Figure from = made::one_figure({0, 0}), to = made::one_figure({100, 0});
    const auto line = picture::detail::straight_line(from, to, densities[1]);  // radius 20, dial to 31
    REQUIRE(line.size() == 2);
    CHECK(line[0].x == Approx(32));
    CHECK(line[1].x == Approx(68));
    to.centre.x = 60;
    CHECK(picture::detail::straight_line(from, to, densities[1]).empty());

    Density under = densities[1];  // straight down it begins below the name: at the last badge's foot 14 to the baseline, 4 below it, 2 more
    under.under = true;
    to.centre = {0, 300};
    const auto below = picture::detail::straight_line(to, from, under);
    REQUIRE(below.size() == 2);
    CHECK(below[0].y == Approx(.866 * 26 + 8 + 1 + 14 + 4 + 2));
    CHECK(below[1].y == Approx(300 - 32));
}
