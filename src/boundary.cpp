#include "boundary.hpp"

#include <buygraph/boundary/answer.hpp>

namespace buygraph::boundary {

Reply compiled_answer(Session& session, std::string_view request, const forecasting::Interrupt& interrupt) { return answer(session, request, interrupt); }

}  // namespace buygraph::boundary
