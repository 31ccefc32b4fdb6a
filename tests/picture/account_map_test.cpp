#include <buygraph/picture/account_map.hpp>

#include <buygraph/insight/decision_influence.hpp>
#include <buygraph/text/verdict.hpp>
#include <buygraph/picture/svg.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "catch.hpp"
#include "deals.hpp"
#include "picture/scenes.hpp"
#include "plan/plans.hpp"

using namespace buygraph;
using namespace buygraph::picture;
using made::check_inside;
using made::says;

namespace {

Scene scene_of(const Json& json, Language language = Language::english, const MapOptions& options = {}) {
    const Deal deal = deals::read(json);
    return account_map(deal, deals::model(deal), language, options);
}

const Group& person(const Scene& scene, const std::string& id) { return made::group(scene, "person:" + id); }

bool has_octagon(const Group& group) {
    return std::any_of(group.marks.begin(), group.marks.end(), [](const Mark& mark) { return mark.fill == "ink" && std::count(mark.path.begin(), mark.path.end(), 'L') == 7; });
}
bool has_needle(const Group& group) {
    return std::any_of(group.marks.begin(), group.marks.end(), [](const Mark& mark) { return mark.stroke == "ink" && mark.width == 2; });
}
/// Radius of the disc: the first full circle that is as wide as a disc's outline.
double radius(const Group& group) {
    for (const Mark& mark : group.marks) {
        const auto at = mark.path.find('A');
        if (mark.width == 1.5 && at != std::string::npos) return std::stod(mark.path.substr(at + 1));
    }
    return 0;
}
std::size_t people_in(const Scene& scene) {
    std::set<std::string> seen;
    std::size_t count = 0;
    for (const Group& group : scene.groups)
        if (group.id.rfind("person:", 0) == 0) ++count, seen.insert(group.id);
    CHECK(seen.size() == count);
    return count;
}
Json many(std::size_t count) {
    Json json = deals::document();
    json["evidence"] = Json::array();
    json["ties"] = Json::array();
    json["people"] = Json::array({{{"id", "p0"}, {"roles", {"decision_maker"}}}});
    for (std::size_t i = 1; i < count; ++i)
        json["people"].push_back({{"id", "p" + std::to_string(i)}, {"name", "Person number " + std::to_string(i)}, {"roles", {"user"}}, {"reports_to", "p" + std::to_string((i - 1) / 4)}});
    return json;
}

}  // namespace

TEST_CASE("everybody appears once; the octagon is the veto holder's alone; discs rank by decision influence") {
    const Scene scene = scene_of(deals::document());
    CHECK(people_in(scene) == 3);
    CHECK(has_octagon(person(scene, "liu")));
    CHECK_FALSE(has_octagon(person(scene, "chen")));
    CHECK_FALSE(has_octagon(person(scene, "wang")));

    const DecisionModel model = deals::model(deals::document());
    const auto influence = decision_influence(model);
    std::map<double, double> by_influence;
    for (std::size_t i = 0; i < 3; ++i) by_influence[std::abs(influence[i])] = radius(person(scene, model.people[i]));
    double before = 0;
    for (const auto& [value, size] : by_influence) {
        CHECK(size > before);
        before = size;
    }
    CHECK(before == 33);
    check_inside(scene);
}

TEST_CASE("the map says whose it is, of when, and that it is uncalibrated, in both languages") {
    Json json = deals::document();
    json["account"] = "江临制药";
    json["as_of"] = "2026-10-15";
    for (const Language language : {Language::english, Language::chinese}) {
        const Scene scene = scene_of(json, language);
        CHECK(says(scene, "江临制药 · Line 2"));
        CHECK(says(scene, "2026-10-15"));
        CHECK(says(scene, text::uncalibrated(language)));
        CHECK(scene.language == word_of(language));
        check_inside(scene);
    }
}

TEST_CASE("without a rival the dial says pull to buy") {
    Json json = deals::document();
    json["offers"].erase(1);
    json["evidence"] = Json::array();
    CHECK(says(scene_of(json), "pull to buy"));
    CHECK(says(scene_of(json, Language::chinese), "想买的程度"));
    CHECK_FALSE(says(scene_of(deals::document()), "pull to buy"));
}

TEST_CASE("a hostile name is text in the picture, whatever it tries") {
    Json json = deals::document();
    json["name"] = "<svg onload=x>";
    json["people"][1]["name"] = "</text><script>alert(1)</script>";
    json["people"][2]["name"] = "\" onmouseover=\"x";
    const std::string svg = to_svg(scene_of(json));
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("<svg", 1) == std::string::npos);
    CHECK(svg.find("\" onmouseover") == std::string::npos);
    CHECK(svg.find("&lt;/text&gt;&lt;script&gt;") != std::string::npos);
}

