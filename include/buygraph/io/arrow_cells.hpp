#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "../deal/date.hpp"
#include "arrow.hpp"

namespace buygraph {

/// What the values of an Arrow array mean, however they are laid out.
enum class ArrowKind { nothing, flag, whole, number, text, date, list, structure, map, other };

/// The kind behind a format string; of a dictionary that of its values. Source: arrow.apache.org/docs/format/CDataInterface, "Data type description".
[[nodiscard]] inline ArrowKind arrow_kind(const ArrowSchema& schema) {
    if (schema.dictionary) return arrow_kind(*schema.dictionary);
    const char* format = schema.format;  // asked for every cell of a deal
    if (format[0] != '\0' && format[1] == '\0') {
        switch (format[0]) {
            case 'n': return ArrowKind::nothing;
            case 'b': return ArrowKind::flag;
            case 'u':
            case 'U': return ArrowKind::text;
            case 'f':
            case 'g': return ArrowKind::number;
            default: return std::strchr("cCsSiIlL", format[0]) ? ArrowKind::whole : ArrowKind::other;
        }
    }
    const auto starts = [&](const char* with) { return std::strncmp(format, with, std::strlen(with)) == 0; };
    switch (format[0]) {
        case 'v': return std::strcmp(format, "vu") == 0 ? ArrowKind::text : ArrowKind::other;
        case 't': return starts("tdD") || starts("tdm") || starts("ts") ? ArrowKind::date : ArrowKind::other;
        case 'd': return starts("d:") && std::strchr(format, ',') == std::strrchr(format, ',') ? ArrowKind::number : ArrowKind::other;  // of 128 bits; others name their bits after a second comma
        case '+': break;
        default: return ArrowKind::other;
    }
    switch (format[1]) {
        case 's': return ArrowKind::structure;
        case 'm': return ArrowKind::map;
        case 'l':
        case 'L': return ArrowKind::list;
        case 'w': return format[2] == ':' ? ArrowKind::list : ArrowKind::other;
    }
    return ArrowKind::other;
}

/// The values of an Arrow array, read where they lie: slices, 32- and 64-bit offsets, views, dictionaries, whole numbers of any width. An index counts from the array's
/// own offset. What is asked for has to fit the kind; a missing value is nothing.
class ArrowCells {
  public:
    ArrowCells(const ArrowSchema& schema, const ArrowArray& array) : schema_(&schema), array_(&array), kind_(arrow_kind(schema)) {}

    [[nodiscard]] ArrowKind kind() const { return kind_; }
    [[nodiscard]] const ArrowSchema& schema() const { return *schema_; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(array_->length); }

    [[nodiscard]] bool missing(std::size_t at) const {
        if (kind_ == ArrowKind::nothing) return true;
        if (array_->null_count != 0 && array_->n_buffers > 0 && array_->buffers[0] && !bit(0, at)) return true;
        return schema_->dictionary && entries().missing(key(at));
    }

    [[nodiscard]] std::optional<bool> flag(std::size_t at) const {
        if (missing(at)) return std::nullopt;
        return schema_->dictionary ? entries().flag(key(at)) : bit(1, at);
    }

    [[nodiscard]] std::optional<double> number(std::size_t at) const {
        if (missing(at)) return std::nullopt;
        if (schema_->dictionary) return entries().number(key(at));
        switch (schema_->format[0]) {
            case 'f': return value<float>(1, at);
            case 'g': return value<double>(1, at);
            case 'L': return static_cast<double>(value<std::uint64_t>(1, at));
            case 'd': return decimal(at);
            default: return static_cast<double>(whole(at));
        }
    }

    [[nodiscard]] std::optional<std::string_view> text(std::size_t at) const {
        if (missing(at)) return std::nullopt;
        if (schema_->dictionary) return entries().text(key(at));
        const auto* bytes = static_cast<const char*>(array_->buffers[schema_->format[0] == 'v' ? 1 : 2]);
        if (schema_->format[0] == 'v') {
            const char* view = bytes + 16 * physical(at);
            std::int32_t parts[4];
            std::memcpy(parts, view, sizeof parts);
            const auto length = static_cast<std::size_t>(parts[0]);
            return length <= 12 ? std::string_view(view + 4, length) : std::string_view(static_cast<const char*>(array_->buffers[2 + parts[2]]) + parts[3], length);
        }
        const auto [first, last] = range(at);
        return first == last ? std::string_view("") : std::string_view(bytes + first, last - first);
    }

