#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "../insight/standing.hpp"
#include "../separate.hpp"

namespace buygraph::text {

/// A stance in words, by its scale: clearly for us … clearly for a rival, against us, for staying.
[[nodiscard]] BUYGRAPH_HEAVY Text stance_words(const Standing& standing);

/// What a scale is called.
[[nodiscard]] BUYGRAPH_HEAVY Text scale_words(StanceScale scale);

/// What the two ends of a scale, and the colours for them, mean.
struct ScaleEnds {
    Text against, in_favour;
};
[[nodiscard]] BUYGRAPH_HEAVY ScaleEnds scale_ends(StanceScale scale);

/// How sure we are of it: sure, likely, a guess.
[[nodiscard]] BUYGRAPH_HEAVY Text sureness_words(Sureness sureness);

/// ++ + 0 − −−
[[nodiscard]] inline const char* stance_sign(int sign) {
    constexpr const char* signs[]{"−−", "−", "0", "+", "++"};
    return signs[sign + 2];
}

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT_INSIGHT)

namespace buygraph::text {

BUYGRAPH_HEAVY Text stance_words(const Standing& standing) {
    const bool pull = standing.scale == StanceScale::pull_to_buy, to_us = standing.scale == StanceScale::stance_to_us;
    switch (standing.sign) {
        case 2: return pull ? Text{"clearly wants to buy", "明显想买"} : to_us ? Text{"clearly for us", "明显认可我方"} : Text{"clearly for us", "明显偏我方"};
        case 1: return pull ? Text{"rather wants to buy", "略微想买"} : to_us ? Text{"somewhat for us", "略认可我方"} : Text{"somewhat for us", "略偏我方"};
        case 0: return {"between", "居中"};
        case -1: return pull ? Text{"would rather stay", "略微想维持现状"} : to_us ? Text{"somewhat against us", "略不认可我方"} : Text{"somewhat for a rival", "略偏对手"};
        default: return pull ? Text{"clearly wants to stay", "明显想维持现状"} : to_us ? Text{"clearly against us", "明显不认可我方"} : Text{"clearly for a rival", "明显偏对手"};
    }
}

BUYGRAPH_HEAVY Text scale_words(StanceScale scale) {
    switch (scale) {
        case StanceScale::lead: return {"lead over the best rival", "对最强对手的领先"};
        case StanceScale::stance_to_us: return {"stance to us", "对我方的态度"};
        case StanceScale::pull_to_buy: break;
    }
    return {"pull to buy", "想买的程度"};
}

BUYGRAPH_HEAVY ScaleEnds scale_ends(StanceScale scale) {
    switch (scale) {
        case StanceScale::lead: return {{"for a rival", "偏对手"}, {"for us", "偏我方"}};
        case StanceScale::stance_to_us: return {{"against us", "不认可我方"}, {"for us", "认可我方"}};
        case StanceScale::pull_to_buy: break;
    }
    return {{"wants to stay", "想维持现状"}, {"wants to buy", "想买"}};
}

BUYGRAPH_HEAVY Text sureness_words(Sureness sureness) {
    switch (sureness) {
        case Sureness::sure: return {"sure", "有把握"};
        case Sureness::likely: return {"likely", "较可能"};
        case Sureness::guess: break;
    }
    return {"a guess", "猜测"};
}

}  // namespace buygraph::text

#endif
