#include <buygraph/plan/questions.hpp>

#include <buygraph/belief/reliability.hpp>
#include <buygraph/forecast/forecast.hpp>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

namespace {

Json with_contacts(std::initializer_list<const char*> known = {"wang"}) {
    Json json = deals::document();
    json["team"] = {{{"id", "tan"}, {"knows", known}}};
    return json;
}

struct Asked {
    Deal deal;
    DecisionModel model;
    Questions questions;

    [[nodiscard]] const QuestionValue& find(QuestionKind kind, std::optional<std::size_t> about, std::optional<std::size_t> other = {}, std::size_t informant = 2) const {
        for (const QuestionValue& one : questions.values) {
            const Question& q = one.question;
            const std::optional<std::size_t> second = kind == QuestionKind::rating ? q.concern : kind == QuestionKind::listens ? q.to : q.offer;
            if (q.kind == kind && q.about == about && q.informant == informant && (!other || second == other)) return one;
        }
        throw std::out_of_range("no such question");
    }
};

Asked asked(const Json& json, std::size_t samples = 1024, const std::function<std::optional<Stakes>(const StoredWorlds&)>& stakes = [](const StoredWorlds&) { return std::nullopt; }) {
    Asked result{deals::read(json), {}, {}};
    result.model = deals::model(result.deal);
    const StoredWorlds worlds(result.model, plans::few(samples));
    result.questions = questions(result.deal, worlds, stakes(worlds));
    return result;
}

/// Go on, or go on after all have moved by so much; for a margin and a pursuit cost.
auto go_on(double margin, double pursuit, double shift, double cost) {
    return [=](const StoredWorlds& worlds) -> std::optional<Stakes> {
        Matrix moved = worlds.no_shift();
        for (double& value : moved.values) value = shift;
        return Stakes{margin, pursuit, {{0, worlds.no_shift()}, {cost, moved}}};
    };
}

}  // namespace

TEST_CASE("everything is asked of those whom we know, of nobody else and once") {
    const Asked one = asked(with_contacts({"wang", "liu"}), 64);
    std::size_t stances = 0, ratings = 0, listens = 0, weighed = 0;
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t k = 0; k < one.model.table.concerns.size(); ++k) weighed += one.model.prior.weights[1](i, k) >= 0.05;
    for (const QuestionValue& value : one.questions.values) {
        CHECK((value.question.informant == 1 || value.question.informant == 2));
        stances += value.question.kind == QuestionKind::stance;
        ratings += value.question.kind == QuestionKind::rating;
        listens += value.question.kind == QuestionKind::listens;
        CHECK_FALSE(value.money);
    }
    CHECK(stances == 2 * 3 * 3);
    CHECK(ratings == 2 * weighed);
    CHECK(listens == 2 * 2);  // liu and wang are friends: both directions; reporting lines are no question
    CHECK(one.questions.values.size() == stances + ratings + listens);
    CHECK_FALSE(one.questions.perfect);
    CHECK(asked(deals::document(), 64).questions.values.empty());
}

TEST_CASE("asked of one person alone, questions are those of all that are his, with the same values") {
    Json json = with_contacts({"wang", "liu"});
    json["decision"] = {{"decider", {{"chen", 0.6}, {"liu", 0.4}}}};
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    const StoredWorlds worlds(model, plans::few(256));
    const auto stakes = go_on(100, 5, 0.1, 1)(worlds);
    const Questions all = questions(deal, worlds, stakes);
    for (const std::size_t informant : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
        const Questions one = questions(deal, worlds, stakes, informant);
        std::vector<QuestionValue> expected;
        for (const QuestionValue& value : all.values)
            if (value.question.informant == informant) expected.push_back(value);
        REQUIRE(one.values.size() == expected.size());
        CHECK(expected.empty() == (informant == 0));  // whom nobody of ours knows
        for (std::size_t q = 0; q < expected.size(); ++q) {
            CHECK(one.values[q].question.kind == expected[q].question.kind);
            CHECK(one.values[q].question.about == expected[q].question.about);
            CHECK(one.values[q].fall == expected[q].fall);
            CHECK(one.values[q].fall_share == expected[q].fall_share);
            CHECK(one.values[q].money->sample == expected[q].money->sample);
        }
    }
}

TEST_CASE("questions fall by worth, and none is worth more than all that is uncertain") {
    for (const char* rule : {"autocracy", "consent", "majority"}) {
        Json json = with_contacts();
        json["decision"]["rule"] = rule;
        const Asked one = asked(json);
        CHECK(one.questions.variance == Approx(forecast(one.model, plans::few(1024)).variance).epsilon(1e-9));
        double last = 1e9;
        for (const QuestionValue& value : one.questions.values) {
            CHECK(value.fall >= 0);
            CHECK(value.fall <= one.questions.variance * (1 + 1e-9));
            CHECK(value.fall_share == Approx(value.fall / one.questions.variance));
            CHECK(value.fall <= last);
            last = value.fall;
        }
    }
}

