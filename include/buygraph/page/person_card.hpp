#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "../model/formal_right.hpp"
#include "../numbers/sort_stably.hpp"
#include "../separate.hpp"
#include "../text/brief.hpp"
#include "../text/stances.hpp"
#include "../text/verdict.hpp"
#include "findings.hpp"
#include "parts.hpp"
#include "stance_strip.hpp"

namespace buygraph::page {

/// Everybody who counts, by the size of his decision influence, the greatest first.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::size_t> by_influence(const std::vector<double>& influence);

/// One person as far as it follows a what-if: who, where he stands, how much he moves, what he weighs.
/// \param order  everybody by influence, as the map has them
[[nodiscard]] BUYGRAPH_HEAVY Element person_now(const text::Names& names, const DecisionModel& model, const Outlook& found, std::size_t person, const std::vector<std::size_t>& order);

/// What to say to somebody, ask and avoid, who of ours goes: the parts of a brief that a card has beside where he stands.
[[nodiscard]] BUYGRAPH_HEAVY Element person_advice(const text::Brief& brief);

/// One person: who, where he stands and how we know, what he weighs, what to say, ask and avoid, who of ours goes.
/// \param place  "card-" and so on: the page's own address of the card
[[nodiscard]] BUYGRAPH_HEAVY Element person_card(const text::Names& names, const DecisionModel& model, const Findings& found, std::size_t person, const std::string& place, const std::string& back);

/// A row a person without the map: who, title, where he stands. The accessible twin of every map.
/// \param order    who is in it: everybody by influence, as the map has them
/// \param card_of  called with a person: where his card is
template <class CardOf>
[[nodiscard]] Element people_list(const text::Names& names, const DecisionModel& model, const Outlook& found, const std::vector<std::size_t>& order, CardOf card_of) {
    const Language language = names.language();
    const bool zh = language == Language::chinese;
    Element table = element("table", "people");
    const StanceScale scale = found.standings.empty() ? StanceScale::lead : found.standings.front().scale;
    const std::string shown = scale == StanceScale::lead ? (zh ? "领先" : "lead") : text::scale_words(scale).in(language);
    table.add(words("caption", zh ? "按决策影响排列；" + shown + "为 −1 到 +1，± 为我们所知的标准差" : "By decision influence; the " + shown + " is from −1 to +1, ± the standard deviation of what we know"));
    table.add(element("thead", "", table_row({zh ? "人" : "Person", zh ? "角色" : "Role", zh ? "立场" : "Stance", text::capitalised(shown), zh ? "影响" : "Influence"}, "th")));
    Element body = element("tbody");
    for (const std::size_t i : order) {
        const Person& who = *names.find_person(model.people[i]);
        const Standing& standing = found.standings[i];
        Element link = element("a", "", name_words(names.person(model.people[i])));
        link.set("href", card_of(i));
        Element heading = element("th", "", std::move(link), words("small", who.title));
        heading.set("scope", "row");
        body.add(element("tr", "", std::move(heading), words("td", names.roles(who) + (formal_right(model, i).veto ? (zh ? "（否决权）" : " (veto)") : "")),
                                    element("td", "", words("strong", text::stance_sign(standing.sign), standing.sign > 0 ? "sign for" : standing.sign < 0 ? "sign against" : "sign"), words("span", " " + text::stance_words(standing).in(language) + (zh ? "，" : ", ") + text::sureness_words(standing.sureness).in(language))),
                                    element("td", "wide", stance_strip(standing), words("small", text::signed_decimal(standing.lead, 2) + " ± " + text::decimal(standing.sd, 2))), words("td", text::signed_decimal(found.influence[i], 2), "number")));
    }
    table.add(std::move(body));
    return table;
}

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../insight/believed_scores.hpp"
#include "../text/messages.hpp"

namespace buygraph::page {

BUYGRAPH_HEAVY std::vector<std::size_t> by_influence(const std::vector<double>& influence) {
    std::vector<std::size_t> order(influence.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    numbers::sort_stably(order, [&](std::size_t left, std::size_t right) { return std::abs(influence[left]) > std::abs(influence[right]); });
    return order;
}

namespace detail {

[[nodiscard]] inline Element figure_cell(std::string number, std::string what) { return element("div", "", words("strong", std::move(number)), words("span", std::move(what))); }

/// What the person weighs, ours against the rival: a dumbbell from 0 to 10 for each concern, the heaviest first.
[[nodiscard]] inline Element dumbbells(const text::Names& names, const DecisionModel& model, const Outlook& found, std::size_t person) {
    constexpr std::size_t shown = 8;
    const bool zh = names.language() == Language::chinese;
    const std::size_t rival = found.why.rival;
    const Matrix &weights = model.prior.weights[found.why.gate], ours = believed_scores(model, model.ours), theirs = believed_scores(model, rival);
    const std::vector<std::size_t> order = weighed(model, found, person);
    const double heaviest = order.empty() ? 1 : weights(person, order.front());
    const auto table = [&](std::size_t from, std::size_t to, bool head) {
        Element made = element("table", "cares");
        if (head) made.add(element("thead", "", table_row({zh ? "诉求" : "Concern", zh ? "看重" : "weight", zh ? "评分 0–10" : "score 0–10", zh ? "差 × 权重" : "gap × weight"}, "th")));
        Element body = element("tbody");
        for (std::size_t at = from; at < to; ++at) {
            const std::size_t k = order[at];
            const double weight = weights(person, k), own = (ours(person, k) + 1) / 2, other = (theirs(person, k) + 1) / 2, gap = weight * (ours(person, k) - theirs(person, k));
            Element scores = track(18), share = track(18);
            share.add(bar(0, weight / heaviest, 6, 6, "ink3"));
            const double width = 2 + 22 * weight;
            scores.add(bar(own, other, 9 - width / 2, width, own >= other ? "for1" : "ag1", .6));
            scores.add(mark(rival == 0 ? Shape::square : Shape::diamond, other, 9, 4.5, rival == 0 ? "none" : "ag2"));
            scores.add(mark(Shape::circle, own, 9, 4.5, "for2"));
            Element heading = words("th", names.concern(model.table.concerns[k]));
            heading.set("scope", "row");
            Element row = element("tr", "", std::move(heading), element("td", "narrow", std::move(share)), element("td", "wide", std::move(scores)), words("td", text::signed_decimal(gap, 2), gap > 0 ? "number for" : gap < 0 ? "number against" : "number"));
            row.set("title", text::percent(weight) + " · " + text::decimal(10 * own, 1) + " / " + text::decimal(10 * other, 1));
            body.add(std::move(row));
        }
        made.add(std::move(body));
        return made;
    };
    Element part = element("div", "dumbbells", table(0, std::min(shown, order.size()), true));
    if (order.size() > shown) part.add(element("details", "", words("summary", zh ? "全部 " + std::to_string(order.size()) + " 项" : "All " + std::to_string(order.size())), table(shown, order.size(), false)));
    return part;
}

}  // namespace detail

BUYGRAPH_HEAVY Element person_now(const text::Names& names, const DecisionModel& model, const Outlook& found, std::size_t person, const std::vector<std::size_t>& order) {
    const Language language = names.language();
    const bool zh = language == Language::chinese;
    const std::string& id = model.people[person];
    const Person& who = *names.find_person(id);
    const Standing& standing = found.standings[person];

    Element now = element("div", "now");
    now.add(element("h2", "", name_words(names.person(id))));
    now.add(words("p", (who.title.empty() ? "" : who.title + " · ") + names.roles(who) + (formal_right(model, person).veto ? (zh ? " · 有否决权" : " · holds a veto") : ""), "title"));
    const char* side = standing.sign > 0 ? "for" : standing.sign < 0 ? "against" : "even";
    now.add(element("p", "stance", words("strong", std::string(text::stance_sign(standing.sign)) + " " + text::stance_words(standing).in(language), side),
                                    words("span", " " + (standing.scale == StanceScale::lead ? "" : text::scale_words(standing.scale).in(language) + " ") + text::signed_decimal(standing.lead, 2) + " ± " + text::decimal(standing.sd, 2) + " · " + text::sureness_words(standing.sureness).in(language))));
    now.add(stance_strip(standing));
    const std::string rival = standing.scale == StanceScale::lead ? names.outcome(model.offers[standing.rival]) : std::string(zh ? "维持现状" : "staying");
    const std::string against = standing.scale == StanceScale::stance_to_us ? std::string(zh ? "−1 全不认可我方" : "−1 all against us") : zh ? text::joined({"−1 全偏", rival}) : "−1 all for " + rival;
    now.add(element("p", "ends", words("span", against), words("span", "0"), words("span", zh ? "全偏我方 +1" : "all for us +1")));

    const std::size_t rank = static_cast<std::size_t>(std::find(order.begin(), order.end(), person) - order.begin()) + 1;
    double say = 0;
    for (std::size_t d = 0; d < model.people_count(); ++d) say += found.why.eyes[d] * model.control(d, person);
    std::size_t pieces = 0;
    for (const Evidence& evidence : names.deal().evidence) pieces += evidence.about == id;
    now.add(element("div", "figures", detail::figure_cell(text::signed_decimal(found.influence[person], 2), (zh ? "决策影响 · 第 " : "decision influence · no. ") + std::to_string(rank)),
                                       detail::figure_cell(text::percent(say), zh ? "占做决定者的态度" : "of the deciders' attitude"), detail::figure_cell(std::to_string(pieces), zh ? "条证据" : pieces == 1 ? "piece of evidence" : "pieces of evidence")));
    const std::string compared = text::rival_words(names, model, found.why.rival);
    now.add(words("h3", zh ? text::joined({"看重什么：我方 ● 对 ", compared, found.why.rival == 0 ? " ■" : " ◆"}) : "What counts: us ● against " + compared + (found.why.rival == 0 ? " ■" : " ◆")));
    now.add(detail::dumbbells(names, model, found, person));
    return now;
}

BUYGRAPH_HEAVY Element person_advice(const text::Brief& brief) {
    Element advice = element("div", "advice");
    for (const text::BriefSection& section : brief.sections) {
        if (section.key == "who" || section.key == "cares") continue;
        advice.add(words("h3", section.heading));
        Element lines = element("ul", section.key);
        for (const std::string& line : section.lines) lines.add(words("li", line));
        advice.add(std::move(lines));
    }
    return advice;
}

BUYGRAPH_HEAVY Element person_card(const text::Names& names, const DecisionModel& model, const Findings& found, std::size_t person, const std::string& place, const std::string& back) {
    Element card = element("article", "card");
    card.set("id", place).set("data-person", model.people[person]).set("tabindex", "-1");
    Element close = words("a", "×", "close");
    close.set("href", back).set("aria-label", names.language() == Language::chinese ? "关闭" : "Close");
    card.add(std::move(close));
    card.add(person_now(names, model, found, person, by_influence(found.influence)));
    card.add(person_advice(text::brief(names, model, person, {found.messages, found.zipper, found.questions, found.standings, found.influence})));
    return card;
}

}  // namespace buygraph::page

#endif
