#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/io/compare.hpp>
#include <buygraph/text/comparison.hpp>

#include "computing.hpp"
#include "named.hpp"
#include "options.hpp"

namespace buygraph::python {

namespace {

/// The edits of a row as they stand in a deal file.
py::list edits_of(const Differences& differences, const std::vector<std::size_t>& group) {
    py::list edits;
    for (const std::size_t at : group) {
        const Difference& difference = differences.edits[at];
        py::dict edit;
        edit["path"] = difference.edit.first;
        edit["was"] = to_python(difference.was);
        edit["now"] = to_python(difference.edit.second);
        edits.append(edit);
    }
    return edits;
}

std::string listed(const std::vector<EditedPlace>& places, std::string EditedPlace::* what, const char* between) {
    std::string text;
    for (const EditedPlace& place : places)
        if (!(place.*what).empty()) text += (text.empty() ? "" : between) + place.*what;
    return text;
}

py::dict compare_columns(const Deal& old, const Deal& now, const Whole& samples, const Whole& seed, const std::optional<Whole>& threads, const std::string& language) {
    const text::VersionNames names(old, now, language_of(language));
    ForecastOptions options = forecast_options(samples, seed, threads);
    const ComparedDeals found = computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return compare(old, now, options);
    });
    const Comparison& comparison = found.comparison;
    const std::size_t groups = found.differences.groups.size();
    py::list edits, was, is, shares, errors, sentences, details;
    for (const ExplainedEdit& edit : comparison.edits) {
        edits.append(listed(edit.places, &EditedPlace::path, ", "));
        was.append(listed(edit.places, &EditedPlace::was, "; "));
        is.append(listed(edit.places, &EditedPlace::now, "; "));
        shares.append(edit.value());
        errors.append(edit.standard_error());
        sentences.append(text::sentence(names, edit));
        details.append(edits_of(found.differences, edit.read ? found.differences.groups[edit.group] : std::vector{found.differences.unread[edit.group - groups]}));
    }
    py::dict columns, result;
    columns["edits"] = edits;
    columns["was"] = was;
    columns["now"] = is;
    columns["share"] = shares;
    columns["standard_error"] = errors;
    columns["sentence"] = sentences;
    result["columns"] = columns;
    result["details"] = details;
    result["before"] = comparison.before.value();
    result["after"] = comparison.after.value();
    result["before_error"] = comparison.before.standard_error();
    result["after_error"] = comparison.after.standard_error();
    result["change"] = comparison.change().value();
    result["standard_error"] = comparison.change().standard_error();
    result["exact"] = comparison.exact;
    result["forecasts"] = comparison.forecasts;
    result["headline"] = text::headline(names, comparison);
    return result;
}

}  // namespace

void bind_compare(py::module_& module) {
    module.def("compare_columns", &compare_columns, py::arg("old"), py::arg("new"), py::arg("samples"), py::arg("seed"), py::arg("threads"), py::arg("language"),
               "What is behind buygraph.compare: columns, details, and the numbers of the whole.");
}

}  // namespace buygraph::python
