#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "../decision/outcome_adjoint.hpp"
#include "../numbers/lanes.hpp"
#include "../numbers/outer_products.hpp"
#include "../numbers/sort_stably.hpp"
#include "world.hpp"
#include "world_gradient.hpp"

namespace buygraph::forecasting {

namespace detail {

/// if a < b then x else y, lane by lane.
template <class Real>
[[nodiscard]] Real where_less(const Real& a, double b, const Real& x, const Real& y) {
    if constexpr (numbers::lane_count<Real> == 1) return a < b ? x : y;
    else return Real::where_less(a, Real(b), x, y);
}

}  // namespace detail

/// A state of the world and the derivatives of one chance in it, by one way back through the factors of the same equations.
///
/// What is the same in all samples (a person's own share 1 − λ, the sign of a tie) is left out of the sums and put in at the end, and of derivatives that add up to
/// 0 one is not summed. The derivatives by the factor are the products of every attitude's derivative with every normal number: they wait until some packs have
/// come together, and are then taken as one product of two tables.
/// One object serves one thread. Cost of the way back, for the d things that the decision compares (at most 2·m − 2 a person): 2·n²·d for the solve and the ties,
/// n·d · rank / 2 for the factor, and the decision's.
template <class Real>
class WorldAdjoint : public WorldMaker<Real, decision::OutcomeAdjoint> {
    using Base = WorldMaker<Real, decision::OutcomeAdjoint>;
    using Base::model_, Base::plan_, Base::n_, Base::m_, Base::attitude_, Base::raw_, Base::attention_, Base::scale_, Base::system_, Base::growth_, Base::rule_, Base::length_;

  public:
    /// \param of  attitudes: everything else is left out, and `gradient` is not to be asked for
    WorldAdjoint(const DecisionModel& model, const WorldPlan& plan, const decision::OutcomeSeed& seed, Slopes of = Slopes::all)
        : Base(model, plan), of_(of), rank_(of == Slopes::all ? plan.factor.columns : 0), product_(people_at_once * n_), waiting_normals_(most_waiting * row_of_normals(), Real(1)), product_sum_(n_ * n_), paid_sum_(n_),
          tie_sum_(plan.ties.size()), susceptibility_sum_(n_), voice_sum_(n_) {
        rule_.of(seed);
        find_columns();
        find_rows();
        find_links();
    }

    /// Where the normal numbers of the next world have to be written: here they wait for `backwards`.
    [[nodiscard]] std::span<Real> room() { return std::span(waiting_normals_).subspan(waiting_ * row_of_normals() + 1, plan_.dimensions()); }

    /// Goes back from the world made last, made from the normal numbers in `room`, and adds its derivatives in the first `used` lanes.
    void backwards(std::size_t used) {
        if (used < numbers::lane_count<Real>) only(used);
        for (std::size_t i = 0; i < n_; ++i) voice_sum_[i] += rule_.by_voice[i];
        veto_line_sum_ += rule_.by_veto_line;
        influence::solve_transposed<Real>(system_, rule_.by_compared, n_, width_);  // costates: derivatives by what stands on the right of the equations
        if (n_ > 1 && of_ == Slopes::all) by_ties();
        by_attitudes();
    }

    /// What was summed since the last time, which begins anew: numbers that may be added up over worlds of the same plan, for `attitudes` and `gradient`.
    [[nodiscard]] std::vector<double> take_sums() {
        add_waiting();
        std::vector<double> sums;
        sums.reserve(factor_sum_.size() + n_ * (n_ + 3) + mixed_sum_.size() + tie_sum_.size() + 1);
        sums.insert(sums.end(), factor_sum_.begin(), factor_sum_.end());
        for (std::vector<Real>* part : parts())
            for (Real& one : *part) {
                sums.push_back(numbers::total(one));
                one = Real(0);
            }
        sums.push_back(numbers::total(veto_line_sum_));
        veto_line_sum_ = Real(0);
        std::fill(factor_sum_.begin(), factor_sum_.end(), 0.0);
        return sums;
    }

    /// The derivatives by attitudes, 2·n·m.
    [[nodiscard]] std::vector<double> attitudes(std::span<const double> sums) const {
        std::vector<double> found(length_.size());
        for (std::size_t row = 0; row < rows_.size(); ++row) found[rows_[row].at] = rows_[row].share * sums[row * (rank_ + 1)];
        for (const Rest& rest : rests_)
            for (const std::size_t other : rest.others) found[rest.at] -= found[other];
        return found;
    }

