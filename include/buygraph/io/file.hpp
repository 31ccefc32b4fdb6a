#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../deal/merged_catalog.hpp"
#include "../model/validate.hpp"
#include "../separate.hpp"
#include "catalog_file.hpp"
#include "checked_faults.hpp"
#include "file_bytes.hpp"
#include "parse_json.hpp"
#include "read_deal.hpp"
#include "write_deal.hpp"

namespace buygraph {

/// What a text, a document or a file holds: the deal as far as it could be read, and every fault found on the way.
struct ReadResult {
    Deal deal;
    std::vector<Fault> faults;
};

/// Reads a document and validates it. A field that could not be read is named once, not a second time as missing.
///
/// \param users  a catalog of the user's, from `load_catalog`; the deal's own is laid over it and the deal carries both from then on
[[nodiscard]] BUYGRAPH_HEAVY ReadResult read_and_validate(const Json& document, const Catalog& users = {});

[[nodiscard]] BUYGRAPH_HEAVY ReadResult read_and_validate(std::string_view text, const Catalog& users = {});

/// The deal in a JSON text.
/// \throws DealError  with every fault; a text that is no JSON gives one, with line and column
[[nodiscard]] inline Deal parse_deal(std::string_view text, const Catalog& users = {}) {
    ReadResult result = read_and_validate(text, users);
    if (!result.faults.empty()) throw DealError(std::move(result.faults));
    return std::move(result.deal);
}

/// Loads a deal file.
/// \param users  a catalog of the user's, from `load_catalog`
/// \throws FileError  if it cannot be read
/// \throws DealError  with every fault
[[nodiscard]] inline Deal load(const std::filesystem::path& path, const Catalog& users = {}) { return parse_deal(read_file(path), users); }

/// The text of a deal file, indented by two, with a line break at the end.
[[nodiscard]] BUYGRAPH_HEAVY std::string deal_text(const Deal& deal);

/// Saves a deal; loading it gives an equal one. The file is replaced as a whole.
/// \throws FileError
inline void save(const Deal& deal, const std::filesystem::path& path) { write_file(path, deal_text(deal)); }

#if defined(BUYGRAPH_DEFINE_IO)

BUYGRAPH_HEAVY ReadResult read_and_validate(const Json& document, const Catalog& users) {
    FaultList reading;
    ReadResult result{read_deal(document, reading), reading.take()};
    if (!document.is_object()) return result;
    result.deal.catalog = layered_catalog(users, result.deal.catalog);
    detail::add_checked(document, validate(result.deal), result.faults);
    return result;
}

BUYGRAPH_HEAVY ReadResult read_and_validate(std::string_view text, const Catalog& users) {
    FaultList syntax;
    const Json document = parse_json(text, syntax);
    if (!syntax.faults().empty()) return {{}, syntax.take()};
    return read_and_validate(document, users);
}

BUYGRAPH_HEAVY std::string deal_text(const Deal& deal) { return write_deal(deal).dump(2) + "\n"; }

#endif

}  // namespace buygraph
