#include <buygraph/io/differences.hpp>

#include <filesystem>
#include <map>
#include <random>

#include <buygraph/io/file.hpp>
#include <buygraph/model/compile.hpp>
#include <buygraph/model/formal_right.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {

std::vector<Json> bundled() {
    std::vector<Json> documents;
    for (const auto& entry : std::filesystem::directory_iterator(BUYGRAPH_EXAMPLES "/deals"))
        if (entry.path().extension() == ".json") documents.push_back(write_deal(load(entry.path())));
    return documents;
}

Deal read_as_it_is(const Json& document) {
    FaultList faults;
    Deal deal = read_deal(document, faults);
    REQUIRE(faults.faults().empty());
    return deal;
}

/// The old document with all edits made.
Deal edited(Json document, const Differences& found) {
    FaultList faults;
    apply_edits(document, found.all(), faults);
    for (const Fault& fault : faults.faults()) UNSCOPED_INFO(describe(fault));
    REQUIRE(faults.faults().empty());
    return read_as_it_is(document);
}

std::map<std::string, Json> by_path(const Differences& found) {
    std::map<std::string, Json> edits;
    for (const Difference& one : found.edits) edits[one.edit.first] = one.edit.second;
    return edits;
}

/// The paths of each group.
std::vector<std::vector<std::string>> grouped(const Differences& found) {
    std::vector<std::vector<std::string>> groups;
    for (const auto& group : found.groups) {
        groups.emplace_back();
        for (const std::size_t edit : group) groups.back().push_back(found.edits[edit].edit.first);
    }
    return groups;
}

/// Takes out, doubles, moves and alters places of a document at random; what comes out need not be a valid deal, only a readable one.
class Scrambler {
  public:
    explicit Scrambler(std::uint64_t seed) : random_(seed) {}

    void change(Json& document) {
        for (std::size_t times = 1 + below(8); times > 0; --times) one(document);
    }

  private:
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

    void one(Json& document) {
        constexpr std::array lists{"offers", "people", "ties", "evidence", "team", "actions", "moves"};
        const char* name = lists[below(lists.size())];
        Json& list = document[name];
        if (!list.is_array()) list = Json::array();
        switch (below(6)) {
            case 0:
                if (!list.empty()) list.erase(below(list.size()));
                break;
            case 1:
                if (!list.empty()) add(list, below(list.size() + 1), list[below(list.size())]);
                break;
            case 2:
                if (!list.empty()) std::swap(list[below(list.size())], list[below(list.size())]);
                break;
            case 3: document["decision"]["quota"] = 0.5 + 0.01 * static_cast<double>(below(40)); break;
            case 4: number(document["uncertainty"]["drift"]); break;
            default:
                if (!list.empty()) inside(list[below(list.size())]);
        }
        if (list.empty()) document.erase(name);
    }

    void add(Json& list, std::size_t at, Json entry) {
        if (entry.contains("id")) entry["id"] = "new/~" + std::to_string(++ids_);
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(at), std::move(entry));
    }

    void number(Json& value) { value = 0.01 * static_cast<double>(below(100)); }

    void inside(Json& entry) {
        const std::vector<std::string> fields{"leaning", "susceptibility", "perceptions", "personal_emphasis", "terms", "ratings", "strength", "reliability", "date", "concerns"};
        const std::string& field = fields[below(fields.size())];
        const bool person = entry.contains("roles"), offer = entry.contains("ratings"), tie = entry.contains("from") && entry.contains("to") && !entry.contains("by"), reading = entry.contains("stance");
        if (person && field == "leaning") number(entry["leaning"]["us/~"]);
        if (person && field == "susceptibility") number(entry["susceptibility"]);
        if (person && field == "perceptions") {
            if (entry.contains("perceptions") && below(2)) entry["perceptions"].erase(below(entry["perceptions"].size()));
            else entry["perceptions"].push_back({{"offer", "ours"}, {"concern", below(2) ? "cost" : "risk"}, {"score", below(11)}});
            if (entry["perceptions"].empty()) entry.erase("perceptions");
        }
        if (person && field == "personal_emphasis") {
            if (below(2)) entry.erase("personal_emphasis");
            else entry["personal_emphasis"] = below(2) ? Json{{"buy", 1}} : Json::object();
        }
        if (person && field == "concerns") number(entry["concerns"]["cost"]);
        if (offer && field == "terms") entry["terms"] = {{"price", 1 + below(100)}};
        if (offer && field == "ratings") {
            if (below(2)) entry["ratings"].erase(entry["ratings"].begin());
            else entry["ratings"]["cost"] = below(2) ? Json(below(11)) : Json{{"measure", 0.9}};
            if (entry["ratings"].empty()) entry.erase("ratings"), entry["ratings"]["risk"] = 1;
        }
        if (tie && field == "strength") entry["strength"] = 0.01 * static_cast<double>(1 + below(99));
        if (reading && field == "reliability") number(entry["reliability"]);
        if (reading && field == "date") entry["date"] = "2026-01-" + std::to_string(10 + below(20));
    }

    std::mt19937_64 random_;
    std::size_t ids_ = 0;
};

}  // namespace

