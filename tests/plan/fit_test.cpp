#include <buygraph/plan/fit.hpp>

#include <array>

#include "catch.hpp"

using namespace buygraph;

namespace {
Person person(Shares roles, std::optional<int> level = std::nullopt) {
    Person one;
    one.id = "li";
    one.roles = std::move(roles);
    one.level = level;
    return one;
}
TeamMember member(std::vector<Function> functions, std::optional<int> level = std::nullopt, std::vector<std::string> knows = {}) {
    TeamMember one;
    one.functions = std::move(functions);
    one.level = level;
    one.knows = std::move(knows);
    return one;
}
double fit_of(const TeamMember& member, const Person& person) { return fit(member, person, mix_roles(person, builtin_catalog())); }
}  // namespace

TEST_CASE("the fit by hand: functions, levels, acquaintance") {
    Shares technical, mixed;
    technical["technical"] = 1;
    mixed["purchaser"] = 3;
    mixed["user"] = 1;
    CHECK(fit_of(member({Function::technical}, 2, {"li"}), person(technical, 2)) == Approx(1));
    CHECK(fit_of(member({Function::finance}, 1), person(technical, 4)) == Approx(0.2 + 0.4 * 0.1 + 0));
    CHECK(fit_of(member({Function::technical}), person(technical, 2)) == Approx(0.2 + 0.4 + 0.1));          // a level unknown
    CHECK(fit_of(member({Function::sales, Function::service}, 2), person(mixed, 3)) == Approx(0.2 + 0.4 * (0.75 * 1 + 0.25 * 1) + 0.2 * 2 / 3));
    CHECK(fit_of(member({}, 2), person(technical, 2)) == Approx(0.4));                                      // nobody has said what he does
}

TEST_CASE("each function suits best the role that does the same, and a role of one's own has no fit") {
    CHECK(function_fit(Function::executive, "decision_maker") == 1);
    CHECK(function_fit(Function::sales, "coach") == 1);
    CHECK(function_fit(Function::service, "user") == 1);
    CHECK(function_fit(Function::finance, "finance") == 1);
    CHECK(function_fit(Function::product, "technical") == 0.8);
    CHECK(function_fit(Function::sales, "sponsor_of_mine") == 0);
}

TEST_CASE("the sums of the table's rows and columns, added by hand on the page of the model") {
    const std::array<const char*, 6> roles{"decision_maker", "purchaser", "user", "technical", "finance", "coach"};
    const std::array<Function, 6> functions{Function::executive, Function::sales, Function::technical, Function::service, Function::product, Function::finance};
    const std::array<double, 6> by_function{3.0, 3.6, 2.9, 2.7, 2.7, 2.3}, by_role{2.7, 2.9, 3.4, 3.0, 2.2, 3.0};
    for (std::size_t i = 0; i < 6; ++i) {
        double row = 0, column = 0;
        for (std::size_t j = 0; j < 6; ++j) row += function_fit(functions[i], roles[j]), column += function_fit(functions[j], roles[i]);
        CHECK(row == Approx(by_function[i]));
        CHECK(column == Approx(by_role[i]));
    }
}
