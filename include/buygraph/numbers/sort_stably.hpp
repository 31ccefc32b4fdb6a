#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

namespace buygraph::numbers {

namespace detail {

/// A comparison of two positions whose type is forgotten, so that what sorts them is compiled once.
struct Precedes {
    const void* comparison;
    bool (*call)(const void*, std::size_t, std::size_t);
    bool operator()(std::size_t left, std::size_t right) const { return call(comparison, left, right); }
};

[[nodiscard]] inline std::vector<std::size_t> stable_order(std::size_t count, Precedes precedes) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), precedes);
    return order;
}

}  // namespace detail

/// Sorts values; those of which neither comes before the other keep their order.
///
/// For lists that a person reads: `std::stable_sort` costs each type of value and of comparison 2 kB of program and its compile time, this some bytes.
/// \param values    a vector, or what else has `size` and a `begin` of random access
/// \param precedes  (left, right) → bool, a strict weak order
/// Cost: O(values · log values) calls through a pointer; each value is moved twice.
template <class Values, class Precedes>
void sort_stably(Values& values, const Precedes& precedes) {
    using Iterator = decltype(values.begin());
    const auto value = [first = values.begin()](std::size_t at) -> decltype(auto) { return first[static_cast<std::ptrdiff_t>(at)]; };
    const auto by_position = [&](std::size_t left, std::size_t right) { return precedes(std::as_const(value(left)), std::as_const(value(right))); };
    using Comparison = decltype(by_position);
    const std::vector<std::size_t> order = detail::stable_order(values.size(), {&by_position, [](const void* comparison, std::size_t left, std::size_t right) { return (*static_cast<const Comparison*>(comparison))(left, right); }});
    std::vector<typename std::iterator_traits<Iterator>::value_type> sorted;
    sorted.reserve(order.size());
    for (const std::size_t at : order) sorted.push_back(std::move(value(at)));
    std::move(sorted.begin(), sorted.end(), values.begin());
}

}  // namespace buygraph::numbers
