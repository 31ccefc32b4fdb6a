#pragma once

#include <cstddef>
#include <vector>

#include "../deal/fault.hpp"
#include "../separate.hpp"
#include "arrow_cells.hpp"
#include "file.hpp"

namespace buygraph {

/// What is wrong with the columns themselves, once for all rows: a column that a deal has no field for, a type that a field cannot be read from. Pointers as in a deal
/// file, without the numbers of entries. Columns of texts are JSON and have no such faults.
///
/// The documented types are those that `write_arrow.hpp` writes; these are read besides: texts in any layout or dictionary, numbers and whole numbers of any width and
/// decimals, days as dates, instants or texts, maps as lists of pairs, one id or a list of ids for shares, bare numbers for ratings and importances, words or numbers for
/// stances, one number or a list for yearly_benefit.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Fault> arrow_deal_faults(const ArrowSchema& schema);

/// The deal in one row of nested columns (or in a JSON text), validated: the same checks and faults as of the JSON document that says the same.
///
/// \param deals  a structure whose fields are the columns, without faults of its own; or texts
/// \param users  a catalog of the user's, from `load_catalog`
[[nodiscard]] BUYGRAPH_HEAVY ReadResult read_and_validate(const ArrowCells& deals, std::size_t row, const Catalog& users = {});

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_ARROW)

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "../deal/way.hpp"
#include "../deal/merged_catalog.hpp"
#include "../model/validate.hpp"
#include "arrow_fit.hpp"
#include "checked_faults.hpp"

namespace buygraph {

namespace detail {

/// Fills structs from Arrow's columns by their field descriptions. Places are put into words only where a fault is found.
class ArrowDealReader {
  public:
    explicit ArrowDealReader(FaultList& faults) : faults_(faults) {}

    template <class Object>
    void object(const ArrowCells& cells, std::size_t at, Object& into) {
        const Frame outer = std::exchange(frame_, Frame{&cells, cells.in_fields(at), 0});
        fields::describe(*this, into);
        frame_ = outer;
    }

    template <class Member>
    void operator()(const char* name, Member& member, const fields::Spec& spec) {
        const std::size_t count = frame_.cells->fields();
        for (std::size_t tried = 0; tried < count; ++tried) {  // columns mostly stand in the order of the fields
            const std::size_t field = frame_.next + tried < count ? frame_.next + tried : frame_.next + tried - count;
            if (!frame_.cells->is_named(field, name)) continue;
            frame_.next = field + 1;
            const ArrowCells cells = frame_.cells->field(field);
            if (cells.missing(frame_.at)) return;
            const auto step = way_.field(name);
            if constexpr (std::is_same_v<Member, Shares>) {
                if (spec.shares) return shares(cells, frame_.at, member, spec);
            }
            return read(cells, frame_.at, member);
        }
    }

  private:
    struct Frame {
        const ArrowCells* cells = nullptr;
        std::size_t at = 0;    ///< in the fields
        std::size_t next = 0;  ///< where the next field is looked for first
    };
    void wrong(std::string given, Text allowed) { faults_.add(way_.place(), {"has the wrong type", "类型不对"}, std::move(given), std::move(allowed)); }

    void read(const ArrowCells& cells, std::size_t at, std::string& into) {
        if (const auto text = cells.text(at)) into = *text;
        else wrong("null", {"a text", "文本"});
    }
    void read(const ArrowCells& cells, std::size_t at, std::optional<double>& into) {
        into = cells.number(at);
        if (!into) wrong("null", {"a number", "数字"});
    }
    void read(const ArrowCells& cells, std::size_t at, std::optional<int>& into) {
        const double value = cells.number(at).value_or(std::nan(""));
        if (std::floor(value) == value && std::abs(value) < 2e9) into = static_cast<int>(value);
        else wrong(number_text(value), {"a whole number", "整数"});
    }
    void read(const ArrowCells& cells, std::size_t at, std::optional<bool>& into) { into = cells.flag(at); }
    void read(const ArrowCells& cells, std::size_t at, std::optional<Date>& into) {
        const bool text = cells.kind() == ArrowKind::text;
        into = text ? parse_date(*cells.text(at)) : cells.day(at);
        if (!into) wrong(text ? "\"" + printable(*cells.text(at)) + "\"" : "a day beyond the year 9999", {"a day as \"YYYY-MM-DD\"", "日期，写作 \"YYYY-MM-DD\""});
    }

