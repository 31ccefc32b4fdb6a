#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// A page's sections that follow a what-if, as trees of elements: verdict, why, map, list and the card of `person`; and what its controls need of people, ties and changes.
///
/// Map, list and card show where people stand on a `scale`; verdict and why go by the lead. Among more than 60 people the reports of the bosses in `open` are drawn one by one.
/// `edits`, `moves` and `changes` (see `Changes`) are made in this order of kinds. Without `redrawn` people stay in the places that they have in the deal as it was loaded.
/// `quick` leaves decision influence as it was: for a hand that waits.
/// \throws InputError, DealError  a change that cannot be made
/// Cost: one forecast, the drawing, and unless it is quick a quarter of a forecast with the way back to the attitudes.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_page(Session& session, const Arguments& arguments);

/// What a live page says and wears whatever its deal is: the words of its controls, the style sheet, and the colours on light ground for pictures that leave it.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_page_words(Session&, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_PAGE)

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../deal/tie_kinds.hpp"
#include "../insight/decision_influence.hpp"
#include "../insight/lead_move.hpp"
#include "../page/blind_spot_rows.hpp"
#include "../page/coverage_table.hpp"
#include "../page/levers.hpp"
#include "../page/live_words.hpp"
#include "../page/map_section.hpp"
#include "../page/next_steps.hpp"
#include "../page/person_card.hpp"
#include "../page/price.hpp"
#include "../page/question_rows.hpp"
#include "../page/style.hpp"
#include "../page/verdict.hpp"
#include "../page/why.hpp"
#include "../picture/account_map.hpp"
#include "../picture/person_marks.hpp"
#include "../text/changes.hpp"
#include "../text/lists.hpp"
#include "changes.hpp"
#include "results.hpp"

namespace buygraph::boundary {

/// An element as a page builds it: its tag, and what it has of attributes, text and children.
[[nodiscard]] inline Json element_json(const picture::Element& element) {
    Json json = Json::object();
    json.get_ref<Json::object_t&>().reserve(4);  // growing would copy what is in it
    put(json, "tag", element.tag);
    if (!element.attributes.empty()) {
        Json& attributes = json["attributes"] = Json::object();
        attributes.get_ref<Json::object_t&>().reserve(element.attributes.size());
        for (const auto& [name, value] : element.attributes) attributes[name] = value;
    }
    if (!element.text.empty()) json["text"] = element.text;
    if (element.children.empty()) return json;
    Json& children = json["children"] = Json::array();
    children.get_ref<Json::array_t&>().reserve(element.children.size());
    for (const picture::Element& child : element.children) children.push_back(element_json(child));
    return json;
}

namespace detail {

/// The sections of a page that follow a what-if.
class LivePage {
  public:
    LivePage(Session& session, const Arguments& arguments)
        : arguments_(arguments), language_(arguments.language()), held_(session.deal(arguments)), original_(held_.original()), influence_(held_.influence(!held_.many(), arguments.interrupt())), changes_(held_, arguments), after_(changes_.after()),
          layout_(arguments.word<picture::MapLayout>("layout").value_or(picture::MapLayout::hierarchy)), scale_(arguments.word<StanceScale>("scale").value_or(StanceScale::lead)) {}

    [[nodiscard]] Json answer() {
        ForecastOptions options = arguments_.forecast_options();
        Forecast before_all = held_.at_rest(options);
        ForecastChange change;
        if (changes_.any()) {
            options.variance_by_group = false;
            const Baseline& before = held_.before(options);
            change = after_.moved ? change_from(before, *after_.moved, options.interrupt) : change_from(before, after_.version->model, options.interrupt, after_.version->plan());
            if (held_.many()) {  // a change is seen by fewer states of the world than the file's forecast, and is compared with what those say
                before_all.variance_fall.swap(change.before.variance_fall);
                before_all = change.before;
            }
        } else {
            change.before = change.after = before_all;
            change.difference = change.standard_error = std::vector<double>(before_all.outcomes.size(), 0.0);
        }
        std::vector<double> influence = as_loaded();
        if (!arguments_.flag("quick") && changes_.any()) influence = decision_influence(model(), std::max<std::size_t>(64, options.samples / 4), options.seed, options.interrupt, after_.plan());
        page::Outlook now = page::outlook(model(), change.after, std::move(influence));

        Json reply = Json::object();
        reply.get_ref<Json::object_t&>().reserve(24);
        put_sections(reply, now, changes_.any() ? &before_all : nullptr);
        put_changes(reply, change);
        return reply;
    }

