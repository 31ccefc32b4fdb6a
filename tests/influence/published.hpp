#pragma once

#include <utility>
#include <vector>

#include <buygraph/influence/matrix.hpp>

/// Matrices of published examples.
namespace published {

inline buygraph::Matrix matrix(std::size_t rows, std::size_t columns, std::vector<double> values) {
    buygraph::Matrix result(rows, columns);
    result.values = std::move(values);
    return result;
}

// Parsegov, Proskurnikov, Tempo and Friedkin 2017, doi:10.1109/TAC.2016.2613905, eq. 2: four people, the third stubborn
inline const buygraph::Matrix parsegov = matrix(4, 4, {.220, .120, .360, .300, .147, .215, .344, .294, 0, 0, 1, 0, .090, .178, .446, .286});
inline const std::vector<double> openness{1 - .220, 1 - .215, 0, 1 - .286};

}  // namespace published
