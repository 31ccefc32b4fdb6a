#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

#include <buygraph/portfolio/portfolio.hpp>

namespace buygraph::python {

/// How to forecast a portfolio, and with which catalog to read it.
struct PortfolioRun {
    PortfolioOptions options;
    Catalog users;
    std::shared_ptr<std::atomic<bool>> stopped = std::make_shared<std::atomic<bool>>(false);
};

struct PortfolioRows {
    std::vector<PortfolioRow> rows;
    double kernel_seconds = 0;
};

/// With the interpreter's lock released; Ctrl-C and `stop` end it.
[[nodiscard]] PortfolioRows forecast_all(std::size_t count, const DealSource& deals, const PortfolioRun& run);

}  // namespace buygraph::python
