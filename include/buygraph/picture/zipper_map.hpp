#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../plan/zipper.hpp"
#include "../text/functions.hpp"
#include "../text/zipper.hpp"
#include "facing_rows.hpp"
#include "initials.hpp"
#include "map_sheet.hpp"
#include "marks.hpp"
#include "scene.hpp"
#include "text_width.hpp"

namespace buygraph::picture {

namespace detail {

inline constexpr double pip = 7, pip_step = 9;
inline constexpr std::size_t most_pips = 8;

/// A filled square for everybody whom he looks after, a hollow one for everybody whom he still could.
inline void add_pips(Group& group, std::size_t taken, std::size_t all, Point corner) {
    for (std::size_t i = 0; i < std::min(all, most_pips); ++i)
        add_path(group, rounded(corner.x + pip_step * static_cast<double>(i) + .5, corner.y + .5, pip - 1, pip - 1, 1.5), i < taken ? "our" : "sf", "our", 1);
    if (all > most_pips) add_text(group, "+" + std::to_string(all - most_pips), {corner.x + pip_step * most_pips + 2, corner.y + pip + 1}, 11, "our-text");
}

/// From a square to a disc, level at both ends; as wide as the two suit each other.
inline void add_ribbon(Group& group, Point from, Point to, double fit, bool in_touch) {
    const double turn = (from.x + to.x) / 2;
    Mark& ribbon = add_path(group, "M" + point(from) + "C" + point(turn, from.y) + " " + point(turn, to.y) + " " + point(to), "", "our", 1 + 5 * fit);
    if (!in_touch) ribbon.dash = "6 4";
}

/// One of ours: name and work at the left, square with initials, pips under it.
[[nodiscard]] inline Group member_marks(const MapSubject& subject, std::size_t member, const std::string& tag, Point centre, double left, std::size_t taken, const std::string& no_limit) {
    const TeamMember& one = subject.deal.team[member];
    const text::Names names(subject.deal, subject.language);
    const bool chinese = subject.language == Language::chinese;
    const std::string name = names.member(member), work = text::functions(one, subject.language), pairs = std::to_string(taken);
    const auto capacity = static_cast<std::size_t>(one.capacity.value_or(0));
    Group group;
    group.id = "member:" + one.id;
    group.title = name + (work.empty() ? "" : (chinese ? "：" : ": ") + work) + (chinese ? "；对接 " + pairs + " 人" : "; looks after " + pairs) +
                  (one.capacity ? (chinese ? "，最多 " : " of at most ") + std::to_string(capacity) + (chinese ? " 人" : "") : "");
    constexpr double side = FacingRows::square, half = side / 2;
    add_path(group, rounded(centre.x - half, centre.y - half, side, side, 8), "our-tint", "our", 1.25);
    add_text(group, tag, {centre.x, centre.y + 5}, 15, "our-text", 650).anchor = "middle";
    const double end = centre.x - half - 10, room = end - left;
    Mark& called = add_text(group, fitted(name, room, 13, true), {end, centre.y + (work.empty() ? 4.5 : -3)}, 13, "ink", 600);
    called.anchor = "end";
    if (subject.deal.language && *subject.deal.language != subject.language) called.language = word_of(*subject.deal.language);
    if (!work.empty()) add_text(group, fitted(work, room, 11), {end, centre.y + 13}, 11, "ink2").anchor = "end";
    const Point pips{centre.x - half, centre.y + half + 4};
    add_pips(group, taken, one.capacity ? std::max(taken, capacity) : taken, pips);
    if (!one.capacity) add_text(group, no_limit, {pips.x + pip_step * static_cast<double>(std::min(taken, most_pips)) + (taken > most_pips ? 24 : 2), pips.y + pip + 1}, 11, "ink2");
    return group;
}

/// The steps from a subject to the scene of its zipper.
class ZipperDrawing {
  public:
    explicit ZipperDrawing(const MapSubject& subject)
        : subject_(subject), names_(subject.deal, subject.language), sheet_(subject, std::max(least, MapSheet::room(subject.options))), top_(sheet_.top() + heads), taken_(subject.deal.team.size(), 0) {
        const double width = sheet_.right() - sheet_.left(), label = std::clamp(.2 * width, 100., 200.);
        reason_room_ = std::clamp(.25 * width, 140., 230.);
        columns_ = {sheet_.left() + std::min(128.0, .15 * width) + 10 + FacingRows::square / 2, sheet_.right() - reason_room_ - label - 44, label};
        for (std::size_t member = 0; member < subject.deal.team.size(); ++member) tags_.push_back(names_.member(member));
        tags_ = tags(tags_);
        pair_up();
    }

