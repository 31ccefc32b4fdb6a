#pragma once

#include <string>
#include <vector>

#include <buygraph/deal/words.hpp>
#include <buygraph/model/decision_model.hpp>

#include "convert.hpp"

namespace buygraph::python {

[[nodiscard]] inline Language language_of(const std::string& word) { return to_enum<Language>(word, "language", Words<Language>::table); }

/// Ids of people of the model, by index.
[[nodiscard]] py::list ids(const DecisionModel& model, const std::vector<std::size_t>& people);

}  // namespace buygraph::python
