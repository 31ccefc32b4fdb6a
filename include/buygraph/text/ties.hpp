#pragma once

#include "../deal/language.hpp"
#include "../deal/words.hpp"
#include "../separate.hpp"

namespace buygraph::text {

/// What somebody does to another, or two to each other, by the kind of their tie.
[[nodiscard]] BUYGRAPH_HEAVY Text tie_words(TieKind kind);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT)

namespace buygraph::text {

BUYGRAPH_HEAVY Text tie_words(TieKind kind) {
    switch (kind) {
        case TieKind::advises: return {"advises", "出主意"};
        case TieKind::works_with: return {"work together", "共事"};
        case TieKind::friendship: return {"are friends", "私交"};
        case TieKind::opposes: break;
    }
    return {"oppose each other", "互相对立"};
}

}  // namespace buygraph::text

#endif
