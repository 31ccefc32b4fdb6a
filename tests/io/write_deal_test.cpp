#include <buygraph/io/write_deal.hpp>

#include <filesystem>

#include <buygraph/io/file.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("writing and reading gives an equal deal, for every bundled one") {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(BUYGRAPH_EXAMPLES "/deals")) {
        if (entry.path().extension() != ".json") continue;
        const Deal deal = load(entry.path());
        CHECK(deals::read(write_deal(deal)) == deal);
        CHECK(parse_deal(deal_text(deal)) == deal);
        ++count;
    }
    CHECK(count == 8);
}

TEST_CASE("doubles survive to the last bit, whole ones are written without a point") {
    Json json = deals::document();
    json["value"] = 1e6;
    json["people"][0]["susceptibility"] = 0.1 + 0.2;
    const Json written = write_deal(deals::read(json));
    CHECK(written["value"].dump() == "1000000");
    CHECK(written["people"][0]["susceptibility"].get<double>() == 0.1 + 0.2);
}

TEST_CASE("short forms stay short and the order of the file is kept") {
    const Json written = write_deal(deals::read(deals::document()));
    CHECK(written["offers"][0]["ratings"].dump() == R"({"reliability":8,"cost":4,"fairness":{"score":6,"sd":2}})");
    CHECK(written["people"][0]["roles"].dump() == R"(["decision_maker"])");
    CHECK(written["people"][2]["roles"].dump() == R"({"purchaser":3,"user":1})");
    CHECK(written["evidence"][0]["stance"] == "supporter");
}

TEST_CASE("advice is read and written language by language, a bare text stands for both") {
    Json json = deals::document();
    const Json advice = Json::parse(R"({"lead":"Open with {concern}.","mend":{"en":"Show {person} the record."},"ask":{"zh":"问{person}。","en":"Ask {person}."}})");
    json["catalog"]["concerns"]["cost"]["advice"] = advice;
    const Deal deal = deals::read(json);
    const AdviceTexts& read = *deal.catalog.concerns.find("cost")->advice;
    CHECK(read.lead == Text{"Open with {concern}.", "Open with {concern}."});
    CHECK(read.mend == Text{"Show {person} the record.", ""});
    CHECK(read.ask->zh == "问{person}。");
    const Json written = write_deal(deal);
    CHECK(written["catalog"]["concerns"]["cost"]["advice"] == advice);
    CHECK(deals::read(written) == deal);
}
