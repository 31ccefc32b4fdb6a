#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace buygraph {

/// Least number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other, by bytes.
///
/// Cost: O(length · length). Source: optimal string alignment distance, Damerau 1964, doi:10.1145/363958.363994.
[[nodiscard]] inline std::size_t edit_distance(std::string_view left, std::string_view right) {
    const std::size_t width = right.size() + 1;
    std::vector<std::size_t> before(width), last(width), row(width);
    for (std::size_t j = 0; j < width; ++j) last[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[right.size()];
}

/// The known word that somebody who wrote `given` most likely meant; empty when none is within a third of its length.
[[nodiscard]] inline std::string nearest_word(std::string_view given, const std::vector<std::string>& known) {
    if (given.size() > 64) return {};
    std::string best;
    std::size_t least = std::max<std::size_t>(1, given.size() / 3) + 1;
    for (const std::string& word : known) {
        if (word.size() > 64) continue;
        const std::size_t distance = edit_distance(given, word);
        if (distance < least) {
            least = distance;
            best = word;
        }
    }
    return best;
}

}  // namespace buygraph
