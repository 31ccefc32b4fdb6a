#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "../forecast/baseline.hpp"
#include "../io/edits.hpp"
#include "../io/filed_forecast.hpp"
#include "../separate.hpp"
#include "arguments.hpp"

namespace buygraph::boundary {

/// Edits as a request has them: an object path → value, or a list of pairs [path, value], where a path may come twice ("ties/-").
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Edit> edit_list(const Json& edits);

/// A deal with its model, both of which stay where they are.
struct Compiled {
    Deal deal;
    DecisionModel model;

    /// Made when it is asked for.
    [[nodiscard]] const forecasting::SharedPlan& plan() const {
        if (!plan_) plan_ = forecasting::shared_plan(model);
        return plan_;
    }
    mutable forecasting::SharedPlan plan_ = {};
};

/// A loaded deal, and what is kept so that many questions about it are answered fast: its model, the last edited version, the samples of its last forecasts.
class HeldDeal {
  public:
    explicit HeldDeal(Deal deal);

    /// Takes what a page's file knows for its own, if it has `samples` states of the world and the first seed, or many people; anything else is computed when it is asked.
    void take(FiledForecast filed);

    [[nodiscard]] const std::shared_ptr<const Compiled>& original() const { return original_; }

    /// The deal with edits; the deal itself where there are none. The last one is kept.
    /// \throws DealError  paths that lead nowhere, or a deal that is no longer valid, with every fault
    [[nodiscard]] std::shared_ptr<const Compiled> edited(const std::vector<Edit>& edits);

    /// Decision influence of everybody in the deal as it was loaded, by which its map is drawn; computed once, and the forecast with the same samples is kept.
    /// \param variance_by_group  ask that forecast also for the falls of variance
    [[nodiscard]] const std::vector<double>& influence(bool variance_by_group = false, const forecasting::Interrupt& interrupt = {});

    /// As many states of the world as a report's page has, so that both show the same.
    static constexpr std::size_t samples = 4096;

    /// Whether it has so many people that a state of the world costs too much to have that many: 300 people take a thousand times what ten take.
    [[nodiscard]] bool many() const { return original_->model.people_count() > 60; }

    /// The forecast of the deal as it was loaded, with its samples; computed once for each way of asking, the last few kept.
    [[nodiscard]] const Baseline& before(const ForecastOptions& options);

    /// What a page says of the deal while nothing is changed in it: a forecast of at least `samples` states of the world. Of many people what its file said, or where more states or another seed are asked for a forecast of those.
    [[nodiscard]] const Forecast& at_rest(ForecastOptions options);

  private:
    static constexpr std::size_t most_baselines = 4;

    [[nodiscard]] static Compiled compiled(Deal deal);

    void keep(Baseline before);

    std::shared_ptr<const Compiled> original_, last_;
    std::vector<Edit> last_edits_;
    std::vector<double> influence_;
    std::optional<Forecast> filed_;
    std::vector<Baseline> baselines_;  ///< the one asked for last in front
};

/// The deals that one caller has loaded, by number.
class Session {
  public:
    /// \return  the number by which requests name it
    std::uint64_t hold(HeldDeal deal);
    std::uint64_t hold(Deal deal) { return hold(HeldDeal(std::move(deal))); }

    /// The deal that a request is about.
    /// \throws InputError  no number, or one that names no deal of this session
    [[nodiscard]] HeldDeal& deal(const Arguments& arguments, const char* field = "deal");

    /// The version of it that a request is about: with the request's edits.
    [[nodiscard]] std::shared_ptr<const Compiled> version(const Arguments& arguments);

    /// Several deals as they were loaded, by a list of numbers.
    [[nodiscard]] std::vector<std::shared_ptr<const Compiled>> originals(const Arguments& arguments, const char* field);

    /// Forgets the deal that a request is about.
    void release(const Arguments& arguments);

  private:
    static constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

    [[nodiscard]] static std::uint64_t number(const Arguments& arguments, const char* field);

    [[nodiscard]] std::map<std::uint64_t, HeldDeal>::iterator find(std::uint64_t number);

    std::map<std::uint64_t, HeldDeal> deals_;
    std::uint64_t last_ = 0;
};

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY_SESSION)

#include <algorithm>
#include <string>
#include <utility>

#include "../insight/decision_influence.hpp"
#include "../io/file.hpp"
#include "../io/read_deal.hpp"
#include "../io/write_deal.hpp"
#include "../model/compile.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY std::vector<Edit> edit_list(const Json& edits) {
    std::vector<Edit> list;
    if (edits.is_null()) return list;
    if (!edits.is_object() && !edits.is_array()) Arguments::wrong("edits", edits, "an object path: value, or a list of pairs of both");
    if (edits.is_object())
        for (const auto& [path, value] : edits.items()) list.emplace_back(path, value);
    else
        for (const Json& pair : edits) {
            if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string()) Arguments::wrong("edits", pair, "a pair [path, value]");
            list.emplace_back(pair[0].get<std::string>(), pair[1]);
        }
    return list;
}

