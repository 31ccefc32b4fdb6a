#include <buygraph/text/brief.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

text::Brief brief_of(const Json& json, std::size_t person, Language language) {
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    ForecastOptions options;
    options.samples = 64;
    return text::brief(deal, model, person, language, options);
}

const std::vector<std::string>& lines(const text::Brief& brief, const std::string& key) {
    for (const text::BriefSection& section : brief.sections)
        if (section.key == key) return section.lines;
    throw Error("no section " + key);
}

bool says(const std::vector<std::string>& lines, const std::string& part) {
    for (const std::string& line : lines)
        if (line.find(part) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("a brief has all seven parts, with the evidence as it was given and who goes") {
    Json json = deals::document();
    json["team"] = {{{"id", "anna"}, {"name", "Anna"}, {"functions", {"executive"}}, {"knows", {"wang"}}}};
    json["ties"].push_back({{"from", "wang"}, {"to", "chen"}, {"kind", "opposes"}});
    const text::Brief brief = brief_of(json, 0, Language::english);
    CHECK(brief.title == "Brief: 陈伟");
    CHECK(lines(brief, "who").at(0) == "陈伟; Decision maker");
    CHECK(says(lines(brief, "who"), "decides with a chance of 100%"));
    CHECK(says(lines(brief, "stands"), "a source not named: +0.10 on rival (reliability 0.90)"));
    CHECK(says(lines(brief, "stands"), "wang: +0.00 on staying (reliability 0.70)"));
    CHECK(says(lines(brief, "avoid"), "Do not lean on the word of wang: the two are at odds (−0.40)."));
    CHECK(says(lines(brief, "goes"), "Anna looks after 陈伟"));
    for (const text::BriefSection& section : brief.sections) CHECK_FALSE(section.lines.empty());
    CHECK(brief_of(json, 0, Language::chinese).sections.size() == 7);
}

TEST_CASE("without evidence it says so, without contact nobody is told to ask") {
    Json json = deals::document();
    json["evidence"] = Json::array();
    const text::Brief brief = brief_of(json, 1, Language::english);
    CHECK(says(lines(brief, "stands"), "No evidence (0 pieces)"));
    CHECK(says(lines(brief, "goes"), "has 0 counterparts: the deal names nobody of ours."));
}

TEST_CASE("what people wrote is no markup") {
    Json json = deals::document();
    json["people"][0]["name"] = "<b>x</b> *y* [z](w) `q` | # ~";
    const std::string page = text::markdown(brief_of(json, 0, Language::english));
    CHECK(page.find("# Brief: &lt;b&gt;x&lt;/b&gt; \\*y\\* \\[z\\](w) \\`q\\` \\| \\# \\~\n") == 0);
    CHECK(page.find("<b>") == std::string::npos);
}
