#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <buygraph/influence/large_equilibrium.hpp>
#include <buygraph/influence/total_control.hpp>

#include "computing.hpp"
#include "convert.hpp"

namespace buygraph::python {

namespace {

using influence::SolveOptions;
using influence::SparseNetwork;

constexpr std::array orders{std::pair{"degree", influence::Order::degree}, std::pair{"reverse_cuthill_mckee", influence::Order::reverse_cuthill_mckee}, std::pair{"given", influence::Order::given}};
constexpr std::array solvers{std::pair{"krylov", influence::Solver::krylov}, std::pair{"gauss_seidel", influence::Solver::gauss_seidel}};
constexpr std::array precisions{std::pair{"mixed", influence::Corrections::single}, std::pair{"double", influence::Corrections::doubled}};

std::size_t thread_count(const std::optional<Whole>& threads) { return threads ? to_whole(*threads, "threads", 1, 4096) : 0; }

std::optional<std::size_t> memory_limit(const std::optional<Whole>& memory) {
    if (!memory) return std::nullopt;
    return to_whole(*memory, "memory", 1, std::numeric_limits<std::int64_t>::max());
}

/// A network with what Python wants kept with it: names for errors, and the ties the other way round once somebody has asked for them.
class LargeNetwork {
  public:
    LargeNetwork(py::object people, const std::string& order, bool divide, const std::optional<Whole>& threads, const std::optional<Whole>& memory) : people_(std::move(people)) {
        options_.order = to_enum<influence::Order>(order, "order", orders);
        options_.divide = divide;
        options_.threads = thread_count(threads);
        options_.memory = memory_limit(memory);
        if (!people_.is_none())
            options_.name = [names = people_.ptr()](std::size_t person) {  // kept alive by this
                const py::gil_scoped_acquire lock;
                return to_bytes(py::str(py::handle(names)[py::int_(person)]));
            };
    }

    template <class Build>
    void build(Build&& make) {
        network_ = computing([&](const auto& interrupted) {
            options_.interrupt = interrupted;
            SparseNetwork network = make(options_);
            options_.interrupt = {};
            return network;
        });
    }

    [[nodiscard]] const SparseNetwork& network() const { return network_; }

    const SparseNetwork& heard_by(const std::optional<std::size_t>& memory) {
        const std::lock_guard lock(guard_);
        if (!heard_by_) heard_by_ = influence::transposed(network_, memory);
        return *heard_by_;
    }

  private:
    py::object people_;
    influence::NetworkOptions options_;
    SparseNetwork network_;
    std::optional<SparseNetwork> heard_by_;
    std::mutex guard_;
};

using Made = std::unique_ptr<LargeNetwork>;

/// Two columns of whole numbers as they are if they have 32 bits both, otherwise as 64 bits.
template <class Use>
void with_whole_columns(const py::array& first, const py::array& second, Use&& use) {
    using Narrow = py::array_t<std::int32_t, py::array::c_style>;
    using Wide = py::array_t<std::int64_t, py::array::c_style | py::array::forcecast>;
    const auto both = [&](const auto& a, const auto& b) { use(std::span(a.data(), static_cast<std::size_t>(a.size())), std::span(b.data(), static_cast<std::size_t>(b.size()))); };
    if (py::isinstance<Narrow>(first) && py::isinstance<Narrow>(second)) both(Narrow(first), Narrow(second));
    else both(Wide(first), Wide(second));
}

std::span<const double> numbers_of(const Array& array) { return {array.data(), static_cast<std::size_t>(array.size())}; }

Made of_rows(const py::array& first, const py::array& columns, const Numbers& strengths, py::object people, const std::string& order, bool divide, const std::optional<Whole>& threads,
             const std::optional<Whole>& memory) {
    auto made = std::make_unique<LargeNetwork>(std::move(people), order, divide, threads, memory);
    const Array weights = to_numbers(strengths, "influence");
    with_whole_columns(first, columns, [&](auto starts, auto others) {
        made->build([&](const influence::NetworkOptions& options) { return influence::network_of_rows(starts, others, numbers_of(weights), options); });
    });
    return made;
}

Made of_ties(const Whole& count, const py::array& from, const py::array& to, const Numbers& strengths, py::object people, const std::string& order, bool divide, const std::optional<Whole>& threads,
             const std::optional<Whole>& memory) {
    auto made = std::make_unique<LargeNetwork>(std::move(people), order, divide, threads, memory);
    const Array weights = to_numbers(strengths, "influence");
    const std::size_t persons = to_whole(count, "people", 1, 4294967294);
    with_whole_columns(from, to, [&](auto sources, auto targets) {
        made->build([&](const influence::NetworkOptions& options) { return influence::network_of_ties(persons, sources, targets, numbers_of(weights), options); });
    });
    return made;
}

SolveOptions solve_options(const std::string& method, const std::string& precision, double tolerance, const Whole& most_iterations, const std::optional<Whole>& threads, const std::optional<Whole>& memory) {
    SolveOptions options;
    options.solver = to_enum<influence::Solver>(method, "method", solvers);
    options.corrections = to_enum<influence::Corrections>(precision, "precision", precisions);
    options.tolerance = tolerance;
    options.most_iterations = to_whole(most_iterations, "most_iterations", 2, 1'000'000'000);
    options.threads = thread_count(threads);
    options.memory = memory_limit(memory);
    return options;
}

py::tuple with_iteration(const Array& values, const influence::Iteration& how) { return py::make_tuple(values, how.residual, how.iterations, how.converged); }

py::tuple equilibrium(const LargeNetwork& self, const Numbers& susceptibility, const Numbers& attitudes, SolveOptions options) {
    const std::vector<double> lambda = to_vector(susceptibility, "susceptibility");
    Matrix a = to_matrix(attitudes, "attitudes", true);
    const influence::LargeEquilibrium rest = computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        return influence::equilibrium(self.network(), lambda, std::move(a), options);
    });
    const bool vector = py::module_::import("numpy").attr("ndim")(attitudes).cast<int>() == 1;
    return with_iteration(vector ? to_array(rest.attitudes.values) : to_array(rest.attitudes), rest);
}

py::tuple control(LargeNetwork& self, const Numbers& susceptibility, const std::optional<Numbers>& targets, SolveOptions options) {
    const std::vector<double> lambda = to_vector(susceptibility, "susceptibility");
    const std::vector<double> weights = targets ? to_vector(*targets, "targets") : std::vector<double>();
    const influence::Control found = computing([&](const auto& interrupted) {
        options.interrupt = interrupted;
        const SparseNetwork& heard_by = self.heard_by(options.memory);
        return targets ? influence::control_over(self.network(), heard_by, lambda, weights, options) : influence::total_control(self.network(), heard_by, lambda, options);
    });
    return with_iteration(to_array(found.shares), found);
}

}  // namespace

