#include <buygraph/deal/check_catalog.hpp>

#include "catch.hpp"

using namespace buygraph;

namespace {
std::vector<std::string> pointers(const Catalog& catalog, const Place& place) {
    FaultList faults;
    check_catalog(catalog, place, faults);
    std::vector<std::string> result;
    for (const Fault& fault : faults.faults()) result.push_back(fault.pointer);
    return result;
}
}  // namespace

TEST_CASE("a value function needs two points with rising measures") {
    Catalog catalog;
    catalog.concerns["lonely"].points = {{1, 2}};
    catalog.concerns["falling"].points = {{1, 2}, {3, 4}, {3, 5}, {2, 6}};
    catalog.concerns["fine"].points = {{1, 9}, {2, 0}};
    CHECK(pointers(catalog, {}) == std::vector<std::string>{"/concerns/lonely/points", "/concerns/falling/points/2", "/concerns/falling/points/3"});
    CHECK(pointers(catalog, Place{"/catalog", {}}).front() == "/catalog/concerns/lonely/points");
}

TEST_CASE("role and concern must not state different importances for each other") {
    Catalog catalog;
    catalog.roles["auditor"].importance["traceability"] = 4;
    catalog.concerns["traceability"].importance["auditor"] = 4;
    CHECK(pointers(catalog, {}).empty());
    catalog.concerns["traceability"].importance["auditor"] = 5;
    CHECK(pointers(catalog, {}) == std::vector<std::string>{"/concerns/traceability/importance/auditor"});
}

TEST_CASE("advice must not hold braces that nobody fills in") {
    Catalog catalog;
    AdviceTexts& advice = catalog.concerns["traceability"].advice.emplace();
    advice.lead = Text{"Open with {concern}.", "先谈{concern}。"};
    advice.mend = Text{"Show {persn} the record.", "给{persn}看记录。"};
    advice.ask = Text{"Ask {person}.", "问{客户}。"};
    FaultList faults;
    check_catalog(catalog, Place{"/catalog", {}}, faults);
    REQUIRE(faults.faults().size() == 2);  // one for each kind, whether one language is wrong or both
    CHECK(faults.faults()[0].pointer == "/catalog/concerns/traceability/advice/mend");
    CHECK(faults.faults()[0].given == "{persn}");
    CHECK(faults.faults()[0].suggestion == "{person}");
    CHECK(faults.faults()[1].pointer == "/catalog/concerns/traceability/advice/ask");
    CHECK(faults.faults()[1].given == "{客户}");
    CHECK(faults.faults()[1].suggestion.empty());
}
