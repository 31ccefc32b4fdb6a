#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "../numbers/tasks.hpp"
#include "../separate.hpp"
#include "ordering.hpp"

namespace buygraph::influence {

/// Numbers in a row that nobody has set yet: for those who write each of them once, from several threads.
template <class Number>
class Unset {
  public:
    Unset() = default;
    explicit Unset(std::size_t size) : values_(new Number[size]), size_(size) {}

    [[nodiscard]] Number& operator[](std::size_t i) { return values_[i]; }
    [[nodiscard]] const Number& operator[](std::size_t i) const { return values_[i]; }
    [[nodiscard]] Number* data() { return values_.get(); }
    [[nodiscard]] const Number* data() const { return values_.get(); }
    [[nodiscard]] std::size_t size() const { return size_; }

  private:
    std::unique_ptr<Number[]> values_;
    std::size_t size_ = 0;
};

/// How a person is called in errors: by index.
using PersonName = std::function<std::string(std::size_t)>;

/// How a large network is read.
struct NetworkOptions {
    Order order = Order::degree;
    bool divide = false;                ///< strengths that add to more than 1 for one person are divided by their sum, as in a deal; otherwise they are an error
    std::size_t threads = 0;            ///< as many as the machine has unless given; the network is the same for any number
    std::optional<std::size_t> memory;  ///< bytes it may take; what the machine can still give unless given
    PersonName name;                    ///< "row 3" or "person 3" unless given
    numbers::Interrupt interrupt;
};

/// A network of up to some hundred million ties, ready to be solved: rows of the influence matrix W one after the other, only where they are not 0.
///
/// Made by `network_of_rows` and `network_of_ties`. People stand in an order that suits the processor, so all but `person` and `position` goes by position.
/// Nothing in it depends on susceptibilities: one network serves any number of questions.
struct SparseNetwork {
    static constexpr std::size_t margin = 64;  ///< zeros after the last of `others`, so that one may look ahead

    std::vector<std::uint64_t> first;  ///< ties of position i: first[i] to first[i + 1], one longer than there are people
    Unset<std::uint32_t> others;       ///< the position of whom he listens to, never himself
    Unset<double> strengths;           ///< W[i, other], not 0
    std::vector<double> own;           ///< W[i, i]
    std::vector<double> attention;     ///< Σ |W[i, ·]|, his own part included; at most 1 + 1e-9, in a transposed network anything
    std::vector<std::uint32_t> person, position;
    PersonName name;

    [[nodiscard]] std::size_t people() const { return own.size(); }
    [[nodiscard]] std::size_t ties() const { return first.empty() ? 0 : first.back(); }  ///< without those of people to themselves
    [[nodiscard]] Listening listening() const { return {first, {others.data(), ties()}}; }
};

/// From the rows of W, as sparse matrices are kept everywhere (CSR): W[i, columns[k]] = strengths[k] for k from first[i] to first[i + 1], diagonal included.
///
/// The matrix means the same as a dense one in `equilibrium`: a row may be empty, and what is missing from 1 is nobody's.
///
/// \param first    one longer than there are people, rising from 0
/// \param columns  rising within each row
/// \throws InputError  no network: naming whom, the first few of those whose absolute strengths add to more than 1, and how many they are
/// Cost: O(people + ties); 12 bytes a tie and 32 a person are kept.
[[nodiscard]] BUYGRAPH_HEAVY SparseNetwork network_of_rows(std::span<const std::int32_t> first, std::span<const std::int32_t> columns, std::span<const double> strengths,
                                                           const NetworkOptions& options = {});
[[nodiscard]] BUYGRAPH_HEAVY SparseNetwork network_of_rows(std::span<const std::int64_t> first, std::span<const std::int64_t> columns, std::span<const double> strengths,
                                                           const NetworkOptions& options = {});

/// From ties in any order: from[k] sways to[k], and strengths[k] is the share of to[k]'s attention that from[k] has. What nobody takes stays his own, as in a deal:
/// W[i, i] = 1 − Σ_{j≠i} |W[i, j]|. One without ties keeps what he thinks.
///
/// Ties that name a pair again add up; a tie to oneself says nothing, since what others leave is one's own anyway.
/// \param people  how many; from and to are below
/// \throws InputError  as `network_of_rows`
/// Cost: O(ties · log ties of a person); besides what is kept another 12 bytes a tie meanwhile.
[[nodiscard]] BUYGRAPH_HEAVY SparseNetwork network_of_ties(std::size_t people, std::span<const std::int32_t> from, std::span<const std::int32_t> to, std::span<const double> strengths,
                                                           const NetworkOptions& options = {});
[[nodiscard]] BUYGRAPH_HEAVY SparseNetwork network_of_ties(std::size_t people, std::span<const std::int64_t> from, std::span<const std::int64_t> to, std::span<const double> strengths,
                                                           const NetworkOptions& options = {});

/// The same ties the other way round, people in the same order: row i says who listens to i, and how much.
///
/// Cost: O(people + ties), and as much memory again.
[[nodiscard]] BUYGRAPH_HEAVY SparseNetwork transposed(const SparseNetwork& network, const std::optional<std::size_t>& memory = {});

}  // namespace buygraph::influence