TEST_CASE("the edits between any two bundled deals turn the one into the other") {
    const std::vector<Json> documents = bundled();
    REQUIRE(documents.size() == 8);
    for (const Json& old : documents)
        for (const Json& now : documents) {
            const Differences found = differences(old, now);
            CAPTURE(old["name"].dump(), now["name"].dump());
            CHECK(edited(old, found) == read_as_it_is(now));
            CHECK(found.edits.empty() == (&old == &now));
        }
}

TEST_CASE("the edits to a deal scrambled at random turn the one into the other, and back") {
    const std::vector<Json> documents = bundled();
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const Json& old = documents[seed % documents.size()];
        Json now = old;
        Scrambler(seed).change(now);
        now = write_deal(read_as_it_is(now));
        CAPTURE(seed);
        CHECK(edited(old, differences(old, now)) == read_as_it_is(now));
        CHECK(edited(now, differences(now, old)) == read_as_it_is(old));
    }
}

TEST_CASE("each difference is one edit at the place that people would name") {
    const Json old = write_deal(deals::read(deals::document()));
    Json now = old;
    now["people"][1]["susceptibility"] = 0.9;
    now["offers"][0]["ratings"]["cost"] = {{"score", 6}, {"sd", 0.5}};
    now["offers"][1]["ratings"].erase("personal_trust");
    now["evidence"][0]["stance"] = "sponsor";
    now["ties"][0]["strength"] = 0.2;
    now["people"][2]["leaning"] = {{"us", 0.1}};
    now["name"] = "Line 3";
    const Differences found = differences(old, now);
    CHECK(by_path(found) == std::map<std::string, Json>{{"people/liu/susceptibility", 0.9},
                                                        {"offers/us/ratings/cost", {{"score", 6}, {"sd", 0.5}}},
                                                        {"offers/rival/ratings/personal_trust", nullptr},
                                                        {"evidence/0/stance", "sponsor"},
                                                        {"ties/0/strength", 0.2},
                                                        {"people/wang/leaning/us", 0.1},
                                                        {"name", "Line 3"}});
    CHECK(found.groups.size() == 6);
    REQUIRE(found.unread.size() == 1);
    const auto place = [&](const std::string& path) { return std::find_if(found.edits.begin(), found.edits.end(), [&](const Difference& one) { return one.edit.first == path; })->place; };
    CHECK(found.edits[found.unread[0]].place.path == "name");
    CHECK(place("offers/us/ratings/cost").was == "4");
    CHECK(place("offers/us/ratings/cost").now == "6 ± 0.5");
    CHECK(*place("offers/us/ratings/cost").names.find("concern") == "cost");
    CHECK(place("evidence/0/stance").was == "supporter");
    CHECK(*place("evidence/0/stance").names.find("source") == "wang");
    CHECK(place("offers/rival/ratings/personal_trust").now.empty());
}

