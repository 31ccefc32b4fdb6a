#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <buygraph/io/catalog_file.hpp>
#include <buygraph/io/edits.hpp>
#include <buygraph/io/file.hpp>
#include <buygraph/io/schema.hpp>
#include <buygraph/model/compile.hpp>

#include "catalog.hpp"
#include "convert.hpp"

namespace buygraph::python {

namespace {

Deal checked(ReadResult result) {
    if (!result.faults.empty()) throw DealError(std::move(result.faults));
    return std::move(result.deal);
}

/// Puts the faults of the conversion from Python before those of reading, and takes out what only follows from them.
void put_first(std::vector<Fault> first, std::vector<Fault>& faults) {
    const auto follows = [&](const Fault& fault) {
        return std::any_of(first.begin(), first.end(), [&](const Fault& cause) { return cause.pointer == fault.pointer || cause.pointer.rfind(fault.pointer + "/", 0) == 0; });
    };
    std::copy_if(faults.begin(), faults.end(), std::back_inserter(first), [&](const Fault& fault) { return !follows(fault); });
    faults = std::move(first);
}

/// What `load` and `validate` take as a deal or a catalog: a path, a dict, or the text itself (it begins with a brace).
/// `use` is called with the document or the text, without the interpreter's lock.
template <class Use>
auto with_source(const py::object& source, const char* what, Use&& use) {
    const auto read = [&](const auto& text_or_path) {
        const py::gil_scoped_release unlock;
        if constexpr (std::is_same_v<decltype(text_or_path), const std::filesystem::path&>) return use(std::string_view(read_file(text_or_path)));
        else return use(text_or_path);
    };
    if (py::isinstance<py::dict>(source)) {
        FaultList unread;
        auto result = read(to_json(source, unread));
        if (!unread.faults().empty()) put_first(unread.take(), result.faults);
        return result;
    }
    if (py::isinstance<py::bytes>(source)) return read(source.cast<std::string_view>());
    if (py::isinstance<py::str>(source)) {
        const std::string text = to_bytes(source);
        const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        if (first != std::string::npos && (text[first] == '{' || text[first] == '[')) return read(std::string_view(text));
        return read(to_path(source));
    }
    if (py::hasattr(source, "__fspath__")) return read(to_path(source));
    throw InputError(what, "a value of type " + type_name(source), "a path, a dict, or JSON text");
}

}  // namespace

Catalog users_catalog(const py::object& source) {
    if (source.is_none()) return {};
    ReadCatalog result = with_source(source, "catalog", [](const auto& document) { return read_catalog(document); });
    if (!result.faults.empty()) throw DealError(std::move(result.faults));
    return std::move(result.catalog);
}

namespace {

ReadResult read_anything(const py::object& source, const py::object& catalog) {
    const Catalog users = users_catalog(catalog);
    return with_source(source, "source", [&](const auto& document) { return read_and_validate(document, users); });
}

std::vector<Fault> faults_of(const py::object& source, const py::object& catalog) {
    try {
        return read_anything(source, catalog).faults;
    } catch (const DealError& error) {
        return error.faults;
    }
}

Deal with_edits(const Deal& deal, const py::typing::Dict<py::str, py::object>& changes) {
    std::vector<Edit> edits;
    FaultList faults;
    for (const auto& [path, value] : changes) {
        const std::string place = to_bytes(py::str(path));
        edits.emplace_back(place, to_json(value, faults, Place{"/" + printable(place), {}}));
    }
    if (!faults.faults().empty()) throw DealError(faults.take());
    Json document = write_deal(deal);
    apply_edits(document, edits, faults);
    if (!faults.faults().empty()) throw DealError(faults.take());
    return checked(read_and_validate(document));
}

template <class Entry>
std::vector<std::string> ids_of(const std::vector<Entry>& list) {
    std::vector<std::string> ids;
    for (const Entry& entry : list) ids.push_back(entry.id);
    return ids;
}

}  // namespace

void bind_deal(py::module_& module) {
    py::class_<Deal>(module, "Deal", "What is known of one purchase. It does not change: with_edits gives a new one.")
        .def_readonly("name", &Deal::name, "What is sold.")
        .def_readonly("account", &Deal::account, "The customer.")
        .def_readonly("id", &Deal::id)
        .def_readonly("currency", &Deal::currency)
        .def_property_readonly("language", [](const Deal& self) -> std::optional<std::string> { return self.language ? std::optional(std::string(word_of(*self.language))) : std::nullopt; }, "Of its names and notes, or None.")
        .def_readonly("value", &Deal::value, "In the currency, or None.")
        .def_property_readonly("people", [](const Deal& self) { return ids_of(self.people); }, "Ids in the order of the file, those who left included.")
        .def_property_readonly("offers", [](const Deal& self) { return ids_of(self.offers); }, "Ids in the order of the file.")
        .def("to_dict", [](const Deal& self) -> py::typing::Dict<py::str, py::object> { return to_python(write_deal(self)); }, "The deal as it stands in a file; load gives an equal deal back.")
        .def("to_json", [](const Deal& self) { return deal_text(self); }, "The text of the deal file.")
        .def("save", [](const Deal& self, const py::object& path) { save(self, to_path(path)); }, py::arg("path"),
             "Writes the deal file, replacing the old one as a whole.\n\nRaises:\n    FileError: the place cannot be written.")
        .def("with_edits", &with_edits, py::arg("edits"),
             R"(A new deal with some places changed.

Args:
    edits: path to value, as in {"people/chen/susceptibility": 0.3, "ties/-": {...}}. A step into a list is an id or a number, "-" a new
        entry; None removes.

Raises:
    DealError: a path that leads nowhere, or a deal that is no longer valid; with every fault.)")
        .def("compile", [](const Deal& self) { const py::gil_scoped_release unlock; return compile(self); }, "The model of this deal: dense arrays, everything defaulted.")
        .def("__eq__", [](const Deal& self, const Deal& other) { return self == other; }, py::is_operator())
        .def("__hash__", [](const Deal& self) { return py::hash(py::str(deal_text(self))); })
        .def("__repr__", [](const Deal& self) {
            return py::str("Deal({!r}, account={!r}, people={}, offers={})").format(self.name, self.account, self.people.size(), self.offers.size());
        })
        .def(py::pickle([](const Deal& self) { return py::make_tuple(1, deal_text(self)); },
                        [](const py::tuple& state) {
                            if (state.size() != 2 || state[0].cast<int>() != 1) throw InputError("pickle", "another format", "format 1");
                            return parse_deal(state[1].cast<std::string>());
                        }));

    module.def("load", [](const py::object& source, const py::object& catalog) { return checked(read_anything(source, catalog)); }, py::arg("source"), py::arg("catalog") = py::none(),
               R"(Loads a deal.

Args:
    source: a path, a dict, or JSON text.
    catalog: roles and concerns of your own, in a path, dict or JSON text: {"buygraph": 1, "roles": {...}, "concerns": {...}}. The deal's own
        catalog is laid over it, and the deal carries both from then on.

Raises:
    DealError: with `.faults`, every fault at once.
    FileError: the file cannot be read.)");
    module.def("validate", &faults_of, py::arg("source"), py::arg("catalog") = py::none(),
               "Every fault of a deal, as a list of Fault; empty when it is fine. Arguments as load; faults of the catalog itself come alone.\n\nRaises:\n    FileError: a file cannot be read.");
    module.def("merged_catalog", [](const py::object& catalog) { return to_python(write_catalog(merged_catalog(users_catalog(catalog)))); },
               py::arg("catalog") = py::none(), "The built-in roles and concerns, and yours (path, dict or JSON text), in the form of a deal's own catalog.");
    module.def("schema", [] { return to_python(deal_schema()); }, "The JSON Schema (2020-12) of deal files, as a dict.");
}

}  // namespace buygraph::python
