#pragma once

#include <algorithm>
#include <string>

#include "../deal/fault.hpp"
#include "../deal/number_text.hpp"
#include "../deal/text_check.hpp"
#include "json.hpp"

namespace buygraph::detail {

/// Equal but for the order of the fields of objects.
[[nodiscard]] inline bool same_json(const Json& left, const Json& right) {
    if (left.is_object() && right.is_object()) {
        if (left.size() != right.size()) return false;
        for (const auto& [key, value] : left.items())
            if (const auto other = right.find(key); other == right.end() || !same_json(value, *other)) return false;
        return true;
    }
    if (left.is_array() && right.is_array()) return std::equal(left.begin(), left.end(), right.begin(), right.end(), same_json);
    return left == right;
}

[[nodiscard]] inline const Json& json_at(const Json& object, const char* key) {
    static const Json nothing;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found == object.end() ? nothing : *found;
}

[[nodiscard]] inline std::string text_at(const Json& object, const char* key) {
    const Json& value = json_at(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}

/// A value in short: 6, "6 ± 2" for a rating, the names in a list, name and number for shares.
[[nodiscard]] inline std::string short_value(const Json& value) {
    if (value.is_null()) return "";
    if (value.is_string()) return printable(value.get_ref<const std::string&>());
    if (value.is_number()) return number_text(value.get<double>());
    for (const char* field : {"score", "measure", "importance"})
        if (const Json& number = json_at(value, field); number.is_number()) return short_value(number) + (value.contains("sd") ? " ± " + short_value(value["sd"]) : "");
    const bool texts = value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& entry) { return entry.is_string(); });
    const bool shares = value.is_object() && !value.empty() && std::all_of(value.begin(), value.end(), [](const Json& entry) { return entry.is_number(); });
    if (!texts && !shares) return printable(value.dump(-1, ' ', false, Json::error_handler_t::replace));
    std::string text;
    for (const auto& [key, entry] : value.items()) text += (text.empty() ? "" : ", ") + (texts ? short_value(entry) : printable(key) + " " + short_value(entry));
    return text;
}

}  // namespace buygraph::detail
