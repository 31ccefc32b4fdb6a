#include "options.hpp"

#include <limits>

namespace buygraph::python {

ForecastOptions forecast_options(const Whole& samples, const Whole& seed, const std::optional<Whole>& threads, const std::string& method, const std::string& precision) {
    ForecastOptions options;
    options.samples = to_whole(samples, "samples", 1, forecasting::most_samples);
    options.seed = to_whole(seed, "seed", 0, std::numeric_limits<std::uint64_t>::max());
    options.threads = threads ? to_whole(*threads, "threads", 1, 4096) : forecasting::machine_threads();
    options.method = to_enum<Sampling>(method, "method", Words<Sampling>::table);
    options.precision = to_enum<Precision>(precision, "precision", Words<Precision>::table);
    return options;
}

}  // namespace buygraph::python
