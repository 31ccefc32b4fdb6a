#include <buygraph/influence/sparse_network.hpp>

#include <cmath>
#include <numeric>

#include "catch.hpp"
#include "sparse.hpp"

using namespace buygraph;
using namespace buygraph::influence;

namespace {

template <class Make>
InputError refused(Make make) {
    try {
        (void)make();
    } catch (const InputError& error) {
        return error;
    }
    return InputError("", "accepted", "");
}

SparseNetwork of_ties(std::size_t people, const std::vector<std::int64_t>& from, const std::vector<std::int64_t>& to, const std::vector<double>& strengths, const NetworkOptions& options = {}) {
    return network_of_ties(people, from, to, strengths, options);
}

}  // namespace

TEST_CASE("rows come back as they were given, in whatever order people stand") {
    const Matrix influence = sparse::random_influence(30, .3, true, 1);
    for (const Order order : {Order::given, Order::degree, Order::reverse_cuthill_mckee}) {
        const SparseNetwork network = sparse::network(influence, {.order = order});
        CHECK(sparse::dense(network) == influence);
        for (std::size_t person = 0; person < 30; ++person) CHECK(network.person[network.position[person]] == person);
    }
}

TEST_CASE("whole numbers of 64 bits give the same network as those of 32") {
    const sparse::Rows rows(sparse::random_influence(30, .3, true, 2));
    const std::vector<std::int64_t> first(rows.first.begin(), rows.first.end()), columns(rows.columns.begin(), rows.columns.end());
    CHECK(sparse::dense(network_of_rows(first, columns, rows.strengths)) == sparse::dense(network_of_rows(rows.first, rows.columns, rows.strengths)));
}

TEST_CASE("in the order by degree the one whom most listen to stands first") {
    Matrix star(5, 5);
    for (std::size_t i = 0; i < 5; ++i)
        if (i != 3) star(i, 3) = .5;
    const SparseNetwork network = sparse::network(star);
    CHECK(network.person[0] == 3);
    CHECK(network.ties() == 4);
}

//   0 → 1 twice (0.2 and 0.3), 2 → 1 (−0.1), 1 → 1 (0.4, says nothing); nobody sways 0 and 2
TEST_CASE("ties that name a pair again add up, and what nobody takes stays one's own") {
    const Matrix found = sparse::dense(of_ties(3, {0, 2, 0, 1}, {1, 1, 1, 1}, {.2, -.1, .3, .4}));
    CHECK(found(1, 0) == .5);
    CHECK(found(1, 2) == -.1);
    CHECK(found(1, 1) == Approx(.4).epsilon(1e-15));
    CHECK((found(0, 0) == 1 && found(2, 2) == 1));
    CHECK((found(0, 1) == 0 && found(0, 2) == 0 && found(2, 0) == 0));
}

TEST_CASE("ties that cancel each other are none") { CHECK(of_ties(2, {0, 0}, {1, 1}, {.5, -.5}).ties() == 0); }

TEST_CASE("strengths that add to more than 1 are divided by their sum where that is asked for") {
    const Matrix of_table = sparse::dense(of_ties(3, {0, 2}, {1, 1}, {3, -1}, {.divide = true}));
    CHECK(of_table(1, 0) == .75);
    CHECK(of_table(1, 2) == -.25);
    CHECK(of_table(1, 1) == 0);
    Matrix rows(2, 2);
    rows(0, 0) = 1, rows(0, 1) = 3, rows(1, 0) = .5;
    const Matrix divided = sparse::dense(sparse::network(rows, {.divide = true}));
    CHECK((divided(0, 0) == .25 && divided(0, 1) == .75));
    CHECK(divided(1, 0) == .5);  // within 1 already
}

