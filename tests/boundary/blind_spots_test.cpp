#include <buygraph/boundary/blind_spots.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("the costliest blind spot stands first, with its sentence and what to do") {
    Asked asked;
    const Json rows = asked(boundary::answer_blind_spots, {{"samples", 64}})["blind_spots"];
    REQUIRE_FALSE(rows.empty());
    for (std::size_t i = 1; i < rows.size(); ++i) CHECK(std::abs(rows[i - 1]["size"].get<double>()) >= std::abs(rows[i]["size"].get<double>()));
    for (const Json& row : rows) {
        CHECK_FALSE(row["sentence"].get<std::string>().empty());
        CHECK_FALSE(row["counter_move"].get<std::string>().empty());
    }
    const auto is_no_coach = [](const Json& row) { return row["kind"] == "no_coach"; };
    CHECK(std::any_of(rows.begin(), rows.end(), is_no_coach));
}
