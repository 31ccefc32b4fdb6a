#pragma once

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <buygraph/picture/scene.hpp>
#include <buygraph/picture/text_width.hpp>

#include "catch.hpp"
#include "deals.hpp"

/// What scenes hold, and accounts to draw.
namespace made {

using namespace buygraph;
using namespace buygraph::picture;

inline const Group& group(const Scene& scene, const std::string& id) {
    const auto found = std::find_if(scene.groups.begin(), scene.groups.end(), [&](const Group& one) { return one.id == id; });
    REQUIRE(found != scene.groups.end());
    return *found;
}

/// The numbers of path data, however they are separated: "M-7-4.5 0" is −7, −4.5, 0.
inline std::vector<double> path_numbers(const std::string& path) {
    std::vector<double> result;
    for (const char* at = path.c_str(); *at;) {
        char* end = nullptr;
        const double value = std::isalpha(static_cast<unsigned char>(*at)) ? 0 : std::strtod(at, &end);
        if (end && end != at) result.push_back(value), at = end;
        else ++at;
    }
    return result;
}

inline bool has_group(const Scene& scene, const std::string& id) {
    return std::any_of(scene.groups.begin(), scene.groups.end(), [&](const Group& one) { return one.id == id; });
}

inline bool says(const Scene& scene, const std::string& words) {
    for (const Group& one : scene.groups)
        for (const Mark& mark : one.marks)
            if (mark.text.find(words) != std::string::npos) return true;
    return false;
}

struct TextBox {
    double left, top, right, bottom;
};
inline TextBox text_box(const Mark& mark) {
    const double wide = text_width(mark.text, mark.size, mark.weight > 400), left = mark.at.x - (mark.anchor == "end" ? wide : mark.anchor == "middle" ? wide / 2 : 0);
    return {left, mark.at.y - .85 * mark.size, left + wide, mark.at.y + .2 * mark.size};
}

/// Every text inside the scene.
inline void check_inside(const Scene& scene) {
    for (const Group& one : scene.groups)
        for (const Mark& mark : one.marks) {
            if (mark.text.empty()) continue;
            const TextBox box = text_box(mark);
            CAPTURE(mark.text, box.left, box.right, scene.width, mark.at.y);
            CHECK((box.left >= 0 && box.right <= scene.width && box.top >= 0 && box.bottom <= scene.height));
        }
}

/// No text on another. The numbers of ties lie where they find room, over other things last: they are left out.
inline void check_texts_apart(const Scene& scene) {
    std::vector<const Mark*> texts;
    for (const Group& one : scene.groups)
        for (const Mark& mark : one.marks)
            if (!mark.text.empty() && !one.id.starts_with("tie-number")) texts.push_back(&mark);
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const TextBox a = text_box(*texts[i]), b = text_box(*texts[j]);
            if (!(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)) continue;
            CAPTURE(texts[i]->text, texts[j]->text);
            CHECK(false);
        }
}

inline void check_ids_differ(const Scene& scene) {
    std::set<std::string> seen;
    for (const Group& one : scene.groups)
        if (!one.id.empty()) CHECK(seen.insert(one.id).second);
}

/// A random account: reporting lines for most, ties, evidence about some, a team that knows some.
inline Json account(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const auto chance = [&](double share) { return std::uniform_real_distribution<>(0, 1)(random) < share; };
    const auto one_of = [&](const std::vector<const char*>& words) { return words[random() % words.size()]; };
    Json json = deals::document();
    json["people"] = json["ties"] = json["evidence"] = json["team"] = Json::array();
    const auto id = [](std::size_t i) { return "p" + std::to_string(i); };
    for (std::size_t i = 0; i < count; ++i) {
        Json person{{"id", id(i)}, {"name", one_of({"Mo Li", "Maximilian Hammersmith-Wimmer", "陈伟", "WILLIAM WOMMWELL", "阿卜杜热合曼·买买提"})}, {"roles", {i == 0 ? "decision_maker" : one_of({"user", "technical", "finance", "purchaser", "coach"})}}};
        if (chance(.7)) person["title"] = one_of({"CEO", "Manager of information security and compliance", "信息安全与合规审批负责人"});
        if (i > 0 && chance(.8)) person["reports_to"] = id(random() % i);
        if (i > 0 && chance(.05)) person["departed"] = true;
        if (i > 0 && chance(.1)) person["veto"] = true;
        if (chance(.1)) person["counterparts"] = 2;
        json["people"].push_back(person);
    }
    const auto gone = [&](std::size_t i) { return json["people"][i].contains("departed"); };
    std::set<std::pair<std::size_t, std::size_t>> seen;
    for (std::size_t i = 1; i < count; ++i) {
        const std::size_t other = random() % i;
        if (chance(.5) && !gone(i) && !gone(other) && seen.insert({i, other}).second) json["ties"].push_back({{"from", id(i)}, {"to", id(other)}, {"kind", one_of({"advises", "works_with", "opposes"})}});
        if (chance(.4) && !gone(i)) json["evidence"].push_back({{"about", id(i)}, {"offer", "us"}, {"stance", one_of({"supporter", "opponent", "neutral", "sponsor"})}});
    }
    for (std::size_t t = 0; t < seed % 6; ++t) {
        Json member{{"id", "t" + std::to_string(t)}, {"name", one_of({"Qin Yue", "罗毅", "Wolfgang Mommsen-Weber the Younger"})}, {"functions", {one_of({"sales", "technical", "executive"})}}};
        if (chance(.7)) member["capacity"] = random() % 12;
        if (!gone(0) && chance(.5)) member["knows"] = {id(0)};
        json["team"].push_back(member);
    }
    return json;
}

}  // namespace made
