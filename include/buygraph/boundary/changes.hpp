#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "../io/edits.hpp"
#include "../separate.hpp"
#include "../text/names.hpp"
#include "moved.hpp"

namespace buygraph::boundary {

/// \param deal  valid: it has one
[[nodiscard]] BUYGRAPH_HEAVY const Offer& our_offer(const Deal& deal);

/// Nothing where the file has no price of ours.
[[nodiscard]] BUYGRAPH_HEAVY std::optional<double> our_price(const Deal& deal);

/// One change of a what-if as it was made: in words, and the moves that it became if it is not an edit.
struct MadeChange {
    std::string text;
    bool as_edit = false;   ///< read again with the evidence; else made after it
    bool either = false;    ///< both make sense
    std::vector<Move> moves;
};

/// The changes of a what-if on a deal: wanted values become edits and moves, in the order in which they were made.
///
/// A change is a move as in a deal file, or one of these, with `edit` true to be read again with the evidence:
/// - lead (person, value): where his needle shall stand
/// - susceptibility (person, value); score (concern, value 0 to 10, person whose view it is); price (value)
/// - add_tie (from, to, tie: a kind); cut_tie (from, to); remove_person (person)
/// - cut_reporting_line (person, who reports to nobody then): an edit alone, because what is known travels along reporting lines
class Changes {
  public:
    Changes(HeldDeal& held, const Arguments& arguments);

    [[nodiscard]] const std::vector<MadeChange>& made() const { return made_; }
    [[nodiscard]] bool any() const { return !edits_.empty() || !moves_.empty(); }
    [[nodiscard]] const std::vector<Edit>& edits() const { return edits_; }
    [[nodiscard]] const std::vector<Move>& moves() const { return moves_; }

    /// The deal after all of them.
    [[nodiscard]] Moved after();

    /// Who was taken out by a move; an edit says so in the deal.
    [[nodiscard]] std::vector<std::string> gone() const;

  private:
    /// The deal with its edits. Ties are taken away last, from the end of their list, so that the numbers of the others hold.
    void read();

    /// The model with the moves made so far.
    [[nodiscard]] forecasting::MovedWorlds& state();
    [[nodiscard]] const DecisionModel& now();

    [[nodiscard]] const Person& person(const std::string& id) const;
    [[nodiscard]] const Offer& ours() const;
    [[nodiscard]] double price() const;

    /// The person of the change, where he has a view of his own on its concern; else the score is everybody's.
    [[nodiscard]] std::optional<std::string> sees_himself(const DecisionModel& model, const Arguments& change) const;

    void edit(const Arguments& change, MadeChange& made);
    void move(const Arguments& change, MadeChange& made);

    /// A move as it stands in a deal file.
    void own_move(const Arguments& change, MadeChange& made);

    HeldDeal& held_;
    text::Names names_;
    std::vector<Edit> edits_;
    std::vector<std::size_t> cut_;  ///< ties of the deal that an edit takes away, by number
    std::vector<Move> moves_;
    std::vector<MadeChange> made_;
    std::shared_ptr<const Compiled> version_;
    std::optional<forecasting::MovedWorlds> moved_;  ///< after `moves_`; nothing: not made yet
};

[[nodiscard]] BUYGRAPH_HEAVY Json edits_json(const std::vector<Edit>& edits);
[[nodiscard]] BUYGRAPH_HEAVY Json moves_json(const std::vector<Move>& moves);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_SESSION)

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "../deal/tie_kinds.hpp"
#include "../insight/believed_scores.hpp"
#include "../insight/lead_move.hpp"
#include "../insight/standing.hpp"
#include "../io/write_deal.hpp"
#include "../model/term_moves.hpp"
#include "../text/changes.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY const Offer& our_offer(const Deal& deal) {
    return *std::find_if(deal.offers.begin(), deal.offers.end(), [](const Offer& offer) { return offer.kind == OfferKind::ours; });
}

BUYGRAPH_HEAVY std::optional<double> our_price(const Deal& deal) {
    const Offer& ours = our_offer(deal);
    return ours.terms ? ours.terms->price : std::nullopt;
}

