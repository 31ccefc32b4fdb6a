// A deal on standard input, its outcome probabilities on standard output: the same program for the machine and for WebAssembly.
#include <cstdio>
#include <exception>
#include <iostream>
#include <iterator>
#include <string>

#include <buygraph/buygraph.hpp>

int main() try {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    const buygraph::DecisionModel model = buygraph::compile(buygraph::parse_deal(text));
    const buygraph::Forecast forecast = buygraph::forecast(model);
    for (std::size_t j = 0; j < forecast.offers.size(); ++j) std::printf("%s %.17g\n", forecast.offers[j].c_str(), forecast.outcomes[j]);
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
