#include <buygraph/page/outlook.hpp>

#include "catch.hpp"
#include "page/found.hpp"

using namespace buygraph;

TEST_CASE("an outlook is of one model: its standings, and why in the eyes of who decides") {
    const found::Account& account = found::bundled("08");
    const page::Outlook now = page::outlook(account.model, account.findings.forecast, account.findings.influence);
    CHECK(now.standings.size() == account.model.people_count());
    CHECK(now.why.rival == likeliest_rival(account.model, now.forecast));
    double margin = 0;
    for (const Contribution& term : now.why.contributions) margin += term.value;
    double seen = 0;  // the same margin from the attitudes after talk
    const Matrix final = final_attitudes(account.model, now.why.gate);
    for (std::size_t i = 0; i < account.model.people_count(); ++i) seen += now.why.eyes[i] * (final(i, account.model.ours) - final(i, now.why.rival));
    CHECK(margin == Approx(seen).margin(1e-9));
}