  private:
    [[nodiscard]] const Deal& deal() const { return after_.deal(); }
    [[nodiscard]] const DecisionModel& model() const { return after_.model(); }
    [[nodiscard]] std::string prefix() const { return std::string(word_of(language_)); }
    [[nodiscard]] std::string card_of(std::size_t person) const { return "#" + prefix() + "-card-" + std::to_string(person + 1); }

    /// Influence as the deal was loaded, of who is in the model now.
    [[nodiscard]] std::vector<double> as_loaded() const {
        std::vector<double> influence;
        for (const std::string& id : model().people) {
            const auto& all = original_->model.people;
            const auto found = std::find(all.begin(), all.end(), id);
            influence.push_back(found == all.end() ? 0 : influence_[static_cast<std::size_t>(found - all.begin())]);
        }
        return influence;
    }

    /// Everybody by influence as the file has them, of those who are still in the model.
    [[nodiscard]] std::vector<std::size_t> order() const {
        std::vector<std::size_t> list;
        for (const std::size_t was : page::by_influence(influence_)) {
            const auto found = std::find(model().people.begin(), model().people.end(), original_->model.people[was]);
            if (found != model().people.end()) list.push_back(static_cast<std::size_t>(found - model().people.begin()));
        }
        for (std::size_t i = 0; i < model().people_count(); ++i)
            if (std::find(list.begin(), list.end(), i) == list.end()) list.push_back(i);
        return list;
    }

    /// How many bosses somebody has above him, and one; 0 for who has left.
    [[nodiscard]] int level(const std::string& id) const {
        const Deal& whole = deal();
        const auto find = [&](const std::string& wanted) { return std::find_if(whole.people.begin(), whole.people.end(), [&](const Person& person) { return person.id == wanted; }); };
        auto at = find(id);
        if (at == whole.people.end() || has_departed(*at)) return 0;
        int depth = 1;
        for (at = find(at->reports_to); at != whole.people.end() && depth < 100; at = find(at->reports_to)) depth += !has_departed(*at);
        return depth;
    }

    [[nodiscard]] int level_of_group(const std::string& boss) const { return boss.empty() ? 1 : level(boss) + 1; }

