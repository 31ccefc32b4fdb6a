#pragma once

#include <string>
#include <utility>
#include <vector>

#include "../error.hpp"
#include "language.hpp"

namespace buygraph {

/// One thing that is wrong in a deal, with everything needed to mend it.
struct Fault {
    std::string pointer;     ///< JSON pointer to the place: "/people/3/susceptibility"; "" is the whole document
    Text message;            ///< who, which field, what is wrong
    std::string given;       ///< the offending value as JSON or text, cut at 80 characters; empty where nothing was given
    Text allowed;            ///< what would have been accepted
    std::string suggestion;  ///< the likeliest intended field or id; empty when nothing is near

    bool operator==(const Fault&) const = default;
};

/// One line for people: "/people/3/susceptibility: person chen: susceptibility is out of range (given 1.4; allowed …)".
[[nodiscard]] inline std::string describe(const Fault& fault, Language language = Language::english) {
    const bool chinese = language == Language::chinese;
    std::string line = (fault.pointer.empty() ? std::string("/") : fault.pointer) + (chinese ? "：" : ": ") + fault.message.in(language);
    std::string details;
    const auto add = [&](const char* en, const char* zh, const std::string& value) {
        if (value.empty()) return;
        if (!details.empty()) details += chinese ? "；" : "; ";
        details += (chinese ? zh : en) + value;
    };
    add("given ", "给出 ", fault.given);
    add("allowed: ", "允许：", fault.allowed.in(language));
    add("did you mean ", "是不是 ", fault.suggestion.empty() ? std::string() : fault.suggestion + (chinese ? "？" : "?"));
    return details.empty() ? line : line + (chinese ? "（" : " (") + details + (chinese ? "）" : ")");
}

/// A deal that cannot be used. `faults` holds every fault found, not only the first.
class DealError : public Error {
  public:
    explicit DealError(std::vector<Fault> found) : Error(summary(found)), faults(std::move(found)) {}

    std::vector<Fault> faults;

  private:
    static std::string summary(const std::vector<Fault>& found) {
        std::string text = std::to_string(found.size()) + (found.size() == 1 ? " fault in the deal" : " faults in the deal");
        for (const Fault& fault : found) text += "\n  " + describe(fault);
        return text;
    }
};

}  // namespace buygraph
