#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../insight/comparison.hpp"
#include "../separate.hpp"
#include "format.hpp"
#include "names.hpp"

namespace buygraph::text {

/// What things are called that stand in one of two versions of a deal, or in both: by the newer one where it has them.
class VersionNames {
  public:
    VersionNames(const Deal& before, const Deal& after, Language language) : before_(before), after_(after), old_(before, language), now_(after, language) {}

    [[nodiscard]] Language language() const { return now_.language(); }
    [[nodiscard]] bool chinese() const { return language() == Language::chinese; }
    [[nodiscard]] std::string person(const std::string& id) const { return now_.find_person(id) ? now_.person(id) : old_.person(id); }
    [[nodiscard]] std::string role(const std::string& id) const { return now_.role(id) == id ? old_.role(id) : now_.role(id); }
    [[nodiscard]] std::string concern(const std::string& id) const { return now_.concern(id) == id ? old_.concern(id) : now_.concern(id); }
    [[nodiscard]] std::string offer(const std::string& id) const {
        for (const auto* side : {&after_, &before_})
            for (const Offer& offer : side->offers)
                if (offer.id == id && offer.kind != OfferKind::status_quo) return (side == &after_ ? now_ : old_).outcome(id);
        return chinese() ? "维持现状" : "staying";
    }
    /// A source's name, or what was written.
    [[nodiscard]] std::string source(const std::string& written) const { return now_.find_person(written) || old_.find_person(written) ? person(written) : written; }
    [[nodiscard]] std::string roles(const std::string& id, bool now) const {
        const Names& names = now ? now_ : old_;
        const Person* found = names.find_person(id);
        return found ? names.roles(*found) : std::string();
    }
    /// "Chen Wei", or "Chen Wei 75%, Feng Liqun 25%"; nobody named: the decision makers.
    [[nodiscard]] std::string deciders(bool now) const {
        const Shares& shares = (now ? after_ : before_).decision.decider;
        if (shares.empty()) return chinese() ? "决策者" : "the decision makers";
        std::string text;
        for (const auto& [id, share] : shares) text += (text.empty() ? "" : chinese() ? "、" : ", ") + person(id) + (shares.size() == 1 ? "" : " " + percent(share));
        return text;
    }

  private:
    const Deal& before_;
    const Deal& after_;
    Names old_, now_;
};

/// What an edit was, without its share: "Liu Min's stance on us: neutral → supporter".
[[nodiscard]] BUYGRAPH_HEAVY std::string words_of(const VersionNames& names, const ExplainedEdit& edit);

/// What an edit was and what it did to our chance, with the error. A share under two standard errors is said not to be told apart from 0.
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(const VersionNames& names, const ExplainedEdit& edit);

/// From where our chance went where, and mostly because of what, in one sentence.
///
/// Named are the greatest part in the direction of the change, a second at least half as great, and the greatest part against it that is half as great.
[[nodiscard]] BUYGRAPH_HEAVY std::string headline(const VersionNames& names, const Comparison& found);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT_INSIGHT)

#include "../deal/tie_kinds.hpp"
#include "field_words.hpp"

namespace buygraph::text {

namespace detail {

/// A place in words, and whether they begin with a name, which is left as it is at the start of a sentence.
struct PlaceWords {
    std::string text;
    bool name_first = false;
};

class ComparisonWords {
  public:
    ComparisonWords(const VersionNames& names, const EditedPlace& place) : names_(names), place_(place), zh_(names.chinese()) {}

    [[nodiscard]] PlaceWords words() const {
        if (place_.part == "people" && place_.names.contains("person")) return person();
        if (place_.part == "offers" && place_.names.contains("offer")) return offer();
        if (place_.part == "ties") return tie();
        if (place_.part == "evidence") return reading();
        return other();
    }

  private:
    [[nodiscard]] std::string id(const char* kind) const {
        const std::string* found = place_.names.find(kind);
        return found ? *found : std::string();
    }
    [[nodiscard]] bool came() const { return place_.was.empty(); }
    [[nodiscard]] bool went() const { return place_.now.empty(); }

    /// A value as people read it, with a real minus and in their words.
    [[nodiscard]] std::string value(bool now) const {
        const std::string& text = now ? place_.now : place_.was;
        if (place_.field == "roles") return names_.roles(id("person"), now);
        if (place_.field == "decider") return names_.deciders(now);
        if (text.empty()) return zh_ ? "未填" : "not given";
        if (place_.field == "reports_to") return names_.person(text);
        if (place_.field == "source") return names_.source(text);
        if (text == "true" || text == "false") return zh_ ? std::string(*chinese_word(text)) : text == "true" ? "yes" : "no";
        if (text.size() > 1 && text.front() == '-' && text[1] >= '0' && text[1] <= '9') return std::string(minus) + text.substr(1);
        const bool word = place_.part == "evidence" || place_.field == "kind" || place_.field == "rule" || place_.part == "ties";
        const auto known = zh_ && word ? chinese_word(text) : std::nullopt;
        return known ? std::string(*known) : text;
    }

