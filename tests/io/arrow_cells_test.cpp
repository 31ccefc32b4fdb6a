#include <buygraph/io/arrow_cells.hpp>

#include <array>
#include <cstring>

#include "catch.hpp"

using namespace buygraph;

namespace {

/// An array over buffers of the test's own, which nobody releases.
struct Lent {
    Lent(const char* format, std::int64_t length, std::vector<const void*> from, std::int64_t offset = 0, std::int64_t nulls = 0) : buffers(std::move(from)) {
        schema.format = format;
        schema.name = "";
        array.length = length;
        array.offset = offset;
        array.null_count = nulls;
        array.n_buffers = static_cast<std::int64_t>(buffers.size());
        array.buffers = buffers.data();
    }
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    void put(Lent& child) {
        schema_child = &child.schema, array_child = &child.array;
        schema.n_children = array.n_children = 1;
        schema.children = &schema_child, array.children = &array_child;
    }
    [[nodiscard]] ArrowCells cells() const { return {schema, array}; }

    std::vector<const void*> buffers;
    ArrowSchema schema{};
    ArrowArray array{};
    ArrowSchema* schema_child = nullptr;
    ArrowArray* array_child = nullptr;
};

}  // namespace

TEST_CASE("formats say what values mean") {
    const auto kind = [](const char* format) {
        ArrowSchema schema{};
        schema.format = format;
        return arrow_kind(schema);
    };
    for (const char* text : {"u", "U", "vu"}) CHECK(kind(text) == ArrowKind::text);
    for (const char* whole : {"c", "C", "s", "S", "i", "I", "l", "L"}) CHECK(kind(whole) == ArrowKind::whole);
    for (const char* number : {"f", "g", "d:19,10"}) CHECK(kind(number) == ArrowKind::number);
    for (const char* date : {"tdD", "tdm", "tsn:", "tss:UTC"}) CHECK(kind(date) == ArrowKind::date);
    for (const char* list : {"+l", "+L", "+w:2"}) CHECK(kind(list) == ArrowKind::list);
    for (const char* other : {"z", "e", "+ud:0,1", "d:19,10,256", "tts", "+r"}) CHECK(kind(other) == ArrowKind::other);
    CHECK(kind("n") == ArrowKind::nothing);
    CHECK(kind("+s") == ArrowKind::structure);
    CHECK(kind("+m") == ArrowKind::map);
}

TEST_CASE("whole numbers of any width and floats are numbers, with an offset") {
    const std::array<std::int16_t, 4> shorts{1, -2, 30000, 4};
    CHECK(Lent("s", 3, {nullptr, shorts.data()}, 1).cells().number(1) == 30000);
    const std::array<std::uint64_t, 1> large{1ULL << 63};
    CHECK(Lent("L", 1, {nullptr, large.data()}).cells().number(0) == 0x1p63);
    const std::array<float, 2> floats{0.5F, -2};
    CHECK(Lent("f", 2, {nullptr, floats.data()}).cells().number(1) == -2);
}

// −1.25 with scale 2 is −125 in two's complement of 128 bits.
TEST_CASE("decimals of 128 bits are numbers") {
    const std::array<std::int64_t, 4> decimals{-125, -1, 12345, 0};
    const Lent lent("d:10,2", 2, {nullptr, decimals.data()});
    CHECK(*lent.cells().number(0) == Approx(-1.25).epsilon(1e-15));
    CHECK(*lent.cells().number(1) == Approx(123.45).epsilon(1e-15));
}

TEST_CASE("missing values are told by their bit, whatever the count of them says") {
    const std::array<double, 3> numbers{1, 2, 3};
    const std::uint8_t bits = 0b101;
    const Lent lent("g", 3, {&bits, numbers.data()}, 0, -1);
    CHECK(lent.cells().number(0) == 1);
    CHECK_FALSE(lent.cells().number(1));
    CHECK(lent.cells().missing(1));
    CHECK(Lent("n", 3, {}).cells().missing(0));
}

