#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "../separate.hpp"

namespace buygraph::picture {

/// Places on a line as near as can be to those wished for (least squares), in the given order and with room between neighbours.
///
/// Where the line is too short for all, they start at its low end and leave it at the other.
/// \param wishes  n places, in the order that is kept
/// \param apart   n − 1 least distances, from each to the next
/// Cost: O(n). Source: pool adjacent violators, Best and Chakravarti 1990, doi:10.1007/BF01580873; bounds by clamping, which keeps it optimal.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<double> spaced(const std::vector<double>& wishes, const std::vector<double>& apart, double low, double high);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

namespace buygraph::picture {

BUYGRAPH_HEAVY std::vector<double> spaced(const std::vector<double>& wishes, const std::vector<double>& apart, double low, double high) {
    struct Pool {
        double sum;
        std::size_t count;

        [[nodiscard]] double mean() const { return sum / static_cast<double>(count); }
    };
    // Less the room that those before take, the places have only to rise.
    std::vector<double> before(wishes.size(), 0);
    for (std::size_t i = 1; i < wishes.size(); ++i) before[i] = before[i - 1] + apart[i - 1];
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        pools.push_back({wishes[i] - before[i], 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().count += last.count;
        }
    }
    std::vector<double> places;
    const double most = wishes.empty() ? high : std::max(low, high - before.back());
    for (const Pool& pool : pools)
        for (std::size_t i = 0; i < pool.count; ++i) places.push_back(std::clamp(pool.mean(), low, most) + before[places.size()]);
    return places;
}

}  // namespace buygraph::picture

#endif
