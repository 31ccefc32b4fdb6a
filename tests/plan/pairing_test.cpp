#include <buygraph/plan/pairing.hpp>

#include <algorithm>
#include <bit>
#include <random>

#include "catch.hpp"

using namespace buygraph;

namespace {

PairingTask task(std::size_t members, std::size_t people, std::vector<double> values) {
    PairingTask result{Matrix(members, people), std::vector<std::size_t>(members, 1), std::vector<std::size_t>(people, 1), std::vector<bool>(people, false), {}, {}};
    result.value.values = std::move(values);
    return result;
}

/// All sets of pairs, one after the other: the most key people, then the greatest value.
std::pair<int, double> by_trying(const PairingTask& task) {
    const std::size_t members = task.value.rows, people = task.value.columns;
    std::pair<int, double> best{0, 0};
    for (std::uint32_t set = 0; set < (1u << (members * people)); ++set) {
        std::vector<std::size_t> used(members, 0), held(people, 0);
        double value = 0;
        for (std::uint32_t rest = set; rest != 0; rest &= rest - 1) {
            const auto pair = static_cast<std::size_t>(std::countr_zero(rest));
            ++used[pair / people], ++held[pair % people];
            value += task.value.values[pair];
        }
        int keys = 0;
        const auto has = [&](const std::pair<std::size_t, std::size_t>& pair) { return (set >> (pair.first * people + pair.second) & 1) != 0; };
        bool fits = std::all_of(task.fixed.begin(), task.fixed.end(), has) && std::none_of(task.forbidden.begin(), task.forbidden.end(), has);
        for (std::size_t t = 0; t < members; ++t) fits = fits && used[t] <= task.capacity[t];
        for (std::size_t p = 0; p < people; ++p) {
            fits = fits && held[p] <= task.counterparts[p];
            keys += task.key[p] && held[p] > 0;
        }
        if (fits) best = std::max(best, {keys, value});
    }
    return best;
}

std::string refusal(const PairingTask& task) {
    try {
        (void)pair_people(task);
    } catch (const InputError& error) {
        return error.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("the first choice of two goes to the one who loses more without it") {
    const Pairing pairing = pair_people(task(2, 2, {0.9, 0.8, 0.85, 0.2}));
    CHECK(pairing.pairs == std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}, {1, 0}});
    CHECK(pairing.value == Approx(1.65));
}

TEST_CASE("a key person comes before any value, and one for whom nobody is left is named") {
    PairingTask one = task(1, 3, {1, 0.01, 0.02});
    one.key = {false, true, false};
    CHECK(pair_people(one).pairs == std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}});
    one.key = {false, true, true};
    CHECK(pair_people(one).without == std::vector<std::size_t>{1});
    one.forbidden = {{0, 2}};
    CHECK(pair_people(one).without == std::vector<std::size_t>{2});
    one.counterparts[1] = 0;  // a vacant seat
    CHECK(pair_people(one).pairs == std::vector<std::pair<std::size_t, std::size_t>>{{0, 0}});
}

TEST_CASE("in whatever unit values are counted, the pairs are the same; a sum that overflows is refused") {
    for (const double unit : {1e-15, 1e15}) CHECK(pair_people(task(2, 2, {0.9 * unit, 0.8 * unit, 0.85 * unit, 0.2 * unit})).pairs == std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}, {1, 0}});
    CHECK(refusal(task(1, 2, {1e308, 1})).find("finite") != std::string::npos);
}

TEST_CASE("as good as trying every set of pairs, capacities tight or not") {
    std::mt19937 random(5);
    const auto below = [&](unsigned bound) { return static_cast<std::size_t>(random() % bound); };
    for (int round = 0; round < 300; ++round) {
        const std::size_t members = 1 + below(3), people = 1 + below(4);
        PairingTask one = task(members, people, {});
        one.value.values.resize(members * people);
        for (double& value : one.value.values) value = static_cast<double>(below(1000)) / 1000;
        for (std::size_t& capacity : one.capacity) capacity = below(4);
        for (std::size_t& counterparts : one.counterparts) counterparts = below(3);
        for (std::size_t p = 0; p < people; ++p) one.key[p] = below(2) == 0;
        for (std::size_t t = 0; t < members; ++t)
            for (std::size_t p = 0; p < people; ++p) {
                if (below(6) == 0) one.forbidden.emplace_back(t, p);
                else if (one.fixed.empty() && one.capacity[t] > 0 && one.counterparts[p] > 0 && below(4) == 0) one.fixed.emplace_back(t, p);
            }
        const Pairing pairing = pair_people(one);

        std::vector<std::size_t> used(members, 0), held(people, 0);
        int keys = 0;
        for (const auto& [member, person] : pairing.pairs) ++used[member], ++held[person];
        for (std::size_t t = 0; t < members; ++t) CHECK(used[t] <= one.capacity[t]);
        for (std::size_t p = 0; p < people; ++p) {
            CHECK(held[p] <= one.counterparts[p]);
            keys += one.key[p] && held[p] > 0;
        }
        const auto [most, greatest] = by_trying(one);
        for (const auto& pair : one.fixed) CHECK(std::count(pairing.pairs.begin(), pairing.pairs.end(), pair) == 1);
        CHECK(keys == most);
        CHECK(pairing.value == Approx(greatest).margin(1e-9));
    }
}

TEST_CASE("faults of the task are named") {
    PairingTask one = task(1, 1, {-0.5});
    CHECK_THROWS_AS(pair_people(one), InputError);
    one.value(0, 0) = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(pair_people(one), InputError);
    one.value(0, 0) = 1;
    one.fixed = {{0, 1}};
    CHECK(refusal(one).find("member 0 and person 1") != std::string::npos);
    one.fixed = {{0, 0}};
    CHECK(pair_people(one).pairs.size() == 1);
    one.forbidden = {{0, 0}};
    CHECK(refusal(one).find("forbidden") != std::string::npos);
    one.forbidden.clear();
    one.capacity = {0};
    CHECK(refusal(one).find("capacity of 0") != std::string::npos);
    one.capacity.clear();
    CHECK_THROWS_AS(pair_people(one), InputError);
}
