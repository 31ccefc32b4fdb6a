#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "../deal/check_fields.hpp"
#include "../deal/fields.hpp"
#include "arrow_cells.hpp"

namespace buygraph::detail {

/// Looks at the types of columns alone: whether each field of a deal can be read from its column, and whether each column is a field. A visitor of the field descriptions, as the
/// reader is; a reader of columns that fit needs no checks of types.
class ArrowFit {
  public:
    explicit ArrowFit(FaultList& faults) : faults_(faults) {}

    template <class Object>
    void object(const ArrowSchema& schema, const Place& place, bool top = false) {
        ArrowFit inner(faults_);
        inner.schema_ = &schema;
        inner.place_ = place;
        Object example{};
        fields::describe(inner, example);
        if (top) inner.known_.emplace_back("buygraph");
        inner.unknown_columns();
    }

    template <class Member>
    void operator()(const char* name, Member&, const fields::Spec& spec) {
        known_.emplace_back(name);
        for (std::int64_t c = 0; c < schema_->n_children; ++c)
            if (schema_->children[c]->name && std::string_view(schema_->children[c]->name) == name) fit(*schema_->children[c], static_cast<Member*>(nullptr), place_.field(name), spec);
    }

  private:
    void unknown_columns() {
        std::string all;
        for (const std::string& name : known_) all += (all.empty() ? "" : ", ") + name;
        for (std::int64_t c = 0; c < schema_->n_children; ++c) {
            const std::string name = schema_->children[c]->name ? schema_->children[c]->name : "";
            if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
            faults_.add(place_.field(name), {"there is no field \"" + printable(name, 40) + "\" here", "此处没有字段 \"" + printable(name, 40) + "\""}, schema_->children[c]->format, {"one of " + all, "其中之一：" + all}, nearest_word(name, known_));
        }
    }

    void wrong(const ArrowSchema& schema, const Place& place, Text allowed) {
        faults_.add(place, {"the column has the wrong type", "列的类型不对"}, std::string(schema.format) + (schema.dictionary ? " (dictionary)" : ""), std::move(allowed));
    }

    void one_of(const ArrowSchema& schema, const Place& place, std::initializer_list<ArrowKind> kinds, Text allowed) {
        const ArrowKind kind = arrow_kind(schema);
        if (kind != ArrowKind::nothing && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) wrong(schema, place, std::move(allowed));
    }

    [[nodiscard]] static bool is_list(const ArrowSchema& schema) { return !schema.dictionary && arrow_kind(schema) == ArrowKind::list && schema.n_children == 1; }
    [[nodiscard]] static bool is_structure(const ArrowSchema& schema) { return !schema.dictionary && arrow_kind(schema) == ArrowKind::structure; }
    /// A map, or a list of pairs whose first is a text.
    [[nodiscard]] static const ArrowSchema* pairs(const ArrowSchema& schema) {
        const bool map = !schema.dictionary && arrow_kind(schema) == ArrowKind::map && schema.n_children == 1;
        if (!map && !is_list(schema)) return nullptr;
        const ArrowSchema& entries = *schema.children[0];
        return is_structure(entries) && entries.n_children == 2 && arrow_kind(*entries.children[0]) == ArrowKind::text ? &entries : nullptr;
    }
    [[nodiscard]] static bool empty(const ArrowSchema& schema) { return arrow_kind(schema) == ArrowKind::nothing; }

    void text(const ArrowSchema& schema, const Place& place) { one_of(schema, place, {ArrowKind::text}, {"texts", "文本"}); }
    void number(const ArrowSchema& schema, const Place& place) { one_of(schema, place, {ArrowKind::number, ArrowKind::whole}, {"numbers", "数字"}); }

