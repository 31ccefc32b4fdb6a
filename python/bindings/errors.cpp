#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <sstream>

#include <buygraph/deal/fault.hpp>
#include <buygraph/io/file.hpp>

#include "named.hpp"

namespace py = pybind11;

namespace buygraph::python {

namespace {

using Type = py::gil_safe_call_once_and_store<py::object>;

/// A message or a path: bytes of a file's name that are no UTF-8 come as Python's own halves of surrogates.
py::object text(const std::string& bytes) {
    return py::reinterpret_steal<py::object>(PyUnicode_DecodeUTF8(bytes.data(), static_cast<py::ssize_t>(bytes.size()), "surrogateescape"));
}

void raise_with(Type& type, const char* what, const std::vector<std::pair<const char*, py::object>>& fields) {
    const py::object raised = type.get_stored()(text(what));
    for (const auto& [name, value] : fields) raised.attr(name) = value;
    PyErr_SetObject(type.get_stored().ptr(), raised.ptr());
}

}  // namespace

void bind_errors(py::module_& module) {
    py::class_<Fault>(module, "Fault", "One thing that is wrong in a deal, with everything needed to mend it.")
        .def_readonly("pointer", &Fault::pointer, "JSON pointer to the place; empty for the whole document.")
        .def_property_readonly("message", [](const Fault& self) { return self.message.en; }, "Who, which field, what is wrong, in English.")
        .def_readonly("given", &Fault::given, "The offending value; empty where nothing was given.")
        .def_property_readonly("allowed", [](const Fault& self) { return self.allowed.en; }, "What would have been accepted.")
        .def_readonly("suggestion", &Fault::suggestion, "The likeliest intended field or id; empty when nothing is near.")
        .def("describe", [](const Fault& self, const std::string& language) { return describe(self, language_of(language)); }, py::arg("language") = "en",
             "One line for people, in 'en' or 'zh'.")
        .def("__repr__", [](const Fault& self) { return "Fault(" + describe(self) + ")"; })
        .def("__eq__", [](const Fault& self, const Fault& other) { return self == other; }, py::is_operator())
        .def("__hash__", [](const Fault& self) { return py::hash(py::str(self.pointer + self.message.en)); })
        .def(py::pickle(
            [](const Fault& self) { return py::make_tuple(1, self.pointer, self.message.en, self.message.zh, self.given, self.allowed.en, self.allowed.zh, self.suggestion); },
            [](const py::tuple& state) {
                if (state.size() != 8 || state[0].cast<int>() != 1) throw InputError("pickle", "another format", "format 1");
                const auto at = [&](std::size_t i) { return state[i].cast<std::string>(); };
                return Fault{at(1), {at(2), at(3)}, at(4), {at(5), at(6)}, at(7)};
            }));

    PYBIND11_CONSTINIT static Type base, input, deal, file;
    base.call_once_and_store_result([&] { return py::exception<Error>(module, "Error", PyExc_Exception); });
    input.call_once_and_store_result([&] {
        return py::object(py::exception<InputError>(module, "InputError", py::make_tuple(base.get_stored(), py::handle(PyExc_ValueError)).ptr()));
    });
    deal.call_once_and_store_result([&] {
        return py::object(py::exception<DealError>(module, "DealError", py::make_tuple(base.get_stored(), py::handle(PyExc_ValueError)).ptr()));
    });
    file.call_once_and_store_result([&] {
        return py::object(py::exception<FileError>(module, "FileError", py::make_tuple(base.get_stored(), py::handle(PyExc_OSError)).ptr()));
    });
    // What an error lacks, because Python code raised it, is empty.
    deal.get_stored().attr("faults") = py::tuple();
    for (const char* field : {"where", "given", "allowed"}) input.get_stored().attr(field) = "";
    file.get_stored().attr("path") = "";
    py::register_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) std::rethrow_exception(thrown);
        } catch (const DealError& error) {
            raise_with(deal, error.what(), {{"faults", py::cast(error.faults)}});
        } catch (const InputError& error) {
            raise_with(input, error.what(), {{"where", text(error.where)}, {"given", text(error.given)}, {"allowed", text(error.allowed)}});
        } catch (const FileError& error) {
            raise_with(file, error.what(), {{"path", text(error.path)}});
        } catch (const Error& error) {
            raise_with(base, error.what(), {});
        }
    });
}

}  // namespace buygraph::python
