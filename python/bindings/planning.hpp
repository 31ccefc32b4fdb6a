#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <buygraph/forecast/sensitivities.hpp>
#include <buygraph/insight/contributions.hpp>
#include <buygraph/plan/messages.hpp>

#include "computing.hpp"
#include "named.hpp"
#include "options.hpp"

namespace buygraph::python {

/// What every advice starts from: a forecast with its sensitivities, and its states of the world.
struct Planning {
    SensitiveForecast found;
    std::unique_ptr<StoredWorlds> worlds;
    Matrix influence;  ///< 2 × n
    Matrix gains;      ///< n × K
    std::size_t rival;
};

[[nodiscard]] inline Planning planning(const DecisionModel& model, ForecastOptions options) {
    options.variance_by_group = false;
    Planning result{sensitivities(model, model.ours, options), std::make_unique<StoredWorlds>(model, options), {}, {}, 0};
    result.influence = influence_by_gate(model, result.found.sensitivities);
    result.gains = view_gains(model, result.influence, room_to_best(model));
    result.rival = likeliest_rival(model, result.found.forecast);
    return result;
}

/// Columns of a table, filled row by row.
class Columns {
  public:
    template <class Value>
    void add(const char* name, Value&& value) {
        if (!columns_.contains(name)) columns_[name] = py::list();
        py::list(columns_[name]).append(std::forward<Value>(value));
    }
    /// Names without rows, so that an empty table has its columns.
    explicit Columns(std::initializer_list<const char*> names) {
        for (const char* name : names) columns_[name] = py::list();
    }
    [[nodiscard]] py::dict take() { return std::move(columns_); }

  private:
    py::dict columns_;
};

template <class Value>
[[nodiscard]] py::object or_none(const std::optional<Value>& value) {
    return value ? py::cast(*value) : py::object(py::none());
}

[[nodiscard]] inline py::list concern_ids(const DecisionModel& model, const std::vector<std::size_t>& concerns) {
    py::list list;
    for (const std::size_t concern : concerns) list.append(model.table.concerns[concern]);
    return list;
}

}  // namespace buygraph::python