void bind_large_network(py::module_& module) {
    const auto how = [](auto&&... arguments) { return solve_options(std::forward<decltype(arguments)>(arguments)...); };
    py::class_<LargeNetwork>(module, "SparseNetwork", "A large influence network by position, for buygraph.influence.")
        .def_static("of_rows", &of_rows, py::arg("first"), py::arg("columns"), py::arg("strengths"), py::arg("people"), py::arg("order"), py::arg("divide"), py::arg("threads"), py::arg("memory"))
        .def_static("of_ties", &of_ties, py::arg("count"), py::arg("from_"), py::arg("to"), py::arg("strengths"), py::arg("people"), py::arg("order"), py::arg("divide"), py::arg("threads"),
                    py::arg("memory"))
        .def_property_readonly("people", [](const LargeNetwork& self) { return self.network().people(); })
        .def_property_readonly("ties", [](const LargeNetwork& self) { return self.network().ties(); })
        .def(
            "equilibrium",
            [how](const LargeNetwork& self, const Numbers& susceptibility, const Numbers& attitudes, const std::string& method, const std::string& precision, double tolerance,
                  const Whole& most_iterations, const std::optional<Whole>& threads, const std::optional<Whole>& memory) {
                return equilibrium(self, susceptibility, attitudes, how(method, precision, tolerance, most_iterations, threads, memory));
            },
            py::arg("susceptibility"), py::arg("attitudes"), py::arg("method"), py::arg("precision"), py::arg("tolerance"), py::arg("most_iterations"), py::arg("threads"), py::arg("memory"))
        .def(
            "control",
            [how](LargeNetwork& self, const Numbers& susceptibility, const std::optional<Numbers>& targets, const std::string& method, const std::string& precision, double tolerance,
                  const Whole& most_iterations, const std::optional<Whole>& threads, const std::optional<Whole>& memory) {
                return control(self, susceptibility, targets, how(method, precision, tolerance, most_iterations, threads, memory));
            },
            py::arg("susceptibility"), py::arg("targets"), py::arg("method"), py::arg("precision"), py::arg("tolerance"), py::arg("most_iterations"), py::arg("threads"), py::arg("memory"));
    module.def(
        "strongest",
        [](const Numbers& shares, const Whole& count) {
            const std::vector<double> values = to_vector(shares, "shares");
            return influence::strongest(values, to_whole(count, "count", 0, std::numeric_limits<std::int64_t>::max()));
        },
        py::arg("shares"), py::arg("count"));
}

}  // namespace buygraph::python
