#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace buygraph::numbers {

/// Calls each(0), each(1), …, each(count − 1) with numbers that are known when compiling: a small array that only they index stays in
/// registers, whatever the compiler's effort.
template <std::size_t count, class Each>
constexpr void unrolled(Each each) {
    [&]<std::size_t... number>(std::index_sequence<number...>) { (each(std::integral_constant<std::size_t, number>()), ...); }(std::make_index_sequence<count>());
}

}  // namespace buygraph::numbers
