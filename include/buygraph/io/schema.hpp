#pragma once

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "../deal/fields.hpp"
#include "../separate.hpp"
#include "json.hpp"
#include "read_deal.hpp"
#include "write_deal.hpp"

namespace buygraph {

/// The JSON Schema (2020-12) of deal files, made from the same descriptions as the reader. It knows shapes and ranges; that ids name
/// something, that shares add to 1 and the like is the business of `validate`.
[[nodiscard]] BUYGRAPH_HEAVY Json deal_schema();

#if defined(BUYGRAPH_DEFINE_DOCUMENTS)

namespace detail {

/// Turns the field descriptions into JSON Schema. Structs become definitions, so each is written once.
class SchemaWriter {
  public:
    explicit SchemaWriter(Json& definitions) : definitions_(definitions) {}

    template <class Object>
    [[nodiscard]] Json object() {
        Object example{};
        SchemaWriter inner(definitions_);
        fields::describe(inner, example);
        Json schema{{"type", "object"}, {"properties", inner.properties_}, {"additionalProperties", false}};
        if (!inner.required_.empty()) schema["required"] = inner.required_;
        return schema;
    }

    template <class Member>
    void operator()(const char* name, Member&, const fields::Spec& spec) {
        Json schema = type(static_cast<Member*>(nullptr), spec);
        schema["description"] = spec.doc;
        properties_[name] = std::move(schema);
        if (!spec.required) return;
        required_.push_back(name);
        if (properties_[name].value("type", "") == "array") properties_[name]["minItems"] = 1;
    }

  private:
    [[nodiscard]] static Json ranged(const char* type, const fields::Spec& spec) {
        Json schema{{"type", type}};
        if (std::isfinite(spec.least)) schema[spec.above_least ? "exclusiveMinimum" : "minimum"] = number_json(spec.least);
        if (std::isfinite(spec.greatest)) schema[spec.below_greatest ? "exclusiveMaximum" : "maximum"] = number_json(spec.greatest);
        return schema;
    }

    [[nodiscard]] static Json list_of(Json entry) { return {{"type", "array"}, {"items", std::move(entry)}}; }
    [[nodiscard]] static Json map_of(Json entry) {
        return {{"type", "object"}, {"propertyNames", {{"minLength", 1}}}, {"additionalProperties", std::move(entry)}};
    }
    [[nodiscard]] static Json either(std::initializer_list<Json> choices) { return {{"oneOf", Json(std::vector<Json>(choices))}}; }
    [[nodiscard]] static Json id() { return {{"type", "string"}, {"minLength", 1}}; }

    Json type(std::string*, const fields::Spec& spec) { return spec.required ? id() : Json{{"type", "string"}}; }
    Json type(std::optional<double>*, const fields::Spec& spec) { return ranged("number", spec); }
    Json type(std::optional<int>*, const fields::Spec& spec) { return ranged("integer", spec); }
    Json type(std::optional<bool>*, const fields::Spec&) { return {{"type", "boolean"}}; }
    Json type(std::optional<Date>*, const fields::Spec&) { return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, {"format", "date"}}; }
    Json type(Stance*, const fields::Spec& spec) { return either({ranged("number", spec), words<StanceWord>()}); }
    Json type(std::variant<std::monostate, double, std::vector<double>>*, const fields::Spec& spec) {
        Json list = list_of(ranged("number", spec));
        list["minItems"] = 1;
        return either({ranged("number", spec), std::move(list)});
    }
    Json type(OrderedMap<double>*, const fields::Spec& spec) {
        return spec.shares ? either({id(), list_of(id()), map_of(ranged("number", spec))}) : map_of(ranged("number", spec));
    }
    Json type(std::vector<std::string>*, const fields::Spec&) { return list_of(id()); }
    Json type(std::vector<ValuePoint>*, const fields::Spec&) {
        return {{"type", "array"}, {"minItems", 2}, {"items", {{"type", "array"}, {"prefixItems", Json::array({{{"type", "number"}}, {{"type", "number"}, {"minimum", 0}, {"maximum", 10}}})}, {"minItems", 2}, {"maxItems", 2}}}};
    }

