#pragma once

#include <optional>
#include <string>

#include "../deal/team.hpp"
#include "../separate.hpp"
#include "format.hpp"
#include "names.hpp"

namespace buygraph::text {

/// \name One change of a what-if in words, as it stands on a list: whose, what, from where to where
///@{
namespace detail {

[[nodiscard]] inline std::string from_to(const std::string& from, const std::string& to) { return from + " → " + to; }

}  // namespace detail
[[nodiscard]] BUYGRAPH_HEAVY std::string stance_change(const Names& names, const std::string& person, double from, double to);

/// What somebody thinks of us beside his concerns, before the evidence.
[[nodiscard]] BUYGRAPH_HEAVY std::string leaning_change(const Names& names, const std::string& person, double from, double to);
[[nodiscard]] BUYGRAPH_HEAVY std::string susceptibility_change(const Names& names, const std::string& person, double from, double to);

/// Our score on a concern, 0 to 10: as everybody shares it, or as one person sees it.
[[nodiscard]] BUYGRAPH_HEAVY std::string score_change(const Names& names, const std::optional<std::string>& person, const std::string& concern, double from, double to);
[[nodiscard]] BUYGRAPH_HEAVY std::string price_change(const Names& names, double from, double to);
[[nodiscard]] BUYGRAPH_HEAVY std::string tie_cut(const Names& names, const std::string& from, const std::string& to);

/// \param boss  to whom the person reports in the deal
[[nodiscard]] BUYGRAPH_HEAVY std::string reporting_line_cut(const Names& names, const std::string& person, const std::string& boss);
[[nodiscard]] BUYGRAPH_HEAVY std::string tie_added(const Names& names, TieKind kind, const std::string& from, const std::string& to);
[[nodiscard]] BUYGRAPH_HEAVY std::string taken_out(const Names& names, const std::string& person);

/// Any other move, by the words of its kind.
[[nodiscard]] BUYGRAPH_HEAVY std::string move_words(const Names& names, const Move& move);
///@}

/// Our chance after a what-if, and before: "us 21%, was 19%".
[[nodiscard]] inline std::string chance_was(double before, double after, Language language) {
    return Text{"us ", "我方 "}.in(language) + percent(after) + Text{", was ", "，原为 "}.in(language) + percent(before);
}

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT_INSIGHT)

#include "../deal/tie_kinds.hpp"
#include "field_words.hpp"
#include "ties.hpp"

namespace buygraph::text {

namespace detail {

[[nodiscard]] inline std::string of_somebody(const Names& names, const std::string& who, const std::string& what, const std::string& values) {
    return names.language() == Language::chinese ? joined({who, "：", what}) + " " + values : who + ": " + what + " " + values;
}

}  // namespace detail

BUYGRAPH_HEAVY std::string stance_change(const Names& names, const std::string& person, double from, double to) {
    return detail::of_somebody(names, names.person(person), Text{"stance", "站位"}.in(names.language()), detail::from_to(signed_decimal(from, 2), signed_decimal(to, 2)));
}

BUYGRAPH_HEAVY std::string leaning_change(const Names& names, const std::string& person, double from, double to) {
    return detail::of_somebody(names, names.person(person), Text{"leaning to us", "对我方的倾向"}.in(names.language()), detail::from_to(signed_decimal(from, 2), signed_decimal(to, 2)));
}

BUYGRAPH_HEAVY std::string susceptibility_change(const Names& names, const std::string& person, double from, double to) {
    return detail::of_somebody(names, names.person(person), field_words("susceptibility").in(names.language()), detail::from_to(decimal(from, 2), decimal(to, 2)));
}

BUYGRAPH_HEAVY std::string score_change(const Names& names, const std::optional<std::string>& person, const std::string& concern, double from, double to) {
    const std::string who = person ? names.person(*person) : Text{"all", "所有人"}.in(names.language());
    const std::string what = names.language() == Language::chinese ? joined({"我方", names.concern(concern)}) : "us on " + names.concern(concern);
    return detail::of_somebody(names, who, what, detail::from_to(decimal(from, 1), decimal(to, 1)));
}

BUYGRAPH_HEAVY std::string price_change(const Names& names, double from, double to) {
    const std::string& currency = names.deal().currency;
    std::string before = money(from, currency, names.language()), after = money(to, currency, names.language());
    if (before == after && from != to) before = decimal(from, 0), after = decimal(to, 0);  // apart only in full
    return Text{"our price ", "我方报价 "}.in(names.language()) + detail::from_to(before, after);
}

BUYGRAPH_HEAVY std::string tie_cut(const Names& names, const std::string& from, const std::string& to) {
    return Text{"cut: ", "剪断："}.in(names.language()) + detail::from_to(names.person(from), names.person(to));
}

BUYGRAPH_HEAVY std::string reporting_line_cut(const Names& names, const std::string& person, const std::string& boss) {
    if (names.language() == Language::chinese) return joined({"剪断：", names.person(person), "不再向", names.person(boss), "汇报"});
    return "cut: " + names.person(person) + " no longer reports to " + names.person(boss);
}

BUYGRAPH_HEAVY std::string tie_added(const Names& names, TieKind kind, const std::string& from, const std::string& to) {
    const TieDefaults tie = tie_defaults(kind);
    return Text{"added: ", "新增："}.in(names.language()) + names.person(from) + (tie.both_ways ? " ↔ " : " → ") + names.person(to) + Text{", ", "，"}.in(names.language()) + tie_words(kind).in(names.language()) + " " + signed_decimal(tie.strength, 2);
}

BUYGRAPH_HEAVY std::string taken_out(const Names& names, const std::string& person) {
    return names.language() == Language::chinese ? joined({"移除", names.person(person)}) : "taken out: " + names.person(person);
}

BUYGRAPH_HEAVY std::string move_words(const Names& names, const Move& move) {
    const bool zh = names.language() == Language::chinese;
    const auto kind = [&]() -> Text {
        switch (*move.kind) {
            case MoveKind::score: return {"score", "评分"};
            case MoveKind::leaning: return {"leaning", "倾向"};
            case MoveKind::attitude: return {"attitude", "态度"};
            case MoveKind::tie_strength: return {"strength of a tie", "关系强度"};
            case MoveKind::susceptibility: return field_words("susceptibility");
            case MoveKind::personal_emphasis: return field_words("personal_emphasis");
            case MoveKind::veto_line: return field_words("veto_line");
            case MoveKind::cut_tie: return {"cut", "剪断"};
            case MoveKind::add_tie: return {"new tie", "新增关系"};
            case MoveKind::remove_person: break;
        }
        return {"taken out", "移除"};
    };
    std::string about;
    const auto add = [&](const std::string& part) { about += (about.empty() ? "" : zh ? "，" : ", ") + part; };
    if (!move.person.empty()) add(names.person(move.person));
    if (!move.from.empty()) add(names.person(move.from) + " → " + names.person(move.to));
    if (!move.offer.empty()) add(names.outcome(move.offer));
    if (!move.concern.empty()) add(names.concern(move.concern));
    const std::string by = move.by ? " " + (*move.kind == MoveKind::score ? signed_decimal(5 * *move.by, 1) : signed_decimal(*move.by, 2)) : std::string();
    return (about.empty() ? "" : about + (zh ? "：" : ": ")) + kind().in(names.language()) + by;
}

}  // namespace buygraph::text

#endif
