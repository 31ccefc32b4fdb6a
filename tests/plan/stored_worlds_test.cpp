#include <buygraph/plan/stored_worlds.hpp>

#include <buygraph/decision/rule.hpp>
#include <buygraph/forecast/forecast.hpp>
#include <buygraph/forecast/moves.hpp>
#include <buygraph/forecast/sensitivities.hpp>

#include "catch.hpp"
#include "plans.hpp"

using namespace buygraph;

namespace {

constexpr const char* rules[]{"autocracy", "weighted", "quota", "majority", "unanimity", "consent"};

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}
double covariance_of(const std::vector<double>& left, const std::vector<double>& right) {
    const double a = mean_of(left), b = mean_of(right);
    double sum = 0;
    for (std::size_t i = 0; i < left.size(); ++i) sum += (left[i] - a) * (right[i] - b);
    return sum / static_cast<double>(left.size());
}

Anticipation stance(const DecisionModel& model, std::size_t person, std::size_t offer, double noise) {
    Observable observable = final_attitude_observable(model.prior, model.index(), model.control, offer == 0 ? 0 : 1, person, offer);
    observable.noise_variance = noise;
    return Anticipator(model.prior, model.index(), model.readings, model.control, model.bias_sd)(observable);
}

/// Nobody is uncertain about anything.
Json certain() {
    Json json = deals::document();
    json["uncertainty"] = {{"deviation_sd", 0}, {"tie_sd", 0}, {"drift", 0}};
    json["evidence"] = Json::array();
    json["offers"].push_back({{"id", "stay"}, {"kind", "status_quo"}});
    const char* concerns[]{"cost", "risk"};
    const double scores[3][2]{{8, 3}, {6, 5}, {4, 7}};
    for (std::size_t j = 0; j < 3; ++j) {
        json["offers"][j]["ratings"] = Json::object();
        for (std::size_t k = 0; k < 2; ++k) json["offers"][j]["ratings"][concerns[k]] = {{"score", scores[j][k]}, {"sd", 0}};
    }
    const double weight[3][2]{{2, 3}, {7, 1}, {1, 4}};
    for (std::size_t i = 0; i < 3; ++i) {
        Json& person = json["people"][i];
        person.erase("roles"), person.erase("perceptions");
        for (std::size_t k = 0; k < 2; ++k) person["concerns"][concerns[k]] = {{"importance", weight[i][k]}, {"sd", 0}};
    }
    json["decision"]["decider"] = "chen";
    return json;
}

}  // namespace

TEST_CASE("where nothing moves the outcomes are those of the forecast, under every rule and for any number of samples") {
    for (const char* rule : rules)
        for (const std::size_t samples : {1UL, 250UL, 1024UL}) {
            const DecisionModel model = deals::under(rule);
            const StoredWorlds worlds(model, plans::few(samples));
            const Forecast whole = forecast(model, plans::few(samples));
            const ShiftedOutcomes outcome = worlds.with(worlds.no_shift());
            const std::vector<double> wins = worlds.wins_with(worlds.no_shift());
            CAPTURE(rule, samples);
            CHECK(worlds.samples() == whole.samples);
            CHECK(wins.size() == whole.samples);
            for (std::size_t j = 0; j < 3; ++j) {
                CHECK(outcome.outcomes[j].value() == Approx(whole.outcomes[j]).margin(1e-12));
                CHECK(outcome.outcomes[j].standard_error() == Approx(whole.standard_error[j]).margin(1e-12));
            }
            CHECK(mean_of(wins) == Approx(whole.win()).margin(1e-12));
            CHECK(covariance_of(wins, wins) == Approx(whole.variance).margin(1e-12));
        }
}

