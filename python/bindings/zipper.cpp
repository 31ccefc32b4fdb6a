#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cmath>
#include <cstdint>
#include <deque>
#include <utility>

#include <buygraph/deal/number_text.hpp>
#include <buygraph/insight/decision_influence.hpp>
#include <buygraph/model/compile.hpp>
#include <buygraph/plan/pairing.hpp>
#include <buygraph/text/zipper.hpp>

#include "planning.hpp"

namespace buygraph::python {

namespace {

using IdPair = std::pair<std::string, std::string>;

py::dict zipper_columns(const std::vector<Deal>& deals, const std::optional<std::vector<std::string>>& team_ids, const std::vector<std::tuple<IdPair, std::size_t, bool>>& asked, const std::string& language_word) {
    const Language language = language_of(language_word);
    std::vector<PairWish> wishes;
    for (const auto& [ids, deal, together] : asked) wishes.push_back({ids.first, ids.second, together, deal});

    std::deque<DecisionModel> models;
    std::vector<TeamMember> team;
    const Zipper found = computing([&](const auto& interrupted) {
        std::vector<ZipperDeal> all;
        for (const Deal& deal : deals) {
            models.push_back(compile(deal));
            all.push_back({deal, models.back(), decision_influence(models.back(), 1024, 0, interrupted)});
        }
        team = team_of(all, team_ids);
        return zipper(all, team, wishes);
    });
    const auto member_name = [&](std::size_t t) { return team[t].name.empty() ? team[t].id : team[t].name; };
    const auto person_name = [&](std::size_t d, std::size_t p) { return text::Names(deals[d], language).person(models[d].people[p]); };
    Columns pairs{"deal", "member", "person", "fit", "value", "key", "knows", "asked", "sentence"}, without{"deal", "person", "key", "reason", "sentence"}, unmet{"deal", "member", "person", "reason", "sentence"}, members{"member", "pairs", "left"};
    std::vector<std::size_t> count(team.size(), 0);
    for (const ZipperPair& pair : found.pairs) {
        ++count[pair.member];
        pairs.add("deal", pair.deal);
        pairs.add("member", team[pair.member].id);
        pairs.add("person", models[pair.deal].people[pair.person]);
        pairs.add("fit", pair.fit);
        pairs.add("value", pair.value);
        pairs.add("key", pair.key);
        pairs.add("knows", pair.knows);
        pairs.add("asked", pair.asked);
        pairs.add("sentence", text::sentence(language, member_name(pair.member), person_name(pair.deal, pair.person), pair));
    }
    for (const WithoutCounterpart& one : found.without) {
        without.add("deal", one.deal);
        without.add("person", models[one.deal].people[one.person]);
        without.add("key", one.key);
        without.add("reason", std::string(word_of(one.reason)));
        without.add("sentence", text::sentence(language, person_name(one.deal, one.person), one));
    }
    for (const UnmetWish& one : found.unmet) {
        unmet.add("deal", one.wish.deal);
        unmet.add("member", one.wish.member);
        unmet.add("person", one.wish.person);
        unmet.add("reason", std::string(word_of(one.reason)));
        unmet.add("sentence", text::without_words(one.reason).in(language));
    }
    for (std::size_t t = 0; t < team.size(); ++t) {
        members.add("member", team[t].id);
        members.add("pairs", count[t]);
        members.add("left", or_none(found.left[t]));
    }
    py::dict result;
    result["pairs"] = pairs.take();
    result["without"] = without.take();
    result["unmet"] = unmet.take();
    result["members"] = members.take();
    result["value"] = found.value;
    return result;
}

using IndexPairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Whole numbers ≥ 0, one for each row or column.
std::vector<std::size_t> counts(const Numbers& given, const char* name) {
    std::vector<std::size_t> result;
    for (const double count : to_vector(given, name)) {
        if (!(count >= 0 && count <= 1e9 && std::floor(count) == count)) throw InputError(name, number_text(count), "whole numbers from 0");
        result.push_back(static_cast<std::size_t>(count));
    }
    return result;
}

PairingTask pairing_task(const Numbers& value, const Numbers& capacity, const Numbers& counterparts, const Numbers& key, const IndexPairs& fixed, const IndexPairs& forbidden) {
    PairingTask task{to_matrix(value, "value"), counts(capacity, "capacity"), counts(counterparts, "counterparts"), {}, fixed, forbidden};
    for (const std::size_t flag : counts(key, "key")) task.key.push_back(flag != 0);
    return task;
}

py::array_t<std::int64_t> pairs_of(const PairingTask& task) {
    const Pairing found = computing([&](const auto&) { return pair_people(task); });
    py::array_t<std::int64_t> pairs({static_cast<py::ssize_t>(found.pairs.size()), py::ssize_t{2}});
    std::int64_t* out = pairs.mutable_data();
    for (const auto& [member, person] : found.pairs) *out++ = static_cast<std::int64_t>(member), *out++ = static_cast<std::int64_t>(person);
    return pairs;
}

}  // namespace

void bind_zipper(py::module_& module) {
    module.def("zipper_columns", &zipper_columns, py::arg("deals"), py::arg("team"), py::arg("wishes"), py::arg("language"), "What stands behind Deal.zipper and buygraph.zipper.");
    py::class_<PairingTask>(module, "PairingTask", "What is known of members and people before they are paired; see buygraph.zipper.")
        .def(py::init(&pairing_task), py::arg("value"), py::arg("capacity"), py::arg("counterparts"), py::arg("key"), py::arg("fixed"), py::arg("forbidden"))
        .def("pairs", &pairs_of, "Pairs (member, person), k x 2: first as many key people as can have somebody, then the greatest sum of values, exactly.");
}

}  // namespace buygraph::python
