#include <buygraph/io/read_arrow.hpp>

#include <buygraph/io/write_arrow.hpp>
#include <buygraph/simulation/simulate.hpp>

#include <filesystem>

#include "arrow_tables.hpp"
#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

Handed table_of(const Deal& deal) {
    ArrowColumn columns = deal_columns();
    add_row(columns, deal);
    return Handed(std::move(columns));
}

/// What columns cannot say: a stance in words.
Deal in_numbers(Deal deal) {
    for (Evidence& evidence : deal.evidence)
        if (const auto value = stance_value(evidence.stance)) evidence.stance = *value;
    return deal;
}

std::vector<std::string> as_lines(const std::vector<Fault>& faults) {
    std::vector<std::string> lines;
    for (const Fault& fault : faults) lines.push_back(describe(fault) + describe(fault, Language::chinese));
    return lines;
}

}  // namespace

TEST_CASE("every bundled deal comes back from columns as it was, and so do simulated ones") {
    int deals_read = 0;
    for (const auto& file : std::filesystem::directory_iterator(BUYGRAPH_EXAMPLES "/deals")) {
        if (file.path().extension() != ".json") continue;
        const Deal deal = load(file.path());
        const Handed handed = table_of(deal);
        CHECK(arrow_deal_faults(handed.schema).empty());
        const ReadResult back = read_and_validate(handed.cells(), 0);
        CHECK(as_lines(back.faults).empty());
        CHECK(back.deal == in_numbers(deal));
        ++deals_read;
    }
    CHECK(deals_read >= 8);
    for (std::uint64_t number = 0; number < 40; ++number) {
        const Deal deal = simulate(5, number).deal;
        CHECK(read_and_validate(table_of(deal).cells(), 0).deal == deal);
    }
}

TEST_CASE("everything that a deal can hold passes through columns") {
    Json json = deals::document();
    json["offers"][0]["terms"] = {{"price", 100}, {"payments", {{{"share", 0.5}, {"days", 0}}, {{"share", 0.5}, {"days", 60}}}}, {"yearly_benefit", {30, 40.5}}};
    json["offers"][1]["terms"] = {{"price", 90}, {"yearly_benefit", 25}};
    json["offers"][0]["ratings"]["payment_term"] = {{"measure", 45}, {"sd", 3}};
    json["people"][1]["concerns"] = {{"cost", 9}, {"noise_at_night", {{"importance", 4}, {"sd", 0.5}, {"kind", "personal"}}}};
    json["people"][1]["personal_emphasis"] = {{"buy", 0.7}};
    json["people"][2]["leaning"] = {{"us", -0.25}};
    json["people"][2]["departed"] = true;
    json["decision"] = {{"rule", "consent"}, {"decider", {{"chen", 0.75}, {"liu", 0.25}}}, {"rounds", 4}, {"date", "2027-02-28"}};
    json["team"] = Json::array({{{"id", "ann"}, {"functions", {"sales", "service"}}, {"languages", {"zh", "en"}}, {"knows", {"liu"}}, {"hours", 7.5}}});
    json["actions"] = Json::array({{{"kind", "meeting"}, {"whom", {"liu"}}, {"cost", 10}}});
    json["moves"] = Json::array({{{"kind", "leaning"}, {"person", "liu"}, {"offer", "us"}, {"by", 0.1}, {"gate", "vendor"}}});
    json["catalog"] = {{"concerns", {{"quiet", {{"labels", {{"zh", "安静"}, {"en", "Quiet"}}}, {"unit", "dB"}, {"points", {{30, 10}, {60, 0}}}, {"importance", {{"user", 6}}}}}}}};
    json["uncertainty"] = {{"drift", 0.05}};
    json["notes"] = "two\nlines";
    const Deal deal = deals::read(json);
    const ReadResult back = read_and_validate(table_of(deal).cells(), 0);
    CHECK(as_lines(back.faults).empty());
    CHECK(back.deal == in_numbers(deal));
}

TEST_CASE("faults of a deal in columns are those of the same deal in JSON") {
    const std::vector<std::pair<const char*, Json>> wrong{{"/people/1/susceptibility", 1.4}, {"/people/1/reports_to", "nobody"}, {"/people/0/level", 9}, {"/offers/1/kind", "ours"}, {"/people/2/id", "liu"},
                                                          {"/offers/0/ratings/reliability", {{"score", 11}, {"sd", -1}}}, {"/people/1/reports_to", "liu"}, {"/ties/0/from", "lui"}, {"/people/0/roles", {{"boss", 1}}},
                                                          {"/decision", {{"rule", "quota"}, {"quota", 0.3}}}, {"/evidence/0/about", ""}, {"/offers", Json::array()}, {"/people", Json::array()},
                                                          {"/evidence/1/stance", 7}, {"/people/1/concerns", {{"reliabilty", 5}}}};
    for (const auto& [pointer, value] : wrong) {
        Json json = deals::document();
        json[Json::json_pointer(pointer)] = value;
        const ReadResult from_json = read_and_validate(json);
        REQUIRE_FALSE(from_json.faults.empty());
        INFO(pointer);
        CHECK(as_lines(read_and_validate(table_of(from_json.deal).cells(), 0).faults) == as_lines(from_json.faults));
    }
}

TEST_CASE("a word that is none is named at its place, with the likeliest one meant") {
    ArrowColumn columns = deal_columns();
    add_row(columns, deals::read(deals::document()));
    for (ArrowColumn& field : columns.children())
        if (field.name() == "decision") {
            field = ArrowColumn("decision", "+s");
            field.children().emplace_back("rule", "u");
            field.children().emplace_back("date", "u");
            field.children()[0].add_text("autocrasy");
            field.children()[1].add_text("2026-02-30");
            field.end_structure();
        }
    const Handed handed(std::move(columns));
    CHECK(arrow_deal_faults(handed.schema).empty());
    const std::vector<Fault> faults = read_and_validate(handed.cells(), 0).faults;
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].pointer == "/decision/rule");
    CHECK(faults[0].suggestion == "autocracy");
    CHECK(faults[1].pointer == "/decision/date");
}

TEST_CASE("a column of texts holds deals in JSON") {
    ArrowColumn texts("deal", "u");
    texts.add_text(deals::three_people);
    texts.add_text("{");
    texts.add_missing();
    const Handed handed(std::move(texts));
    CHECK(read_and_validate(handed.cells(), 0).deal == deals::read(deals::document()));
    CHECK(read_and_validate(handed.cells(), 1).faults.size() == 1);
    CHECK(read_and_validate(handed.cells(), 2).faults.size() == 1);
}
