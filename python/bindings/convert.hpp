#pragma once

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
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
[[nodiscard]] std::string to_bytes(const py::handle& text);

[[nodiscard]] std::string type_name(const py::handle& value);

/// A Python value as JSON: dict, list, tuple, str, int, float, bool, None, days, NumPy numbers and arrays. NaN and infinity pass, to be
/// named by the validation. What JSON cannot hold becomes null and a fault at its place.
/// \throws DealError  nested more than 64 deep, as a dict that holds itself is; with this fault alone, as for text
[[nodiscard]] Json to_json(const py::handle& value, FaultList& faults, const Place& place = {}, std::size_t depth = 0);

/// The place of a file that a text or a path-like object names.
[[nodiscard]] std::filesystem::path to_path(const py::object& place);

[[nodiscard]] py::object to_python(const Json& json);

/// A NumPy array that owns its numbers.
[[nodiscard]] Array to_array(const Matrix& matrix);

[[nodiscard]] Array to_array(const std::vector<double>& values);

/// \throws InputError  what is no array of real numbers: texts, complex numbers, rows of different length
[[nodiscard]] Array to_numbers(const Numbers& given, const char* name);

/// A matrix from numbers in two dimensions; in one dimension they are a single column where `column` allows it.
[[nodiscard]] Matrix to_matrix(const Numbers& given, const char* name, bool column = false);

[[nodiscard]] std::vector<double> to_vector(const Numbers& given, const char* name);

/// A whole number from `least` to `greatest`.
[[nodiscard]] std::uint64_t to_whole(const Whole& given, const char* name, std::uint64_t least, std::uint64_t greatest);

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
