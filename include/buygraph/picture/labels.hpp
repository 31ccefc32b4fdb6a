#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "../separate.hpp"
#include "figure.hpp"
#include "tree_plan.hpp"

namespace buygraph::picture {

/// How much a person's box shows. The first density at which the tree fits is taken.
struct Density {
    double label;  ///< most width of the label, px
    double scale;  ///< of disc and badges
    double rise;   ///< radius that the greatest influence adds to 13, px, before scaling
    bool title, extras, dial;  ///< extras: age of the evidence, tags of our people
    bool roomy = false;        ///< only with ample room between boxes
    bool under = false;        ///< the label stands under the disc, not beside it
};
inline constexpr Density densities[]{
    {200, 1, 20, true, true, true, true}, {130, 1, 20, true, true, true}, {110, .85, 20, true, false, true}, {78, .72, 20, false, false, true}, {78, .72, 8, false, false, false}};

inline constexpr double dial_distance = 6;  ///< of the dial's ring from the disc, px

/// Where things stand about a disc, px from its centre.
struct Anatomy {
    double ring;          ///< radius on which dial and badges sit
    double badge;         ///< radius of a badge
    double pitch;         ///< from one badge to the next, leftwards
    double outer;         ///< radius beyond which nothing of disc and dial reaches
};
[[nodiscard]] BUYGRAPH_HEAVY Anatomy anatomy(const Figure& figure, const Density& density);

/// The texts at the right of a disc, or under it, and the tags of our people under them; nothing for one whose name is not shown.
struct Label {
    struct Line {
        std::string text;
        double baseline, size;
        int weight;
        const char* ink;
        bool own_language;  ///< name or title, as the deal gives them
        double left = 0;    ///< px from the label's left
    };
    struct Tag {
        std::string text;
        double left, width;
    };
    double left = 0, width = 0, top = 0, bottom = 0;  ///< px from the disc's centre
    std::vector<Line> lines;
    std::vector<Tag> tags;
    double tags_top = 0;
};
inline constexpr double tag_height = 17;

/// How far the lowest of disc, dial and badges is below the disc's centre.
[[nodiscard]] BUYGRAPH_HEAVY double lowest_mark(const Figure& figure, const Density& density);
[[nodiscard]] BUYGRAPH_HEAVY Label label_of(const Figure& figure, const Density& density);

/// The box that disc, dial, badges and label need.
[[nodiscard]] BUYGRAPH_HEAVY TreeBox box_of(const Figure& figure, const Density& density);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "hierarchy.hpp"
#include "text_width.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY Anatomy anatomy(const Figure& figure, const Density& density) {
    const double ring = figure.radius + (density.dial ? dial_distance : 2);
    const double badge = std::min(8 * density.scale, ring / 2 - .8);  // two of them stand side by side under the smallest disc
    return {ring, badge, 2 * badge + 1.5, density.dial ? ring + 5 : figure.radius + 1};
}

BUYGRAPH_HEAVY double lowest_mark(const Figure& figure, const Density& density) {
    const Anatomy body = anatomy(figure, density);
    return figure.left() ? body.outer : std::max(figure.radius + 1, .866 * body.ring + body.badge + 1);
}

namespace detail {

inline void centre_lines(Label& label) {
    label.left = -label.width / 2;
    for (Label::Line& line : label.lines) line.left = (label.width - text_width(line.text, line.size, line.weight > 400)) / 2;
    const double tags = label.tags.empty() ? 0 : label.tags.back().left + label.tags.back().width;
    for (Label::Tag& tag : label.tags) tag.left += (label.width - tags) / 2;
}

}  // namespace detail

BUYGRAPH_HEAVY Label label_of(const Figure& figure, const Density& density) {
    Label label;
    label.left = figure.radius + (density.dial ? 16 : 7);
    if (!figure.named || !figure.together.empty()) return label;
    const bool title = density.title && !figure.title.empty(), note = density.extras && !figure.note.empty(), tags = density.extras && !figure.contacts.empty();
    double y = density.under ? lowest_mark(figure, density) + 14 : title || note || tags ? -8 : 4.5;
    label.top = y - 13;
    label.lines.push_back({figure.shown, y, 13, 600, figure.left() ? "ink2" : "ink", true});
    if (title) label.lines.push_back({fitted(figure.title, density.label, 11), y += 15, 11, 400, "ink2", true});
    if (note) label.lines.push_back({fitted(figure.note, density.label, 11), y += 15, 11, 400, "ag2", false});
    label.bottom = y + 4;
    for (const Label::Line& line : label.lines) label.width = std::max(label.width, text_width(line.text, line.size, line.weight > 400));
    if (!tags) {
        if (density.under) detail::centre_lines(label);
        return label;
    }
    label.tags_top = y + 7;
    label.bottom = label.tags_top + tag_height + 1;
    const auto wide = [](const std::string& text) { return std::max(18.0, text_width(text, 11, true) + 8); };
    double x = 0;
    for (std::size_t i = 0; i < figure.contacts.size(); ++i) {
        const std::size_t rest = figure.contacts.size() - i;
        const bool fits = x + wide(figure.contacts[i]) + (rest > 1 ? 4 + wide("+99") : 0) <= density.label;
        const std::string text = fits ? figure.contacts[i] : "+" + std::to_string(rest);
        label.tags.push_back({text, x, wide(text)});
        label.width = std::max(label.width, x + wide(text));
        x += wide(text) + 4;
        if (!fits) break;
    }
    if (density.under) detail::centre_lines(label);
    return label;
}

BUYGRAPH_HEAVY TreeBox box_of(const Figure& figure, const Density& density) {
    if (!figure.together.empty()) return {TreeBox::group_width + 4, TreeBox::group_height, {TreeBox::group_width / 2, TreeBox::group_height / 2}, figure.boss, TreeBox::group_height / 2};
    const Anatomy body = anatomy(figure, density);
    const Label label = label_of(figure, density);
    const double half = .5 * body.ring + body.badge + 1;
    const double badges = figure.badges.empty() ? 0 : half + body.pitch * static_cast<double>(figure.badges.size() - 1);
    const double left = std::max({body.outer, badges, -label.left}), right = std::max({body.outer, figure.left() ? 0 : half, label.left + label.width}) + 4;
    const double top = std::max(body.outer, -label.top), bottom = std::max({body.outer, lowest_mark(figure, density), label.bottom});
    return {left + right, top + bottom, {left, top}, figure.boss, density.dial ? body.ring + 3 : figure.radius + 3};
}

}  // namespace buygraph::picture

#endif
