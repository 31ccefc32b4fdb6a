#pragma once

#include <string>
#include <utility>
#include <vector>

#include <buygraph/boundary/session.hpp>
#include <buygraph/io/file.hpp>

#include "deals.hpp"

namespace asking {

using namespace buygraph;

/// A session that holds deals, and questions about the first of them.
struct Asked {
    boundary::Session session;

    explicit Asked(const Deal& deal) { session.hold(deal); }
    explicit Asked(const Json& document = deals::document()) : Asked(deals::read(document)) {}

    template <class Call>
    [[nodiscard]] Json operator()(Call call, Json fields = Json::object()) {
        if (!fields.contains("deal")) fields["deal"] = 1;
        return call(session, boundary::Arguments(fields));
    }
};

/// A deal with a team, terms and a competitor.
[[nodiscard]] inline Deal priced_deal() { return load(std::string(BUYGRAPH_EXAMPLES) + "/deals/03-squeezed-price.en.json"); }

[[nodiscard]] inline double sum_of(const Json& rows, const char* column) {
    double sum = 0;
    for (const Json& row : rows) sum += row.at(column).get<double>();
    return sum;
}

[[nodiscard]] inline std::vector<std::string> keys_of(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.push_back(key);
    return keys;
}

}  // namespace asking

using asking::Asked, asking::keys_of, asking::priced_deal, asking::sum_of;