TEST_CASE("reliability: of the informant's evidence so far, less for every step") {
    Json json = with_contacts();
    json["ties"] = Json::array();
    json["evidence"][0]["reliability"] = 0.9;
    json["evidence"][2]["reliability"] = 0.5;
    const Asked one = asked(json, 16);  // wang reports to chen, liu to chen
    CHECK(one.find(QuestionKind::stance, 2, 1).question.reliability == Approx(0.7));
    CHECK(one.find(QuestionKind::stance, 0, 1).question.reliability == Approx(0.7));
    CHECK(one.find(QuestionKind::stance, 1, 1).question.reliability == Approx(0.7 * 0.85));
    json["people"][1].erase("reports_to");
    CHECK(asked(json, 16).find(QuestionKind::stance, 1, 1).question.reliability == Approx(0.2));
    json["evidence"] = Json::array();
    json["people"][1]["reports_to"] = "wang";
    CHECK(asked(json, 16).find(QuestionKind::stance, 1, 1).question.reliability == Approx(0.7));
}

// Var(P) − E[Var(P | answer)], with the answer read as evidence at seven Gauss–Hermite nodes of its distribution and the deal forecast anew after each. 64 classes of 4,096 points leave
// a 64th of the variance within a class in the mean of each (1.6 % of Var), and the forecasts' variances err by some 1 %: 4 % of Var in all.
TEST_CASE("the expected fall is that of deals into which the answer is read") {
    // Abramowitz and Stegun 1964, table 25.10, for exp(−x²), n = 7.
    const double node[]{0, 0.816287882858965, 1.673551628767471, 2.651961356835233}, weight[]{0.8102646175568073, 0.4256072526101278, 0.05451558281912703, 0.0009717812450995192};
    Json json = with_contacts();
    json["evidence"] = Json::array({json["evidence"][1]});  // wang has said nothing yet
    json["team"][0]["knows"] = {"chen", "wang"};
    const Asked one = asked(json, 4096);
    const double variance = one.questions.variance;
    struct Case {
        std::size_t about, offer, informant;
    };
    for (const auto& [about, offer, informant] : {Case{0, 1, 0}, Case{0, 1, 2}, Case{1, 1, 2}, Case{0, 2, 0}, Case{0, 0, 0}}) {
        const QuestionValue& value = one.find(QuestionKind::stance, about, offer, informant);
        const std::size_t gate = offer == 0 ? 0 : 1;
        Reading reading{about, offer, gate, 0, noise_variance(value.question.reliability, 0, 0), 77};
        double spread = reading.noise_variance + 0.15 * 0.15;
        for (std::size_t p = 0; p < 3; ++p)
            for (std::size_t q = 0; q < 3; ++q)
                spread += one.model.control(about, p) * one.model.control(about, q) * one.model.belief.covariance(one.model.index()(gate, p, offer), one.model.index()(gate, q, offer));
        const double mean = final_attitudes(one.model, gate)(about, offer);
        double left = 0;
        for (int n = -3; n <= 3; ++n) {
            reading.stance = mean + std::sqrt(2 * spread) * (n < 0 ? -node[-n] : node[n]);
            DecisionModel after = one.model;
            after.readings.push_back(reading);
            after.belief = update(after.prior, one.model.index(), after.readings, after.control, after.bias_sd);
            left += weight[std::abs(n)] / std::sqrt(3.14159265358979323846) * forecast(after, plans::few(4096)).variance;
        }
        CAPTURE(about, offer, informant, value.fall / variance, 1 - left / variance);
        CHECK(value.fall / variance == Approx(1 - left / variance).margin(0.04));
    }
    CHECK(one.find(QuestionKind::stance, 0, 1, 0).fall / variance > 0.15);  // it is no comparison of zeros
}

