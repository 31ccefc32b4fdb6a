#include <buygraph/deal/text_check.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("names of all kinds are fine") {
    for (const char* name : {"陈伟", "O'Brien <script>", "نور", "👩‍🔬", "=SUM(A1)", "Zoë \"Z\" Müller", "\xE2\x80\x8D"}) CHECK_FALSE(text_fault(name, false));
}

TEST_CASE("controls, overrides and broken bytes are not") {
    CHECK(text_fault(std::string("a\0b", 3), false) == TextFault::control);
    CHECK(text_fault("a\x7F", false) == TextFault::control);
    CHECK(text_fault("a\nb", false) == TextFault::control);
    CHECK_FALSE(text_fault("a\nb\tc\r\n", true));
    CHECK(text_fault("a\xE2\x80\xAEtxt", false) == TextFault::bidi_override);
}

// Ill-formed sequences of Unicode 15, table 3-7: a lone continuation, an overlong slash, a surrogate, a cut tail, beyond U+10FFFF.
TEST_CASE("ill-formed UTF-8 is found") {
    for (const char* bytes : {"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xE9\x99", "\xF5\x80\x80\x80", "\xF4\x90\x80\x80", "\xFF"}) CHECK(text_fault(bytes, true) == TextFault::ill_formed);
}

TEST_CASE("what is shown in a message is harmless and short") {
    CHECK(printable("a\x01" "b") == "a\\u{0001}b");
    CHECK(printable("\xFF") == "\\xFF");
    CHECK(printable("a\xE2\x80\xAE") == "a\\u{202E}");
    CHECK(printable(std::string(100, 'x'), 3) == "xxx…");
    CHECK(printable("陈伟", 80) == "陈伟");
}
