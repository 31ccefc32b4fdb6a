#pragma once

#include <cstddef>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "../portfolio/portfolio.hpp"
#include "file.hpp"
#include "read_arrow.hpp"

namespace buygraph {

/// Deals from JSON texts, each called by its place: "line 12". Both stay where they are while the source is used.
[[nodiscard]] inline DealSource deals_of_texts(std::span<const std::string> texts, std::span<const std::string> places, const Catalog& users = {}) {
    return [texts, places, users](std::size_t at) {
        ReadResult read = read_and_validate(std::string_view(texts[at]), users);
        return DealAtHand{std::move(read.deal), std::move(read.faults), places[at]};
    };
}

/// Deals from files, each called by its name. A file that cannot be read is a deal with that fault.
[[nodiscard]] inline DealSource deals_of_files(std::span<const std::filesystem::path> paths, const Catalog& users = {}) {
    return [paths, users](std::size_t at) {
        const std::string place = paths[at].filename().string();
        try {
            ReadResult read = read_and_validate(std::string_view(read_file(paths[at])), users);
            return DealAtHand{std::move(read.deal), std::move(read.faults), place};
        } catch (const DealError& error) {
            return DealAtHand{{}, error.faults, place};
        } catch (const FileError& error) {
            return DealAtHand{{}, {{"", {error.what(), error.what()}, "", {}, ""}}, place};
        }
    };
}

/// Deals from rows of nested columns or of JSON texts, from `first` on. The cells stay where they are while the source is used.
[[nodiscard]] inline DealSource deals_of_cells(const ArrowCells& cells, std::size_t first, const Catalog& users = {}) {
    return [cells, first, users](std::size_t at) {
        ReadResult read = read_and_validate(cells, first + at, users);
        return DealAtHand{std::move(read.deal), std::move(read.faults), {}};
    };
}

/// Reads an Arrow stream of deals batch by batch; a batch is held as long as a part of it is. A table of one column of texts is read as JSON.
class DealStream {
  public:
    /// Some rows: those of `cells` from `first` on, which stay as long as this and the stream.
    struct Part {
        ArrowCells cells;
        std::size_t first;
        std::size_t count;
        std::shared_ptr<const ArrowArray> batch;  ///< to which the cells point
    };

    /// Takes the stream over.
    /// \throws DealError  columns that are no deals; every one of them
    /// \throws Error      what the producer says is wrong
    explicit DealStream(ArrowArrayStream& taken) {
        *stream_ = taken;
        taken.release = nullptr;
        check(stream_->get_schema(stream_.get(), schema_.get()));
        if (std::vector<Fault> faults = texts() ? std::vector<Fault>() : arrow_deal_faults(*schema_); !faults.empty()) throw DealError(std::move(faults));
    }

    /// At most so many of the rows that come next; nothing at the end.
    [[nodiscard]] std::optional<Part> next(std::size_t most) {
        while (!batch_ || at_ == static_cast<std::size_t>(batch_->length)) {
            batch_ = std::shared_ptr<ArrowArray>(new ArrowArray{}, Release());
            at_ = 0;
            check(stream_->get_next(stream_.get(), batch_.get()));
            if (!batch_->release) {
                batch_.reset();
                return std::nullopt;
            }
        }
        const std::size_t first = at_, count = std::min(most, static_cast<std::size_t>(batch_->length) - at_);
        at_ += count;
        const ArrowCells rows(*schema_, *batch_);
        if (texts()) return Part{rows.field(0), rows.in_fields(first), count, batch_};
        return Part{rows, first, count, batch_};
    }

  private:
    struct Release {
        template <class Interface>
        void operator()(Interface* one) const {
            if (one->release) one->release(one);
            delete one;
        }
    };

    [[nodiscard]] bool texts() const { return arrow_kind(*schema_) == ArrowKind::structure && schema_->n_children == 1 && arrow_kind(*schema_->children[0]) == ArrowKind::text; }

    void check(int code) const {
        if (code == 0) return;
        const char* said = stream_->get_last_error(stream_.get());
        throw Error("the stream of deals ended with an error: " + std::string(said ? said : "error " + std::to_string(code)));
    }

    std::unique_ptr<ArrowArrayStream, Release> stream_{new ArrowArrayStream{}};
    std::unique_ptr<ArrowSchema, Release> schema_{new ArrowSchema{}};
    std::shared_ptr<ArrowArray> batch_;
    std::size_t at_ = 0;
};

}  // namespace buygraph
