#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "language.hpp"

namespace buygraph {

/// The words in which a deal file writes a choice. Each enum below has its table; reader, writer, schema and checks all use it.
template <class Enum>
struct Words;

template <class Enum>
[[nodiscard]] constexpr std::string_view word_of(Enum value) {
    for (const auto& [word, entry] : Words<Enum>::table)
        if (entry == value) return word;
    return {};
}

template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> from_word(std::string_view word) {
    for (const auto& [entry, value] : Words<Enum>::table)
        if (entry == word) return value;
    return std::nullopt;
}

template <class Enum, std::size_t count>
using WordTable = std::array<std::pair<std::string_view, Enum>, count>;

enum class OfferKind { ours, competitor, status_quo };
template <>
struct Words<OfferKind> {
    static constexpr WordTable<OfferKind, 3> table{
        {{"ours", OfferKind::ours}, {"competitor", OfferKind::competitor}, {"status_quo", OfferKind::status_quo}}};
};

/// Organisational: the company's concern, one rating for all. Personal: the person's own, and a guess about him.
enum class ConcernKind { organisational, personal };
template <>
struct Words<ConcernKind> {
    static constexpr WordTable<ConcernKind, 2> table{{{"organisational", ConcernKind::organisational}, {"personal", ConcernKind::personal}}};
};

enum class TieKind { advises, works_with, friendship, opposes };
template <>
struct Words<TieKind> {
    static constexpr WordTable<TieKind, 4> table{
        {{"advises", TieKind::advises}, {"works_with", TieKind::works_with}, {"friend", TieKind::friendship}, {"opposes", TieKind::opposes}}};
};

enum class StanceWord { enemy, opponent, neutral, supporter, sponsor };
template <>
struct Words<StanceWord> {
    static constexpr WordTable<StanceWord, 5> table{{{"enemy", StanceWord::enemy},
                                                     {"opponent", StanceWord::opponent},
                                                     {"neutral", StanceWord::neutral},
                                                     {"supporter", StanceWord::supporter},
                                                     {"sponsor", StanceWord::sponsor}}};
};

enum class Rule { autocracy, weighted, quota, majority, unanimity, consent };
template <>
struct Words<Rule> {
    static constexpr WordTable<Rule, 6> table{{{"autocracy", Rule::autocracy},
                                               {"weighted", Rule::weighted},
                                               {"quota", Rule::quota},
                                               {"majority", Rule::majority},
                                               {"unanimity", Rule::unanimity},
                                               {"consent", Rule::consent}}};
};
/// Whoever of them it is.
[[nodiscard]] constexpr bool one_person_decides(Rule rule) { return rule == Rule::autocracy || rule == Rule::consent; }

/// What a member of the seller's own team does.
enum class Function { executive, sales, technical, service, product, finance };
template <>
struct Words<Function> {
    static constexpr WordTable<Function, 6> table{{{"executive", Function::executive},
                                                   {"sales", Function::sales},
                                                   {"technical", Function::technical},
                                                   {"service", Function::service},
                                                   {"product", Function::product},
                                                   {"finance", Function::finance}}};
};

template <>
struct Words<Language> {
    static constexpr WordTable<Language, 2> table{{{"zh", Language::chinese}, {"en", Language::english}}};
};

/// The company decides whether to buy; the person decides from whom.
enum class Gate { buy, vendor };
template <>
struct Words<Gate> {
    static constexpr WordTable<Gate, 2> table{{{"buy", Gate::buy}, {"vendor", Gate::vendor}}};
};

enum class MoveKind { score, leaning, attitude, tie_strength, susceptibility, personal_emphasis, veto_line, cut_tie, add_tie, remove_person };
template <>
struct Words<MoveKind> {
    static constexpr WordTable<MoveKind, 10> table{{{"score", MoveKind::score},
                                                    {"leaning", MoveKind::leaning},
                                                    {"attitude", MoveKind::attitude},
                                                    {"tie_strength", MoveKind::tie_strength},
                                                    {"susceptibility", MoveKind::susceptibility},
                                                    {"personal_emphasis", MoveKind::personal_emphasis},
                                                    {"veto_line", MoveKind::veto_line},
                                                    {"cut_tie", MoveKind::cut_tie},
                                                    {"add_tie", MoveKind::add_tie},
                                                    {"remove_person", MoveKind::remove_person}}};
};

}  // namespace buygraph
