#pragma once

#include <string>
#include <vector>

#include "../separate.hpp"
#include "parts.hpp"

namespace buygraph::page {

/// Some of a page's markup.
struct Piece {
    std::string html;
    bool spare = false;  ///< a card, or a drawing beside the first one: what a large file may hold packed until its script runs
};

/// A page in pieces, each as long as it can be; joined they are its markup.
[[nodiscard]] BUYGRAPH_HEAVY std::vector<Piece> pieces(const Element& page);

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include <string_view>
#include <utility>

#include "../picture/map_layout.hpp"

namespace buygraph::page {

namespace detail {

/// Begins a piece with every element that a page can do without for a while, and one after it.
struct Cutter {
    std::vector<Piece> cut{{}};

    [[nodiscard]] static bool spare(const Element& element) {
        for (const auto& [name, value] : element.attributes)
            if (name == "class") return value == "card" || (value.rfind("layout ", 0) == 0 && value.rfind("layout layout-list", 0) != 0 && value != "layout layout-" + std::string(word_of(picture::MapLayout::hierarchy)));
        return false;
    }
    void operator+=(std::string text) { cut.back().html += text; }
    void enter(const Element& element) {
        if (spare(element)) begin(true);
    }
    void leave(const Element& element) {
        if (spare(element)) begin(false);
    }
    void begin(bool is_spare) {
        if (cut.back().html.empty()) cut.back().spare = is_spare;
        else cut.push_back({{}, is_spare});
    }
};

}  // namespace detail

BUYGRAPH_HEAVY std::vector<Piece> pieces(const Element& page) {
    detail::Cutter out;
    picture::write_markup(page, out);
    return std::move(out.cut);
}

}  // namespace buygraph::page

#endif
