#include "convert.hpp"

#include <algorithm>
#include <limits>

namespace buygraph::python {

std::string to_bytes(const py::handle& text) {
    const auto bytes = py::reinterpret_steal<py::object>(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass"));
    if (!bytes) throw py::error_already_set();
    return py::cast<py::bytes>(bytes);
}

std::string type_name(const py::handle& value) { return to_bytes(py::type::of(value).attr("__name__")); }

Json to_json(const py::handle& value, FaultList& faults, const Place& place, std::size_t depth) {
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

std::filesystem::path to_path(const py::object& place) {
    const auto bytes = py::module_::import("os").attr("fsencode")(place).cast<std::string>();
    if (bytes.find('\0') != std::string::npos) throw FileError(bytes.substr(0, bytes.find('\0')), "a path cannot hold a NUL");
    return bytes;
}

py::object to_python(const Json& json) {
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

Array to_array(const Matrix& matrix) {
    Array array({matrix.rows, matrix.columns});
    std::copy(matrix.values.begin(), matrix.values.end(), array.mutable_data());
    return array;
}

Array to_array(const std::vector<double>& values) {
    Array array(static_cast<py::ssize_t>(values.size()));
    std::copy(values.begin(), values.end(), array.mutable_data());
    return array;
}

Array to_numbers(const Numbers& given, const char* name) {
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

Matrix to_matrix(const Numbers& given, const char* name, bool column) {
    const Array array = to_numbers(given, name);
    const bool single = column && array.ndim() == 1;
    if (array.ndim() != 2 && !single) throw InputError(name, std::to_string(array.ndim()) + " dimensions", column ? "one or two dimensions" : "two dimensions");
    Matrix matrix(static_cast<std::size_t>(array.shape(0)), single ? 1 : static_cast<std::size_t>(array.shape(1)));
    std::copy(array.data(), array.data() + array.size(), matrix.values.begin());
    return matrix;
}

std::vector<double> to_vector(const Numbers& given, const char* name) {
    const Array array = to_numbers(given, name);
    if (array.ndim() != 1) throw InputError(name, std::to_string(array.ndim()) + " dimensions", "one dimension");
    return {array.data(), array.data() + array.size()};
}

std::uint64_t to_whole(const Whole& given, const char* name, std::uint64_t least, std::uint64_t greatest) {
    const auto value = py::reinterpret_steal<py::object>(PyNumber_Index(given.ptr()));
    if (!value) throw py::error_already_set();
    const unsigned long long whole = PyLong_AsUnsignedLongLong(value.ptr());
    const bool outside = PyErr_Occurred() != nullptr;  // negative, or beyond 64 bits
    PyErr_Clear();
    if (outside || whole < least || whole > greatest)
        throw InputError(name, printable(py::str(value).cast<std::string>()), "a whole number from " + std::to_string(least) + " to " + std::to_string(greatest));
    return whole;
}

}  // namespace buygraph::python
