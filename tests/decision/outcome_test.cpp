#include <buygraph/decision/outcome.hpp>

#include <buygraph/decision/votes_needed.hpp>
#include <buygraph/forecast/world.hpp>

#include <functional>
#include <random>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;
using namespace buygraph::decision;

namespace {

struct World {
    DecisionRule rule;
    std::size_t n, m;
    std::vector<double> buy, vendor;
};

World random_world(Rule kind, std::mt19937& random, std::size_t n, std::size_t m) {
    std::uniform_real_distribution<double> uniform(-0.8, 0.8);
    World world{{}, n, m, std::vector<double>(n * m), std::vector<double>(n * m)};
    world.rule.rule = kind;
    int total = 0;
    double chances = 0, voices = 0;
    for (std::size_t i = 0; i < n; ++i) {
        world.rule.votes.push_back(static_cast<int>(i == 0 ? 1 : random() % 3));
        total += world.rule.votes.back();
        world.rule.decides.push_back(static_cast<double>(1 + random() % 3));
        world.rule.voice.push_back(static_cast<double>(1 + random() % 3));
        chances += world.rule.decides.back(), voices += world.rule.voice.back();
        world.rule.veto.push_back(random() % 2 == 0);
    }
    for (double& share : world.rule.decides) share /= chances;
    for (double& share : world.rule.voice) share /= voices;
    if (world.rule.counts_votes()) world.rule.votes_needed = votes_needed(kind, 2.0 / 3, total);
    for (double& value : world.buy) value = uniform(random);
    for (double& value : world.vendor) value = uniform(random);
    return world;
}

Outcome<double> decide(const World& world) {
    OutcomeRule<double> rule(world.rule, world.m);
    Outcome<double> outcome;
    rule(world.buy, world.vendor, outcome);
    return outcome;
}

double sigma(double x) { return 1 / (1 + std::exp(-x)); }

/// Section 5 of the model once more, from its text: every veto pattern, every vote and every answer enumerated.
Outcome<double> enumerated(const World& w) {
    const auto& r = w.rule;
    const auto at = [&](std::size_t i, std::size_t j) { return i * w.m + j; };
    const auto pull = [&](std::size_t i, std::size_t j) { return w.buy[at(i, j)] - w.buy[at(i, 0)]; };
    const auto yes = [&](std::size_t i, std::size_t j) {
        double mean = 0, spread = 0;
        for (std::size_t k = 0; k < w.n; ++k) mean += r.voice[k] * pull(k, j);
        for (std::size_t k = 0; k < w.n; ++k) spread += r.voice[k] * std::pow(pull(k, j) - mean, 2);
        return sigma((pull(i, j) - r.indecision - r.conflict * (std::sqrt(spread + 1e-4) - 1e-2)) / r.temperature);
    };
    const auto prefers = [&](std::size_t i, std::size_t j, std::size_t available) {
        double sum = 0;
        for (std::size_t l = 1; l < w.m; ++l)
            if ((available >> l) & 1U) sum += std::exp(w.vendor[at(i, l)] / r.temperature);
        return ((available >> j) & 1U) ? std::exp(w.vendor[at(i, j)] / r.temperature) / sum : 0;
    };
    // The chance that voters with these chances gather the votes, by enumeration.
    const auto gather = [&](const std::function<double(std::size_t)>& chance) {
        double total = 0;
        for (std::size_t ballot = 0; ballot < (std::size_t{1} << w.n); ++ballot) {
            double p = 1;
            int votes = 0;
            for (std::size_t i = 0; i < w.n; ++i) {
                const bool one = (ballot >> i) & 1U;
                p *= one ? chance(i) : 1 - chance(i);
                votes += one ? r.votes[i] : 0;
            }
            if (votes >= r.votes_needed) total += p;
        }
        return total;
    };
    const auto copula = [&](std::size_t j) {
        double sum = 0;
        for (std::size_t i = 0; i < w.n; ++i)
            if (r.votes[i] > 0) sum += std::pow(-std::log(yes(i, j)), r.agreement);
        return std::exp(-std::pow(sum, 1 / r.agreement));
    };

    Outcome<double> out;
    out.probability.assign(w.m, 0.0);
    for (std::size_t available = 0; available < (std::size_t{1} << w.m); available += 2) {
        double chance = 1;
        for (std::size_t j = 1; j < w.m; ++j) {
            double open = 1;
            for (std::size_t i = 0; i < w.n; ++i)
                if (r.veto[i]) open *= 1 - sigma((r.veto_line - w.buy[at(i, j)]) / r.veto_temperature);
            chance *= ((available >> j) & 1U) ? open : 1 - open;
        }
        if (available == 0) {
            out.blocked += chance;
            continue;
        }
        std::vector<double> choice(w.m, 0.0);
        double normaliser = 0;
        for (std::size_t j = 1; j < w.m; ++j) {
            if (r.counts_votes()) choice[j] = ((available >> j) & 1U) ? gather([&](std::size_t i) { return prefers(i, j, available); }) : 0;
            if (r.rule == Rule::unanimity) {
                choice[j] = ((available >> j) & 1U) ? 1 : 0;
                for (std::size_t i = 0; i < w.n; ++i)
                    if (r.votes[i] > 0) choice[j] *= prefers(i, j, available);
            }
            if (r.rule == Rule::consent)
                for (std::size_t i = 0; i < w.n; ++i) choice[j] += r.decides[i] * prefers(i, j, available);
            normaliser += choice[j];
        }
        double left = 1;
        for (std::size_t j = 1; j < w.m; ++j) {
            if (r.rule == Rule::unanimity) choice[j] /= normaliser;
            if (r.counts_votes()) {
                const double u = 1 - normaliser;
                double times = 0;
                for (int t = 0; t < r.rounds; ++t) times += std::pow(u, t);
                choice[j] *= times;
            }
            double bought = 0;
            if (r.counts_votes()) bought = choice[j] * gather([&](std::size_t i) { return yes(i, j); });
            else if (r.all_must_say_yes()) bought = choice[j] * copula(j);
            else {
                choice[j] = 0;
                for (std::size_t d = 0; d < w.n; ++d) {
                    choice[j] += r.decides[d] * prefers(d, j, available);
                    bought += r.decides[d] * prefers(d, j, available) * yes(d, j);
                }
            }
            out.probability[j] += chance * bought;
            out.refused += chance * (choice[j] - bought);
            left -= choice[j];
        }
        out.stalemate += chance * left;
    }
    return out;
}

constexpr Rule rules[]{Rule::autocracy, Rule::weighted, Rule::quota, Rule::majority, Rule::unanimity, Rule::consent};

}  // namespace

