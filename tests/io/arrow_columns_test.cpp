#include <buygraph/io/arrow_columns.hpp>

#include "arrow_tables.hpp"
#include "catch.hpp"

using namespace buygraph;

namespace {

//   {who: "陈", tags: ["a", "b"]}   nothing   {who: nothing, tags: []}
ArrowColumn three_rows() {
    ArrowColumn rows("", "+s"), tags("tags", "+l");
    tags.children().emplace_back("item", "u");
    rows.children().emplace_back("who", "u");
    rows.children().push_back(std::move(tags));
    std::vector<ArrowColumn>& fields = rows.children();
    fields[0].add_text("陈");
    for (const char* tag : {"a", "b"}) fields[1].children().front().add_text(tag);
    fields[1].end_list();
    rows.end_structure();
    rows.add_missing();
    fields[0].add_missing();
    fields[1].end_list();
    rows.end_structure();
    return rows;
}

}  // namespace

TEST_CASE("nested columns read back as they were filled") {
    const Handed handed(three_rows());
    const ArrowCells rows = handed.cells(), who = rows.field(0), tags = rows.field(1);
    CHECK(rows.size() == 3);
    CHECK(who.text(0) == "陈");
    CHECK(tags.range(0) == std::pair<std::size_t, std::size_t>{0, 2});
    CHECK(tags.entry_cells().text(1) == "b");
    CHECK(rows.missing(1));
    CHECK_FALSE(rows.missing(2));
    CHECK(who.missing(2));
    CHECK(tags.range(2).first == tags.range(2).second);
    CHECK(handed.array.null_count == 1);
}

TEST_CASE("each kind of value has its layout, missing ones in between") {
    for (const char* format : {"g", "i", "l", "b", "tdD"}) {
        ArrowColumn column("", format);
        for (int value = 0; value < 20; ++value) {
            const std::string kind = format;
            if (value % 3 == 1) column.add_missing();
            else if (kind == "g") column.add_number(value);
            else if (kind == "l") column.add_long(value);
            else if (kind == "b") column.add_flag(value % 2 == 0);
            else column.add_whole(value);
        }
        const Handed handed(std::move(column));
        CHECK(handed.array.null_count == 7);
        for (std::size_t value = 0; value < 20; ++value) {
            CHECK(handed.cells().missing(value) == (value % 3 == 1));
            if (value % 3 == 1) continue;
            if (std::string(format) == "b") CHECK(handed.cells().flag(value) == (value % 2 == 0));
            else if (std::string(format) == "tdD") CHECK(handed.cells().day(value) == date_of_day(static_cast<int>(value)));
            else CHECK(handed.cells().number(value) == static_cast<double>(value));
        }
    }
}

TEST_CASE("a stream makes its batches when they are asked for, and says what went wrong") {
    ArrowArrayStream stream{};
    int made = 0;
    export_stream(ArrowColumn("", "g"), [&](ArrowColumn& batch) {
        if (++made == 3) throw Error("no more ink");
        batch.add_number(made);
        return true;
    }, &stream);
    CHECK(made == 0);
    for (const int batch : {1, 2}) {
        ArrowArray array{};
        REQUIRE(stream.get_next(&stream, &array) == 0);
        CHECK(static_cast<const double*>(array.buffers[1])[0] == batch);
        array.release(&array);
    }
    ArrowArray array{};
    CHECK(stream.get_next(&stream, &array) != 0);
    CHECK(std::string(stream.get_last_error(&stream)) == "no more ink");
    stream.release(&stream);
    CHECK(stream.release == nullptr);
}
