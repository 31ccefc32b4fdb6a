#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// The Arrow C data and stream interfaces, as their specification asks every producer to declare them.
// Source: arrow.apache.org/docs/format/CDataInterface and CStreamInterface.
extern "C" {
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};
#endif
}

namespace buygraph {

/// A column of a result table: texts (which may be missing), numbers, whole numbers or flags.
using TableColumn = std::variant<std::vector<std::optional<std::string>>, std::vector<double>, std::vector<std::int64_t>, std::vector<bool>>;

/// Columns with their names, all of one length.
struct ColumnTable {
    std::vector<std::string> names;
    std::vector<TableColumn> columns;
};

namespace detail {

/// What one exported column keeps alive: its buffers, in Arrow's layout.
struct ArrowBuffers {
    std::vector<std::uint8_t> validity, bits;
    std::vector<std::int64_t> offsets, whole;
    std::string text;
    std::vector<double> numbers;
    const void* pointers[3] = {nullptr, nullptr, nullptr};
};

inline void set_bit(std::vector<std::uint8_t>& bits, std::size_t i, bool value) {
    if (value) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | (1U << (i % 8)));
}

inline const char* arrow_format(const TableColumn& column) {
    constexpr const char* formats[]{"U", "g", "l", "b"};  // large utf8, float64, int64, bool
    return formats[column.index()];
}

inline void release_child(ArrowArray* array) {
    delete static_cast<ArrowBuffers*>(array->private_data);
    array->release = nullptr;
}

inline void release_parent(ArrowArray* array) {
    for (std::int64_t i = 0; i < array->n_children; ++i) {
        if (array->children[i]->release) array->children[i]->release(array->children[i]);
        delete array->children[i];
    }
    delete[] array->children;
    delete[] array->buffers;
    array->release = nullptr;
}

inline void release_schema(ArrowSchema* schema) {
    for (std::int64_t i = 0; i < schema->n_children; ++i) {
        if (schema->children[i]->release) schema->children[i]->release(schema->children[i]);
        delete schema->children[i];
    }
    delete[] schema->children;
    delete static_cast<std::string*>(schema->private_data);
    schema->release = nullptr;
}

inline void export_column(const TableColumn& column, ArrowArray* out) {
    auto owned = std::make_unique<ArrowBuffers>();
    ArrowBuffers& buffers = *owned;
    std::int64_t length = 0, nulls = 0, count = 2;
    if (const auto* texts = std::get_if<0>(&column)) {
        length = static_cast<std::int64_t>(texts->size());
        buffers.validity.assign(texts->size() / 8 + 1, 0);
        buffers.offsets.push_back(0);
        for (std::size_t i = 0; i < texts->size(); ++i) {
            set_bit(buffers.validity, i, (*texts)[i].has_value());
            if ((*texts)[i]) buffers.text += *(*texts)[i];
            else ++nulls;
            buffers.offsets.push_back(static_cast<std::int64_t>(buffers.text.size()));
        }
        buffers.pointers[0] = nulls ? buffers.validity.data() : nullptr;
        buffers.pointers[1] = buffers.offsets.data();
        buffers.pointers[2] = buffers.text.data();
        count = 3;
    } else if (const auto* numbers = std::get_if<1>(&column)) {
        length = static_cast<std::int64_t>(numbers->size());
        buffers.numbers = *numbers;
        buffers.numbers.reserve(1);
        buffers.pointers[1] = buffers.numbers.data();
    } else if (const auto* whole = std::get_if<2>(&column)) {
        length = static_cast<std::int64_t>(whole->size());
        buffers.whole = *whole;
        buffers.whole.reserve(1);
        buffers.pointers[1] = buffers.whole.data();
    } else {
        const auto& flags = std::get<3>(column);
        length = static_cast<std::int64_t>(flags.size());
        buffers.bits.assign(flags.size() / 8 + 1, 0);
        for (std::size_t i = 0; i < flags.size(); ++i) set_bit(buffers.bits, i, flags[i]);
        buffers.pointers[1] = buffers.bits.data();
    }
    *out = {length, nulls, 0, count, 0, buffers.pointers, nullptr, nullptr, &release_child, owned.release()};
}

struct TableStream {
    ColumnTable table;
    bool done = false;
};

inline int stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    const ColumnTable& table = static_cast<TableStream*>(stream->private_data)->table;
    const auto count = table.columns.size();
    auto** children = new ArrowSchema*[count ? count : 1];
    for (std::size_t i = 0; i < count; ++i) {
        auto* name = new std::string(table.names[i]);
        children[i] = new ArrowSchema{arrow_format(table.columns[i]), name->c_str(), nullptr, 2, 0, new ArrowSchema*[1], nullptr, &release_schema, name};
    }
    auto* name = new std::string();
    *out = {"+s", name->c_str(), nullptr, 0, static_cast<std::int64_t>(count), children, nullptr, &release_schema, name};
    return 0;
}

inline int stream_next(ArrowArrayStream* stream, ArrowArray* out) {
    auto& state = *static_cast<TableStream*>(stream->private_data);
    *out = {};
    if (state.done) return 0;
    state.done = true;
    const auto count = state.table.columns.size();
    auto** children = new ArrowArray*[count ? count : 1];
    std::int64_t length = 0;
    for (std::size_t i = 0; i < count; ++i) {
        children[i] = new ArrowArray{};
        export_column(state.table.columns[i], children[i]);
        length = children[i]->length;
    }
    *out = {length, 0, 0, 1, static_cast<std::int64_t>(count), new const void* [1] { nullptr }, children, nullptr, &release_parent, nullptr};
    return 0;
}

inline const char* stream_error(ArrowArrayStream*) { return nullptr; }

inline void release_stream(ArrowArrayStream* stream) {
    delete static_cast<TableStream*>(stream->private_data);
    stream->release = nullptr;
}

}  // namespace detail

/// Hands a table over as an Arrow stream of one batch; the consumer releases it. Cost: one copy of the columns.
inline void export_stream(ColumnTable table, ArrowArrayStream* out) {
    *out = {&detail::stream_schema, &detail::stream_next, &detail::stream_error, &detail::release_stream, new detail::TableStream{std::move(table), false}};
}

}  // namespace buygraph
