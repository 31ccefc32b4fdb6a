#include <buygraph/plan/messages.hpp>

#include <buygraph/forecast/moves.hpp>
#include <buygraph/plan/planning.hpp>

#include <set>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

namespace {

struct Said {
    Deal deal;
    DecisionModel model;
    Matrix influence;
    Messages messages;
};

Said said(const Json& json, std::size_t samples = 128) {
    Said result{deals::read(json), {}, {}, {}};
    result.model = deals::model(result.deal);
    const SensitiveForecast whole = sensitivities(result.model, result.model.ours, plans::few(samples));
    result.influence = influence_by_gate(result.model, whole.sensitivities);
    const StoredWorlds worlds(result.model, plans::few(samples));
    result.messages = messages(result.deal, worlds, result.influence, likeliest_rival(result.model, whole.forecast));
    return result;
}

/// The moves of a plan of messages: each a tenth of the way to 1.
std::vector<Move> moves_of(const Said& one, const MessagePlan& plan) {
    const Matrix scores = believed_scores(one.model, one.model.ours);
    std::vector<Move> moves;
    for (const auto& [person, concern] : plan.messages) moves.push_back(plans::score_move(one.model, person, one.model.ours, concern, 0.1 * std::max(0.0, 1 - scores(person, concern))));
    return moves;
}

/// Three people alike: the same vote, the same concerns, no tie.
Json alike() {
    Json json = deals::document();
    json["ties"] = json["evidence"] = Json::array();
    json["people"] = Json::array();
    for (const char* id : {"a", "b", "c"}) json["people"].push_back({{"id", id}, {"concerns", {{"cost", 5}, {"risk", 3}}}});
    json["decision"] = {{"rule", "weighted"}};
    return json;
}

}  // namespace

TEST_CASE("both plans are worth what the same moves of scores are") {
    for (const char* name : {"", "01-technical-veto.zh.json", "05-divided-committee.en.json"}) {
        const Said one = said(*name ? plans::example_document(name) : deals::document());
        CAPTURE(name);
        for (const MessagePlan* plan : {&one.messages.nothing, &one.messages.shared, &one.messages.tailored})
            CHECK(plan->win.value() == Approx(forecast_moves(one.model, moves_of(one, *plan), plans::few(128)).after.win()).margin(1e-9));
        CHECK(one.messages.nothing.messages.empty());
        CHECK_FALSE(one.messages.shared.messages.empty());
        CHECK_FALSE(one.messages.tailored.messages.empty());
    }
}

