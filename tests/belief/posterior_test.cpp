#include <buygraph/belief/posterior.hpp>

#include <Eigen/Dense>
#include <cmath>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

const AttitudeIndex index3{3, 3};

/// The textbook way, in the space of all errors and biases: z ~ N(0, D), readings H z + noise, conditioned with an inverse.
struct Textbook {
    Eigen::MatrixXd loading;  // attitudes × errors
    Eigen::VectorXd mean;     // of the errors
    Eigen::MatrixXd covariance;

    Textbook(const DecisionModel& model, const std::vector<Reading>& readings, double bias_sd) {
        const auto errors = static_cast<Eigen::Index>(model.prior.latents.size());
        const auto all = errors + static_cast<Eigen::Index>(readings.size());  // biases numbered by Reading::bias
        loading = Eigen::MatrixXd::Zero(18, all);
        covariance = Eigen::MatrixXd::Zero(all, all);
        mean = Eigen::VectorXd::Zero(all);
        for (Eigen::Index z = 0; z < errors; ++z) {
            const Latent& latent = model.prior.latents[static_cast<std::size_t>(z)];
            covariance(z, z) = latent.sd * latent.sd;
            for (const auto& [at, value] : latent.loadings) loading(static_cast<Eigen::Index>(at), z) += value;
        }
        for (Eigen::Index b = errors; b < all; ++b) covariance(b, b) = bias_sd * bias_sd;
        for (const Reading& reading : readings) one(model, reading, errors);
    }

    void one(const DecisionModel& model, const Reading& reading, Eigen::Index errors) {
        Eigen::RowVectorXd row = Eigen::RowVectorXd::Zero(loading.cols());
        double expected = 0;
        for (std::size_t p = 0; p < 3; ++p) {
            const std::size_t at = index3(reading.gate, p, reading.offer);
            row += model.control(reading.person, p) * loading.row(static_cast<Eigen::Index>(at));
            expected += model.control(reading.person, p) * model.prior.mean[at];
        }
        row(errors + static_cast<Eigen::Index>(reading.bias)) = 1;
        const double variance = (row * covariance * row.transpose())(0, 0) + reading.noise_variance;
        const Eigen::VectorXd gain = covariance * row.transpose() / variance;
        mean += gain * (reading.stance - expected - (row * mean)(0, 0));
        covariance -= gain * row * covariance;
    }
};

}  // namespace

TEST_CASE("all readings at once equal the textbook update one by one, in any order") {
    const DecisionModel model = deals::under("autocracy");
    std::vector<Reading> readings = model.readings;
    REQUIRE(readings.size() == 3);
    readings.push_back({2, 1, 1, 0.4, 0.05, 0});  // the same source on the same offer as the first
    for (int turn = 0; turn < 2; ++turn) {
        const AttitudeBelief belief = update(model.prior, index3, readings, model.control, 0.15);
        std::reverse(readings.begin(), readings.end());
        const Textbook textbook(model, readings, 0.15);
        const Eigen::VectorXd shift = textbook.loading * textbook.mean;
        const Eigen::MatrixXd spread = textbook.loading * textbook.covariance * textbook.loading.transpose();
        for (std::size_t a = 0; a < 18; ++a) {
            REQUIRE(belief.mean[a] == Approx(model.prior.mean[a] + shift(static_cast<Eigen::Index>(a))).margin(1e-12));
            for (std::size_t b = 0; b < 18; ++b) REQUIRE(belief.covariance(a, b) == Approx(spread(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b))).margin(1e-12));
        }
        for (std::size_t z = 0; z < model.prior.latents.size(); ++z) REQUIRE(belief.latent_mean[z] == Approx(textbook.mean(static_cast<Eigen::Index>(z))).margin(1e-12));
    }
}

TEST_CASE("ten repetitions by one source teach less than ten sources") {
    const DecisionModel model = deals::under("autocracy");
    std::vector<Reading> same(10, Reading{1, 1, 1, 0.5, 0.09, 0}), different = same;
    for (std::size_t r = 0; r < 10; ++r) different[r].bias = r;
    const std::size_t at = index3(1, 1, 1);
    const double one = update(model.prior, index3, same, model.control, 0.15).covariance(at, at);
    CHECK(update(model.prior, index3, different, model.control, 0.15).covariance(at, at) < 0.9 * one);
}

TEST_CASE("knowing a group of errors leaves the others' posterior") {
    const DecisionModel model = deals::under("autocracy");
    ConcernTable certain = model.table;
    certain.deviation_sd = 0;
    const AttitudeBelief without = update(prior_attitudes(certain), index3, model.readings, model.control, 0.15);
    const Matrix held = held_covariances(model.prior, index3, model.readings, model.control, 0.15)[static_cast<std::size_t>(ErrorGroup::deviation)];
    for (std::size_t i = 0; i < held.values.size(); ++i) REQUIRE(held.values[i] == Approx(without.covariance.values[i]).margin(1e-13));
}
