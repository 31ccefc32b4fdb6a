#pragma once

#include <pybind11/pybind11.h>

#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <buygraph/io/write_arrow.hpp>
#include <buygraph/portfolio/fields.hpp>
#include <buygraph/simulation/fields.hpp>

namespace buygraph::python {

namespace py = pybind11;

/// Described structs as Python values: dicts, lists, texts (None where empty), numbers, days.
class RowValues {
  public:
    template <class Object>
    [[nodiscard]] static py::object of(const Object& value) {
        if constexpr (std::is_same_v<Object, std::string>) return value.empty() ? py::object(py::none()) : py::object(py::str(value));
        else if constexpr (std::is_same_v<Object, bool>) return py::bool_(value);
        else if constexpr (std::is_arithmetic_v<Object>) return py::cast(value);
        else if constexpr (std::is_same_v<Object, Date>) return py::module_::import("datetime").attr("date")(value.year, value.month, value.day);
        else if constexpr (std::is_enum_v<Object>) return py::str(std::string(word_of(value)));
        else {
            RowValues visitor;
            fields::describe(visitor, value);
            return visitor.dict_;
        }
    }
    template <class Value>
    [[nodiscard]] static py::object of(const std::optional<Value>& value) { return value ? of(*value) : py::object(py::none()); }
    template <class Value>
    [[nodiscard]] static py::object of(const std::vector<Value>& values) {
        py::list list;
        for (const Value& value : values) list.append(of(value));
        return list;
    }

    template <class Member>
    void operator()(const char* name, const Member& member, const fields::Spec&) { dict_[name] = of(member); }

  private:
    py::dict dict_;
};

/// Many structs as one list for each field.
template <class Row>
[[nodiscard]] py::dict row_columns(const std::vector<Row>& rows) {
    py::dict columns;
    const auto names = [&](const char* name, const auto&, const fields::Spec&) { columns[name] = py::list(); };
    const auto append = [&](const char* name, const auto& member, const fields::Spec&) { py::list(columns[name]).append(RowValues::of(member)); };
    const Row example{};
    fields::describe(names, example);
    for (const Row& row : rows) fields::describe(append, row);
    return columns;
}

/// Column name to what it means.
template <class Row>
[[nodiscard]] py::dict row_docs() {
    py::dict docs;
    const auto note = [&](const char* name, const auto&, const fields::Spec& spec) { docs[name] = spec.doc; };
    const Row example{};
    fields::describe(note, example);
    return docs;
}

template <class Interface>
[[nodiscard]] py::object arrow_capsule(std::unique_ptr<Interface> filled, const char* name) {
    const auto release = [](PyObject* capsule) {
        auto* one = static_cast<Interface*>(PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule)));
        if (one->release) one->release(one);
        delete one;
    };
    return py::reinterpret_steal<py::object>(PyCapsule_New(filled.release(), name, release));
}

[[nodiscard]] inline py::object schema_capsule(const ArrowColumn& shape) {
    auto schema = std::make_unique<ArrowSchema>();
    shape.export_schema(schema.get());
    return arrow_capsule(std::move(schema), "arrow_schema");
}

/// The rows as Arrow's (schema, array).
template <class Row>
[[nodiscard]] py::tuple array_capsules(ArrowColumn columns, const std::vector<Row>& rows) {
    py::object schema = schema_capsule(columns);
    auto array = std::make_unique<ArrowArray>();
    for (const Row& row : rows) add_row(columns, row);
    std::move(columns).export_array(array.get());
    return py::make_tuple(schema, arrow_capsule(std::move(array), "arrow_array"));
}

}  // namespace buygraph::python