TEST_CASE("who has left stands apart: no dial, no line, no tie") {
    Json json = deals::document();
    json["people"].push_back({{"id", "xu"}, {"name", "Xu"}, {"departed", true}, {"reports_to", "chen"}, {"roles", {"technical"}}});
    json["ties"].push_back({{"from", "xu"}, {"to", "chen"}});
    const Scene scene = scene_of(json);
    CHECK(people_in(scene) == 4);
    CHECK_FALSE(has_needle(person(scene, "xu")));
    CHECK_FALSE(has_octagon(person(scene, "xu")));
    CHECK(has_needle(person(scene, "liu")));
    std::size_t curves = 0;
    for (const Group& group : scene.groups)
        for (const Mark& mark : group.marks) curves += mark.path.find('Q') != std::string::npos;
    CHECK(curves == 1 + 1);  // the tie of liu and wang, and its sample in the legend
}

TEST_CASE("one person is a map") {
    Json json = many(1);
    const Scene scene = scene_of(json);
    CHECK(people_in(scene) == 1);
    check_inside(scene);
}

TEST_CASE("sixty people are a map") {
    const Scene scene = scene_of(many(60));
    CHECK(people_in(scene) == 60);
    CHECK(scene.width <= 900 + 56);
    check_inside(scene);
}

TEST_CASE("a name of ten thousand characters does not move the layout, but can be heard in full") {
    const auto with = [](std::size_t length) {
        Json json = deals::document();
        json["people"][1]["name"] = std::string(length, 'n');
        return scene_of(json);
    };
    const Scene usual = with(100), endless = with(10000);
    CHECK(usual.width == endless.width);
    CHECK(usual.height == endless.height);
    for (const char* id : {"chen", "liu", "wang"}) CHECK(person(usual, id).marks[0].path == person(endless, id).marks[0].path);
    CHECK(person(endless, "liu").title.find(std::string(10000, 'n')) != std::string::npos);
    for (const Mark& mark : person(endless, "liu").marks) CHECK(mark.text.size() < 100);
}

TEST_CASE("in every layout, of every bundled deal and in both languages, everything is inside and no text lies on another") {
    for (const std::string& name : plans::example_names) {
        const Deal deal = deals::read(plans::example_document(name));
        const DecisionModel model = deals::model(deal);
        const auto influence = decision_influence(model, 64);
        for (const auto& [word, layout] : Words<MapLayout>::table)
            for (const Language language : {Language::english, Language::chinese})
                for (const std::optional<double> width : {std::optional<double>(), std::optional(700.), std::optional(1200.)}) {
                    CAPTURE(name, word, width.value_or(0), language == Language::chinese);
                    MapOptions options;
                    options.layout = layout;
                    options.width = width;
                    const Scene scene = account_map(deal, model, influence, language, options);
                    if (width) CHECK(scene.width >= *width);
                    check_inside(scene);
                    made::check_texts_apart(scene);
                    made::check_ids_differ(scene);
                }
    }
}

TEST_CASE("in every layout a hundred random accounts keep their texts apart and inside") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        const Deal deal = deals::read(made::account(1 + seed * 7 % 60, seed));
        const DecisionModel model = deals::model(deal);
        const auto influence = decision_influence(model, 16);
        for (const auto& [word, layout] : Words<MapLayout>::table) {
            CAPTURE(seed, word);
            MapOptions options;
            options.layout = layout;
            options.heading = seed % 2;
            const Scene scene = account_map(deal, model, influence, seed % 3 ? Language::english : Language::chinese, options);
            check_inside(scene);
            made::check_texts_apart(scene);
            made::check_ids_differ(scene);
            CHECK(says(scene, text::uncalibrated(seed % 3 ? Language::english : Language::chinese)) == options.heading);
        }
    }
}

TEST_CASE("one person, no rival and no team are maps in every layout") {
    Json alone = deals::document();
    alone["people"] = Json::array({alone["people"][0]});
    alone["ties"] = alone["evidence"] = Json::array();
    alone["offers"].erase(1);
    for (const auto& [word, layout] : Words<MapLayout>::table) {
        CAPTURE(word);
        MapOptions options;
        options.layout = layout;
        const Scene scene = scene_of(alone, Language::english, options);
        CHECK(people_in(scene) == 1);
        CHECK(says(scene, "pull to buy"));
        check_inside(scene);
        made::check_texts_apart(scene);
    }
}

TEST_CASE("a width out of range is refused") {
    for (const double width : {0., 319., 1e6, std::nan("")}) {
        MapOptions options;
        options.width = width;
        CHECK_THROWS_AS(scene_of(deals::document(), Language::english, options), InputError);
    }
}

TEST_CASE("the same influence draws the same map") {
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    CHECK(to_svg(account_map(deal, model, Language::english)) == to_svg(account_map(deal, model, decision_influence(model, 1024), Language::english)));
}