    /// All derivatives.
    [[nodiscard]] WorldGradient gradient(std::span<const double> sums) const {
        const auto zeros = [](std::size_t count) { return std::vector<double>(count); };
        WorldGradient found{attitudes(sums), zeros(length_.size() * rank_), zeros(n_ * n_), zeros(model_.ties.size()), zeros(n_), zeros(n_), sums.back()};
        for (std::size_t row = 0; row < rows_.size(); ++row)
            for (std::size_t c = 0; c < length_[rows_[row].at]; ++c) found.factor[rows_[row].at * rank_ + c] = rows_[row].share * sums[row * (rank_ + 1) + 1 + c];
        for (const Rest& rest : rests_)
            for (const std::size_t other : rest.others)
                for (std::size_t c = 0; c < length_[rest.at]; ++c) found.factor[rest.at * rank_ + c] -= found.factor[other * rank_ + c];
        std::size_t at = factor_sum_.size();
        const auto next = [&](std::size_t count) { return sums.subspan(std::exchange(at, at + count), count); };
        const auto product = next(n_ * n_), paid = next(n_), mixed = next(mixed_.size()), tie = next(plan_.ties.size()), susceptibility = next(n_), voice = next(n_);
        for (std::size_t i = 0; i < n_; ++i) {
            const double lambda = model_.susceptibility[i];
            for (std::size_t k = 0; k < n_; ++k)
                if (k != i) found.strength[i * n_ + k] = lambda * (product[i * n_ + k] - sign_[i * n_ + k] * paid[i]);
            found.susceptibility[i] = susceptibility[i] / (1 - lambda);
            found.voice[i] = voice[i];
        }
        for (std::size_t x = 0; x < mixed_.size(); ++x) found.strength[mixed_[x]] -= model_.susceptibility[mixed_[x] / n_] * mixed[x];
        for (std::size_t d = 0; d < plan_.ties.size(); ++d) found.tie[plan_.ties[d]] = model_.susceptibility[model_.ties[plan_.ties[d]].to] * tie[d];
        return found;
    }

  private:
    /// An attitude whose derivatives are summed: those of the costates of one thing compared, or of all that are compared against it.
    struct Row {
        std::size_t at;
        std::size_t first, end;  ///< of the costates
        double share;            ///< how much of the attitude stands on the right of the equations: 1 − λ, less than 0 where it is compared against
    };
    /// An attitude whose derivatives are what is missing to 0.
    struct Rest {
        std::size_t at;
        std::vector<std::size_t> others;
    };
    struct UncertainTie {
        std::size_t from;
        std::size_t dimension;  ///< in the plan's ties
    };

    /// A one, by which the attitude itself is multiplied, and the normal numbers of a sample.
    [[nodiscard]] std::size_t row_of_normals() const { return 1 + plan_.dimensions(); }

    /// The sums over samples but those of rows, in the order in which `take_sums` has them.
    [[nodiscard]] std::array<std::vector<Real>*, 6> parts() { return {&product_sum_, &paid_sum_, &mixed_sum_, &tie_sum_, &susceptibility_sum_, &voice_sum_}; }

    void find_columns() {
        width_ = rule_.compared().size();
        compared_.resize(n_ * width_);
        for (const decision::Compared& compared : rule_.compared()) {
            offer_at_.push_back(compared.gate * n_ * m_ + compared.offer);
            if (compared.against) against_at_.push_back(compared.gate * n_ * m_ + *compared.against);
        }
    }

    void find_rows() {
        const std::vector<decision::Compared>& compared = rule_.compared();
        for (std::size_t i = 0; i < n_; ++i) {
            const double own = 1 - model_.susceptibility[i];
            for (std::size_t c = 0; c < width_;) {
                // All that are compared against the same offer, and it itself: the shortest row of the factor needs no sum.
                std::vector<Row> together;
                const std::size_t first = c;
                do together.push_back({model_.index()(compared[c].gate, i, compared[c].offer), i * width_ + c, i * width_ + c + 1, own});
                while (++c < width_ && compared[c].gate == compared[first].gate && compared[c].against == compared[first].against);
                if (compared[first].against) {
                    together.push_back({model_.index()(compared[first].gate, i, *compared[first].against), i * width_ + first, i * width_ + c, -own});
                    const auto shortest = std::min_element(together.begin(), together.end(), [&](const Row& left, const Row& right) { return length_[left.at] < length_[right.at]; });
                    Rest rest{shortest->at, {}};
                    together.erase(shortest);
                    for (const Row& row : together) rest.others.push_back(row.at);
                    rests_.push_back(std::move(rest));
                }
                rows_.insert(rows_.end(), together.begin(), together.end());
            }
        }
        numbers::sort_stably(rows_, [&](const Row& left, const Row& right) { return length_[left.at] > length_[right.at]; });
        costates_ = n_ * width_;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const bool several = rows_[row].end > rows_[row].first + 1;
            chosen_.push_back(several ? costates_++ : rows_[row].first);
            if (several) together_.push_back(row);
        }
        waiting_costates_.resize(costates_ * most_waiting);
        factor_sum_.resize(rows_.size() * (rank_ + 1));
    }

