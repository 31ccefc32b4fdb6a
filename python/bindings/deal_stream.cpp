#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <future>
#include <memory>
#include <optional>

#include <buygraph/io/deal_sources.hpp>

#include "named.hpp"
#include "options.hpp"
#include "portfolio.hpp"

namespace buygraph::python {

namespace {

/// A stream of deals: while some are forecast the next are read.
class DealReader {
  public:
    /// Takes the stream over; of it are forecast at most `most` deals at a time.
    DealReader(ArrowArrayStream& taken, std::size_t most) : stream_(taken), most_(most) {}
    DealReader(const DealReader&) = delete;
    DealReader& operator=(const DealReader&) = delete;
    ~DealReader() {
        if (!ahead_.valid()) return;
        const py::gil_scoped_release unlock;  // the producer may ask for the lock
        ahead_.wait();
    }

    /// Nothing at the end.
    std::optional<PortfolioRows> forecast(const PortfolioRun& run) {
        const auto part = [&] {
            const py::gil_scoped_release unlock;
            return ahead_.valid() ? ahead_.get() : stream_.next(most_);
        }();
        if (!part) return std::nullopt;
        ahead_ = std::async(std::launch::async, [this] { return stream_.next(most_); });
        return forecast_all(part->count, deals_of_cells(part->cells, part->first, run.users), run);
    }

  private:
    DealStream stream_;
    std::size_t most_;
    std::future<std::optional<DealStream::Part>> ahead_;
};

std::unique_ptr<DealReader> take_stream(const py::object& capsule, const Whole& most) {
    if (!PyCapsule_IsValid(capsule.ptr(), "arrow_array_stream")) throw InputError("deals", "a value of type " + type_name(capsule), "an arrow_array_stream capsule");
    auto* stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule.ptr(), "arrow_array_stream"));
    if (!stream->release) throw InputError("deals", "a stream that was read already", "one that was not");
    const std::size_t count = to_whole(most, "most", 1, std::size_t{1} << 30);
    const py::gil_scoped_release unlock;  // the producer may ask for the lock itself
    return std::make_unique<DealReader>(*stream, count);
}

}  // namespace

void bind_deal_stream(py::module_& module) {
    py::class_<DealReader>(module, "DealStream", "An Arrow stream of deals, read batch by batch: the next while one is forecast.")
        .def(py::init(&take_stream), py::arg("capsule"), py::arg("most"), "Takes an arrow_array_stream capsule over, of which at most so many deals are forecast at a time.\n\nRaises:\n    DealError: columns that are no deals, with every fault.")
        .def("forecast", &DealReader::forecast, py::arg("run"), "Rows of the deals that come next; None at the end.");
}

}  // namespace buygraph::python