    void fit(const ArrowSchema& schema, std::string*, const Place& place, const fields::Spec&) { text(schema, place); }
    void fit(const ArrowSchema& schema, std::optional<double>*, const Place& place, const fields::Spec&) { number(schema, place); }
    void fit(const ArrowSchema& schema, std::optional<int>*, const Place& place, const fields::Spec&) { number(schema, place); }
    void fit(const ArrowSchema& schema, std::optional<bool>*, const Place& place, const fields::Spec&) { one_of(schema, place, {ArrowKind::flag}, {"true or false", "true 或 false"}); }
    void fit(const ArrowSchema& schema, std::optional<Date>*, const Place& place, const fields::Spec&) {
        one_of(schema, place, {ArrowKind::date, ArrowKind::text}, {"days, or texts \"YYYY-MM-DD\"", "日期，或文本 \"YYYY-MM-DD\""});
    }
    void fit(const ArrowSchema& schema, Stance*, const Place& place, const fields::Spec&) { one_of(schema, place, {ArrowKind::number, ArrowKind::whole, ArrowKind::text}, {"numbers, or words", "数字或词"}); }
    void fit(const ArrowSchema& schema, std::variant<std::monostate, double, std::vector<double>>*, const Place& place, const fields::Spec&) {
        const auto is_number = [](const ArrowSchema& one) { return arrow_kind(one) == ArrowKind::number || arrow_kind(one) == ArrowKind::whole || empty(one); };
        const auto is_numbers = [&](const ArrowSchema& one) { return is_list(one) && is_number(*one.children[0]); };
        bool fits = is_number(schema) || is_numbers(schema);
        if (is_structure(schema)) fits = std::all_of(schema.children, schema.children + schema.n_children, [&](const ArrowSchema* one) { return is_number(*one) || is_numbers(*one); });
        if (!fits) wrong(schema, place, {"numbers, lists of numbers, or both as fields of one structure", "数字、数字列表，或以二者为字段的结构"});
    }

    void fit(const ArrowSchema& schema, OrderedMap<double>*, const Place& place, const fields::Spec& spec) {
        if (empty(schema)) return;
        if (const ArrowSchema* entries = pairs(schema)) return number(*entries->children[1], place);
        const bool ids = spec.shares && (arrow_kind(schema) == ArrowKind::text || (is_list(schema) && (arrow_kind(*schema.children[0]) == ArrowKind::text || empty(*schema.children[0]))));
        if (!ids) wrong(schema, place, spec.shares ? Text{"a map of ids to numbers, a list of ids, or one id", "id 到数字的映射、id 列表或一个 id"} : Text{"a map of ids to numbers", "id 到数字的映射"});
    }

    template <class Value>
    void fit(const ArrowSchema& schema, OrderedMap<Value>*, const Place& place, const fields::Spec& spec) {
        if (empty(schema)) return;
        if (const ArrowSchema* entries = pairs(schema)) fit(*entries->children[1], static_cast<Value*>(nullptr), place, spec);
        else wrong(schema, place, {"a map of ids to entries", "id 到条目的映射"});
    }

    void fit(const ArrowSchema& schema, std::vector<ValuePoint>*, const Place& place, const fields::Spec& spec) {
        if (empty(schema)) return;
        const auto is_number = [](const ArrowSchema* one) { return arrow_kind(*one) == ArrowKind::number || arrow_kind(*one) == ArrowKind::whole; };
        const ArrowSchema* point = is_list(schema) ? schema.children[0] : nullptr;
        const bool pair = point && is_structure(*point) && point->n_children == 2 && is_number(point->children[0]) && is_number(point->children[1]);
        static_cast<void>(spec);
        if (!pair && !(point && is_list(*point) && is_number(point->children[0]))) wrong(schema, place, {"a list of pairs [measure, score]", "[measure, score] 的列表"});
    }

    template <class Value>
    void fit(const ArrowSchema& schema, std::vector<Value>*, const Place& place, const fields::Spec& spec) {
        if (empty(schema)) return;
        if (!is_list(schema)) return wrong(schema, place, {"a list", "列表"});
        fit(*schema.children[0], static_cast<Value*>(nullptr), place, spec);
    }

    template <class Value>
    void fit(const ArrowSchema& schema, std::optional<Value>*, const Place& place, const fields::Spec& spec) { fit(schema, static_cast<Value*>(nullptr), place, spec); }

    template <class Value>
        requires(std::is_enum_v<Value> || std::is_class_v<Value>)
    void fit(const ArrowSchema& schema, Value*, const Place& place, const fields::Spec&) {
        if (empty(schema)) return;
        if constexpr (std::is_enum_v<Value>) return text(schema, place);
        else {
            const ArrowKind kind = arrow_kind(schema);
            constexpr bool bare = std::is_same_v<Value, Rating> || std::is_same_v<Value, Importance>;
            if (bare && (kind == ArrowKind::number || kind == ArrowKind::whole)) return;
            if (std::is_same_v<Value, Text> && kind == ArrowKind::text) return;
            if (is_structure(schema)) object<Value>(schema, place);
            else wrong(schema, place, bare ? Text{"a structure, or numbers", "结构或数字"} : std::is_same_v<Value, Text> ? Text{"a structure with zh and en, or texts", "含 zh 和 en 的结构，或文本"} : Text{"a structure", "结构"});
        }
    }

    FaultList& faults_;
    const ArrowSchema* schema_ = nullptr;
    Place place_;
    std::vector<std::string> known_;
};

}  // namespace buygraph::detail
