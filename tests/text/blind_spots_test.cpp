#include <buygraph/text/blind_spots.hpp>

#include "catch.hpp"
#include "deals.hpp"
#include "digits.hpp"

using namespace buygraph;

namespace {

struct Said {
    Deal deal;
    DecisionModel model;

    [[nodiscard]] std::string in(Language language, const BlindSpot& spot) const { return text::sentence({deal, language}, model, spot); }
    [[nodiscard]] std::string against(Language language, const BlindSpot& spot) const { return text::counter_move({deal, language}, model, spot); }
};

Said small() {
    Json json = deals::document();
    json["people"][2]["name"] = "Wang Jie";
    json["people"].push_back({{"id", "seat"}, {"title", "财务总监"}, {"roles", {"finance"}}, {"vacant", true}});
    Deal deal = deals::read(json);
    DecisionModel model = deals::model(deal);
    return {std::move(deal), std::move(model)};
}

/// A spot of a kind with every number that any sentence quotes.
BlindSpot made(BlindSpotKind kind, double size = 0.1234, double standard_error = 0.001) {
    BlindSpot spot{kind, {0, 2}, {2}, {"wang", ""}, "finance", size, standard_error, {}};
    for (const char* name : {"before", "after", "influence", "sd", "days", "lower", "higher", "apart", "pairs", "readings", "all", "control", "contacts", "strangers", "seat", "lead", "veto"}) spot.numbers[name] = 0.25;
    return spot;
}

}  // namespace

TEST_CASE("every kind has a sentence and a counter-move in both languages, each with a number and its full stop") {
    const Said said = small();
    for (const auto& [word, kind] : Words<BlindSpotKind>::table)
        for (const double size : {0.12, -0.12, 0.0001})
            for (const double flag : {0.0, 1.0}) {
                BlindSpot spot = made(kind, size, 0.001);
                for (const char* name : {"seat", "veto", "contacts", "strangers", "readings"}) spot.numbers[name] = flag;
                CAPTURE(word, size, flag);
                for (const std::string& text : {said.in(Language::english, spot), said.against(Language::english, spot)}) {
                    CHECK(has_digit(text));
                    CHECK(text.back() == '.');
                    CHECK(text.find(" -") == std::string::npos);
                    CHECK((text.front() < 'a' || text.front() > 'z'));
                }
                for (const std::string& text : {said.in(Language::chinese, spot), said.against(Language::chinese, spot)}) {
                    CHECK(has_digit(text));
                    CHECK(text.rfind("。") == text.size() - std::string("。").size());
                    CHECK(text.find('.') != 0);
                }
            }
}

TEST_CASE("sentences word by word") {
    const Said said = small();
    BlindSpot seat = made(BlindSpotKind::role_unfilled, 0.13);
    seat.numbers["before"] = 0.06, seat.numbers["after"] = 0.19, seat.numbers["veto"] = 0;
    CHECK(said.in(Language::english, seat) == "Nobody has the role Finance: with a supporter there our chance is 19%, with an opponent 6%, 13.0 points apart.");
    CHECK(said.in(Language::chinese, seat) == "“财务”这个角色还没有人：坐这个位置的人支持我方，胜率 19%；反对我方，6%，相差 13.0 个百分点。");

    BlindSpot leaves = made(BlindSpotKind::contact_dependence, -0.128);
    leaves.numbers["after"] = 0.41, leaves.numbers["seat"] = 1, leaves.numbers["contacts"] = 4, leaves.numbers["strangers"] = 1;
    CHECK(said.in(Language::chinese, leaves) == "如果陈伟离开、换成不认识的人，胜率会降 12.8 个百分点，到 41%。");
    CHECK(said.in(Language::english, leaves) == "If 陈伟 left and somebody we do not know took over, our chance would fall by 12.8 points, to 41%.");
    leaves.people = {2};
    CHECK(said.against(Language::chinese, leaves) == "别只靠 Wang Jie 这一条线：在其身边再发展一位联系人（现有 4 位）。");

    BlindSpot vacant = made(BlindSpotKind::vacant_seat, 0.1);
    vacant.people = {3}, vacant.numbers["veto"] = 0;
    CHECK(said.in(Language::chinese, vacant).rfind("财务总监（空席）还不知道是谁：", 0) == 0);
    CHECK(said.in(Language::english, vacant).rfind("The 财务总监 (vacant seat) has not been named: ", 0) == 0);
}

TEST_CASE("sources by name, as written, or not said; staying by its name") {
    const Said said = small();
    BlindSpot spot = made(BlindSpotKind::contradiction);
    spot.offers = {0};
    spot.numbers["lower"] = -0.05, spot.numbers["higher"] = 0.7, spot.numbers["apart"] = 2.3, spot.numbers["after"] = 0.25;
    CHECK(said.in(Language::english, spot) ==
          "Two accounts of 陈伟's stance on staying: −0.05 from Wang Jie, +0.70 from a source not named, 2.3 standard deviations apart; believing the second and not the first, our chance would rise by 12.3 points, to 25%.");
    spot.sources = {"展会", "wang"};
    CHECK(said.in(Language::chinese, spot) == "陈伟对维持现状的态度说法不一：展会的说法是 −0.05，Wang Jie 的说法是 +0.70，隔了 2.3 个标准差；信后者而不信前者，胜率会升 12.3 个百分点，到 25%。");
}

TEST_CASE("a size under two standard errors is not told apart from 0, and nothing is built on it") {
    const Said said = small();
    BlindSpot spot = made(BlindSpotKind::contact_dependence, -0.0019, 0.001);
    CHECK(said.in(Language::english, spot).find("(not told apart from 0).") != std::string::npos);
    CHECK(said.in(Language::chinese, spot).find("（与 0 难分）。") != std::string::npos);
    CHECK(said.against(Language::english, spot) == "Little hangs on this contact (0.2 points): spend the effort elsewhere.");
    spot.size = -0.0021;
    CHECK(said.in(Language::english, spot).find("not told") == std::string::npos);
}

TEST_CASE("a veto that helps us is not to be fought") {
    const Said said = small();
    BlindSpot spot = made(BlindSpotKind::veto_against, -0.003, 0.0001);
    spot.numbers["lead"] = -0.19, spot.numbers["sd"] = 0.34;
    CHECK(said.in(Language::english, spot) == "陈伟 holds a veto and leans to rival (−0.19 ± 0.34); yet without that veto our chance would be 0.3 points lower: it stops rivals more than us.");
    CHECK(said.against(Language::chinese, spot).find("别去动") == 0);
}
