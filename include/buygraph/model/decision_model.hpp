#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../belief/concern_table.hpp"
#include "../belief/posterior.hpp"
#include "../deal/words.hpp"
#include "../error.hpp"
#include "../influence/matrix.hpp"

namespace buygraph {

namespace decision {
struct DecisionRule;
}

/// Where a directed strength comes from.
enum class Relation { advises, works_with, friendship, opposes, reports_to };
template <>
struct Words<Relation> {
    static constexpr WordTable<Relation, 5> table{
        {{"reports_to", Relation::reports_to}, {"advises", Relation::advises}, {"works_with", Relation::works_with}, {"friend", Relation::friendship}, {"opposes", Relation::opposes}}};
};

/// One directed strength: how much `from` moves `to`, before anything is normalised.
struct DirectedTie {
    std::size_t from;
    std::size_t to;
    double strength;  ///< signed
    double sd;        ///< of the logarithm of its size; 0: certain
    Relation relation;
    std::optional<std::size_t> record;  ///< index of the deal's tie; none for a reporting line
};

/// What a computer runs: dense arrays and indices, everything defaulted, nothing invalid. Only `compile` makes one.
///
/// n people (those who have not left, in file order), m offers (0 the status quo, then the others in file order), K concerns.
/// Gates: 0 buy, 1 vendor. It does not change and may be read from several threads.
struct DecisionModel {
    std::vector<std::string> people;    ///< ids, n
    std::vector<std::string> offers;    ///< ids, m
    std::vector<OfferKind> kinds;       ///< m
    std::size_t ours = 1;               ///< index of our offer
    ConcernTable table;                 ///< what everybody weighs and how every offer looks to him
    std::vector<DirectedTie> ties;      ///< one for each record and direction
    std::vector<double> susceptibility; ///< n, in [0, 1)
    Matrix control;                     ///< V at the mean ties, n × n
    std::shared_ptr<const decision::DecisionRule> rule;  ///< decision/rule.hpp; what of it people are told: formal_right.hpp
    std::vector<Reading> readings;      ///< the evidence as it was used
    double bias_sd = 0.15;              ///< of the error that all readings of one source on one offer share
    PriorAttitudes prior;
    AttitudeBelief belief;              ///< after the evidence, before the drift
    double drift_variance = 0;          ///< of every attitude, from as_of to the day of the decision

    [[nodiscard]] std::size_t people_count() const { return people.size(); }
    [[nodiscard]] std::size_t offer_count() const { return offers.size(); }
    [[nodiscard]] const AttitudeIndex& index() const { return belief.index; }

    /// \name From names to indices
    /// \throws InputError  naming what is known
    ///@{
    [[nodiscard]] std::size_t person(std::string_view id) const { return position(people, id, "person"); }
    [[nodiscard]] std::size_t offer(std::string_view id) const { return position(offers, id, "offer"); }
    [[nodiscard]] std::size_t concern(std::string_view id) const { return position(table.concerns, id, "concern"); }
    ///@}

  private:
    [[nodiscard]] static std::size_t position(const std::vector<std::string>& ids, std::string_view id, const char* what) {
        std::string known;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (ids[i] == id) return i;
            known += (i ? ", " : "") + ids[i];
        }
        throw InputError(what, std::string(id), "one of " + known);
    }
};

/// Attitudes A_g after the evidence, at a gate: n × m means.
[[nodiscard]] inline Matrix attitudes(const DecisionModel& model, std::size_t gate) {
    Matrix result(model.people_count(), model.offer_count());
    for (std::size_t i = 0; i < result.rows; ++i)
        for (std::size_t j = 0; j < result.columns; ++j) result(i, j) = model.belief.mean[model.index()(gate, i, j)];
    return result;
}

/// Final attitudes X_g = V A_g at the mean ties, at a gate: n × m means.
[[nodiscard]] inline Matrix final_attitudes(const DecisionModel& model, std::size_t gate) {
    const Matrix first = attitudes(model, gate);
    Matrix result(first.rows, first.columns);
    for (std::size_t i = 0; i < first.rows; ++i)
        for (std::size_t p = 0; p < first.rows; ++p)
            for (std::size_t j = 0; j < first.columns; ++j) result(i, j) += model.control(i, p) * first(p, j);
    return result;
}

/// A covariance of the 2·n·m attitudes after the evidence, with the drift to the day of the decision: an error of each attitude that is the
/// same at both gates.
[[nodiscard]] inline Matrix with_drift(const DecisionModel& model, Matrix attitudes) {
    const AttitudeIndex& index = model.index();
    for (std::size_t i = 0; i < index.people; ++i)
        for (std::size_t j = 0; j < index.offers; ++j)
            for (std::size_t g = 0; g < 2; ++g)
                for (std::size_t h = 0; h < 2; ++h) attitudes(index(g, i, j), index(h, i, j)) += model.drift_variance;
    return attitudes;
}

/// Covariance of the 2·n·m attitudes on the day of the decision: after the evidence, with the drift. Order: AttitudeIndex.
[[nodiscard]] inline Matrix covariance(const DecisionModel& model) { return with_drift(model, model.belief.covariance); }

}  // namespace buygraph
