#pragma once

#include <pybind11/pybind11.h>

#include <chrono>
#include <memory>
#include <thread>
#include <utility>

#include <buygraph/error.hpp>

namespace buygraph::python {

/// Runs a computation with the interpreter's lock released, and looks for Ctrl-C about twenty times a second on the calling thread.
/// The one place that does either. `compute` gets a function to be asked now and then whether to stop.
template <class Compute>
auto computing(Compute&& compute) {
    using Clock = std::chrono::steady_clock;
    const auto caller = std::this_thread::get_id();
    auto next = Clock::now() + std::chrono::milliseconds(50);
    std::unique_ptr<pybind11::error_already_set> signal;
    const auto interrupted = [&] {
        if (std::this_thread::get_id() != caller || Clock::now() < next) return false;
        const pybind11::gil_scoped_acquire lock;
        if (PyErr_CheckSignals() != 0) signal = std::make_unique<pybind11::error_already_set>();
        next = Clock::now() + std::chrono::milliseconds(50);
        return signal != nullptr;
    };
    try {
        const pybind11::gil_scoped_release unlock;
        return std::forward<Compute>(compute)(interrupted);
    } catch (const Interrupted&) {
        if (signal) throw std::move(*signal);
        throw;
    }
}

}  // namespace buygraph::python
