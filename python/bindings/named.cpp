#include "named.hpp"

namespace buygraph::python {

py::list ids(const DecisionModel& model, const std::vector<std::size_t>& people) {
    py::list list;
    for (const std::size_t person : people) list.append(model.people[person]);
    return list;
}

}  // namespace buygraph::python
