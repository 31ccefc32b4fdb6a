#pragma once

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include <buygraph/error.hpp>
#include <buygraph/influence/matrix.hpp>
#include <buygraph/io/file_bytes.hpp>
#include <buygraph/io/json.hpp>

namespace buygraph::python {

namespace py = pybind11;

/// What functions give back: numbers that NumPy owns.
using Array = py::array_t<double, py::array::c_style>;

/// An argument that is a whole number, of Python's type or NumPy's.
class Whole : public py::object {
    PYBIND11_OBJECT_DEFAULT(Whole, py::object, PyIndex_Check)
};

/// What functions take: anything that NumPy can read as real numbers. Strided, Fortran-ordered and integer input is copied.
class Numbers : public py::object {
    PYBIND11_OBJECT_DEFAULT(Numbers, py::object, anything)
    static bool anything(PyObject* object) { return object != nullptr; }
};

/// A text that may hold halves of surrogates, as names of files do, in UTF-8 that keeps them (and is not valid then).
[[nodiscard]] inline std::string to_bytes(const py::handle& text) {
    const auto bytes = py::reinterpret_steal<py::object>(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass"));
    if (!bytes) throw py::error_already_set();
    return py::cast<py::bytes>(bytes);
}

[[nodiscard]] inline std::string type_name(const py::handle& value) { return to_bytes(py::type::of(value).attr("__name__")); }

/// A Python value as JSON: dict, list, tuple, str, int, float, bool, None, days, NumPy numbers and arrays. NaN and infinity pass, to be
/// named by the validation. What JSON cannot hold becomes null and a fault at its place.
/// \throws DealError  nested more than 64 deep, as a dict that holds itself is; with this fault alone, as for text
[[nodiscard]] inline Json to_json(const py::handle& value, FaultList& faults, const Place& place = {}, std::size_t depth = 0) {
    if (value.is_none()) return nullptr;
    if (py::isinstance<py::bool_>(value)) return value.cast<bool>();
    if (py::isinstance<py::int_>(value)) {
        int overflow = 0;
        const long long whole = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
        if (!overflow) return whole;
        const double number = PyLong_AsDouble(value.ptr());
        if (!PyErr_Occurred()) return number;
        PyErr_Clear();
        return overflow * std::numeric_limits<double>::infinity();
    }
    if (py::isinstance<py::float_>(value)) return value.cast<double>();
    if (py::isinstance<py::str>(value)) return to_bytes(value);
    if (depth >= most_json_depth) {
        FaultList deep;
        deep.add(place, {"nested too deeply", "嵌套过深"}, "more than " + std::to_string(most_json_depth) + " levels", {"at most 64 levels", "最多 64 层"});
        throw DealError(deep.take());
    }
    if (py::isinstance<py::dict>(value)) {
        Json object = Json::object();
        for (const auto& [key, entry] : py::reinterpret_borrow<py::dict>(value)) {
            if (py::isinstance<py::str>(key)) {
                const std::string name = to_bytes(key);
                object[name] = to_json(entry, faults, place.field(name), depth + 1);
            } else {
                faults.add(place, {"a key is no text", "键不是文本"}, "a key of type " + type_name(key), {"keys that are texts", "键须为文本"});
            }
        }
        return object;
    }
    if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value)) {
        Json list = Json::array();
        for (const py::handle entry : value) list.push_back(to_json(entry, faults, place.item(list.size()), depth + 1));
        return list;
    }
    if (py::hasattr(value, "isoformat")) return to_bytes(py::str(value.attr("isoformat")())).substr(0, 10);
    if (py::hasattr(value, "tolist")) return to_json(value.attr("tolist")(), faults, place, depth + 1);  // NumPy's
    if (py::hasattr(value, "__float__")) return value.attr("__float__")().cast<double>();                // Decimal, Fraction
    faults.add(place, {"is nothing that JSON can hold", "JSON 无法表示"}, "a value of type " + type_name(value), {"text, number, true, false, None, dict or list", "文本、数字、true、false、None、dict 或 list"});
    return nullptr;
}

/// The place of a file that a text or a path-like object names.
[[nodiscard]] inline std::filesystem::path to_path(const py::object& place) {
    const auto bytes = py::module_::import("os").attr("fsencode")(place).cast<std::string>();
    if (bytes.find('\0') != std::string::npos) throw FileError(bytes.substr(0, bytes.find('\0')), "a path cannot hold a NUL");
    return bytes;
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

/// \throws InputError  what is no array of real numbers: texts, complex numbers, rows of different length
[[nodiscard]] inline Array to_numbers(const Numbers& given, const char* name) {
    const char* allowed = "an array of real numbers";
    py::array array;
    try {
        array = py::module_::import("numpy").attr("asarray")(given);
    } catch (const py::error_already_set& error) {
        if (!error.matches(PyExc_ValueError) && !error.matches(PyExc_TypeError)) throw;
        throw InputError(name, "rows of different length", allowed);
    }
    const char kind = array.dtype().kind();
    if (kind != 'f' && kind != 'i' && kind != 'u' && kind != 'b') throw InputError(name, "values of type " + py::str(array.dtype()).cast<std::string>(), allowed);
    return py::array_t<double, py::array::c_style | py::array::forcecast>(array);
}

/// A matrix from numbers in two dimensions; in one dimension they are a single column where `column` allows it.
[[nodiscard]] inline Matrix to_matrix(const Numbers& given, const char* name, bool column = false) {
    const Array array = to_numbers(given, name);
    const bool single = column && array.ndim() == 1;
    if (array.ndim() != 2 && !single) throw InputError(name, std::to_string(array.ndim()) + " dimensions", column ? "one or two dimensions" : "two dimensions");
    Matrix matrix(static_cast<std::size_t>(array.shape(0)), single ? 1 : static_cast<std::size_t>(array.shape(1)));
    std::copy(array.data(), array.data() + array.size(), matrix.values.begin());
    return matrix;
}

[[nodiscard]] inline std::vector<double> to_vector(const Numbers& given, const char* name) {
    const Array array = to_numbers(given, name);
    if (array.ndim() != 1) throw InputError(name, std::to_string(array.ndim()) + " dimensions", "one dimension");
    return {array.data(), array.data() + array.size()};
}

/// A whole number from `least` to `greatest`.
[[nodiscard]] inline std::uint64_t to_whole(const Whole& given, const char* name, std::uint64_t least, std::uint64_t greatest) {
    const auto value = py::reinterpret_steal<py::object>(PyNumber_Index(given.ptr()));
    if (!value) throw py::error_already_set();
    const unsigned long long whole = PyLong_AsUnsignedLongLong(value.ptr());
    const bool outside = PyErr_Occurred() != nullptr;  // negative, or beyond 64 bits
    PyErr_Clear();
    if (outside || whole < least || whole > greatest)
        throw InputError(name, printable(py::str(value).cast<std::string>()), "a whole number from " + std::to_string(least) + " to " + std::to_string(greatest));
    return whole;
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

template <>
struct pybind11::detail::handle_type_name<buygraph::python::Whole> {
    static constexpr auto name = const_name("typing.SupportsIndex");
};

template <>
struct pybind11::detail::handle_type_name<buygraph::python::Numbers> {
    static constexpr auto name = const_name("numpy.typing.ArrayLike");
};
