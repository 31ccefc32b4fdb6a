#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "../separate.hpp"

namespace buygraph::picture {

/// What stands on a person's tag: the first Han character, or the first letters of at most three words.
/// \param letters  how many characters, or how many letters of the last word, to tell equal ones apart
[[nodiscard]] BUYGRAPH_HEAVY std::string initials(std::string_view name, std::size_t letters = 1);

/// The tags of several people: initials, and a second or third letter where two would be equal.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::string> tags(const std::vector<std::string>& names);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "../deal/text_check.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY std::string initials(std::string_view name, std::size_t letters) {
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < name.size();) {
        const auto point = code_point_at(name, at);
        if (!point) break;
        if (point->value >= 0x2E80 && words.size() == 1 && words[0].empty()) {
            std::string han;
            for (std::size_t count = 0; count < letters && at < name.size();) {
                const auto next = code_point_at(name, at);
                if (!next) break;
                if (next->value != ' ') han += name.substr(at, next->bytes), ++count;
                at += next->bytes;
            }
            return han;
        }
        const bool breaks = point->value == ' ' || point->value == '-';
        const bool begins = words.back().empty();
        if (breaks && !begins) words.emplace_back();
        // Only as much of each word as can be shown; marks that join a letter stay with it.
        if (!breaks && words.back().size() < 64) words.back() += name.substr(at, point->bytes);
        at += point->bytes;
    }
    if (words.back().empty()) words.pop_back();
    if (words.size() > 3) words.erase(words.begin() + 2, words.end() - 1);
    std::string text;
    for (std::size_t w = 0; w < words.size(); ++w) {
        std::size_t at = 0;
        for (std::size_t count = 0; count < (w + 1 == words.size() ? letters : 1) && at < words[w].size(); ++count) at += code_point_at(words[w], at)->bytes;
        text += words[w].substr(0, at);
    }
    return text;
}

BUYGRAPH_HEAVY std::vector<std::string> tags(const std::vector<std::string>& names) {
    std::vector<std::string> result;
    for (const std::string& name : names) {
        std::size_t letters = 1;
        const auto shared = [&] {
            return std::any_of(names.begin(), names.end(), [&](const std::string& other) { return other != name && initials(other, letters) == initials(name, letters); });
        };
        while (letters < 3 && shared()) ++letters;
        result.push_back(initials(name, letters));
    }
    return result;
}

}  // namespace buygraph::picture

#endif
