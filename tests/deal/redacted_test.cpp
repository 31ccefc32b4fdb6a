#include <buygraph/deal/redacted.hpp>

#include <filesystem>

#include <buygraph/forecast/forecast.hpp>
#include <buygraph/io/file.hpp>
#include <buygraph/io/write_deal.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

/// Every text field of a deal filled with a word that must not come out again.
struct Marker {
    int count = 0;
    template <class Member>
    void operator()(const char* name, Member& member, const fields::Spec& spec) {
        if constexpr (std::is_same_v<Member, std::string>) {
            if (spec.names == fields::Names::anything && std::string_view(name) != "id" && std::string_view(name) != "kind") member = "SECRET" + std::to_string(++count);
        } else if constexpr (std::is_same_v<Member, std::optional<Text>>) {
            member = Text{"SECRET" + std::to_string(++count), "SECRET" + std::to_string(++count)};
        } else {
            walk(member);
        }
    }
    template <class Value>
    void walk(std::optional<Value>& value) {
        if (value) walk(*value);
    }
    template <class Value>
    void walk(std::vector<Value>& list) {
        for (Value& value : list) walk(value);
    }
    template <class Value>
    void walk(OrderedMap<Value>& map) {
        for (auto& [id, value] : map) walk(value);
    }
    template <class Value>
    void walk(Value& value) {
        if constexpr (requires(Marker& self) { fields::describe(self, value); }) fields::describe(*this, value);
    }
};

}  // namespace

TEST_CASE("no text of a deal survives, whichever field it stands in") {
    Json json = deals::document();
    json["people"].push_back({{"id", "SECRETperson"}, {"roles", {"SECRETrole"}}, {"concerns", {{"SECRETconcern", 5}}}});
    json["people"][0]["id"] = "SECRETchen";
    for (const char* at : {"/people/1/reports_to", "/people/2/reports_to", "/evidence/1/about", "/evidence/2/about"}) json[Json::json_pointer(at)] = "SECRETchen";
    json["offers"][1]["id"] = "SECRETrival";
    json["evidence"][1]["offer"] = "SECRETrival";
    json["evidence"][0]["source"] = "SECRET hearsay";
    json["team"] = {{{"id", "SECRETmember"}, {"languages", {"SECRETtongue"}}, {"knows", {"SECRETchen"}}}};
    json["actions"] = {{{"kind", "SECRETkind"}, {"hours", 1}, {"effect", .1}, {"who", "SECRETmember"}, {"whom", {"SECRETchen"}}}};
    json["moves"] = {{{"kind", "leaning"}, {"person", "SECRETchen"}, {"offer", "SECRETrival"}, {"by", .1}}};
    json["catalog"] = {{"roles", {{"SECRETrole", {{"labels", {{"en", "SECRET"}, {"zh", "SECRET"}}}, {"importance", {{"SECRETconcern", 3}}}}}, {"user", {{"labels", {{"en", "SECRET"}, {"zh", "SECRET"}}}}}}},
                       {"concerns", {{"SECRETconcern", {{"labels", {{"en", "SECRET"}, {"zh", "SECRET"}}}, {"importance", {{"SECRETrole", 3}}}}}}}};
    json["decision"]["decider"] = {{"SECRETchen", 1}};
    Deal deal = deals::read(json);
    Marker marker;
    fields::describe(marker, deal);
    REQUIRE(marker.count > 12);
    REQUIRE(write_deal(deal).dump().find("SECRET") != std::string::npos);
    for (const Language language : {Language::chinese, Language::english}) {
        const std::string text = write_deal(redacted(deal, language)).dump();
        CAPTURE(text);
        CHECK(text.find("SECRET") == std::string::npos);
    }
}

TEST_CASE("a redacted deal is valid and forecasts as before") {
    for (const auto& file : std::filesystem::directory_iterator(std::string(BUYGRAPH_EXAMPLES) + "/deals")) {
        if (file.path().extension() != ".json") continue;
        CAPTURE(file.path().filename().string());
        const Deal deal = load(file.path());
        const Deal hidden = deals::read(write_deal(redacted(deal, Language::english)));
        const Forecast before = forecast(deals::model(deal), {.samples = 256}), after = forecast(deals::model(hidden), {.samples = 256});
        REQUIRE(after.outcomes.size() == before.outcomes.size());
        for (std::size_t j = 0; j < before.outcomes.size(); ++j) CHECK(after.outcomes[j] == Approx(before.outcomes[j]).epsilon(1e-12));
    }
}

TEST_CASE("people are called by their role and a number, rivals too") {
    const Deal hidden = redacted(deals::read(deals::document()), Language::english);
    CHECK(hidden.people[0].name == "Decision maker 1");
    CHECK(hidden.people[1].name == "Technical 1");
    CHECK(hidden.people[1].reports_to == hidden.people[0].id);
    CHECK(hidden.offers[1].name == "Rival 1");
    CHECK(hidden.evidence[0].source == hidden.people[2].id);
    CHECK(redacted(deals::read(deals::document()), Language::chinese).people[1].name == "技术 1");
}
