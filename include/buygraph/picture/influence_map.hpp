#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "map_sheet.hpp"
#include "scene.hpp"

namespace buygraph::picture {

namespace detail {

/// A straight line from a report to his boss, between their dials and not over the label under the upper one; nothing where they touch.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Point> straight_line(const Figure& report, const Figure& boss, const Density& density);

}  // namespace detail

/// The account map in the influence layout: columns by steps to the decision, who decides at the right.
[[nodiscard]] BUYGRAPH_HEAVY Scene influence_map(const MapSubject& subject);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "../deal/tie_kinds.hpp"
#include "../insight/steps_to_decision.hpp"
#include "../model/formal_right.hpp"
#include "influence_columns.hpp"
#include "marks.hpp"
#include "text_width.hpp"

namespace buygraph::picture {

namespace detail {

BUYGRAPH_HEAVY std::vector<Point> straight_line(const Figure& report, const Figure& boss, const Density& density) {
    const bool down = report.centre.y <= boss.centre.y;
    const Figure &upper = down ? report : boss, &lower = down ? boss : report;
    const double x = lower.centre.x - upper.centre.x, y = lower.centre.y - upper.centre.y, far = std::hypot(x, y);
    const double end = far - anatomy(lower, density).outer - 1;
    double start = anatomy(upper, density).outer + 1;
    const Label label = label_of(upper, density);
    const double under = label.bottom + 2, aside = y > 0 ? x / y * under : 0;  // where the line leaves the label's height
    if (density.under && y > under && aside > label.left && aside < label.left + label.width) start = std::max(start, under / y * far);
    if (end <= start) return {};
    const auto at = [&](double way) { return Point{upper.centre.x + x / far * way, upper.centre.y + y / far * way}; };
    return {at(start), at(end)};
}

/// Explicit ties and reporting lines among those who are here.
[[nodiscard]] inline std::vector<ColumnLink> column_links(const MapSubject& subject) {
    const auto& figures = subject.figures;
    const auto place = [&](const std::string& id) { return static_cast<std::size_t>(std::find_if(figures.begin(), figures.end(), [&](const Figure& figure) { return figure.id == id && !figure.left(); }) - figures.begin()); };
    std::vector<ColumnLink> links;
    for (const Tie& tie : subject.deal.ties) {
        const std::size_t from = place(tie.from), to = place(tie.to);
        if (from < figures.size() && to < figures.size()) links.push_back({from, to, std::abs(signed_strength(tie))});
    }
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i].boss) links.push_back({i, *figures[i].boss, report_on_boss});
    return links;
}

}  // namespace detail

BUYGRAPH_HEAVY Scene influence_map(const MapSubject& subject) {
    constexpr double captions = 30;
    const std::vector<std::optional<std::size_t>> of_model = steps_to_decision(subject.model);
    std::vector<std::optional<std::size_t>> steps;
    for (const Figure& figure : subject.figures) steps.push_back(figure.left() ? std::nullopt : of_model[subject.model.person(figure.id)]);
    InfluenceColumns columns = arrange_columns(subject.figures, steps, detail::column_links(subject), MapSheet::room(subject.options));
    Arrangement& map = columns.map;
    MapSheet sheet(subject, map.width);
    const double floor = sheet.top() + captions + map.height + 18, shift = (sheet.left() + sheet.right() - map.width) / 2;
    map.move(shift, sheet.top() + captions);
    for (std::size_t i = 0; i < map.figures.size(); ++i)
        if (map.figures[i].boss) map.lines[i] = detail::straight_line(map.figures[i], map.figures[*map.figures[i].boss], map.density);

    const bool one_decides = one_person_decides(subject.model);
    const bool all_left = std::all_of(map.figures.begin(), map.figures.end(), [&](const Figure& figure) { return figure.left() || steps[static_cast<std::size_t>(&figure - map.figures.data())]; });
    Group heads;
    for (const InfluenceColumns::Column& column : columns.columns) {
        const std::string count = column.steps ? std::to_string(*column.steps) : "";
        const std::string words = !column.steps       ? all_left ? sheet.say("has left", "已离开") : sheet.say("no influence", "影响不到")
                                  : *column.steps > 0 ? sheet.say((count + (count == "1" ? " step away" : " steps away")).c_str(), ("隔 " + count + " 步").c_str())
                                  : one_decides       ? sheet.say("decides", "拍板")
                                                      : sheet.say("votes", "投票");
        add_text(heads, fitted(words, column.right - column.left + 40, 11), {shift + (column.left + column.right) / 2, sheet.top() + 11}, 11, "ink2").anchor = "middle";
    }
    sheet.add(std::move(heads));
    subject.cut_lines(map);
    const TieCurves ties = sheet.add_people(map, floor);
    return std::move(sheet).close(floor, sheet.legend(map, ties));
}

}  // namespace buygraph::picture

#endif
