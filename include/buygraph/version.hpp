#pragma once

/// The one place where the version stands; CMake and the Python package read it from here.
#define BUYGRAPH_VERSION "0.1.0"

namespace buygraph {

/// The version of these headers, "major.minor.patch".
inline constexpr const char* version = BUYGRAPH_VERSION;

}  // namespace buygraph