    [[nodiscard]] Scene draw() && {
        add_heads();
        for (const FacingRows::Ribbon& ribbon : rows_.ribbons) add_ribbon_of(ribbon);
        for (std::size_t member = 0; member < tags_.size(); ++member)
            sheet_.add(member_marks(subject_, member, tags_[member], {rows_.ours[member].x, rows_.ours[member].y + top_}, sheet_.left(), taken_[member], sheet_.say("no limit", "不限")));
        for (std::size_t row = 0; row < rows_.map.figures.size(); ++row) add_row(row);
        const Legend words = legend();
        return std::move(sheet_).close(top_ + rows_.height + 14, words);
    }

  private:
    static constexpr double least = 560, heads = 30, line_height = 14;

    /// Asks who looks after whom, and lays the rows out.
    void pair_up() {
        const ZipperDeal one{subject_.deal, subject_.model, subject_.influence};
        found_ = zipper({&one, 1}, subject_.deal.team);
        std::vector<Figure> here;
        place_.resize(subject_.model.people_count());
        for (const Figure& figure : subject_.figures) {
            if (figure.left()) continue;
            place_[subject_.model.person(figure.id)] = here.size();
            here.push_back(figure);
        }
        std::vector<FacingPair> pairs;
        std::vector<double> needed(here.size(), 0);
        for (const ZipperPair& pair : found_.pairs) {
            pairs.push_back({pair.member, place_[pair.person], pair.fit, pair.knows});
            ++taken_[pair.member];
            needed[place_[pair.person]] += line_height;
        }
        reasons_.resize(here.size());
        for (const WithoutCounterpart& without : found_.without) {
            if (tags_.empty()) break;  // said once, and not for everybody
            const std::size_t at = place_[without.person];
            reasons_[at] = wrapped(text::without_words(without.reason).in(subject_.language), reason_room_, 11);
            needed[at] = line_height * static_cast<double>(reasons_[at].size());
        }
        rows_ = face_each_other(std::move(here), std::move(pairs), tags_.size(), columns_, needed);
        rows_.map.move(0, top_);
    }

    void add_heads() {
        Group head;
        const double y = sheet_.top() + 11, theirs = columns_.theirs - 14;
        add_text(head, sheet_.say("ours · places", "我方 · 名额"), {columns_.ours + FacingRows::square / 2, y}, 11, "ink2").anchor = "end";
        add_text(head, fitted(sheet_.say("theirs, by decision influence", "客户 · 按决策影响排列"), sheet_.right() - 40 - theirs, 11), {theirs, y}, 11, "ink2");
        if (!rows_.pairs.empty()) add_text(head, sheet_.say("fit", "契合度"), {sheet_.right(), y}, 11, "ink2").anchor = "end";
        double line = top_ + 24;
        for (const std::string& words : wrapped(sheet_.say("The deal names nobody of ours: add people under /team.", "项目里没有登记我方人员：请在 /team 中补充。"), columns_.theirs - sheet_.left() - 90, 12)) {
            if (!tags_.empty()) break;
            add_text(head, words, {sheet_.left(), line}, 12, "ag2");
            line += 17;
        }
        sheet_.add(std::move(head));
    }

