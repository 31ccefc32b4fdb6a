#include <buygraph/picture/zipper_map.hpp>

#include "catch.hpp"
#include "picture/scenes.hpp"
#include "picture/subjects.hpp"

using namespace buygraph;
using namespace buygraph::picture;

namespace {

Json with_two_of_ours() {
    Json json = deals::document();
    json["team"] = {{{"id", "qin"}, {"name", "Qin Yue"}, {"functions", {"technical", "service"}}, {"capacity", 1}, {"knows", {"liu"}}}, {{"id", "luo"}, {"name", "Luo Yi"}, {"functions", {"executive"}}, {"capacity", 1}}};
    return json;
}

std::size_t filled_pips(const Group& group) {
    return static_cast<std::size_t>(std::count_if(group.marks.begin(), group.marks.end(), [](const Mark& mark) { return mark.fill == "our" && !mark.path.empty(); }));
}
std::size_t free_pips(const Group& group) {
    return static_cast<std::size_t>(std::count_if(group.marks.begin(), group.marks.end(), [](const Mark& mark) { return mark.fill == "sf" && mark.stroke == "our"; }));
}

}  // namespace

// Page, section 5: ribbons 1 + 5 · fit wide, solid in contact, dashed proposed.
TEST_CASE("ribbons are the zipper's pairs, as wide as they suit each other, dashed where they have not met") {
    const made::Subject one(with_two_of_ours());
    const Scene scene = zipper_map(one.subject);
    const ZipperDeal deal{one.deal, one.model, one.influence};
    const Zipper found = zipper({&deal, 1}, one.deal.team);
    REQUIRE(found.pairs.size() == 2);
    std::size_t ribbons = 0;
    for (const Group& group : scene.groups) ribbons += group.id.starts_with("pair:");
    CHECK(ribbons == 2);
    for (const ZipperPair& pair : found.pairs) {
        const Group& group = made::group(scene, "pair:" + one.deal.team[pair.member].id + ":" + one.model.people[pair.person]);
        CHECK(group.marks[0].stroke == "our");
        CHECK(group.marks[0].width == Approx(1 + 5 * pair.fit));
        CHECK(group.marks[0].dash.empty() == pair.knows);
        CHECK(group.title == text::sentence(Language::english, one.deal.team[pair.member].name, text::Names(one.deal, Language::english).person(one.model.people[pair.person]), pair));
    }
}

TEST_CASE("who has no counterpart has the reason in rust at the end of his row") {
    for (const Language language : {Language::english, Language::chinese}) {
        const made::Subject one(with_two_of_ours(), language);
        const Scene scene = zipper_map(one.subject);
        const ZipperDeal deal{one.deal, one.model, one.influence};
        const Zipper found = zipper({&deal, 1}, one.deal.team);
        REQUIRE(found.without.size() == 1);
        const Group& person = made::group(scene, "person:" + one.model.people[found.without[0].person]);
        std::string said;
        for (const Mark& mark : person.marks)
            if (mark.fill == "ag2" && mark.anchor == "end") said += (said.empty() || language == Language::chinese ? "" : " ") + mark.text;
        CHECK(said == text::without_words(found.without[0].reason).in(language));
    }
}

TEST_CASE("pips are places: taken ones filled, free ones hollow, and no limit is said in words") {
    Json json = with_two_of_ours();
    json["team"][0]["capacity"] = 5;
    json["team"][1].erase("capacity");
    const made::Subject one(json);
    const Scene scene = zipper_map(one.subject);
    const Group &qin = made::group(scene, "member:qin"), &luo = made::group(scene, "member:luo");
    std::size_t of_qin = 0, of_luo = 0;
    for (const Group& group : scene.groups) of_qin += group.id.starts_with("pair:qin:"), of_luo += group.id.starts_with("pair:luo:");
    CHECK(of_qin + of_luo == 3);
    CHECK(filled_pips(qin) == of_qin);
    CHECK(free_pips(qin) == 5 - of_qin);
    CHECK(filled_pips(luo) == of_luo);
    CHECK(free_pips(luo) == 0);
    CHECK(std::any_of(luo.marks.begin(), luo.marks.end(), [](const Mark& mark) { return mark.text == "no limit"; }));
    CHECK(qin.title == "Qin Yue: technical, service; looks after " + std::to_string(of_qin) + " of at most 5");
}

TEST_CASE("without a team one sentence says what is missing and where it belongs") {
    for (const auto& [language, words] : {std::pair(Language::english, "The deal names nobody of ours: add people under /team."), {Language::chinese, "项目里没有登记我方人员：请在 /team 中补充。"}}) {
        const made::Subject one(deals::document(), language);
        const Scene scene = zipper_map(one.subject);
        std::string said;
        for (const Group& group : scene.groups)
            for (const Mark& mark : group.marks)
                if (group.id.empty() && mark.fill == "ag2" && mark.size == 12) said += (said.empty() ? "" : " ") + mark.text;
        const auto without_spaces = [](std::string text) {
            std::erase(text, ' ');
            return text;
        };
        CHECK(without_spaces(said) == without_spaces(words));
        CHECK_FALSE(made::says(scene, "0.00"));
        for (const Group& group : scene.groups) CHECK_FALSE(group.id.starts_with("pair:"));
        made::check_inside(scene);
        made::check_texts_apart(scene);
    }
}

TEST_CASE("the columns say what they hold, in both languages") {
    const made::Subject english(with_two_of_ours()), chinese(with_two_of_ours(), Language::chinese);
    for (const char* words : {"ours · places", "theirs, by decision influence", "fit", "in touch", "proposed", "technical, service"}) CHECK(made::says(zipper_map(english.subject), words));
    for (const char* words : {"我方 · 名额", "客户 · 按决策影响排列", "契合度", "已在联系", "建议", "技术、服务"}) CHECK(made::says(zipper_map(chinese.subject), words));
}

TEST_CASE("a person whom several look after has a line for each") {
    Json json = with_two_of_ours();
    json["people"][0]["counterparts"] = 2;
    json["people"][1]["counterparts"] = json["people"][2]["counterparts"] = 0;
    const made::Subject one(json);
    const Scene scene = zipper_map(one.subject);
    CHECK(made::says(scene, "QY · proposed"));
    CHECK(made::says(scene, "LY · proposed"));
    made::check_texts_apart(scene);
}
