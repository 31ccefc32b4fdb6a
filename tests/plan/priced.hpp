#pragma once

#include <buygraph/plan/term_forecasts.hpp>

#include "deals.hpp"

/// The three people of other tests, and qian of finance, who is asked what an offer of 100 does to the money.
namespace priced {

using namespace buygraph;

inline Json document() {
    Json json = deals::document();
    json["people"].push_back({{"id", "qian"}, {"roles", {"finance"}}});
    json["ties"].push_back({{"from", "qian"}, {"to", "chen"}});
    json["offers"][0]["ratings"].erase("cost");
    json["offers"][0]["terms"] = {{"price", 100}, {"list_price", 115}, {"payments", {{{"share", 0.4}, {"days", 0}}, {{"share", 0.6}, {"days", 30}}}},
                                  {"yearly_benefit", 45}, {"yearly_running_cost", 5}, {"contract_years", 2}};
    json["offers"][0]["economics"] = {{"cost", 80}, {"floor_margin", 0.05}, {"target_margin", 0.25}};
    json["customer"] = {{"budget", 108}, {"discount_rate", 0.14}, {"target_npv", 25}};
    json["evidence"].erase(0);
    return json;
}

/// A deal with its model and what is asked of them.
struct Table {
    Deal deal;
    DecisionModel model;
    TermForecasts forecasts;

    explicit Table(const Json& json) : deal(deals::read(json)), model(deals::model(deal)), forecasts(deal, model, few()) {}

    static ForecastOptions few() {
        ForecastOptions options;
        options.samples = 256;
        options.variance_by_group = false;
        return options;
    }
};

}  // namespace priced
