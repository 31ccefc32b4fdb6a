#pragma once

#include <string>

#include "../picture/account_map.hpp"
#include "moved.hpp"
#include "results.hpp"

namespace buygraph::boundary {

namespace detail {

/// A mark without what it has by default.
[[nodiscard]] inline Json mark_json(const picture::Mark& mark) {
    static const picture::Mark plain;
    Json json = Json::object();
    const auto put = [&](const char* name, const auto& value, const auto& by_default) {
        if (value != by_default) json[name] = value;
    };
    put("path", mark.path, plain.path);
    if (mark.path.empty()) {
        json["text"] = mark.text;
        json["at"] = Json::array({mark.at.x, mark.at.y});
        json["size"] = mark.size;
    }
    put("anchor", mark.anchor, plain.anchor);
    put("weight", mark.weight, plain.weight);
    put("struck", mark.struck, plain.struck);
    put("halo", mark.halo, plain.halo);
    put("fill", mark.fill, plain.fill);
    put("stroke", mark.stroke, plain.stroke);
    if (!mark.stroke.empty()) json["width"] = mark.width;
    put("dash", mark.dash, plain.dash);
    put("hatched", mark.hatched, plain.hatched);
    put("opacity", mark.opacity, plain.opacity);
    put("language", mark.language, plain.language);
    return json;
}

[[nodiscard]] inline Json scene_json(const picture::Scene& scene) {
    Json json;
    json["width"] = scene.width;
    json["height"] = scene.height;
    json["title"] = scene.title;
    json["language"] = scene.language;
    json["groups"] = Json::array();
    for (const picture::Group& group : scene.groups) {
        Json& one = json["groups"].emplace_back();
        one["id"] = group.id;
        one["title"] = group.title;
        one["marks"] = Json::array();
        for (const picture::Mark& mark : group.marks) one["marks"].push_back(mark_json(mark));
    }
    return json;
}

}  // namespace detail

/// The account map, with edits and moves if any: as a scene of paths and texts with colours by token name, and with `svg` as an SVG document.
[[nodiscard]] inline Json answer_map(Session& session, const Arguments& arguments) {
    const Moved version = moved_version(session, arguments);
    const picture::Scene scene = picture::account_map(version.deal(), version.model(), arguments.language());
    Json reply;
    reply["scene"] = detail::scene_json(scene);
    if (arguments.flag("svg")) reply["svg"] = picture::to_svg(scene);
    return reply;
}

}  // namespace buygraph::boundary
