#include <buygraph/boundary/calls.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

TEST_CASE("every call has a name of its own, and every one about a deal takes its number") {
    std::vector<std::string> names;
    for (const boundary::Call& call : boundary::calls) {
        names.emplace_back(call.name);
        std::vector<std::string> fields = call.fields();
        const bool takes_deal = std::find(fields.begin(), fields.end(), "deal") != fields.end();
        CHECK(takes_deal == (call.name != "load" && call.name != "validate" && call.name != "page_words"));
        std::sort(fields.begin(), fields.end());
        CHECK(std::adjacent_find(fields.begin(), fields.end()) == fields.end());
    }
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

// What a call is not asked for must not change it: every field that a call declares is one that it reads, with what cannot be used refused.
TEST_CASE("every field of every call is looked at") {
    Asked asked(priced_deal());
    for (const boundary::Call& call : boundary::calls)
        for (const std::string& field : call.fields()) {
            const bool unread = (call.name == "export" || call.name == "load" || call.name == "sensitivities" || call.name == "coverage") && field == "language";  // of the errors alone
            if (unread) continue;
            Json request{{"samples", 16}};
            for (const std::string& other : call.fields())
                if (other == "samples" || other == "deal") request[other] = other == "deal" ? 1 : 16;
            if (call.name == "load" || call.name == "validate") request["source"] = deals::document();
            if (call.name == "brief") request["person"] = "okafor";
            if (call.name == "rival_plan") request["rival"] = "aldurra";
            if (call.name == "compare") request["to"] = 1;
            if (call.name == "move") request["moves"] = Json::array();
            if (call.name == "answer") request.update(Json{{"kind", "stance"}, {"about", "okafor"}, {"value", 0.1}});
            request[field] = Json::array({Json::object({{"no", "such"}})});  // nothing that any field could be
            INFO(call.name << ", " << field);
            CHECK_THROWS_AS(call.answer(asked.session, boundary::Arguments(request)), Error);
        }
}
