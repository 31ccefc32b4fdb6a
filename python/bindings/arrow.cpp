#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/io/arrow.hpp>

#include "convert.hpp"

namespace buygraph::python {

namespace {

/// A list of Python values as a column: flags, whole numbers, numbers (None is NaN), else texts (None is null).
TableColumn column_of(const std::string& name, const py::list& values) {
    bool flags = values.size() > 0, whole = flags, numbers = flags, missing = flags;
    for (const py::handle value : values) {
        const bool flag = py::isinstance<py::bool_>(value), integer = py::isinstance<py::int_>(value) && !flag;
        flags = flags && flag;
        whole = whole && integer;
        numbers = numbers && (integer || value.is_none() || py::isinstance<py::float_>(value));
        missing = missing && value.is_none();
    }
    const auto refuse = [&](const py::handle& value) { throw InputError("column " + name, "a value of type " + type_name(value), "texts, numbers, whole numbers of 64 bits or flags; or None"); };
    if (flags) return values.cast<std::vector<bool>>();
    if (whole) {
        std::vector<std::int64_t> column;
        for (const py::handle value : values) {
            int overflow = 0;
            column.push_back(PyLong_AsLongLongAndOverflow(value.ptr(), &overflow));
            if (overflow) refuse(value);
        }
        return column;
    }
    if (numbers && !missing) {
        std::vector<double> column;
        for (const py::handle value : values) column.push_back(value.is_none() ? std::nan("") : value.cast<double>());
        return column;
    }
    std::vector<std::optional<std::string>> column;
    for (const py::handle value : values) {
        if (!value.is_none() && !py::isinstance<py::str>(value)) refuse(value);
        column.push_back(value.is_none() ? std::nullopt : std::optional(value.cast<std::string>()));
    }
    return column;
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
                table.columns.push_back(column_of(table.names.back(), py::list(py::reinterpret_borrow<py::object>(values))));
            }
            auto stream = std::make_unique<ArrowArrayStream>();
            export_stream(std::move(table), stream.get());
            return py::reinterpret_steal<py::object>(PyCapsule_New(stream.release(), "arrow_array_stream", &release_capsule));
        },
        py::arg("columns"), "An Arrow stream capsule of named columns (lists of one length).");
}

}  // namespace buygraph::python