    void find_links() {
        std::vector<bool> more(n_ * n_), less(n_ * n_);
        for (const DirectedTie& tie : model_.ties)
            if (tie.to != tie.from) (tie.strength < 0 ? less : more)[tie.to * n_ + tie.from] = true;
        for (std::size_t person = 0; person <= n_; ++person) {
            first_link_.push_back(links_.size()), first_mixed_.push_back(mixed_.size()), first_uncertain_.push_back(uncertain_.size());
            if (person == n_) break;
            for (std::size_t from = 0; from < n_; ++from) {
                const std::size_t at = person * n_ + from;
                if (more[at] || less[at]) links_.push_back(from);
                if (more[at] && less[at]) mixed_.push_back(at);
                sign_.push_back(less[at] ? (more[at] ? 0 : -1) : 1);
            }
            for (std::size_t d = 0; d < plan_.ties.size(); ++d)
                if (const DirectedTie& tie = model_.ties[plan_.ties[d]]; tie.to == person) uncertain_.push_back({tie.from, d});
        }
        mixed_sum_.resize(mixed_.size());
    }

    void only(std::size_t used) {
        Real counted(1);
        if constexpr (numbers::lane_count<Real> > 1)
            for (std::size_t lane = used; lane < numbers::lane_count<Real>; ++lane) counted.set(lane, 0);
        for (Real& by : rule_.by_compared) by = counted * by;
        for (Real& by : rule_.by_voice) by = counted * by;
        rule_.by_veto_line = counted * rule_.by_veto_line;
    }

    /// W[i,j] = t[i,j] / max(1, a), W[i,i] = 1 − Σ|W[i,j]|: within a full attention every tie is paid for by the person's own weight, beyond it by all others.
    /// A product is y_i · X_j / max(1, a), over what is compared: costates, and final attitudes in the same comparisons.
    ///
    /// By λ it is y · (W X − A) = y · (W X − X) / (1 − λ), since A = (X − λ W X) / (1 − λ).
    void by_ties() {
        for (std::size_t i = 0; i < n_; ++i) {
            const Real* final = &attitude_[i * m_];
            Real* compared = compared_.data() + i * width_;
            for (std::size_t c = 0; c < against_at_.size(); ++c) compared[c] = final[offer_at_[c]] - final[against_at_[c]];
            for (std::size_t c = against_at_.size(); c < width_; ++c) compared[c] = final[offer_at_[c]];
        }
        numbers::in_pieces<people_at_once>(n_, [&](auto people, std::size_t person) {
            numbers::in_pieces<numbers::sums_at_once>(width_, [&](auto width, std::size_t first) { products<people, width>(person, first); });
            for (std::size_t p = 0; p < people; ++p) by_ties_to(person + p, &product_[p * n_]);
        });
    }

    /// \param product  of the person with everybody
    void by_ties_to(std::size_t person, const Real* product) {
        const Real *raw = &raw_[person * n_], own = product[person];
        Real shared(0);
        for (std::size_t link = first_link_[person]; link < first_link_[person + 1]; ++link) shared += raw[links_[link]] * product[links_[link]];
        const Real paid = detail::where_less(attention_[person], 1, own, shared * scale_[person]);
        paid_sum_[person] += paid;
        susceptibility_sum_[person] += shared - attention_[person] * own;
        for (std::size_t x = first_mixed_[person]; x < first_mixed_[person + 1]; ++x) mixed_sum_[x] += paid_for(mixed_[x], paid);
        for (std::size_t u = first_uncertain_[person]; u < first_uncertain_[person + 1]; ++u) {
            const auto [from, d] = uncertain_[u];
            tie_sum_[d] += (product[from] - paid_for(person * n_ + from, paid)) * growth_[d];
        }
    }

