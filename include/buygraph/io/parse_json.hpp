#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "../deal/fault_list.hpp"
#include "../separate.hpp"
#include "json.hpp"

namespace buygraph {

/// A JSON text may be this long; a longer one is refused before it is parsed.
inline constexpr std::size_t most_json_bytes = 64U << 20U;

/// Objects and lists may stand in each other this deep; a deal needs 6.
inline constexpr std::size_t most_json_depth = 64;

/// The document of a JSON text. Text that is no JSON, a doubled key, nesting beyond 64 levels and more than 64 MB are faults.
///
/// Returns null with faults added when the text cannot be used.
[[nodiscard]] BUYGRAPH_HEAVY Json parse_json(std::string_view text, FaultList& faults);

#if defined(BUYGRAPH_DEFINE_IO)

namespace detail {

/// "line 3, column 14" of a byte; columns count code points.
[[nodiscard]] inline Text line_and_column(std::string_view text, std::size_t at) {
    std::size_t line = 1, column = 1;
    for (std::size_t i = 0; i < at && i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\n') ++line, column = 1;
        else if ((byte & 0xC0) != 0x80) ++column;
    }
    return {"line " + std::to_string(line) + ", column " + std::to_string(column), "第 " + std::to_string(line) + " 行第 " + std::to_string(column) + " 列"};
}

/// Builds the document while it is parsed, and stops at the first thing that no deal file may hold.
class JsonBuilder : public nlohmann::json_sax<Json> {
  public:
    JsonBuilder(std::string_view text, FaultList& faults) : text_(text), faults_(faults) {}

    [[nodiscard]] Json take() { return std::move(root_); }

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t&) override { return put(value); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        Level& level = open_.back();
        level.key = name;
        if (level.keys.insert(name).second) return true;
        faults_.add(place().field(name), {"the key stands twice in one object", "同一对象中键重复"}, printable(name), {"each key once", "每个键一次"});
        return false;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
        const Text where = line_and_column(text_, position > 0 ? position - 1 : 0);
        const std::string_view near = text_.substr(position > 12 ? position - 12 : 0, 24);
        const std::string reason = error.what();
        const bool overflow = reason.find("number overflow") != std::string::npos;
        const Text what = overflow ? Text{"a number is too large", "数字过大"} : Text{"not valid JSON", "不是有效的 JSON"};
        faults_.add({}, {what.en + " at " + where.en, what.zh + "，" + where.zh}, "… " + printable(near, 40) + " …", {"JSON text in UTF-8", "UTF-8 的 JSON 文本"});
        return false;
    }

  private:
    struct Level {
        Json* value;
        std::string key;
        std::unordered_set<std::string> keys;
    };

    Json* put(Json value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        Level& level = open_.back();
        if (level.value->is_array()) {
            level.value->push_back(std::move(value));
            return &level.value->back();
        }
        // The key is known to be new, so no search: operator[] of an ordered object is linear.
        auto& object = level.value->get_ref<Json::object_t&>();
        object.Json::object_t::Container::emplace_back(level.key, std::move(value));
        return &object.back().second;
    }

    bool open(Json value) {
        if (open_.size() == most_json_depth) {
            faults_.add(place(), {"nested too deeply", "嵌套过深"}, "more than " + std::to_string(most_json_depth) + " levels", {"at most 64 levels", "最多 64 层"});
            return false;
        }
        open_.push_back({put(std::move(value)), {}, {}});
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    [[nodiscard]] Place place() const {
        Place place;
        for (std::size_t i = 0; i + 1 < open_.size() && i < 8; ++i)
            place = open_[i].value->is_array() ? place.item(open_[i].value->size() - 1) : place.field(open_[i].key);
        return place;
    }

    std::string_view text_;
    FaultList& faults_;
    Json root_;
    std::vector<Level> open_;
};

}  // namespace detail

BUYGRAPH_HEAVY Json parse_json(std::string_view text, FaultList& faults) {
    if (text.size() > most_json_bytes) {
        faults.add({}, {"the file is too large", "文件过大"}, std::to_string(text.size()) + " bytes", {"at most 64 MB", "最多 64 MB"});
        return nullptr;
    }
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    detail::JsonBuilder builder(text, faults);
    return Json::sax_parse(text.begin(), text.end(), &builder) ? builder.take() : Json(nullptr);
}

#endif

}  // namespace buygraph
