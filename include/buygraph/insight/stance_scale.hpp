#pragma once

#include "../deal/words.hpp"

namespace buygraph {

/// What a needle shows and a disc is coloured by.
///
/// The lead is the default: a room that likes everybody is useless to colour by liking. The other two take it apart: whom somebody
/// likes, and whether he wants anything to happen at all.
enum class StanceScale {
    lead,          ///< X_2[i,ours] − greatest X_2[i,rival]; without a rival it is the pull to buy
    stance_to_us,  ///< X_2[i,ours]
    pull_to_buy    ///< X_1[i,ours] − X_1[i,0]
};

template <>
struct Words<StanceScale> {
    static constexpr WordTable<StanceScale, 3> table{{{"lead", StanceScale::lead}, {"stance_to_us", StanceScale::stance_to_us}, {"pull_to_buy", StanceScale::pull_to_buy}}};
};

}  // namespace buygraph
