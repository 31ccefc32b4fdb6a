#include <buygraph/text/changes.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

const Deal& deal() {
    static const Deal read = deals::read(deals::document());
    return read;
}
const text::Names en(deal(), Language::english), zh(deal(), Language::chinese);

}  // namespace

TEST_CASE("a change says whose, what, from where to where") {
    CHECK(text::stance_change(en, "liu", -.18, -.45) == "liu: stance −0.18 → −0.45");
    CHECK(text::stance_change(zh, "chen", .1, -.001) == "陈伟：站位 +0.10 → 0.00");
    CHECK(text::susceptibility_change(en, "liu", .25, .6) == "liu: susceptibility 0.25 → 0.60");
    CHECK(text::score_change(en, std::nullopt, "cost", 4, 6.5) == "all: us on Cost 4.0 → 6.5");
    CHECK(text::score_change(zh, "wang", "cost", 6, 7) == "wang：我方成本 6.0 → 7.0");
    CHECK(text::price_change(en, 1'500'000, 1'200'000) == "our price ¥1.5m → ¥1.2m");
    CHECK(text::price_change(en, 1'240'000, 1'180'000) == "our price 1240000 → 1180000");
    CHECK(text::tie_cut(en, "liu", "chen") == "cut: liu → 陈伟");
    CHECK(text::tie_added(en, TieKind::opposes, "liu", "wang") == "added: liu ↔ wang, oppose each other −0.40");
    CHECK(text::taken_out(zh, "chen") == "移除陈伟");
}

TEST_CASE("a move of a deal file is named by its kind") {
    Move move;
    move.kind = MoveKind::veto_line;
    move.by = -.1;
    CHECK(text::move_words(en, move) == "veto line −0.10");
    move.kind = MoveKind::score;
    move.offer = "rival";
    move.concern = "cost";
    move.by = .2;
    CHECK(text::move_words(en, move) == "rival, Cost: score +1.0");
}

TEST_CASE("our chance, and what it was") {
    CHECK(text::chance_was(.19, .214, Language::english) == "us 21%, was 19%");
    CHECK(text::chance_was(.19, .214, Language::chinese) == "我方 21%，原为 19%");
}

TEST_CASE("a reporting line that is cut says whose") {
    CHECK(text::reporting_line_cut(en, "liu", "chen") == "cut: liu no longer reports to 陈伟");
    CHECK(text::reporting_line_cut(zh, "liu", "chen") == "剪断：liu 不再向陈伟汇报");
}
