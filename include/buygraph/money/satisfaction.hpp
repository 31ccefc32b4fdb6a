#pragma once

#include <algorithm>
#include <array>
#include <optional>

#include "../deal/words.hpp"
#include "bargain.hpp"

namespace buygraph::money {

/// Who has to be content with a price.
enum class Party {
    purchaser,  ///< looks at what he saved on the list price
    supplier,   ///< looks at the margin
    company     ///< looks at its net present value
};

}  // namespace buygraph::money

namespace buygraph {
template <>
struct Words<money::Party> {
    static constexpr WordTable<money::Party, 3> table{{{"purchaser", money::Party::purchaser}, {"supplier", money::Party::supplier}, {"company", money::Party::company}}};
};
}  // namespace buygraph

namespace buygraph::money {

inline constexpr std::array parties{Party::purchaser, Party::supplier, Party::company};

/// How content each party is: 0 at his reservation, 1 at his target, straight on beyond both. None where a field is missing.
struct Satisfactions {
    std::optional<double> purchaser;
    std::optional<double> supplier;
    std::optional<double> company;

    [[nodiscard]] const std::optional<double>& of(Party party) const { return party == Party::purchaser ? purchaser : party == Party::supplier ? supplier : company; }
    [[nodiscard]] bool all_known() const { return purchaser && supplier && company; }

    bool operator==(const Satisfactions&) const = default;
};

/// All three at some terms of ours.
/// Source: docs/model.md, section 9.
[[nodiscard]] inline Satisfactions satisfactions(const Bargain& bargain, const Terms& terms) {
    Satisfactions result;
    if (terms.price && terms.list_price) result.purchaser = (*terms.list_price - *terms.price) / *terms.list_price / target_saving(bargain.customer);
    if (const auto margin = seller_view(terms, bargain.economics).margin) {
        const double floor = floor_margin(bargain.economics);
        result.supplier = (*margin - floor) / (target_margin(bargain.economics) - floor);
    }
    if (const auto npv = customer_npv(terms, bargain.customer); npv && bargain.target_npv) result.company = (*npv - bargain.reservation) / (*bargain.target_npv - bargain.reservation);
    return result;
}

/// The score of three_way_balance, 0 to 10: that of the least content. None unless all three are known.
[[nodiscard]] inline std::optional<double> three_way_balance(const Satisfactions& satisfactions) {
    if (!satisfactions.all_known()) return std::nullopt;
    return 10 * std::clamp(std::min({*satisfactions.purchaser, *satisfactions.supplier, *satisfactions.company}), 0.0, 1.0);
}

}  // namespace buygraph::money
