#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/insight/edited_deals.hpp>
#include <buygraph/insight/structure.hpp>
#include <buygraph/text/structure.hpp>

#include "named.hpp"

namespace buygraph::python {

namespace {

py::dict structure_columns(const Deal& deal, const DecisionModel& model, const std::string& language) {
    const text::Names names(deal, language_of(language));
    const Structure found = structure(deal, model);
    py::list decider, share, contact, introduction, carries, gatekeepers, cut, sentence;
    for (const WayIn& way : found.ways) {
        decider.append(model.people[way.decider]);
        share.append(way.share);
        contact.append(way.contact);
        introduction.append(way.introduction ? py::object(ids(model, way.introduction->people)) : py::object(py::none()));
        carries.append(way.introduction ? way.introduction->strength : 0.0);
        gatekeepers.append(way.gatekeepers ? py::object(ids(model, *way.gatekeepers)) : py::object(py::none()));
        cut.append(way.smallest_cut ? py::object(ids(model, *way.smallest_cut)) : py::object(py::none()));
        sentence.append(text::sentence(names, model, found, way));
    }
    py::dict columns, centre, result;
    columns["decider"] = decider;
    columns["share"] = share;
    columns["contact"] = contact;
    columns["introduction"] = introduction;
    columns["carries"] = carries;
    columns["gatekeepers"] = gatekeepers;
    columns["smallest_cut"] = cut;
    columns["sentence"] = sentence;
    centre["vertical_involvement"] = found.centre.vertical_involvement;
    centre["lateral_involvement"] = found.centre.lateral_involvement;
    centre["extensivity"] = found.centre.extensivity;
    centre["connectedness"] = found.centre.connectedness;
    centre["purchaser_centrality"] = found.centre.purchaser_centrality;
    py::list bridges;
    for (const auto& [one, other] : found.articulation.bridges) bridges.append(py::make_tuple(model.people[one], model.people[other]));
    result["columns"] = columns;
    result["contacts"] = ids(model, found.contacts);
    result["articulation_people"] = ids(model, found.articulation.people);
    result["bridges"] = bridges;
    result["centre"] = centre;
    result["sentences"] = text::sentences(names, model, found);
    return result;
}

}  // namespace

void bind_structure(py::module_& module) {
    module.def("seen_by", [](const Deal& deal, const std::string& rival) { return seen_by(deal, rival); }, py::arg("deal"), py::arg("rival"), "The deal as a competitor sees it; see Deal.seen_by.");
    module.def("structure_columns", &structure_columns, py::arg("deal"), py::arg("model"), py::arg("language"), "What stands behind Deal.structure.");
}

}  // namespace buygraph::python
