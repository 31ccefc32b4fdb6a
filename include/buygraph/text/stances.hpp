#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "../insight/standing.hpp"

namespace buygraph::text {

/// A stance in words: clearly for us … clearly for a rival (for staying, where there is no rival).
[[nodiscard]] inline Text stance_words(const Standing& standing) {
    const bool pull = !standing.against_rival;
    switch (standing.sign) {
        case 2: return pull ? Text{"clearly wants to buy", "明显想买"} : Text{"clearly for us", "明显偏我方"};
        case 1: return pull ? Text{"rather wants to buy", "略微想买"} : Text{"somewhat for us", "略偏我方"};
        case 0: return {"between", "居中"};
        case -1: return pull ? Text{"would rather stay", "略微想维持现状"} : Text{"somewhat for a rival", "略偏对手"};
        default: return pull ? Text{"clearly wants to stay", "明显想维持现状"} : Text{"clearly for a rival", "明显偏对手"};
    }
}

/// What a lead is measured against.
[[nodiscard]] inline Text lead_words(bool against_rival) {
    if (against_rival) return {"lead over the best rival", "对最强对手的领先"};
    return {"pull to buy", "购买意愿"};
}

/// How sure we are of it: sure, likely, a guess.
[[nodiscard]] inline Text sureness_words(Sureness sureness) {
    switch (sureness) {
        case Sureness::sure: return {"sure", "有把握"};
        case Sureness::likely: return {"likely", "较可能"};
        case Sureness::guess: break;
    }
    return {"a guess", "猜测"};
}

/// ++ + 0 − −−
[[nodiscard]] inline const char* stance_sign(int sign) {
    constexpr const char* signs[]{"−−", "−", "0", "+", "++"};
    return signs[sign + 2];
}

}  // namespace buygraph::text
