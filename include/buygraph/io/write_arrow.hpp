#pragma once

#include <span>

#include "../deal/deal.hpp"
#include "../portfolio/result.hpp"
#include "../separate.hpp"
#include "arrow_columns.hpp"

namespace buygraph {

/// \name The columns of deals and of rows of a portfolio, empty: their documented types
/// Made from the same descriptions as the JSON reader and the JSON Schema. What a deal file leaves open is missing. Of the fields that take several forms in JSON one is
/// written: ratings and importances as structures, shares as maps, stances as numbers (a word by its value), yearly_benefit as a structure of one number or a list.
///@{
[[nodiscard]] BUYGRAPH_HEAVY ArrowColumn deal_columns();
[[nodiscard]] BUYGRAPH_HEAVY ArrowColumn portfolio_columns();
///@}

/// \name One row more. Cost: one copy of what is in it
///@{
BUYGRAPH_HEAVY void add_row(ArrowColumn& columns, const Deal& deal);
BUYGRAPH_HEAVY void add_row(ArrowColumn& columns, const PortfolioRow& row);
///@}

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_ARROW)

#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "../deal/fields.hpp"
#include "../portfolio/fields.hpp"

namespace buygraph {

namespace detail {

/// Makes the columns of a struct by its field descriptions.
class ArrowShape {
  public:
    template <class Object>
    [[nodiscard]] static ArrowColumn object(const char* name, bool nullable = true) {
        ArrowColumn column(name, "+s", nullable);
        ArrowShape visitor(column);
        Object example{};
        fields::describe(visitor, example);
        return column;
    }

    template <class Member>
    void operator()(const char* name, Member&, const fields::Spec&) {
        into_.children().push_back(of(name, static_cast<Member*>(nullptr)));
    }

  private:
    explicit ArrowShape(ArrowColumn& into) : into_(into) {}

    static ArrowColumn list_of(const char* name, ArrowColumn entry) {
        ArrowColumn list(name, "+l");
        list.children().push_back(std::move(entry));
        return list;
    }

    static ArrowColumn of(const char* name, std::string*) { return {name, "u"}; }
    static ArrowColumn of(const char* name, double*) { return {name, "g"}; }
    static ArrowColumn of(const char* name, int*) { return {name, "i"}; }
    static ArrowColumn of(const char* name, bool*) { return {name, "b"}; }
    static ArrowColumn of(const char* name, std::size_t*) { return {name, "l"}; }
    static ArrowColumn of(const char* name, Date*) { return {name, "tdD"}; }
    static ArrowColumn of(const char* name, Stance*) { return {name, "g"}; }
    static ArrowColumn of(const char* name, std::variant<std::monostate, double, std::vector<double>>*) {
        ArrowColumn either(name, "+s");
        either.children().emplace_back("number", "g");
        either.children().push_back(list_of("list", {"item", "g"}));
        return either;
    }
    static ArrowColumn of(const char* name, ValuePoint*) {
        ArrowColumn pair(name, "+s");
        pair.children().emplace_back("measure", "g");
        pair.children().emplace_back("score", "g");
        return pair;
    }
    template <class Value>
    static ArrowColumn of(const char* name, std::optional<Value>*) { return of(name, static_cast<Value*>(nullptr)); }
    template <class Value>
    static ArrowColumn of(const char* name, std::vector<Value>*) { return list_of(name, of("item", static_cast<Value*>(nullptr))); }
    template <class Value>
    static ArrowColumn of(const char* name, OrderedMap<Value>*) {
        ArrowColumn map(name, "+m"), entries("entries", "+s", false);
        entries.children().emplace_back("key", "u", false);
        entries.children().push_back(of("value", static_cast<Value*>(nullptr)));
        map.children().push_back(std::move(entries));
        return map;
    }
    template <class Value>
        requires(std::is_enum_v<Value> || std::is_class_v<Value>)
    static ArrowColumn of(const char* name, Value*) {
        if constexpr (std::is_enum_v<Value>) return {name, "u"};
        else return object<Value>(name);
    }

