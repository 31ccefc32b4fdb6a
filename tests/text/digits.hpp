#pragma once

#include <algorithm>
#include <string>

/// No sentence without its number.
inline bool has_digit(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
