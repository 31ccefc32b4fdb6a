#pragma once

#include <random>
#include <string>

#include <buygraph/deal/deal.hpp>
#include <buygraph/io/json.hpp>
#include <buygraph/model/decision_model.hpp>

/// Deals that several tests use.
namespace deals {

using namespace buygraph;

//   liu (technical, veto) ──▶ chen (decides) ◀── wang (purchaser)       us against a rival
inline const char* three_people = R"({
  "buygraph": 1, "name": "Line 2", "currency": "CNY", "value": 1000000,
  "offers": [
    {"id": "us", "kind": "ours", "ratings": {"reliability": 8, "cost": 4, "fairness": {"score": 6, "sd": 2}}},
    {"id": "rival", "kind": "competitor", "ratings": {"reliability": 6, "cost": 8, "personal_trust": 4}}],
  "people": [
    {"id": "chen", "name": "陈伟", "roles": ["decision_maker"]},
    {"id": "liu", "roles": ["technical"], "reports_to": "chen"},
    {"id": "wang", "roles": {"purchaser": 3, "user": 1}, "reports_to": "chen", "perceptions": [{"offer": "us", "concern": "cost", "score": 6}]}],
  "ties": [{"from": "liu", "to": "wang", "kind": "friend"}],
  "evidence": [
    {"about": "liu", "offer": "us", "stance": "supporter", "source": "wang"},
    {"about": "chen", "offer": "rival", "stance": 0.1, "reliability": 0.9},
    {"about": "chen", "offer": "status_quo", "stance": "neutral", "source": "wang"}]
})";

// Reading and compiling stand in deals.cpp, so that not every test has to compile the reader, the checks and the compiler again.

Json document(const char* text = three_people);
Deal read(const Json& json);
DecisionModel model(const Json& json);
DecisionModel model(const Deal& deal);

/// The same deal under another rule.
DecisionModel under(const char* rule);

inline Matrix random_matrix(std::size_t rows, std::size_t columns, std::mt19937& random, double size = 1) {
    std::uniform_real_distribution<double> uniform(-size, size);
    Matrix matrix(rows, columns);
    for (double& value : matrix.values) value = uniform(random);
    return matrix;
}

}  // namespace deals