    template <class Enum>
    [[nodiscard]] std::optional<Enum> word(const ArrowCells& cells, std::size_t at) {
        const std::optional<std::string_view> text = cells.text(at);
        const auto value = text ? from_word<Enum>(*text) : std::nullopt;
        if (value) return value;
        std::vector<std::string> words;
        std::string all;
        for (const auto& entry : Words<Enum>::table) words.emplace_back(entry.first), all += (all.empty() ? "" : ", ") + words.back();
        faults_.add(way_.place(), {"is none of the words known here", "不是此处可用的词"}, text ? printable("\"" + std::string(*text) + "\"") : "null", {all, all}, text ? nearest_word(*text, words) : std::string());
        return std::nullopt;
    }

    template <class Value>
    void read(const ArrowCells& cells, std::size_t at, std::optional<Value>& into) {
        if constexpr (std::is_enum_v<Value>) into = word<Value>(cells, at);
        else read(cells, at, into.emplace());
    }

    void read(const ArrowCells& cells, std::size_t at, Stance& into) {
        if (cells.kind() != ArrowKind::text) into = *cells.number(at);
        else if (const auto value = word<StanceWord>(cells, at)) into = *value;
    }

    void read(const ArrowCells& cells, std::size_t at, std::variant<std::monostate, double, std::vector<double>>& into) {
        if (cells.kind() == ArrowKind::list) {
            into = numbers(cells, at);
        } else if (cells.kind() == ArrowKind::structure) {
            for (std::size_t f = 0; f < cells.fields(); ++f)
                if (const ArrowCells field = cells.field(f); !field.missing(cells.in_fields(at))) read(field, cells.in_fields(at), into);
        } else {
            into = *cells.number(at);
        }
    }

    [[nodiscard]] std::vector<double> numbers(const ArrowCells& cells, std::size_t at) {
        std::vector<double> list;
        each(cells, at, [&](const ArrowCells& entries, std::size_t entry) {
            if (const auto number = entries.number(entry)) list.push_back(*number);
            else wrong("null", {"a number", "数字"});
        });
        return list;
    }

    /// Calls use(entries, where) for each entry of a list, with its number on the way.
    template <class Use>
    void each(const ArrowCells& cells, std::size_t at, Use use) {
        const auto [first, last] = cells.range(at);
        const ArrowCells entries = cells.entry_cells();
        for (std::size_t entry = first; entry < last; ++entry) {
            const auto step = way_.item(entry - first);
            use(entries, entry);
        }
    }

    /// Calls use(key, values, where) for each entry of a map or a list of pairs, with its key on the way.
    template <class Use>
    void each_pair(const ArrowCells& cells, std::size_t at, Use use) {
        const auto [first, last] = cells.range(at);
        const ArrowCells pairs = cells.entry_cells(), keys = pairs.field(0), values = pairs.field(1);
        for (std::size_t entry = first; entry < last; ++entry) {
            const std::size_t where = pairs.in_fields(entry);
            const std::string_view key = keys.text(where).value_or(std::string_view(""));
            const auto step = way_.key(key);
            use(key, values, where);
        }
    }

    void read(const ArrowCells& cells, std::size_t at, OrderedMap<double>& into) {
        each_pair(cells, at, [&](std::string_view key, const ArrowCells& values, std::size_t where) {
            std::optional<double> number;
            read(values, where, number);
            if (number) into[key] = *number;
        });
    }

    void shares(const ArrowCells& cells, std::size_t at, Shares& into, const fields::Spec& spec) {
        const bool one = cells.kind() == ArrowKind::text;
        if (!one && (cells.kind() == ArrowKind::map || cells.entry_cells().kind() == ArrowKind::structure)) return read(cells, at, into);
        const auto [first, last] = one ? std::pair<std::size_t, std::size_t>{0, 1} : cells.range(at);
        const double share = spec.greatest == 1 ? 1 / static_cast<double>(last - first) : 1;
        const auto add = [&](const ArrowCells& ids, std::size_t where) {
            std::string id;
            read(ids, where, id);
            if (id.empty()) {
                if (!ids.missing(where)) faults_.add(way_.place(), {"an id is empty", "id 为空"}, "", {"a text", "非空文本"});
                return;
            }
            if (into.contains(id)) faults_.add(way_.place(), {"stands twice in the list", "列表中重复"}, printable(id), {"each once", "各一次"});
            into[id] = share;
        };
        if (one) add(cells, at);
        else each(cells, at, add);
    }

