#include <buygraph/boundary/results.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("values by offer stand in the order ours, competitors, status quo") {
    const std::vector<std::string> offers{"stay", "rival", "us", "other"};
    const Json object = boundary::by_offer(offers, 2, [](std::size_t j) { return Json(j); });
    CHECK(object.dump() == R"({"us":2,"rival":1,"other":3,"stay":0})");
}

TEST_CASE("ids come in lists, in one text, or as null") {
    const std::vector<std::string> all{"a", "b", "c"};
    CHECK(boundary::ids(all, {2, 0}).dump() == R"(["c","a"])");
    CHECK(boundary::joined_ids(all, {2, 0}) == "c, a");
    CHECK(boundary::id_or_null(all, std::nullopt).is_null());
    CHECK(boundary::or_null(std::optional<double>()).is_null());
}

TEST_CASE("faults are told in the language asked for") {
    const std::vector<Fault> faults{{"/a", {"wrong", "错"}, "1", {"2", "二"}, ""}};
    CHECK(boundary::faults_of(faults, Language::chinese).dump() == R"([{"pointer":"/a","message":"错","given":"1","allowed":"二","suggestion":""}])");
}
