#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../error.hpp"
#include "arrow.hpp"

namespace buygraph {

/// A nested column that grows value by value and then leaves as an Arrow array of its type. Empty, it stands for its type alone.
///
/// The formats: "u" texts, "g" double, "i" 32-bit whole numbers, "l" 64-bit ones, "b" flags, "tdD" days, "+l" lists, "+m" maps, "+s" structures. Any value but an entry of a map may be missing.
class ArrowColumn {
  public:
    ArrowColumn(std::string name, std::string format, bool nullable = true) : name_(std::move(name)), format_(std::move(format)), nullable_(nullable) {
        if (has_offsets()) offsets_.push_back(0);
    }

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& format() const { return format_; }
    [[nodiscard]] bool nullable() const { return nullable_; }
    [[nodiscard]] std::int64_t size() const { return size_; }
    [[nodiscard]] std::vector<ArrowColumn>& children() { return children_; }
    [[nodiscard]] const std::vector<ArrowColumn>& children() const { return children_; }

    void add_text(std::string_view text) {
        bytes_ += text;
        end_of_range(bytes_.size());
    }
    void add_number(double value) { add_raw(value); }
    void add_whole(std::int32_t value) { add_raw(value); }
    void add_long(std::int64_t value) { add_raw(value); }
    void add_flag(bool value) {
        if (size_ % 8 == 0) bytes_.push_back('\0');
        if (value) bytes_.back() = static_cast<char>(bytes_.back() | (1 << (size_ % 8)));
        grow(true);
    }
    /// The entries since the last list are a list; of a map, pairs.
    void end_list() { end_of_range(static_cast<std::size_t>(children_.front().size_)); }
    /// The fields have each been given a value.
    void end_structure() { grow(true); }

    void add_missing() {
        if (has_offsets()) offsets_.push_back(offsets_.back());
        else if (format_ == "b") { if (size_ % 8 == 0) bytes_.push_back('\0'); }
        else if (format_ == "+s") for (ArrowColumn& child : children_) child.add_missing();
        else bytes_.append(format_ == "g" || format_ == "l" ? 8 : 4, '\0');
        grow(false);
    }

    /// Hands the values over; the consumer releases them.
    void export_array(ArrowArray* out) &&;

    /// The type; the consumer releases it.
    void export_schema(ArrowSchema* out) const;

  private:
    [[nodiscard]] bool has_offsets() const { return format_ == "u" || format_ == "+l" || format_ == "+m"; }

    template <class Value>
    void add_raw(Value value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
        grow(true);
    }

    void end_of_range(std::size_t end) {
        if (end > 0x7FFFFFFF) throw InputError("column " + name_, std::to_string(end) + " bytes or entries", "at most 2^31 - 1 in one batch: make smaller batches");
        offsets_.push_back(static_cast<std::int32_t>(end));
        grow(true);
    }

    void grow(bool given) {
        if (size_ % 8 == 0) validity_.push_back(0);
        detail::set_bit(validity_, static_cast<std::size_t>(size_), given);
        if (!given) ++missing_;
        ++size_;
    }

    std::string name_, format_;
    bool nullable_;
    std::int64_t size_ = 0, missing_ = 0;
    std::vector<std::uint8_t> validity_;
    std::vector<std::int32_t> offsets_;
    std::string bytes_;  ///< of texts, numbers or flags
    std::vector<ArrowColumn> children_;
};

namespace detail {

/// What an exported array or type keeps alive, its children among it.
template <class Interface>
struct ArrowHeld {
    std::vector<std::unique_ptr<Interface>> children;
    std::vector<Interface*> pointers;

    Interface* next_child() {
        children.push_back(std::make_unique<Interface>());
        pointers.push_back(children.back().get());
        return pointers.back();
    }
    ~ArrowHeld() {
        for (const auto& child : children)
            if (child->release) child->release(child.get());
    }
};

struct HeldColumn : ArrowHeld<ArrowArray> {
    explicit HeldColumn(ArrowColumn&& from) : column(std::move(from)) {}
    ArrowColumn column;
    const void* buffers[3] = {nullptr, nullptr, nullptr};
};

struct HeldType : ArrowHeld<ArrowSchema> {
    HeldType(std::string given_name, std::string given_format) : name(std::move(given_name)), format(std::move(given_format)) {}
    std::string name, format;
};

template <class Held, class Interface>
void release_held(Interface* one) {
    delete static_cast<Held*>(one->private_data);
    one->release = nullptr;
}

}  // namespace detail

inline void ArrowColumn::export_array(ArrowArray* out) && {
    auto held = std::make_unique<detail::HeldColumn>(std::move(*this));
    ArrowColumn& column = held->column;
    for (ArrowColumn& child : column.children_) std::move(child).export_array(held->next_child());
    column.bytes_.reserve(1);
    std::int64_t buffers = 0;
    held->buffers[buffers++] = column.missing_ ? column.validity_.data() : nullptr;
    if (column.has_offsets()) held->buffers[buffers++] = column.offsets_.data();
    if (column.format_[0] != '+') held->buffers[buffers++] = column.bytes_.data();
    *out = {column.size_, column.missing_, 0, buffers, static_cast<std::int64_t>(held->children.size()), held->buffers, held->pointers.data(), nullptr, &detail::release_held<detail::HeldColumn, ArrowArray>, nullptr};
    out->private_data = held.release();
}

inline void ArrowColumn::export_schema(ArrowSchema* out) const {
    auto held = std::make_unique<detail::HeldType>(name_, format_);
    for (const ArrowColumn& child : children_) child.export_schema(held->next_child());
    *out = {held->format.c_str(), held->name.c_str(), nullptr, nullable_ ? 2 : 0, static_cast<std::int64_t>(held->children.size()), held->pointers.data(), nullptr, &detail::release_held<detail::HeldType, ArrowSchema>, nullptr};
    out->private_data = held.release();
}

namespace detail {

struct ColumnStream {
    ArrowColumn shape;
    std::function<bool(ArrowColumn&)> fill;
    std::string error;
};

inline int column_stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    static_cast<ColumnStream*>(stream->private_data)->shape.export_schema(out);
    return 0;
}

inline int column_stream_next(ArrowArrayStream* stream, ArrowArray* out) {
    auto& state = *static_cast<ColumnStream*>(stream->private_data);
    *out = {};
    try {
        ArrowColumn batch = state.shape;
        if (state.fill(batch)) std::move(batch).export_array(out);
        return 0;
    } catch (const std::exception& error) {
        state.error = error.what();
        return 5;  // EIO
    }
}

inline const char* column_stream_error(ArrowArrayStream* stream) { return static_cast<ColumnStream*>(stream->private_data)->error.c_str(); }

inline void release_column_stream(ArrowArrayStream* stream) {
    delete static_cast<ColumnStream*>(stream->private_data);
    stream->release = nullptr;
}

}  // namespace detail

/// Hands over a stream of batches that are made as they are asked for.
///
/// \param shape  an empty structure: the type of every batch
/// \param fill   fills an empty batch; false: there are no more
inline void export_stream(ArrowColumn shape, std::function<bool(ArrowColumn&)> fill, ArrowArrayStream* out) {
    *out = {&detail::column_stream_schema, &detail::column_stream_next, &detail::column_stream_error, &detail::release_column_stream, new detail::ColumnStream{std::move(shape), std::move(fill), {}}};
}

}  // namespace buygraph
