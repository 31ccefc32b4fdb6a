#include <buygraph/insight/comparison.hpp>

#include <buygraph/forecast/forecast.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

const ForecastOptions few_samples{.samples = 256, .seed = 7, .variance_by_group = false};

/// Three edits of the small deal: the reading about liu, the tie of liu and wang, liu's susceptibility.
Deal edited(const Coalition& in) {
    Json json = deals::document();
    if (in[0]) json["evidence"][0]["stance"] = "enemy";
    if (in[1]) json["ties"][0]["strength"] = 1;
    if (in[2]) json["people"][1]["susceptibility"] = 0.9;
    return deals::read(json);
}

double win(const Coalition& in) { return forecast(deals::model(edited(in)), few_samples).win(); }

Comparison compared(std::size_t threads = 1) {
    ForecastOptions options = few_samples;
    options.threads = threads;
    std::vector<std::vector<EditedPlace>> groups(3);
    for (std::size_t i = 0; i < 3; ++i) groups[i].push_back({std::to_string(i), {}, {}, {}, {}, {}});
    return explain_change(groups, plan_attribution(3), edited, options);
}

}  // namespace

// Shapley's formula for three, written out: 1/3 alone, 1/6 after each single one, 1/3 after both.
TEST_CASE("shares of three edits by hand, from eight forecasts") {
    const Comparison found = compared();
    REQUIRE(found.edits.size() == 3);
    CHECK(found.exact);
    CHECK(found.forecasts == 8);
    for (const ExplainedEdit& edit : found.edits) {
        const std::size_t i = edit.group, j = (i + 1) % 3, k = (i + 2) % 3;
        CHECK(edit.places[0].path == std::to_string(i));
        const auto adds = [&](std::vector<std::size_t> others) {
            Coalition without(3, false);
            for (const std::size_t other : others) without[other] = true;
            Coalition with = without;
            with[i] = true;
            return win(with) - win(without);
        };
        CHECK(edit.value() == Approx(adds({}) / 3 + adds({j}) / 6 + adds({k}) / 6 + adds({j, k}) / 3).margin(1e-12));
        CHECK(edit.sampling_error == 0);
        CHECK(edit.standard_error() > 0);
    }
    for (std::size_t i = 1; i < 3; ++i) CHECK(std::abs(found.edits[i].value()) <= std::abs(found.edits[i - 1].value()));
}

TEST_CASE("shares add up to the change, in every scramble") {
    const Comparison found = compared();
    for (std::size_t s = 0; s < forecasting::scrambles; ++s) {
        double sum = 0;
        for (const ExplainedEdit& edit : found.edits) sum += edit.share.by_scramble[s];
        CHECK(sum == Approx(found.change().by_scramble[s]).margin(1e-12));
    }
    CHECK(found.before.value() == Approx(win({false, false, false})).margin(1e-12));
    CHECK(found.after.value() == Approx(win({true, true, true})).margin(1e-12));
}

TEST_CASE("the same bits for any number of threads, and it stops when asked") {
    const Comparison one = compared(1), three = compared(3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(one.edits[i].share.by_scramble == three.edits[i].share.by_scramble);
    ForecastOptions options = few_samples;
    options.interrupt = [] { return true; };
    CHECK_THROWS_AS(explain_change({{}, {}, {}}, plan_attribution(3), edited, options), Interrupted);
}

// With other seeds the share of an edit moves by about its standard error: the mean square of the z between pairs of seeds is 1.
TEST_CASE("the standard error is that of the points") {
    double squares = 0, count = 0;
    std::vector<Comparison> runs;
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        ForecastOptions options = few_samples;
        options.seed = seed;
        runs.push_back(explain_change({{}, {}, {}}, plan_attribution(3), edited, options));
    }
    const auto share = [](const Comparison& run, std::size_t group) { return *std::find_if(run.edits.begin(), run.edits.end(), [&](const ExplainedEdit& edit) { return edit.group == group; }); };
    for (std::size_t run = 0; run + 1 < runs.size(); run += 2)
        for (std::size_t group = 0; group < 3; ++group) {
            const ExplainedEdit left = share(runs[run], group), right = share(runs[run + 1], group);
            squares += std::pow(left.value() - right.value(), 2) / (std::pow(left.standard_error(), 2) + std::pow(right.standard_error(), 2));
            ++count;
        }
    CHECK(squares / count > 0.5);
    CHECK(squares / count < 2);
}
