#include "page/found.hpp"

#include <filesystem>

#include <buygraph/io/file.hpp>

#include "catch.hpp"

namespace found {

const Account& bundled(const std::string& name) {
    static std::map<std::string, std::unique_ptr<Account>> made;
    std::unique_ptr<Account>& account = made[name];
    if (!account)
        for (const auto& file : std::filesystem::directory_iterator(std::string(BUYGRAPH_EXAMPLES) + "/deals"))
            if (file.path().filename().string().rfind(name, 0) == 0) account = std::make_unique<Account>(load(file.path()));
    REQUIRE(account);
    return *account;
}

const Account& small() {
    static const Account account(deals::read(deals::document()));
    return account;
}

}  // namespace found

using namespace buygraph;

// The parts are computed apart and have to speak of the same forecast.
TEST_CASE("all findings are of one forecast") {
    const found::Account& account = found::bundled("08");
    const page::Findings& all = account.findings;
    CHECK(all.planning.found.forecast.win() == Approx(all.forecast.win()).epsilon(1e-12));
    REQUIRE(all.plan);
    CHECK(all.plan->before[account.model.ours].value() == Approx(all.forecast.win()).epsilon(1e-12));
    CHECK(all.messages.nothing.win.value() == Approx(all.forecast.win()).epsilon(1e-12));
    CHECK(all.standings.size() == account.model.people_count());
    double margin = 0;
    for (const Contribution& term : all.why.contributions) margin += term.value;
    CHECK(margin == Approx(all.why.margin));
    CHECK(all.why.rival == all.planning.rival);
}

TEST_CASE("without a team there is no plan, without a rival the look is at staying") {
    CHECK_FALSE(found::small().findings.plan);
    const found::Account& alone = found::bundled("07");
    CHECK(alone.findings.why.rival == 0);
    CHECK(alone.findings.why.gate == 0);
}
