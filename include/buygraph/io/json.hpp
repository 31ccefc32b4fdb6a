#pragma once

#include <nlohmann/json.hpp>

namespace buygraph {

/// JSON as buygraph reads and writes it: objects keep the order of the file.
using Json = nlohmann::ordered_json;

}  // namespace buygraph
