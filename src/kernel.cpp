#if defined(BUYGRAPH_LEVELS)

#include <array>
#include <cstdlib>
#include <string_view>

#include "kernels.hpp"

#define BUYGRAPH_EACH(level) BUYGRAPH_DECLARE_KERNEL(level);
BUYGRAPH_LEVELS
#undef BUYGRAPH_EACH

namespace buygraph {

namespace {

bool runs_here(std::string_view level) {
    __builtin_cpu_init();
    const bool v2 = __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt");
    const bool v3 = v2 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
    const bool v4 = v3 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
                    __builtin_cpu_supports("avx512vl");
    return level == "v4" ? v4 : level == "v3" ? v3 : level == "v2" ? v2 : true;
}

/// The widest that runs here, or the one that BUYGRAPH_LEVEL asks for (v2, v3, v4, portable) if it does.
const Kernel& kernel() {
    static const Kernel& chosen = []() -> const Kernel& {
#define BUYGRAPH_EACH(level) buygraph_kernel_##level(),
        const std::array all{BUYGRAPH_LEVELS};  // from narrow to wide
#undef BUYGRAPH_EACH
        const char* asked = std::getenv("BUYGRAPH_LEVEL");
        const Kernel* best = all.front();
        for (const Kernel* one : all) {
            if (!runs_here(one->level)) continue;
            best = one;
            if (asked && std::string_view(asked) == one->level) break;
        }
        return *best;
    }();
    return chosen;
}

}  // namespace

namespace forecasting {

const char* kernel_level() { return kernel().level; }

Draws draw(const DecisionModel& model, const WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options) { return kernel().draw(model, plan, per_scramble, options); }

Draws draw_wins(const DecisionModel& model, std::span<const WorldPlan> plans, std::size_t per_scramble, const ForecastOptions& options) {
    return kernel().draw_wins(model, plans, per_scramble, options);
}

SlopedDraws draw_with_slopes(const DecisionModel& model, const WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options, const decision::OutcomeSeed& chance, Slopes of) {
    return kernel().draw_with_slopes(model, plan, per_scramble, options, chance, of);
}

}  // namespace forecasting

std::unique_ptr<KeptWorlds> keep_worlds(const DecisionModel& model, const forecasting::WorldPlan& plan, std::size_t per_scramble, const ForecastOptions& options) {
    return kernel().keep_worlds(model, plan, per_scramble, options);
}

}  // namespace buygraph

#else

#define BUYGRAPH_DEFINE_KERNEL
#include <buygraph/forecast/kernel.hpp>
#include <buygraph/plan/kept_worlds.hpp>

#endif
