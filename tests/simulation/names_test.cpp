#include <buygraph/simulation/names.hpp>

#include "catch.hpp"

using namespace buygraph;
using namespace buygraph::simulation;

TEST_CASE("names are of the language, ids are of small letters") {
    Dice dice(1, 1, 1);
    for (int i = 0; i < 200; ++i) {
        const MadeUpPerson chinese = made_up_person(Language::chinese, dice), english = made_up_person(Language::english, dice);
        CHECK(static_cast<unsigned char>(chinese.name.front()) >= 0xE4);  // Han in UTF-8
        CHECK(english.name.find(' ') != std::string::npos);
        for (const MadeUpPerson& person : {chinese, english})
            for (const char c : person.id) CHECK((c >= 'a' && c <= 'z'));
        CHECK(static_cast<unsigned char>(made_up_account(Language::chinese, dice).front()) >= 0xE4);
        CHECK(made_up_account(Language::english, dice).find(' ') != std::string::npos);
        CHECK_FALSE(made_up_goods(Language::english, dice).empty());
    }
}
