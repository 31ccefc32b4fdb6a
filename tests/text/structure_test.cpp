#include <buygraph/text/structure.hpp>

#include "catch.hpp"
#include "deals.hpp"

using namespace buygraph;

namespace {
std::vector<std::string> said(std::vector<std::string> knows, Language language) {
    Json json = deals::document();
    json["people"][2]["reports_to"] = "liu";
    json["ties"] = Json::array();
    if (!knows.empty()) json["team"] = {{{"id", "me"}, {"knows", knows}}};
    const Deal deal = deals::read(json);
    const DecisionModel model = deals::model(deal);
    return text::sentences(text::Names(deal, language), model, structure(deal, model));
}
}  // namespace

// wang reports to liu, liu to chen: a report moves his boss by 0.2 and a boss his report by 0.4 unless said otherwise
TEST_CASE("the way in, those who keep the gate, and who holds parts together, in both languages") {
    const auto en = said({"wang"}, Language::english), zh = said({"wang"}, Language::chinese);
    CHECK(en[0].starts_with("Strongest introduction to 陈伟 (100% of the decision): wang → liu → 陈伟, carries "));
    CHECK(en[0].find("Every way leads through liu (1). Without liu (1) we could not reach this person.") != std::string::npos);
    CHECK(zh[0].starts_with("引荐陈伟（拍板份量 100%）最强的路线：wang → liu → 陈伟，传到 "));
    CHECK(en[1] == "Without one of these others lose touch (1): liu.");
    CHECK(en[2] == "Ties that hold a part alone (2): 陈伟–liu, liu–wang.");
    CHECK(en[3].starts_with("The buying centre: people 3; 67% of all pairs have a tie"));  // 4 of 6 ordered pairs
}

TEST_CASE("no contact, and a contact who decides") {
    CHECK(said({}, Language::english)[0] == "Nobody of ours knows anybody of theirs (0 contacts): the first contact comes before everything else.");
    CHECK(said({"chen"}, Language::chinese)[0] == "陈伟（拍板份量 100%）本人就是我们认识的人。");
}