TEST_CASE("a more reliable informant tells no less, in variance and in money") {
    std::map<std::string, std::pair<double, double>> last;
    for (const double reliability : {0.0, 0.3, 0.6, 0.9, 1.0}) {
        Json json = with_contacts();
        json["ties"].push_back({{"from", "wang"}, {"to", "chen"}, {"strength", 0.3}, {"sd", 1}});
        for (Json& evidence : json["evidence"])
            if (evidence.contains("source")) evidence["reliability"] = reliability;
        const Deal deal = deals::read(json);
        DecisionModel model = deals::model(deal);
        const DecisionModel middle = deals::model(with_contacts());  // the same belief, whatever the source was worth: only the next answer differs
        model.readings = middle.readings, model.belief = middle.belief;
        const StoredWorlds worlds(model, plans::few(1024));
        const Questions found = questions(deal, worlds, go_on(1e6, 3e5, 0.1, 2e4)(worlds));
        for (const QuestionValue& value : found.values) {
            const Question& q = value.question;
            const auto text = [](const std::optional<std::size_t>& number) { return number ? std::to_string(*number) : "-"; };
            const std::string key = std::string(word_of(q.kind)) + text(q.about) + text(q.offer) + text(q.concern) + text(q.to);
            REQUIRE(value.money);
            CAPTURE(key, reliability);
            if (last.contains(key)) {
                CHECK(value.fall >= last[key].first - 1e-3 * found.variance);  // a grid of answers, three to a noise sd
                CHECK(value.money->sample >= last[key].second - 1e-3 * 1e6 * std::sqrt(found.variance));
            }
            last[key] = {value.fall, value.money->sample};
        }
    }
}

TEST_CASE("in money: at least nothing, at most what everything known would bring") {
    const Asked one = asked(with_contacts(), 1024, go_on(1e6, 3e5, 0.1, 2e4));
    REQUIRE(one.questions.perfect);
    CHECK(*one.questions.perfect > 0);
    double most = 0;
    for (const QuestionValue& value : one.questions.values) {
        REQUIRE(value.money);
        CHECK(value.money->sample >= 0);
        CHECK(value.money->sample <= value.money->perfect * (1 + 1e-9) + 1e-6);
        CHECK(value.money->perfect <= *one.questions.perfect * (1 + 1e-9) + 1e-6);
        CHECK(value.money->changes_choice >= 0);
        CHECK(value.money->changes_choice <= 1 + 1e-9);
        CHECK((value.money->sample == 0) <= (value.money->changes_choice == 0));
        most = std::max(most, value.money->sample);
    }
    CHECK(most > 0);
}

// By hand: of payoffs 0, w·M − c and w'·M − c − k in every state, the mean of the best less the best of the means.
TEST_CASE("perfect information is the mean of the best choice of every state less the best choice now") {
    const Deal deal = deals::read(with_contacts());
    const DecisionModel model = deals::model(deal);
    const StoredWorlds worlds(model, plans::few(256));
    const Stakes stakes = *go_on(1e6, 3e5, 0.1, 2e4)(worlds);
    const std::vector<double> plain = worlds.wins_with(worlds.no_shift()), moved = worlds.wins_with(stakes.courses[1].shift);
    double best = 0, go = 0, plan = 0;
    for (std::size_t s = 0; s < 256; ++s) {
        const double one = plain[s] * 1e6 - 3e5, other = moved[s] * 1e6 - 3e5 - 2e4;
        best += std::max({0.0, one, other}) / 256, go += one / 256, plan += other / 256;
    }
    CHECK(*questions(deal, worlds, stakes).perfect == Approx(best - std::max({0.0, go, plan})));
}

TEST_CASE("where one choice is best in every state no question is worth money") {
    for (const double pursuit : {0.0, 2e6}) {  // going on costs nothing, or more than could be won
        const Asked one = asked(with_contacts(), 256, go_on(1e6, pursuit, 0, 1e5));
        CHECK(*one.questions.perfect == Approx(0).margin(1e-6));
        for (const QuestionValue& value : one.questions.values) {
            CHECK(value.money->sample == 0);
            CHECK(value.money->changes_choice == 0);
            CHECK(value.money->now == Approx(pursuit > 0 ? 0 : value.money->now));
        }
    }
}

// Two who may decide, p and 1 − p, under whom we win w1 and w2. With chance r the answer is true, otherwise it is as likely as we think: the posterior is r·[told] + (1 − r)·P(d), so that
// the expected win moves by r (w_told − mean), and the variance of that is r² p (1 − p) (w1 − w2)².
TEST_CASE("who decides, by hand") {
    Json json = with_contacts();
    json["decision"] = {{"decider", {{"chen", 0.7}, {"liu", 0.3}}}};
    const Asked one = asked(json, 1024, go_on(1e6, 3e5, 0, 1e9));
    const QuestionValue& value = one.find(QuestionKind::decider, {});
    const double r = value.question.reliability;
    CHECK(r == Approx(0.7));  // chen is his boss, liu his friend
    const auto under = [&](const char* decider) {
        json["decision"]["decider"] = decider;
        return forecast(deals::model(json), plans::few(1024)).win();
    };
    const double w1 = under("chen"), w2 = under("liu");
    CHECK(value.fall == Approx(r * r * 0.7 * 0.3 * (w1 - w2) * (w1 - w2)).epsilon(1e-9));
    const auto pays = [](double win) { return win * 1e6 - 3e5; };
    const double now = std::max(0.0, 0.7 * pays(w1) + 0.3 * pays(w2));
    const double told1 = std::max(0.0, pays((r + (1 - r) * 0.7) * w1 + (1 - r) * 0.3 * w2)), told2 = std::max(0.0, pays((1 - r) * 0.7 * w1 + (r + (1 - r) * 0.3) * w2));
    CHECK(value.money->sample == Approx(0.7 * told1 + 0.3 * told2 - now).margin(1e-6));
    CHECK(value.money->now == Approx(now).margin(1e-6));
    json["decision"] = {{"rule", "majority"}};
    CHECK_THROWS(asked(json, 16).find(QuestionKind::decider, {}));
    json["decision"] = {{"decider", "chen"}};
    CHECK_THROWS(asked(json, 16).find(QuestionKind::decider, {}));
}

