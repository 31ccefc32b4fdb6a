#include <buygraph/boundary/page.hpp>

#include <buygraph/boundary/load.hpp>
#include <buygraph/forecast/forecast.hpp>
#include <buygraph/forecast/moves.hpp>
#include <buygraph/insight/decision_influence.hpp>
#include <buygraph/page/live_words.hpp>
#include <buygraph/page/verdict.hpp>
#include <buygraph/page/why.hpp>
#include <buygraph/text/verdict.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;
using boundary::answer_load, boundary::answer_page, boundary::answer_page_words, boundary::Arguments;

namespace {

/// An element back from its JSON.
picture::Element element_of(const Json& json) {
    picture::Element element = picture::tagged(json["tag"].get<std::string>());
    element.text = json.value("text", "");
    if (json.contains("attributes"))
        for (const auto& [name, value] : json["attributes"].items()) element.set(name, value.get<std::string>());
    if (json.contains("children"))
        for (const Json& child : json["children"]) element.add(element_of(child));
    return element;
}

Json lead(const char* person, double value) { return Json::array({Json{{"kind", "lead"}, {"person", person}, {"value", value}}}); }

const Json* person_in(const Json& page, const char* id) {
    for (const Json& one : page["people"])
        if (one["person"] == id) return &one;
    return nullptr;
}

}  // namespace

TEST_CASE("without a change the sections are those of a page of the file") {
    Asked asked;
    const Deal deal = deals::read(deals::document());
    const DecisionModel model = deals::model(deal);
    const page::Outlook outlook = page::outlook(model, forecast(model), decision_influence(model, 4096));
    const text::Names names(deal, Language::chinese);
    const Json page = asked(answer_page, {{"language", "zh"}});
    CHECK(picture::markup(element_of(page["verdict"])) == picture::markup(page::verdict(names, model, outlook)));
    CHECK(picture::markup(element_of(page["why"])) == picture::markup(page::why(names, model, outlook)));
    CHECK(page["changes"].empty());
    CHECK(page["forecast"]["difference"]["us"] == 0.0);
    CHECK(page["card"].is_null());
}

TEST_CASE("a needle stands where it was put, and the chance is that of the move") {
    Asked asked;
    const Json page = asked(answer_page, {{"changes", lead("liu", -.4)}, {"samples", 128}});
    CHECK((*person_in(page, "liu"))["lead"].get<double>() == Approx(-.4).margin(1e-9));
    REQUIRE(page["moves"].size() == 1);
    const DecisionModel model = deals::model(deals::document());
    Move move;
    move.kind = MoveKind::leaning;
    move.person = "liu";
    move.offer = "us";
    move.by = page["moves"][0]["by"].get<double>();
    const ForecastChange expected = forecast_moves(model, std::vector<Move>{move}, {.samples = 128});
    CHECK(page["forecast"]["after"]["us"] == expected.after.win());
    CHECK(page["forecast"]["difference"]["us"] == expected.difference[model.ours]);
    CHECK(page["bar"]["before"] == text::percent(expected.before.win()));
    CHECK(page["said"].get<std::string>().find(page["changes"][0]["text"].get<std::string>()) == 0);
}

TEST_CASE("a what-if leaves a hollow mark at the old place, and everybody in his") {
    Asked asked;
    const Json before = asked(answer_page, {{"samples", 64}}), after = asked(answer_page, {{"changes", lead("chen", .7)}, {"samples", 64}});
    const std::string chart = picture::markup(element_of(after["verdict"]));
    CHECK(chart.find("var(--sf)\" stroke=\"var(--for2)") != std::string::npos);
    for (const Json& person : after["people"]) {
        const Json& was = *person_in(before, person["person"].get<std::string>().c_str());
        CHECK(person["x"] == was["x"]);
        CHECK(person["y"] == was["y"]);
        CHECK(person["radius"] == was["radius"]);
    }
    CHECK(asked(answer_page, {{"changes", lead("chen", .7)}, {"samples", 64}, {"layout", "power_stance"}})["map"]["tag"] == "svg");
}

