#pragma once

#include <buygraph/forecast/kernel.hpp>
#include <buygraph/plan/kept_worlds.hpp>

// The kernel is compiled several times, for the CPU features of one level of x86-64 each, and chosen when first used. Each time it becomes one object file in which
// all but one symbol is local: so no function of a wide level, of ours or of the standard library, can be taken for its like of a narrow one.

namespace buygraph {

/// The functions of forecast/kernel.hpp and plan/kept_worlds.hpp, as compiled for one instruction set.
struct Kernel {
    const char* level;
    decltype(static_cast<forecasting::Draws (*)(const DecisionModel&, const forecasting::WorldPlan&, std::size_t, const ForecastOptions&)>(&forecasting::draw)) draw;
    decltype(&forecasting::draw_wins) draw_wins;
    decltype(&forecasting::draw_with_slopes) draw_with_slopes;
    decltype(&buygraph::keep_worlds) keep_worlds;
};

}  // namespace buygraph

#define BUYGRAPH_DECLARE_KERNEL(level) extern "C" const buygraph::Kernel* buygraph_kernel_##level()
