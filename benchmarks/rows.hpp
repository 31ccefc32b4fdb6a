#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

/// The rows of a benchmark in C++: printed, and where BUYGRAPH_ROWS names a file added to it as JSON, one a line, for benchmarks/results.py.
struct Row {
    std::string what;  ///< without quotes
    std::string unit;
    double ours, peer;
    double value, goal;
    bool at_least;  ///< the goal, or at most it

    [[nodiscard]] bool met() const { return at_least ? value >= goal : value <= goal; }
};

/// \return whether the goal is met
inline bool print(const Row& row) {
    std::printf("  %-44s %10.4g %-3s %10.4g %-3s %8.4g  goal %s %g  %s\n", row.what.c_str(), row.ours, row.unit.c_str(), row.peer, row.unit.c_str(), row.value, row.at_least ? "≥" : "≤", row.goal, row.met() ? "met" : "NOT MET");
    if (const char* path = std::getenv("BUYGRAPH_ROWS")) {
        std::FILE* file = std::fopen(path, "a");
        if (!file) return std::perror(path), false;
        std::fprintf(file, "{\"what\": \"%s\", \"ours\": %.17g, \"peer\": %.17g, \"unit\": \"%s\", \"value\": %.17g, \"goal\": %g, \"goal_is\": \"%s\", \"met\": %s}\n", row.what.c_str(), row.ours, row.peer, row.unit.c_str(), row.value, row.goal,
                     row.at_least ? "least" : "most", row.met() ? "true" : "false");
        std::fclose(file);
    }
    return row.met();
}