// Of a deal of which all but the decider is known, who decides is all the variance there is: p (1 − p) (w1 − w2)², and asking who is sure of it leaves nothing.
TEST_CASE("where only who decides is uncertain, asking is worth no more than all that is uncertain") {
    Json json = with_contacts();
    json["uncertainty"] = {{"deviation_sd", 0}, {"tie_sd", 0}, {"drift", 0}};
    json["ties"] = json["evidence"] = Json::array();
    json["evidence"].push_back({{"about", "chen"}, {"offer", "us"}, {"stance", 0}, {"source", "wang"}, {"reliability", 1}});
    json["offers"].push_back({{"id", "stay"}, {"kind", "status_quo"}});
    for (Json& offer : json["offers"]) offer["ratings"] = {{"cost", {{"score", 6}, {"sd", 0}}}};
    for (Json& person : json["people"]) person.erase("roles"), person.erase("perceptions"), person["concerns"] = {{"cost", {{"importance", 5}, {"sd", 0}}}};
    json["people"][0]["leaning"] = {{"us", 0.6}};
    json["people"][1]["leaning"] = {{"us", -0.6}};
    json["decision"] = {{"decider", {{"chen", 0.5}, {"liu", 0.5}}}};
    const Asked one = asked(json, 16);
    const auto under = [&](const char* decider) {
        json["decision"]["decider"] = decider;
        return forecast(deals::model(json), plans::few(16)).win();
    };
    const double apart = under("chen") - under("liu"), variance = 0.25 * apart * apart, r = 0.85;  // liu is two steps from wang
    REQUIRE(apart > 0.2);
    CHECK(one.questions.variance == Approx(variance));
    CHECK(one.find(QuestionKind::decider, {}).question.reliability == Approx(r));
    CHECK(one.find(QuestionKind::decider, {}).fall_share == Approx(r * r));
}

TEST_CASE("a seat that nobody is named for is asked for once, where it will stand on us, and is nobody to ask") {
    Json json = with_contacts({"wang", "seat"});
    json["people"].push_back({{"id", "seat"}, {"roles", {"finance"}}, {"vacant", true}, {"reports_to", "chen"}});
    const Asked one = asked(json, 64);
    std::size_t seats = 0;
    for (const QuestionValue& value : one.questions.values) {
        CHECK(value.question.informant == 2);
        if (value.question.about == 3u) CHECK(value.question.kind == QuestionKind::seat);
        seats += value.question.kind == QuestionKind::seat;
    }
    CHECK(seats == 1);
    CHECK(one.find(QuestionKind::seat, 3).question.offer == one.model.ours);
}

TEST_CASE("on a deal of which everything is known there is nothing to learn") {
    Json json = with_contacts();
    json["uncertainty"] = {{"deviation_sd", 0}, {"tie_sd", 0}, {"drift", 0}};
    json["evidence"] = Json::array();
    json["offers"].push_back({{"id", "stay"}, {"kind", "status_quo"}, {"ratings", {{"cost", {{"score", 5}, {"sd", 0}}}}}});
    for (Json& offer : json["offers"]) offer["ratings"] = {{"cost", {{"score", 6}, {"sd", 0}}}};
    for (Json& person : json["people"]) person.erase("roles"), person.erase("perceptions"), person["concerns"] = {{"cost", {{"importance", 5}, {"sd", 0}}}};
    json["decision"]["decider"] = "chen";
    const Asked one = asked(json, 64, go_on(1e6, 1e5, 0, 0));
    CHECK_FALSE(one.questions.values.empty());
    for (const QuestionValue& value : one.questions.values) {
        CHECK(value.fall == Approx(0).margin(1e-15));
        CHECK(value.fall_share == 0);
        CHECK(value.money->sample == Approx(0).margin(1e-6));
    }
}
