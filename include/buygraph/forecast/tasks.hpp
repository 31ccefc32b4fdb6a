#pragma once

#include <cstddef>
#include <map>
#include <utility>

#if !defined(BUYGRAPH_NO_THREADS) && !defined(__EMSCRIPTEN__)
#include <mutex>
#endif

#include "../numbers/tasks.hpp"

namespace buygraph::forecasting {

using numbers::Interrupt;
using numbers::machine_threads;
using numbers::run_tasks;

/// Adds up what tasks find in the order of their numbers, whichever is done first, so that sums have the same bits for any number of threads.
/// Only what comes too early is kept.
template <class Part>
class InOrder {
  public:
    /// Calls add(part) for the part of task `number` when those of all tasks before it have been added.
    template <class Add>
    void operator()(std::size_t number, Part part, Add add) {
#if !defined(BUYGRAPH_NO_THREADS) && !defined(__EMSCRIPTEN__)
        const std::lock_guard lock(guard_);
#endif
        early_.emplace(number, std::move(part));
        for (auto next = early_.find(added_); next != early_.end(); next = early_.find(++added_)) {
            add(next->second);
            early_.erase(next);
        }
    }

  private:
    std::size_t added_ = 0;
    std::map<std::size_t, Part> early_;
#if !defined(BUYGRAPH_NO_THREADS) && !defined(__EMSCRIPTEN__)
    std::mutex guard_;
#endif
};

}  // namespace buygraph::forecasting
