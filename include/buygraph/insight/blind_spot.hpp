#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "../deal/ordered_map.hpp"
#include "../deal/words.hpp"

namespace buygraph {

/// What we may not see. Each is a predicate of the deal and of the model compiled from it; the headers named say which.
enum class BlindSpotKind {
    role_unfilled,        ///< role_spots: a role that a purchase needs and that nobody has
    vacant_seat,          ///< role_spots: a seat that must exist and that nobody has named
    veto_against,         ///< role_spots: somebody with a veto leans against us
    no_evidence,          ///< evidence_spots: nothing is known of where somebody stands
    stale_evidence,       ///< evidence_spots: all that is known of somebody is old
    contradiction,        ///< evidence_spots: two sources say different things of one person and offer
    single_source,        ///< evidence_spots: all that is known of somebody comes from one source
    contact_dependence,   ///< access_spots: what happens when a contact of ours leaves
    no_path,              ///< access_spots: no way from our contacts to somebody who decides
    no_coach,             ///< coach_spots: nobody inside tells us
    coach_without_reach,  ///< coach_spots: no way from a coach to anybody who decides
    coach_talks,          ///< coach_spots: much of what we know comes from a coach who moves nothing
    coach_controls        ///< coach_spots: a coach who moves much tells us nothing
};
template <>
struct Words<BlindSpotKind> {
    static constexpr WordTable<BlindSpotKind, 13> table{{{"role_unfilled", BlindSpotKind::role_unfilled},
                                                         {"vacant_seat", BlindSpotKind::vacant_seat},
                                                         {"veto_against", BlindSpotKind::veto_against},
                                                         {"no_evidence", BlindSpotKind::no_evidence},
                                                         {"stale_evidence", BlindSpotKind::stale_evidence},
                                                         {"contradiction", BlindSpotKind::contradiction},
                                                         {"single_source", BlindSpotKind::single_source},
                                                         {"contact_dependence", BlindSpotKind::contact_dependence},
                                                         {"no_path", BlindSpotKind::no_path},
                                                         {"no_coach", BlindSpotKind::no_coach},
                                                         {"coach_without_reach", BlindSpotKind::coach_without_reach},
                                                         {"coach_talks", BlindSpotKind::coach_talks},
                                                         {"coach_controls", BlindSpotKind::coach_controls}}};
};

/// One thing that we do not see, and what it may cost.
///
/// `size` is signed and in P(ours), [−1, 1]. Where there is a natural what-if it is P(ours) after it less P(ours) before it, both in
/// `numbers` as "after" and "before", on common points. Elsewhere it is |dP(ours)/dA| times the posterior sd of the person's attitude to our offer
/// (vendor gate, before the drift), in `numbers` as "influence" and "sd": what one standard deviation of him is worth.
struct BlindSpot {
    BlindSpotKind kind;
    std::vector<std::size_t> people;   ///< of the model, by index
    std::vector<std::size_t> offers;   ///< of the model, by index
    std::vector<std::string> sources;  ///< as the evidence writes them; empty text: not said
    std::string role;                  ///< id
    double size = 0;
    double standard_error = 0;         ///< of the samples, from the scrambles
    OrderedMap<double> numbers;        ///< what the sentence quotes, by name; each kind's header lists its own
};

}  // namespace buygraph
