#pragma once

#include "../separate.hpp"
#include "session.hpp"

namespace buygraph::boundary {

/// Loads a deal: the number by which later calls name it, and what it is about. With what its page's file knows (`filed`, see `FiledForecast`) the page begins without computing.
/// \throws DealError   with every fault
/// \throws InputError  what is filed is not of such a deal
[[nodiscard]] BUYGRAPH_HEAVY Json answer_load(Session& session, const Arguments& arguments);

/// Every fault of a deal, none loaded.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_validate(Session&, const Arguments& arguments);

/// Forgets a deal.
[[nodiscard]] BUYGRAPH_HEAVY Json answer_release(Session& session, const Arguments& arguments);

}  // namespace buygraph::boundary

#if defined(BUYGRAPH_DEFINE_BOUNDARY)

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../io/catalog_file.hpp"
#include "../io/file.hpp"
#include "changes.hpp"
#include "results.hpp"

namespace buygraph::boundary {

namespace detail {

/// A field that holds a document: its text, or the document itself.
template <class Use>
[[nodiscard]] auto with_document(const Arguments& arguments, const char* field, Use use) {
    const Json& source = arguments.json(field);
    if (source.is_string()) return use(std::string_view(source.get_ref<const std::string&>()));
    if (source.is_object()) return use(source);
    Arguments::wrong(field, source, "a deal or catalog as an object, or its JSON text");
}

}  // namespace detail

/// Reads the deal in `source` with the user's own `catalog`, if any.
/// \throws DealError  faults of the catalog; those of the deal are returned
[[nodiscard]] inline ReadResult read_source(const Arguments& arguments) {
    Catalog users;
    if (arguments.given("catalog")) {
        ReadCatalog read = detail::with_document(arguments, "catalog", [](const auto& document) { return read_catalog(document); });
        if (!read.faults.empty()) throw DealError(std::move(read.faults));
        users = std::move(read.catalog);
    }
    return detail::with_document(arguments, "source", [&](const auto& document) { return read_and_validate(document, users); });
}

BUYGRAPH_HEAVY Json answer_load(Session& session, const Arguments& arguments) {
    ReadResult read = read_source(arguments);
    if (!read.faults.empty()) throw DealError(std::move(read.faults));
    Json reply;
    put(reply, "deal", nullptr);
    put(reply, "name", read.deal.name);
    put(reply, "account", read.deal.account);
    put(reply, "currency", read.deal.currency);
    put(reply, "value", or_null(read.deal.value));
    for (const char* list : {"people", "offers"}) reply[list] = Json::array();
    for (const Person& person : read.deal.people) reply["people"].push_back(person.id);
    for (const Offer& offer : read.deal.offers) reply["offers"].push_back(offer.id);
    put(reply, "moves", moves_json(read.deal.moves));
    HeldDeal held(std::move(read.deal));
    if (arguments.given("filed")) held.take(read_filed(arguments.json("filed"), held.original()->model));
    put(reply, "deal", session.hold(std::move(held)));
    return reply;
}

BUYGRAPH_HEAVY Json answer_validate(Session&, const Arguments& arguments) {
    Json reply;
    std::vector<Fault> faults;
    try {
        faults = read_source(arguments).faults;
    } catch (const DealError& error) {
        faults = error.faults;
    }
    put(reply, "faults", faults_of(faults, arguments.language()));
    return reply;
}

BUYGRAPH_HEAVY Json answer_release(Session& session, const Arguments& arguments) {
    session.release(arguments);
    return Json::object();
}

}  // namespace buygraph::boundary

#endif
