#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "../separate.hpp"
#include "element.hpp"
#include "marks.hpp"
#include "scene.hpp"
#include "tokens.hpp"

namespace buygraph::picture {

/// How a scene becomes elements.
struct SvgOptions {
    bool variables = false;  ///< colours as var(--token), for a page that sets them; otherwise as hex on light ground
    std::string prefix;      ///< of ids, which are unique in a page
    std::function<std::string(const Group&)> link = {};  ///< where a group leads, "" is nowhere
    std::function<void(const Group&, Element&)> dress = {};  ///< adds to a group what a live page needs of it
};

namespace detail {

[[nodiscard]] inline std::string colour(std::string_view token, const SvgOptions& options) { return options.variables ? "var(--" + std::string(token) + ")" : std::string(light(token)); }

}  // namespace detail

/// A 45° hatch of a colour with the ground between, to fill with.
[[nodiscard]] BUYGRAPH_HEAVY Element hatch(std::string_view token, const SvgOptions& options);

/// A scene as an element: the same marks for a file and for a page.
[[nodiscard]] BUYGRAPH_HEAVY Element svg_element(const Scene& scene, const SvgOptions& options = {});

/// A scene as one SVG document on light ground: tokens as hex, fonts as text, no script, nothing fetched.
[[nodiscard]] BUYGRAPH_HEAVY std::string to_svg(const Scene& scene);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

namespace buygraph::picture {

namespace detail {

[[nodiscard]] inline Element mark_element(const Mark& mark, const SvgOptions& options) {
    const std::string fill = mark.fill.empty() ? "none" : mark.hatched ? "url(#" + options.prefix + "hatch-" + mark.fill + ")" : colour(mark.fill, options);
    if (mark.path.empty()) {
        Element text = tagged("text");
        text.text = mark.text;
        text.set("x", number(mark.at.x)).set("y", number(mark.at.y)).set("font-size", number(mark.size));
        if (mark.weight != 400) text.set("font-weight", std::to_string(mark.weight));
        if (mark.anchor != "start") text.set("text-anchor", mark.anchor);
        if (mark.struck) text.set("text-decoration", "line-through");
        if (!mark.language.empty()) text.set(options.variables ? "lang" : "xml:lang", mark.language);
        text.set("fill", fill);
        if (mark.halo) text.set("stroke", colour("sf", options)).set("stroke-width", "4").set("paint-order", "stroke");
        if (!options.variables) text.set("unicode-bidi", "isolate");  // a page's style sheet says it of all
        return text;
    }
    Element path = tagged("path");
    path.set("d", mark.path).set("fill", fill);
    if (mark.opacity != 1) path.set("fill-opacity", number(mark.opacity));
    if (options.dress && !mark.part.empty()) path.set("class", mark.part);
    if (!mark.stroke.empty()) {
        path.set("stroke", colour(mark.stroke, options)).set("stroke-width", number(mark.width));
        if (!mark.dash.empty()) path.set("stroke-dasharray", mark.dash);
    }
    return path;
}

}  // namespace detail

BUYGRAPH_HEAVY Element hatch(std::string_view token, const SvgOptions& options) {
    Element pattern = tagged("pattern");
    pattern.set("id", options.prefix + "hatch-" + std::string(token)).set("width", "5").set("height", "5").set("patternUnits", "userSpaceOnUse").set("patternTransform", "rotate(45)");
    pattern.add(tagged("rect")).set("width", "5").set("height", "5").set("fill", detail::colour("sf", options));
    pattern.add(tagged("rect")).set("width", "2.4").set("height", "5").set("fill", detail::colour(token, options));
    return pattern;
}

BUYGRAPH_HEAVY Element svg_element(const Scene& scene, const SvgOptions& options) {
    const std::string width = number(scene.width), height = number(scene.height);
    Element svg = tagged("svg");
    svg.set("viewBox", "0 0 " + width + " " + height).set("width", width).set("height", height).set("role", "img").set("stroke-linejoin", "round");
    svg.add(tagged("title")).text = scene.title;
    std::set<std::string> hatches;
    for (const Group& group : scene.groups)
        for (const Mark& mark : group.marks)
            if (mark.hatched) hatches.insert(mark.fill);
    if (!hatches.empty()) {
        Element& definitions = svg.add(tagged("defs"));
        for (const std::string& token : hatches) definitions.add(hatch(token, options));
    }
    if (!options.variables) svg.add(tagged("rect")).set("width", "100%").set("height", "100%").set("fill", detail::colour("sf", options));
    for (const Group& group : scene.groups) {
        const std::string link = options.link ? options.link(group) : std::string();
        Element drawn = tagged(link.empty() ? "g" : "a");
        if (!link.empty()) drawn.set("href", link).set("aria-label", group.title);
        if (options.variables && !group.id.empty()) drawn.set("data-group", group.id);
        if (!group.title.empty()) drawn.add(tagged("title")).text = group.title;
        for (const Mark& mark : group.marks) drawn.add(detail::mark_element(mark, options));
        if (options.dress) options.dress(group, drawn);
        svg.add(std::move(drawn));
    }
    return svg;
}

BUYGRAPH_HEAVY std::string to_svg(const Scene& scene) {
    Element svg = svg_element(scene);
    svg.attributes.insert(svg.attributes.begin(), {"xmlns", "http://www.w3.org/2000/svg"});
    svg.set("xml:lang", scene.language).set("font-family", "Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif");
    return markup(svg) + "\n";
}

}  // namespace buygraph::picture

#endif
