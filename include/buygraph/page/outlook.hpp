#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "../insight/contributions.hpp"
#include "../insight/standing.hpp"
#include "../separate.hpp"

namespace buygraph::page {

/// What a page shows that follows a what-if at once: who wins, who stands where, who moves it, why.
struct Outlook {
    Forecast forecast;
    std::vector<Standing> standings;  ///< n
    std::vector<double> influence;    ///< n: decision influence, signed
    Explanation why;                  ///< ours against the likeliest rival, in the deciders' eyes; against staying where there is no rival
};

/// \param influence  n: decision influence
/// Cost: the standings; a millisecond or two for ten people.
[[nodiscard]] BUYGRAPH_HEAVY Outlook outlook(const DecisionModel& model, Forecast forecast, std::vector<double> influence);

/// Concerns that somebody weighs at the gate that `why` is about, the heaviest first.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<std::size_t> weighed(const DecisionModel& model, const Outlook& found, std::size_t person);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../numbers/greatest.hpp"

namespace buygraph::page {

BUYGRAPH_HEAVY Outlook outlook(const DecisionModel& model, Forecast forecast, std::vector<double> influence) {
    const std::size_t rival = likeliest_rival(model, forecast);
    return {std::move(forecast), standings(model), std::move(influence), explain(model, deciding_eyes(model), rival, rival == 0 ? 0 : 1)};
}

BUYGRAPH_HEAVY std::vector<std::size_t> weighed(const DecisionModel& model, const Outlook& found, std::size_t person) {
    const auto weights = model.prior.weights[found.why.gate].row(person);
    return numbers::greatest({weights.begin(), weights.end()}, weights.size());
}

}  // namespace buygraph::page

#endif