TEST_CASE("influence follows unless a hand waits") {
    Asked asked;
    const auto influence_in = [](const Json& page) { return picture::markup(element_of(page["list"])); };
    const Json same = asked(answer_page, {{"samples", 256}}), waits = asked(answer_page, {{"changes", lead("chen", .7)}, {"samples", 256}, {"quick", true}}), fine = asked(answer_page, {{"changes", lead("chen", .7)}, {"samples", 256}});
    const auto last_cells = [](const Json& list) {
        std::vector<std::string> cells;
        for (const Json& row : list["children"].back()["children"]) cells.push_back(row["children"].back()["text"]);
        return cells;
    };
    CHECK(last_cells(same["list"]) == last_cells(waits["list"]));
    CHECK(last_cells(same["list"]) != last_cells(fine["list"]));
    CHECK_FALSE(influence_in(same).empty());
}

TEST_CASE("a person's card comes with levers, a deal's price with one") {
    Asked asked(priced_deal());
    const Json page = asked(answer_page, {{"person", "okafor"}, {"samples", 64}});
    const std::string card = picture::markup(element_of(page["card"]));
    CHECK(card.find("data-kind=\"susceptibility\"") != std::string::npos);
    CHECK(card.find("data-kind=\"score\"") != std::string::npos);
    const Json& lever = page["levers"]["children"][1]["attributes"];
    CHECK(lever["data-kind"] == "price");
    const Deal priced = priced_deal();
    for (const Offer& offer : priced.offers)
        if (offer.kind == OfferKind::ours) CHECK(lever["value"] == number_text(*offer.terms->price));
    CHECK(Asked()(answer_page, {{"samples", 64}})["levers"].is_null());
    CHECK(asked(answer_page, {{"person", "nobody"}, {"samples", 64}})["card"].is_null());
}

TEST_CASE("who is taken out has no lead and no card, and who reports to him still does") {
    Asked asked;
    const Json page = asked(answer_page, {{"changes", Json::array({Json{{"kind", "remove_person"}, {"person", "liu"}}})}, {"samples", 64}});
    CHECK((*person_in(page, "liu"))["gone"] == true);
    CHECK_FALSE(person_in(page, "liu")->contains("lead"));
    CHECK((*person_in(page, "wang"))["boss"] == "chen");
    CHECK((*person_in(page, "wang"))["level"] == 2);
}

TEST_CASE("a frame has a place for every section") {
    const Json page = Asked()(answer_page, {{"frame", true}, {"samples", 64}, {"layout", "influence"}});
    const std::string frame = picture::markup(element_of(page["frame"]));
    for (const char* part : {"class=\"verdict\"", "class=\"why\"", "layout-influence", "layout-list", "data-section=\"plan\"", "data-section=\"coverage\"", "id=\"en-influence\" checked"}) CHECK(frame.find(part) != std::string::npos);
    CHECK(page["ties"][0]["from"] == "liu");
}

TEST_CASE("a page that knows what its file knows is the same page") {
    Asked asked;
    const Json first{{"deal", 1}};
    const DecisionModel& model = asked.session.deal(Arguments(first)).original()->model;
    const FiledForecast filed{forecast(model), decision_influence(model, boundary::HeldDeal::samples)};
    boundary::Session session;
    const Json knowing{{"source", deals::document()}, {"filed", write_filed(filed)}};
    (void)answer_load(session, Arguments(knowing));
    for (const Json& changes : {Json::array(), Json::array({Json{{"kind", "veto_line"}, {"by", -.1}}})}) {
        const Json request{{"deal", 1}, {"changes", changes}, {"samples", 256}};
        CHECK(answer_page(session, Arguments(request)) == asked(answer_page, {{"changes", changes}, {"samples", 256}}));
    }
    Json other = write_filed(filed);
    other["outcomes"] = {0, 1, 0};  // it is what is shown
    const Json believing{{"source", deals::document()}, {"filed", other}}, second{{"deal", 2}};
    (void)answer_load(session, Arguments(believing));
    CHECK(answer_page(session, Arguments(second))["forecast"]["forecast"]["win"] == 1);
}