    [[nodiscard]] std::string change() const { return (zh_ ? "：" : ": ") + value(false) + " → " + value(true); }

    [[nodiscard]] PlaceWords person() const {
        const std::string who = names_.person(id("person"));
        const std::string& field = place_.field;
        if (field.empty()) return zh_ ? PlaceWords{joined({came() ? "新增" : "移出", who})} : PlaceWords{who + (came() ? " came in" : " went out"), true};
        if (field == "departed") {
            const bool left = place_.now == "true";
            return {zh_ ? joined({who, left ? "已离开" : "回来了"}) : who + (left ? " left" : " is back"), true};
        }
        if (field == "vacant") {
            const bool vacant = place_.now == "true";
            if (zh_) return vacant ? PlaceWords{joined({who, "这个位置空了出来"}), true} : PlaceWords{joined({"空席有了人：", who})};
            return {who + (vacant ? " is a vacant seat now" : " has been named for a vacant seat"), true};
        }
        if (field == "concerns") return {(zh_ ? joined({who, "对“", names_.concern(id("concern")), "”的看重程度"}) : who + "'s importance of " + names_.concern(id("concern"))) + change(), true};
        if (field == "leaning") return {(zh_ ? joined({who, "对", names_.offer(id("offer")), "的倾向"}) : who + "'s leaning to " + names_.offer(id("offer"))) + change(), true};
        if (field == "perceptions")
            return {(zh_ ? joined({who, "眼里", names_.offer(id("offer")), "的“", names_.concern(id("concern")), "”"}) : who + "'s view of " + names_.offer(id("offer")) + " on " + names_.concern(id("concern"))) + change(), true};
        return {(zh_ ? joined({who, "的", field_words(field).zh}) : who + "'s " + field_words(field).en) + change(), true};
    }

    [[nodiscard]] PlaceWords offer() const {
        const std::string what = names_.offer(id("offer"));
        if (place_.field.empty()) return zh_ ? PlaceWords{joined({came() ? "新增方案" : "方案退出：", what})} : PlaceWords{what + (came() ? " came in" : " went out"), what != "us"};
        const bool rating = place_.field == "ratings";
        const std::string field = field_words(place_.field).in(names_.language());
        if (zh_) return {joined({what, rating ? "在“" + names_.concern(id("concern")) + "”上的评分" : "的" + field}) + change(), true};
        return {(rating ? what + " on " + names_.concern(id("concern")) : what + ", " + field) + change(), what != "us" && what != "staying"};
    }

    [[nodiscard]] PlaceWords tie() const {
        const auto kind = from_word<TieKind>(id("kind")).value_or(TieKind::advises);
        const std::string from = names_.person(id("from")), to = names_.person(id("to")), word(word_of(kind));
        const bool both = tie_defaults(kind).both_ways, whole = place_.field.empty();
        if (zh_) {
            const std::string between = both ? joined({from, "与", to, "的", *chinese_word(word), "关系"}) : joined({from, "给", to, "出主意"});
            if (!whole) return {between + "，" + field_words(place_.field).zh + change()};
            return {(came() ? "新增关系：" : "关系取消：") + between};
        }
        const std::string between = both ? "between " + from + " and " + to : "from " + from + " to " + to;
        if (!whole) return {"the tie " + between + ", " + field_words(place_.field).en + change()};
        return {(came() ? "a new tie " : "no more tie ") + between + " (" + word + ")"};
    }

    [[nodiscard]] PlaceWords reading() const {
        const std::string who = names_.person(id("about")), offer = names_.offer(id("offer")), source = names_.source(id("source")), date = id("date");
        const bool whole = place_.field.empty();
        const std::string stance = zh_ ? joined({who, "对", offer, "的立场"}) : who + "'s stance on " + offer;
        if (place_.field == "stance") return {stance + change(), true};
        if (!whole) return {stance + (zh_ ? "，" : ", ") + field_words(place_.field).in(names_.language()) + change(), true};
        std::string origin = source;
        if (!date.empty()) origin += (origin.empty() ? "" : zh_ ? "，" : ", ") + date;
        if (!origin.empty()) origin = (zh_ ? "（" : " (") + origin + (zh_ ? "）" : ")");
        if (zh_) return {(came() ? "" : "撤掉一条证据：") + stance + "，" + value(came()) + origin, came()};
        return {(came() ? "" : "no more reading of ") + stance + ", " + value(came()) + origin, came()};
    }

    [[nodiscard]] PlaceWords other() const {
        const std::string& part = place_.part;
        if (part == "catalog") {
            const bool role = place_.names.contains("role") && place_.path.rfind("catalog/roles/", 0) == 0;
            const std::string what = role ? names_.role(id("role")) : names_.concern(id("concern"));
            const std::string field = place_.field.empty() ? std::string() : field_words(place_.field).in(names_.language());
            if (zh_) return {joined({"目录中的“", what, "”"}) + (field.empty() ? (came() ? "：新增" : "：删除") : "，" + field + change())};
            return {"the catalog's " + what + (field.empty() ? (came() ? ", new" : ", taken out") : ", " + field + change())};
        }
        const std::string field = field_words(place_.field.empty() ? part : place_.field).in(names_.language());
        const bool list = part == "team" || part == "actions" || part == "moves" || part == "notes" || part == "people" || part == "offers";
        return {(zh_ ? field : "the " + field) + (list ? (zh_ ? "有改动" : " changed") : change())};
    }

