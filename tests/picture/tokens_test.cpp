#include <buygraph/picture/tokens.hpp>

#include <cmath>
#include <cstdio>
#include <set>
#include <string>

#include "catch.hpp"

using namespace buygraph::picture;

namespace {

double channel(std::string_view hex, std::size_t at) { return std::stoi(std::string(hex.substr(at, 2)), nullptr, 16) / 255.0; }

/// Relative luminance of sRGB, WCAG 2.2.
double luminance(std::string_view hex) {
    const auto linear = [&](std::size_t at) {
        const double c = channel(hex, at);
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
}

enum class Ground { light, dark };

std::string_view hex_of(std::string_view name, Ground ground) {
    for (const Token& token : tokens)
        if (token.name == name) return ground == Ground::light ? token.light : token.dark;
    FAIL("no such token");
    return {};
}

double contrast(std::string_view one, std::string_view other, Ground ground = Ground::light) {
    const double a = luminance(hex_of(one, ground)), b = luminance(hex_of(other, ground));
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace

// Page, section 4, column "on white", as printed there.
TEST_CASE("contrasts on white are those of the page") {
    for (const auto& [token, value] : {std::pair("ink", 17.1), {"ink2", 7.8}, {"ink3", 5.1}, {"for2", 7.1}, {"mid-line", 4.3}, {"ag2", 5.8}, {"ochre", 3.2}, {"none", 5.1}, {"infl", 6.4},
                                       {"neg", 8.6}, {"our", 5.5}, {"focus", 7.8}}) {
        CAPTURE(token);
        CHECK(contrast(token, "sf") == Approx(value).margin(0.1));
    }
    CHECK(contrast("our-text", "our-tint") == Approx(6.5).margin(0.1));
}

// The same section, column "on sf dark".
TEST_CASE("contrasts on dark ground are those of the page") {
    for (const auto& [token, value] : {std::pair("ink", 14.7), {"ink2", 8.8}, {"ink3", 6.1}, {"for2", 7.8}, {"for1", 3.8}, {"mid-line", 6.1}, {"ag2", 7.8}, {"ag1", 4.1}, {"ochre", 12.7}, {"none", 5.4},
                                       {"infl", 6.5}, {"neg", 6.9}, {"our", 7.0}, {"focus", 7.0}}) {
        CAPTURE(token);
        CHECK(contrast(token, "sf", Ground::dark) == Approx(value).margin(0.1));
    }
    CHECK(contrast("our-text", "our-tint", Ground::dark) == Approx(6.8).margin(0.1));
}

TEST_CASE("on dark ground text has 4.5 to 1 and glyphs on their fills 4.2 to 1") {
    for (const char* text : {"ink", "ink2", "ink3", "ag2", "neg", "for2"}) CHECK(contrast(text, "sf", Ground::dark) >= 4.5);
    for (const auto& [glyph, fill] : {std::pair("on-for2", "for2"), {"on-ag2", "ag2"}, {"on-for1", "for1"}, {"ink", "mid"}, {"on-ag1", "ag1"}, {"on-ochre", "ochre"}}) {
        CAPTURE(fill);
        CHECK(contrast(glyph, fill, Ground::dark) >= 4.15);  // 4.2 as the page rounds it
    }
}

TEST_CASE("text has 4.5 to 1, marks and outlines 3 to 1, glyphs on their fills 4.5 to 1") {
    for (const char* text : {"ink", "ink2", "ink3", "ag2", "neg"}) CHECK(contrast(text, "sf") >= 4.5);
    CHECK(contrast("our-text", "our-tint") >= 4.5);
    for (const char* mark : {"for2", "ag2", "mid-line", "infl", "neg", "our", "ochre", "none"}) CHECK(contrast(mark, "sf") >= 3);
    CHECK(contrast("on-for2", "for2") >= 4.5);
    CHECK(contrast("on-ag2", "ag2") >= 4.5);
    for (const auto& [glyph, fill] : {std::pair("on-for1", "for1"), {"ink", "mid"}, {"on-ag1", "ag1"}}) CHECK(contrast(glyph, fill) >= 6.45);  // 6.5 as the page rounds it
}

// A fill of old evidence is drawn at 62 % on white and bears ink, for white would sink below 3 to 1 on it.
TEST_CASE("ink on a faded fill has 4.5 to 1") {
    for (const char* fill : {"for2", "for1", "mid", "ag1", "ag2"}) {
        char faded[8];
        const auto mixed = [&](std::size_t at) { return static_cast<int>(std::lround(255 * (0.62 * channel(light(fill), at) + 0.38))); };
        std::snprintf(faded, sizeof faded, "#%02X%02X%02X", static_cast<unsigned>(mixed(1)) & 255U, static_cast<unsigned>(mixed(3)) & 255U, static_cast<unsigned>(mixed(5)) & 255U);
        CHECK((luminance(faded) + 0.05) / (luminance(light("ink")) + 0.05) >= 4.5);
    }
}

TEST_CASE("every token is a colour of its own name; an unknown one would show") {
    std::set<std::string_view> names;
    for (const Token& token : tokens) {
        CHECK(names.insert(token.name).second);
        for (const std::string_view hex : {token.light, token.dark}) {
            CHECK(hex.size() == 7);
            CHECK(hex.find_first_not_of("0123456789ABCDEF", 1) == std::string_view::npos);
        }
    }
    CHECK(light("no such token") == "#000000");
}
