#pragma once

#include <cmath>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "../separate.hpp"
#include "scene.hpp"

namespace buygraph::picture {

/// \name Path data of plain figures
///@{
/// A length with at most two decimals.
[[nodiscard]] BUYGRAPH_HEAVY std::string number(double value);

[[nodiscard]] inline std::string point(double x, double y) { return number(x) + " " + number(y); }
[[nodiscard]] inline std::string point(Point at) { return point(at.x, at.y); }
[[nodiscard]] BUYGRAPH_HEAVY std::string ellipse(Point centre, double rx, double ry);

[[nodiscard]] inline std::string circle(Point centre, double radius) { return ellipse(centre, radius, radius); }

/// A point on a circle, degrees clockwise from the top.
[[nodiscard]] BUYGRAPH_HEAVY Point on_circle(Point centre, double radius, double degrees);

/// Clockwise from one direction to another, degrees from the top.
[[nodiscard]] BUYGRAPH_HEAVY std::string arc(Point centre, double radius, double from, double to);

[[nodiscard]] inline std::string polyline(const std::vector<Point>& points) {
    std::string path;
    for (const Point& at : points) path += (path.empty() ? "M" : "L") + point(at);
    return path;
}
[[nodiscard]] inline std::string polygon(const std::vector<Point>& corners) { return polyline(corners) + "Z"; }
[[nodiscard]] inline std::string line(Point from, Point to) { return polyline({from, to}); }
[[nodiscard]] BUYGRAPH_HEAVY std::string rounded(double x, double y, double width, double height, double radius);
///@}

/// \name Adding to a group
///@{
BUYGRAPH_HEAVY Mark& add_path(Group& group, std::string path, std::string fill, std::string stroke = {}, double width = 1);
BUYGRAPH_HEAVY Mark& add_text(Group& group, std::string text, Point at, double size, std::string fill, int weight = 400);
///@}

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

namespace buygraph::picture {

BUYGRAPH_HEAVY std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", std::abs(value) < 0.005 ? 0.0 : value);
    std::string result = text;
    while (result.back() == '0') result.pop_back();
    if (result.back() == '.') result.pop_back();
    return result;
}

BUYGRAPH_HEAVY std::string ellipse(Point centre, double rx, double ry) {
    const std::string r = point(rx, ry);
    return "M" + point(centre.x - rx, centre.y) + "A" + r + " 0 1 1 " + point(centre.x + rx, centre.y) + "A" + r + " 0 1 1 " + point(centre.x - rx, centre.y) + "Z";
}

BUYGRAPH_HEAVY Point on_circle(Point centre, double radius, double degrees) {
    const double angle = degrees * 3.14159265358979323846 / 180;
    return {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
}

BUYGRAPH_HEAVY std::string arc(Point centre, double radius, double from, double to) {
    return "M" + point(on_circle(centre, radius, from)) + "A" + point(radius, radius) + " 0 " + (to - from > 180 ? "1" : "0") + " 1 " + point(on_circle(centre, radius, to));
}

BUYGRAPH_HEAVY std::string rounded(double x, double y, double width, double height, double radius) {
    const std::string r = point(radius, radius) + " 0 0 1 ";
    return "M" + point(x + radius, y) + "H" + number(x + width - radius) + "A" + r + point(x + width, y + radius) + "V" + number(y + height - radius) + "A" + r +
           point(x + width - radius, y + height) + "H" + number(x + radius) + "A" + r + point(x, y + height - radius) + "V" + number(y + radius) + "A" + r + point(x + radius, y) + "Z";
}

BUYGRAPH_HEAVY Mark& add_path(Group& group, std::string path, std::string fill, std::string stroke, double width) {
    Mark& mark = group.marks.emplace_back();
    mark.path = std::move(path);
    mark.fill = std::move(fill);
    mark.stroke = std::move(stroke);
    mark.width = width;
    return mark;
}

BUYGRAPH_HEAVY Mark& add_text(Group& group, std::string text, Point at, double size, std::string fill, int weight) {
    Mark& mark = group.marks.emplace_back();
    mark.text = std::move(text);
    mark.at = at;
    mark.size = size;
    mark.fill = std::move(fill);
    mark.weight = weight;
    return mark;
}

}  // namespace buygraph::picture

#endif
