#include <buygraph/picture/svg.hpp>

#include <buygraph/picture/marks.hpp>

#include <cctype>

#include "catch.hpp"

using namespace buygraph::picture;

namespace {

/// Enough of XML 1.0 to tell whether a document like ours is well-formed: tags nest, attributes are quoted, unique and without '<', every & is an
/// entity that XML knows, and no character is one that XML forbids.
bool well_formed(const std::string& text) {
    std::vector<std::string> open;
    const auto entities = [](std::string_view part) {
        for (std::size_t at = part.find('&'); at != std::string_view::npos; at = part.find('&', at + 1)) {
            bool known = false;
            for (const char* entity : {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"}) known = known || part.substr(at).rfind(entity, 0) == 0;
            if (!known) return false;
        }
        return true;
    };
    for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') return false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t tag = text.find('<', at);
        if (!entities(std::string_view(text).substr(at, tag - at))) return false;
        if (tag == std::string::npos) return open.empty();
        std::size_t i = tag + 1;
        const bool closing = text[i] == '/';
        i += closing;
        std::string name;
        while (i < text.size() && std::isalnum(static_cast<unsigned char>(text[i]))) name += text[i++];
        if (name.empty()) return false;
        std::vector<std::string> attributes;
        while (i < text.size() && text[i] != '>' && text[i] != '/') {
            if (text[i] != ' ') return false;
            std::string attribute;
            for (++i; i < text.size() && text[i] != '='; ++i) attribute += text[i];
            if (i + 1 >= text.size() || text[i + 1] != '"') return false;
            const std::size_t end = text.find('"', i + 2);
            if (end == std::string::npos) return false;
            const std::string_view value = std::string_view(text).substr(i + 2, end - i - 2);
            if (value.find('<') != std::string_view::npos || !entities(value)) return false;
            if (std::find(attributes.begin(), attributes.end(), attribute) != attributes.end()) return false;
            attributes.push_back(attribute);
            i = end + 1;
        }
        const bool empty = i < text.size() && text[i] == '/';
        i += empty;
        if (i >= text.size() || text[i] != '>') return false;
        if (closing) {
            if (open.empty() || open.back() != name) return false;
            open.pop_back();
        } else if (!empty) {
            open.push_back(name);
        }
        at = i + 1;
    }
    return open.empty();
}

std::string drawn(const std::string& text) {
    Scene scene;
    scene.width = 100;
    scene.height = 50;
    scene.title = text;
    Group& group = scene.groups.emplace_back();
    group.title = text;
    add_text(group, text, {0, 10}, 13, "ink");
    return to_svg(scene);
}

}  // namespace

TEST_CASE("the checker of this file tells what is well-formed from what is not") {
    CHECK(well_formed("<a b=\"1\"><c/>x &amp; y</a>\n"));
    for (const char* bad : {"<a>", "<a></b>", "<a b=1/>", "<a b=\"<\"/>", "<a>&</a>", "<a>&nbsp;</a>", "<a b=\"1\" b=\"2\"/>", "<a>\x01</a>", "< a/>"}) CHECK_FALSE(well_formed(bad));
}

TEST_CASE("whatever a name is, it is text and never markup") {
    for (const char* name : {"<script>alert(1)</script>", "a & b", "\"quoted\" 'too'", "]]>", "<!--", "&lt;", "陈伟 🙂 e\xCC\x81", "\xFF\xFE broken", "\x01\x1F", "\xEF\xBF\xBF", "\xED\xA0\x80"}) {
        CAPTURE(name);
        const std::string svg = drawn(name);
        CHECK(well_formed(svg));
        CHECK(svg.find("<script") == std::string::npos);
    }
    CHECK(drawn("<b>&\"'").find("&lt;b&gt;&amp;&quot;&#39;") != std::string::npos);
    const std::string right_to_left = "\xE2\x80\xAB\xD8\xB9\xD9\x84\xD9\x8A";  // an embedding that is never closed
    CHECK(drawn(right_to_left).find(" unicode-bidi=\"isolate\">" + right_to_left) != std::string::npos);
}

TEST_CASE("colours are written as hex, a hatch once for each colour that needs it") {
    Scene scene;
    scene.width = 10.5;
    scene.height = 20;
    Group& group = scene.groups.emplace_back();
    for (int twice = 0; twice < 2; ++twice) add_path(group, "M0 0", "for1", "for2", 1.5).hatched = true;
    add_path(group, "M0 0", "", "neg", 3.6).dash = "6 4";
    const std::string svg = to_svg(scene);
    CHECK(well_formed(svg));
    CHECK(svg.find("viewBox=\"0 0 10.5 20\" width=\"10.5\" height=\"20\"") != std::string::npos);
    CHECK(svg.find("<pattern id=\"hatch-for1\"") != std::string::npos);
    CHECK(svg.find("<pattern", svg.find("<pattern") + 1) == std::string::npos);
    CHECK(svg.find("fill=\"url(#hatch-for1)\" stroke=\"#0B5A9E\" stroke-width=\"1.5\"") != std::string::npos);
    CHECK(svg.find("fill=\"none\" stroke=\"#8B2252\" stroke-width=\"3.6\" stroke-dasharray=\"6 4\"") != std::string::npos);
    CHECK(svg.find("var(") == std::string::npos);
}

TEST_CASE("for a page colours are variables, ids have a prefix, groups their names and links") {
    Scene scene;
    Group& person = scene.groups.emplace_back();
    person.id = "person:chen";
    person.title = "Chen";
    add_path(person, "M0 0", "for1", "for2").hatched = true;
    add_text(person, "陈", {0, 0}, 13, "ink").language = "zh";
    scene.groups.emplace_back();
    SvgOptions options{true, "map-", [](const Group& group) { return group.id.empty() ? std::string() : "#card"; }};
    const std::string svg = markup(svg_element(scene, options));
    CHECK(well_formed(svg));
    CHECK(svg.find("<pattern id=\"map-hatch-for1\"") != std::string::npos);
    CHECK(svg.find("fill=\"url(#map-hatch-for1)\" stroke=\"var(--for2)\"") != std::string::npos);
    CHECK(svg.find("<a href=\"#card\" aria-label=\"Chen\" data-group=\"person:chen\"><title>Chen</title>") != std::string::npos);
    CHECK(svg.find(" lang=\"zh\"") != std::string::npos);
    CHECK(svg.find("<g></g>") != std::string::npos);
    CHECK(svg.find("#FFFFFF") == std::string::npos);
}

TEST_CASE("lengths have at most two decimals and no minus zero") {
    CHECK(buygraph::picture::number(3) == "3");
    CHECK(buygraph::picture::number(2.50) == "2.5");
    CHECK(buygraph::picture::number(1.006) == "1.01");
    CHECK(buygraph::picture::number(-0.001) == "0");
    CHECK(buygraph::picture::number(100) == "100");
}