    template <class Value>
    void read(const ArrowCells& cells, std::size_t at, OrderedMap<Value>& into) {
        each_pair(cells, at, [&](std::string_view key, const ArrowCells& values, std::size_t where) {
            if (values.missing(where)) return wrong("null", {"an object", "一个对象"});
            Value entry;
            read(values, where, entry);
            into[key] = std::move(entry);
        });
    }

    void read(const ArrowCells& cells, std::size_t at, std::vector<ValuePoint>& into) {
        each(cells, at, [&](const ArrowCells& points, std::size_t point) {
            const bool pair = points.kind() == ArrowKind::structure;
            const std::size_t first = pair ? points.in_fields(point) : points.range(point).first;
            const bool whole = !points.missing(point) && (pair || points.range(point).second - first == 2);
            const auto measure = whole ? (pair ? points.field(0) : points.entry_cells()).number(first) : std::nullopt;
            const auto score = whole ? (pair ? points.field(1).number(first) : points.entry_cells().number(first + 1)) : std::nullopt;
            if (measure && score) into.push_back({*measure, *score});
            else wrong("no pair of numbers", {"a list of pairs [measure, score]", "[measure, score] 的列表"});
        });
    }

    template <class Entry>
    void read(const ArrowCells& cells, std::size_t at, std::vector<Entry>& into) {
        each(cells, at, [&](const ArrowCells& entries, std::size_t where) {
            if constexpr (std::is_same_v<Entry, std::string>) {
                read(entries, where, into.emplace_back());
            } else if constexpr (std::is_enum_v<Entry>) {
                if (const auto value = word<Entry>(entries, where)) into.push_back(*value);
            } else {
                Entry& entry = into.emplace_back();  // even when it is missing: later entries keep their pointers
                way_.about(entry);
                if (entries.missing(where)) wrong("null", {"an object", "一个对象"});
                else object(entries, where, entry);
            }
        });
    }

    template <class Object>
        requires std::is_class_v<Object>
    void read(const ArrowCells& cells, std::size_t at, Object& into) {
        if constexpr (std::is_same_v<Object, Rating>) {
            if (cells.kind() != ArrowKind::structure) return void(into.score = cells.number(at));
        } else if constexpr (std::is_same_v<Object, Importance>) {
            if (cells.kind() != ArrowKind::structure) return void(into.importance = cells.number(at));
        } else if constexpr (std::is_same_v<Object, Text>) {
            if (cells.kind() == ArrowKind::text) return void(into.en = into.zh = std::string(*cells.text(at)));
        }
        object(cells, at, into);
    }

    FaultList& faults_;
    Frame frame_;
    Way way_;
};

/// A column "buygraph" is not needed, but what it says has to be right.
inline void check_format_column(const ArrowCells& deals, std::size_t row, FaultList& faults) {
    for (std::size_t f = 0; f < deals.fields(); ++f) {
        if (!deals.is_named(f, "buygraph")) continue;
        const auto format = deals.field(f).number(deals.in_fields(row));
        if (format && *format != deal_format) faults.add(Place{"/buygraph", {}}, {"the format is missing or unknown", "格式缺失或未知"}, number_text(*format), {"1, the format of this version", "1，本版本的格式"});
    }
}

}  // namespace detail

BUYGRAPH_HEAVY std::vector<Fault> arrow_deal_faults(const ArrowSchema& schema) {
    FaultList faults;
    const ArrowKind kind = arrow_kind(schema);
    if (kind == ArrowKind::structure) detail::ArrowFit(faults).object<Deal>(schema, {}, true);
    else if (kind != ArrowKind::text) faults.add({}, {"the columns are no deals", "这些列不是商机"}, schema.format, {"the columns of a deal, or one column of JSON texts", "商机的各列，或一列 JSON 文本"});
    return faults.take();
}

BUYGRAPH_HEAVY ReadResult read_and_validate(const ArrowCells& deals, std::size_t row, const Catalog& users) {
    if (deals.missing(row)) {
        FaultList faults;
        faults.add({}, {"a deal is an object", "商机应是一个对象"}, "null", {"an object with \"buygraph\": 1", "含 \"buygraph\": 1 的对象"});
        return {{}, faults.take()};
    }
    if (deals.kind() == ArrowKind::text) return read_and_validate(*deals.text(row), users);
    FaultList reading;
    ReadResult result;
    detail::check_format_column(deals, row, reading);
    detail::ArrowDealReader(reading).object(deals, row, result.deal);
    result.faults = reading.take();
    result.deal.catalog = layered_catalog(users, result.deal.catalog);
    detail::add_uncovered(validate(result.deal), result.faults);
    return result;
}

}  // namespace buygraph

#endif
