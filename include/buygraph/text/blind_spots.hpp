#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

#include "../insight/blind_spot.hpp"
#include "../model/decision_model.hpp"
#include "../separate.hpp"
#include "format.hpp"
#include "names.hpp"

namespace buygraph::text {

/// A difference of chances: "12.8 points", "12.8 个百分点"; its size without sign.
[[nodiscard]] inline std::string points(double difference, Language language) {
    return decimal(std::abs(100 * difference), 1) + (language == Language::chinese ? " 个百分点" : " points");
}

/// What we do not see and what it may cost, in one sentence with its numbers. A size under two standard errors is said not to be told apart from 0.
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const BlindSpot& spot);

/// What to do about it, in one sentence with a number.
[[nodiscard]] BUYGRAPH_HEAVY std::string counter_move(const Names& names, const DecisionModel& model, const BlindSpot& spot);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT_INSIGHT)

namespace buygraph::text {

namespace detail {

/// What blind spots are called: their people, sources and numbers, ready for a sentence.
class SpotWords {
  public:
    SpotWords(const Names& names, const DecisionModel& model, const BlindSpot& spot) : names_(names), model_(model), spot_(spot), zh_(names.language() == Language::chinese) {}

    /// A name; of a seat that nobody has named its title, where it has one.
    [[nodiscard]] std::string who(std::size_t position = 0) const {
        const std::string& id = model_.people[spot_.people[position]];
        const Person* person = names_.find_person(id);
        if (!person || !person->vacant.value_or(false) || !person->name.empty() || person->title.empty()) return names_.person(id);
        return zh_ ? person->title + "（空席）" : "the " + person->title + " (vacant seat)";
    }
    [[nodiscard]] std::string source(std::size_t position) const {
        const std::string& written = spot_.sources[position];
        if (written.empty()) return zh_ ? "未注明的来源" : "a source not named";
        return names_.find_person(written) ? names_.person(written) : written;
    }
    [[nodiscard]] std::string offer() const {
        const std::size_t index = spot_.offers.front();
        return index == 0 ? (zh_ ? "维持现状" : "staying") : names_.outcome(model_.offers[index]);
    }
    [[nodiscard]] double number(std::string_view name) const { return *spot_.numbers.find(name); }
    [[nodiscard]] std::string whole(std::string_view name) const { return decimal(number(name), 0); }
    [[nodiscard]] std::string chance(std::string_view name) const { return percent(number(name)); }
    [[nodiscard]] std::string share(std::string_view name) const { return decimal(100 * number(name), 1) + "%"; }
    [[nodiscard]] std::string lead() const { return signed_decimal(number("lead"), 2) + " ± " + decimal(number("sd"), 2); }
    [[nodiscard]] std::string size() const { return points(spot_.size, names_.language()); }
    [[nodiscard]] bool is_vacant() const { return names_.find_person(model_.people[spot_.people.front()])->vacant.value_or(false); }
    /// A clause of what one standard deviation of the person is worth.
    [[nodiscard]] std::string deviation() const {
        const std::string sd = decimal(number("sd"), 2);
        return zh_ ? "立场每差一个标准差（" + sd + "），胜率差 " + size() : "one standard deviation (" + sd + ") of it is worth " + size();
    }
    /// "would fall by 12.8 points, to 41%"; without a number that could be told from 0 it says so.
    [[nodiscard]] std::string change() const {
        if (zh_) return joined({"胜率会", spot_.size < 0 ? "降" : "升", size()}) + "，到 " + chance("after");
        return std::string("our chance would ") + (spot_.size < 0 ? "fall" : "rise") + " by " + size() + ", to " + chance("after");
    }
    [[nodiscard]] bool doubtful() const { return std::abs(spot_.size) < 2 * spot_.standard_error; }
    /// A full stop, before it a warning where the size is under two standard errors.
    [[nodiscard]] std::string stop() const {
        if (zh_) return doubtful() ? "（与 0 难分）。" : "。";
        return doubtful() ? " (not told apart from 0)." : ".";
    }
    [[nodiscard]] std::string seat_worth() const {
        if (zh_) return "坐这个位置的人支持我方，胜率 " + chance("after") + "；反对我方，" + chance("before") + "，相差 " + size() + stop();
        return "with a supporter there our chance is " + chance("after") + ", with an opponent " + chance("before") + ", " + size() + " apart" + stop();
    }

