#include <pybind11/pybind11.h>

#include <buygraph/version.hpp>

namespace py = pybind11;

namespace buygraph::python {
void bind_errors(py::module_& module);
void declare_model(py::module_& module);
void declare_forecast(py::module_& module);
void bind_deal(py::module_& module);
void bind_model(py::module_& module);
void bind_forecast(py::module_& module);
void bind_moves(py::module_& module);
void bind_explain(py::module_& module);
void bind_influence(py::module_& module);
void bind_linked_beliefs(py::module_& module);
void bind_large_network(py::module_& module);
void bind_decision(py::module_& module);
void bind_power(py::module_& module);
void bind_arrow(py::module_& module);
void bind_text(py::module_& module);
void bind_files(py::module_& module);
void bind_picture(py::module_& module);
void bind_graph(py::module_& module);
void bind_graph_batch(py::module_& module);
void bind_insight(py::module_& module);
void bind_power_table(py::module_& module);
void bind_structure(py::module_& module);
void bind_compare(py::module_& module);
void bind_questions(py::module_& module);
void bind_engagement(py::module_& module);
void bind_zipper(py::module_& module);
void bind_messages(py::module_& module);
void bind_negotiation(py::module_& module);
void bind_page(py::module_& module);
void bind_portfolio(py::module_& module);
void bind_pipeline(py::module_& module);
void bind_deal_stream(py::module_& module);
void bind_simulation(py::module_& module);
}  // namespace buygraph::python

PYBIND11_MODULE(_core, module) {
    using namespace buygraph::python;
    module.doc() = "The compiled core of buygraph; use it through the package buygraph.";
    module.attr("__version__") = buygraph::version;
    bind_errors(module);
    declare_model(module);
    declare_forecast(module);
    bind_deal(module);
    bind_model(module);
    bind_forecast(module);
    bind_moves(module);
    bind_explain(module);
    bind_influence(module);
    bind_linked_beliefs(module);
    bind_large_network(module);
    bind_decision(module);
    bind_power(module);
    bind_arrow(module);
    bind_text(module);
    bind_files(module);
    bind_picture(module);
    bind_graph(module);
    bind_graph_batch(module);
    bind_insight(module);
    bind_power_table(module);
    bind_structure(module);
    bind_compare(module);
    bind_questions(module);
    bind_engagement(module);
    bind_zipper(module);
    bind_messages(module);
    bind_negotiation(module);
    bind_page(module);
    bind_portfolio(module);
    bind_pipeline(module);
    bind_deal_stream(module);
    bind_simulation(module);
}
