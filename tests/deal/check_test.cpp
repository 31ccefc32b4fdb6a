#include <buygraph/deal/check.hpp>

#include <buygraph/io/read_deal.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {
std::vector<std::string> pointers_after(const std::function<void(Json&)>& change) {
    Json json = deals::document();
    change(json);
    FaultList reading;
    std::vector<std::string> pointers;
    for (const Fault& fault : check(read_deal(json, reading))) pointers.push_back(fault.pointer);
    return pointers;
}
using Pointers = std::vector<std::string>;
}  // namespace

TEST_CASE("a sound deal has no faults") { CHECK(pointers_after([](Json&) {}).empty()); }

TEST_CASE("there is exactly one offer of ours and at most one status quo") {
    CHECK(pointers_after([](Json& j) { j["offers"][1]["kind"] = "ours"; }) == Pointers{"/offers"});
    CHECK(pointers_after([](Json& j) { j["offers"][0]["kind"] = "competitor"; }) == Pointers{"/offers"});
    CHECK(pointers_after([](Json& j) { j["offers"][1]["id"] = "us"; }).front() == "/evidence/1/offer");
}

TEST_CASE("ids are unique within their kind") {
    CHECK(pointers_after([](Json& j) { j["people"].push_back(j["people"][0]); }) == Pointers{"/people/3/id"});
}

TEST_CASE("a decider is needed where the rule needs one, and must not have left") {
    CHECK(pointers_after([](Json& j) { j["people"][0]["roles"] = {"user"}; }) == Pointers{"/decision/decider"});
    CHECK(pointers_after([](Json& j) { j["people"][0]["roles"] = {"user"}; j["decision"]["rule"] = "majority"; }).empty());
    CHECK(pointers_after([](Json& j) { j["people"][1]["departed"] = true; j["decision"]["decider"] = "liu"; }) == Pointers{"/decision/decider"});
    CHECK(pointers_after([](Json& j) { j["decision"]["decider"] = {{"chen", 0.5}, {"liu", 0.4}}; }) == Pointers{"/decision/decider"});
}

TEST_CASE("votes are needed where the rule counts them") {
    const auto nobody_votes = [](Json& j) {
        for (Json& person : j["people"]) person["votes"] = 0;
        j["decision"]["rule"] = "unanimity";
    };
    CHECK(pointers_after(nobody_votes) == Pointers{"/decision/rule"});
}

TEST_CASE("nobody left in the computation is a fault") {
    CHECK(pointers_after([](Json& j) { for (Json& person : j["people"]) person["departed"] = true; }).back() == "/people");
}

TEST_CASE("a person who weighs nothing is a fault, at either gate") {
    CHECK(pointers_after([](Json& j) { j["people"].push_back({{"id", "x"}}); }) == Pointers{"/people/3/concerns"});
    CHECK(pointers_after([](Json& j) { j["people"].push_back({{"id", "x"}, {"concerns", {{"cost", 0}}}}); }) == Pointers{"/people/3/concerns"});
    CHECK(pointers_after([](Json& j) { j["people"].push_back({{"id", "x"}, {"concerns", {{"personal_trust", 5}}}, {"personal_emphasis", {{"buy", 0}}}}); }) == Pointers{"/people/3/concerns"});
    CHECK(pointers_after([](Json& j) { j["people"].push_back({{"id", "x"}, {"concerns", {{"cost", 1}}}}); }).empty());
}

TEST_CASE("a rating needs a score or a measure, and a measure a value function") {
    CHECK(pointers_after([](Json& j) { j["offers"][0]["ratings"]["risk"] = Json::object(); }) == Pointers{"/offers/0/ratings/risk"});
    CHECK(pointers_after([](Json& j) { j["offers"][0]["ratings"]["risk"] = {{"measure", 3}}; }) == Pointers{"/offers/0/ratings/risk/measure"});
    CHECK(pointers_after([](Json& j) { j["offers"][0]["ratings"]["payback_time"] = {{"measure", 18}}; }).empty());
}

TEST_CASE("a concern that looks misspelt has to be declared with its kind") {
    CHECK(pointers_after([](Json& j) { j["people"][0]["concerns"] = {{"reliabilty", 5}}; }) == Pointers{"/people/0/concerns/reliabilty"});
    CHECK(pointers_after([](Json& j) { j["people"][0]["concerns"] = {{"reliabilty", {{"importance", 5}, {"kind", "personal"}}}}; }).empty());
    CHECK(pointers_after([](Json& j) { j["people"][0]["concerns"] = {{"local_jobs", 5}}; }).empty());
}

