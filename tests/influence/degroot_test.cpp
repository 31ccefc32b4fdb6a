#include <buygraph/influence/degroot.hpp>

#include <random>

#include "catch.hpp"
#include "published.hpp"

using namespace buygraph;
using influence::degroot;
using published::matrix;

namespace {
Matrix times(const Matrix& a, const Matrix& b) {
    Matrix product(a.rows, b.columns);
    for (std::size_t i = 0; i < a.rows; ++i)
        for (std::size_t k = 0; k < a.columns; ++k)
            for (std::size_t j = 0; j < b.columns; ++j) product(i, j) += a(i, k) * b(k, j);
    return product;
}
}  // namespace

// Golub and Jackson 2010, doi:10.1257/mic.2.1.112, section II
TEST_CASE("the published example of Golub and Jackson 2010 gives 2/5, 2/5, 1/5") {
    const auto limit = degroot(matrix(3, 3, {0, .5, .5, 1, 0, 0, 0, 1, 0}));
    REQUIRE(limit.consensus());
    CHECK(limit.classes[0].people == std::vector<std::size_t>{0, 1, 2});
    CHECK(limit.classes[0].weights[0] == Approx(.4).epsilon(1e-14));
    CHECK(limit.classes[0].weights[1] == Approx(.4).epsilon(1e-14));
    CHECK(limit.classes[0].weights[2] == Approx(.2).epsilon(1e-14));
}

//   0 hears himself and 1, 1 hears 0: weights x0 = ½ x0 + x1, so 2/3, 1/3. 2 hears himself alone. 3 hears 0, 2 and 3 himself: ½ : ¼ of what is left.
TEST_CASE("several closed classes have a vector each and no single one, and those outside a mix") {
    const auto limit = degroot(matrix(4, 4, {.5, .5, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, .5, 0, .25, .25}));
    REQUIRE(limit.classes.size() == 2);
    CHECK_FALSE(limit.consensus());
    CHECK(limit.settles);
    CHECK(limit.classes[0].people == std::vector<std::size_t>{0, 1});
    CHECK(limit.classes[0].weights[0] == Approx(2. / 3).epsilon(1e-14));
    CHECK(limit.classes[1].people == std::vector<std::size_t>{2});
    CHECK(limit.classes[1].weights == std::vector<double>{1});
    CHECK(limit.shares(3, 0) == Approx(2. / 3).epsilon(1e-14));
    CHECK(limit.shares(3, 1) == Approx(1. / 3).epsilon(1e-14));
    CHECK(limit.shares(1, 0) == 1);
}

TEST_CASE("a periodic class is said to be one") {
    const auto two = degroot(matrix(2, 2, {0, 1, 1, 0}));
    CHECK(two.classes[0].period == 2);
    CHECK_FALSE(two.settles);
    CHECK_FALSE(two.consensus());
    CHECK(two.classes[0].weights == std::vector<double>{.5, .5});
    CHECK(degroot(matrix(3, 3, {0, 1, 0, 0, 0, 1, 1, 0, 0})).classes[0].period == 3);
    // 0 → 1 or 2, both → 3 → 0: circles of three only; with a tie 3 → 3 they are of one as well
    CHECK(degroot(matrix(4, 4, {0, .5, .5, 0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0})).classes[0].period == 3);
    CHECK(degroot(matrix(4, 4, {0, .5, .5, 0, 0, 0, 0, 1, 0, 0, 0, 1, .9, 0, 0, .1})).classes[0].period == 1);
}

TEST_CASE("the limit is that of the powers of T") {  // T^(2^14) by squaring
    std::mt19937 random(1);
    std::uniform_real_distribution<double> uniform(.05, 1);
    for (int round = 0; round < 40; ++round) {
        const std::size_t n = 7;
        Matrix trust(n, n);
        for (std::size_t i = 0; i < n; ++i) {
            trust(i, i) = uniform(random);
            for (std::size_t j = 0; j < n; ++j)
                if (random() % 100 < 18) trust(i, j) = uniform(random);
            double sum = 0;
            for (const double weight : trust.row(i)) sum += weight;
            for (std::size_t j = 0; j < n; ++j) trust(i, j) /= sum;
        }
        const auto limit = degroot(trust);
        CHECK(limit.settles);
        Matrix power = trust, found(n, n);
        for (int k = 0; k < 14; ++k) power = times(power, power);
        for (std::size_t c = 0; c < limit.classes.size(); ++c)
            for (std::size_t i = 0; i < n; ++i)
                for (std::size_t member = 0; member < limit.classes[c].people.size(); ++member) found(i, limit.classes[c].people[member]) += limit.shares(i, c) * limit.classes[c].weights[member];
        for (std::size_t i = 0; i < n * n; ++i) CHECK(found.values[i] == Approx(power.values[i]).margin(1e-10));
    }
}

TEST_CASE("what is no averaging is refused, naming the row") {
    CHECK_THROWS_AS(degroot(Matrix()), InputError);
    CHECK_THROWS_AS(degroot(matrix(1, 2, {.5, .5})), InputError);
    CHECK_THROWS_AS(degroot(matrix(1, 1, {std::nan("")})), InputError);
    try {
        (void)degroot(matrix(2, 2, {.5, .5, 1.5, -.5}));
        FAIL("accepted");
    } catch (const InputError& error) {
        CHECK(error.where == "trust, row 1");
    }
    CHECK_THROWS_AS(degroot(matrix(2, 2, {.5, .6, 0, 1})), InputError);
}

//   1 ─3─▶ 0 ─1─▶ 0 himself,  0 ─2─▶ 1,  2 alone
TEST_CASE("ties become shares of what comes in, and one who hears nobody keeps to himself") {
    const graph::Ties ties(3, std::vector<graph::Tie>{{1, 0, 3}, {0, 0, 1}, {0, 1, 2}});
    CHECK(influence::averaging(ties) == matrix(3, 3, {.25, .75, 0, 1, 0, 0, 0, 0, 1}));
    CHECK_THROWS_AS(influence::averaging(graph::Ties(2, std::vector<graph::Tie>{{0, 1, -1}})), InputError);
}