    /// Products of a few people with everybody over `width` things compared; those over all of them are in product_ after the last.
    template <std::size_t people, std::size_t width>
    void products(std::size_t person, std::size_t first) {
        std::array<Real, people * width> costate;
        numbers::unrolled<people>([&](auto p) {
            numbers::unrolled<width>([&](auto c) { costate[p * width + c] = scale_[person + p] * rule_.by_compared[(person + p) * width_ + first + c]; });
        });
        const Real* compared = compared_.data() + first;
        Real *product = product_.data(), *sum = &product_sum_[person * n_];
        for (std::size_t k = 0; k < n_; ++k, compared += width_, ++product, ++sum) {
            std::array<Real, people> part;
            numbers::unrolled<people>([&](auto p) { part[p] = costate[p * width] * compared[0]; });
            numbers::unrolled<width - 1>([&](auto c) { numbers::unrolled<people>([&](auto p) { part[p] += costate[p * width + c + 1] * compared[c + 1]; }); });
            numbers::unrolled<people>([&](auto p) {
                product[p * n_] = first == 0 ? part[p] : product[p * n_] + part[p];
                sum[p * n_] += part[p];
            });
        }
    }

    /// What it costs that a tie grows, towards more.
    [[nodiscard]] Real paid_for(std::size_t at, const Real& paid) const {
        if (sign_[at] > 0) return paid;
        return sign_[at] < 0 ? -paid : detail::where_less(raw_[at], 0, -paid, paid);
    }

    /// The derivatives by an attitude are those by a column of the factor that meets ones.
    void by_attitudes() {
        Real* costates = waiting_costates_.data() + waiting_ * costates_;
        std::copy(rule_.by_compared.begin(), rule_.by_compared.end(), costates);
        for (const std::size_t row : together_) {
            Real by = costates[rows_[row].first];
            for (std::size_t costate = rows_[row].first + 1; costate < rows_[row].end; ++costate) by += costates[costate];
            costates[chosen_[row]] = by;
        }
        if (++waiting_ == most_waiting) add_waiting();
    }

    /// Some rows at once, by falling length: the first of them says how far they go.
    void add_waiting() {
        const numbers::Rows<const Real> costates{waiting_costates_.data(), costates_}, normals{waiting_normals_.data(), row_of_normals()};
        const numbers::Rows<double> sums{factor_sum_.data(), rank_ + 1};
        for (std::size_t row = 0; row < rows_.size(); row += numbers::rows_at_once) {
            const std::span chosen = std::span(chosen_).subspan(row, std::min(numbers::rows_at_once, rows_.size() - row));
            numbers::add_outer_products<Real>(costates, chosen, normals, 1 + std::min(rank_, length_[rows_[row].at]), waiting_, sums.from(row));
        }
        waiting_ = 0;
    }

    static constexpr std::size_t people_at_once = numbers::register_bytes == 64 ? 2 : 1;  // their costates stay in registers
    static constexpr std::size_t most_waiting = std::max<std::size_t>(16, 4 * numbers::lane_count<Real>);  // the wider a pack, the more it costs to add up its lanes

    Slopes of_;
    std::size_t rank_;  ///< columns of the factor whose derivatives are summed
    std::size_t width_ = 0, waiting_ = 0;
    std::size_t costates_ = 0;  ///< how many wait of each sample: all of them, and the sums of those of rows that have several
    std::vector<Real> compared_, product_, waiting_costates_, waiting_normals_;
    std::vector<double> factor_sum_;  ///< by row, first of the attitude itself, then of its entries in the factor
    std::vector<Real> product_sum_, paid_sum_, tie_sum_, susceptibility_sum_, voice_sum_;
    Real veto_line_sum_{0};
    std::vector<Row> rows_;
    std::vector<std::size_t> chosen_;    ///< of each row, where its costate waits
    std::vector<std::size_t> together_;  ///< rows of several costates
    std::vector<Rest> rests_;
    std::vector<std::size_t> offer_at_;    ///< of each thing compared, in attitude_ from a person's first
    std::vector<std::size_t> against_at_;  ///< of those that are compared against another, which come first
    std::vector<std::size_t> links_;       ///< whom somebody hears, person by person
    std::vector<std::size_t> first_link_, first_mixed_, first_uncertain_;  ///< of each person, and an end
    std::vector<int> sign_;                ///< n × n, of what all ties between two come to; 0: now one, now the other
    std::vector<std::size_t> mixed_;       ///< where the sign is 0
    std::vector<Real> mixed_sum_;          ///< paid, there
    std::vector<UncertainTie> uncertain_;  ///< of the plan, by whom they reach
};

}  // namespace buygraph::forecasting
