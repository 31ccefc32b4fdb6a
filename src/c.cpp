#include <buygraph.h>

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>
#include <string_view>

#include <buygraph/boundary/answer.hpp>
#include <buygraph/version.hpp>

struct buygraph_session {
    buygraph::boundary::Session session;
    std::mutex one_at_a_time;
    std::atomic<bool> stop{false};
};

namespace {

using buygraph::boundary::Status;

static_assert(int(Status::done) == BUYGRAPH_DONE && int(Status::faults) == BUYGRAPH_FAULTS && int(Status::input) == BUYGRAPH_INPUT && int(Status::interrupted) == BUYGRAPH_INTERRUPTED &&
              int(Status::memory) == BUYGRAPH_MEMORY && int(Status::internal) == BUYGRAPH_INTERNAL);

/// The text as the caller gets it: one block of malloc, ended by NUL; null where there is no memory.
char* handed_over(std::string_view text) {
    auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (!copy) return nullptr;
    std::memcpy(copy, text.data(), text.size());
    copy[text.size()] = '\0';
    return copy;
}

}  // namespace

extern "C" {

const char* buygraph_version() { return buygraph::version; }

unsigned buygraph_abi() { return BUYGRAPH_ABI; }

buygraph_status buygraph_open(buygraph_session** session) {
    if (!session) return BUYGRAPH_ARGUMENT;
    *session = new (std::nothrow) buygraph_session;
    return *session ? BUYGRAPH_DONE : BUYGRAPH_MEMORY;
}

void buygraph_close(buygraph_session* session) { delete session; }

buygraph_status buygraph_answer(buygraph_session* session, const char* request, size_t length, char** reply, size_t* reply_length) {
    if (reply) *reply = nullptr;
    if (reply_length) *reply_length = 0;
    if (!session || !request || !reply) return BUYGRAPH_ARGUMENT;
    try {
        const std::lock_guard lock(session->one_at_a_time);
        session->stop = false;
        const buygraph::boundary::Reply answered = buygraph::boundary::answer(session->session, {request, length}, [session] { return session->stop.load(); });
        *reply = handed_over(answered.text);
        if (!*reply) return BUYGRAPH_MEMORY;
        if (reply_length) *reply_length = answered.text.size();
        return static_cast<buygraph_status>(answered.status);
    } catch (const std::bad_alloc&) {
        return BUYGRAPH_MEMORY;
    } catch (...) {
        return BUYGRAPH_INTERNAL;
    }
}

void buygraph_interrupt(buygraph_session* session) {
    if (session) session->stop = true;
}

void buygraph_free(char* reply) { std::free(reply); }

}  // extern "C"
