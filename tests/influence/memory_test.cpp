#include <buygraph/influence/memory.hpp>

#include <limits>

#include "catch.hpp"

using namespace buygraph;
using influence::within_memory;

TEST_CASE("what needs more memory than allowed is refused before it begins, saying how much") {
    bool begun = false;
    try {
        within_memory(2'000'000'001, 1'500'000, "80 ties of 3 people", [&] { begun = true; });
        FAIL("accepted");
    } catch (const InputError& error) {
        CHECK(error.where == "memory");
        CHECK(error.given == "80 ties of 3 people, which take 2 GB");
        CHECK(error.allowed == "at most 1.5 MB");
    }
    CHECK_FALSE(begun);
}

TEST_CASE("what fits is done, to the byte") { CHECK(within_memory(100, 100, "ties", [] { return 7; }) == 7); }

TEST_CASE("an allocation that fails after all is an error of the same kind") {
    CHECK_THROWS_AS(within_memory(1, 2, "ties", []() -> int { throw std::bad_alloc(); }), InputError);
}

TEST_CASE("the machine has more than a megabyte and less than a petabyte where it says") {
    if (const auto available = influence::available_memory()) {
        CHECK(*available > 1'000'000);
        CHECK(*available < 1'000'000'000'000'000);
        CHECK_THROWS_AS(within_memory(std::numeric_limits<std::size_t>::max() / 2, {}, "too many ties", [] {}), InputError);
    }
}

TEST_CASE("bytes are told as people read them") {
    CHECK(influence::bytes_text(0) == "0 bytes");
    CHECK(influence::bytes_text(999) == "999 bytes");
    CHECK(influence::bytes_text(1000) == "1 kB");
    CHECK(influence::bytes_text(4'130'000'000) == "4.1 GB");
    CHECK(influence::bytes_text(123'456'000'000) == "123 GB");
}
