#pragma once

#include <optional>
#include <string>
#include <variant>

#include "date.hpp"
#include "words.hpp"

namespace buygraph {

/// Where somebody was seen to stand: a number from −1 (fights it) to 1 (fights for it), or a word.
using Stance = std::variant<std::monostate, double, StanceWord>;

/// The stance as a number; nothing where none was given. Words: ±0.7 enemy and sponsor, ±0.35 opponent and supporter, 0 neutral.
[[nodiscard]] inline std::optional<double> stance_value(const Stance& stance) {
    if (const double* number = std::get_if<double>(&stance)) return *number;
    const StanceWord* word = std::get_if<StanceWord>(&stance);
    if (!word) return std::nullopt;
    switch (*word) {
        case StanceWord::enemy: return -0.7;
        case StanceWord::opponent: return -0.35;
        case StanceWord::neutral: return 0.0;
        case StanceWord::supporter: return 0.35;
        case StanceWord::sponsor: return 0.7;
    }
    return std::nullopt;
}

/// A noisy reading of where a person stands on an offer.
struct Evidence {
    std::string about;  ///< person id
    std::string offer;  ///< offer id
    Stance stance;
    std::optional<double> reliability;  ///< 0 (worth nothing) to 1 (as good as seen), 0.7 unless given
    std::string source;                 ///< a person's id, or any text; empty: not said
    std::optional<Date> date;

    bool operator==(const Evidence&) const = default;
};

}  // namespace buygraph
