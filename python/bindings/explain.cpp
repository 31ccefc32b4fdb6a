#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <buygraph/insight/chains.hpp>
#include <buygraph/insight/shares.hpp>
#include <buygraph/text/explanation.hpp>

#include "named.hpp"

namespace buygraph::python {

namespace {

using Name = std::optional<std::string>;

Explanation explanation(const DecisionModel& model, const Name& decider, const Name& rival, const Name& gate) {
    std::optional<Gate> at;
    if (gate) at = to_enum<Gate>(*gate, "gate", Words<Gate>::table);
    const py::gil_scoped_release unlock;
    return explain(model, decider ? std::optional<std::string_view>(*decider) : std::nullopt, rival ? std::optional<std::string_view>(*rival) : std::nullopt, at);
}

py::dict share_columns(const char* of, const std::vector<std::string>& names, const std::vector<double>& shares) {
    py::dict columns;
    columns[of] = names;
    columns["share"] = shares;
    return columns;
}

py::dict tie_columns(const DecisionModel& model, const std::vector<TieShare>& ties) {
    py::list from, to, relation, share;
    for (const TieShare& tie : ties) {
        from.append(model.people[tie.from]);
        to.append(model.people[tie.to]);
        relation.append(std::string(word_of(tie.relation)));
        share.append(tie.share);
    }
    py::dict columns;
    columns["from"] = from;
    columns["to"] = to;
    columns["relation"] = relation;
    columns["share"] = share;
    return columns;
}

py::dict chain_columns(const DecisionModel& model, const std::vector<Chain>& chains) {
    py::list concern, people, value;
    for (const Chain& chain : chains) {
        concern.append(model.table.concerns[chain.concern]);
        py::list path;
        for (const std::size_t person : chain.people) path.append(model.people[person]);
        people.append(path);
        value.append(chain.value);
    }
    py::dict columns;
    columns["concern"] = concern;
    columns["people"] = people;
    columns["contribution"] = value;
    return columns;
}

}  // namespace

void bind_explain(py::module_& module) {
    module.def(
        "explain",
        [](const DecisionModel& model, const Name& decider, const Name& rival, const Name& gate) {
            const Explanation found = explanation(model, decider, rival, gate);
            py::list people, concerns, kinds, values;
            for (const Contribution& term : found.contributions) {
                people.append(model.people[term.person]);
                concerns.append(term.concern ? py::object(py::str(model.table.concerns[*term.concern])) : py::object(py::none()));
                kinds.append(std::string(word_of(term.kind)));
                values.append(term.value);
            }
            py::dict result;
            result["margin"] = found.margin;
            result["rival"] = model.offers[found.rival];
            result["gate"] = found.gate == 0 ? "buy" : "vendor";
            result["person"] = people;
            result["concern"] = concerns;
            result["kind"] = kinds;
            result["contribution"] = values;
            const auto [ties, chains] = [&] {
                const py::gil_scoped_release unlock;
                return std::pair{tie_shares(model, found), strongest_chains(model, found)};
            }();
            result["people"] = share_columns("person", model.people, person_shares(model, found));
            result["concerns"] = share_columns("concern", model.table.concerns, concern_shares(model, found));
            result["ties"] = tie_columns(model, ties);
            result["chains"] = chain_columns(model, chains);
            return result;
        },
        py::arg("model"), py::arg("decider") = py::none(), py::arg("rival") = py::none(), py::arg("gate") = py::none(), "The columns behind buygraph.explain.");
    module.def(
        "explanation_sentences",
        [](const Deal& deal, const DecisionModel& model, const Name& decider, const Name& rival, const Name& gate, const std::string& language) {
            const text::Names names(deal, language_of(language));
            return text::sentences(names, model, explanation(model, decider, rival, gate));
        },
        py::arg("deal"), py::arg("model"), py::arg("decider"), py::arg("rival"), py::arg("gate"), py::arg("language"), "What an explanation says, in sentences.");
}

}  // namespace buygraph::python
