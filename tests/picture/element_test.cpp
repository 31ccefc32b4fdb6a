#include <buygraph/picture/element.hpp>

#include "catch.hpp"

using namespace buygraph::picture;

TEST_CASE("an element is written with its attributes, its text and its children") {
    Element list{"ul", {{"class", "a"}}, "", {{"li", {}, "one", {}}, {"", {}, "bare < text", {}}}};
    list.set("lang", "en").add({"li", {}, "two", {}}).add({"b", {}, "!", {}});
    CHECK(markup(list) == "<ul class=\"a\" lang=\"en\"><li>one</li>bare &lt; text<li>two<b>!</b></li></ul>");
}

TEST_CASE("what has no end in HTML gets none") {
    CHECK(markup({"input", {{"type", "radio"}}, "", {}}) == "<input type=\"radio\">");
    CHECK(markup({"p", {}, "", {{"br", {}, "", {}}}}) == "<p><br></p>");
    CHECK(markup({"path", {}, "", {}}) == "<path/>");
}

TEST_CASE("texts and values are never markup") {
    CHECK(markup({"p", {{"title", "\"><script>"}}, "</p><script>", {}}) == "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;/p&gt;&lt;script&gt;</p>");
}

TEST_CASE("what XML cannot hold becomes a replacement character, everything else stays") {
    CHECK(escaped(std::string("a\0b", 3)) == "a\xEF\xBF\xBD" "b");
    CHECK(escaped("a\x07\xFF" "b") == "a\xEF\xBF\xBD\xEF\xBF\xBD" "b");
    CHECK(escaped("tab\tand\nline") == "tab\tand\nline");
    CHECK(escaped("陈伟🙂") == "陈伟🙂");
    CHECK(escaped("\xE2\x80\xAB\xD8\xB9\xD9\x84\xD9\x8A") == "\xE2\x80\xAB\xD8\xB9\xD9\x84\xD9\x8A");  // an embedding that is never closed
}