namespace detail {

[[nodiscard]] inline double wanted_value(const Arguments& change) {
    const auto given = change.number("value");
    if (!given) throw InputError("value", "nothing", "a number");
    return *given;
}

[[nodiscard]] inline TieKind wanted_tie(const Arguments& change) { return change.word<TieKind>("tie").value_or(TieKind::advises); }

[[nodiscard]] inline std::string edit_path(std::initializer_list<std::string> steps) {
    std::string text;
    for (const std::string& step : steps) text += (text.empty() ? "" : "/") + buygraph::detail::path_step(step);
    return text;
}

}  // namespace detail

BUYGRAPH_HEAVY Changes::Changes(HeldDeal& held, const Arguments& arguments) : held_(held), names_(held.original()->deal, arguments.language()) {
    if (const Json& edits = arguments.json("edits"); !edits.is_null()) edits_ = edit_list(edits);
    if (auto moves = moves_in(arguments)) moves_ = std::move(*moves);
    const Json& list = arguments.json("changes");
    if (!list.is_null() && !list.is_array()) Arguments::wrong("changes", list, "a list of changes");
    for (const Json& entry : list)
        if (!entry.is_object()) Arguments::wrong("changes", entry, "an object with a kind");
    made_.resize(list.size());
    for (const bool edits : {true, false}) {  // the deal is read again before moves are made in it
        for (std::size_t at = 0; at < list.size(); ++at) {
            const Arguments change(list[at]);
            if (change.flag("edit") != edits) continue;
            change.check_fields({"kind", "person", "offer", "concern", "from", "to", "gate", "by", "value", "tie", "edit"});
            made_[at].as_edit = edits;
            edits ? edit(change, made_[at]) : move(change, made_[at]);
        }
        if (edits) read();
    }
}

BUYGRAPH_HEAVY Moved Changes::after() {
    Moved result{version_, std::nullopt};
    if (!moves_.empty()) result.moved = std::move(state());
    moved_.reset();
    return result;
}

BUYGRAPH_HEAVY std::vector<std::string> Changes::gone() const {
    std::vector<std::string> people;
    for (const Move& move : moves_)
        if (move.kind == MoveKind::remove_person) people.push_back(move.person);
    return people;
}

BUYGRAPH_HEAVY void Changes::read() {
    std::sort(cut_.begin(), cut_.end());
    cut_.erase(std::unique(cut_.begin(), cut_.end()), cut_.end());
    while (!cut_.empty()) {
        edits_.emplace_back("ties/" + std::to_string(cut_.back()), nullptr);
        cut_.pop_back();
    }
    version_ = held_.edited(edits_);
}

BUYGRAPH_HEAVY forecasting::MovedWorlds& Changes::state() {
    if (!moved_) moved_ = forecasting::make_moves(version_->model, moves_, version_->plan());
    return *moved_;
}

BUYGRAPH_HEAVY const DecisionModel& Changes::now() { return moves_.empty() ? version_->model : state().model; }

BUYGRAPH_HEAVY const Person& Changes::person(const std::string& id) const {
    const Person* found = names_.find_person(id);
    if (!found) throw InputError("person", id, "somebody of the deal");
    return *found;
}

BUYGRAPH_HEAVY const Offer& Changes::ours() const { return our_offer(held_.original()->deal); }

BUYGRAPH_HEAVY double Changes::price() const {
    const auto price = our_price(held_.original()->deal);
    if (!price) throw InputError("price", "a deal without one", "a deal with a price of ours (/offers/…/terms/price)");
    return *price;
}

BUYGRAPH_HEAVY std::optional<std::string> Changes::sees_himself(const DecisionModel& model, const Arguments& change) const {
    const std::string who = change.required_text("person");
    const bool own = model.table.perceived[model.person(who)][model.ours * model.table.concerns.size() + model.concern(change.required_text("concern"))];
    return own ? std::optional(who) : std::nullopt;
}

