#pragma once

#include <initializer_list>
#include <optional>
#include <type_traits>
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
    /// Names without rows, so that an empty table has its columns.
    explicit Columns(std::initializer_list<const char*> names);
    template <class Value>
    void add(const char* name, const Value& value) {
        if constexpr (std::is_base_of_v<py::object, Value>) append(name, value);
        else append(name, py::cast(value));
    }
    [[nodiscard]] py::dict take() { return std::move(columns_); }

  private:
    void append(const char* name, const py::object& value);

    py::dict columns_;
};

template <class Value>
[[nodiscard]] py::object or_none(const std::optional<Value>& value) {
    return value ? py::cast(*value) : py::object(py::none());
}

[[nodiscard]] py::list concern_ids(const DecisionModel& model, const std::vector<std::size_t>& concerns);

}  // namespace buygraph::python
