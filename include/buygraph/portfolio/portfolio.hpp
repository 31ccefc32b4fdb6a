#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "../deal/deal.hpp"
#include "../deal/fault.hpp"
#include "../separate.hpp"
#include "options.hpp"
#include "result.hpp"

namespace buygraph {

/// A deal as it was read, with every fault found on the way; valid where there is none.
struct DealAtHand {
    Deal deal;
    std::vector<Fault> faults;
    std::string place;  ///< what to call a deal without id: its file, its line
};

/// Gives the deal of a number. It is called from several threads at once, for each number once.
using DealSource = std::function<DealAtHand(std::size_t)>;

/// Rows in the order of their deals, and how long the kernel alone took for them.
struct PortfolioBatch {
    std::vector<PortfolioRow> rows;
    double kernel_seconds = 0;  ///< compiling and forecasting, added up over all deals: beside the time of all threads it says what the rest costs
};

/// Forecasts many deals, one on each thread at a time; reading them is part of the work.
///
/// A deal with faults, or of which something cannot be computed, becomes a row that says so, and stops nothing. A row depends on its deal and the options alone: the same bits for any number of threads and any split into calls. What is kept grows with `count`, so a long portfolio
/// comes in batches.
/// \throws InputError   samples or weeks out of range
/// \throws Interrupted  when options.forecast.interrupt says so
[[nodiscard]] BUYGRAPH_HEAVY PortfolioBatch portfolio(std::size_t count, const DealSource& deals, const PortfolioOptions& options = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_PORTFOLIO)

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <utility>

#include "../deal/number_text.hpp"
#include "../forecast/draws.hpp"
#include "../forecast/forecast.hpp"
#include "../forecast/sensitivities.hpp"
#include "../insight/blind_spot.hpp"
#include "../insight/blind_spots.hpp"
#include "../insight/looking.hpp"
#include "../model/compile.hpp"
#include "../plan/planning.hpp"
#include "../plan/stakes.hpp"

namespace buygraph {

namespace detail {

/// Fills a row part by part.
class RowMaker {
  public:
    RowMaker(const Deal& deal, const PortfolioOptions& options, PortfolioRow& row) : deal_(deal), options_(options), row_(row), began_(Clock::now()), model_(compile_valid(deal)) {
        alone_ = options.forecast;
        alone_.threads = 1;
        alone_.variance_by_group = false;
    }

    /// Returns the seconds that compiling and forecasting took.
    double run() {
        double seconds = 0;
        if (options_.movers) {
            const SensitiveForecast found = sensitivities(model_, model_.ours, alone_);
            seconds = since_beginning();
            chances(found.forecast);
            mover(found.sensitivities);
        } else {
            const Forecast found = forecast(model_, alone_);
            seconds = since_beginning();
            chances(found);
        }
        if (options_.blind_spots) blind_spots();
        if (options_.steps && !deal_.team.empty()) steps();
        return seconds;
    }

  private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] double since_beginning() const { return std::chrono::duration<double>(Clock::now() - began_).count(); }

    void chances(const Forecast& found) {
        row_.win = found.win();
        row_.win_error = found.standard_error[found.ours];
        row_.low = found.interval().low;
        row_.high = found.interval().high;
        row_.no_decision = found.outcomes[0];
        row_.no_decision_error = found.standard_error[0];
        row_.blocked = found.no_decision.blocked;
        row_.stalemate = found.no_decision.stalemate;
        row_.refused = found.no_decision.refused;
        if (deal_.value) row_.expected_value = *deal_.value * found.win();
        if (const std::size_t rival = likeliest_rival(model_, found); rival != 0) {
            row_.rival = model_.offers[rival];
            row_.rival_win = found.outcomes[rival];
        }
        const auto add = [&](std::size_t j) {
            const auto offer = std::find_if(deal_.offers.begin(), deal_.offers.end(), [&](const Offer& one) { return one.id == model_.offers[j]; });
            const std::string name = offer == deal_.offers.end() || offer->name.empty() ? model_.offers[j] : offer->name;
            row_.outcomes.push_back({model_.offers[j], name, model_.kinds[j], found.outcomes[j], found.standard_error[j], found.intervals[j].low, found.intervals[j].high});
        };
        add(model_.ours);
        for (std::size_t j = 1; j < model_.offer_count(); ++j)
            if (j != model_.ours) add(j);
        add(0);
    }

    /// Of views that are told apart by nothing the first is taken.
    void mover(const Sensitivities& found) {
        constexpr double points = 5;  // of the scale 0 to 10, in a unit of a centred score
        double most = 0;
        for (std::size_t i = 0; i < model_.people_count(); ++i)
            for (std::size_t k = 0; k < model_.table.concerns.size(); ++k) {
                const double slope = found.score[i](model_.ours, k) / points;
                if (!(std::abs(slope) > most * (1 + 1e-9))) continue;
                most = std::abs(slope);
                row_.mover_person = model_.people[i];
                row_.mover_concern = model_.table.concerns[k];
                row_.mover_slope = slope;
            }
        for (const Person& person : deal_.people)
            if (person.id == row_.mover_person) row_.mover_name = person.name.empty() ? person.id : person.name;
    }