    template <class Value>
    Json type(std::vector<Value>*, const fields::Spec&) { return list_of(entry<Value>()); }
    template <class Value>
    Json type(OrderedMap<Value>*, const fields::Spec&) { return map_of(entry<Value>()); }
    template <class Value>
    Json type(std::optional<Value>*, const fields::Spec&) { return entry<Value>(); }
    template <class Value>
        requires std::is_class_v<Value>
    Json type(Value*, const fields::Spec&) { return entry<Value>(); }

    template <class Enum>
    [[nodiscard]] static Json words() {
        Json list = Json::array();
        for (const auto& [word, value] : Words<Enum>::table) list.push_back(std::string(word));
        return {{"enum", list}};
    }

    /// A struct by reference to its definition; a rating and an importance may also be a bare number, a label a bare text.
    template <class Value>
    [[nodiscard]] Json entry() {
        if constexpr (std::is_enum_v<Value>) {
            return words<Value>();
        } else {
            const char* name = definition_name(static_cast<Value*>(nullptr));
            if (!definitions_.contains(name)) {
                definitions_[name] = nullptr;  // keeps the order of first use
                Json schema = object<Value>();
                if constexpr (std::is_same_v<Value, Rating>) schema["oneOf"] = Json::array({{{"required", {"score"}}}, {{"required", {"measure"}}}});
                definitions_[name] = std::move(schema);
            }
            const Json reference{{"$ref", std::string("#/$defs/") + name}};
            constexpr bool bare = std::is_same_v<Value, Rating> || std::is_same_v<Value, Importance>;
            if constexpr (std::is_same_v<Value, Text>) return either({{{"type", "string"}}, reference});
            else if constexpr (bare) return either({{{"type", "number"}, {"minimum", 0}, {"maximum", 10}}, reference});
            else return reference;
        }
    }

    static const char* definition_name(Rating*) { return "rating"; }
    static const char* definition_name(Payment*) { return "payment"; }
    static const char* definition_name(Terms*) { return "terms"; }
    static const char* definition_name(Economics*) { return "economics"; }
    static const char* definition_name(Offer*) { return "offer"; }
    static const char* definition_name(Importance*) { return "importance"; }
    static const char* definition_name(Perception*) { return "perception"; }
    static const char* definition_name(PersonalEmphasis*) { return "personal_emphasis"; }
    static const char* definition_name(Person*) { return "person"; }
    static const char* definition_name(Tie*) { return "tie"; }
    static const char* definition_name(Evidence*) { return "evidence"; }
    static const char* definition_name(Decision*) { return "decision"; }
    static const char* definition_name(Uncertainty*) { return "uncertainty"; }
    static const char* definition_name(TeamMember*) { return "team_member"; }
    static const char* definition_name(Action*) { return "action"; }
    static const char* definition_name(Move*) { return "move"; }
    static const char* definition_name(Customer*) { return "customer"; }
    static const char* definition_name(Text*) { return "text"; }
    static const char* definition_name(RoleEntry*) { return "role"; }
    static const char* definition_name(AdviceTexts*) { return "advice"; }
    static const char* definition_name(ConcernEntry*) { return "concern"; }
    static const char* definition_name(Catalog*) { return "catalog"; }

    Json& definitions_;
    Json properties_ = Json::object();
    Json required_ = Json::array();
};

}  // namespace detail

BUYGRAPH_HEAVY Json deal_schema() {
    Json definitions = Json::object();
    Json deal = detail::SchemaWriter(definitions).object<Deal>();
    Json properties{{"buygraph", {{"const", deal_format}, {"description", "Format of this file."}}}};
    for (const auto& [name, property] : deal["properties"].items()) properties[name] = property;
    Json required = Json::array({"buygraph"});
    for (const Json& name : deal["required"]) required.push_back(name);
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "buygraph deal"}, {"type", "object"}, {"properties", properties},
            {"required", required}, {"additionalProperties", false}, {"$defs", definitions}};
}

#endif

}  // namespace buygraph