BUYGRAPH_HEAVY void Changes::edit(const Arguments& change, MadeChange& made) {
    const std::string kind = change.required_text("kind");
    const DecisionModel& model = held_.original()->model;
    const auto set = [&](std::string at, Json to) { edits_.emplace_back(std::move(at), std::move(to)); };
    made.either = true;
    if (kind == "lead") {
        const Person& who = person(change.required_text("person"));
        const double* given = who.leaning.find(ours().id);
        const double from = given ? *given : 0, to = from + *lead_move(model, model.person(who.id), detail::wanted_value(change)).by;
        set(detail::edit_path({"people", who.id, "leaning", ours().id}), to);
        made.text = text::leaning_change(names_, who.id, from, to);
    } else if (kind == "susceptibility") {
        const std::string who = change.required_text("person");
        set(detail::edit_path({"people", who, "susceptibility"}), detail::wanted_value(change));
        made.text = text::susceptibility_change(names_, who, model.susceptibility[model.person(who)], detail::wanted_value(change));
    } else if (kind == "score") {
        const std::string concern = change.required_text("concern");
        const auto who = sees_himself(model, change);
        const std::size_t at = model.person(change.required_text("person"));
        made.text = text::score_change(names_, who, concern, 5 + 5 * model.table.score[at](model.ours, model.concern(concern)), detail::wanted_value(change));
        if (who) {
            const auto& own = person(*who).perceptions;
            const auto one = std::find_if(own.begin(), own.end(), [&](const Perception& seen) { return seen.offer == ours().id && seen.concern == concern; });
            set(detail::edit_path({"people", *who, "perceptions", std::to_string(one - own.begin()), "score"}), detail::wanted_value(change));
        } else {
            Json rating;
            rating["score"] = detail::wanted_value(change);
            if (const Rating* given = ours().ratings.find(concern); given && given->score && given->sd) rating["sd"] = *given->sd;
            set(detail::edit_path({"offers", ours().id, "ratings", concern}), std::move(rating));
        }
    } else if (kind == "price") {
        made.text = text::price_change(names_, price(), detail::wanted_value(change));
        set(detail::edit_path({"offers", ours().id, "terms", "price"}), detail::wanted_value(change));
    } else if (kind == "add_tie") {
        const std::string from = change.required_text("from"), to = change.required_text("to");
        Json entry;
        entry["from"] = from;
        entry["to"] = to;
        entry["kind"] = word_of(detail::wanted_tie(change));
        set("ties/-", std::move(entry));
        made.text = text::tie_added(names_, detail::wanted_tie(change), from, to);
    } else if (kind == "cut_tie") {
        const std::string from = change.required_text("from"), to = change.required_text("to");
        const std::vector<Tie>& ties = held_.original()->deal.ties;
        bool any = false;
        for (std::size_t record = 0; record < ties.size(); ++record) {
            const bool back = tie_defaults(buygraph::kind_of(ties[record])).both_ways && ties[record].from == to && ties[record].to == from;
            if ((ties[record].from == from && ties[record].to == to) || back) cut_.push_back(record), any = true;
        }
        if (!any) throw InputError("changes, cut_tie", from + " → " + to, "two people with a tie");
        made.text = text::tie_cut(names_, from, to);
    } else if (kind == "cut_reporting_line") {
        const Person& who = person(change.required_text("person"));
        if (who.reports_to.empty()) throw InputError("changes, cut_reporting_line", who.id, "somebody who reports to somebody");
        set(detail::edit_path({"people", who.id, "reports_to"}), nullptr);
        made.text = text::reporting_line_cut(names_, who.id, who.reports_to);
        made.either = false;
    } else if (kind == "remove_person") {
        const std::string who = person(change.required_text("person")).id;
        set(detail::edit_path({"people", who, "departed"}), true);
        made.text = text::taken_out(names_, who);
    } else {
        throw InputError("kind", kind, "lead, susceptibility, score, price, add_tie, cut_tie, cut_reporting_line, remove_person");
    }
}