    void blind_spots() {
        ForecastOptions quick = alone_;
        quick.samples = std::min(quick.samples, blind_spot_samples);
        const std::vector<BlindSpot> spots = buygraph::blind_spots(deal_, model_, quick);
        for (const BlindSpot& spot : spots) {
            const std::string kind(word_of(spot.kind));
            if (std::find(row_.blind_spots.begin(), row_.blind_spots.end(), kind) == row_.blind_spots.end()) row_.blind_spots.push_back(kind);
        }
        if (spots.empty()) return;
        row_.blind_spot = word_of(spots.front().kind);
        row_.blind_spot_people = ids(spots.front().people);
        row_.blind_spot_size = spots.front().size;
    }

    void steps() {
        ForecastOptions quick = alone_;
        quick.samples = std::min<std::size_t>(quick.samples, 1024);
        const Planning from = planning(model_, quick);
        EngagementOptions wanted;
        wanted.weeks = options_.weeks;
        const EngagementPlan plan = engagement(deal_, *from.worlds, from.gains, false, wanted);
        const std::optional<DealMargin> margin = deal_margin(deal_);
        for (const PlanStep& planned : plan.steps) {
            const Candidate& candidate = plan.candidates[planned.candidate];
            DealStep step;
            step.kind = candidate.kind;
            if (candidate.member) {
                const TeamMember& member = deal_.team[*candidate.member];
                step.member = member.id;
                step.member_name = member.name.empty() ? member.id : member.name;
                step.member_hours = plan.hours[*candidate.member].available;
            }
            step.people = ids(candidate.people);
            for (const std::size_t k : candidate.concerns) step.concerns.push_back(model_.table.concerns[k]);
            step.hours = candidate.hours;
            step.cost = candidate.cost;
            step.gain = planned.alone.value();
            step.gain_error = planned.alone.standard_error();
            if (candidate.hours > 0) {
                step.gain_an_hour = *step.gain / candidate.hours;
                if (margin) step.hour_worth = (*step.gain * margin->amount - candidate.cost) / candidate.hours;
            }
            row_.steps.push_back(std::move(step));
        }
        best_step();
    }

    /// The step of greatest gain an hour, in money where its worth is known.
    void best_step() {
        const auto rank = [](const DealStep& step) { return step.hour_worth ? *step.hour_worth : step.gain_an_hour.value_or(0); };
        const auto best = std::max_element(row_.steps.begin(), row_.steps.end(), [&](const DealStep& left, const DealStep& right) { return rank(left) < rank(right); });
        if (best == row_.steps.end() || !best->gain_an_hour) return;
        row_.step = best->kind;
        row_.step_member = best->member;
        row_.step_people = best->people;
        row_.step_concerns = best->concerns;
        row_.step_hours = best->hours;
        row_.step_gain = best->gain;
        row_.gain_an_hour = best->gain_an_hour;
        row_.hour_worth = best->hour_worth;
    }

    [[nodiscard]] std::vector<std::string> ids(const std::vector<std::size_t>& people) const {
        std::vector<std::string> list;
        for (const std::size_t person : people) list.push_back(model_.people[person]);
        return list;
    }

    const Deal& deal_;
    const PortfolioOptions& options_;
    PortfolioRow& row_;
    Clock::time_point began_;
    DecisionModel model_;
    ForecastOptions alone_;
};

[[nodiscard]] inline PortfolioRow row_head(const DealAtHand& at_hand) {
    const Deal& deal = at_hand.deal;
    PortfolioRow row;
    row.deal = deal.id.empty() ? at_hand.place : deal.id;
    row.name = deal.name;
    row.account = deal.account;
    row.owner = deal.owner;
    row.close_date = deal.close_date ? deal.close_date : deal.decision.date;
    row.currency = deal.currency;
    row.value = deal.value;
    for (const Fault& fault : at_hand.faults) row.faults.push_back({fault.pointer, fault.message.en, fault.given, fault.allowed.en, fault.suggestion});
    return row;
}

/// \param seconds  receives the kernel's
[[nodiscard]] inline PortfolioRow row_of(const DealAtHand& at_hand, const PortfolioOptions& options, double& seconds) {
    PortfolioRow row = row_head(at_hand);
    if (!row.faults.empty()) return row;
    try {
        seconds = RowMaker(at_hand.deal, options, row).run();
    } catch (const Interrupted&) {
        throw;
    } catch (const Error& error) {
        row = row_head(at_hand);
        row.faults.push_back({"", error.what(), "", "", ""});
    }
    return row;
}

}  // namespace detail

BUYGRAPH_HEAVY PortfolioBatch portfolio(std::size_t count, const DealSource& deals, const PortfolioOptions& options) {
    static_cast<void>(forecasting::points_a_scramble(options.forecast));  // what is wrong with the options is no fault of a deal
    if (!(options.weeks >= 0 && std::isfinite(options.weeks))) throw InputError("weeks", number_text(options.weeks), "a finite number ≥ 0");
    PortfolioBatch batch{std::vector<PortfolioRow>(count), 0};
    std::vector<double> seconds(count, 0.0);
    const std::size_t threads = options.forecast.threads ? options.forecast.threads : forecasting::machine_threads();
    forecasting::run_tasks(count, threads, [&](std::size_t deal) {
        if (options.forecast.interrupt && options.forecast.interrupt()) throw Interrupted();
        batch.rows[deal] = detail::row_of(deals(deal), options, seconds[deal]);
    });
    for (const double one : seconds) batch.kernel_seconds += one;
    return batch;
}

}  // namespace buygraph

#endif
