#include <buygraph/boundary/changes.hpp>
#include <buygraph/insight/believed_scores.hpp>
#include <buygraph/insight/standing.hpp>
#include <buygraph/model/term_moves.hpp>
#include <buygraph/text/format.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;
using boundary::Arguments, boundary::Changes, boundary::HeldDeal, boundary::Moved;

namespace {

/// The three people, and changes made of them.
struct Made {
    HeldDeal held{deals::read(deals::document())};
    Json request;
    Changes changes;

    explicit Made(const char* list, Language language = Language::english) : Made(held_request(list, language)) {}
    explicit Made(Json given) : request(std::move(given)), changes(held, Arguments(request)) {}

    [[nodiscard]] static Json held_request(const char* list, Language language) {
        return {{"changes", Json::parse(list)}, {"language", word_of(language)}};
    }
};

double lead_of(const DecisionModel& model, const char* person) { return leads(model)[model.person(person)].value; }

}  // namespace

TEST_CASE("a wanted lead is reached, whatever was changed before it") {
    Made made(R"([{"kind": "cut_tie", "from": "liu", "to": "wang"}, {"kind": "lead", "person": "wang", "value": -0.3}, {"kind": "lead", "person": "liu", "value": 0.4}])");
    const Moved after = made.changes.after();
    CHECK(lead_of(after.model(), "liu") == Approx(.4).margin(1e-9));
    CHECK(made.changes.moves().size() == 3);
    CHECK(made.changes.made()[1].text.find("wang: stance") == 0);
    CHECK(made.changes.made()[1].text.find("→ −0.30") != std::string::npos);
    CHECK(made.changes.edits().empty());
}

TEST_CASE("wanted values become moves by their difference") {
    Made made(R"([{"kind": "susceptibility", "person": "liu", "value": 0.6}, {"kind": "score", "person": "liu", "concern": "reliability", "value": 9}])");
    const DecisionModel& before = made.held.original()->model;
    const std::size_t liu = before.person("liu"), concern = before.concern("reliability");
    const double seen = believed_scores(before, before.ours)(liu, concern);
    const Moved after = made.changes.after();
    CHECK(after.model().susceptibility[liu] == Approx(.6));
    CHECK(5 + 5 * believed_scores(after.model(), before.ours)(liu, concern) == Approx(9));
    CHECK(*made.changes.moves()[1].by == Approx((9 - 5 - 5 * seen) / 5));
    CHECK(made.changes.moves()[1].person.empty());  // everybody's
    CHECK(made.changes.made()[1].text.find("all: us on Reliability") == 0);
}

TEST_CASE("somebody with a view of his own changes that alone") {
    Made made(R"([{"kind": "score", "person": "wang", "concern": "cost", "value": 8}])");
    CHECK(made.changes.moves()[0].person == "wang");
    Made edited(R"([{"kind": "score", "person": "wang", "concern": "cost", "value": 8, "edit": true}])");
    CHECK(edited.changes.after().deal().people[2].perceptions[0].score == 8.0);
}

TEST_CASE("edits change the deal and are read again") {
    Made made(R"([{"kind": "susceptibility", "person": "liu", "value": 0.6, "edit": true}, {"kind": "score", "person": "liu", "concern": "fairness", "value": 9, "edit": true},
                  {"kind": "lead", "person": "chen", "value": 0.5, "edit": true}, {"kind": "remove_person", "person": "wang", "edit": true}])");
    const Moved after = made.changes.after();
    CHECK(after.deal().people[1].susceptibility == .6);
    CHECK(after.deal().offers[0].ratings.find("fairness")->score == 9.0);
    CHECK(after.deal().offers[0].ratings.find("fairness")->sd == 2.0);  // how sure we are of it stays
    CHECK(after.deal().people[2].departed == true);
    CHECK(after.model().people_count() == 2);
    const DecisionModel& before = made.held.original()->model;
    const double by = (.5 - lead_of(before, "chen")) / before.control(0, 0);
    CHECK(*after.deal().people[0].leaning.find("us") == Approx(by));
    CHECK(made.changes.moves().empty());
}

TEST_CASE("ties are cut and added by edits too, whatever their order") {
    Made made(R"([{"kind": "cut_tie", "from": "wang", "to": "liu", "edit": true}, {"kind": "add_tie", "from": "wang", "to": "chen", "tie": "opposes", "edit": true},
                  {"kind": "add_tie", "from": "liu", "to": "chen", "edit": true}])");
    const std::vector<Tie> ties = made.changes.after().deal().ties;  // the friendship goes both ways
    REQUIRE(ties.size() == 2);
    CHECK(ties[0].kind == TieKind::opposes);
    CHECK(ties[1].from == "liu");
}

