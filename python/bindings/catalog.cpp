#include <pybind11/pybind11.h>

#include <buygraph/deal/role_mix.hpp>
#include <buygraph/io/write_deal.hpp>

#include "convert.hpp"

namespace buygraph::python {

void bind_catalog(py::module_& module) {
    module.def("builtin_catalog", [] { return to_python(detail::DealWriter::object(merged_catalog({}))); },
               "The built-in roles and concerns, in the form of a deal's own catalog.");
}

}  // namespace buygraph::python
