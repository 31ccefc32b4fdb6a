#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// Puts an answer to a question into the deal and shows what it moves; `text` is the deal file with it. The loaded deal stays as it is.
///
/// Fields as in `Answer`: kind (stance, rating, listens, decider, seat), about, offer, concern, to, informant, value, name, reliability.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_answer(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY)

#include <memory>
#include <string>
#include <utility>

#include "../io/file.hpp"
#include "../model/compile.hpp"
#include "../plan/answers.hpp"
#include "moved.hpp"
#include "what_if.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_answer(Session& session, const Arguments& arguments) {
    const auto version = session.version(arguments);
    const auto kind = arguments.required_word<QuestionKind>("kind");
    Deal deal = with_answer(version->deal, {kind, arguments.required_text("about"), arguments.text_or_empty("offer"), arguments.text_or_empty("concern"), arguments.text_or_empty("to"),
                                            arguments.text_or_empty("informant"), arguments.number("value"), arguments.text_or_empty("name"), arguments.number("reliability")});
    DecisionModel model = compile(deal);
    const Moved after{std::make_shared<const Compiled>(Compiled{std::move(deal), std::move(model)}), std::nullopt};
    Json reply = detail::change_to(session.deal(arguments), after, arguments);
    reply["text"] = deal_text(after.deal());
    return reply;
}

}  // namespace buygraph::boundary

#endif