// The page's choice anew: of gain dP/ds (1 − s), the three greatest sums to all who weigh them; to each his own three.
TEST_CASE("the shared plan is the three of greatest summed gain to all who weigh them, the tailored one each person's own three") {
    for (const std::string& name : plans::example_names) {
        const Said one = said(plans::example_document(name), 64);
        const std::size_t n = one.model.people_count(), concerns = one.model.table.concerns.size();
        const Matrix scores = believed_scores(one.model, one.model.ours);
        std::vector<bool> named;
        for (const Person& person : one.deal.people)
            if (!person.departed.value_or(false)) named.push_back(!person.vacant.value_or(false));
        const auto gain = [&](std::size_t p, std::size_t k) {
            double slope = 0;
            for (std::size_t g = 0; g < 2; ++g) slope += one.influence(g, p) * one.model.prior.weights[g](p, k);
            return slope * std::max(0.0, 1 - scores(p, k));
        };
        const auto best_three = [](std::vector<std::pair<double, std::size_t>> by_gain) {
            std::sort(by_gain.begin(), by_gain.end(), [](const auto& left, const auto& right) { return left.first > right.first; });
            std::vector<std::size_t> result;
            for (const auto& [value, k] : by_gain)
                if (value > 0 && result.size() < 3) result.push_back(k);
            return result;
        };
        std::set<std::pair<std::size_t, std::size_t>> shared;
        std::vector<std::pair<double, std::size_t>> sums;
        for (std::size_t k = 0; k < concerns; ++k) {
            sums.emplace_back(0, k);
            for (std::size_t p = 0; p < n; ++p)
                if (named[p]) sums.back().first += gain(p, k);
        }
        const std::vector<std::size_t> frame = best_three(sums);
        CAPTURE(name);
        REQUIRE(one.messages.frame.size() == frame.size());
        for (std::size_t f = 0; f < frame.size(); ++f) {
            CHECK(one.messages.frame[f].concern == frame[f]);
            CHECK(one.messages.frame[f].gain == Approx(sums[frame[f]].first));
            for (std::size_t p = 0; p < n; ++p)
                if (named[p] && one.model.table.importance(p, frame[f]) > 0) shared.emplace(p, frame[f]);
        }
        std::size_t messages = 0;
        for (std::size_t p = 0; p < n; ++p) {
            std::vector<std::pair<double, std::size_t>> own;
            for (std::size_t k = 0; k < concerns; ++k) own.emplace_back(named[p] ? gain(p, k) : 0, k);
            double best = 0, sent = 0;  // by their sums: two concerns that gain alike may stand for each other
            for (const std::size_t k : best_three(own)) best += gain(p, k), ++messages;
            for (const auto& [person, k] : one.messages.tailored.messages)
                if (person == p) sent += gain(p, k);
            CHECK(sent == Approx(best));
        }
        const auto sent = [](const MessagePlan& plan) { return std::set<std::pair<std::size_t, std::size_t>>(plan.messages.begin(), plan.messages.end()); };
        CHECK(sent(one.messages.shared) == shared);
        CHECK(one.messages.shared.messages.size() == shared.size());
        CHECK(one.messages.tailored.messages.size() == messages);
        CHECK(sent(one.messages.tailored).size() == messages);
    }
}

TEST_CASE("advice: three of a kind at most, the greatest first, nothing below a twentieth of a mind, nothing to a vacant seat") {
    for (const std::string& name : plans::example_names) {
        const Said one = said(plans::example_document(name), 64);
        const Matrix own = believed_scores(one.model, one.model.ours), other = believed_scores(one.model, one.messages.rival), &weights = one.model.prior.weights[1];
        const std::vector<bool> named = named_people(one.deal);
        CAPTURE(name);
        for (std::size_t p = 0; p < one.model.people_count(); ++p) {
            std::size_t leads = 0, mends = 0;
            for (std::size_t k = 0; k < weights.columns; ++k)
                if (weights(p, k) >= 0.05 && named[p]) (own(p, k) > other(p, k) ? leads : mends) += std::abs(own(p, k) - other(p, k)) >= 0.01;  // less is neither
            for (const AdviceKind kind : {AdviceKind::lead, AdviceKind::mend, AdviceKind::ask}) {
                std::vector<Advice> of_kind;
                for (const Advice& advice : one.messages.advice)
                    if (advice.person == p && advice.kind == kind) of_kind.push_back(advice);
                if (kind == AdviceKind::lead) CHECK(of_kind.size() == std::min<std::size_t>(3, leads));
                if (kind == AdviceKind::mend) CHECK(of_kind.size() == std::min<std::size_t>(3, mends));
                CHECK(of_kind.size() <= 3);
                if (!named[p]) CHECK(of_kind.empty());
                double last = 1e9;
                std::set<std::size_t> taken;
                const auto rank = [&](std::size_t k, double sd) { return weights(p, k) * (kind == AdviceKind::ask ? sd : std::abs(own(p, k) - other(p, k))); };
                for (const Advice& advice : of_kind) {
                    CHECK(advice.weight == weights(p, advice.concern));
                    CHECK(advice.weight >= 0.05);
                    CHECK(advice.margin == Approx(own(p, advice.concern) - other(p, advice.concern)).margin(1e-15));
                    if (kind == AdviceKind::lead) CHECK(advice.margin > 0);
                    if (kind == AdviceKind::mend) CHECK(advice.margin < 0);
                    CHECK(rank(advice.concern, advice.sd) <= last + 1e-12);
                    last = rank(advice.concern, advice.sd);
                    taken.insert(advice.concern);
                }
                for (std::size_t k = 0; k < weights.columns && kind != AdviceKind::ask && !of_kind.empty(); ++k)  // nobody better was left out
                    if (weights(p, k) >= 0.05 && !taken.contains(k) && std::abs(own(p, k) - other(p, k)) >= 0.01 && (kind == AdviceKind::lead) == (own(p, k) > other(p, k))) CHECK((rank(k, 0) <= last + 1e-12 || of_kind.size() < 3));
            }
        }
    }
}

