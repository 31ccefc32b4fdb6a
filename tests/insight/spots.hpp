#pragma once

#include <algorithm>
#include <vector>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/insight/looking.hpp>

#include "deals.hpp"

/// Finding one spot among those that a search gives, for the tests of the searches.
namespace spots {

using namespace buygraph;

/// The spots of a kind that a search finds in a deal file.
template <class Search>
std::vector<BlindSpot> of(Search search, const Json& json, BlindSpotKind kind, std::size_t samples = 256) {
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    std::vector<BlindSpot> found = search(look(deal, model, {.samples = samples}));
    std::erase_if(found, [&](const BlindSpot& spot) { return spot.kind != kind; });
    return found;
}

inline double win(const Json& json, std::size_t samples = 256) { return forecast(deals::model(json), {.samples = samples, .variance_by_group = false}).win(); }

/// An edit of a deal file.
template <class Edit>
Json with(Json json, Edit edit) {
    edit(json);
    return json;
}

inline double number(const BlindSpot& spot, const char* name) { return *spot.numbers.find(name); }

}  // namespace spots