TEST_CASE("removing entries of a list does not shift the edits of others, and new entries keep their order") {
    const Json old = write_deal(deals::read(deals::document()));
    Json now = old;
    now["evidence"].erase(0);
    now["evidence"][1]["reliability"] = 0.3;
    now["evidence"].push_back({{"about", "wang"}, {"offer", "us"}, {"stance", 0.1}, {"date", "2026-02-02"}});
    now["evidence"].push_back({{"about", "wang"}, {"offer", "us"}, {"stance", 0.2}, {"date", "2026-01-01"}});
    const Differences found = differences(old, now);
    CHECK(edited(old, found) == read_as_it_is(now));
    CHECK(found.order.empty());
    CHECK(grouped(found) == std::vector<std::vector<std::string>>{{"evidence/2/reliability"}, {"evidence/0"}, {"evidence/-"}, {"evidence/-"}});
}

TEST_CASE("a tie of another kind and a reading of another day are the same tie and the same reading changed, in one group") {
    const Json old = write_deal(deals::read(deals::document()));
    Json now = old;
    now["ties"][0]["kind"] = "opposes";
    now["ties"][0]["strength"] = 0.5;
    now["evidence"][0]["date"] = "2026-02-02";
    now["evidence"][0]["stance"] = "enemy";
    CHECK(grouped(differences(old, now)) == std::vector<std::vector<std::string>>{{"ties/0/kind", "ties/0/strength"}, {"evidence/0/stance", "evidence/0/date"}});
}

TEST_CASE("who comes or goes brings all that names him") {
    const Json old = write_deal(deals::read(deals::document()));
    Json now = old;
    now["people"].push_back({{"id", "zhao"}, {"roles", {"finance"}}, {"reports_to", "chen"}});
    now["people"][1]["reports_to"] = "zhao";
    now["ties"].push_back({{"from", "zhao"}, {"to", "wang"}});
    now["evidence"].push_back({{"about", "zhao"}, {"offer", "us"}, {"stance", "enemy"}});
    now["evidence"].push_back({{"about", "liu"}, {"offer", "rival"}, {"stance", 0}, {"source", "zhao"}});
    now["decision"] = {{"decider", {{"chen", 0.5}, {"zhao", 0.5}}}};
    CHECK(grouped(differences(old, now)) == std::vector<std::vector<std::string>>{{"people/liu/reports_to", "decision/decider", "people/-", "ties/-", "evidence/-"}, {"evidence/-"}});
    CHECK(grouped(differences(now, old)) == std::vector<std::vector<std::string>>{{"people/liu/reports_to", "decision/decider", "people/zhao", "ties/1", "evidence/3"}, {"evidence/4"}});
}

TEST_CASE("an offer comes with its readings, leanings and views, a catalog entry with what uses it") {
    const Json old = write_deal(deals::read(deals::document()));
    Json now = old;
    now["offers"].push_back({{"id", "third"}, {"kind", "competitor"}, {"ratings", {{"speed", 8}}}});
    now["people"][0]["leaning"] = {{"third", 0.3}};
    now["people"][1]["perceptions"] = {{{"offer", "third"}, {"concern", "cost"}, {"score", 2}}};
    now["evidence"].push_back({{"about", "liu"}, {"offer", "third"}, {"stance", 0}});
    now["catalog"]["concerns"]["speed"] = {{"labels", {{"zh", "快"}, {"en", "Speed"}}}};
    now["people"][2]["concerns"] = {{"speed", 9}};
    const Differences found = differences(old, now);
    CHECK(found.groups.size() == 1);
    CHECK(found.unread.empty());
    CHECK(edited(old, found) == read_as_it_is(now));
}

TEST_CASE("the parameters of the rule go with the rule, the others stand alone") {
    const Json old = write_deal(deals::read(deals::document()));
    Json now = old;
    now["decision"] = {{"rule", "quota"}, {"quota", 0.75}, {"rounds", 2}, {"veto_line", -0.3}, {"indecision", 0.2}};
    CHECK(grouped(differences(old, now)) == std::vector<std::vector<std::string>>{{"decision/rule", "decision/quota", "decision/rounds"}, {"decision/veto_line"}, {"decision/indecision"}});
    Json again = now;
    again["decision"]["quota"] = 0.8;
    again["decision"]["rounds"] = 4;
    CHECK(grouped(differences(now, again)).size() == 2);
}

