#pragma once

#include <string>

#include "../deal/language.hpp"
#include "../deal/team.hpp"
#include "../deal/words.hpp"
#include "../separate.hpp"

namespace buygraph::text {

/// What a kind of work of ours is called.
[[nodiscard]] BUYGRAPH_HEAVY Text function_words(Function function);

/// All that one of ours does: "sales, service".
[[nodiscard]] BUYGRAPH_HEAVY std::string functions(const TeamMember& member, Language language);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT)

namespace buygraph::text {

BUYGRAPH_HEAVY Text function_words(Function function) {
    switch (function) {
        case Function::executive: return {"executive", "高层"};
        case Function::sales: return {"sales", "销售"};
        case Function::technical: return {"technical", "技术"};
        case Function::service: return {"service", "服务"};
        case Function::product: return {"product", "产品"};
        case Function::finance: break;
    }
    return {"finance", "财务"};
}

BUYGRAPH_HEAVY std::string functions(const TeamMember& member, Language language) {
    std::string text;
    for (const Function one : member.functions) text += (text.empty() ? "" : language == Language::chinese ? "、" : ", ") + function_words(one).in(language);
    return text;
}

}  // namespace buygraph::text

#endif
