#pragma once

#include <string>

namespace buygraph {

/// The two languages in which buygraph speaks; everything it says exists in both.
enum class Language { english, chinese };

/// One text in both languages. A user's own label may lack one of them; the other then stands in.
struct Text {
    std::string en;
    std::string zh;

    [[nodiscard]] const std::string& in(Language language) const {
        const std::string& wanted = language == Language::chinese ? zh : en;
        const std::string& other = language == Language::chinese ? en : zh;
        return wanted.empty() ? other : wanted;
    }

    bool operator==(const Text&) const = default;
};

}  // namespace buygraph