    ArrowColumn& into_;
};

/// Adds the values of a struct to its columns, in the same order.
class ArrowWriter {
  public:
    template <class Object>
    static void object(ArrowColumn& into, const Object& object) {
        ArrowWriter visitor(into);
        fields::describe(visitor, object);
        into.end_structure();
    }

    template <class Member>
    void operator()(const char*, const Member& member, const fields::Spec&) {
        ArrowColumn& column = into_.children()[field_++];
        if (given(member)) add(column, member);
        else column.add_missing();
    }

  private:
    explicit ArrowWriter(ArrowColumn& into) : into_(into) {}

    template <class Value> static bool given(const std::optional<Value>& value) { return value.has_value(); }
    template <class... Values> static bool given(const std::variant<Values...>& value) { return !std::holds_alternative<std::monostate>(value); }
    template <class Value> static bool given(const std::vector<Value>&) { return true; }
    template <class Value> static bool given(const OrderedMap<Value>&) { return true; }
    template <class Object> static bool given(const Object& object) {
        if constexpr (std::is_arithmetic_v<Object>) return true;
        else return !(object == Object{});
    }

    static void add(ArrowColumn& into, const std::string& value) { into.add_text(value); }
    static void add(ArrowColumn& into, double value) { into.add_number(value); }
    static void add(ArrowColumn& into, int value) { into.add_whole(value); }
    static void add(ArrowColumn& into, bool value) { into.add_flag(value); }
    static void add(ArrowColumn& into, std::size_t value) { into.add_long(static_cast<std::int64_t>(value)); }
    static void add(ArrowColumn& into, const Date& value) { into.add_whole(days_since_epoch(value)); }
    static void add(ArrowColumn& into, const Stance& value) { into.add_number(*stance_value(value)); }
    static void add(ArrowColumn& into, const std::variant<std::monostate, double, std::vector<double>>& value) {
        std::vector<ArrowColumn>& either = into.children();
        if (const double* number = std::get_if<double>(&value)) {
            either[0].add_number(*number);
            either[1].add_missing();
        } else {
            either[0].add_missing();
            add(either[1], std::get<std::vector<double>>(value));
        }
        into.end_structure();
    }
    static void add(ArrowColumn& into, const ValuePoint& point) {
        into.children()[0].add_number(point.measure);
        into.children()[1].add_number(point.score);
        into.end_structure();
    }
    template <class Value>
    static void add(ArrowColumn& into, const std::optional<Value>& value) { add(into, *value); }
    template <class Value>
    static void add(ArrowColumn& into, const std::vector<Value>& list) {
        for (const Value& entry : list) add(into.children().front(), entry);
        into.end_list();
    }
    template <class Value>
    static void add(ArrowColumn& into, const OrderedMap<Value>& map) {
        ArrowColumn& entries = into.children().front();
        for (const auto& [key, value] : map) {
            entries.children()[0].add_text(key);
            add(entries.children()[1], value);
            entries.end_structure();
        }
        into.end_list();
    }
    template <class Value>
        requires(std::is_enum_v<Value> || std::is_class_v<Value>)
    static void add(ArrowColumn& into, const Value& value) {
        if constexpr (std::is_enum_v<Value>) into.add_text(word_of(value));
        else object(into, value);
    }

    ArrowColumn& into_;
    std::size_t field_ = 0;
};

}  // namespace detail

BUYGRAPH_HEAVY ArrowColumn deal_columns() { return detail::ArrowShape::object<Deal>("", false); }
BUYGRAPH_HEAVY ArrowColumn portfolio_columns() { return detail::ArrowShape::object<PortfolioRow>("", false); }

BUYGRAPH_HEAVY void add_row(ArrowColumn& columns, const Deal& deal) { detail::ArrowWriter::object(columns, deal); }
BUYGRAPH_HEAVY void add_row(ArrowColumn& columns, const PortfolioRow& row) { detail::ArrowWriter::object(columns, row); }

}  // namespace buygraph

#endif
