#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "deal.hpp"
#include "fault_list.hpp"

namespace buygraph {

namespace detail {

/// How a list's entries are called in messages: "person chen", "tie chen → liu", "entry 3".
template <class Entry>
[[nodiscard]] Text entry_words(const Entry& entry, std::size_t index) {
    const auto called = [](const char* en, const char* zh, const std::string& id) {
        return Text{en + (" " + printable(id, 40)), zh + (" " + printable(id, 40))};
    };
    if constexpr (std::is_same_v<Entry, Offer>) {
        if (!entry.id.empty()) return called("offer", "方案", entry.id);
    } else if constexpr (std::is_same_v<Entry, Person>) {
        if (!entry.id.empty()) return called("person", "人物", entry.id);
    } else if constexpr (std::is_same_v<Entry, TeamMember>) {
        if (!entry.id.empty()) return called("team member", "团队成员", entry.id);
    } else if constexpr (std::is_same_v<Entry, Tie>) {
        return called("tie", "关系", entry.from + " → " + entry.to);
    } else if constexpr (std::is_same_v<Entry, Evidence>) {
        return called("evidence about", "证据，关于", entry.about);
    }
    return {"entry " + std::to_string(index), "第 " + std::to_string(index + 1) + " 项"};
}

template <class Entry>
inline constexpr bool names_itself = std::is_same_v<Entry, Offer> || std::is_same_v<Entry, Person> || std::is_same_v<Entry, TeamMember> ||
                                     std::is_same_v<Entry, Tie> || std::is_same_v<Entry, Evidence>;

}  // namespace detail

/// The way from the root of a document to a value. Going it costs nothing; where a fault is found its place is put into words.
///
/// What it is told is not copied: names, keys and entries outlive the step.
class Way {
  public:
    /// One step, until the end of the block that it stands in.
    class Step {
      public:
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;
        ~Step() { way_.taken_.pop_back(); }

      private:
        friend Way;
        enum class Into { field, key, item };
        struct Taken {
            Into into;
            std::string_view name;  ///< of a field or a key
            std::size_t index;      ///< of an entry of a list
            const void* entry = nullptr;
            Text (*words)(const void*, std::size_t) = nullptr;
        };
        Step(Way& way, const Taken& taken) : way_(way) { way.taken_.push_back(taken); }
        Way& way_;
    };

    /// Into a field of an object.
    [[nodiscard]] Step field(std::string_view name) { return {*this, {Step::Into::field, name, 0}}; }

    /// Into an entry of a map; its key says in messages what they are about.
    [[nodiscard]] Step key(std::string_view key) { return {*this, {Step::Into::key, key, 0}}; }

    /// Into an entry of a list.
    [[nodiscard]] Step item(std::size_t index) { return {*this, {Step::Into::item, {}, index}}; }

    /// Whom the entry reached by the last step is about, where it names itself.
    template <class Entry>
    void about(const Entry& entry) {
        if constexpr (detail::names_itself<Entry>) about(&entry, [](const void* one, std::size_t index) { return detail::entry_words(*static_cast<const Entry*>(one), index); });
    }

    /// The same for an entry that is known in another form.
    void about(const void* entry, Text (*words)(const void*, std::size_t)) {
        taken_.back().entry = entry;
        taken_.back().words = words;
    }

    [[nodiscard]] Place place() const {
        Place place;
        for (const Step::Taken& step : taken_) {
            place = step.into == Step::Into::item ? place.item(step.index) : place.field(step.name);
            if (step.words) {
                place = place.called(step.words(step.entry, step.index));
            } else if (step.into == Step::Into::key) {
                const std::string shown = printable(step.name, 40);
                const bool first = place.who.en.empty();
                place = place.called({place.who.en + (first ? "" : ", ") + shown, place.who.zh + (first ? "" : "，") + shown});
            }
        }
        return place;
    }

  private:
    std::vector<Step::Taken> taken_;
};

}  // namespace buygraph
