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

/// Cuts 0 … count into pieces that are `most` wide, the last as wide as is left, and calls each(width, first) with the width known when compiling.
template <std::size_t most, class Each>
constexpr void in_pieces(std::size_t count, Each each) {
    std::size_t first = 0;
    for (; first + most <= count; first += most) each(std::integral_constant<std::size_t, most>(), first);
    unrolled<most - 1>([&](auto before) {
        if (count - first == before + 1) each(std::integral_constant<std::size_t, before + 1>(), first);
    });
}

}  // namespace buygraph::numbers
