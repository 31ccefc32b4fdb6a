#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "../numbers/sort_stably.hpp"
#include "../separate.hpp"
#include "arrangement.hpp"
#include "scene.hpp"

namespace buygraph::picture {

/// A pair to be drawn: one of ours and one of theirs.
struct FacingPair {
    std::size_t member, figure;
    double fit;
    bool in_touch;
};

/// Our people facing theirs.
struct FacingRows {
    struct Ribbon {
        std::size_t pair;
        Point from, to;
    };
    static constexpr double square = 42;       ///< side of one of ours, px
    static constexpr double under_square = 14; ///< for the pips

    Arrangement map;                ///< theirs, by influence
    std::vector<double> heights;    ///< of their rows
    std::vector<Point> ours;        ///< centres of our squares, by member
    std::vector<FacingPair> pairs;  ///< with the figures' new places, by figure, the best fit first
    std::vector<Ribbon> ribbons;
    double height = 0;

    /// The pairs of a row.
    [[nodiscard]] std::vector<std::size_t> pairs_of(std::size_t figure) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < pairs.size(); ++i)
            if (pairs[i].figure == figure) found.push_back(i);
        return found;
    }
};

/// Where the columns are, px.
struct FacingColumns {
    double ours;      ///< centre of our squares
    double theirs;    ///< centre of their discs
    double label;     ///< most width of their names
};
[[nodiscard]] BUYGRAPH_HEAVY Density facing_density(std::size_t people, double label);

/// Lays the rows out: theirs by influence, ours by the mean height of those whom they look after, so that few ribbons cross.
///
/// Ribbons leave a square in the order in which they arrive. Members without a pair stand below the others, in file order.
/// \param people  who have not left; pairs name them by index
/// \param rows_needed  least height of each one's row, px
[[nodiscard]] BUYGRAPH_HEAVY FacingRows face_each_other(std::vector<Figure> people, std::vector<FacingPair> pairs, std::size_t members, const FacingColumns& columns, const std::vector<double>& rows_needed);

}  // namespace buygraph::picture

#if defined(BUYGRAPH_DEFINE_PICTURE)

#include "spaced.hpp"

namespace buygraph::picture {

BUYGRAPH_HEAVY Density facing_density(std::size_t people, double label) {
    if (people <= 14) return {label, 1, 7, true, false, true};
    if (people <= 30) return {label, .85, 5, true, false, true};
    return {label, .72, 4, false, false, false};
}

BUYGRAPH_HEAVY FacingRows face_each_other(std::vector<Figure> people, std::vector<FacingPair> pairs, std::size_t members, const FacingColumns& columns, const std::vector<double>& rows_needed) {
    FacingRows result;
    std::vector<std::size_t> order(people.size()), position(people.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    numbers::sort_stably(order, [&](std::size_t left, std::size_t right) { return people[left].rank > people[right].rank; });
    for (std::size_t i = 0; i < order.size(); ++i) position[order[i]] = i;
    for (FacingPair& pair : pairs) pair.figure = position[pair.figure];
    numbers::sort_stably(pairs, [](const FacingPair& left, const FacingPair& right) { return left.figure != right.figure ? left.figure < right.figure : left.fit > right.fit; });
    result.pairs = std::move(pairs);

    result.map.density = facing_density(people.size(), columns.label);
    (void)detail::boxes_of(people, result.map.density);
    for (const std::size_t i : order) {
        people[i].boss.reset();
        const Anatomy body = anatomy(people[i], result.map.density);
        const Label label = label_of(people[i], result.map.density);
        const double above = std::max(body.outer, -label.top) + 2, below = std::max(lowest_mark(people[i], result.map.density), label.bottom) + 2;
        const double extra = std::max(0.0, rows_needed[i] - above - below) / 2;
        people[i].centre = {columns.theirs, result.height + extra + above};
        result.heights.push_back(above + below + 2 * extra);
        result.height += result.heights.back();
        result.map.figures.push_back(people[i]);
    }

    constexpr double apart = FacingRows::square + FacingRows::under_square + 12, half = FacingRows::square / 2;
    result.height = std::max(result.height, apart * static_cast<double>(members));
    std::vector<std::pair<double, std::size_t>> wished;
    for (std::size_t member = 0; member < members; ++member) {
        double sum = 0, count = 0;
        for (const FacingPair& pair : result.pairs)
            if (pair.member == member) sum += result.map.figures[pair.figure].centre.y, ++count;
        wished.emplace_back(count > 0 ? sum / count : result.height, member);
    }
    numbers::sort_stably(wished, [](const auto& left, const auto& right) { return left.first < right.first; });
    std::vector<double> wishes;
    for (const auto& one : wished) wishes.push_back(one.first);
    const std::vector<double> places = spaced(wishes, std::vector<double>(members > 0 ? members - 1 : 0, apart), half, result.height - half - FacingRows::under_square);
    result.ours.resize(members);
    for (std::size_t i = 0; i < members; ++i) result.ours[wished[i].second] = {columns.ours, places[i]};

    for (std::size_t member = 0; member < members; ++member) {
        std::vector<std::size_t> own;
        for (std::size_t i = 0; i < result.pairs.size(); ++i)
            if (result.pairs[i].member == member) own.push_back(i);
        const double step = own.size() < 2 ? 0 : std::min(8.0, (FacingRows::square - 10) / static_cast<double>(own.size() - 1));
        for (std::size_t k = 0; k < own.size(); ++k) {
            const Figure& figure = result.map.figures[result.pairs[own[k]].figure];
            const double y = result.ours[member].y + (static_cast<double>(k) - static_cast<double>(own.size() - 1) / 2) * step;
            result.ribbons.push_back({own[k], {columns.ours + half + 4, y}, {columns.theirs - anatomy(figure, result.map.density).outer - 4, figure.centre.y}});
        }
    }
    return result;
}

}  // namespace buygraph::picture

#endif
