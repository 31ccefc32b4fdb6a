#include <buygraph/io/arrow.hpp>

#include "catch.hpp"

using namespace buygraph;

// The Arrow C interface read by hand: offsets and bits of a column of texts with one missing, doubles, flags.
TEST_CASE("a table goes out as one batch in Arrow's layout and is released by the consumer") {
    ArrowArrayStream stream{};
    export_stream({{"who", "p", "veto"}, {std::vector<std::optional<std::string>>{"陈", std::nullopt, "b"}, std::vector<double>{.5, 1, 2}, std::vector<bool>{true, false, true}}}, &stream);
    ArrowSchema schema{};
    REQUIRE(stream.get_schema(&stream, &schema) == 0);
    CHECK(std::string(schema.format) == "+s");
    REQUIRE(schema.n_children == 3);
    CHECK(std::string(schema.children[0]->format) == "U");
    CHECK(std::string(schema.children[0]->name) == "who");
    schema.release(&schema);
    CHECK(schema.release == nullptr);

    ArrowArray batch{};
    REQUIRE(stream.get_next(&stream, &batch) == 0);
    CHECK(batch.length == 3);
    const ArrowArray& texts = *batch.children[0];
    CHECK(texts.null_count == 1);
    CHECK(static_cast<const std::uint8_t*>(texts.buffers[0])[0] == 0b101);
    const auto* offsets = static_cast<const std::int64_t*>(texts.buffers[1]);
    CHECK(offsets[1] == 3);
    CHECK(offsets[2] == 3);
    CHECK(offsets[3] == 4);
    CHECK(static_cast<const double*>(batch.children[1]->buffers[1])[2] == 2);
    CHECK(static_cast<const std::uint8_t*>(batch.children[2]->buffers[1])[0] == 0b101);
    batch.release(&batch);
    REQUIRE(stream.get_next(&stream, &batch) == 0);
    CHECK(batch.release == nullptr);
    stream.release(&stream);
}

TEST_CASE("a stream that nobody reads is released whole") {
    ArrowArrayStream stream{};
    export_stream({{"n"}, {std::vector<std::int64_t>{}}}, &stream);
    stream.release(&stream);
    CHECK(stream.release == nullptr);
}
