#pragma once

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <buygraph/picture/labels.hpp>
#include <buygraph/picture/marks.hpp>
#include <buygraph/picture/text_width.hpp>

#include "picture/made_figures.hpp"

/// Many people, and what must not overlap of them.
namespace made {

enum Shape { chains, star, balanced, random_attach, two_levels };

inline std::optional<std::size_t> boss(Shape shape, std::size_t i, std::mt19937& random) {
    if (i == 0) return std::nullopt;
    switch (shape) {
        case chains: return i % 6 == 1 ? 0 : i - 1;  // of six, under one head
        case star: return 0;
        case balanced: return (i - 1) / 3;
        case random_attach: return std::uniform_int_distribution<std::size_t>(0, i - 1)(random);
        case two_levels: return i <= 7 ? 0 : 1 + i % 7;
    }
    return std::nullopt;
}

/// People as they come: long and short names, some vacant, some gone, some with every badge.
inline std::vector<Figure> people(Shape shape, bool chinese, std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const auto chance = [&](double share) { return std::uniform_real_distribution<>(0, 1)(random) < share; };
    const auto one_of = [&](std::initializer_list<const char*> words) { return std::string(*(words.begin() + std::uniform_int_distribution<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(words.size()) - 1)(random))); };
    std::vector<Figure> made;
    for (std::size_t i = 0; i < count; ++i) {
        Figure figure;
        figure.id = std::to_string(i);
        figure.name = chinese ? one_of({"王芳", "欧阳明月", "李", "阿卜杜热合曼·买买提"}) : one_of({"Mo Li", "Maximilian Hammersmith-Wimmer", "Anna Schmidt", "WILLIAM WOMMWELL"});
        figure.title = chinese ? one_of({"", "总经理", "信息安全与合规审批负责人"}) : one_of({"", "CEO", "Manager of information security and compliance"});
        figure.note = chance(.3) ? (chinese ? "218 天前" : "218 d old") : "";
        for (int tag = 0; chance(.4) && tag < 6; ++tag) figure.contacts.push_back(chinese ? "王" : "WWM");
        for (const auto& [badge, share] : {std::pair(Badge::veto, .15), std::pair(Badge::decides, i == 0 ? 1 : .02), std::pair(Badge::coach, .1), std::pair(Badge::stale, .3)})
            if (chance(share)) figure.badges.push_back(badge);
        figure.rank = i == 0 ? 1 : std::pow(std::uniform_real_distribution<>(0, 1)(random), 3);  // few sway much
        figure.boss = boss(shape, i, random);
        if (i == 0 || !chance(.05)) figure.standing = made::standing(.1);
        made.push_back(figure);
    }
    for (Figure& figure : made) {  // as `figures` does: lines pass over those who have left
        while (figure.boss && made[*figure.boss].left()) figure.boss = made[*figure.boss].boss;
        if (!figure.left()) continue;
        figure.boss.reset();
        figure.badges.clear();
    }
    return made;
}

struct Box {
    double left, top, right, bottom;
};
inline bool meet(const Box& a, const Box& b) { return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom; }
inline Box around(Point at, double radius) { return {at.x - radius, at.y - radius, at.x + radius, at.y + radius}; }

/// Disc with dial, badges, texts: what must not be overlapped, as rectangles.
inline std::vector<Box> parts(const Figure& figure, const Density& density) {
    const Anatomy body = anatomy(figure, density);
    const Label label = label_of(figure, density);
    std::vector<Box> result{around(figure.centre, density.dial ? figure.radius + 8.5 : figure.radius + .75)};
    if (!figure.left()) result.push_back(around(on_circle(figure.centre, body.ring, 150), body.badge));
    for (std::size_t badge = 0; badge < figure.badges.size(); ++badge) {
        Point at = on_circle(figure.centre, body.ring, -150);
        at.x -= body.pitch * static_cast<double>(badge);
        result.push_back(around(at, body.badge));
    }
    const double x = figure.centre.x + label.left;
    for (const Label::Line& line : label.lines)
        result.push_back({x + line.left, figure.centre.y + line.baseline - .85 * line.size, x + line.left + text_width(line.text, line.size, line.weight > 400), figure.centre.y + line.baseline + .2 * line.size});
    for (const Label::Tag& tag : label.tags)
        result.push_back({x + tag.left, figure.centre.y + label.tags_top, x + tag.left + tag.width, figure.centre.y + label.tags_top + tag_height});
    return result;
}

/// Pairs of parts of different people that overlap.
inline int overlapping(const std::vector<Figure>& figures, const Density& density) {
    int count = 0;
    std::vector<std::vector<Box>> all;
    for (const Figure& figure : figures) all.push_back(parts(figure, density));
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            for (const Box& one : all[i])
                for (const Box& other : all[j]) count += meet(one, other);
    return count;
}

}  // namespace made