TEST_CASE("every rule equals the enumeration of all vetoes, votes and answers") {
    std::mt19937 random(11);
    for (const Rule kind : rules)
        for (int round = 0; round < 25; ++round) {
            const World world = random_world(kind, random, 1 + random() % 5, 2 + random() % 3);
            const Outcome<double> found = decide(world), exact = enumerated(world);
            for (std::size_t j = 1; j < world.m; ++j) REQUIRE(found.probability[j] == Approx(exact.probability[j]).margin(1e-12));
            REQUIRE(found.blocked == Approx(exact.blocked).margin(1e-12));
            REQUIRE(found.stalemate == Approx(exact.stalemate).margin(1e-12));
            REQUIRE(found.refused == Approx(exact.refused).margin(1e-12));
        }
}

TEST_CASE("the chances of all outcomes add to 1, at extreme attitudes and temperatures too") {
    std::mt19937 random(13);
    for (const Rule kind : rules)
        for (const double temperature : {1e-4, 0.2, 10.}) {
            World world = random_world(kind, random, 4, 4);
            world.rule.temperature = temperature;
            world.rule.veto_temperature = temperature;
            for (double& value : world.vendor) value *= 5;
            const Outcome<double> found = decide(world);
            double sum = 0;
            for (const double p : found.probability) {
                REQUIRE(p >= -1e-14);
                sum += p;
            }
            REQUIRE(sum == Approx(1).epsilon(1e-12));
        }
}

TEST_CASE("granting a veto multiplies the availability of each offer by one minus his block") {
    std::mt19937 random(17);
    World world = random_world(Rule::weighted, random, 3, 2);
    world.rule.veto = {false, false, false};
    const double before = decide(world).probability[1];
    world.rule.veto = {false, true, false};
    const double block = sigma((world.rule.veto_line - world.buy[1 * 2 + 1]) / world.rule.veto_temperature);
    CHECK(decide(world).probability[1] == Approx(before * (1 - block)).epsilon(1e-14));
    CHECK(decide(world).blocked == Approx(block).epsilon(1e-12));
}

TEST_CASE("the order of people does not matter") {
    std::mt19937 random(19);
    for (const Rule kind : rules) {
        const World world = random_world(kind, random, 4, 3);
        World turned = world;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t from = 3 - i;
            turned.rule.votes[i] = world.rule.votes[from];
            turned.rule.decides[i] = world.rule.decides[from];
            turned.rule.voice[i] = world.rule.voice[from];
            turned.rule.veto[i] = world.rule.veto[from];
            for (std::size_t j = 0; j < 3; ++j) turned.buy[i * 3 + j] = world.buy[from * 3 + j], turned.vendor[i * 3 + j] = world.vendor[from * 3 + j];
        }
        const auto first = decide(world), second = decide(turned);
        for (std::size_t j = 0; j < 3; ++j) CHECK(first.probability[j] == Approx(second.probability[j]).margin(1e-12));
    }
}