TEST_CASE("a shift is a move of attitudes at its gate") {
    for (const char* rule : rules) {
        const DecisionModel model = deals::under(rule);
        const StoredWorlds worlds(model, plans::few());
        Matrix shift = worlds.no_shift();
        shift(0, 0) = 0.2, shift(1, 0) = -0.1, shift(1, 1) = 0.15, shift(0, 2) = -0.3;
        std::vector<Move> moves;
        for (std::size_t g = 0; g < 2; ++g)
            for (std::size_t i = 0; i < 3; ++i) {
                Move move;
                move.kind = MoveKind::attitude;
                move.person = model.people[i], move.offer = "us", move.gate = g == 0 ? Gate::buy : Gate::vendor, move.by = shift(g, i);
                moves.push_back(move);
            }
        const Forecast moved = forecast_moves(model, moves, plans::few()).after;
        const ShiftedOutcomes outcome = worlds.with(shift);
        CAPTURE(rule);
        for (std::size_t j = 0; j < 3; ++j) CHECK(outcome.outcomes[j].value() == Approx(moved.outcomes[j]).margin(1e-9));
        CHECK(mean_of(worlds.wins_with(shift)) == Approx(moved.win()).margin(1e-9));
    }
}

TEST_CASE("the same people under another rule") {
    const DecisionModel model = deals::under("autocracy");
    const StoredWorlds worlds(model, plans::few());
    for (const char* rule : rules) {
        const DecisionModel other = deals::under(rule);
        CHECK(mean_of(worlds.wins_with(worlds.no_shift(), *other.rule)) == Approx(forecast(other, plans::few()).win()).margin(1e-9));
    }
}

TEST_CASE("how far people are apart where nothing is uncertain, by the formula") {
    const DecisionModel model = deals::model(certain());
    const StoredWorlds worlds(model, plans::few(16));
    Matrix shift = worlds.no_shift();
    shift(0, 1) = 0.3;
    shift(1, 2) = 0.5;  // of the vendor, not of buying
    for (const Matrix& by : {worlds.no_shift(), shift}) {
        std::vector<double> pull(3, 0.0);
        double mean = 0, spread = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t p = 0; p < 3; ++p) pull[i] += model.control(i, p) * (model.prior.mean[model.index()(0, p, 1)] + by(0, p) - model.prior.mean[model.index()(0, p, 0)]);
            mean += model.rule->voice[i] * pull[i];
        }
        for (std::size_t i = 0; i < 3; ++i) spread += model.rule->voice[i] * (pull[i] - mean) * (pull[i] - mean);
        CHECK(worlds.with(by).conflict.value() == Approx(std::sqrt(spread + 1e-4) - 1e-2).margin(1e-12));
    }
}

TEST_CASE("a signal has the variance of what is seen with its noise, and mean 0") {
    const DecisionModel model = deals::under("consent");
    const StoredWorlds worlds(model, plans::few(4096));
    for (const double noise : {0.0, 0.1, 1.0})
        for (std::size_t person = 0; person < 3; ++person) {
            const Anticipation seen = stance(model, person, 1, noise);
            const Signal signal = worlds.signal(seen);
            REQUIRE(signal.values.size() == 4096);
            CHECK(mean_of(signal.values) == Approx(0).margin(0.01 * std::sqrt(seen.variance)));
            CHECK(covariance_of(signal.values, signal.values) + signal.noise_variance == Approx(seen.variance).epsilon(0.03));
        }
}

TEST_CASE("what is a sum of attitudes is known in every state of the world; the noise of an answer is all that is left") {
    const DecisionModel model = deals::model(deals::document());
    const StoredWorlds worlds(model, plans::few(16));
    CHECK(worlds.signal(stance(model, 1, 1, 0)).noise_variance == Approx(0).margin(1e-9));
    CHECK(worlds.signal(stance(model, 1, 1, 0.2)).noise_variance == Approx(0.2).margin(1e-9));
    CHECK(worlds.signal(stance(model, 2, 0, 0)).noise_variance == Approx(0).margin(1e-9));  // of staying, at the buy gate
    CHECK(worlds.signal(Anticipation{0.3, 0, std::vector<double>(model.index().size(), 0.0)}).noise_variance == 0.3);
}