BUYGRAPH_HEAVY void Changes::move(const Arguments& change, MadeChange& made) {
    const std::string kind = change.required_text("kind");
    const auto add = [&](MoveKind what, auto fill) {
        Move move;
        move.kind = what;
        fill(move);
        made.moves.push_back(std::move(move));
    };
    made.either = true;
    if (kind == "lead") {
        const std::size_t who = now().person(change.required_text("person"));
        made.text = text::stance_change(names_, now().people[who], leads(now())[who].value, detail::wanted_value(change));
        made.moves.push_back(lead_move(now(), who, detail::wanted_value(change)));
    } else if (kind == "susceptibility" && change.given("value")) {
        const std::size_t who = now().person(change.required_text("person"));
        const double from = now().susceptibility[who];
        made.text = text::susceptibility_change(names_, now().people[who], from, detail::wanted_value(change));
        add(MoveKind::susceptibility, [&](Move& one) { one.person = now().people[who], one.by = detail::wanted_value(change) - from; });
    } else if (kind == "score" && change.given("value")) {
        const std::string concern = change.required_text("concern");
        const auto who = sees_himself(now(), change);
        const double from = 5 + 5 * believed_scores(now(), now().ours)(now().person(change.required_text("person")), now().concern(concern));
        made.text = text::score_change(names_, who, concern, from, detail::wanted_value(change));
        add(MoveKind::score, [&](Move& one) { one.person = who.value_or(""), one.offer = ours().id, one.concern = concern, one.by = (detail::wanted_value(change) - from) / 5; });
    } else if (kind == "price") {
        made.text = text::price_change(names_, price(), detail::wanted_value(change));
        Terms terms = *ours().terms;
        terms.price = detail::wanted_value(change);
        made.moves = term_moves(version_->deal, version_->model, terms);
    } else if (kind == "add_tie" && !change.given("by")) {
        const std::string from = change.required_text("from"), to = change.required_text("to");
        const TieDefaults usual = tie_defaults(detail::wanted_tie(change));
        add(MoveKind::add_tie, [&](Move& one) { one.from = from, one.to = to, one.by = usual.strength; });
        if (usual.both_ways) add(MoveKind::add_tie, [&](Move& one) { one.from = to, one.to = from, one.by = usual.strength; });
        made.text = text::tie_added(names_, detail::wanted_tie(change), from, to);
    } else {
        own_move(change, made);
    }
    moves_.insert(moves_.end(), made.moves.begin(), made.moves.end());
    moved_.reset();
}

BUYGRAPH_HEAVY void Changes::own_move(const Arguments& change, MadeChange& made) {
    Json entry = change.request();
    entry.erase("edit");
    Json document;
    document["moves"] = Json::array({std::move(entry)});
    made.moves = *moves_in(Arguments(document));
    const Move& one = made.moves.front();
    if (!one.kind) throw InputError("kind", "nothing", "what is changed");
    made.either = one.kind == MoveKind::remove_person;
    if (one.kind == MoveKind::leaning && !one.gate && one.by && one.offer == ours().id) {
        const std::size_t who = now().person(one.person);
        const double from = leads(now())[who].value;
        made.text = text::stance_change(names_, one.person, from, from + *one.by * now().control(who, who));
    } else if (one.kind == MoveKind::cut_tie) {
        const std::vector<Tie>& ties = held_.original()->deal.ties;
        made.either = std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.from == one.from && tie.to == one.to; });
        made.text = text::tie_cut(names_, one.from, one.to);
    } else if (one.kind == MoveKind::remove_person) {
        made.text = text::taken_out(names_, one.person);
    } else {
        made.text = text::move_words(names_, one);
    }
}

BUYGRAPH_HEAVY Json edits_json(const std::vector<Edit>& edits) {
    Json list = Json::array();
    for (const auto& [path, value] : edits) list.push_back(Json::array({path, value}));
    return list;
}

BUYGRAPH_HEAVY Json moves_json(const std::vector<Move>& moves) {
    Json list = Json::array();
    for (const Move& move : moves) list.push_back(buygraph::detail::DealWriter::object(move));
    return list;
}

}  // namespace buygraph::boundary

#endif