TEST_CASE("a row that adds to more than 1 is refused, naming who, how much, and how many more there are") {
    const InputError table = refused([] { return of_ties(3, {0, 2}, {1, 1}, {.75, -.75}, {.name = [](std::size_t i) { return std::string("p") + std::to_string(i); }}); });
    CHECK(table.where == "influence, p1");
    CHECK(table.given == "absolute weights that add to 1.5");
    CHECK(table.allowed == "at most 1");
    const InputError several = refused([] { return sparse::network(Matrix(8, 8, .25)); });
    CHECK(several.where == "influence, row 0");
    CHECK(several.given == "absolute weights that add to 2, and 7 more like it: row 1 (2), row 2 (2), row 3 (2), row 4 (2), …");
}

TEST_CASE("what is no network is refused, naming where") {
    const std::vector<std::int32_t> first{0, 1, 2};
    const auto rows = [&](std::vector<std::int32_t> starts, std::vector<std::int32_t> columns, std::vector<double> strengths) {
        return refused([&] { return network_of_rows(starts, columns, strengths); }).where;
    };
    CHECK(rows({0, 1, 2}, {1, 2}, {.1, .1}) == "influence, row 1");
    CHECK(rows({0, 1, 2}, {1, -1}, {.1, .1}) == "influence, row 1");
    CHECK(rows({0, 2, 2}, {1, 0}, {.1, .1}) == "influence, row 0");  // falling
    CHECK(rows({0, 2, 2}, {1, 1}, {.1, .1}) == "influence, row 0");  // twice
    CHECK(rows({0, 1, 2}, {1, 0}, {std::nan(""), .1}) == "influence, row 0");
    CHECK(rows({0, 2, 1, 2}, {1, 0}, {.1, .1}) == "influence, row 1");
    CHECK(rows({0, 1, 3}, {1, 0}, {.1, .1}) == "influence");
    CHECK(rows({0, 1, 2}, {1, 0}, {.1}) == "influence");
    CHECK(rows({0}, {}, {}) == "influence");
    CHECK(rows({}, {}, {}) == "influence");
    CHECK(refused([] { return of_ties(2, {0, 2}, {1, 0}, {.1, .1}); }).where == "influence, tie 1");
    CHECK(refused([] { return of_ties(2, {0, 0}, {1, -1}, {.1, .1}); }).where == "influence, tie 1");
    CHECK(refused([] { return of_ties(2, {0}, {1}, {INFINITY}); }).where == "influence, tie 0");
    CHECK(refused([] { return of_ties(2, {0, 1}, {1}, {.1}); }).where == "influence");
    CHECK(refused([] { return of_ties(0, {}, {}, {}); }).where == "influence");
}

TEST_CASE("a network that does not fit is refused before it is built") {
    const InputError error = refused([] { return of_ties(1000, {0}, {1}, {.1}, {.memory = 1000}); });
    CHECK(error.where == "memory");
    CHECK(error.allowed == "at most 1 kB");
}

TEST_CASE("threads change nothing, and who asks to stop is heard") {
    const Matrix influence = sparse::random_influence(200, .2, true, 3);
    const SparseNetwork one = sparse::network(influence, {.threads = 1});
    for (const std::size_t threads : {2UL, 3UL, 8UL}) {
        const SparseNetwork other = sparse::network(influence, {.threads = threads});
        CHECK(other.person == one.person);
        CHECK(sparse::dense(other) == sparse::dense(one));
    }
    CHECK_THROWS_AS(sparse::network(influence, {.interrupt = [] { return true; }}), Interrupted);
}

TEST_CASE("the other way round every tie points back, and twice the other way round is the network again") {
    const SparseNetwork network = sparse::network(sparse::random_influence(25, .3, true, 4));
    const SparseNetwork turned = transposed(network);
    const Matrix forward = sparse::dense(network), back = sparse::dense(turned);
    for (std::size_t i = 0; i < 25; ++i)
        for (std::size_t j = 0; j < 25; ++j) CHECK(forward(i, j) == back(j, i));
    CHECK(sparse::dense(transposed(turned)) == forward);
    CHECK_THROWS_AS(transposed(network, 100), InputError);
}