// With θ = 1 people answer independently; with θ → ∞ the least willing decides.
TEST_CASE("agreement runs from independence to the least willing") {
    std::mt19937 random(23);
    World world = random_world(Rule::unanimity, random, 3, 2);
    world.rule.veto = {false, false, false};
    world.rule.votes = {1, 1, 1};
    const auto bought = [&](double theta) {
        world.rule.agreement = theta;
        return decide(world).probability[1];
    };
    world.rule.conflict = 0;
    double product = 1, least = 1;
    for (std::size_t i = 0; i < 3; ++i) {
        const double yes = sigma((world.buy[i * 2 + 1] - world.buy[i * 2] - world.rule.indecision) / world.rule.temperature);
        product *= yes;
        least = std::min(least, yes);
    }
    CHECK(bought(1) == Approx(product).epsilon(1e-12));
    CHECK(bought(300) == Approx(least).epsilon(1e-2));
}

TEST_CASE("among equals every further person makes consent less likely") {
    double before = 1;
    for (std::size_t n = 1; n <= 8; ++n) {
        World world{{}, n, 2, std::vector<double>(n * 2), std::vector<double>(n * 2)};
        world.rule.rule = Rule::consent;
        world.rule.votes.assign(n, 1);
        world.rule.veto.assign(n, false);
        world.rule.decides = world.rule.voice = std::vector<double>(n, 1.0 / static_cast<double>(n));
        for (std::size_t i = 0; i < n; ++i) world.buy[i * 2 + 1] = 0.4;
        const double now = decide(world).probability[1];
        CHECK(now < before);
        before = now;
    }
}

namespace archetypes {

/// The archetype of `Decides`: made and called as the concept says, and neither copied, moved nor made without arguments. It takes the word of the first person for all.
template <class Real>
class WordOfTheFirst {
  public:
    WordOfTheFirst(const DecisionRule&, std::size_t offers) : offers_(offers) {}
    WordOfTheFirst(const WordOfTheFirst&) = delete;
    void operator()(std::span<const Real>, std::span<const Real> vendor, Outcome<Real>& into) { into.probability.assign(vendor.begin(), vendor.begin() + static_cast<std::ptrdiff_t>(offers_)); }

  private:
    std::size_t offers_;
};

struct NotToldTheOffers {
    explicit NotToldTheOffers(const DecisionRule&);
    void operator()(std::span<const double>, std::span<const double>, Outcome<double>&);
};
struct OneGateOnly {
    OneGateOnly(const DecisionRule&, std::size_t);
    void operator()(std::span<const double>, Outcome<double>&);
};
struct WritesOnAttitudes {
    WritesOnAttitudes(const DecisionRule&, std::size_t);
    void operator()(std::span<double>, std::span<double>, Outcome<double>&);
};
template <class Real>
struct NoDecision {};

template <template <class> class Rule>
concept Lived = requires { sizeof(forecasting::WorldMaker<double, Rule>); };

}  // namespace archetypes

using namespace archetypes;

static_assert(Decides<OutcomeRule<double>, double> && Decides<WordOfTheFirst<double>, double>);
static_assert(!Decides<NotToldTheOffers, double> && !Decides<OneGateOnly, double> && !Decides<WritesOnAttitudes, double> && !Decides<OutcomeRule<double>, float>);
static_assert(Lived<WordOfTheFirst> && !Lived<NoDecision>);
template class forecasting::WorldMaker<double, WordOfTheFirst>;

TEST_CASE("a decision of one's own gets the final attitudes of a world") {
    Json json = deals::document();
    json["uncertainty"]["tie_sd"] = 0;
    const DecisionModel model = deals::model(json);
    const forecasting::WorldPlan plan = forecasting::plan_worlds(model, covariance(model), true);
    forecasting::WorldMaker<double, WordOfTheFirst> world(model, plan);
    const Outcome<double>& made = world(std::vector<double>(plan.dimensions(), 0.0));
    const Matrix expected = final_attitudes(model, 1);  // by the control matrix
    for (std::size_t j = 0; j < model.offer_count(); ++j) CHECK(made.probability[j] == Approx(expected(0, j)).epsilon(1e-12));
}

TEST_CASE("one without tie, vote, veto, evidence or source changes nothing") {
    for (const char* rule : {"autocracy", "weighted", "quota", "unanimity", "consent"}) {
        const auto closed = [&](bool with_stranger) {
            Json json = deals::document();
            json["decision"] = {{"rule", rule}, {"decider", "chen"}};
            if (with_stranger) json["people"].push_back({{"id", "stranger"}, {"roles", {"user"}}, {"votes", 0}});
            const DecisionModel model = deals::model(json);
            OutcomeRule<double> decide(*model.rule, 3);
            Outcome<double> outcome;
            decide(final_attitudes(model, 0).values, final_attitudes(model, 1).values, outcome);
            return outcome.probability;
        };
        const auto alone = closed(false), joined = closed(true);
        for (std::size_t j = 0; j < 3; ++j) CHECK(alone[j] == Approx(joined[j]).margin(1e-12));
    }
}
