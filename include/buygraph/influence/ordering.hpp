#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace buygraph::influence {

/// In which order people stand in memory while a large network is solved. It changes how long that takes and the last digits, nothing else.
enum class Order {
    given,                  ///< as they come
    degree,                 ///< whom most people listen to first: they are looked up all the time, and then stay near the processor
    reverse_cuthill_mckee,  ///< those who listen to each other side by side: for networks of neighbours, where nobody is listened to by very many
};

/// Who listens to whom, as rows of positions: row i is others[first[i]] to others[first[i + 1]].
struct Listening {
    std::span<const std::uint64_t> first;  ///< one longer than there are people
    std::span<const std::uint32_t> others;

    [[nodiscard]] std::size_t people() const { return first.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> row(std::size_t i) const { return others.subspan(first[i], first[i + 1] - first[i]); }
};

/// People by how many listen to them, the most first; equals as they come.
///
/// \param listeners  of each person
/// Cost: O(people + the largest count), a counting sort.
[[nodiscard]] inline std::vector<std::uint32_t> degree_order(std::span<const std::uint32_t> listeners) {
    const std::uint32_t most = listeners.empty() ? 0 : *std::max_element(listeners.begin(), listeners.end());
    std::vector<std::size_t> place(static_cast<std::size_t>(most) + 2, 0);
    for (const std::uint32_t count : listeners) ++place[most - count + 1];
    std::partial_sum(place.begin(), place.end(), place.begin());
    std::vector<std::uint32_t> order(listeners.size());
    for (std::uint32_t person = 0; person < order.size(); ++person) order[place[most - listeners[person]]++] = person;
    return order;
}

/// Reverse Cuthill–McKee: from the one with the fewest contacts outward, neighbours of neighbours by their number of contacts, and all of it turned round. One
/// part of the network after the other.
///
/// \param listens  who listens to whom
/// \param heard    the same ties the other way round
/// Cost: O(ties · log ties). Source: Cuthill and McKee 1969, doi:10.1145/800195.805928; George and Liu 1981, Computer Solution of Large Sparse Positive Definite Systems, chapter 4.
[[nodiscard]] inline std::vector<std::uint32_t> reverse_cuthill_mckee_order(const Listening& listens, const Listening& heard) {
    const std::size_t people = listens.people();
    const auto contacts = [&](std::uint32_t i) { return listens.row(i).size() + heard.row(i).size(); };
    const auto fewer = [&](std::uint32_t a, std::uint32_t b) { return contacts(a) < contacts(b) || (contacts(a) == contacts(b) && a < b); };
    std::vector<std::uint32_t> starts(people), order;
    std::iota(starts.begin(), starts.end(), 0U);
    std::sort(starts.begin(), starts.end(), fewer);
    std::vector<bool> met(people, false);
    order.reserve(people);
    for (const std::uint32_t start : starts) {
        if (met[start]) continue;
        met[start] = true;
        order.push_back(start);
        for (std::size_t next = order.size() - 1; next < order.size(); ++next) {
            const std::size_t begin = order.size();
            for (const Listening* side : {&listens, &heard})
                for (const std::uint32_t other : side->row(order[next]))
                    if (!met[other]) met[other] = true, order.push_back(other);
            std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin), order.end(), fewer);
        }
    }
    std::reverse(order.begin(), order.end());
    return order;
}

}  // namespace buygraph::influence
