#pragma once

#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "../deal/check_catalog.hpp"
#include "../deal/merged_catalog.hpp"
#include "../separate.hpp"
#include "checked_faults.hpp"
#include "file_bytes.hpp"
#include "read_deal.hpp"

namespace buygraph {

/// A catalog as far as it could be read, and every fault found on the way.
struct ReadCatalog {
    Catalog catalog;
    std::vector<Fault> faults;
};

/// Reads a user's own catalog: {"buygraph": 1, "roles": {…}, "concerns": {…}}, entries as in the catalog of a deal.
[[nodiscard]] BUYGRAPH_HEAVY ReadCatalog read_catalog(const Json& document);

[[nodiscard]] BUYGRAPH_HEAVY ReadCatalog read_catalog(std::string_view text);

/// Loads a catalog file, to be handed to `load` with the deals that use its roles and concerns.
/// \throws FileError  if it cannot be read
/// \throws DealError  with every fault
[[nodiscard]] inline Catalog load_catalog(const std::filesystem::path& path) {
    ReadCatalog result = read_catalog(std::string_view(read_file(path)));
    if (!result.faults.empty()) throw DealError(std::move(result.faults));
    return std::move(result.catalog);
}

#if defined(BUYGRAPH_DEFINE_IO)

BUYGRAPH_HEAVY ReadCatalog read_catalog(const Json& document) {
    FaultList faults;
    Catalog catalog;
    read_document(document, catalog, {"a catalog is an object", "目录应是一个对象"}, faults);
    std::vector<Fault> found = faults.take();
    if (document.is_object()) {
        Deal nobody;
        nobody.catalog = catalog;
        const Catalog merged = merged_catalog(catalog);
        const KnownIds known = known_ids(nobody, merged);
        FaultList checked;
        FieldCheck(known, checked).object(catalog);
        check_catalog(catalog, {}, checked);
        detail::add_checked(document, checked.take(), found);
    }
    return {std::move(catalog), std::move(found)};
}

BUYGRAPH_HEAVY ReadCatalog read_catalog(std::string_view text) {
    FaultList syntax;
    const Json document = parse_json(text, syntax);
    if (!syntax.faults().empty()) return {{}, syntax.take()};
    return read_catalog(document);
}

#endif

}  // namespace buygraph
