#include "planning.hpp"

namespace buygraph::python {

Columns::Columns(std::initializer_list<const char*> names) {
    for (const char* name : names) columns_[name] = py::list();
}

void Columns::append(const char* name, const py::object& value) {
    if (!columns_.contains(name)) columns_[name] = py::list();
    py::list(columns_[name]).append(value);
}

py::list concern_ids(const DecisionModel& model, const std::vector<std::size_t>& concerns) {
    py::list list;
    for (const std::size_t concern : concerns) list.append(model.table.concerns[concern]);
    return list;
}

}  // namespace buygraph::python