    /// The day of a date or of an instant (as its zone, if any, has it: Arrow keeps UTC).
    [[nodiscard]] std::optional<Date> day(std::size_t at) const {
        if (missing(at)) return std::nullopt;
        if (schema_->dictionary) return entries().day(key(at));
        const std::string_view format(schema_->format);
        if (format == "tdD") return date_of_day(value<std::int32_t>(1, at));
        constexpr std::int64_t seconds = 86400;
        const char unit = format == "tdm" ? 'm' : format[2];
        const std::int64_t a_day = seconds * (unit == 's' ? 1 : unit == 'm' ? 1000 : unit == 'u' ? 1000000 : 1000000000), ticks = value<std::int64_t>(1, at);
        return date_of_day(ticks / a_day - (ticks % a_day < 0 ? 1 : 0));
    }

    /// Where the entries of a list or map stand among its child's, or the bytes of a text among its buffer's.
    [[nodiscard]] std::pair<std::size_t, std::size_t> range(std::size_t at) const {
        const char* format = schema_->format;
        if (format[0] == '+' && format[1] == 'w') {
            const auto width = static_cast<std::size_t>(std::atoll(schema_->format + 3));
            return {physical(at) * width, (physical(at) + 1) * width};
        }
        const auto offset = [&](std::size_t i) {
            const bool wide = format[0] == 'U' || (format[0] == '+' && format[1] == 'L');
            return static_cast<std::size_t>(wide ? value<std::int64_t>(1, i) : value<std::int32_t>(1, i));
        };
        return {offset(at), offset(at + 1)};
    }

    /// The entries of a list or map, at the places that `range` gives.
    [[nodiscard]] ArrowCells entry_cells() const { return {*schema_->children[0], *array_->children[0]}; }

    [[nodiscard]] std::size_t fields() const { return static_cast<std::size_t>(schema_->n_children); }
    [[nodiscard]] bool is_named(std::size_t field, const char* name) const { return schema_->children[field]->name && std::strcmp(schema_->children[field]->name, name) == 0; }
    [[nodiscard]] ArrowCells field(std::size_t field) const { return {*schema_->children[field], *array_->children[field]}; }

    /// Where a value of a structure stands in its fields, which know nothing of the structure's own offset.
    [[nodiscard]] std::size_t in_fields(std::size_t at) const { return physical(at); }

  private:
    [[nodiscard]] std::size_t physical(std::size_t at) const { return at + static_cast<std::size_t>(array_->offset); }

    template <class Value>
    [[nodiscard]] Value value(std::size_t buffer, std::size_t at) const {
        Value result;
        std::memcpy(&result, static_cast<const char*>(array_->buffers[buffer]) + physical(at) * sizeof(Value), sizeof(Value));
        return result;
    }

    [[nodiscard]] bool bit(std::size_t buffer, std::size_t at) const {
        const std::size_t i = physical(at);
        return ((std::uint32_t{static_cast<const std::uint8_t*>(array_->buffers[buffer])[i / 8]} >> (i % 8)) & 1U) != 0;
    }

    [[nodiscard]] std::int64_t whole(std::size_t at) const {
        switch (schema_->format[0]) {
            case 'c': return value<std::int8_t>(1, at);
            case 'C': return value<std::uint8_t>(1, at);
            case 's': return value<std::int16_t>(1, at);
            case 'S': return value<std::uint16_t>(1, at);
            case 'i': return value<std::int32_t>(1, at);
            case 'I': return value<std::uint32_t>(1, at);
            default: return value<std::int64_t>(1, at);
        }
    }

    [[nodiscard]] double decimal(std::size_t at) const {
        struct { std::uint64_t low; std::int64_t high; } parts;
        std::memcpy(&parts, static_cast<const char*>(array_->buffers[1]) + physical(at) * sizeof parts, sizeof parts);
        const double scale = std::atof(std::strrchr(schema_->format, ',') + 1);
        const bool negative = parts.high < 0;  // its size first: high and low halves of a negative number nearly cancel
        if (negative) {
            parts.low = ~parts.low + 1;
            parts.high = ~parts.high + (parts.low == 0 ? 1 : 0);
        }
        const double size = (static_cast<double>(parts.high) * 0x1p64 + static_cast<double>(parts.low)) / std::pow(10.0, scale);
        return negative ? -size : size;
    }

    [[nodiscard]] ArrowCells entries() const { return {*schema_->dictionary, *array_->dictionary}; }
    [[nodiscard]] std::size_t key(std::size_t at) const { return static_cast<std::size_t>(whole(at)); }

    const ArrowSchema* schema_;
    const ArrowArray* array_;
    ArrowKind kind_;
};

}  // namespace buygraph
