#pragma once

#include <string>

#include "../plan/zipper.hpp"
#include "../separate.hpp"
#include "format.hpp"
#include "names.hpp"

namespace buygraph::text {

/// Why somebody has no counterpart, in a few words.
[[nodiscard]] BUYGRAPH_HEAVY Text without_words(WithoutReason reason);

/// \param names   of the pair's deal
/// \param member  name of ours
/// \param person  name of theirs
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(Language language, const std::string& member, const std::string& person, const ZipperPair& pair);
[[nodiscard]] BUYGRAPH_HEAVY std::string sentence(Language language, const std::string& person, const WithoutCounterpart& one);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT)

namespace buygraph::text {

BUYGRAPH_HEAVY Text without_words(WithoutReason reason) {
    switch (reason) {
        case WithoutReason::vacant: return {"nobody has been named for the seat", "这个位置还不知道是谁"};
        case WithoutReason::not_wanted: return {"no more counterparts are wanted", "不再需要对接人"};
        case WithoutReason::no_team: return {"the deal names nobody of ours", "项目里没有登记我方人员"};
        case WithoutReason::forbidden: return {"with everybody who has time the pair is ruled out", "有空的人都被排除了"};
        case WithoutReason::no_capacity: break;
    }
    return {"everybody who could is busy with people who weigh more", "能对接的人都在对接更要紧的人"};
}

BUYGRAPH_HEAVY std::string sentence(Language language, const std::string& member, const std::string& person, const ZipperPair& pair) {
    const std::string fit = decimal(pair.fit, 2), value = decimal(pair.value, 2);
    if (language == Language::chinese)
        return joined({member, "对接", person, pair.key ? "（关键人）" : "", "：契合度 ", fit, "，价值 ", value, pair.knows ? "，已有联系" : "，还没有联系", pair.asked ? "，按您的指定" : "", "。"});
    return member + " looks after " + person + (pair.key ? " (key)" : "") + ": fit " + fit + ", value " + value + (pair.knows ? ", in touch" : ", not in touch yet") + (pair.asked ? ", as asked" : "") + ".";
}

BUYGRAPH_HEAVY std::string sentence(Language language, const std::string& person, const WithoutCounterpart& one) {
    if (language == Language::chinese) return joined({person, one.key ? "（关键人）" : "", "有 0 位对接人：", without_words(one.reason).in(language), "。"});
    return person + (one.key ? " (key)" : "") + " has 0 counterparts: " + without_words(one.reason).in(language) + ".";
}

}  // namespace buygraph::text

#endif
