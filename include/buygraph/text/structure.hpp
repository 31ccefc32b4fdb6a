#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "../insight/structure.hpp"
#include "../separate.hpp"
#include "format.hpp"
#include "names.hpp"

namespace buygraph::text {

/// How we get to one who decides: the strongest introduction, the gatekeepers, and how many losses cut us off.
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const Structure& structure, const WayIn& way);

/// The whole in sentences: contacts, each way in, who holds parts together alone, and the shape of the buying centre.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::string> sentences(const Names& names, const DecisionModel& model, const Structure& structure);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT_INSIGHT)

namespace buygraph::text {

namespace detail {

[[nodiscard]] inline std::string people_list(const Names& names, const DecisionModel& model, const std::vector<std::size_t>& people, std::string_view between) {
    std::string text;
    for (const std::size_t person : people) text += (text.empty() ? "" : std::string(between)) + names.person(model.people[person]);
    return text;
}

[[nodiscard]] inline std::string people_list(const Names& names, const DecisionModel& model, const std::vector<std::size_t>& people) {
    return people_list(names, model, people, names.language() == Language::chinese ? "、" : ", ");
}

}  // namespace detail

BUYGRAPH_HEAVY std::string sentence(const Names& names, const DecisionModel& model, const Structure& structure, const WayIn& way) {
    const bool zh = names.language() == Language::chinese;
    const std::string decider = names.person(model.people[way.decider]), share = percent(way.share), contacts = std::to_string(structure.contacts.size());
    if (way.contact) return zh ? joined({decider, "（拍板份量 " + share + "）本人就是我们认识的人。"}) : "We know " + decider + " (" + share + " of the decision) ourselves.";
    if (!way.introduction)
        return zh ? joined({"从我们认识的 " + contacts + " 个人出发，没有正面影响能传到", decider, "（拍板份量 " + share + "）。"})
                  : "No way of positive influence leads from our contacts (" + contacts + ") to " + decider + " (" + share + " of the decision).";
    const std::string path = detail::people_list(names, model, way.introduction->people, " → "), carried = decimal(way.introduction->strength, 2);
    std::string text = zh ? joined({"引荐", decider, "（拍板份量 " + share + "）最强的路线：", path, "，传到 " + carried + "。"})
                          : "Strongest introduction to " + decider + " (" + share + " of the decision): " + path + ", carries " + carried + ".";
    if (way.gatekeepers && !way.gatekeepers->empty())
        text += zh ? joined({"每条路都要过 " + std::to_string(way.gatekeepers->size()) + " 个人：", detail::people_list(names, model, *way.gatekeepers), "。"})
                   : " Every way leads through " + detail::people_list(names, model, *way.gatekeepers) + " (" + std::to_string(way.gatekeepers->size()) + ").";
    if (!way.smallest_cut) text += zh ? "我们的联系人能直接影响此人，别人断不了这条线（0 人）。" : " A contact of ours sways this person directly: nobody else can cut us off (0 people).";
    else
        text += zh ? joined({"没有", detail::people_list(names, model, *way.smallest_cut), "（" + std::to_string(way.smallest_cut->size()) + " 人），我们就够不到此人。"})
                   : " Without " + detail::people_list(names, model, *way.smallest_cut) + " (" + std::to_string(way.smallest_cut->size()) + ") we could not reach this person.";
    return text;
}

BUYGRAPH_HEAVY std::vector<std::string> sentences(const Names& names, const DecisionModel& model, const Structure& structure) {
    const bool zh = names.language() == Language::chinese;
    const auto list = [&](const std::vector<std::size_t>& people) { return detail::people_list(names, model, people); };
    std::vector<std::string> found;
    if (structure.contacts.empty()) found.push_back(zh ? "我们的人一个也不认识他们的人（联系人 0 个）：先找到第一个能说上话的人。" : "Nobody of ours knows anybody of theirs (0 contacts): the first contact comes before everything else.");
    for (const WayIn& way : structure.ways) found.push_back(sentence(names, model, structure, way));
    const graph::Articulation& parts = structure.articulation;
    if (!parts.people.empty())
        found.push_back(zh ? joined({"少了谁就有人断了联系（" + std::to_string(parts.people.size()) + " 人）：", list(parts.people), "。"})
                           : "Without one of these others lose touch (" + std::to_string(parts.people.size()) + "): " + list(parts.people) + ".");
    if (!parts.bridges.empty()) {
        std::string pairs;
        for (const auto& [one, other] : parts.bridges) pairs += (pairs.empty() ? "" : zh ? "、" : ", ") + names.person(model.people[one]) + std::string(en_dash) + names.person(model.people[other]);
        found.push_back(zh ? joined({"只靠一条线维系的关系 " + std::to_string(parts.bridges.size()) + " 处：", pairs, "。"})
                           : "Ties that hold a part alone (" + std::to_string(parts.bridges.size()) + "): " + pairs + ".");
    }
    const CentreDimensions& centre = structure.centre;
    const std::string people = std::to_string(centre.extensivity), departments = std::to_string(centre.lateral_involvement), levels = std::to_string(centre.vertical_involvement), tied = percent(centre.connectedness);
    std::string shape = zh ? "采购中心 " + people + " 人" : "The buying centre: people " + people;
    if (centre.lateral_involvement > 0) shape += zh ? "，跨 " + departments + " 个部门" : ", departments " + departments;
    if (centre.vertical_involvement > 0) shape += zh ? "，" + levels + " 个层级" : ", levels " + levels;
    shape += zh ? "，两人之间有来往的占 " + tied : "; " + tied + " of all pairs have a tie";
    if (centre.purchaser_centrality) shape += (zh ? "，采购在其中占 " : ", the purchaser has a part in ") + percent(*centre.purchaser_centrality) + (zh ? "" : " of their strength");
    found.push_back(shape + (zh ? "。" : "."));
    return found;
}

}  // namespace buygraph::text

#endif