// One person whose attitudes are the same at both gates: of what is seen now, v, the attitude on the day knows v / (v + drift), so that v · drift / (v + drift) is noise.
TEST_CASE("until the day of the decision attitudes drift, and what is seen now is no longer known") {
    Json json = deals::document();
    json["people"] = Json::array({{{"id", "chen"}, {"concerns", {{"cost", {{"importance", 5}, {"sd", 0}}}}}}});
    json["ties"] = json["evidence"] = Json::array();
    json["decision"] = {{"decider", "chen"}, {"date", "2026-09-01"}};
    json["as_of"] = "2026-03-01";
    const DecisionModel model = deals::model(json);
    const StoredWorlds worlds(model, plans::few(16));
    const double v = 0.25 * 0.25 + 0.2 * 0.2, drift = 0.01 * 184 / 30.4375;  // deviation 0.25, score sd 1 point; 184 days
    CHECK(worlds.signal(stance(model, 0, 1, 0)).noise_variance == Approx(v * drift / (v + drift)).epsilon(1e-9));
}

// Stein 1981: of a function of Gaussians, Cov(signal, P) = Σ Cov(signal, A) · E[dP/dA], here from the adjoint pass of the sensitivities. Both means are over the same 4,096 points; the
// product's own error is at most sd / √4096 = 1.6 % of sd(P) for independent points.
TEST_CASE("a signal goes with the wins as the sensitivities say") {
    for (const char* rule : {"autocracy", "unanimity"}) {
        const DecisionModel model = deals::under(rule);
        const StoredWorlds worlds(model, plans::few(4096));
        const std::vector<double> wins = worlds.wins_with(worlds.no_shift());
        const std::vector<double> slope = sensitivities(model, model.ours, plans::few(4096)).sensitivities.attitude;
        for (std::size_t person = 0; person < 3; ++person)
            for (std::size_t offer = 0; offer < 3; ++offer) {
                const Anticipation seen = stance(model, person, offer, 0.05);
                double expected = 0;
                for (std::size_t a = 0; a < slope.size(); ++a) expected += seen.covariance[a] * slope[a];
                const double sd = std::sqrt(covariance_of(wins, wins) * seen.variance);
                CHECK(covariance_of(worlds.signal(seen).values, wins) / sd == Approx(expected / sd).margin(0.016));
            }
    }
}

TEST_CASE("a tie's strength in every state has the mean and variance of its lognormal factor") {
    Json json = deals::document();
    json["ties"].push_back({{"from", "wang"}, {"to", "chen"}, {"strength", 0.4}, {"sd", 0.8}});
    json["ties"].push_back({{"from", "chen"}, {"to", "wang"}, {"strength", 0.2}, {"sd", 0}});
    const DecisionModel model = deals::model(json);
    const StoredWorlds worlds(model, plans::few(4096));
    for (std::size_t t = 0; t < model.ties.size(); ++t) {
        const DirectedTie& tie = model.ties[t];
        const std::optional<Signal> signal = worlds.tie_signal(t, 0.3);
        CAPTURE(t, tie.strength, tie.sd);
        if (tie.sd == 0) {
            CHECK_FALSE(signal);
            continue;
        }
        REQUIRE(signal);
        CHECK(signal->noise_variance == 0.3);
        CHECK(mean_of(signal->values) == Approx(tie.strength).epsilon(0.01));
        CHECK(covariance_of(signal->values, signal->values) == Approx(tie.strength * tie.strength * std::expm1(tie.sd * tie.sd)).epsilon(0.1));
    }
}

TEST_CASE("the same bits for any number of threads, and samples out of range are refused") {
    const DecisionModel model = deals::under("majority");
    ForecastOptions three = plans::few(1000);
    three.threads = 3;
    const StoredWorlds one(model, plans::few(1000)), many(model, three);
    CHECK(one.wins_with(one.no_shift()) == many.wins_with(many.no_shift()));
    CHECK_THROWS_AS(StoredWorlds(model, plans::few(0)), InputError);
    three.interrupt = [] { return true; };
    CHECK_THROWS_AS(StoredWorlds(model, three), Interrupted);
}
