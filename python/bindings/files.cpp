#include <pybind11/pybind11.h>
#include <pybind11/stl/filesystem.h>

#include <buygraph/io/file.hpp>

namespace py = pybind11;

namespace buygraph::python {

void bind_files(py::module_& module) {
    module.def("write_file", [](const std::filesystem::path& path, const std::string& text) { write_file(path, text); }, py::arg("path"), py::arg("text"),
               "Replaces a file as a whole, or leaves it as it was.\n\nRaises:\n    FileError: the place cannot be written.");
}

}  // namespace buygraph::python
