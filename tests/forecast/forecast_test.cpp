#include <buygraph/forecast/forecast.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {
ForecastOptions with(std::size_t samples, std::uint64_t seed = 0, Sampling method = Sampling::sobol, std::size_t threads = 1) {
    ForecastOptions options;
    options.samples = samples;
    options.seed = seed;
    options.method = method;
    options.threads = threads;
    return options;
}
constexpr const char* rules[]{"autocracy", "weighted", "quota", "majority", "unanimity", "consent"};
}  // namespace

TEST_CASE("outcomes add to 1, and the three kinds of no decision to the status quo, under every rule") {
    for (const char* rule : rules) {
        const Forecast f = forecast(deals::under(rule), with(512));
        CHECK(f.outcomes[0] + f.outcomes[1] + f.outcomes[2] == Approx(1).epsilon(1e-12));
        CHECK(f.no_decision.blocked + f.no_decision.stalemate + f.no_decision.refused == Approx(f.outcomes[0]).epsilon(1e-12));
        CHECK(f.interval().low < f.win());
        CHECK(f.interval().high > f.win());
        CHECK_FALSE(f.calibrated);
    }
}

TEST_CASE("the same bits for any number of threads") {
    const DecisionModel model = deals::under("consent");
    const Forecast one = forecast(model, with(1000, 3));
    for (const std::size_t threads : {2UL, 5UL, 0UL}) {
        const Forecast many = forecast(model, with(1000, 3, Sampling::sobol, threads));
        CHECK(many.outcomes == one.outcomes);
        CHECK(many.standard_error == one.standard_error);
        CHECK(many.variance_fall->score == one.variance_fall->score);
    }
    CHECK(one.samples == 1008);
    CHECK(forecast(model, with(1000, 4)).outcomes != one.outcomes);
}

TEST_CASE("scrambled Sobol agrees with plain Monte Carlo within 4 standard errors, under every rule") {
    for (const char* rule : rules) {
        const DecisionModel model = deals::under(rule);
        const Forecast smooth = forecast(model, with(4096, 1)), plain = forecast(model, with(16384, 2, Sampling::random));
        for (std::size_t j = 0; j < 3; ++j)
            CHECK(std::abs(smooth.outcomes[j] - plain.outcomes[j]) < 4 * std::hypot(smooth.standard_error[j], plain.standard_error[j]));
    }
}

TEST_CASE("and needs far fewer samples for the same error") {
    const DecisionModel model = deals::under("autocracy");
    double smooth = 0, plain = 0;
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        smooth += std::pow(forecast(model, with(4096, seed)).standard_error[model.ours], 2);
        plain += std::pow(forecast(model, with(4096, seed, Sampling::random)).standard_error[model.ours], 2);
    }
    CHECK(plain > 10 * smooth);
}

// The spread of many forecasts with other seeds is what the standard error says it is (χ² with 39 degrees of freedom: ± 45 % at 4 sd).
TEST_CASE("the standard error is that of the forecasts") {
    const DecisionModel model = deals::under("autocracy");
    double sum = 0, squares = 0, said = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const Forecast f = forecast(model, with(256, seed));
        sum += f.win(), squares += f.win() * f.win(), said += f.standard_error[model.ours] / 40;
    }
    CHECK(std::sqrt(squares / 40 - sum * sum / 1600) == Approx(said).epsilon(0.45));
}

TEST_CASE("renaming and turning people round changes a forecast by no more than 4 standard errors") {
    Json json = deals::document();
    std::reverse(json["people"].begin(), json["people"].end());
    const Forecast first = forecast(deals::under("autocracy"), with(4096)), second = forecast(deals::model(json), with(4096));
    for (std::size_t j = 0; j < 3; ++j) CHECK(std::abs(first.outcomes[j] - second.outcomes[j]) < 4 * std::hypot(first.standard_error[j], second.standard_error[j]));
}

TEST_CASE("where nothing is uncertain the interval is a point and no group adds variance") {
    Json json = deals::document();
    json["uncertainty"] = {{"deviation_sd", 0}, {"tie_sd", 0}, {"drift", 0}};
    json["people"] = {{{"id", "a"}, {"concerns", {{"cost", {{"importance", 5}, {"sd", 0}}}}}}};
    json["ties"] = json["evidence"] = Json::array();
    json["decision"]["decider"] = "a";
    json["offers"].push_back({{"id", "stay"}, {"kind", "status_quo"}, {"ratings", {{"cost", {{"score", 5}, {"sd", 0}}}}}});
    for (Json& offer : json["offers"]) offer["ratings"] = {{"cost", {{"score", offer["id"] == "us" ? 7 : 4}, {"sd", 0}}}};
    const DecisionModel model = deals::model(json);
    const Forecast f = forecast(model, with(64));
    CHECK(f.interval().low == f.interval().high);
    CHECK(f.standard_error[1] == Approx(0).margin(1e-15));
    CHECK(f.variance_fall->deviation == 0);
    // One person, three offers at 0.4, −0.2 and −0.2, τ 0.2, b 0.15, no conflict: softmax times σ((0.6 − 0.15) / 0.2).
    const double prefers = 1 / (1 + std::exp(-0.6 / 0.2)), buys = 1 / (1 + std::exp(-(0.6 - 0.15) / 0.2));
    CHECK(f.win() == Approx(prefers * buys).epsilon(1e-12));
}

TEST_CASE("samples out of range are refused and an interrupt stops the work") {
    const DecisionModel model = deals::under("autocracy");
    CHECK_THROWS_AS(forecast(model, with(0)), InputError);
    CHECK_THROWS_AS(forecast(model, with(std::size_t{1} << 25)), InputError);
    ForecastOptions options = with(1 << 20);
    options.interrupt = [] { return true; };
    CHECK_THROWS_AS(forecast(model, options), Interrupted);
}
