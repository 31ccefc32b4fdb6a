#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "../deal/language.hpp"
#include "../insight/stance_scale.hpp"
#include "../separate.hpp"
#include "figure.hpp"
#include "scene.hpp"

namespace buygraph::picture {

/// The boss of a group by its id; empty for people without one.
[[nodiscard]] inline std::string group_boss(const std::string& id) { return id.substr(6); }

/// A group as a mark: how many, over a bar that is divided by where they stand, who is against us at the left.
[[nodiscard]] BUYGRAPH_HEAVY Group leaf_group_marks(const Figure& figure);

/// Among more than 60 people, those who lead nobody and are not among the 20 most influential are drawn together, three or more of one boss as one.
///
/// \param open  ids of bosses whose reports are drawn one by one all the same, "" for those without a boss; their group stands beside them, to put them together again
/// \return the figures with groups behind them: id "group:" and the boss's, `together` and `stances` filled
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Figure> gather_leaves(std::vector<Figure> figures, const std::vector<std::string>& open, StanceScale scale, Language language);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "../text/stances.hpp"
#include "arrangement.hpp"
#include "marks.hpp"
#include "person_marks.hpp"
#include "tree_plan.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY Group leaf_group_marks(const Figure& figure) {
    constexpr double wide = 44, high = 6;
    const Point at = figure.centre;
    Group group;
    group.id = figure.id;
    group.title = figure.spoken;
    add_path(group, rounded(at.x - TreeBox::group_width / 2, at.y - TreeBox::group_height / 2, TreeBox::group_width, TreeBox::group_height, 8), "sf", "line2", 1.25);
    add_text(group, figure.shown, {at.x, at.y}, 13, "ink", 600).anchor = "middle";
    double left = at.x - wide / 2;
    const std::size_t of = std::max<std::size_t>(1, figure.together.size());
    for (int sign = -2; sign <= 2; ++sign) {
        const double part = wide * static_cast<double>(figure.stances[static_cast<std::size_t>(sign + 2)]) / static_cast<double>(of);
        const detail::Colours colour = detail::colours(sign);
        if (part > 0) add_path(group, polygon({{left, at.y + 6}, {left + part, at.y + 6}, {left + part, at.y + 6 + high}, {left, at.y + 6 + high}}), colour.fill, colour.outline, 1);
        left += part;
    }
    return group;
}

namespace detail {

inline constexpr std::size_t fewest_together = 3;

/// Who is drawn as one of several: the reports of each boss who lead nobody and are not among the most influential. The last are those without a boss.
[[nodiscard]] inline std::vector<std::vector<std::size_t>> leaves_by_boss(std::vector<Figure>& figures) {
    keep_names(figures);
    std::vector<bool> apart;
    for (Figure& figure : figures) apart.push_back(figure.left() || std::exchange(figure.named, true));
    for (const Figure& figure : figures)
        if (figure.boss) apart[*figure.boss] = true;
    std::vector<std::vector<std::size_t>> groups(figures.size() + 1);
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (!apart[i]) groups[figures[i].boss.value_or(figures.size())].push_back(i);
    return groups;
}

/// "14 people who report to Chen Wei: somewhat for us 3, between 11"
[[nodiscard]] inline std::string spoken_together(const Figure& group, const std::string& boss, StanceScale scale, Language language) {
    const bool zh = language == Language::chinese;
    const std::string count = std::to_string(group.together.size());
    std::string text = boss.empty() ? count + (zh ? " 人没有汇报线" : " people without a boss") : zh ? boss + "的 " + count + " 名下属" : count + " people who report to " + boss;
    Standing stands{};
    stands.scale = scale;
    for (stands.sign = 2; stands.sign >= -2; --stands.sign) {
        const std::size_t many = group.stances[static_cast<std::size_t>(stands.sign + 2)];
        if (many > 0) text += (text.find(zh ? "：" : ": ") == std::string::npos ? (zh ? "：" : ": ") : (zh ? "，" : ", ")) + text::stance_words(stands).in(language) + " " + std::to_string(many);
    }
    return text;
}

}  // namespace detail

BUYGRAPH_HEAVY std::vector<Figure> gather_leaves(std::vector<Figure> figures, const std::vector<std::string>& open, StanceScale scale, Language language) {
    if (figures.size() <= detail::most_named) return figures;
    const std::size_t count = figures.size();
    const std::vector<std::vector<std::size_t>> leaves = detail::leaves_by_boss(figures);
    std::vector<bool> hidden(count, false);
    std::vector<Figure> groups;
    for (std::size_t boss = 0; boss <= count; ++boss) {
        if (leaves[boss].size() < detail::fewest_together) continue;
        const std::string id = boss < count ? figures[boss].id : "";
        Figure group;
        group.id = "group:" + id;
        group.opened = std::find(open.begin(), open.end(), id) != open.end();
        for (const std::size_t leaf : leaves[boss]) {
            group.together.push_back(figures[leaf].id);
            ++group.stances[static_cast<std::size_t>(figures[leaf].standing->sign + 2)];
            hidden[leaf] = !group.opened;
        }
        if (boss < count) group.boss = boss;
        group.name = group.shown = (group.opened ? "▴ " : "+") + std::to_string(leaves[boss].size());
        group.spoken = detail::spoken_together(group, boss < count ? figures[boss].name : "", scale, language);
        groups.push_back(std::move(group));
    }
    std::vector<std::size_t> place(count);
    std::vector<Figure> result;
    for (std::size_t i = 0; i < count; ++i) {
        place[i] = result.size();
        if (!hidden[i]) result.push_back(std::move(figures[i]));
    }
    for (Figure& group : groups) result.push_back(std::move(group));
    for (Figure& figure : result)
        if (figure.boss) figure.boss = place[*figure.boss];
    return result;
}

}  // namespace buygraph::picture

#endif
