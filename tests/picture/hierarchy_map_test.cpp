#include <buygraph/picture/hierarchy_map.hpp>

#include "catch.hpp"
#include "picture/scenes.hpp"
#include "picture/subjects.hpp"

using namespace buygraph;
using namespace buygraph::picture;

TEST_CASE("a narrow map is tighter or taller, and keeps to its width where it can") {
    const Json json = made::account(24, 4);
    const made::Subject usual(json), narrow(json, Language::english, {MapLayout::hierarchy, true, 500});
    const Scene wide = hierarchy_map(usual.subject), slim = hierarchy_map(narrow.subject);
    CHECK(slim.width == 500);
    CHECK(slim.width < wide.width);
    made::check_inside(slim);
    made::check_texts_apart(slim);
}

TEST_CASE("of many people the most influential are named, and the legend says so") {
    for (const Language language : {Language::english, Language::chinese}) {
        const made::Subject many(made::account(90, 2), language);
        const Scene scene = hierarchy_map(many.subject);
        CHECK(made::says(scene, language == Language::english ? "named: the 20 most influential" : "只标出影响最大的 20 人"));
        made::check_inside(scene);
        made::check_texts_apart(scene);
    }
    const made::Subject few(made::account(20, 2));
    CHECK_FALSE(made::says(hierarchy_map(few.subject), "named"));
}