    const VersionNames& names_;
    const EditedPlace& place_;
    bool zh_;
};

/// The place that a group of edits is told by: who or what came or went, else the first.
[[nodiscard]] inline const EditedPlace& telling_place(const ExplainedEdit& edit) {
    for (const auto& wanted : {std::string_view("people"), std::string_view("offers"), std::string_view("catalog")})
        for (const EditedPlace& place : edit.places)
            if (place.part == wanted && place.field.empty()) return place;
    return edit.places.front();
}

[[nodiscard]] inline PlaceWords edit_words(const VersionNames& names, const ExplainedEdit& edit) {
    PlaceWords words = ComparisonWords(names, telling_place(edit)).words();
    if (const std::size_t more = edit.places.size() - 1; more > 0)
        words.text += names.chinese() ? "（连带 " + std::to_string(more) + " 处改动）" : " (with " + std::to_string(more) + (more == 1 ? " more change)" : " more changes)");
    return words;
}

/// "+6.0 points", "+6.0 ± 0.2 个百分点".
[[nodiscard]] inline std::string signed_points(double change, std::optional<double> error, Language language) {
    return signed_decimal(100 * change, 1) + (error ? " ± " + decimal(100 * *error, 1) : "") + (language == Language::chinese ? " 个百分点" : " points");
}

}  // namespace detail

BUYGRAPH_HEAVY std::string sentence(const VersionNames& names, const ExplainedEdit& edit) {
    const bool zh = names.chinese();
    detail::PlaceWords words = detail::edit_words(names, edit);
    if (!words.name_first && !zh && words.text.front() >= 'a' && words.text.front() <= 'z') words.text.front() = static_cast<char>(words.text.front() - 'a' + 'A');
    if (!edit.read) return words.text + (zh ? "：不参与预测（0 个百分点）。" : ": no forecast reads this (0 points).");
    const std::string doubt = std::abs(edit.value()) >= 2 * edit.standard_error() && edit.value() != 0 ? "" : zh ? "（与 0 难分）" : " (not told apart from 0)";
    return words.text + (zh ? "，胜率 " : ": ") + detail::signed_points(edit.value(), edit.standard_error(), names.language()) + (zh ? "" : " of our chance") + doubt + (zh ? "。" : ".");
}

BUYGRAPH_HEAVY std::string headline(const VersionNames& names, const Comparison& found) {
    const bool zh = names.chinese();
    const Language language = names.language();
    const Estimate change = found.change();
    const std::string before = percent(found.before.value()), after = percent(found.after.value());
    const auto read = static_cast<std::size_t>(std::count_if(found.edits.begin(), found.edits.end(), [](const ExplainedEdit& edit) { return edit.read; }));
    if (found.edits.empty()) return zh ? "两个版本没有差别：胜率 " + after + "。" : "Nothing changed: our chance is " + after + ".";
    if (read == 0) {
        const std::string count = std::to_string(found.edits.size());
        if (zh) return "胜率还是 " + after + "：改动的 " + count + " 处都不参与预测。";
        return "Our chance stays " + after + ": no forecast reads what changed (" + count + (count == "1" ? " place)." : " places).");
    }
    const bool doubtful = std::abs(change.value()) < 2 * change.standard_error() || change.value() == 0;
    std::string text = (zh ? "胜率 " : "Our chance: ") + before + " → " + after + (zh ? "（" : " (") + detail::signed_points(change.value(), change.standard_error(), language);
    text += doubtful ? (zh ? "，与 0 难分）" : ", not told apart from 0)") : zh ? "）" : ")";
    const auto told = [&](const ExplainedEdit& edit) { return words_of(names, edit) + (zh ? "（" : " (") + detail::signed_points(edit.value(), {}, language) + (zh ? "）" : ")"); };
    std::vector<const ExplainedEdit*> with, against;
    for (const ExplainedEdit& edit : found.edits)
        if (edit.read && std::abs(edit.value()) >= 2 * edit.standard_error() && edit.value() != 0) (edit.value() * change.value() > 0 ? with : against).push_back(&edit);
    if (!with.empty()) {
        text += (zh ? "，主要因为：" : ", mostly because: ") + told(*with[0]);
        if (with.size() > 1 && 2 * std::abs(with[1]->value()) >= std::abs(with[0]->value())) text += (zh ? "；" : "; ") + told(*with[1]);
    }
    if (!against.empty() && (with.empty() || 2 * std::abs(against[0]->value()) >= std::abs(with[0]->value()))) text += (zh ? "；反方向的是：" : "; against it: ") + told(*against[0]);
    return text + (zh ? "。" : ".");
}

BUYGRAPH_HEAVY std::string words_of(const VersionNames& names, const ExplainedEdit& edit) { return detail::edit_words(names, edit).text; }

}  // namespace buygraph::text

#endif
