#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "format.hpp"
#include "names.hpp"

namespace buygraph::text {

/// Names of people by index of the model, one after the other: "Liu, Chen"; "刘、陈".
[[nodiscard]] BUYGRAPH_HEAVY std::string names_of(const Names& names, const DecisionModel& model, const std::vector<std::size_t>& people);

/// Labels of concerns by index of the model.
[[nodiscard]] BUYGRAPH_HEAVY std::string concerns_of(const Names& names, const DecisionModel& model, const std::vector<std::size_t>& concerns);

/// A change of a chance with its sign and error: "+3.7 ± 0.1 points", "+3.7 ± 0.1 个百分点". On common samples errors are small: they get up to three decimals where fewer would
/// make them look like 0.
[[nodiscard]] BUYGRAPH_HEAVY std::string change_words(double change, double standard_error, Language language);

/// Hours: "2 h", "1.5 h", "2 小时".
[[nodiscard]] inline std::string hours_words(double hours, Language language) {
    return decimal(hours, std::floor(hours) == hours ? 0 : 1) + (language == Language::chinese ? " 小时" : " h");
}

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT)

namespace buygraph::text {

BUYGRAPH_HEAVY std::string names_of(const Names& names, const DecisionModel& model, const std::vector<std::size_t>& people) {
    std::string text;
    for (const std::size_t person : people) text += (text.empty() ? "" : names.language() == Language::chinese ? "、" : ", ") + names.person(model.people[person]);
    return text;
}

BUYGRAPH_HEAVY std::string concerns_of(const Names& names, const DecisionModel& model, const std::vector<std::size_t>& concerns) {
    std::string text;
    for (const std::size_t concern : concerns) text += (text.empty() ? "" : names.language() == Language::chinese ? "、" : ", ") + names.concern(model.table.concerns[concern]);
    return text;
}

BUYGRAPH_HEAVY std::string change_words(double change, double standard_error, Language language) {
    const double error = 100 * standard_error;
    const int digits = error >= 0.05 || error < 0.0005 ? 1 : error >= 0.005 ? 2 : 3;
    return signed_decimal(100 * change, 1) + " ± " + decimal(error, digits) + (language == Language::chinese ? " 个百分点" : " points");
}

}  // namespace buygraph::text

#endif
