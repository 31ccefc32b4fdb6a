#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace buygraph {

/// A small map from ids to values that keeps the order of the file, so that saving a deal does not shuffle it.
///
/// Looking up is linear: these maps hold a dozen entries (ratings, concerns, roles). Equality ignores the order, as JSON does.
template <class Value>
class OrderedMap {
  public:
    using Entry = std::pair<std::string, Value>;

    OrderedMap() = default;
    OrderedMap(std::initializer_list<Entry> entries) : entries_(entries) {}

    [[nodiscard]] const Value* find(std::string_view id) const {
        const auto found = position(id);
        return found == entries_.end() ? nullptr : &found->second;
    }
    [[nodiscard]] Value* find(std::string_view id) { return const_cast<Value*>(std::as_const(*this).find(id)); }
    [[nodiscard]] bool contains(std::string_view id) const { return find(id) != nullptr; }

    /// The value of an id, made by default at the end if it is not there yet.
    Value& operator[](std::string_view id) {
        const auto found = position(id);
        if (found != entries_.end()) return entries_[static_cast<std::size_t>(found - entries_.begin())].second;
        return entries_.emplace_back(std::string(id), Value{}).second;
    }

    void clear() { entries_.clear(); }
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] auto begin() const { return entries_.begin(); }
    [[nodiscard]] auto end() const { return entries_.end(); }
    [[nodiscard]] auto begin() { return entries_.begin(); }
    [[nodiscard]] auto end() { return entries_.end(); }

    friend bool operator==(const OrderedMap& left, const OrderedMap& right) {
        return left.size() == right.size() && std::all_of(left.begin(), left.end(), [&](const Entry& entry) {
                   const Value* other = right.find(entry.first);
                   return other && *other == entry.second;
               });
    }

  private:
    [[nodiscard]] auto position(std::string_view id) const {
        return std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.first == id; });
    }

    std::vector<Entry> entries_;
};

}  // namespace buygraph