#if defined(BUYGRAPH_DEFINE_NETWORKS)

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "../deal/number_text.hpp"
#include "../error.hpp"
#include "memory.hpp"

namespace buygraph::influence {

namespace detail {

/// Rows as they were given: in scipy's CSR, or with gaps where parallel ties were added up.
template <class Index, class Start>
struct GivenRows {
    std::span<const Start> begins;   ///< where row i begins
    std::span<const Start> ends;     ///< and ends
    std::span<const Index> columns;
    std::span<const double> strengths;
    bool rest_is_own;  ///< what others leave, and not the diagonal

    [[nodiscard]] std::size_t people() const { return begins.size(); }
    [[nodiscard]] std::size_t begin(std::size_t i) const { return static_cast<std::size_t>(begins[i]); }
    [[nodiscard]] std::size_t end(std::size_t i) const { return static_cast<std::size_t>(ends[i]); }
    [[nodiscard]] std::size_t column(std::size_t k) const { return static_cast<std::size_t>(columns[k]); }
    /// Asks for a row that will be wanted soon.
    void prefetch([[maybe_unused]] std::size_t i) const {
#if defined(__GNUC__)
        __builtin_prefetch(columns.data() + begin(i));
        __builtin_prefetch(strengths.data() + begin(i));
        __builtin_prefetch(strengths.data() + begin(i) + 8);
#endif
    }
};

/// What a look at all rows finds, by person.
struct RowsFound {
    std::vector<std::uint32_t> kept, listeners;  ///< ties that are kept; how many listen to a person
    std::vector<double> own, attention, scale;
};

[[nodiscard]] inline std::string called(const PersonName& name, std::size_t person, const char* otherwise) {
    return name ? name(person) : std::string(otherwise) + " " + std::to_string(person);
}

[[nodiscard]] inline std::string network_text(std::size_t people, std::size_t ties) { return std::to_string(ties) + " ties of " + std::to_string(people) + " people"; }

[[nodiscard]] inline std::size_t network_bytes(std::size_t people, std::size_t ties) { return people * 32 + ties * 12; }

/// The first fault of a share of people, and those who attend to too much.
struct RowFaults {
    struct Greedy {
        std::size_t person;
        double sum;
    };
    static constexpr std::size_t most = 5;

    std::optional<InputError> first;
    std::vector<Greedy> greedy;  ///< the first few
    std::size_t greedy_count = 0;

