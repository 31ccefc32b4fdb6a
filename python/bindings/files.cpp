#include <pybind11/pybind11.h>

#include <buygraph/io/file_bytes.hpp>

#include "convert.hpp"

namespace buygraph::python {

void bind_files(py::module_& module) {
    module.def("write_file", [](const py::object& path, const std::string& text) { write_file(to_path(path), text); }, py::arg("path"), py::arg("text"),
               "Replaces a file as a whole, or leaves it as it was.\n\nRaises:\n    FileError: the place cannot be written.");
}

}  // namespace buygraph::python
