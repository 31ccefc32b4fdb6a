#include <buygraph/belief/anticipation.hpp>

#include <random>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

Anticipation of(const DecisionModel& model, const Observable& observable) { return Anticipator(model.prior, model.index(), model.readings, model.control, model.bias_sd)(observable); }

AttitudeBelief after(const DecisionModel& model, Reading reading, double stance) {
    std::vector<Reading> readings = model.readings;
    reading.stance = stance;
    readings.push_back(reading);
    return update(model.prior, model.index(), readings, model.control, model.bias_sd);
}

/// Var(X_g[person, offer]) after the evidence: Σ Σ V V Cov.
double final_variance(const DecisionModel& model, std::size_t gate, std::size_t person, std::size_t offer) {
    double sum = 0;
    for (std::size_t p = 0; p < model.people_count(); ++p)
        for (std::size_t q = 0; q < model.people_count(); ++q)
            sum += model.control(person, p) * model.control(person, q) * model.belief.covariance(model.index()(gate, p, offer), model.index()(gate, q, offer));
    return sum;
}

double final_mean(const DecisionModel& model, std::size_t gate, std::size_t person, std::size_t offer) { return final_attitudes(model, gate)(person, offer); }

constexpr std::size_t nobody_else = 1000;  ///< the bias of a source that has said nothing yet

}  // namespace

// The other way is the update itself, with the observation as one reading more. It is linear in what is read: its slope is what a unit of surprise moves, and what is read without
// surprise is where it moves nothing.
TEST_CASE("what is expected of an observation is what the update does when it comes") {
    const DecisionModel model = deals::model(deals::document());
    const AttitudeIndex& index = model.index();
    // Of the deal: reading 0 is of wang on us (gate 1), reading 1 without source on the rival, reading 2 of wang on staying (gate 0).
    struct Case {
        std::size_t person, offer, bias;
    };
    std::vector<Case> cases;
    for (std::size_t person = 0; person < 3; ++person)
        for (std::size_t offer = 0; offer < 3; ++offer)
            for (const std::size_t bias : {nobody_else, model.readings[0].bias, model.readings[2].bias}) cases.push_back({person, offer, bias});
    for (const auto& [person, offer, bias] : cases) {
        const std::size_t gate = offer == 0 ? 0 : 1;
        CAPTURE(person, offer, bias);
        const Reading reading{person, offer, gate, 0, 0.07, bias};
        Observable observable = final_attitude_observable(model.prior, index, model.control, gate, person, offer);
        observable.noise_variance = 0.07;
        observable.biased = true;
        if (bias != nobody_else) observable.bias = bias;
        const Anticipation expected = of(model, observable);
        const AttitudeBelief zero = after(model, reading, 0), one = after(model, reading, 1);
        std::size_t most = 0;
        for (std::size_t a = 0; a < index.size(); ++a) {
            CHECK(one.mean[a] - zero.mean[a] == Approx(expected.covariance[a] / expected.variance).margin(1e-12));
            if (std::abs(expected.covariance[a]) > std::abs(expected.covariance[most])) most = a;
        }
        const double unsurprising = (model.belief.mean[most] - zero.mean[most]) / (one.mean[most] - zero.mean[most]);
        if (bias == nobody_else) CHECK(unsurprising == Approx(final_mean(model, gate, person, offer)).margin(1e-10));
        const double c = 1.7, sd = std::sqrt(expected.variance);
        const AttitudeBelief surprised = after(model, reading, unsurprising + c * sd);
        for (std::size_t a = 0; a < index.size(); ++a) {
            CHECK(surprised.mean[a] - model.belief.mean[a] == Approx(expected.covariance[a] / expected.variance * c * sd).margin(1e-10));
            for (std::size_t b = 0; b < index.size(); b += 5)
                CHECK(model.belief.covariance(a, b) - surprised.covariance(a, b) == Approx(expected.covariance[a] * expected.covariance[b] / expected.variance).margin(1e-12));
        }
    }
}

TEST_CASE("a final attitude without noise has the variance that V makes of the belief's covariance, and seen it is known") {
    const DecisionModel model = deals::under("weighted");
    for (std::size_t gate = 0; gate < 2; ++gate)
        for (std::size_t person = 0; person < 3; ++person)
            for (std::size_t offer = 0; offer < 3; ++offer) {
                const Observable exact = final_attitude_observable(model.prior, model.index(), model.control, gate, person, offer);
                CHECK_FALSE(exact.biased);
                const Anticipation seen = of(model, exact);
                CHECK(seen.variance == Approx(final_variance(model, gate, person, offer)).epsilon(1e-10));
                CHECK(seen.signal_variance == Approx(seen.variance).epsilon(1e-12));
                double with_itself = 0;
                for (std::size_t p = 0; p < 3; ++p) with_itself += model.control(person, p) * seen.covariance[model.index()(gate, p, offer)];
                CHECK(with_itself == Approx(seen.variance).epsilon(1e-10));
            }
}

TEST_CASE("noise and a bias of one's own add to the variance and to nothing else") {
    const DecisionModel model = deals::model(deals::document());
    Observable plain = final_attitude_observable(model.prior, model.index(), model.control, 1, 1, 1), noisy = plain;
    noisy.noise_variance = 0.04;
    noisy.biased = true;
    const Anticipation of_plain = of(model, plain), of_noisy = of(model, noisy);
    CHECK(of_noisy.variance == Approx(of_plain.variance + 0.04 + 0.15 * 0.15));
    CHECK(of_noisy.signal_variance == Approx(of_plain.variance));
    CHECK(of_noisy.covariance == of_plain.covariance);
}

TEST_CASE("a source that has spoken on this offer tells less with the next word") {
    const DecisionModel model = deals::model(deals::document());
    Observable other = final_attitude_observable(model.prior, model.index(), model.control, 1, 1, 1);
    other.noise_variance = 0.01;
    other.biased = true;
    Observable same = other;
    same.bias = model.readings[0].bias;
    const std::size_t liu_on_us = model.index()(1, 1, 1);
    const auto told = [&](const Anticipation& one) { return one.covariance[liu_on_us] * one.covariance[liu_on_us] / one.variance; };
    CHECK(told(of(model, same)) < told(of(model, other)));
}

TEST_CASE("without evidence variances are sums of squares, by hand") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    const DecisionModel model = deals::model(json);
    std::mt19937 random(5);
    for (int round = 0; round < 30; ++round) {
        const std::size_t first = random() % model.prior.latents.size(), second = random() % model.prior.latents.size();
        if (first == second) continue;
        const Latent &one = model.prior.latents[first], &two = model.prior.latents[second];
        const Anticipation seen = of(model, {{{first, 1.0}, {second, -2.0}}, 0.09, false, {}});
        CHECK(seen.signal_variance == Approx(one.sd * one.sd + 4 * two.sd * two.sd));
        CHECK(seen.variance == Approx(one.sd * one.sd + 4 * two.sd * two.sd + 0.09));
        std::vector<double> covariance(model.index().size(), 0.0);
        for (const auto& [at, loading] : one.loadings) covariance[at] += one.sd * one.sd * loading;
        for (const auto& [at, loading] : two.loadings) covariance[at] -= 2 * two.sd * two.sd * loading;
        for (std::size_t a = 0; a < covariance.size(); ++a) CHECK(seen.covariance[a] == Approx(covariance[a]).margin(1e-15));
    }
    const Anticipation nothing = of(model, {});
    CHECK(nothing.variance == 0);
    CHECK(nothing.covariance == std::vector<double>(model.index().size(), 0.0));
}
