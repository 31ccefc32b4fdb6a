#pragma once

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "../deal/fault_list.hpp"
#include "../error.hpp"
#include "parse_json.hpp"

namespace buygraph {

/// A file that cannot be read or written.
class FileError : public Error {
  public:
    FileError(const std::filesystem::path& file, const std::string& reason) : Error(file.string() + ": " + reason), path(file.string()) {}

    std::string path;
};

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

namespace detail {

/// A file beside the one to be replaced, removed again unless it was moved there. Its name is drawn, so two writers do not share it.
class FileBeside {
  public:
    explicit FileBeside(const std::filesystem::path& target) : path_(target) { path_ += ".writing-" + std::to_string(std::random_device{}()); }
    FileBeside(const FileBeside&) = delete;
    FileBeside& operator=(const FileBeside&) = delete;
    ~FileBeside() {
        std::error_code ignored;
        if (!moved_) std::filesystem::remove(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    void move_to(const std::filesystem::path& target, std::error_code& error) {
        std::filesystem::rename(path_, target, error);
        moved_ = !error;
    }

  private:
    std::filesystem::path path_;
    bool moved_ = false;
};

}  // namespace detail

/// Replaces a file as a whole: it is written beside its place and then moved there, so a reader sees the old bytes or the new ones
/// and a full disk or a crash of the program loses nothing. Permissions stay; a symbolic link stays and what it points to is replaced.
/// \throws FileError  and the old file is as it was
inline void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::error_code error;
    const std::filesystem::path resolved = std::filesystem::is_symlink(path, error) ? std::filesystem::weakly_canonical(path, error) : path;
    const std::filesystem::path& target = error ? path : resolved;
    if (std::filesystem::is_directory(target, error)) throw FileError(path, "is a folder");

    detail::FileBeside beside(target);
    std::ofstream out(beside.path(), std::ios::binary | std::ios::trunc);
    if (!out) throw FileError(path, std::strerror(errno));
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw FileError(path, "cannot be written");

    const std::filesystem::file_status old = std::filesystem::status(target, error);
    if (!error && std::filesystem::exists(old)) std::filesystem::permissions(beside.path(), old.permissions(), error);
    beside.move_to(target, error);
    if (error) throw FileError(path, error.message());
}

}  // namespace buygraph
