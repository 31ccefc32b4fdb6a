#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../deal/fault.hpp"
#include "edits.hpp"
#include "json.hpp"

namespace buygraph {

namespace detail {

/// Where one step of a pointer leads from here, or nothing.
[[nodiscard]] inline const Json* step_into(const Json& at, const std::string& step) {
    if (at.is_object()) {
        const auto found = at.find(step);
        return found == at.end() ? nullptr : &*found;
    }
    const bool index = at.is_array() && !step.empty() && step.size() <= 9 && step.find_first_not_of("0123456789") == std::string::npos;
    return index && std::stoul(step) < at.size() ? &at[std::stoul(step)] : nullptr;
}

/// Short ways of writing have fewer places than what they stand for: what is wrong with a bare number, which stands for
/// {"score": …} or {"importance": …}, is wrong at the number, and what is wrong with a name in a list of names at its entry.
inline void point_into(const Json& document, Fault& fault) {
    const std::size_t end = fault.pointer.rfind('/');
    if (end == std::string::npos) return;
    const std::vector<std::string> steps = edit_steps(fault.pointer);
    const Json* at = &document;
    for (std::size_t i = 0; at && i + 1 < steps.size(); ++i) at = step_into(*at, steps[i]);
    if (!at) return;
    const auto named = [&](const Json& entry) { return entry.is_string() && entry.get_ref<const std::string&>() == steps.back(); };
    if (at->is_primitive()) fault.pointer.resize(end);
    else if (const auto entry = std::find_if(at->begin(), at->end(), named); at->is_array() && entry != at->end())
        fault.pointer.replace(end + 1, std::string::npos, std::to_string(entry - at->begin()));
}

/// Adds what a check found to what reading found, but for what reading has named already, there or deeper inside.
inline void add_uncovered(std::vector<Fault> checked, std::vector<Fault>& faults) {
    const std::size_t read = faults.size();
    for (Fault& fault : checked) {
        const auto covered = [&](const Fault& earlier) { return fault.pointer == earlier.pointer || earlier.pointer.rfind(fault.pointer + "/", 0) == 0; };
        if (std::none_of(faults.begin(), faults.begin() + static_cast<std::ptrdiff_t>(read), covered)) faults.push_back(std::move(fault));
    }
}

/// The same for a document, in which the faults point at what stands there.
inline void add_checked(const Json& document, std::vector<Fault> checked, std::vector<Fault>& faults) {
    for (Fault& fault : checked) point_into(document, fault);
    add_uncovered(std::move(checked), faults);
}

}  // namespace detail

}  // namespace buygraph
