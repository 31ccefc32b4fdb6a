#include <buygraph/belief/emphasis.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

PriorAttitudes prior_at(const DecisionModel& model, std::size_t gate, std::size_t person, double emphasis) {
    ConcernTable table = model.table;
    table.emphasis[gate][person] = emphasis;
    return prior_attitudes(table);
}

AttitudeMoments moved(const DecisionModel& model, const PriorAttitudes& after) { return belief_at_emphasis(model.prior, model.belief, after, model.readings, model.control, model.bias_sd); }

}  // namespace

TEST_CASE("at the emphasis that there is nothing moves") {
    const DecisionModel model = deals::model(deals::document());
    const AttitudeMoments same = moved(model, model.prior);
    for (std::size_t a = 0; a < same.mean.size(); ++a) CHECK(same.mean[a] == Approx(model.belief.mean[a]).margin(1e-13));
    for (std::size_t c = 0; c < same.covariance.values.size(); ++c) CHECK(same.covariance.values[c] == Approx(model.belief.covariance.values[c]).margin(1e-13));
}

// Without evidence the deal read again with another emphasis says the same: an independent way through `compile`.
TEST_CASE("without evidence a moved emphasis is an edited one") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    const DecisionModel model = deals::model(json);
    json["people"][1]["personal_emphasis"] = {{"vendor", 3.5}};
    const DecisionModel edited = deals::model(json);
    const AttitudeMoments found = moved(model, prior_at(model, 1, model.person("liu"), 3.5));
    for (std::size_t a = 0; a < found.mean.size(); ++a) CHECK(found.mean[a] == Approx(edited.belief.mean[a]).margin(1e-13));
    for (std::size_t c = 0; c < found.covariance.values.size(); ++c) CHECK(found.covariance.values[c] == Approx(edited.belief.covariance.values[c]).margin(1e-13));
}

TEST_CASE("derivatives by the emphasis agree with central differences of mean and covariance") {
    const DecisionModel model = deals::model(deals::document());
    std::mt19937 random(5);
    const std::size_t size = model.index().size();
    const Matrix by_mean = deals::random_matrix(1, size, random), by_covariance = deals::random_matrix(size, size, random);
    const auto value = [&](const AttitudeMoments& at) {
        double sum = 0;
        for (std::size_t a = 0; a < size; ++a) sum += by_mean.values[a] * at.mean[a];
        for (std::size_t c = 0; c < size * size; ++c) sum += by_covariance.values[c] * at.covariance.values[c];
        return sum;
    };
    const auto found = emphasis_adjoint(model.table, model.prior, model.belief, model.readings, model.control, model.bias_sd, by_mean.values, by_covariance);
    for (std::size_t gate = 0; gate < 2; ++gate)
        for (std::size_t person = 0; person < model.people_count(); ++person) {
            const double e = model.table.emphasis[gate][person];
            constexpr double step = 1e-5;
            const double slope = (value(moved(model, prior_at(model, gate, person, e + step))) - value(moved(model, prior_at(model, gate, person, e - step)))) / (2 * step);
            CHECK(found[gate][person] == Approx(slope).epsilon(1e-7).margin(1e-9));
        }
}