    void add_ribbon_of(const FacingRows::Ribbon& ribbon) {
        const FacingPair& pair = rows_.pairs[ribbon.pair];
        const std::string& person = rows_.map.figures[pair.figure].id;
        Group group;
        group.id = "pair:" + subject_.deal.team[pair.member].id + ":" + person;
        for (const ZipperPair& known : found_.pairs)
            if (known.member == pair.member && subject_.model.people[known.person] == person) group.title = text::sentence(subject_.language, names_.member(pair.member), names_.person(person), known);
        add_ribbon(group, {ribbon.from.x, ribbon.from.y + top_}, {ribbon.to.x, ribbon.to.y + top_}, pair.fit, pair.in_touch);
        sheet_.add(std::move(group));
    }

    /// One of theirs, with his counterparts or the reason why he has none.
    void add_row(std::size_t row) {
        const Figure& figure = rows_.map.figures[row];
        Group person;
        const std::vector<std::size_t> own = rows_.pairs_of(row);
        const auto first_line = [&](std::size_t lines) { return figure.centre.y + 4 - line_height * (static_cast<double>(lines) - 1) / 2; };
        double y = first_line(own.size());
        for (const std::size_t at : own) {
            const FacingPair& pair = rows_.pairs[at];
            add_text(person, (own.size() > 1 ? tags_[pair.member] + " · " : "") + state(pair.in_touch), {sheet_.right() - 44, y}, 11, "ink2").anchor = "end";
            add_text(person, text::decimal(pair.fit, 2), {sheet_.right(), y}, 12, "ink").anchor = "end";
            y += line_height;
        }
        const std::vector<std::string>& reason = reasons_[place_[subject_.model.person(figure.id)]];
        y = first_line(reason.size());
        for (const std::string& words : reason) {
            add_text(person, words, {sheet_.right(), y}, 11, "ag2").anchor = "end";
            y += line_height;
        }
        sheet_.add_person(figure, rows_.map.density, std::move(person.marks));
    }

    [[nodiscard]] std::string state(bool in_touch) const { return in_touch ? sheet_.say("in touch", "已在联系") : sheet_.say("proposed", "建议"); }

    [[nodiscard]] Legend legend() const {
        Legend legend = sheet_.legend(rows_.map);
        for (const bool in_touch : {true, false})
            if (std::any_of(rows_.pairs.begin(), rows_.pairs.end(), [&](const FacingPair& pair) { return pair.in_touch == in_touch; }))
                legend.add(28, state(in_touch), [in_touch](Group& group, Point at) { add_ribbon(group, at, {at.x + 28, at.y}, .6, in_touch); });
        if (!rows_.pairs.empty()) legend.add(0, sheet_.say("width: fit", "粗细：契合度"), [](Group&, Point) {});
        if (!tags_.empty()) legend.add(16, sheet_.say("place taken, free", "名额：已用、空余"), [](Group& group, Point at) { add_pips(group, 1, 2, {at.x, at.y - 3.5}); });
        sheet_.add_absent(legend, subject_.figures.size() - rows_.map.figures.size());
        return legend;
    }

    const MapSubject& subject_;
    text::Names names_;
    MapSheet sheet_;
    double top_;
    std::vector<std::size_t> taken_;    ///< by member
    std::vector<std::string> tags_;     ///< of members
    double reason_room_ = 0;
    FacingColumns columns_{};
    Zipper found_;
    std::vector<std::size_t> place_;    ///< of the model's people among those who are here
    std::vector<std::vector<std::string>> reasons_;
    FacingRows rows_;
};

}  // namespace detail

/// The account map as a zipper: our people at the left facing theirs at the right, paired as `zipper` does; who has no counterpart, and why.
[[nodiscard]] inline Scene zipper_map(const MapSubject& subject) { return detail::ZipperDrawing(subject).draw(); }

}  // namespace buygraph::picture
