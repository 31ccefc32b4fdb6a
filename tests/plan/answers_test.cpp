#include <buygraph/plan/answers.hpp>
#include <buygraph/model/formal_right.hpp>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

namespace {

Answer answer(QuestionKind kind, const char* about, std::optional<double> value = {}, const char* informant = "wang") {
    Answer result;
    result.kind = kind;
    result.about = about;
    result.value = value;
    result.informant = informant;
    return result;
}

std::string refused(const Answer& one, const Json& json = deals::document()) {
    try {
        (void)with_answer(deals::read(json), one);
    } catch (const InputError& error) {
        return error.where;
    }
    return "accepted";
}

double noise(double reliability) { return std::pow(0.1 + 0.7 * (1 - reliability), 2); }

}  // namespace

TEST_CASE("a stance is one piece of evidence more") {
    Json json = deals::document();
    json["as_of"] = "2026-05-01";
    Answer one = answer(QuestionKind::stance, "liu", -0.4);
    one.reliability = 0.8;
    const Deal told = with_answer(deals::read(json), one);
    one.offer = "rival", one.reliability.reset();
    const Deal of_rival = with_answer(deals::read(json), one);
    json["evidence"].push_back({{"about", "liu"}, {"offer", "us"}, {"stance", -0.4}, {"source", "wang"}, {"reliability", 0.8}, {"date", "2026-05-01"}});
    CHECK(deals::model(told).belief.mean == deals::model(json).belief.mean);
    CHECK(deals::model(told).belief.covariance == deals::model(json).belief.covariance);
    json["evidence"].back()["offer"] = "rival", json["evidence"].back()["reliability"] = 0.7;
    CHECK(deals::model(of_rival).belief.mean == deals::model(json).belief.mean);
}

// Two Gaussians on one number: precisions add, means by precision. In points; noise of wang on himself (no step) 0.31, of 5 points each.
TEST_CASE("a rating and what was believed combine by precision") {
    for (const double told : {1.0, 9.0}) {
        Answer one = answer(QuestionKind::rating, "wang", told);
        one.concern = "fairness";
        const Deal after = with_answer(deals::read(deals::document()), one);
        const DecisionModel model = deals::model(after);
        const double before = 1 / (2.0 * 2.0), heard = 1 / (25 * noise(0.7));
        const std::size_t k = model.concern("fairness");
        CHECK(5 + 5 * model.table.score[2](1, k) == Approx((6 * before + told * heard) / (before + heard)));
        CHECK(5 * model.table.score_sd[2](1, k) == Approx(std::sqrt(1 / (before + heard))));
        CHECK(model.table.perceived[2][1 * model.table.concerns.size() + k]);
    }
}

TEST_CASE("a rating takes the place of what he was thought to see, and the same answer twice counts twice") {
    Answer one = answer(QuestionKind::rating, "wang", 2.0, "Form letter");
    one.concern = "cost";
    one.reliability = 1;
    const Deal once = with_answer(deals::read(deals::document()), one), twice = with_answer(once, one);
    const double before = 1, heard = 1 / (25 * 0.01);  // his own view, sd 1 point; noise 0.1, half a point
    REQUIRE(once.people[2].perceptions.size() == 1);
    REQUIRE(twice.people[2].perceptions.size() == 1);
    CHECK(once.people[2].perceptions[0].score == Approx((6 * before + 2 * heard) / (before + heard)));
    CHECK(twice.people[2].perceptions[0].score == Approx((6 * before + 4 * heard) / (before + 2 * heard)));
    CHECK(twice.people[2].perceptions[0].sd == Approx(std::sqrt(1 / (before + 2 * heard))));
    CHECK(deals::model(twice).people.size() == 3);
}

TEST_CASE("at a distance an informant is believed less") {
    Json json = deals::document();
    json["ties"] = Json::array();  // wang to liu: two steps, over chen
    Answer one = answer(QuestionKind::rating, "liu", 2.0);
    one.concern = "reliability";
    const Deal after = with_answer(deals::read(json), one);
    const double before = 1, heard = 1 / (25 * noise(0.7 * 0.85));
    CHECK(after.people[1].perceptions[0].score == Approx((8 * before + 2 * heard) / (before + heard)));
}

// The strength t exp(sd ξ − sd²/2) has mean t and variance t² (e^{sd²} − 1); a lognormal of the new mean and variance has sd' with e^{sd'²} − 1 = variance / mean².
TEST_CASE("a tie's strength and what was told combine by precision, and mean and variance of the lognormal are kept") {
    Json json = deals::document();
    json["ties"].push_back({{"from", "wang"}, {"to", "chen"}, {"strength", 0.5}, {"sd", 0.6}});
    Answer one = answer(QuestionKind::listens, "chen", 0.1);
    one.to = "wang";
    const Deal after = with_answer(deals::read(json), one);
    const double before = 1 / (0.25 * std::expm1(0.36)), heard = 1 / noise(0.7), mean = (0.5 * before + 0.1 * heard) / (before + heard), variance = 1 / (before + heard);
    const auto tie = [](const Deal& deal) {
        const DecisionModel model = deals::model(deal);
        return *std::find_if(model.ties.begin(), model.ties.end(), [](const DirectedTie& other) { return other.record == 1u; });
    };
    CHECK(tie(after).strength == Approx(mean));
    CHECK(mean * mean * std::expm1(tie(after).sd * tie(after).sd) == Approx(variance));
    json["ties"].back()["sd"] = 0;  // certain: nothing to learn
    CHECK(tie(with_answer(deals::read(json), one)).strength == Approx(0.5));
}

