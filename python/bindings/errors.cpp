#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <sstream>

#include <buygraph/deal/fault.hpp>
#include <buygraph/io/file.hpp>

namespace py = pybind11;

namespace buygraph::python {

namespace {

using Type = py::gil_safe_call_once_and_store<py::object>;

void raise_with(Type& type, const char* what, const std::vector<std::pair<const char*, py::object>>& fields) {
    const py::object raised = type.get_stored()(what);
    for (const auto& [name, value] : fields) raised.attr(name) = value;
    PyErr_SetObject(type.get_stored().ptr(), raised.ptr());
}

Language language_of(const std::string& word) {
    if (word == "en") return Language::english;
    if (word == "zh") return Language::chinese;
    throw InputError("language", word, "en or zh");
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
        .def("__eq__", [](const Fault& self, const Fault& other) { return self == other; })
        .def("__hash__", [](const Fault& self) { return py::hash(py::str(self.pointer + self.message.en)); });

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
    py::register_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) std::rethrow_exception(thrown);
        } catch (const DealError& error) {
            raise_with(deal, error.what(), {{"faults", py::cast(error.faults)}});
        } catch (const InputError& error) {
            raise_with(input, error.what(), {{"where", py::str(error.where)}, {"given", py::str(error.given)}, {"allowed", py::str(error.allowed)}});
        } catch (const FileError& error) {
            raise_with(file, error.what(), {{"path", py::str(error.path)}});
        } catch (const Error& error) {
            raise_with(base, error.what(), {});
        }
    });
}

}  // namespace buygraph::python