TEST_CASE("entries in another order are no edit that a forecast reads, and are put in order at the end") {
    const Json old = write_deal(deals::read(deals::document()));
    Json now = old;
    std::swap(now["people"][0], now["people"][2]);
    std::swap(now["evidence"][0], now["evidence"][1]);
    const Differences found = differences(old, now);
    CHECK(found.edits.empty());
    CHECK(found.order.size() == 2);
    CHECK(edited(old, found) == read_as_it_is(now));
}

TEST_CASE("an id that reads like the sign for a new entry makes the list one edit") {
    Json old = write_deal(deals::read(deals::document()));
    old["people"].push_back({{"id", "-"}, {"roles", {"user"}}});
    Json now = old;
    now["people"].push_back({{"id", "0"}, {"roles", {"user"}}});
    now["people"][3]["votes"] = 2;
    const Differences found = differences(old, now);
    CHECK(edited(old, found) == read_as_it_is(now));
    CHECK(grouped(found) == std::vector<std::vector<std::string>>{{"people"}});
    now["people"].erase(3), old["people"].erase(3);
    Json later = now;
    later["people"][3]["votes"] = 3;
    CHECK(edited(now, differences(now, later)) == read_as_it_is(later));
}

// Every place that is said not to be read is changed here; the model stays the same to the bit.
TEST_CASE("what is said not to be read does not reach the model") {
    const Json old = write_deal(deals::read(deals::document()));
    Json now = old;
    for (const char* field : {"name", "account", "id", "currency", "owner", "notes"}) now[field] = "another";
    for (const char* field : {"value", "pursuit_cost"}) now[field] = 7;
    now["close_date"] = "2027-01-01";
    now["language"] = "zh";
    now["offers"][0]["name"] = "another";
    now["offers"][0]["terms"] = {{"price", 3}, {"list_price", 4}, {"contract_years", 2}};
    now["offers"][0]["economics"] = {{"cost", 2}, {"discount_rate", 0.2}};
    for (const char* field : {"name", "title", "department"}) now["people"][0][field] = "another";
    now["people"][0]["level"] = 2, now["people"][0]["counterparts"] = 3, now["people"][0]["vacant"] = true;
    now["team"] = {{{"id", "we"}, {"knows", {"liu"}}}};
    now["actions"] = {{{"kind", "meeting"}, {"who", "we"}, {"whom", {"liu"}}}};
    now["moves"] = {{{"kind", "cut_tie"}, {"from", "liu"}, {"to", "wang"}}};
    now["catalog"]["concerns"]["cost"] = {{"labels", {{"zh", "钱"}, {"en", "Money"}}}, {"unit", {{"zh", "元"}, {"en", "euro"}}}, {"advice", {{"mend", "Show it."}}}};
    Json base = old;
    base["catalog"]["concerns"]["cost"] = {{"labels", {{"zh", "价"}, {"en", "Price"}}}};
    base["offers"][0]["terms"] = {{"price", 3}, {"list_price", 4}, {"contract_years", 1}};
    base["offers"][0]["economics"] = {{"cost", 2}, {"discount_rate", 0.1}};
    const Differences found = differences(write_deal(deals::read(base)), write_deal(deals::read(now)));
    CHECK(found.groups.empty());
    CHECK(found.unread.size() >= 22);
    const DecisionModel one = deals::model(base), other = deals::model(now);
    CHECK(one.belief.mean == other.belief.mean);
    CHECK(one.belief.covariance.values == other.belief.covariance.values);
    CHECK(one.control.values == other.control.values);
    for (std::size_t i = 0; i < one.people_count(); ++i) CHECK(formal_right(one, i) == formal_right(other, i));
    CHECK(one.drift_variance == other.drift_variance);
}
