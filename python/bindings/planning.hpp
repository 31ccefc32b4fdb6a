#pragma once

#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

#include <buygraph/plan/planning.hpp>

#include "computing.hpp"
#include "named.hpp"
#include "options.hpp"

namespace buygraph::python {

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
