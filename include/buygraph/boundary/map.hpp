#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// The account map in a `layout`, dials and colours by a `scale`, the reports of the bosses in `open` one by one, with edits, moves and changes if any: as a scene of paths and texts with colours by token name, and with `svg` as an SVG document.
/// With `changes` people keep the places that they have in the deal as it was loaded.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_map(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY)

#include <string>

#include "../insight/decision_influence.hpp"
#include "../picture/account_map.hpp"
#include "../picture/scene.hpp"
#include "../picture/svg.hpp"
#include "changes.hpp"
#include "results.hpp"

namespace buygraph::boundary {

namespace detail {

/// A mark without what it has by default.
[[nodiscard]] inline Json mark_json(const picture::Mark& mark) {
    static const picture::Mark plain;
    Json json = Json::object();
    const auto put_other = [&](const char* name, const auto& value, const auto& by_default) {
        if (value != by_default) json[name] = value;
    };
    put_other("path", mark.path, plain.path);
    if (mark.path.empty()) {
        put(json, "text", mark.text);
        put(json, "at", Json::array({mark.at.x, mark.at.y}));
        put(json, "size", mark.size);
    }
    put_other("anchor", mark.anchor, plain.anchor);
    put_other("weight", mark.weight, plain.weight);
    put_other("struck", mark.struck, plain.struck);
    put_other("halo", mark.halo, plain.halo);
    put_other("fill", mark.fill, plain.fill);
    put_other("stroke", mark.stroke, plain.stroke);
    if (!mark.stroke.empty()) json["width"] = mark.width;
    put_other("dash", mark.dash, plain.dash);
    put_other("hatched", mark.hatched, plain.hatched);
    put_other("opacity", mark.opacity, plain.opacity);
    put_other("language", mark.language, plain.language);
    return json;
}

[[nodiscard]] inline Json scene_json(const picture::Scene& scene) {
    Json json;
    put(json, "width", scene.width);
    put(json, "height", scene.height);
    put(json, "title", scene.title);
    put(json, "language", scene.language);
    put(json, "groups", Json::array());
    for (const picture::Group& group : scene.groups) {
        Json& one = json["groups"].emplace_back();
        put(one, "id", group.id);
        put(one, "title", group.title);
        put(one, "marks", Json::array());
        for (const picture::Mark& mark : group.marks) one["marks"].push_back(mark_json(mark));
    }
    return json;
}

}  // namespace detail

BUYGRAPH_HEAVY Json answer_map(Session& session, const Arguments& arguments) {
    HeldDeal& held = session.deal(arguments);
    Changes changes(held, arguments);
    const std::vector<std::string> gone = changes.gone();
    const Moved version = changes.after();
    picture::MapOptions options;
    options.layout = arguments.word<picture::MapLayout>("layout").value_or(options.layout);
    options.scale = arguments.word<StanceScale>("scale").value_or(options.scale);
    options.open = arguments.texts("open");
    const Language language = arguments.language();
    const Compiled& loaded = *held.original();
    const auto over_it = [&] {
        const std::vector<double> influence = decision_influence(version.model(), 256, 0, arguments.interrupt(), version.plan());
        return picture::account_map(loaded.deal, loaded.model, held.influence(), language, options, {version.deal(), version.model(), influence, gone});
    };
    const picture::Scene scene = arguments.given("changes") ? over_it() : picture::account_map(version.deal(), version.model(), language, options);
    Json reply;
    put(reply, "scene", detail::scene_json(scene));
    if (arguments.flag("svg")) reply["svg"] = picture::to_svg(scene);
    return reply;
}

}  // namespace buygraph::boundary

#endif