TEST_CASE("texts are read from 32-bit and 64-bit offsets and from views") {
    const char* bytes = "abc陈";
    const std::array<std::int32_t, 4> small{0, 0, 3, 6};
    const std::array<std::int64_t, 3> large{0, 3, 6};
    CHECK(Lent("u", 3, {nullptr, small.data(), bytes}).cells().text(0) == "");
    CHECK(Lent("u", 2, {nullptr, small.data(), bytes}, 1).cells().text(1) == "陈");
    CHECK(Lent("U", 2, {nullptr, large.data(), bytes}).cells().text(1) == "陈");
    char views[32] = {};
    const char* longer = "more than twelve bytes";
    const std::int32_t inside = 2, outside = 22, zero = 0, at = 0;
    std::memcpy(views, &inside, 4), std::memcpy(views + 4, "hi", 2);
    std::memcpy(views + 16, &outside, 4), std::memcpy(views + 24, &zero, 4), std::memcpy(views + 28, &at, 4);
    const Lent lent("vu", 2, {nullptr, views, longer});
    CHECK(lent.cells().text(0) == "hi");
    CHECK(lent.cells().text(1) == longer);
}

TEST_CASE("a dictionary gives the value behind the key") {
    const std::array<std::int32_t, 3> offsets{0, 2, 4};
    Lent words("u", 2, {nullptr, offsets.data(), "enzh"});
    const std::array<std::int8_t, 3> keys{1, 0, 1};
    Lent coded("c", 3, {nullptr, keys.data()});
    coded.schema.dictionary = &words.schema;
    coded.array.dictionary = &words.array;
    CHECK(coded.cells().kind() == ArrowKind::text);
    CHECK(coded.cells().text(0) == "zh");
    CHECK(coded.cells().text(1) == "en");
}

// 1969-12-31 is day −1: an instant of that day before midnight must not be rounded to the next.
TEST_CASE("days come from dates and instants of any unit, before 1970 too") {
    const std::array<std::int32_t, 1> days{-1};
    CHECK(Lent("tdD", 1, {nullptr, days.data()}).cells().day(0) == Date{1969, 12, 31});
    const std::array<std::int64_t, 2> ticks{-1, 86400000LL * 11016 + 1};
    CHECK(Lent("tsn:", 1, {nullptr, ticks.data()}).cells().day(0) == Date{1969, 12, 31});
    CHECK(Lent("tsm:UTC", 2, {nullptr, ticks.data()}).cells().day(1) == Date{2000, 2, 29});
    CHECK(Lent("tdm", 2, {nullptr, ticks.data()}).cells().day(1) == Date{2000, 2, 29});
}

TEST_CASE("flags are bits, behind an offset too") {
    const std::array<std::uint8_t, 2> bits{0b10000000, 0b1};
    const Lent lent("b", 3, {nullptr, bits.data()}, 6);
    CHECK(lent.cells().flag(0) == false);
    CHECK(lent.cells().flag(1) == true);
    CHECK(lent.cells().flag(2) == true);
}

TEST_CASE("lists of fixed and of any length say where their entries are") {
    const std::array<double, 6> numbers{1, 2, 3, 4, 5, 6};
    Lent entries("g", 6, {nullptr, numbers.data()});
    Lent pairs("+w:2", 3, {nullptr}, 1);
    pairs.put(entries);
    CHECK(pairs.cells().range(0) == std::pair<std::size_t, std::size_t>{2, 4});
    const std::array<std::int32_t, 4> offsets{0, 1, 1, 6};
    Lent lists("+l", 3, {nullptr, offsets.data()});
    lists.put(entries);
    CHECK(lists.cells().range(1).first == lists.cells().range(1).second);
    CHECK(lists.cells().range(2) == std::pair<std::size_t, std::size_t>{1, 6});
    CHECK(lists.cells().entry_cells().number(5) == 6);
}
