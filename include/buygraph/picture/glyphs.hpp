#pragma once

#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>

#include "scene.hpp"

namespace buygraph::picture {

/// \name Path data of small figures
///@{
[[nodiscard]] inline std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

[[nodiscard]] inline std::string point(double x, double y) { return number(x) + " " + number(y); }

[[nodiscard]] inline std::string circle(Point centre, double radius) {
    const std::string r = number(radius) + " " + number(radius);
    return "M" + point(centre.x - radius, centre.y) + "A" + r + " 0 1 1 " + point(centre.x + radius, centre.y) + "A" + r + " 0 1 1 " + point(centre.x - radius, centre.y) + "Z";
}

/// A point on a circle, degrees clockwise from the top.
[[nodiscard]] inline Point on_circle(Point centre, double radius, double degrees) {
    const double angle = degrees * 3.14159265358979323846 / 180;
    return {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
}

[[nodiscard]] inline std::string arc(Point centre, double radius, double from, double to) {
    const Point start = on_circle(centre, radius, from), end = on_circle(centre, radius, to);
    return "M" + point(start.x, start.y) + "A" + number(radius) + " " + number(radius) + " 0 " + (to - from > 180 ? "1" : "0") + " 1 " + point(end.x, end.y);
}

[[nodiscard]] inline std::string line(Point from, Point to) { return "M" + point(from.x, from.y) + "L" + point(to.x, to.y); }

[[nodiscard]] inline std::string rounded(double x, double y, double width, double height, double radius) {
    const std::string r = number(radius) + " " + number(radius) + " 0 0 1 ";
    return "M" + point(x + radius, y) + "H" + number(x + width - radius) + "A" + r + point(x + width, y + radius) + "V" + number(y + height - radius) + "A" + r +
           point(x + width - radius, y + height) + "H" + number(x + radius) + "A" + r + point(x, y + height - radius) + "V" + number(y + radius) + "A" + r + point(x + radius, y) + "Z";
}
///@}

/// The glyph of a role on a grid of 20 with 0 0 in its centre, as marks at a place and scale; the first letter for a role of one's own.
[[nodiscard]] inline std::vector<Mark> role_glyph(std::string_view role, std::string_view letter, Point at, double scale, const std::string& ink) {
    const auto x = [&](double value) { return number(at.x + scale * value); };
    const auto y = [&](double value) { return number(at.y + scale * value); };
    const auto p = [&](double px, double py) { return x(px) + " " + y(py); };
    std::vector<Mark> marks;
    const auto stroke = [&](const std::string& path) {
        Mark mark;
        mark.path = path;
        mark.stroke = ink;
        mark.width = 1.4 * scale;
        marks.push_back(mark);
    };
    const auto fill = [&](const std::string& path) {
        Mark mark;
        mark.path = path;
        mark.fill = ink;
        marks.push_back(mark);
    };
    const auto ellipse = [&](double ex, double ey, double rx, double ry) {
        const std::string r = number(scale * rx) + " " + number(scale * ry);
        return "M" + p(ex - rx, ey) + "A" + r + " 0 1 1 " + p(ex + rx, ey) + "A" + r + " 0 1 1 " + p(ex - rx, ey) + "Z";
    };
    if (role == "decision_maker") {
        fill("M" + p(-7, -4) + "L" + p(-3.5, 0) + "L" + p(0, -6.5) + "L" + p(3.5, 0) + "L" + p(7, -4) + "L" + p(5.5, 5.5) + "H" + x(-5.5) + "Z");
    } else if (role == "purchaser") {
        stroke("M" + p(-6.5, -6.5) + "H" + x(0) + "L" + p(7, .5) + "L" + p(.5, 7) + "L" + p(-6.5, 0) + "Z");
        fill(ellipse(-3, -3, 1.3, 1.3));
    } else if (role == "user") {
        stroke(ellipse(0, -3.5, 3.2, 3.2));
        stroke("M" + p(-6.5, 7) + "C" + p(-6.5, 1.5) + " " + p(6.5, 1.5) + " " + p(6.5, 7));
    } else if (role == "technical") {
        stroke("M" + p(0, -7) + "L" + p(6, -3.5) + "V" + y(3.5) + "L" + p(0, 7) + "L" + p(-6, 3.5) + "V" + y(-3.5) + "Z");
        stroke(ellipse(0, 0, 2.4, 2.4));
    } else if (role == "finance") {
        stroke(ellipse(0, -4, 6, 2.4));
        for (const double down : {0., 4.}) stroke("M" + p(-6, down - 4) + "V" + y(down) + "A" + number(scale * 6) + " " + number(scale * 2.4) + " 0 0 0 " + p(6, down) + "V" + y(down - 4));
    } else if (role == "coach") {
        stroke("M" + p(-7, -3.5) + "H" + x(-3.5) + "L" + p(-2, -5.5) + "H" + x(2) + "L" + p(3.5, -3.5) + "H" + x(7) + "V" + y(5.5) + "H" + x(-7) + "Z");
        stroke(ellipse(0, .8, 2.6, 2.6));
    } else {
        Mark mark;
        mark.text = std::string(letter);
        mark.at = {at.x, at.y + 5 * scale};
        mark.anchor = "middle";
        mark.size = 14 * scale;
        mark.weight = 650;
        mark.fill = ink;
        marks.push_back(mark);
    }
    return marks;
}

}  // namespace buygraph::picture
