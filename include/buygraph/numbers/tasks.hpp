#pragma once

#include <cstddef>
#include <exception>
#include <functional>

#if !defined(BUYGRAPH_NO_THREADS) && !defined(__EMSCRIPTEN__)
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>
#endif

#include "../error.hpp"

namespace buygraph::numbers {

/// Asked now and then by the calling thread during long work; true stops it with `Interrupted`.
using Interrupt = std::function<bool()>;

/// Runs task(0) … task(count − 1), each once, on up to `threads` threads, the caller's among them. Which thread runs which task
/// has no influence on results as long as each task writes only its own. The first exception stops the rest and is thrown here.
///
/// The only place in buygraph that starts threads; with BUYGRAPH_NO_THREADS or under WebAssembly everything runs in the caller.
inline void run_tasks(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& task) {
#if !defined(BUYGRAPH_NO_THREADS) && !defined(__EMSCRIPTEN__)
    if (threads > 1 && count > 1) {
        std::atomic<std::size_t> next{0};
        std::mutex guard;
        std::exception_ptr failure;
        const auto work = [&] {
            for (std::size_t index = next++; index < count; index = next++) {
                try {
                    task(index);
                } catch (...) {
                    const std::lock_guard lock(guard);
                    if (!failure) failure = std::current_exception();
                    next = count;
                }
            }
        };
        std::vector<std::thread> helpers;
        for (std::size_t i = 1; i < threads && i < count; ++i) helpers.emplace_back(work);
        work();
        for (std::thread& helper : helpers) helper.join();
        if (failure) std::rethrow_exception(failure);
        return;
    }
#endif
    static_cast<void>(threads);
    for (std::size_t index = 0; index < count; ++index) task(index);
}

/// How many threads the machine offers; 1 where there are none.
[[nodiscard]] inline std::size_t machine_threads() {
#if !defined(BUYGRAPH_NO_THREADS) && !defined(__EMSCRIPTEN__)
    const unsigned found = std::thread::hardware_concurrency();
    return found ? found : 1;
#else
    return 1;
#endif
}

}  // namespace buygraph::numbers