TEST_CASE("two entries must not disagree on the kind of a concern") {
    const auto disagree = [](Json& j) {
        j["people"][0]["concerns"] = {{"local_jobs", {{"importance", 5}, {"kind", "personal"}}}};
        j["people"][1]["concerns"] = {{"local_jobs", {{"importance", 5}, {"kind", "organisational"}}}};
    };
    CHECK(pointers_after(disagree) == Pointers{"/people/0/concerns/local_jobs/kind"});
    CHECK(pointers_after([](Json& j) { j["people"][0]["concerns"] = {{"cost", {{"importance", 5}, {"kind", "personal"}}}}; }) == Pointers{"/people/0/concerns/cost/kind"});
}

TEST_CASE("money has its own faults") {
    CHECK(pointers_after([](Json& j) { j["offers"][0]["terms"] = {{"payments", {{{"share", 0.5}, {"days", 0}}}}}; }) == Pointers{"/offers/0/terms/payments"});
    CHECK(pointers_after([](Json& j) { j["offers"][0]["terms"] = {{"price", 0}}; }) == Pointers{"/offers/0/terms/price"});
    CHECK(pointers_after([](Json& j) { j["offers"][0]["economics"] = {{"target_margin", 0.04}}; }) == Pointers{"/offers/0/economics/target_margin"});
}

TEST_CASE("moves and actions need what their kind needs") {
    CHECK(pointers_after([](Json& j) { j["moves"] = {{{"kind", "score"}, {"offer", "us"}, {"by", 0.1}}}; }) == Pointers{"/moves/0/concern"});
    CHECK(pointers_after([](Json& j) { j["moves"] = {{{"kind", "remove_person"}, {"person", "liu"}}}; }).empty());
    CHECK(pointers_after([](Json& j) { j["actions"] = {{{"kind", "dinner"}}}; }) == Pointers{"/actions/0"});
    CHECK(pointers_after([](Json& j) { j["actions"] = {{{"kind", "meeting"}, {"whom", {"liu"}}}}; }).empty());
}

// Section 8 of the model: a meeting and an executive call reach one person, a workshop and a reference visit up to five; a meeting or workshop is about at most three concerns.
TEST_CASE("an action reaches as many people and is about as many concerns as its kind can") {
    const auto action = [](const char* kind, std::size_t people, std::size_t concerns) {
        return pointers_after([&](Json& j) {
            Json whom = Json::array(), about = Json::array();
            for (std::size_t i = 0; i < people; ++i) {
                whom.push_back("p" + std::to_string(i));
                j["people"].push_back({{"id", whom.back()}, {"roles", {"user"}}});
            }
            for (std::size_t k = 0; k < concerns; ++k) about.push_back(std::array{"cost", "risk", "function", "reliability", "stability"}[k]);
            j["actions"] = {{{"kind", kind}, {"whom", whom}, {"concerns", about}, {"hours", 1}, {"effect", 0.1}}};
        });
    };
    const std::map<std::string, std::size_t> most_people{{"meeting", 1}, {"executive_call", 1}, {"workshop", 5}, {"reference_visit", 5}};
    for (const char* kind : {"meeting", "executive_call", "workshop", "reference_visit", "pilot", "dinner"}) {
        CAPTURE(kind);
        const std::size_t most = most_people.contains(kind) ? most_people.at(kind) : 12;
        CHECK(action(kind, most, 0).empty());
        if (most < 12) CHECK(action(kind, most + 1, 0) == Pointers{"/actions/0/whom"});
        const bool short_talk = std::string(kind) == "meeting" || std::string(kind) == "workshop";
        CHECK(action(kind, 1, 3).empty());
        CHECK(action(kind, 1, 4) == (short_talk ? Pointers{"/actions/0/concerns"} : Pointers{}));
    }
    CHECK(action("meeting", 2, 5) == Pointers{"/actions/0/whom", "/actions/0/concerns"});
}

TEST_CASE("people times offers have a limit, and those who left do not count") {
    const auto crowd = [](bool gone) {
        return pointers_after([&](Json& j) {
            for (int i = 0; i < 664; ++i) j["people"].push_back({{"id", "p" + std::to_string(i)}, {"roles", {"user"}}, {"departed", gone}});
        });
    };
    CHECK(crowd(true).empty());
    CHECK(crowd(false) == Pointers{"/people"});  // 667 people × 3 offers
}