    void put_sections(Json& reply, page::Outlook& now, const Forecast* before) {
        const text::Names names(deal(), language_);
        put(reply, "verdict", element_json(page::verdict(names, model(), now, before)));
        put(reply, "why", element_json(page::why(names, model(), now)));
        const StanceScale usual = now.standings.front().scale;
        if (scale_ != StanceScale::lead && scale_ != usual) now.standings = standings(model(), scale_);  // what follows shows the chosen scale
        put(reply, "scale", element_json(page::scale_choice(now.standings.front().scale, usual, language_)));
        const std::vector<std::string> gone = changes_.gone();
        const picture::MapOptions options{layout_, false, {}, scale_, arguments_.texts("open"), arguments_.text_or_empty("person")};
        const bool anew = arguments_.flag("redrawn") || !changes_.any();
        const picture::MapChange changed{deal(), model(), now.influence, gone};
        const picture::Scene scene = anew ? picture::account_map(deal(), model(), now.influence, language_, options) : picture::account_map(original_->deal, original_->model, influence_, language_, options, changed);
        const std::string drawing = prefix() + "-" + std::string(word_of(layout_)) + "-";
        picture::Element map = page::live_drawing(scene, drawing, [&](const std::string& id) { return level(id); }, language_);
        picture::Element list = page::people_list(names, model(), now, order(), [&](std::size_t person) { return card_of(person); });
        put_people(reply, scene, now, gone, now.standings.front().scale == usual);
        if (arguments_.flag("frame")) {
            picture::Element section = page::map_section(page::map_layouts(original_->deal, original_->model), layout_, prefix(), usual, language_);
            for (const picture::MapLayout layout : page::map_layouts(original_->deal, original_->model)) section.add(page::map_layout(layout, layout == layout_ ? map : page::element("div")));
            section.add(page::element("div", "layout layout-list scrolls", list));
            picture::Element frame = page::element("main", "page");
            frame.set("data-language", prefix()).set("lang", prefix());
            frame.add(page::element("section", "verdict"));
            const auto later = [&](const char* asked, const char* classes, const page::Heading& heading) {
                page::Element place = page::section(classes, heading.in(language_));
                place.set("data-section", asked);
                return place;
            };
            frame.add(page::element("div", "body", std::move(section), page::element("div", "rail", page::element("section", "why"), later("plan", "next", page::next_steps_heading), later("questions", "questions", page::questions_heading))));
            frame.add(page::element("div", "below", later("blind_spots", "blind-spots", page::blind_spots_heading), later("price", "price", page::price_heading), later("coverage", "coverage", page::coverage_heading)));
            put(reply, "frame", element_json(frame));
        }
        put(reply, "map", element_json(map));
        put(reply, "list", element_json(list));
        put(reply, "levers", nullptr);
        if (const auto filed = our_price(original_->deal))
            if (const auto lever = page::price_lever(names, *filed, our_price(deal()).value_or(*filed))) reply["levers"] = element_json(page::lever(*lever));
        put(reply, "card", nullptr);
        if (const auto person = arguments_.text("person")) {
            const auto found = std::find(model().people.begin(), model().people.end(), *person);
            if (found == model().people.end()) return;
            const auto at = static_cast<std::size_t>(found - model().people.begin());
            picture::Element card = page::person_now(names, model(), now, at, order());
            card.add(page::person_levers(names, model(), now, at));
            put(reply, "card", element_json(card));
        }
    }

    /// What a hand on a needle needs, and the keyboard: who stands where, over whom.
    /// \param movable  whether needles show what a hand may change
    void put_people(Json& reply, const picture::Scene& scene, const page::Outlook& now, const std::vector<std::string>& gone, bool movable) {
        reply["dial"]["lead"] = picture::dial_lead;
        reply["dial"]["degrees"] = picture::dial_degrees;
        Json& rows = reply["people"] = Json::array();
        const text::Names names(deal(), language_);
        for (const Person& person : deal().people) {
            const auto is_own = [&](const picture::Spot& one) { return one.person == person.id; };
            const auto is_in = [&](const picture::Spot& one) { return !one.opened && std::find(one.together.begin(), one.together.end(), person.id) != one.together.end(); };
            auto spot = std::find_if(scene.spots.begin(), scene.spots.end(), is_own);
            const bool together = spot == scene.spots.end();
            if (together) spot = std::find_if(scene.spots.begin(), scene.spots.end(), is_in);
            const auto found = std::find(model().people.begin(), model().people.end(), person.id);
            if (spot == scene.spots.end()) continue;
            const bool out = found == model().people.end() || std::find(gone.begin(), gone.end(), person.id) != gone.end();
            Json& row = rows.emplace_back();
            put(row, "person", person.id);
            put(row, "name", names.person(person.id));
            put(row, "x", spot->centre.x);
            put(row, "y", spot->centre.y);
            put(row, "radius", together ? 0 : spot->radius);
            if (together) row["group"] = spot->person;
            put(row, "ring", spot->ring);
            put(row, "gone", out);
            put(row, "level", level(person.id));
            const Person* boss = names.find_person(person.reports_to);
            while (boss && has_departed(*boss)) boss = names.find_person(boss->reports_to);
            put(row, "boss", boss ? Json(boss->id) : Json(nullptr));
            if (out) continue;
            const auto i = static_cast<std::size_t>(found - model().people.begin());
            put(row, "card", card_of(i).substr(1));
            put(row, "decides", now.why.eyes[i]);
            put(row, "lead", now.standings[i].lead);
            put(row, "sd", now.standings[i].sd);
            put(row, "movable", movable && lead_moves(model(), i));
        }
        Json& groups = reply["groups"] = Json::array();
        for (const picture::Spot& spot : scene.spots) {
            if (spot.together.empty()) continue;
            const std::string boss = picture::group_boss(spot.person);
            Json& row = groups.emplace_back();
            put(row, "person", spot.person);
            put(row, "name", (spot.opened ? "" : "+") + std::to_string(spot.together.size()));
            put(row, "x", spot.centre.x);
            put(row, "y", spot.centre.y);
            put(row, "radius", spot.radius);
            put(row, "ring", 0);
            put(row, "gone", false);
            put(row, "level", level_of_group(boss));
            put(row, "boss", boss.empty() ? Json(nullptr) : Json(boss));
        }
        Json& ties = reply["ties"] = Json::array();
        for (const Tie& tie : picture::with_ties_of(model(), deal()).ties) {
            Json& row = ties.emplace_back();
            put(row, "from", tie.from);
            put(row, "to", tie.to);
            put(row, "strength", signed_strength(tie));
        }
    }

