#include <buygraph/boundary/arguments.hpp>

#include "asked.hpp"
#include "catch.hpp"

using namespace buygraph;

using boundary::Arguments;

namespace {

std::string complaint(const Json& request, void (*ask)(const Arguments&)) {
    try {
        ask(Arguments(request));
    } catch (const InputError& error) {
        return error.where + ": " + error.given + "; " + error.allowed;
    }
    return "";
}

}  // namespace

TEST_CASE("fields that are not there or null have their defaults") {
    for (const Json& request : {Json::object(), Json{{"samples", nullptr}, {"seed", nullptr}, {"language", nullptr}}}) {
        const Arguments arguments(request);
        CHECK(arguments.forecast_options().samples == 4096);
        CHECK(arguments.forecast_options(1024).samples == 1024);
        CHECK(arguments.forecast_options().seed == 0);
        CHECK(arguments.language() == Language::english);
        CHECK_FALSE(arguments.text("person"));
        CHECK_FALSE(arguments.flag("svg"));
        CHECK(arguments.numbers("prices").empty());
    }
}

TEST_CASE("whole numbers are read to the last of 64 bits, and as doubles that are whole") {
    const Json request{{"seed", 18446744073709551615ULL}, {"samples", 64.0}};
    CHECK(Arguments(request).forecast_options().seed == 18446744073709551615ULL);
    CHECK(Arguments(request).forecast_options().samples == 64);
}

TEST_CASE("what cannot be used names the field, what was given and what is allowed") {
    const auto options = [](const Arguments& arguments) { (void)arguments.forecast_options(); };
    CHECK(complaint({{"samples", -1}}, options) == "samples: -1; a whole number from 1 to 16777216");
    CHECK(complaint({{"samples", 1.5}}, options) == "samples: 1.5; a whole number from 1 to 16777216");
    CHECK(complaint({{"seed", "0"}}, options) == "seed: \"0\"; a whole number from 0 to 18446744073709551615");
    CHECK(complaint({{"precision", "half"}}, options) == "precision: \"half\"; double, single");
    CHECK(complaint({{"language", "de"}}, [](const Arguments& arguments) { (void)arguments.language(); }) == "language: \"de\"; zh, en");
    CHECK(complaint({{"prices", {1, "2"}}}, [](const Arguments& arguments) { (void)arguments.numbers("prices"); }) == "prices: \"2\"; a list of numbers");
    CHECK(complaint({}, [](const Arguments& arguments) { (void)arguments.required_text("person"); }) == "person: nothing; a text");
}

TEST_CASE("an unknown field names the one that was probably meant") {
    CHECK(complaint({{"call", "x"}, {"sample", 5}}, [](const Arguments& arguments) { arguments.check_fields({"deal", "samples"}); }) == "sample: 5; one of the fields deal, samples; did you mean samples?");
    CHECK(complaint({{"call", "x"}, {"deal", 5}}, [](const Arguments& arguments) { arguments.check_fields({"deal", "samples"}); }).empty());
}
