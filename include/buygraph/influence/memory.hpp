#pragma once

#include <cstddef>
#include <fstream>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "../deal/number_text.hpp"
#include "../error.hpp"

namespace buygraph::influence {

/// Bytes that the machine can still give to programs without swapping; nothing where it does not say (only Linux does).
[[nodiscard]] inline std::optional<std::size_t> available_memory() {
    std::ifstream file("/proc/meminfo");
    std::string word;
    for (std::size_t kibibytes = 0; file >> word;)
        if (word == "MemAvailable:" && file >> kibibytes) return kibibytes * 1024;
    return std::nullopt;
}

/// Bytes as people read them: 4.1 GB.
[[nodiscard]] inline std::string bytes_text(std::size_t bytes) {
    const char* units[]{"bytes", "kB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1000 && unit < 4; ++unit) value /= 1000;
    const double shown = unit == 0 || value >= 100 ? static_cast<double>(static_cast<std::size_t>(value + 0.5)) : static_cast<double>(static_cast<std::size_t>(value * 10 + 0.5)) / 10;
    return number_text(shown) + " " + units[unit];
}

/// Does `work`, which takes about `bytes`, if they are there: what would not fit is refused before it begins, and not killed by the system half-way.
///
/// \param what     what takes them, for the error: "2000 ties of 100 people"
/// \param allowed  the limit; what the machine can still give unless there is one
/// \throws InputError  more than that, or the system refuses after all
template <class Work>
auto within_memory(std::size_t bytes, const std::optional<std::size_t>& allowed, const std::string& what, Work&& work) {
    const std::optional<std::size_t> limit = allowed ? allowed : available_memory();
    const std::string given = what + ", which take " + bytes_text(bytes);
    if (limit && bytes > *limit) throw InputError("memory", given, "at most " + bytes_text(*limit));
    try {
        return std::forward<Work>(work)();
    } catch (const std::bad_alloc&) {
        throw InputError("memory", given, "what the system gives, which is less");
    }
}

}  // namespace buygraph::influence
