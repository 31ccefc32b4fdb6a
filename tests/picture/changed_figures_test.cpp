#include <buygraph/picture/changed_figures.hpp>

#include <buygraph/forecast/moves.hpp>
#include <buygraph/picture/account_map.hpp>
#include <buygraph/deal/tie_kinds.hpp>

#include "catch.hpp"
#include "deals.hpp"
#include "picture/scenes.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

/// The three people with moves made, drawn over their places.
struct Change {
    Deal deal = deals::read(deals::document());
    DecisionModel model = deals::model(deal), moved;
    std::vector<double> influence{.5, .3, .1}, after{.1, .3, .5};
    std::vector<std::string> gone;

    explicit Change(const std::vector<Move>& moves) : moved(forecasting::make_moves(model, moves).model) {}
    [[nodiscard]] Scene before(MapLayout layout = MapLayout::hierarchy) const { return account_map(deal, model, influence, Language::english, {layout, false, {}}); }
    [[nodiscard]] Scene drawn(MapLayout layout = MapLayout::hierarchy) const { return account_map(deal, model, influence, Language::english, {layout, false, {}}, {deal, moved, after, gone}); }
};

Move tie_move(MoveKind kind, const std::string& from, const std::string& to, double by = 0) {
    Move move;
    move.kind = kind;
    move.from = from;
    move.to = to;
    if (by != 0) move.by = by;
    return move;
}

Move leaning(const std::string& person, double by) {
    Move move;
    move.kind = MoveKind::leaning;
    move.person = person;
    move.offer = "us";
    move.by = by;
    return move;
}

std::string needle(const Scene& scene, const std::string& person) {
    for (const Mark& mark : made::group(scene, "person:" + person).marks)
        if (mark.part == "needle") return mark.path;
    return "";
}

}  // namespace

TEST_CASE("without a change the drawing is the same, mark by mark") {
    const Change none({});
    for (const MapLayout layout : {MapLayout::hierarchy, MapLayout::influence, MapLayout::power_stance}) {
        const Scene one = none.before(layout), other = none.drawn(layout);
        REQUIRE(one.groups.size() == other.groups.size());
        for (std::size_t g = 0; g < one.groups.size(); ++g) {
            REQUIRE(one.groups[g].marks.size() == other.groups[g].marks.size());
            for (std::size_t k = 0; k < one.groups[g].marks.size(); ++k) CHECK(one.groups[g].marks[k].path == other.groups[g].marks[k].path);
        }
    }
}

TEST_CASE("a stance turns its needle and leaves everybody in his place and size") {
    const Change change({leaning("liu", -.7)});
    const Scene before = change.before(), after = change.drawn();
    REQUIRE(before.spots.size() == 3);
    REQUIRE(after.spots.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(after.spots[i].person == before.spots[i].person);
        CHECK(after.spots[i].centre.x == before.spots[i].centre.x);
        CHECK(after.spots[i].centre.y == before.spots[i].centre.y);
        CHECK(after.spots[i].radius == before.spots[i].radius);
    }
    CHECK(needle(after, "liu") != needle(before, "liu"));
}

TEST_CASE("power and stance moves people across and not up") {
    const Change change({leaning("wang", .5)});
    const auto place = [](const Scene& scene, const std::string& id) {
        for (const Spot& spot : scene.spots)
            if (spot.person == id) return spot.centre;
        return Point{};
    };
    const Point before = place(change.before(MapLayout::power_stance), "wang"), after = place(change.drawn(MapLayout::power_stance), "wang");
    CHECK(after.x > before.x + 10);
    CHECK(after.y == Approx(before.y).margin(1));
}

TEST_CASE("a tie that is cut is not drawn, one that is added is") {
    const Change change({tie_move(MoveKind::cut_tie, "liu", "wang"), tie_move(MoveKind::add_tie, "wang", "chen", .4)});
    const Deal tied = with_ties_of(change.moved, change.deal);
    REQUIRE(tied.ties.size() == 2);
    CHECK(tied.ties[0].strength == 0.0);
    CHECK(tied.ties[1].from == "wang");
    CHECK(tied.ties[1].kind == TieKind::advises);
    const Scene scene = change.drawn();
    CHECK_FALSE(made::has_group(scene, "tie:0"));
    CHECK(made::has_group(scene, "tie:1"));
}

TEST_CASE("two new ties of one strength, there and back, are one that goes both ways") {
    const Change change({tie_move(MoveKind::add_tie, "wang", "chen", -.4), tie_move(MoveKind::add_tie, "chen", "wang", -.4)});
    const Deal tied = with_ties_of(change.moved, change.deal);
    REQUIRE(tied.ties.size() == 2);
    CHECK(tied.ties[1].kind == TieKind::opposes);
    CHECK(signed_strength(tied.ties[1]) == Approx(-.4));
}

TEST_CASE("who was taken out is struck through in his place") {
    Change change({});
    change.gone = {"liu"};
    const Group& out = made::group(change.drawn(), "person:liu");
    CHECK(out.title.find("taken out") != std::string::npos);
    bool struck = false;
    for (const Mark& mark : out.marks) struck = struck || mark.struck;
    CHECK(struck);
    CHECK(needle(change.drawn(), "liu").empty());
    CHECK(change.drawn().spots[0].centre.x == change.before().spots[0].centre.x);
}

TEST_CASE("where other people are in it, the map is laid out anew") {
    Json json = deals::document();
    json["people"].push_back({{"id", "new"}, {"roles", {"user"}}});
    const Deal other = deals::read(json);
    const DecisionModel model = deals::model(other);
    const Change change({});
    CHECK_FALSE(same_people(change.deal, other));
    const std::vector<double> influence(4, .1);
    CHECK(account_map(change.deal, change.model, change.influence, Language::english, {}, {other, model, influence, {}}).spots.size() == 4);
}

TEST_CASE("a reporting line that was cut is not drawn, and nobody moves") {
    const Change change({});
    Json json = deals::document();
    const std::string person = json["people"][1]["id"];
    REQUIRE(json["people"][1].contains("reports_to"));
    json["people"][1].erase("reports_to");
    const Deal edited = deals::read(json);
    const DecisionModel model = deals::model(edited);
    for (const MapLayout layout : {MapLayout::hierarchy, MapLayout::influence}) {
        const Scene before = change.before(layout), after = account_map(change.deal, change.model, change.influence, Language::english, {layout, false, {}}, {edited, model, change.after, {}});
        REQUIRE(before.spots.size() == after.spots.size());
        for (std::size_t i = 0; i < before.spots.size(); ++i) {
            CHECK(after.spots[i].centre.x == before.spots[i].centre.x);
            CHECK(after.spots[i].centre.y == before.spots[i].centre.y);
            CHECK(after.spots[i].line == (before.spots[i].person == person ? "" : before.spots[i].line));
        }
        CHECK(made::group(before, "reporting").marks[0].path.size() > (made::has_group(after, "reporting") ? made::group(after, "reporting").marks[0].path.size() : 0));
    }
}
