#include <buygraph/picture/power_stance_map.hpp>

#include <cmath>
#include <cstdlib>

#include "catch.hpp"
#include "picture/scenes.hpp"
#include "picture/subjects.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

/// The x at which a text of the axis stands.
double axis_x(const Scene& scene, const std::string& tick) {
    for (const Group& group : scene.groups)
        for (const Mark& mark : group.marks)
            if (mark.text == tick && mark.anchor == "middle") return mark.at.x;
    FAIL("no tick " << tick);
    return 0;
}

}  // namespace

// An independent path: the whisker's ends measured on the drawn axis against the posterior's 10th and 90th percentile.
TEST_CASE("whiskers end at L ± 1.2816 sd on the axis that is drawn, clipped at its ends") {
    const made::Subject one(deals::document());
    const Scene scene = power_stance_map(one.subject);
    const double zero = axis_x(scene, "0"), unit = axis_x(scene, "+1.0") - zero;
    CHECK(zero - axis_x(scene, "−1.0") == Approx(unit));
    const auto all = standings(one.model);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string& path = made::group(scene, "range:" + one.model.people[i]).marks[0].path;
        const double low = std::strtod(path.c_str() + 1, nullptr), high = std::strtod(path.c_str() + path.find('L') + 1, nullptr);
        CHECK((low - zero) / unit == Approx(std::max(-1.0, all[i].lead - 1.2816 * all[i].sd)).margin(1e-4));
        CHECK((high - zero) / unit == Approx(std::min(1.0, all[i].lead + 1.2816 * all[i].sd)).margin(1e-4));
    }
}

TEST_CASE("the axes say what they are, in both languages, and without a rival that it is the pull to buy") {
    const made::Subject english(deals::document()), chinese(deals::document(), Language::chinese);
    const Scene en = power_stance_map(english.subject), zh = power_stance_map(chinese.subject);
    for (const char* words : {"win over or neutralise", "give them the floor", "lead over the best rival", "← for a rival", "for us →", "decision influence", "100%"}) CHECK(made::says(en, words));
    for (const char* words : {"争取或化解", "让他们发声", "对最强对手的领先", "← 偏对手", "偏我方 →", "决策影响", "100%"}) CHECK(made::says(zh, words));
    Json json = deals::document();
    json["offers"].erase(1);
    json["evidence"] = Json::array();
    const made::Subject alone(json);
    const Scene pull = power_stance_map(alone.subject);
    for (const char* words : {"pull to buy", "← wants to stay", "wants to buy →"}) CHECK(made::says(pull, words));
    CHECK_FALSE(made::says(pull, "rival"));
}

TEST_CASE("a guess has a dashed whisker, no dial stands about a disc, and who has left is counted") {
    Json json = deals::document();
    json["people"].push_back({{"id", "xu"}, {"departed", true}, {"roles", {"user"}}});
    json["evidence"] = Json::array();
    const made::Subject one(json);
    const Scene scene = power_stance_map(one.subject);
    CHECK(made::group(scene, "range:chen").marks[0].dash == "3 2");
    CHECK(made::says(scene, "1 has left and is not drawn"));
    for (const Group& group : scene.groups) {
        CHECK(group.id != "person:xu");
        for (const Mark& mark : group.marks) CHECK_FALSE((mark.stroke == "ink" && mark.width == 2));
    }
}

TEST_CASE("a narrow plot keeps its words apart") {
    for (const double width : {320., 400., 500.})
        for (const Language language : {Language::english, Language::chinese}) {
            const made::Subject one(made::account(9, 3), language, {MapLayout::power_stance, false, width});
            const Scene scene = power_stance_map(one.subject);
            CHECK(scene.width == width);
            made::check_inside(scene);
            made::check_texts_apart(scene);
        }
}