TEST_CASE("without evidence the margin's sd is √(ours² + theirs²), in centred units") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    const Said one = said(json);
    const std::size_t wang = one.model.person("wang"), liu = one.model.person("liu");
    const Matrix sd = detail::score_margin_sd(one.model, 2);
    CHECK(sd(wang, one.model.concern("cost")) == Approx(std::hypot(0.2, 0.2)));      // his own view and the rating, 1 point each
    CHECK(sd(wang, one.model.concern("fairness")) == Approx(std::hypot(0.4, 0.5)));  // sd 2, and a missing rating's 2.5
    CHECK(sd(liu, one.model.concern("personal_trust")) == Approx(std::hypot(0.5, 0.2)));
    const Matrix staying = detail::score_margin_sd(one.model, 0);
    CHECK(staying(liu, one.model.concern("reliability")) == Approx(std::hypot(0.2, 0.3)));  // staying: 1.5
    for (const Advice& advice : one.messages.advice) CHECK(advice.sd == Approx(detail::score_margin_sd(one.model, one.messages.rival)(advice.person, advice.concern)));
}

TEST_CASE("evidence leaves less to ask") {
    Json json = deals::document();
    const Matrix with = detail::score_margin_sd(deals::model(json), 2);
    json["evidence"] = Json::array();
    const Matrix without = detail::score_margin_sd(deals::model(json), 2);
    double fell = 0;
    for (std::size_t at = 0; at < with.values.size(); ++at) {
        CHECK(with.values[at] <= without.values[at] + 1e-12);
        fell = std::max(fell, without.values[at] - with.values[at]);
    }
    CHECK(fell > 1e-3);
}

// No tie: V is the identity, each has a third of the say, so q is a third of the weight of each.
TEST_CASE("where all weigh a concern alike its breadth is their number and its reach the weight") {
    const Said one = said(alike());
    REQUIRE(one.messages.frame.size() >= 2);
    for (const FrameConcern& frame : one.messages.frame) {
        CHECK(frame.breadth == Approx(3));
        CHECK(frame.reach == Approx(one.model.prior.weights[1](0, frame.concern)));
    }
    Json json = alike();
    json["people"][2]["votes"] = 0;  // who has no say counts for nothing
    const Said two = said(json);
    for (const FrameConcern& frame : two.messages.frame) CHECK(frame.breadth == Approx(2));
}

TEST_CASE("in the decider's eyes reach and breadth by V") {
    const Said one = said(deals::document());
    const std::size_t chen = one.model.person("chen");
    for (const FrameConcern& frame : one.messages.frame) {
        double reach = 0, squares = 0, size = 0;
        for (std::size_t p = 0; p < 3; ++p) {
            const double q = one.model.control(chen, p) * one.model.prior.weights[1](p, frame.concern);
            reach += q, size += std::abs(q), squares += q * q;
        }
        CHECK(frame.reach == Approx(reach));
        CHECK(frame.breadth == Approx(size * size / squares));
    }
}

TEST_CASE("a vacant seat hears nothing, and a deal of vacant seats alone has no messages") {
    Json json = deals::document();
    for (Json& person : json["people"]) person["vacant"] = true;
    const Said one = said(json);
    CHECK(one.messages.frame.empty());
    CHECK(one.messages.advice.empty());
    CHECK(one.messages.shared.messages.empty());
    CHECK(one.messages.tailored.messages.empty());
    CHECK(one.messages.shared.win.value() == one.messages.nothing.win.value());
}
