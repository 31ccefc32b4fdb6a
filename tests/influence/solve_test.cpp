#include <buygraph/influence/solve.hpp>

#include <Eigen/LU>
#include <random>
#include <vector>

#include "catch.hpp"

TEMPLATE_TEST_CASE("elimination without pivoting agrees with Eigen's pivoted LU on dominant systems", "", float, double) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> uniform(-1, 1);
    const int columns = GENERATE(1, 3, 8, 13);  // one to more than are solved at once
    for (const int size : {1, 2, 5, 16, 17, 37, 50}) {  // blocks of pivots with and without a rest, and rows and columns of every number behind them
        Eigen::MatrixXd matrix(size, size), right(size, columns);
        for (int i = 0; i < size; ++i) {
            for (int j = 0; j < size; ++j) matrix(i, j) = uniform(random) / size;
            matrix(i, i) = 1.2;
            for (int j = 0; j < columns; ++j) right(i, j) = uniform(random);
        }
        const Eigen::MatrixXd exact = matrix.partialPivLu().solve(right);
        std::vector<TestType> m, b;
        for (int i = 0; i < size; ++i) {
            for (int j = 0; j < size; ++j) m.push_back(static_cast<TestType>(matrix(i, j)));
            for (int j = 0; j < columns; ++j) b.push_back(static_cast<TestType>(right(i, j)));
        }
        buygraph::influence::solve_dominant<TestType>(m, b, static_cast<std::size_t>(size), static_cast<std::size_t>(columns));
        const double tolerance = sizeof(TestType) == 4 ? 1e-5 : 1e-13;
        for (int i = 0; i < size; ++i)
            for (int j = 0; j < columns; ++j) CHECK(static_cast<double>(b[static_cast<std::size_t>(i * columns + j)]) == Approx(exact(i, j)).margin(tolerance));
    }
}

// The plain elimination, pivot by pivot, is one block of all; multiplied and subtracted in one step or in two, a compiler does both alike.
TEST_CASE("by blocks of pivots every entry of the factors has the bits that it has pivot by pivot") {
    std::mt19937 random(9);
    std::uniform_real_distribution<double> uniform(-1, 1);
    for (const std::size_t size : {1U, 15U, 16U, 17U, 31U, 32U, 33U, 50U}) {
        std::vector<double> blocks;
        for (std::size_t at = 0; at < size * size; ++at) blocks.push_back(at / size == at % size ? 1.2 : uniform(random) / static_cast<double>(size));
        std::vector<double> plain = blocks;
        buygraph::influence::factor_dominant<double>(blocks, size);
        buygraph::influence::detail::eliminate_block<double>(plain, size, 0, size);
        CHECK(blocks == plain);
    }
}

// One column to more than are solved at once.
TEST_CASE("the transposed system is solved from the same factors, for any number of columns") {
    std::mt19937 random(8);
    std::uniform_real_distribution<double> uniform(-1, 1);
    for (const int size : {1, 4, 9, 35})
        for (const int columns : {1, 2, 3, 4, 5, 6, 7, 13}) {
            Eigen::MatrixXd matrix(size, size), right(size, columns);
            std::vector<double> m, b;
            for (int i = 0; i < size; ++i)
                for (int j = 0; j < size; ++j) m.push_back(matrix(i, j) = i == j ? 1.2 : uniform(random) / size);
            for (int i = 0; i < size; ++i)
                for (int j = 0; j < columns; ++j) b.push_back(right(i, j) = uniform(random));
            const Eigen::MatrixXd exact = matrix.transpose().partialPivLu().solve(right);
            buygraph::influence::factor_dominant<double>(m, static_cast<std::size_t>(size));
            buygraph::influence::solve_transposed<double>(m, b, static_cast<std::size_t>(size), static_cast<std::size_t>(columns));
            for (int i = 0; i < size; ++i)
                for (int j = 0; j < columns; ++j) CHECK(b[static_cast<std::size_t>(i * columns + j)] == Approx(exact(i, j)).margin(1e-13));
        }
}
