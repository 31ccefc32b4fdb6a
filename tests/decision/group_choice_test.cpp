#include <buygraph/decision/group_choice.hpp>

#include <random>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::decision;

namespace {

Matrix random_choices(std::size_t people, std::size_t alternatives, std::mt19937& random) {
    std::uniform_real_distribution<double> uniform(0.05, 1);
    Matrix chances(people, alternatives);
    for (std::size_t i = 0; i < people; ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < alternatives; ++j) sum += chances(i, j) = uniform(random);
        for (std::size_t j = 0; j < alternatives; ++j) chances(i, j) /= sum;
    }
    return chances;
}

/// Every way in which everybody can vote, with its chance.
template <class Visit>
void each_ballot(const Matrix& chances, Visit visit) {
    std::vector<std::size_t> choice(chances.rows, 0);
    for (bool more = true; more;) {
        double chance = 1;
        for (std::size_t i = 0; i < choice.size(); ++i) chance *= chances(i, choice[i]);
        visit(choice, chance);
        more = false;
        for (std::size_t& one : choice) {
            if (++one < chances.columns) {
                more = true;
                break;
            }
            one = 0;
        }
    }
}

}  // namespace

TEST_CASE("quota and majority equal the enumeration of all votes") {
    std::mt19937 random(5);
    for (int round = 0; round < 20; ++round) {
        const std::size_t n = 1 + random() % 5, m = 1 + random() % 3;
        const Matrix chances = random_choices(n, m, random);
        std::vector<double> votes(n);
        int total = 0;
        for (double& vote : votes) total += static_cast<int>(vote = static_cast<double>(1 + random() % 3));
        for (const Rule rule : {Rule::quota, Rule::majority}) {
            const int needed = rule == Rule::majority ? total / 2 + 1 : static_cast<int>(std::ceil(0.75 * total - 1e-9));
            std::vector<double> exact(m, 0.0);
            each_ballot(chances, [&](const auto& choice, double chance) {
                for (std::size_t j = 0; j < m; ++j) {
                    double sum = 0;
                    for (std::size_t i = 0; i < n; ++i) sum += choice[i] == j ? votes[i] : 0;
                    if (sum >= needed) exact[j] += chance;
                }
            });
            double unfinished = 1;
            for (const double p : exact) unfinished -= p;
            const auto found = group_choice(chances, rule, votes, 0.75, 3);
            for (std::size_t j = 0; j < m; ++j) REQUIRE(found.probabilities[j] == Approx(exact[j] * (1 + unfinished + unfinished * unfinished)).margin(1e-13));
            REQUIRE(found.stalemate == Approx(unfinished * unfinished * unfinished).margin(1e-13));
        }
    }
}

TEST_CASE("unanimity equals all voting alike, given that they do") {
    std::mt19937 random(9);
    const Matrix chances = random_choices(4, 3, random);
    std::vector<double> alike(3, 0.0);
    double any = 0;
    each_ballot(chances, [&](const auto& choice, double chance) {
        if (choice[0] == choice[1] && choice[1] == choice[2] && choice[2] == choice[3]) alike[choice[0]] += chance, any += chance;
    });
    const auto found = group_choice(chances, Rule::unanimity, std::vector{1., 1., 2., 5.});
    for (std::size_t j = 0; j < 3; ++j) CHECK(found.probabilities[j] == Approx(alike[j] / any).epsilon(1e-13));
    CHECK(found.stalemate == 0);
}

// Choffray and Lilien's weighted probability model: ¾ · (.2, .8) + ¼ · (.6, .4).
TEST_CASE("weighted is the vote-weighted mean") {
    Matrix chances(2, 2);
    chances.values = {.2, .8, .6, .4};
    const auto found = group_choice(chances, Rule::weighted, std::vector{3., 1.});
    CHECK(found.probabilities[0] == Approx(.3));
    CHECK(found.probabilities[1] == Approx(.7));
}

TEST_CASE("nonsense is refused, naming the person") {
    Matrix chances(2, 2);
    chances.values = {.2, .8, .6, .4};
    CHECK_THROWS_AS(group_choice(chances, Rule::weighted, std::vector{1.}), InputError);
    CHECK_THROWS_AS(group_choice(chances, Rule::weighted, std::vector{0., 0.}), InputError);
    CHECK_THROWS_AS(group_choice(chances, Rule::majority, std::vector{.5, 1.}), InputError);
    CHECK_THROWS_AS(group_choice(chances, Rule::quota, std::vector{1., 1.}, 0.5), InputError);
    CHECK_THROWS_AS(group_choice(chances, Rule::quota, std::vector{1., 1.}, 0.7, 0), InputError);
    chances(1, 0) = .7;
    CHECK_THROWS_AS(group_choice(chances, Rule::weighted, std::vector{1., 1.}), InputError);
}
