#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/io/arrow.hpp>

#include "convert.hpp"

namespace buygraph::python {

namespace {

/// A list of Python values as a column: flags, whole numbers, numbers (None is NaN), else texts (None is null).
TableColumn column_of(const py::list& values) {
    bool flags = values.size() > 0, whole = flags, numbers = flags;
    for (const py::handle value : values) {
        const bool flag = py::isinstance<py::bool_>(value), integer = py::isinstance<py::int_>(value) && !flag;
        flags = flags && flag;
        whole = whole && integer;
        numbers = numbers && (integer || value.is_none() || py::isinstance<py::float_>(value));
    }
    if (flags) return values.cast<std::vector<bool>>();
    if (whole) return values.cast<std::vector<std::int64_t>>();
    if (numbers) {
        std::vector<double> column;
        bool any = false;
        for (const py::handle value : values) {
            any = any || !value.is_none();
            column.push_back(value.is_none() ? std::nan("") : value.cast<double>());
        }
        if (any) return column;
    }
    return values.cast<std::vector<std::optional<std::string>>>();
}

void release_capsule(PyObject* capsule) {
    auto* stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
    if (stream->release) stream->release(stream);
    delete stream;
}

}  // namespace

void bind_arrow(py::module_& module) {
    module.def(
        "arrow_stream",
        [](const py::dict& columns) {
            ColumnTable table;
            for (const auto& [name, values] : columns) {
                table.names.push_back(name.cast<std::string>());
                table.columns.push_back(column_of(py::list(py::reinterpret_borrow<py::object>(values))));
            }
            auto stream = std::make_unique<ArrowArrayStream>();
            export_stream(std::move(table), stream.get());
            return py::reinterpret_steal<py::object>(PyCapsule_New(stream.release(), "arrow_array_stream", &release_capsule));
        },
        py::arg("columns"), "An Arrow stream capsule of named columns (lists of one length).");
}

}  // namespace buygraph::python
