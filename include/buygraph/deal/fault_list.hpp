#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fault.hpp"
#include "fields.hpp"
#include "number_text.hpp"
#include "text_check.hpp"

namespace buygraph {

/// One step of a JSON pointer, escaped after RFC 6901. What cannot be shown is replaced and a long name is cut before that: it stays a pointer.
[[nodiscard]] inline std::string pointer_step(std::string_view name) {
    std::string step = "/";
    for (const char c : printable(name, 200)) {
        if (c == '~') step += "~0";
        else if (c == '/') step += "~1";
        else step += c;
    }
    return step;
}

/// Where a check stands: the JSON pointer and, in words, whom or what it looks at ("person chen").
struct Place {
    std::string pointer;
    Text who;

    [[nodiscard]] Place field(std::string_view name) const { return {pointer + pointer_step(name), who}; }
    [[nodiscard]] Place item(std::size_t index) const { return {pointer + "/" + std::to_string(index), who}; }
    [[nodiscard]] Place called(Text name) const { return {pointer, std::move(name)}; }
};

/// Collects faults; each call writes one, in both languages.
class FaultList {
  public:
    void add(const Place& place, const Text& what, std::string given, Text allowed, std::string suggestion = {}) {
        Text message = what;
        if (!place.who.en.empty()) message = {place.who.en + ": " + what.en, place.who.zh + "：" + what.zh};
        faults_.push_back({place.pointer, std::move(message), std::move(given), std::move(allowed), std::move(suggestion)});
    }

    [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }
    [[nodiscard]] std::vector<Fault> take() { return std::move(faults_); }

  private:
    std::vector<Fault> faults_;
};

/// A range in words: "a number from 0 to 1, without 1".
[[nodiscard]] inline Text range_words(const fields::Spec& spec, bool whole) {
    const bool below = spec.greatest < std::numeric_limits<double>::infinity();
    const bool above = spec.least > -std::numeric_limits<double>::infinity();
    Text words = whole ? Text{"a whole number", "整数"} : Text{"a number", "数字"};
    const auto least = number_text(spec.least), greatest = number_text(spec.greatest);
    if (above && below) {
        words.en += " from " + least + " to " + greatest;
        words.zh += "，" + least + " 到 " + greatest;
        if (spec.above_least) words = {words.en + ", without " + least, words.zh + "，不含 " + least};
        if (spec.below_greatest) words = {words.en + ", without " + greatest, words.zh + "，不含 " + greatest};
    } else if (above) {
        words.en += spec.above_least ? " above " + least : " of " + least + " or more";
        words.zh += spec.above_least ? "，大于 " + least : "，不小于 " + least;
    } else {
        words.en += ", finite";
        words.zh += "，有限";
    }
    return words;
}

}  // namespace buygraph
