#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// The built-in roles and concerns, with those of the request's deal if it names one: labels, descriptions, weights.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_catalog(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY)

#include <string>

#include "../deal/merged_catalog.hpp"
#include "../io/write_deal.hpp"

namespace buygraph::boundary {

BUYGRAPH_HEAVY Json answer_catalog(Session& session, const Arguments& arguments) {
    return write_catalog(merged_catalog(arguments.given("deal") ? session.version(arguments)->deal.catalog : Catalog{}));
}

}  // namespace buygraph::boundary

#endif