    void put_changes(Json& reply, const ForecastChange& change) {
        const text::Names names(deal(), language_);
        Json& list = reply["changes"] = Json::array();
        for (const MadeChange& made : changes_.made()) {
            Json& row = list.emplace_back();
            put(row, "text", made.text);
            put(row, "edit", made.as_edit);
            put(row, "either", made.either);
        }
        put(reply, "edits", edits_json(changes_.edits()));
        put(reply, "moves", moves_json(changes_.moves()));
        put_change(reply["forecast"], change);
        put_forecast(reply["forecast"]["forecast"], change.after);
        put_verdict(reply["forecast"]["forecast"], names, model(), change.after);
        const std::size_t ours = model().ours;
        const double was = change.before.outcomes[ours], is = change.after.outcomes[ours];
        const std::string name = (deal().account.empty() ? "" : deal().account + " · ") + deal().name;
        put(reply, "heading", name + (deal().as_of ? " · " + Text{"as of ", "截至 "}.in(language_) + to_string(*deal().as_of) : std::string()));
        reply["bar"]["before"] = text::percent(was);
        reply["bar"]["after"] = text::percent(is);
        reply["bar"]["change"] = text::change_words(change.difference[ours], change.standard_error[ours], language_);
        put(reply, "said", (changes_.made().empty() ? std::string() : changes_.made().back().text + (language_ == Language::chinese ? "。" : ". ")) + text::chance_was(was, is, language_));
    }

    const Arguments& arguments_;
    Language language_;
    HeldDeal& held_;
    std::shared_ptr<const Compiled> original_;
    const std::vector<double>& influence_;  ///< as the deal was loaded
    Changes changes_;
    Moved after_;
    picture::MapLayout layout_;
    StanceScale scale_;
};

}  // namespace detail

BUYGRAPH_HEAVY Json answer_page(Session& session, const Arguments& arguments) { return detail::LivePage(session, arguments).answer(); }

BUYGRAPH_HEAVY Json answer_page_words(Session&, const Arguments& arguments) {
    Json reply;
    for (const page::LiveWord& word : page::live_words) reply["words"][std::string(word.name)] = arguments.language() == Language::chinese ? word.zh : word.en;
    put(reply, "uncalibrated", text::uncalibrated(arguments.language()));
    put(reply, "style", page::component_style());
    for (const picture::Token& token : picture::tokens) reply["light"][std::string(token.name)] = token.light;
    return reply;
}

}  // namespace buygraph::boundary

#endif