    void add(std::size_t person, double sum) {
        if (greedy.size() < most) greedy.push_back({person, sum});
        ++greedy_count;
    }
};

inline void require_faultless(const std::vector<RowFaults>& shares, const PersonName& name, const char* kind) {
    RowFaults all;
    for (const RowFaults& share : shares) {
        if (share.first) throw *share.first;
        for (const RowFaults::Greedy& greedy : share.greedy)
            if (all.greedy.size() < RowFaults::most) all.greedy.push_back(greedy);
        all.greedy_count += share.greedy_count;
    }
    if (all.greedy_count == 0) return;
    std::string given = "absolute weights that add to " + number_text(all.greedy.front().sum);
    if (all.greedy_count > 1) {
        given += ", and " + std::to_string(all.greedy_count - 1) + " more like it:";
        for (std::size_t i = 1; i < all.greedy.size(); ++i) given += (i > 1 ? ", " : " ") + called(name, all.greedy[i].person, kind) + " (" + number_text(all.greedy[i].sum) + ")";
        if (all.greedy_count > all.greedy.size()) given += ", …";
    }
    throw InputError("influence, " + called(name, all.greedy.front().person, kind), given, "at most 1");
}

/// One row: its sum, its diagonal, what is kept of it, who is listened to. Gives the fault if there is one.
template <class Index, class Start>
std::optional<InputError> look_at_row(const GivenRows<Index, Start>& rows, std::size_t i, RowsFound& found, std::uint32_t* listeners, const PersonName& name, const char* kind) {
    const auto fault = [&](std::string given, std::string allowed) { return InputError("influence, " + called(name, i, kind), std::move(given), std::move(allowed)); };
    double sum = 0, own = 0;
    std::uint32_t kept = 0;
    std::size_t least = 0;  // what the next column must not be below
    for (std::size_t k = rows.begin(i); k < rows.end(i); ++k) {
        const Index given = rows.columns[k];
        const auto column = static_cast<std::size_t>(given);
        if (column >= rows.people())  // a negative one becomes too large
             return fault("column " + std::to_string(given), "a position below " + std::to_string(rows.people()));
        if (column < least) return fault("column " + std::to_string(given) + " after column " + std::to_string(least - 1), "rising columns");
        least = column + 1;
        const double weight = rows.strengths[k];
        if (!std::isfinite(weight)) return fault(number_text(weight), "finite numbers");
        if (column == i) {
            if (!rows.rest_is_own) own = weight, sum += std::abs(weight);
        } else if (weight != 0) {
            sum += std::abs(weight);
            ++kept;
            ++listeners[column];
        }
    }
    const double scale = sum > 1 ? 1 / sum : 1;
    found.kept[i] = kept;
    found.scale[i] = scale;
    found.own[i] = rows.rest_is_own ? std::max(0.0, 1 - sum) : own;
    found.attention[i] = rows.rest_is_own ? std::max(1.0, sum) : sum;
    return std::nullopt;
}

inline constexpr std::size_t build_shares = 64;

/// How many shares people are cut into for several threads, and where share s begins.
[[nodiscard]] inline std::size_t share_begin(std::size_t people, std::size_t shares, std::size_t s) { return people / shares * s + std::min(s, people % shares); }

[[nodiscard]] inline std::size_t threads_of(std::size_t asked) { return asked ? asked : numbers::machine_threads(); }

template <class Index, class Start>
RowsFound look_at_rows(const GivenRows<Index, Start>& rows, const NetworkOptions& options) {
    const std::size_t people = rows.people(), threads = threads_of(options.threads), crews = std::min<std::size_t>(threads, 4);
    const char* kind = rows.rest_is_own ? "person" : "row";
    RowsFound found{std::vector<std::uint32_t>(people), std::vector<std::uint32_t>(people), std::vector<double>(people), std::vector<double>(people), std::vector<double>(people)};
    std::vector<RowFaults> faults(crews);
    std::vector<std::vector<std::uint32_t>> listeners(crews);  // each counts for himself
    numbers::run_tasks(crews, threads, [&](std::size_t crew) {
        listeners[crew].resize(people);
        for (std::size_t i = share_begin(people, crews, crew); i < share_begin(people, crews, crew + 1); ++i) {
            if (auto fault = look_at_row(rows, i, found, listeners[crew].data(), options.name, kind)) {
                faults[crew].first = std::move(fault);
                return;
            }
            if (found.scale[i] < 1 && options.divide) found.own[i] *= rows.rest_is_own ? 1 : found.scale[i], found.attention[i] = 1;
            else if (found.attention[i] > 1 + 1e-9) faults[crew].add(i, found.attention[i]);
            else found.scale[i] = 1;
        }
    });
    require_faultless(faults, options.name, kind);
    numbers::run_tasks(build_shares, threads, [&](std::size_t share) {
        for (std::size_t i = share_begin(people, build_shares, share); i < share_begin(people, build_shares, share + 1); ++i)
            for (const auto& one : listeners) found.listeners[i] += one[i];
    });
    return found;
}

/// Rows put in order.
template <class Index, class Start>
SparseNetwork place(const GivenRows<Index, Start>& rows, const RowsFound& found, std::vector<std::uint32_t> order, const NetworkOptions& options) {
    constexpr std::size_t ahead = 8;  // rows
    const std::size_t people = rows.people(), threads = threads_of(options.threads);
    SparseNetwork network;
    network.name = options.name;
    network.person = std::move(order);
    network.position.resize(people);
    network.first.resize(people + 1);
    network.own.resize(people);
    network.attention.resize(people);
    for (std::size_t at = 0; at < people; ++at) {
        const std::uint32_t person = network.person[at];
        network.position[person] = static_cast<std::uint32_t>(at);
        network.first[at + 1] = network.first[at] + found.kept[person];
        network.own[at] = found.own[person];
        network.attention[at] = found.attention[person];
    }
    network.others = Unset<std::uint32_t>(network.ties() + SparseNetwork::margin);
    network.strengths = Unset<double>(network.ties());
    std::fill_n(network.others.data() + network.ties(), SparseNetwork::margin, 0U);
    numbers::run_tasks(build_shares, threads, [&](std::size_t share) {
        for (std::size_t at = share_begin(people, build_shares, share); at < share_begin(people, build_shares, share + 1); ++at) {
            if (at + ahead < people) rows.prefetch(network.person[at + ahead]);
            const std::size_t i = network.person[at];
            std::size_t next = network.first[at];
            for (std::size_t k = rows.begin(i); k < rows.end(i); ++k) {
                if (rows.column(k) == i || rows.strengths[k] == 0) continue;
                network.others[next] = network.position[rows.column(k)];
                network.strengths[next++] = found.scale[i] * rows.strengths[k];
            }
        }
    });
    return network;
}

template <class Index, class Start>
SparseNetwork ordered_network(const GivenRows<Index, Start>& rows, const NetworkOptions& options) {
    if (rows.people() == 0) throw InputError("influence", "no people", "one or more");
    if (rows.people() >= std::numeric_limits<std::uint32_t>::max()) throw InputError("influence", std::to_string(rows.people()) + " people", "less than 4294967295");
    const RowsFound found = look_at_rows(rows, options);
    if (options.interrupt && options.interrupt()) throw Interrupted();
    std::vector<std::uint32_t> order(rows.people());
    std::iota(order.begin(), order.end(), 0U);
    if (options.order == Order::degree) order = degree_order(found.listeners);
    if (options.order != Order::reverse_cuthill_mckee) return place(rows, found, std::move(order), options);
    const SparseNetwork as_given = place(rows, found, std::move(order), options);
    return place(rows, found, reverse_cuthill_mckee_order(as_given.listening(), transposed(as_given, options.memory).listening()), options);
}

template <class Index>
SparseNetwork network_of_csr(std::span<const Index> first, std::span<const Index> columns, std::span<const double> strengths, const NetworkOptions& options) {
    if (first.empty() || first.front() != 0 || static_cast<std::size_t>(first.back()) != columns.size() || columns.size() != strengths.size())
        throw InputError("influence", std::to_string(columns.size()) + " columns and " + std::to_string(strengths.size()) + " strengths in rows to " + std::to_string(first.empty() ? 0 : first.back()),
                         "rows from 0 that end with the last tie");
    for (std::size_t i = 0; i + 1 < first.size(); ++i)
        if (first[i] > first[i + 1]) throw InputError("influence, " + called(options.name, i, "row"), "an end before its beginning", "rising positions");
    const std::size_t people = first.size() - 1, ties = columns.size(), copies = options.order == Order::reverse_cuthill_mckee ? 3 : 1;
    return within_memory(copies * network_bytes(people, ties) + people * 32, options.memory, network_text(people, ties),
                         [&] { return ordered_network(GivenRows<Index, Index>{first.first(people), first.subspan(1), columns, strengths, false}, options); });
}

/// Ties by whom they reach, then by who they come from, parallel ones added up: rows with gaps behind them.
struct TiesInRows {
    std::vector<std::uint64_t> begins, ends;
    Unset<std::uint32_t> from;
    Unset<double> strengths;
};

template <class Index>
TiesInRows rows_of_ties(std::size_t people, std::span<const Index> from, std::span<const Index> to, std::span<const double> strengths, const NetworkOptions& options) {
    TiesInRows rows{std::vector<std::uint64_t>(people + 1, 0), std::vector<std::uint64_t>(people, 0), Unset<std::uint32_t>(from.size()), Unset<double>(from.size())};
    for (std::size_t k = 0; k < from.size(); ++k) {
        for (const Index end : {from[k], to[k]})
            if (static_cast<std::size_t>(end) >= people) throw InputError("influence, tie " + std::to_string(k), std::to_string(end), "a person's position below " + std::to_string(people));
        if (!std::isfinite(strengths[k])) throw InputError("influence, tie " + std::to_string(k), number_text(strengths[k]), "a finite strength");
        ++rows.begins[static_cast<std::size_t>(to[k]) + 1];
    }
    for (std::size_t i = 0; i < people; ++i) rows.begins[i + 1] += rows.begins[i];
    std::copy(rows.begins.begin(), rows.begins.end() - 1, rows.ends.begin());
    for (std::size_t k = 0; k < from.size(); ++k) {
        const std::uint64_t at = rows.ends[static_cast<std::size_t>(to[k])]++;
        rows.from[at] = static_cast<std::uint32_t>(from[k]);
        rows.strengths[at] = strengths[k];
    }
    numbers::run_tasks(build_shares, threads_of(options.threads), [&](std::size_t share) {
        std::vector<std::pair<std::uint32_t, double>> row;
        for (std::size_t i = share_begin(people, build_shares, share); i < share_begin(people, build_shares, share + 1); ++i) {
            row.clear();
            for (std::uint64_t k = rows.begins[i]; k < rows.ends[i]; ++k) row.emplace_back(rows.from[k], rows.strengths[k]);
            std::sort(row.begin(), row.end());
            std::uint64_t end = rows.begins[i];
            for (const auto& [other, strength] : row) {
                if (end > rows.begins[i] && rows.from[end - 1] == other) rows.strengths[end - 1] += strength;
                else rows.from[end] = other, rows.strengths[end++] = strength;
            }
            rows.ends[i] = end;
        }
    });
    return rows;
}

template <class Index>
SparseNetwork network_of_columns(std::size_t people, std::span<const Index> from, std::span<const Index> to, std::span<const double> strengths, const NetworkOptions& options) {
    if (from.size() != to.size() || from.size() != strengths.size())
        throw InputError("influence", std::to_string(from.size()) + ", " + std::to_string(to.size()) + " and " + std::to_string(strengths.size()) + " values", "from, to and strengths of one length");
    const std::size_t copies = options.order == Order::reverse_cuthill_mckee ? 4 : 2;
    return within_memory(copies * network_bytes(people, from.size()) + people * 32, options.memory, network_text(people, from.size()), [&] {
        const TiesInRows rows = rows_of_ties(people, from, to, strengths, options);
        if (options.interrupt && options.interrupt()) throw Interrupted();
        return ordered_network(GivenRows<std::uint32_t, std::uint64_t>{std::span(rows.begins).first(people), rows.ends, {rows.from.data(), rows.from.size()}, {rows.strengths.data(), rows.strengths.size()}, true}, options);
    });
}

}  // namespace detail

BUYGRAPH_HEAVY SparseNetwork network_of_rows(std::span<const std::int32_t> first, std::span<const std::int32_t> columns, std::span<const double> strengths, const NetworkOptions& options) {
    return detail::network_of_csr(first, columns, strengths, options);
}

BUYGRAPH_HEAVY SparseNetwork network_of_rows(std::span<const std::int64_t> first, std::span<const std::int64_t> columns, std::span<const double> strengths, const NetworkOptions& options) {
    return detail::network_of_csr(first, columns, strengths, options);
}

BUYGRAPH_HEAVY SparseNetwork network_of_ties(std::size_t people, std::span<const std::int32_t> from, std::span<const std::int32_t> to, std::span<const double> strengths, const NetworkOptions& options) {
    return detail::network_of_columns(people, from, to, strengths, options);
}

BUYGRAPH_HEAVY SparseNetwork network_of_ties(std::size_t people, std::span<const std::int64_t> from, std::span<const std::int64_t> to, std::span<const double> strengths, const NetworkOptions& options) {
    return detail::network_of_columns(people, from, to, strengths, options);
}

BUYGRAPH_HEAVY SparseNetwork transposed(const SparseNetwork& network, const std::optional<std::size_t>& memory) {
    const std::size_t people = network.people(), ties = network.ties();
    return within_memory(detail::network_bytes(people, ties), memory, detail::network_text(people, ties) + " the other way round", [&] {
        SparseNetwork turned;
        turned.own = network.own;
        turned.person = network.person;
        turned.position = network.position;
        turned.name = network.name;
        turned.attention.resize(people);
        turned.first.assign(people + 1, 0);
        for (std::size_t k = 0; k < ties; ++k) ++turned.first[network.others[k] + 1];
        for (std::size_t i = 0; i < people; ++i) {
            turned.first[i + 1] += turned.first[i];
            turned.attention[i] = std::abs(network.own[i]);
        }
        turned.others = Unset<std::uint32_t>(ties + SparseNetwork::margin);
        turned.strengths = Unset<double>(ties);
        std::fill_n(turned.others.data() + ties, SparseNetwork::margin, 0U);
        std::vector<std::uint64_t> next(turned.first.begin(), turned.first.end() - 1);
        for (std::size_t i = 0; i < people; ++i)
            for (std::uint64_t k = network.first[i]; k < network.first[i + 1]; ++k) {
                const std::uint32_t other = network.others[k];
                turned.others[next[other]] = static_cast<std::uint32_t>(i);
                turned.strengths[next[other]++] = network.strengths[k];
                turned.attention[other] += std::abs(network.strengths[k]);
            }
        return turned;
    });
}

}  // namespace buygraph::influence

#endif
