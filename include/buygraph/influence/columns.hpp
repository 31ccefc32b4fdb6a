#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#include "../numbers/tasks.hpp"

namespace buygraph::influence {

/// One person's numbers in `width` columns (1 or 4) side by side: fetched at once, and computed with at once where the compiler knows GCC's vector types.
template <class Real, std::size_t width>
struct alignas(width * sizeof(Real)) Row {
#if defined(__GNUC__)
    typedef Real Pack __attribute__((vector_size(16)));  // every processor has registers of this size
#else
    using Pack = Real;
#endif
    using Part = std::conditional_t<width == 1, Real, Pack>;
    static constexpr std::size_t parts = width * sizeof(Real) / sizeof(Part), lanes = width / parts;

    Part part[parts];

    [[nodiscard]] double operator[](std::size_t column) const {
        if constexpr (lanes == 1) return static_cast<double>(part[column]);
        else return static_cast<double>(part[column / lanes][column % lanes]);
    }
    void set(std::size_t column, double value) {
        if constexpr (lanes == 1) part[column] = static_cast<Real>(value);
        else part[column / lanes][column % lanes] = static_cast<Real>(value);
    }

    /// this + factor · other
    void add(Real factor, const Row& other) {
        for (std::size_t p = 0; p < parts; ++p) part[p] += factor * other.part[p];
    }
    /// this + factors · other, column by column
    void add(const Row& factors, const Row& other) {
        for (std::size_t p = 0; p < parts; ++p) part[p] += factors.part[p] * other.part[p];
    }
    /// The greater of this and |other|, column by column; what is no number counts as greater than any, and stays.
    void raise(const Row& other) {
        for (std::size_t p = 0; p < parts; ++p) {
            const Part size = other.part[p] < 0 ? -other.part[p] : other.part[p];
            part[p] = ((size > part[p]) | (size != size)) ? size : part[p];
        }
    }

    friend Row operator-(const Row& left, const Row& right) {
        Row result = left;
        for (std::size_t p = 0; p < parts; ++p) result.part[p] -= right.part[p];
        return result;
    }
    friend Row operator*(const Row& left, const Row& right) {
        Row result = left;
        for (std::size_t p = 0; p < parts; ++p) result.part[p] *= right.part[p];
        return result;
    }
};

/// Leaves unset what nobody sets: memory is first touched by the threads that fill it, and not twice. (The first touch of a page costs more than ten uses.)
template <class Item>
struct Unfilled : std::allocator<Item> {
    template <class Other>
    struct rebind {
        using other = Unfilled<Other>;
    };
    template <class Other>
    void construct(Other* place) noexcept {
        ::new (static_cast<void*>(place)) Other;
    }
    template <class Other, class... Arguments>
    void construct(Other* place, Arguments&&... arguments) {
        ::new (static_cast<void*>(place)) Other(std::forward<Arguments>(arguments)...);
    }
};

/// Numbers of all people, unset until they are set.
template <class Real, std::size_t width>
using Columns = std::vector<Row<Real, width>, Unfilled<Row<Real, width>>>;

/// A number for each column.
template <std::size_t width>
using PerColumn = std::array<double, width>;

template <class Real, std::size_t width>
[[nodiscard]] Row<Real, width> row_of(const PerColumn<width>& values) {
    Row<Real, width> row{};
    for (std::size_t c = 0; c < width; ++c) row.set(c, values[c]);
    return row;
}

/// People cut into shares that depend on their number alone: sums that are made share by share, and added in order, have the same bits for any number of threads.
[[nodiscard]] inline std::size_t column_shares(std::size_t people) { return people < 32768 ? 1 : 16; }

/// work(share, begin, end) for every share of people.
template <class Work>
void for_shares(std::size_t people, std::size_t threads, Work&& work) {
    const std::size_t shares = column_shares(people);
    numbers::run_tasks(shares, threads, [&](std::size_t share) { work(share, people * share / shares, people * (share + 1) / shares); });
}

/// Sets everybody's numbers to 0.
template <class Real, std::size_t width>
void clear(Columns<Real, width>& columns, std::size_t people, std::size_t threads) {
    columns.resize(people);
    for_shares(people, threads, [&](std::size_t, std::size_t begin, std::size_t end) { std::fill(columns.begin() + static_cast<std::ptrdiff_t>(begin), columns.begin() + static_cast<std::ptrdiff_t>(end), Row<Real, width>{}); });
}

/// Sums over people of `count` products at once: term(begin, end, sums) adds those of a few hundred neighbours to each. These are summed in `Real`, the rest in double.
template <class Real, std::size_t width, class Term>
[[nodiscard]] std::vector<PerColumn<width>> sums_over(std::size_t people, std::size_t count, std::size_t threads, Term&& term) {
    constexpr std::size_t block = 256;
    std::vector<std::vector<PerColumn<width>>> found(column_shares(people), std::vector<PerColumn<width>>(count, PerColumn<width>{}));
    for_shares(people, threads, [&](std::size_t share, std::size_t begin, std::size_t end) {
        std::vector<Row<Real, width>> sums(count);
        for (std::size_t start = begin; start < end; start += block) {
            std::fill(sums.begin(), sums.end(), Row<Real, width>{});
            term(start, std::min(end, start + block), sums.data());
            for (std::size_t k = 0; k < count; ++k)
                for (std::size_t c = 0; c < width; ++c) found[share][k][c] += sums[k][c];
        }
    });
    for (std::size_t share = 1; share < found.size(); ++share)
        for (std::size_t k = 0; k < count; ++k)
            for (std::size_t c = 0; c < width; ++c) found[0][k][c] += found[share][k][c];
    return found[0];
}

}  // namespace buygraph::influence