TEST_CASE("a tie of one who opposes keeps its sign") {
    Json json = deals::document();
    json["ties"].push_back({{"from", "wang"}, {"to", "chen"}, {"kind", "opposes"}});
    Answer one = answer(QuestionKind::listens, "chen", 0.9);
    one.to = "wang";
    const DecisionModel model = deals::model(with_answer(deals::read(json), one));
    for (const DirectedTie& tie : model.ties)
        if (tie.relation == Relation::opposes) CHECK(tie.strength < -0.4);
}

TEST_CASE("who decides: told with reliability r, the rest as before") {
    Json json = deals::document();
    json["decision"] = {{"decider", {{"chen", 0.6}, {"liu", 0.4}}}};
    const DecisionModel model = deals::model(with_answer(deals::read(json), answer(QuestionKind::decider, "liu")));
    CHECK(formal_right(model, 0).decides == Approx(0.3 * 0.6));
    CHECK(formal_right(model, 1).decides == Approx(0.7 + 0.3 * 0.4));
    const DecisionModel third = deals::model(with_answer(deals::read(deals::document()), answer(QuestionKind::decider, "wang")));
    CHECK(formal_right(third, 0).decides == Approx(0.3));
    CHECK(formal_right(third, 2).decides == Approx(0.7));
    Answer sure = answer(QuestionKind::decider, "wang", {}, "the contract");
    sure.reliability = 1;
    CHECK(with_answer(deals::read(deals::document()), sure).decision.decider.size() == 1);
    json["decision"] = {{"rule", "majority"}};
    CHECK(refused(answer(QuestionKind::decider, "liu"), json) == "kind");
}

TEST_CASE("a seat gets its name, and its stance where it was told") {
    Json json = deals::document();
    json["people"].push_back({{"id", "seat"}, {"roles", {"finance"}}, {"vacant", true}});
    Answer one = answer(QuestionKind::seat, "seat");
    one.name = "Zhou";
    const Deal named = with_answer(deals::read(json), one);
    CHECK(named.people[3].name == "Zhou");
    CHECK_FALSE(named.people[3].vacant.value_or(false));
    CHECK(named.evidence.size() == 3);
    one.value = 0.35;
    const Deal both = with_answer(deals::read(json), one);
    CHECK(both.people[3].name == "Zhou");
    REQUIRE(both.evidence.size() == 4);
    CHECK(both.evidence[3].about == "seat");
    CHECK(both.evidence[3].offer == "us");
    CHECK_NOTHROW(deals::model(both));
    one.name.clear();
    CHECK(with_answer(deals::read(json), one).people[3].vacant.value_or(false));  // where the seat stands, not who sits there
    CHECK(refused(answer(QuestionKind::seat, "seat"), json) == "value");          // neither
    one.name = "Zhou";
    one.about = "liu";
    CHECK(refused(one, json) == "about");  // liu has a name
}

TEST_CASE("what is not there is refused by name") {
    CHECK(refused(answer(QuestionKind::stance, "nobody", 0.1)) == "person");
    CHECK(refused(answer(QuestionKind::stance, "liu")) == "value");
    CHECK(refused(answer(QuestionKind::stance, "liu", 1.1)) == "value");
    CHECK(refused(answer(QuestionKind::stance, "liu", std::numeric_limits<double>::quiet_NaN())) == "value");
    Answer one = answer(QuestionKind::stance, "liu", 0.1);
    one.offer = "them";
    CHECK(refused(one) == "offer");
    one.offer.clear(), one.reliability = 1.5;
    CHECK(refused(one) == "reliability");
    one = answer(QuestionKind::rating, "liu", 11);
    one.concern = "cost";
    CHECK(refused(one) == "value");
    one.value = 5, one.concern = "beauty";
    CHECK(refused(one) == "concern");
    one = answer(QuestionKind::listens, "chen", 0.5);
    one.to = "liu";
    CHECK(refused(one) == "to");  // his report, and no tie of the deal's
    one.to = "nobody";
    CHECK(refused(one) == "person");
    one = answer(QuestionKind::listens, "liu", -0.5);
    one.to = "wang";
    CHECK(refused(one) == "value");
}

TEST_CASE("every question of the examples can be answered, and the deal stays valid") {
    for (const std::string& name : plans::example_names) {
        const Deal deal = deals::read(plans::example_document(name));
        const DecisionModel model = deals::model(deal);
        const auto valid_after = [&](const Answer& one) {
            CAPTURE(name, word_of(one.kind), one.about, one.offer, one.concern, one.to);
            CHECK_NOTHROW(deals::model(with_answer(deal, one)));
        };
        for (std::size_t i = 0; i < model.people_count(); ++i) {
            const char* about = model.people[i].c_str();
            Answer one = answer(QuestionKind::stance, about, -1, model.people[0].c_str());
            one.offer = model.offers[i % model.offer_count()];
            valid_after(one);
            one = answer(QuestionKind::rating, about, 10, about);
            one.concern = model.table.concerns[i % model.table.concerns.size()];
            valid_after(one);
            if (one_person_decides(model)) valid_after(answer(QuestionKind::decider, about));
            for (const DirectedTie& tie : model.ties)
                if (tie.to == i && tie.record) {
                    one = answer(QuestionKind::listens, about, 0, about);
                    one.to = model.people[tie.from];
                    valid_after(one);
                }
        }
    }
}
