#pragma once

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include "../error.hpp"
#include "../model/validate.hpp"
#include "parse_json.hpp"
#include "read_deal.hpp"
#include "write_deal.hpp"

namespace buygraph {

/// A file that cannot be read or written.
class FileError : public Error {
  public:
    FileError(const std::filesystem::path& file, const std::string& reason) : Error(file.string() + ": " + reason), path(file.string()) {}

    std::string path;
};

/// What a text, a document or a file holds: the deal as far as it could be read, and every fault found on the way.
struct ReadResult {
    Deal deal;
    std::vector<Fault> faults;
};

/// Reads a document and validates it. A field that could not be read is named once, not a second time as missing.
[[nodiscard]] inline ReadResult read_and_validate(const Json& document) {
    FaultList reading;
    ReadResult result{read_deal(document, reading), reading.take()};
    if (!document.is_object()) return result;
    const std::size_t read = result.faults.size();
    for (Fault& fault : validate(result.deal)) {
        const auto covered = [&](const Fault& earlier) { return fault.pointer == earlier.pointer || earlier.pointer.rfind(fault.pointer + "/", 0) == 0; };
        if (std::none_of(result.faults.begin(), result.faults.begin() + static_cast<std::ptrdiff_t>(read), covered)) result.faults.push_back(std::move(fault));
    }
    return result;
}

[[nodiscard]] inline ReadResult read_and_validate(std::string_view text) {
    FaultList syntax;
    const Json document = parse_json(text, syntax);
    if (!syntax.faults().empty()) return {{}, syntax.take()};
    return read_and_validate(document);
}

/// The deal in a JSON text.
/// \throws DealError  with every fault; a text that is no JSON gives one, with line and column
[[nodiscard]] inline Deal parse_deal(std::string_view text) {
    ReadResult result = read_and_validate(text);
    if (!result.faults.empty()) throw DealError(std::move(result.faults));
    return std::move(result.deal);
}

/// The bytes of a file, at most `most` of them.
/// \throws FileError  if it cannot be read
/// \throws DealError  if it is longer than `most`
[[nodiscard]] inline std::string read_file(const std::filesystem::path& path, std::size_t most = most_json_bytes) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) throw FileError(path, "is a folder");
    std::ifstream in(path, std::ios::binary);
    if (!in) throw FileError(path, std::strerror(errno));
    std::string bytes;
    std::vector<char> block(1U << 16U);
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())), in.gcount() > 0) {
        bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > most) {
            FaultList faults;
            faults.add({}, {"the file is too large", "文件过大"}, "more than " + std::to_string(most) + " bytes", {"at most 64 MB", "最多 64 MB"});
            throw DealError(faults.take());
        }
    }
    if (in.bad()) throw FileError(path, "cannot be read");
    return bytes;
}

/// Loads a deal file.
/// \throws FileError  if it cannot be read
/// \throws DealError  with every fault
[[nodiscard]] inline Deal load(const std::filesystem::path& path) { return parse_deal(read_file(path)); }

/// Replaces a file as a whole: it is written beside its place and then moved there, so a reader sees the old bytes or the new ones
/// and a full disk or a crash loses nothing.
/// \throws FileError
inline void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::path beside = path;
    beside += ".writing";
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        if (!out) throw FileError(path, std::strerror(errno));
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.flush();
        if (!out) {
            std::error_code ignored;
            out.close();
            std::filesystem::remove(beside, ignored);
            throw FileError(path, "cannot be written");
        }
    }
    std::error_code error;
    std::filesystem::rename(beside, path, error);
    if (error) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        throw FileError(path, error.message());
    }
}

/// The text of a deal file, indented by two, with a line break at the end.
[[nodiscard]] inline std::string deal_text(const Deal& deal) { return write_deal(deal).dump(2) + "\n"; }

/// Saves a deal; loading it gives an equal one. The file is replaced as a whole.
/// \throws FileError
inline void save(const Deal& deal, const std::filesystem::path& path) { write_file(path, deal_text(deal)); }

}  // namespace buygraph
