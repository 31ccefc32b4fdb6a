#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#if !defined(BUYGRAPH_NO_THREADS) && !defined(__EMSCRIPTEN__)
#include <mutex>
#endif

#include "../numbers/tasks.hpp"

namespace buygraph::forecasting {

using numbers::Interrupt;
using numbers::machine_threads;
using numbers::run_tasks;

/// Things that are dear to make, each lent to one task at a time: no more are made than tasks run at once. What one task leaves in a thing the next one finds.
template <class Thing>
class Pool {
  public:
    /// Calls use(thing) with one that is free, or else with what make() gives as a std::unique_ptr.
    template <class Make, class Use>
    void lend(Make make, Use use) {
        std::unique_ptr<Thing> thing = take();
        if (!thing) thing = make();
        use(*thing);
        const auto lock = locked();
        free_.push_back(std::move(thing));
    }

  private:
    [[nodiscard]] std::unique_ptr<Thing> take() {
        const auto lock = locked();
        if (free_.empty()) return nullptr;
        std::unique_ptr<Thing> thing = std::move(free_.back());
        free_.pop_back();
        return thing;
    }
#if !defined(BUYGRAPH_NO_THREADS) && !defined(__EMSCRIPTEN__)
    [[nodiscard]] std::unique_lock<std::mutex> locked() { return std::unique_lock(guard_); }
    std::mutex guard_;
#else
    [[nodiscard]] int locked() { return 0; }
#endif
    std::vector<std::unique_ptr<Thing>> free_;
};

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