TEST_CASE("a tie that goes both ways is added in both") {
    Made made(R"([{"kind": "add_tie", "from": "wang", "to": "chen", "tie": "friend"}])");
    REQUIRE(made.changes.moves().size() == 2);
    CHECK(made.changes.moves()[1].from == "chen");
    CHECK(made.changes.moves()[1].by == .5);
    CHECK(made.changes.made()[0].text == "added: wang ↔ 陈伟, are friends +0.50");
}

TEST_CASE("moves of a deal file stay what they are") {
    Made made(R"([{"kind": "veto_line", "by": 0.1}, {"kind": "leaning", "person": "liu", "offer": "us", "by": 0.2}, {"kind": "susceptibility", "person": "wang", "by": 0.1}])", Language::chinese);
    CHECK(*made.changes.moves()[1].by == .2);
    CHECK_FALSE(made.changes.made()[0].either);
    const DecisionModel& before = made.held.original()->model;
    const double from = lead_of(before, "liu"), to = from + .2 * before.control(1, 1);
    CHECK(made.changes.made()[1].text == "liu：站位 " + text::signed_decimal(from, 2) + " → " + text::signed_decimal(to, 2));
    CHECK(boundary::moves_json(made.changes.moves())[0] == Json::parse(R"({"kind": "veto_line", "by": 0.1})"));
}

TEST_CASE("edits come before moves, and a price is either") {
    HeldDeal held(priced_deal());
    const double price = *held.original()->deal.offers[0].terms->price;
    const auto with = [&](bool edit) {
        const Json request{{"changes", Json::array({Json{{"kind", "price"}, {"value", .9 * price}, {"edit", edit}}})}};
        return Changes(held, Arguments(request));
    };
    CHECK(with(true).after().deal().offers[0].terms->price == .9 * price);
    CHECK(with(false).after().deal().offers[0].terms->price == price);
    CHECK_FALSE(with(false).moves().empty());
    Terms cheaper = *held.original()->deal.offers[0].terms;
    cheaper.price = .9 * price;
    CHECK(with(false).moves() == term_moves(held.original()->deal, held.original()->model, cheaper));
}

TEST_CASE("who was taken out is known by name") {
    Made made(R"([{"kind": "remove_person", "person": "wang"}])");
    CHECK(made.changes.gone() == std::vector<std::string>{"wang"});
    CHECK(made.changes.made()[0].either);
}

TEST_CASE("what cannot be changed is an error") {
    for (const char* wrong : {R"([1])", R"({})", R"([{"kind": "nothing"}])", R"([{"kind": "lead", "person": "liu"}])", R"([{"kind": "lead", "person": "nobody", "value": 0}])",
                              R"([{"kind": "cut_tie", "from": "liu", "to": "nobody"}])", R"([{"kind": "cut_tie", "from": "chen", "to": "liu", "edit": true}])", R"([{"kind": "veto_line", "by": 0.1, "edit": true}])",
                              R"([{"kind": "price", "value": 1}])", R"([{"kind": "lead", "person": "liu", "value": 0, "speed": 1}])", R"([{"kind": "susceptibility", "person": "liu", "value": 2, "edit": true}])",
                              R"([{"kind": "remove_person", "person": "nobody", "edit": true}])"}) {
        INFO(wrong);
        CHECK_THROWS_AS(Made(wrong).changes.after(), Error);
    }
}

TEST_CASE("a reporting line is cut by an edit, and what is known is read without it") {
    Made made(R"([{"kind": "cut_reporting_line", "person": "wang", "edit": true}])");
    CHECK(made.changes.edits() == std::vector<Edit>{{"people/wang/reports_to", nullptr}});
    const Moved after = made.changes.after();
    CHECK(after.deal().people[2].reports_to.empty());
    CHECK_FALSE(made.changes.made()[0].either);
    Json document = deals::document();
    document["people"][2].erase("reports_to");
    const DecisionModel expected = deals::model(document);
    CHECK(lead_of(after.model(), "wang") == lead_of(expected, "wang"));
    CHECK_THROWS_AS(Made(R"([{"kind": "cut_reporting_line", "person": "chen", "edit": true}])"), InputError);  // reports to nobody
    CHECK_THROWS_AS(Made(R"([{"kind": "cut_reporting_line", "person": "wang"}])"), Error);                     // no move
}
