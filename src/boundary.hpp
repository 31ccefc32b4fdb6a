#pragma once

#include <string_view>

#include <buygraph/boundary/reply.hpp>
#include <buygraph/forecast/tasks.hpp>

namespace buygraph::boundary {

class Session;

/// `answer`, compiled once: all calls are behind it.
[[nodiscard]] Reply compiled_answer(Session& session, std::string_view request, const forecasting::Interrupt& interrupt);

}  // namespace buygraph::boundary
