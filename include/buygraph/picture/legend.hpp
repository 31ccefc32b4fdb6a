#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "../text/stances.hpp"
#include "marks.hpp"
#include "person_marks.hpp"
#include "scene.hpp"
#include "text_width.hpp"
#include "tie_curves.hpp"

namespace buygraph::picture {

/// What the marks mean, in rows under the map: only those marks that the map has.
class Legend {
  public:
    using Sample = std::function<void(Group&, Point)>;

    Legend(const Arrangement& map, const TieCurves& ties, StanceScale scale, double width, Language language) : width_(width), language_(language) {
        const auto any = [&](auto&& test) { return std::any_of(map.figures.begin(), map.figures.end(), test); };
        const auto sureness = [&](Sureness how) { return any([&](const Figure& figure) { return figure.standing && figure.standing->sureness == how; }); };
        const auto badge = [&](Badge wanted) { return any([&](const Figure& figure) { return std::find(figure.badges.begin(), figure.badges.end(), wanted) != figure.badges.end(); }); };

        if (map.density.dial) add(26, say("stance, 10–90%", "站位与 10–90% 区间"), dial);
        add(13, text::scale_ends(scale).in_favour.in(language), disc("for2", false));
        add(13, text::scale_ends(scale).against.in(language), disc("ag2", false));
        if (sureness(Sureness::sure)) add(13, text::sureness_words(Sureness::sure).in(language), disc("mid", false));
        if (sureness(Sureness::likely)) add(13, text::sureness_words(Sureness::likely).in(language), disc("mid", true));
        if (sureness(Sureness::guess)) add(13, text::sureness_words(Sureness::guess).in(language), disc("sf", false));
        if (badge(Badge::veto)) add(16, say("veto", "有否决权"), mark(Badge::veto));
        if (badge(Badge::decides)) add(16, say("decides", "拍板"), mark(Badge::decides));
        if (badge(Badge::coach)) add(16, say("coach", "客户指导员"), mark(Badge::coach));
        if (badge(Badge::stale)) add(16, say("evidence over 180 days old", "证据超过 180 天"), mark(Badge::stale));
        if (std::any_of(map.lines.begin(), map.lines.end(), [](const auto& line) { return !line.empty(); }))
            add(24, say("reports to", "汇报"), [](Group& group, Point at) { add_path(group, line(at, {at.x + 24, at.y}), "", "line2", 1.25); });
        for (const bool both : {false, true})
            for (const bool negative : {false, true})
                if (std::any_of(ties.curves.begin(), ties.curves.end(), [&](const TieCurve& tie) { return tie.both_ways == both && (tie.strength < 0) == negative; }))
                    add(28, negative ? say("oppose each other", "互相抵触") : both ? say("sway each other", "互相影响") : say("sways", "影响"), tie(both, negative ? -.25 : .33));
        if (any([](const Figure& figure) { return !figure.contacts.empty(); }) && map.density.extras)
            add(16, say("our contact", "我方谁在联系"), [](Group& group, Point at) { add_path(group, rounded(at.x, at.y - 8, 16, 16, 3), "our-tint", "our", 1); });
        add(0, say("size: decision influence", "大小：决策影响"), [](Group&, Point) {});
        if (any([](const Figure& figure) { return !figure.together.empty(); }))
            add(26, say("reports of one boss together, by stance", "同一上司的下属合并显示，按站位分段"), [](Group& group, Point at) {
                add_path(group, rounded(at.x, at.y - 8, 26, 16, 4), "sf", "line2", 1.25);
                add_path(group, line({at.x + 4, at.y}, {at.x + 10, at.y}), "", "ag2", 4);
                add_path(group, line({at.x + 10, at.y}, {at.x + 22, at.y}), "", "for2", 4);
            });
        const auto named = std::count_if(map.figures.begin(), map.figures.end(), [](const Figure& figure) { return figure.named && figure.together.empty(); });
        if (named > 0 && any([](const Figure& figure) { return !figure.named; })) {
            const std::string count = std::to_string(named);
            add(0, say(("named: the " + count + " most influential").c_str(), ("只标出影响最大的 " + count + " 人").c_str()), [](Group&, Point) {});
        }
        const auto counted = [&](std::size_t count, const char* one, const char* several, const char* zh) {
            if (count > 0) add(0, say((std::to_string(count) + (count == 1 ? one : several)).c_str(), ("另有 " + std::to_string(count) + zh).c_str()), [](Group&, Point) {});
        };
        counted(ties.hidden, " weak tie not drawn", " weak ties not drawn", " 条弱关系未画");
        counted(ties.aside, " tie of others not drawn", " ties of others not drawn", " 条其他人的关系未画");
    }

    /// One more mark with its words, after the others.
    void add(double sample_width, const std::string& text, Sample sample) {
        const double wide = sample_width + (sample_width > 0 ? 6 : 0) + text_width(text, 11);
        if (x_ > 0 && x_ + wide > width_) x_ = 0, ++row_;
        entries_.push_back({x_, row_, sample_width, text, std::move(sample)});
        x_ += wide + 18;
    }

    [[nodiscard]] double height() const { return row_height * (entries_.empty() ? 0 : entries_.back().row + 1); }

    [[nodiscard]] Group draw(Point corner) const {
        Group group;
        for (const Entry& entry : entries_) {
            const Point at{corner.x + entry.left, corner.y + row_height * (entry.row + .5)};
            entry.sample(group, at);
            add_text(group, entry.text, {at.x + entry.sample_width + (entry.sample_width > 0 ? 6 : 0), at.y + 4}, 11, "ink2");
        }
        return group;
    }

  private:
    struct Entry {
        double left;
        int row;
        double sample_width;
        std::string text;
        Sample sample;
    };
    static constexpr double row_height = 24;

    [[nodiscard]] std::string say(const char* en, const char* zh) const { return language_ == Language::chinese ? zh : en; }

    static void dial(Group& group, Point at) {
        const Point centre{at.x + 13, at.y + 4};
        add_path(group, arc(centre, 10, -dial_degrees, dial_degrees), "", "line2", 1.25);
        add_path(group, arc(centre, 10, 10, 80), "", "for2", 4);
        add_path(group, line(on_circle(centre, 6, 45), on_circle(centre, 15, 45)), "", "ink", 2);
    }
    [[nodiscard]] static Sample disc(const char* fill, bool hatched) {
        return [=](Group& group, Point at) {
            const std::string ink = fill, outline = ink == "mid" || ink == "sf" ? "mid-line" : ink;
            add_path(group, circle({at.x + 6.5, at.y}, 6), ink, outline, 1.5).hatched = hatched;
        };
    }
    [[nodiscard]] static Sample mark(Badge badge) {
        return [=](Group& group, Point at) { add_badge(group, badge, {at.x + 8, at.y}, 7); };
    }
    [[nodiscard]] static Sample tie(bool both, double strength) {
        return [=](Group& group, Point at) {
            add_tie(group, {0, 0, strength, both, at, {at.x + 14, at.y}, {at.x + 28, at.y}, {}});
        };
    }

    double width_;
    Language language_;
    std::vector<Entry> entries_;
    double x_ = 0;
    int row_ = 0;
};

}  // namespace buygraph::picture
