#include <buygraph/forecast/sensitivities.hpp>

#include <buygraph/forecast/forecast.hpp>

#include <buygraph/forecast/moves.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

constexpr double step = 1e-5;

/// The chance's slope along a move, by central differences on the forecast's own samples.
double slope(const DecisionModel& model, std::size_t outcome, const ForecastOptions& options, Move move) {
    move.by = step;
    const double up = forecast_moves(model, std::array{move}, options).difference[outcome];
    move.by = -step;
    return (up - forecast_moves(model, std::array{move}, options).difference[outcome]) / (2 * step);
}

/// Every move there is, with the derivative that was found for it.
std::vector<std::pair<Move, double>> every_move(const DecisionModel& model, const Sensitivities& found) {
    std::vector<std::pair<Move, double>> moves;
    const auto add = [&](Move move, double derivative) { moves.emplace_back(std::move(move), derivative); };
    const std::size_t n = model.people_count(), m = model.offer_count(), concerns = model.table.concerns.size();
    for (std::size_t i = 0; i < n; ++i) {
        const std::string& person = model.people[i];
        add({.kind = MoveKind::susceptibility, .person = person}, found.susceptibility[i]);
        for (const Gate gate : {Gate::buy, Gate::vendor}) add({.kind = MoveKind::personal_emphasis, .person = person, .gate = gate}, found.emphasis[static_cast<std::size_t>(gate)][i]);
        for (std::size_t j = 0; j < m; ++j) {
            add({.kind = MoveKind::leaning, .person = person, .offer = model.offers[j]}, found.leaning(i, j));
            add({.kind = MoveKind::attitude, .person = person, .offer = model.offers[j], .gate = Gate::vendor}, found.attitude[model.index()(1, i, j)]);
            for (std::size_t k = i; k < concerns; k += 5) add({.kind = MoveKind::score, .person = person, .offer = model.offers[j], .concern = model.table.concerns[k]}, found.score[i](j, k));
        }
    }
    for (std::size_t j = 0; j < m; ++j)
        for (std::size_t k = j; k < concerns; k += 3) add({.kind = MoveKind::score, .offer = model.offers[j], .concern = model.table.concerns[k]}, found.shared_score(j, k));
    for (std::size_t t = 0; t < model.ties.size(); ++t) {
        const bool first = std::none_of(model.ties.begin(), model.ties.begin() + static_cast<std::ptrdiff_t>(t), [&](const DirectedTie& tie) { return tie.from == model.ties[t].from && tie.to == model.ties[t].to; });
        if (first) add({.kind = MoveKind::tie_strength, .from = model.people[model.ties[t].from], .to = model.people[model.ties[t].to]}, found.tie[t]);
    }
    add({.kind = MoveKind::veto_line}, found.veto_line);
    return moves;
}

}  // namespace

// The bound: 1e-6 of the largest derivative, for every rule and every kind of move.
TEST_CASE("every derivative agrees with central differences on the same samples, for every rule") {
    const char* rule = GENERATE("autocracy", "weighted", "quota", "majority", "unanimity", "consent");
    Json json = deals::document();
    json["decision"] = {{"rule", rule}, {"date", "2027-03-01"}};
    json["as_of"] = "2026-12-01";
    json["ties"].push_back({{"from", "wang"}, {"to", "chen"}, {"kind", "opposes"}, {"strength", 0.2}});
    json["ties"].push_back({{"from", "wang"}, {"to", "liu"}, {"strength", 0.9}});  // more than liu's whole attention
    const DecisionModel model = deals::model(json);
    ForecastOptions options;
    options.samples = 64;
    options.variance_by_group = false;
    for (const std::size_t outcome : {model.ours, std::size_t{0}, std::size_t{2}}) {
        const SensitiveForecast found = sensitivities(model, outcome, options);
        const auto moves = every_move(model, found.sensitivities);
        double greatest = 0;
        for (const auto& [move, derivative] : moves) greatest = std::max(greatest, std::abs(derivative));
        REQUIRE(greatest > 0.01);
        for (const auto& [move, derivative] : moves) {
            INFO(rule << " " << word_of(*move.kind) << " " << move.person << move.from << " " << move.to << move.offer << " " << move.concern);
            REQUIRE(derivative == Approx(slope(model, outcome, options, move)).margin(1e-6 * greatest));
        }
    }
}

TEST_CASE("the forecast beside the sensitivities is the forecast") {
    const DecisionModel model = deals::model(deals::document());
    const Forecast alone = forecast(model), beside = sensitivities(model, model.ours).forecast;
    for (std::size_t j = 0; j < 3; ++j) CHECK(beside.outcomes[j] == Approx(alone.outcomes[j]).epsilon(1e-13));
}

TEST_CASE("the chances of all outcomes answer to no move together, and threads change no bit") {
    const DecisionModel model = deals::model(deals::document());
    ForecastOptions options;
    options.samples = 256;
    std::vector<double> sum(model.index().size(), 0.0);
    for (std::size_t outcome = 0; outcome < 3; ++outcome) {
        const auto one = sensitivities(model, outcome, options).sensitivities;
        options.threads = 3;
        CHECK(sensitivities(model, outcome, options).sensitivities.attitude == one.attitude);
        options.threads = 1;
        for (std::size_t a = 0; a < sum.size(); ++a) sum[a] += one.attitude[a];
    }
    for (const double total : sum) CHECK(total == Approx(0).margin(1e-14));
}

// At strength 0 there is a kink; towards more the derivative is one-sided.
TEST_CASE("a tie that is not there yet has the slope of its first bit of strength") {
    ForecastOptions options;
    options.samples = 64;
    options.variance_by_group = false;
    Json json = deals::document();
    json["people"][2].erase("reports_to");  // nothing between wang and chen
    const DecisionModel apart = deals::model(json);
    const Sensitivities slopes = sensitivities(apart, apart.ours, options).sensitivities;
    constexpr double small = 1e-6;
    const Move move{.kind = MoveKind::add_tie, .person = {}, .offer = {}, .concern = {}, .from = "wang", .to = "chen", .gate = {}, .by = small};
    const double change = forecast_moves(apart, std::array{move}, options).difference[apart.ours];
    CHECK(slopes.strength(apart.person("chen"), apart.person("wang")) == Approx(change / small).epsilon(1e-4));
}