BUYGRAPH_HEAVY HeldDeal::HeldDeal(Deal deal) : original_(std::make_shared<const Compiled>(compiled(std::move(deal)))) {}

BUYGRAPH_HEAVY std::shared_ptr<const Compiled> HeldDeal::edited(const std::vector<Edit>& edits) {
    if (edits.empty()) return original_;
    if (last_ && last_edits_ == edits) return last_;
    Json document = write_deal(original_->deal);
    FaultList faults;
    apply_edits(document, edits, faults);
    if (!faults.faults().empty()) throw DealError(faults.take());
    ReadResult read = read_and_validate(document);
    if (!read.faults.empty()) throw DealError(std::move(read.faults));
    last_ = std::make_shared<const Compiled>(compiled(std::move(read.deal)));
    last_edits_ = edits;
    return last_;
}

BUYGRAPH_HEAVY const std::vector<double>& HeldDeal::influence(bool variance_by_group, const forecasting::Interrupt& interrupt) {
    if (!influence_.empty()) return influence_;
    ForecastOptions options;
    options.samples = many() ? 256 : samples;
    options.variance_by_group = variance_by_group;
    options.interrupt = interrupt;
    InfluenceBaseline found = influence_baseline(original_->model, options, original_->plan());
    influence_ = std::move(found.influence);
    keep(std::move(found.baseline));
    return influence_;
}

BUYGRAPH_HEAVY const Baseline& HeldDeal::before(const ForecastOptions& options) {
    const auto same = [&](const Baseline& kept) {
        return kept.options.samples == options.samples && kept.options.seed == options.seed && kept.options.method == options.method && kept.options.precision == options.precision &&
               (kept.options.variance_by_group || !options.variance_by_group);
    };
    const auto found = std::find_if(baselines_.begin(), baselines_.end(), same);
    if (found != baselines_.end()) std::rotate(baselines_.begin(), found, found + 1);
    else keep(baseline(original_->model, options, original_->plan()));
    return baselines_.front();
}

BUYGRAPH_HEAVY void HeldDeal::take(FiledForecast filed) {
    if (!many() && (filed.forecast.samples != samples || filed.forecast.seed != 0)) return;
    influence_ = std::move(filed.influence);
    filed_ = std::move(filed.forecast);
}

BUYGRAPH_HEAVY const Forecast& HeldDeal::at_rest(ForecastOptions options) {
    if (!many()) options.samples = std::max(samples, options.samples);
    const bool known = filed_ && options.method == Sampling::sobol && options.precision == Precision::doubles && (options.seed == filed_->seed || (many() && options.seed == 0)) &&
                       (options.samples == filed_->samples || (many() && options.samples < filed_->samples));
    return known ? *filed_ : before(options).forecast;
}

BUYGRAPH_HEAVY void HeldDeal::keep(Baseline before) {
    baselines_.insert(baselines_.begin(), std::move(before));
    if (baselines_.size() > most_baselines) baselines_.pop_back();
}

BUYGRAPH_HEAVY Compiled HeldDeal::compiled(Deal deal) {
    DecisionModel model = compile_valid(deal);
    return {std::move(deal), std::move(model)};
}

BUYGRAPH_HEAVY std::uint64_t Session::hold(HeldDeal deal) {
    deals_.emplace(++last_, std::move(deal));
    return last_;
}

BUYGRAPH_HEAVY HeldDeal& Session::deal(const Arguments& arguments, const char* field) { return find(number(arguments, field))->second; }

BUYGRAPH_HEAVY std::shared_ptr<const Compiled> Session::version(const Arguments& arguments) { return deal(arguments).edited(edit_list(arguments.json("edits"))); }

BUYGRAPH_HEAVY std::vector<std::shared_ptr<const Compiled>> Session::originals(const Arguments& arguments, const char* field) {
    const Json& numbers = arguments.json(field);
    if (!numbers.is_array() || numbers.empty()) Arguments::wrong(field, numbers, "a list of numbers of deals that were loaded");
    std::vector<std::shared_ptr<const Compiled>> all;
    for (const Json& entry : numbers) all.push_back(find(Arguments::whole(field, entry, 1, most))->second.original());
    return all;
}

BUYGRAPH_HEAVY void Session::release(const Arguments& arguments) { deals_.erase(find(number(arguments, "deal"))); }

BUYGRAPH_HEAVY std::uint64_t Session::number(const Arguments& arguments, const char* field) {
    if (!arguments.given(field)) throw InputError(field, "nothing", "the number of a deal that was loaded");
    return Arguments::whole(field, arguments.json(field), 1, most);
}

BUYGRAPH_HEAVY std::map<std::uint64_t, HeldDeal>::iterator Session::find(std::uint64_t number) {
    const auto found = deals_.find(number);
    if (found == deals_.end()) throw InputError("deal", std::to_string(number), "the number of a deal that was loaded and not released");
    return found;
}

}  // namespace buygraph::boundary

#endif
