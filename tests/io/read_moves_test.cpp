#include <buygraph/io/read_moves.hpp>

#include "catch.hpp"

using namespace buygraph;

TEST_CASE("moves are read alone, and every fault of them is found at its place") {
    FaultList faults;
    const std::vector<Move> moves = read_moves(Json::parse(R"([{"kind": "score", "offer": "ours", "concern": "cost", "by": 0.2}, {"kind": "tie_strength", "from": "chen", "to": "liu", "by": -1}])"), faults);
    CHECK(faults.faults().empty());
    REQUIRE(moves.size() == 2);
    CHECK(moves[0].kind == MoveKind::score);
    CHECK(moves[0].offer == "ours");
    CHECK(moves[0].by == 0.2);
    CHECK(moves[1].kind == MoveKind::tie_strength);
    CHECK((moves[1].from == "chen" && moves[1].to == "liu" && moves[1].by == -1.0));

    const std::vector<Move> read = read_moves(Json::parse(R"([{"kind": "scores", "by": "much"}, 3])"), faults);
    std::vector<std::string> places;
    for (const Fault& fault : faults.faults()) places.push_back(fault.pointer);
    CHECK(places == std::vector<std::string>{"/moves/0/kind", "/moves/0/by", "/moves/1"});
    CHECK(faults.faults().front().suggestion == "score");

    FaultList no_list;
    CHECK(read_moves(Json::object(), no_list).empty());
    REQUIRE(no_list.faults().size() == 1);
    CHECK(no_list.faults().front().pointer == "/moves");
}
