#include <buygraph/io/deal_sources.hpp>

#include <buygraph/io/write_arrow.hpp>
#include <buygraph/simulation/simulate.hpp>

#include <fstream>

#include "catch.hpp"
#include "deals.hpp"
#include "folder.hpp"

using namespace buygraph;

namespace {

/// A stream of simulated deals, so many in each batch.
ArrowArrayStream batches_of(std::vector<std::size_t> sizes) {
    ArrowArrayStream stream{};
    export_stream(deal_columns(), [sizes = std::move(sizes), at = std::size_t{0}, made = std::uint64_t{0}](ArrowColumn& batch) mutable {
        if (at == sizes.size()) return false;
        for (std::size_t deal = 0; deal < sizes[at]; ++deal) add_row(batch, simulate(1, made++).deal);
        ++at;
        return true;
    }, &stream);
    return stream;
}

}  // namespace

TEST_CASE("a stream gives its rows in parts of at most so many, empty batches skipped") {
    ArrowArrayStream given = batches_of({3, 0, 5});
    DealStream stream(given);
    CHECK(given.release == nullptr);
    std::vector<std::size_t> counts;
    std::vector<std::string> ids;
    while (const auto part = stream.next(2)) {
        counts.push_back(part->count);
        const DealSource deals = deals_of_cells(part->cells, part->first);
        for (std::size_t deal = 0; deal < part->count; ++deal) ids.push_back(deals(deal).deal.id);
    }
    CHECK(counts == std::vector<std::size_t>{2, 1, 2, 2, 1});
    CHECK(ids == std::vector<std::string>{"D000001", "D000002", "D000003", "D000004", "D000005", "D000006", "D000007", "D000008"});
    CHECK_FALSE(stream.next(2));
}

TEST_CASE("a part of a batch can be read after the next batch was") {
    ArrowArrayStream given = batches_of({2, 2});
    DealStream stream(given);
    const auto first = stream.next(2), second = stream.next(2);
    REQUIRE((first && second));
    CHECK(deals_of_cells(first->cells, first->first)(1).deal.id == "D000002");
    CHECK(deals_of_cells(second->cells, second->first)(1).deal.id == "D000004");
}

TEST_CASE("a stream of columns that are no deals is refused with every fault") {
    ArrowColumn shape("", "+s");
    shape.children().emplace_back("price", "g");
    shape.children().emplace_back("name", "g");
    ArrowArrayStream given{};
    export_stream(std::move(shape), [](ArrowColumn&) { return false; }, &given);
    try {
        DealStream stream(given);
        FAIL("accepted");
    } catch (const DealError& error) {
        CHECK(error.faults.size() == 2);
    }
}

TEST_CASE("a table of one column of texts is read as JSON") {
    ArrowColumn shape("", "+s");
    shape.children().emplace_back("document", "u");
    ArrowArrayStream given{};
    export_stream(std::move(shape), [done = false](ArrowColumn& batch) mutable {
        if (std::exchange(done, true)) return false;
        batch.children().front().add_text(deals::three_people);
        batch.end_structure();
        return true;
    }, &given);
    DealStream stream(given);
    const auto part = stream.next(10);
    REQUIRE(part);
    CHECK(deals_of_cells(part->cells, part->first)(0).deal.name == "Line 2");
}

TEST_CASE("a file that is none and a text that is no deal are deals with that fault") {
    const Folder folder;
    std::ofstream(folder.path / "good.json") << deals::three_people;
    const std::vector<std::filesystem::path> paths{folder.path / "good.json", folder.path / "none.json", folder.path};
    const DealSource files = deals_of_files(paths);
    CHECK(files(0).faults.empty());
    CHECK(files(0).place == "good.json");
    CHECK(files(1).faults.size() == 1);
    CHECK(files(1).faults.front().message.en.find("none.json") != std::string::npos);
    CHECK(files(2).faults.size() == 1);
    const std::vector<std::string> texts{deals::three_people, "[]"}, places{"line 1", "line 3"};
    CHECK(deals_of_texts(texts, places)(0).faults.empty());
    CHECK_FALSE(deals_of_texts(texts, places)(1).faults.empty());
    CHECK(deals_of_texts(texts, places)(1).place == "line 3");
}
