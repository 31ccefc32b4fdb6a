#pragma once

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <buygraph/error.hpp>
#include <buygraph/influence/matrix.hpp>
#include <buygraph/io/json.hpp>

namespace buygraph::python {

namespace py = pybind11;

/// Strided, Fortran-ordered and integer input is copied into this layout.
using Array = py::array_t<double, py::array::c_style | py::array::forcecast>;

/// A Python value as JSON: dict, list, tuple, str, int, float, bool, None, dates and NumPy numbers. NaN and infinity pass, to be
/// named by the validation.
[[nodiscard]] inline Json to_json(const py::handle& value, int depth = 0) {
    if (depth > 64) throw InputError("deal", "a dict nested more than 64 deep", "at most 64 levels");
    if (value.is_none()) return nullptr;
    if (py::isinstance<py::bool_>(value)) return value.cast<bool>();
    if (py::isinstance<py::int_>(value)) {
        int overflow = 0;
        const long long whole = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
        return overflow ? Json(PyLong_AsDouble(value.ptr())) : Json(whole);
    }
    if (py::isinstance<py::float_>(value)) return value.cast<double>();
    if (py::isinstance<py::str>(value)) {
        const py::object bytes = py::reinterpret_steal<py::object>(PyUnicode_AsEncodedString(value.ptr(), "utf-8", "surrogatepass"));
        if (!bytes) throw py::error_already_set();
        return std::string(py::cast<py::bytes>(bytes));
    }
    if (py::isinstance<py::dict>(value)) {
        Json object = Json::object();
        for (const auto& [key, entry] : py::reinterpret_borrow<py::dict>(value)) {
            if (!py::isinstance<py::str>(key)) throw InputError("deal", py::repr(key).cast<std::string>() + " as a key", "keys that are texts");
            object[to_json(key).get<std::string>()] = to_json(entry, depth + 1);
        }
        return object;
    }
    if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value)) {
        Json list = Json::array();
        for (const py::handle entry : value) list.push_back(to_json(entry, depth + 1));
        return list;
    }
    if (py::hasattr(value, "isoformat")) return py::str(value.attr("isoformat")()).cast<std::string>().substr(0, 10);
    if (py::hasattr(value, "item")) return to_json(value.attr("item")(), depth + 1);  // a NumPy scalar
    throw InputError("deal", "a value of type " + std::string(py::str(py::type::of(value).attr("__name__"))), "what JSON can hold");
}

[[nodiscard]] inline py::object to_python(const Json& json) {
    switch (json.type()) {
        case Json::value_t::null: return py::none();
        case Json::value_t::boolean: return py::bool_(json.get<bool>());
        case Json::value_t::number_integer: return py::int_(json.get<long long>());
        case Json::value_t::number_unsigned: return py::int_(json.get<unsigned long long>());
        case Json::value_t::number_float: return py::float_(json.get<double>());
        case Json::value_t::string: return py::str(json.get<std::string>());
        case Json::value_t::array: {
            py::list list;
            for (const Json& entry : json) list.append(to_python(entry));
            return list;
        }
        default: {
            py::dict dict;
            for (const auto& [key, entry] : json.items()) dict[py::str(key)] = to_python(entry);
            return dict;
        }
    }
}

/// A NumPy array that owns its numbers.
[[nodiscard]] inline Array to_array(const Matrix& matrix) {
    Array array({matrix.rows, matrix.columns});
    std::copy(matrix.values.begin(), matrix.values.end(), array.mutable_data());
    return array;
}

[[nodiscard]] inline Array to_array(const std::vector<double>& values) {
    Array array(static_cast<py::ssize_t>(values.size()));
    std::copy(values.begin(), values.end(), array.mutable_data());
    return array;
}

/// A matrix from an array of two dimensions; one of one dimension is a single column where `column` allows it.
[[nodiscard]] inline Matrix to_matrix(const Array& array, const char* name, bool column = false) {
    const bool single = column && array.ndim() == 1;
    if (array.ndim() != 2 && !single) throw InputError(name, std::to_string(array.ndim()) + " dimensions", column ? "one or two dimensions" : "two dimensions");
    Matrix matrix(static_cast<std::size_t>(array.shape(0)), single ? 1 : static_cast<std::size_t>(array.shape(1)));
    std::copy(array.data(), array.data() + array.size(), matrix.values.begin());
    return matrix;
}

[[nodiscard]] inline std::vector<double> to_vector(const Array& array, const char* name) {
    if (array.ndim() != 1) throw InputError(name, std::to_string(array.ndim()) + " dimensions", "one dimension");
    return {array.data(), array.data() + array.size()};
}

/// The member of an enum that a word stands for.
template <class Enum, class Table>
[[nodiscard]] Enum to_enum(const std::string& word, const char* name, const Table& table) {
    std::string known;
    for (const auto& [entry, value] : table) {
        if (entry == word) return value;
        known += (known.empty() ? "" : ", ") + std::string(entry);
    }
    throw InputError(name, word, known);
}

}  // namespace buygraph::python
