#pragma once

#include <string_view>

#include "../separate.hpp"
#include "reply.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// Answers a request: {"call": "forecast", "deal": 1, "samples": 1024} → {"buygraph": "0.1.0", "win": 0.31, …}.
///
/// The one way in for whoever is not C++: the C library and WebAssembly. Results have the names of the command line's --json; sentences are in `language`, "en" or "zh".
/// What cannot be answered is {"buygraph": …, "error": {"kind", "message", and "faults" or "where", "given", "allowed"}}. Which calls there are, and their fields, says
/// {"call": "calls"}. Never throws what a request is to blame for.
///
/// \param interrupt  asked now and then by the calling thread during long work; true stops it
[[nodiscard]] BUYGRAPH_HEAVY Reply answer(Session& session, std::string_view text, const forecasting::Interrupt& interrupt = {});

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY)

#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "../deal/nearest.hpp"
#include "../io/parse_json.hpp"
#include "../version.hpp"
#include "calls.hpp"
#include "results.hpp"

namespace buygraph::boundary {

namespace detail {

[[nodiscard]] inline Json answer_calls() {
    Json reply;
    for (const Call& call : calls) reply["calls"][std::string(call.name)] = call.fields();
    return reply;
}

[[nodiscard]] inline Json result_of(Session& session, const Json& request, const forecasting::Interrupt& interrupt) {
    if (!request.is_object()) throw InputError("request", request.type_name(), "an object with a call");
    const Arguments arguments(request, interrupt);
    const std::string name = arguments.required_text("call");
    if (name == "calls") return answer_calls();
    std::vector<std::string> known{"calls"};
    for (const Call& call : calls) {
        if (call.name != name) {
            known.emplace_back(call.name);
            continue;
        }
        arguments.check_fields(call.fields());
        return call.answer(session, arguments);
    }
    const std::string meant = nearest_word(name, known);
    std::string allowed;
    for (const std::string& one : known) allowed += (allowed.empty() ? "" : ", ") + one;
    throw InputError("call", printable(name), allowed + (meant.empty() ? "" : "; did you mean " + meant + "?"));
}

/// A reply without a result: what kind of error, and what it says.
[[nodiscard]] inline Json failure(const char* kind, const char* message) {
    Json reply;
    reply["error"]["kind"] = kind;
    reply["error"]["message"] = message;
    return reply;
}

[[nodiscard]] inline Language language_asked(const Json& request) {
    const auto found = request.is_object() ? request.find("language") : request.end();
    return found != request.end() && *found == "zh" ? Language::chinese : Language::english;
}

[[nodiscard]] inline std::string written(Json reply) {
    Json whole = Json::object();
    auto& fields = whole.get_ref<Json::object_t&>();
    fields.reserve(reply.size() + 1);  // growing would copy what is in them
    whole["buygraph"] = version;
    if (reply.is_object())
        for (auto& [name, value] : reply.get_ref<Json::object_t&>()) whole[name] = std::move(value);
    return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace detail

BUYGRAPH_HEAVY Reply answer(Session& session, std::string_view text, const forecasting::Interrupt& interrupt) {
    Json request;
    try {
        FaultList syntax;
        request = parse_json(text, syntax);
        if (!syntax.faults().empty()) {
            const Fault& first = syntax.faults().front();
            throw InputError("request", first.message.en + " " + first.given, first.allowed.en);
        }
        return {Status::done, detail::written(detail::result_of(session, request, interrupt))};
    } catch (const DealError& error) {
        Json reply = detail::failure("faults", error.what());
        reply["error"]["faults"] = faults_of(error.faults, detail::language_asked(request));
        return {Status::faults, detail::written(reply)};
    } catch (const InputError& error) {
        Json reply = detail::failure("input", error.what());
        reply["error"]["where"] = error.where;
        reply["error"]["given"] = error.given;
        reply["error"]["allowed"] = error.allowed;
        return {Status::input, detail::written(reply)};
    } catch (const Interrupted& error) {
        return {Status::interrupted, detail::written(detail::failure("interrupted", error.what()))};
    } catch (const std::bad_alloc&) {
        return {Status::memory, R"({"error":{"kind":"memory","message":"not enough memory"}})"};
    } catch (const std::exception& error) {
        return {Status::internal, detail::written(detail::failure("internal", error.what()))};
    }
}

}  // namespace buygraph::boundary

#endif
