#pragma once

#include <algorithm>
#include <vector>

#include <buygraph/insight/decision_influence.hpp>
#include <buygraph/picture/figures.hpp>
#include <buygraph/picture/map_sheet.hpp>

#include "deals.hpp"

namespace made {

using namespace buygraph;
using namespace buygraph::picture;

/// A deal with all that a map is drawn of.
struct Subject {
    Deal deal;
    DecisionModel model;
    std::vector<double> influence;
    MapOptions options;
    MapSubject subject;

    explicit Subject(const Json& json, Language language = Language::english, const MapOptions& chosen = {})
        : deal(deals::read(json)), model(deals::model(deal)), influence(decision_influence(model, 64)), options(chosen), subject{deal, model, influence, options, language, figures(deal, model, influence, text::Names(deal, language), options.scale), options.scale} {
        for (const Figure& figure : subject.figures)
            if (figure.standing) subject.scale = figure.standing->scale;
    }
    Subject(const Subject&) = delete;
};

}  // namespace made
