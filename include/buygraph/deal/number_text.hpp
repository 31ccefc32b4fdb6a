#pragma once

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace buygraph {

/// The shortest decimal text that reads back as the same double: 0.1, 3, 1e+30, nan, inf.
[[nodiscard]] inline std::string number_text(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    char text[40];
    if (std::floor(value) == value && std::abs(value) < 1e15) {  // 10 and not 1e+01
        std::snprintf(text, sizeof text, "%.0f", value);
        return text;
    }
    for (int digits = 1; digits <= 17; ++digits) {
        std::snprintf(text, sizeof text, "%.*g", digits, value);
        if (std::strtod(text, nullptr) == value) break;
    }
    return text;
}

}  // namespace buygraph