// Thousands of states of the world are too many for a what-if among many people; what the file knows of them costs nothing.
TEST_CASE("among many people a page shows its file's forecast, and a change is compared by the states of the world that it is seen by") {
    Json json = deals::document();
    for (int extra = 0; extra < 60; ++extra) json["people"].push_back({{"id", "user" + std::to_string(extra)}, {"roles", {"user"}}, {"reports_to", "chen"}});
    const DecisionModel model = deals::model(json);
    FiledForecast filed{forecast(model, {.samples = 64}), std::vector<double>(model.people_count(), .01)};
    filed.forecast.samples = boundary::HeldDeal::samples;
    filed.forecast.outcomes = {0, 1, 0};
    boundary::Session session;
    (void)answer_load(session, Arguments(Json{{"source", json}, {"filed", write_filed(filed)}}));
    Json request{{"deal", 1}, {"samples", 64}, {"quick", true}};
    CHECK(answer_page(session, Arguments(request))["forecast"]["forecast"]["win"] == 1);
    request["changes"] = Json::array({Json{{"kind", "veto_line"}, {"by", -.1}}});
    const Json changed = answer_page(session, Arguments(request));
    Move tamer;
    tamer.kind = MoveKind::veto_line;
    tamer.by = -.1;
    const ForecastChange change = forecast_moves(model, std::vector<Move>{tamer}, {.samples = 64});
    CHECK(changed["bar"]["before"] == text::percent(change.before.win()));
    CHECK(changed["forecast"]["difference"]["us"] == Approx(change.difference[model.ours]).margin(1e-12));
    CHECK(picture::markup(element_of(changed["verdict"])).find("class=\"widens\"") != std::string::npos);
}

TEST_CASE("words, colours and style come without a deal") {
    boundary::Session session;
    const Json nothing = Json::object(), chinese{{"language", "zh"}};
    const Json words = answer_page_words(session, boundary::Arguments(nothing));
    CHECK(words["words"].size() == page::live_words.size());
    CHECK(answer_page_words(session, boundary::Arguments(chinese))["words"]["undo"] == "撤销");
    CHECK(words["light"]["sf"] == "#FFFFFF");
    CHECK(words["style"].get<std::string>().find(":host{") == 0);
}

TEST_CASE("map, list and card follow the chosen scale, the verdict does not, and needles stay where they cannot be dragged") {
    Asked asked;
    const Json lead = asked(answer_page, {{"samples", 64}, {"person", "liu"}}), shown = asked(answer_page, {{"samples", 64}, {"person", "liu"}, {"scale", "stance_to_us"}});
    const DecisionModel model = deals::model(deals::document());
    CHECK((*person_in(shown, "liu"))["lead"] == final_attitudes(model, 1)(model.person("liu"), model.ours));
    CHECK((*person_in(lead, "liu"))["movable"] == true);
    CHECK((*person_in(shown, "liu"))["movable"] == false);
    CHECK(shown["verdict"] == lead["verdict"]);
    CHECK(shown["list"] != lead["list"]);
    for (const char* part : {"list", "card", "scale"}) CHECK(text::capitalised(picture::markup(element_of(shown[part]))).find("tance to us") != std::string::npos);
    CHECK(picture::markup(element_of(lead["list"])).find("tance to us") == std::string::npos);
    CHECK_THROWS_AS(asked(answer_page, {{"scale", "liking"}}), InputError);
}

TEST_CASE("among many people reports are drawn together until they are opened") {
    Json document = deals::document();
    for (int at = 0; at < 80; ++at) document["people"].push_back({{"id", "p" + std::to_string(at)}, {"roles", {"user"}}, {"reports_to", "liu"}});
    Asked asked(document);
    const Json closed = asked(answer_page, {{"samples", 64}});
    REQUIRE(closed["groups"].size() == 1);
    CHECK(closed["groups"][0]["person"] == "group:liu");
    CHECK(closed["groups"][0]["boss"] == "liu");
    std::size_t together = 0;
    for (const Json& person : closed["people"]) together += person.contains("group");
    CHECK(closed["people"].size() == 83);
    CHECK(closed["groups"][0]["name"] == "+" + std::to_string(together));
    CHECK(picture::markup(element_of(closed["map"])).find("aria-expanded=\"false\"") != std::string::npos);
    const Json open = asked(answer_page, {{"samples", 64}, {"open", {"liu"}}});
    for (const Json& person : open["people"]) CHECK_FALSE(person.contains("group"));
    CHECK(picture::markup(element_of(open["map"])).find("aria-expanded=\"true\"") != std::string::npos);
}
