#include <buygraph/picture/map_sheet.hpp>

#include "catch.hpp"
#include "picture/scenes.hpp"
#include "picture/subjects.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

MapOptions of_width(std::optional<double> width, bool with_heading = true) { return {MapLayout::hierarchy, with_heading, width}; }

}  // namespace

TEST_CASE("a scene is as wide as asked, or as its drawing needs with margins") {
    CHECK(MapSheet::room(of_width({})) == 900);
    CHECK(MapSheet::room(of_width(600.)) == 544);
    const auto width = [](const MapOptions& options, double drawing) {
        const made::Subject one(deals::document(), Language::english, options);
        return MapSheet(one.subject, drawing).close(300, Legend({}, {}, StanceScale::lead, 700, Language::english)).width;
    };
    CHECK(width(of_width({}), 300) == 760 + 56);
    CHECK(width(of_width({}), 880) == 880 + 56);
    CHECK(width(of_width(600.), 300) == 600);
    CHECK(width(of_width(600.), 700) == 700 + 56);
}

TEST_CASE("without heading the drawing begins further up and nothing is said of account and date") {
    const made::Subject with(deals::document(), Language::english, of_width({})), without(deals::document(), Language::english, of_width({}, false));
    MapSheet above(with.subject, 800), bare(without.subject, 800);
    CHECK(above.top() - bare.top() == 56);
    const Scene headed = std::move(above).close(300, Legend({}, {}, StanceScale::lead, 800, Language::english));
    const Scene plain = std::move(bare).close(300, Legend({}, {}, StanceScale::lead, 800, Language::english));
    CHECK(made::says(headed, "Line 2"));
    CHECK_FALSE(made::says(plain, "Line 2"));
    CHECK(plain.title == "Line 2");
}

TEST_CASE("people lie on ties, ties on reporting lines") {
    const made::Subject one(deals::document());
    MapSheet sheet(one.subject, 800);
    Arrangement map = arrange(one.subject.figures);
    map.move(28, 76);
    CHECK(sheet.add_people(map, 700).curves.size() == 1);
    const Scene scene = std::move(sheet).close(700, Legend(map, {}, StanceScale::lead, 800, Language::english));
    std::vector<std::string> order;
    for (const Group& group : scene.groups)
        if (!group.id.empty()) order.push_back(group.id.substr(0, group.id.find(':')));
    CHECK(order == std::vector<std::string>{"reporting", "tie", "tie-number", "person", "person", "person"});
    CHECK(scene.groups[1].marks[0].stroke == "line2");
}
