#include <buygraph/text/names.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

TEST_CASE("people are called by their name in full, vacant seats by their role, outcomes by whose they are") {
    Json json = deals::document();
    json["people"][1]["vacant"] = true;
    const Deal deal = deals::read(json);
    const text::Names zh(deal, Language::chinese), en(deal, Language::english);
    CHECK(zh.person("chen") == "陈伟");
    CHECK(zh.person("liu") == "空席（技术）");
    CHECK(en.person("liu") == "vacant seat (Technical)");
    CHECK(en.person("wang") == "wang");
    CHECK(zh.outcome("us") == "我方");
    CHECK(en.outcome("rival") == "rival");
    CHECK(zh.outcome("status_quo") == "不做决定");
    CHECK(zh.roles(*zh.find_person("wang")) == "采购、使用者");
    CHECK(en.concern("cost") == "Cost");
    CHECK(en.concern("unheard_of") == "unheard_of");
}
