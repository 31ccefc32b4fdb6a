#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "../forecast/moves.hpp"
#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// The moves in the field `moves`, as they stand in a deal file; nothing where it is not given.
/// \throws DealError  with every fault of them
[[nodiscard]] BUYGRAPH_HEAVY std::optional<std::vector<Move>> moves_in(const Arguments& arguments);

/// A version of a deal with moves made in it, after its evidence.
struct Moved {
    std::shared_ptr<const Compiled> version;
    std::optional<forecasting::MovedWorlds> moved;

    [[nodiscard]] const Deal& deal() const { return version->deal; }
    [[nodiscard]] const DecisionModel& model() const { return moved ? moved->model : version->model; }
    [[nodiscard]] const forecasting::SharedPlan& plan() const { return moved ? moved->plan : version->plan(); }
};

/// The version that a request is about: with its edits, then its moves.
[[nodiscard]] BUYGRAPH_HEAVY Moved moved_version(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_SESSION)

#include <utility>

#include "../io/read_moves.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY std::optional<std::vector<Move>> moves_in(const Arguments& arguments) {
    if (!arguments.given("moves")) return std::nullopt;
    FaultList faults;
    std::vector<Move> moves = read_moves(arguments.json("moves"), faults);
    if (!faults.faults().empty()) throw DealError(faults.take());
    return moves;
}

BUYGRAPH_HEAVY Moved moved_version(Session& session, const Arguments& arguments) {
    Moved result{session.version(arguments), std::nullopt};
    const auto moves = moves_in(arguments);
    if (moves && !moves->empty()) result.moved = forecasting::make_moves(result.version->model, *moves, result.version->plan());
    return result;
}

}  // namespace buygraph::boundary

#endif