  private:
    const Names& names_;
    const DecisionModel& model_;
    const BlindSpot& spot_;
    bool zh_;
};

[[nodiscard]] inline std::string blind_spot_chinese(const Names& names, const SpotWords& of, const BlindSpot& spot) {
    switch (spot.kind) {
        case BlindSpotKind::role_unfilled: return joined({"“", names.role(spot.role), "”这个角色还没有人", of.number("veto") > 0 ? "，而且握有否决权：" : "：", of.seat_worth()});
        case BlindSpotKind::vacant_seat: return joined({of.who(), "还不知道是谁", of.number("veto") > 0 ? "，而且握有否决权：" : "：", of.seat_worth()});
        case BlindSpotKind::veto_against: {
            const std::string leans = joined({of.who(), "有否决权，偏", of.offer(), "（", of.lead(), "）；"});
            return spot.size < 0 ? leans + "但没有这道否决，胜率反而低 " + of.size() + "：它挡对手比挡我方更多" + of.stop() : leans + "没有这道否决，胜率会高 " + of.size() + of.stop();
        }
        case BlindSpotKind::no_evidence: return joined({of.who(), "站哪边，我们一条证据也没有（0 条）；"}) + of.deviation() + of.stop();
        case BlindSpotKind::stale_evidence: return joined({"关于", of.who(), "最新的证据也是", of.whole("days"), "天前的；"}) + of.deviation() + of.stop();
        case BlindSpotKind::contradiction:
            return joined({of.who(), "对", of.offer(), "的态度说法不一：", of.source(0), "的说法是 ", signed_decimal(of.number("lower"), 2), "，", of.source(1), "的说法是 ", signed_decimal(of.number("higher"), 2), "，隔了 ",
                           decimal(of.number("apart"), 1), " 个标准差；信后者而不信前者，", of.change()}) +
                   of.stop();
        case BlindSpotKind::single_source:
            return joined({of.who(), "的立场只有一个来源：", of.source(0), "（", of.whole("readings"), " 条）；没有", of.number("readings") == 1 ? "这条" : "这些", "证据，胜率会", spot.size < 0 ? "高 " : "低 ", of.size()}) + of.stop();
        case BlindSpotKind::contact_dependence: return joined({"如果", of.who(), "离开", of.number("seat") > 0 ? "、换成不认识的人，" : "，"}) + of.change() + of.stop();
        case BlindSpotKind::no_path:
            if (of.number("contacts") == 0) return joined({"我方在客户里还没有联系人（0 位），没有路通到", of.who(), "；"}) + of.deviation() + of.stop();
            return joined({"从我方 ", of.whole("contacts"), " 位联系人出发，没有一条正面影响的路通到", of.who(), "；"}) + of.deviation() + of.stop();
        case BlindSpotKind::no_coach: return joined({"我方还没有客户指导员（0 位）；眼下最该打听的是", of.who(), "：", of.deviation()}) + of.stop();
        case BlindSpotKind::coach_without_reach: return joined({"客户指导员", of.who(), "的话传不到做决定的人；如果", of.who(1), "肯听，"}) + of.change() + of.stop();
        case BlindSpotKind::coach_talks:
            return joined({"客户指导员", of.who(), "提供了 ", of.whole("all"), " 条证据中的 ", of.whole("readings"), " 条，自己在决定里的分量只有 ", of.share("control"), "；不采信这些说法，胜率会",
                           spot.size < 0 ? "高 " : "低 ", of.size()}) +
                   of.stop();
        case BlindSpotKind::coach_controls: break;
    }
    return joined({"客户指导员", of.who(), "在决定里的分量有 ", of.share("control"), "，却没给过我们消息（0 条）；", of.deviation()}) + of.stop();
}

[[nodiscard]] inline std::string blind_spot_english(const Names& names, const SpotWords& of, const BlindSpot& spot) {
    const auto at_start = [](std::string who) { return who.rfind("the ", 0) == 0 ? "T" + who.substr(1) : who; };
    const std::string holding = spot.numbers.contains("veto") && of.number("veto") > 0 ? ", which holds a veto" : "";
    switch (spot.kind) {
        case BlindSpotKind::role_unfilled: return "Nobody has the role " + names.role(spot.role) + holding + ": " + of.seat_worth();
        case BlindSpotKind::vacant_seat: return at_start(of.who()) + holding + (holding.empty() ? "" : ",") + " has not been named: " + of.seat_worth();
        case BlindSpotKind::veto_against: {
            const std::string leans = at_start(of.who()) + " holds a veto and leans to " + of.offer() + " (" + of.lead() + "); ";
            return spot.size < 0 ? leans + "yet without that veto our chance would be " + of.size() + " lower: it stops rivals more than us" + of.stop() : leans + "without that veto our chance would be " + of.size() + " higher" + of.stop();
        }
        case BlindSpotKind::no_evidence: return "Nothing is known of where " + of.who() + " stands (0 pieces of evidence); " + of.deviation() + of.stop();
        case BlindSpotKind::stale_evidence: return "The newest we know of " + of.who() + "'s stance is " + of.whole("days") + " days old; " + of.deviation() + of.stop();
        case BlindSpotKind::contradiction:
            return "Two accounts of " + of.who() + "'s stance on " + of.offer() + ": " + signed_decimal(of.number("lower"), 2) + " from " + of.source(0) + ", " + signed_decimal(of.number("higher"), 2) + " from " + of.source(1) + ", " +
                   decimal(of.number("apart"), 1) + " standard deviations apart; believing the second and not the first, " + of.change() + of.stop();
        case BlindSpotKind::single_source:
            return "All we know of " + of.who() + "'s stance comes from one source, " + of.source(0) + " (" + of.whole("readings") + (of.number("readings") == 1 ? " reading" : " readings") + "); without it our chance would be " + of.size() +
                   (spot.size < 0 ? " higher" : " lower") + of.stop();
        case BlindSpotKind::contact_dependence: return "If " + of.who() + " left" + (of.number("seat") > 0 ? " and somebody we do not know took over, " : ", ") + of.change() + of.stop();
        case BlindSpotKind::no_path: {
            const std::string ours = of.number("contacts") == 0 ? "We have no contact at this customer (0), so nothing leads to " : "No way of positive influence leads from our contacts (" + of.whole("contacts") + ") to ";
            return ours + of.who() + ", whose stance matters: " + of.deviation() + of.stop();
        }
        case BlindSpotKind::no_coach: return "We have no coach (0); the stance most worth asking about is " + of.who() + "'s: " + of.deviation() + of.stop();
        case BlindSpotKind::coach_without_reach: return "What our coach " + of.who() + " says reaches nobody who decides; if " + of.who(1) + " listened, " + of.change() + of.stop();
        case BlindSpotKind::coach_talks:
            return "Our coach " + of.who() + " gave us " + of.whole("readings") + " of " + of.whole("all") + " readings and has " + of.share("control") + " of the say; without these readings our chance would be " + of.size() +
                   (spot.size < 0 ? " higher" : " lower") + of.stop();
        case BlindSpotKind::coach_controls: break;
    }
    return "Our coach " + of.who() + " has " + of.share("control") + " of the say and has told us nothing (0 readings); where this coach stands matters: " + of.deviation() + of.stop();
}

[[nodiscard]] inline std::string counter_move_chinese(const Names& names, const SpotWords& of, const BlindSpot& spot) {
    switch (spot.kind) {
        case BlindSpotKind::role_unfilled: return joined({"问清谁管“", names.role(spot.role), "”这一块，把名字补进来；争取到这个人，胜率可到 "}) + of.chance("after") + "。";
        case BlindSpotKind::vacant_seat: return "打听清楚坐这个位置的是谁，抢在对手前面见面；争取过来，胜率可到 " + of.chance("after") + "。";
        case BlindSpotKind::veto_against:
            if (spot.size < 0) return joined({"别去动这道否决权，它在替我方挡对手；把", of.who(), "的领先从 ", signed_decimal(of.number("lead"), 2), " 拉到 0 以上。"});
            return joined({"先弄清", of.who(), "凭什么会否决，逐条化解；领先要从 ", signed_decimal(of.number("lead"), 2), " 拉到 0 以上。"});
        case BlindSpotKind::no_evidence: return joined({"下次拜访探探", of.who(), "的口风，或托人打听，先拿到第 1 条证据。"});
        case BlindSpotKind::stale_evidence: return joined({"近期再见一次", of.who(), "：超过 180 天的证据当旧消息看。"});
        case BlindSpotKind::contradiction: return joined({"找第 3 个来源核实", of.who(), "的真实态度，最好当面问；这个答案值 "}) + of.size() + "。";
        case BlindSpotKind::single_source: return joined({"另找一个与", of.source(0), "无关的来源印证", of.who(), "的立场，凑够 2 个来源。"});
        case BlindSpotKind::contact_dependence:
            if (of.doubtful()) return joined({"这条线的去留对胜率影响不大（", of.size(), "），精力先放在别处。"});
            if (spot.size > 0) return joined({"这条线断了不可惜（胜率升 ", of.size(), "）", of.number("seat") > 0 ? "：趁早认识可能的接任者。" : "：不必为它多花精力。"});
            if (of.number("strangers") == 0) return joined({"客户这边能认识的都认识了（", of.whole("contacts"), " 位）：把谈好的写成公司之间的约定，换了人也作数。"});
            return joined({"别只靠", of.who(), "这一条线：在其身边再发展一位联系人（现有 ", of.whole("contacts"), " 位）。"});
        case BlindSpotKind::no_path:
            if (of.is_vacant()) return "先打听清楚是谁，再找人引荐，把这条路从 0 条变成 1 条。";
            return joined({"请人引荐", of.who(), "，或由我方对等级别的人直接登门，把这条路从 0 条变成 1 条。"});
        case BlindSpotKind::no_coach: return joined({"在使用部门和", of.who(), "身边找愿意说实话的人，先发展 1 位客户指导员。"});
        case BlindSpotKind::coach_without_reach: return joined({"拿", of.who(), "当消息源用；要影响", of.who(1), "，另找 1 位说得上话的支持者。"});
        case BlindSpotKind::coach_talks: return joined({"听", of.who(), "的消息，别指望靠这点分量（", of.share("control"), "）成事；另找说话有分量的人替我方出头。"});
        case BlindSpotKind::coach_controls: break;
    }
    return joined({"约", of.who(), "单独聊一次，把每个人的立场过一遍，先拿到第 1 条消息。"});
}

[[nodiscard]] inline std::string counter_move_english(const Names& names, const SpotWords& of, const BlindSpot& spot) {
    switch (spot.kind) {
        case BlindSpotKind::role_unfilled: return "Ask who looks after this (" + names.role(spot.role) + ") and put the name in; won over, our chance is " + of.chance("after") + ".";
        case BlindSpotKind::vacant_seat: return "Find out who it is and meet before our rivals do; won over, our chance is " + of.chance("after") + ".";
        case BlindSpotKind::veto_against:
            if (spot.size < 0) return "Leave that veto alone, it stops our rivals; bring " + of.who() + "'s lead for us from " + signed_decimal(of.number("lead"), 2) + " above 0.";
            return "Find out what " + of.who() + " would veto us for and answer it point by point; the lead has to go from " + signed_decimal(of.number("lead"), 2) + " above 0.";
        case BlindSpotKind::no_evidence: return "Sound out " + of.who() + " at the next visit, or ask somebody close: 1 reading is a start.";
        case BlindSpotKind::stale_evidence: return "See " + of.who() + " again soon: evidence over 180 days old counts as stale.";
        case BlindSpotKind::contradiction: return "Have a third source say where " + of.who() + " really stands, best of all " + of.who() + " in person; the answer is worth " + of.size() + ".";
        case BlindSpotKind::single_source: return "Have a source that does not depend on " + of.source(0) + " confirm where " + of.who() + " stands, to have 2.";
        case BlindSpotKind::contact_dependence:
            if (of.doubtful()) return "Little hangs on this contact (" + of.size() + "): spend the effort elsewhere.";
            if (spot.size > 0) return "Losing this contact would not hurt (up " + of.size() + "): " + (of.number("seat") > 0 ? "get to know early who may come next." : "do not spend more on it.");
            if (of.number("strangers") == 0) return "We know everybody there is to know (" + of.whole("contacts") + "): put what was agreed in writing with the company, so that it outlasts the person.";
            return "Do not hang on one line: win a second contact close to " + of.who() + " (we have " + of.whole("contacts") + " in all).";
        case BlindSpotKind::no_path:
            if (of.is_vacant()) return "Find out who it is, then have somebody introduce us: 1 way is enough to begin with.";
            return "Have somebody introduce us to " + of.who() + ", or send one of ours of the same level: 1 way is enough to begin with.";
        case BlindSpotKind::no_coach: return "Look for somebody who tells us the truth, among users and around " + of.who() + ": 1 coach to begin with.";
        case BlindSpotKind::coach_without_reach: return "Use " + of.who() + " as a source; to move " + of.who(1) + ", find 1 supporter who has that ear.";
        case BlindSpotKind::coach_talks: return "Listen to " + of.who() + ", but do not build on " + of.share("control") + " of the say; find somebody with more to speak for us.";
        case BlindSpotKind::coach_controls: break;
    }
    return "Meet " + of.who() + " alone and go through where everybody stands: 1 reading is a start.";
}

}  // namespace detail

BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const BlindSpot& spot) {
    const detail::SpotWords words(names, model, spot);
    return names.language() == Language::chinese ? detail::blind_spot_chinese(names, words, spot) : detail::blind_spot_english(names, words, spot);
}

BUYGRAPH_HEAVY std::string counter_move(const Names& names, const DecisionModel& model, const BlindSpot& spot) {
    const detail::SpotWords words(names, model, spot);
    return names.language() == Language::chinese ? detail::counter_move_chinese(names, words, spot) : detail::counter_move_english(names, words, spot);
}

}  // namespace buygraph::text

#endif
