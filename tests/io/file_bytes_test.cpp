#include <buygraph/io/file_bytes.hpp>

#include "catch.hpp"
#include "folder.hpp"

using namespace buygraph;
namespace fs = std::filesystem;

TEST_CASE("a file that cannot be replaced stays as it was") {
    const Folder folder;
    const fs::path taken = folder.path / "taken";
    fs::create_directory(taken);
    write_file(taken / "inside", "x");
    CHECK_THROWS_AS(write_file(taken, "y"), FileError);
    CHECK(read_file(taken / "inside") == "x");
    CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);
    CHECK_THROWS_AS(write_file(folder.path / "no" / "such" / "folder", "y"), FileError);
}

TEST_CASE("what cannot be read, or is longer than allowed, is refused") {
    const Folder folder;
    CHECK_THROWS_AS(read_file(folder.path / "absent"), FileError);
    CHECK_THROWS_AS(read_file(folder.path), FileError);
    write_file(folder.path / "big", std::string(100, ' '));
    CHECK(read_file(folder.path / "big", 100).size() == 100);
    CHECK_THROWS_AS(read_file(folder.path / "big", 99), DealError);
}

TEST_CASE("replacing a file keeps its permissions, and a link stays a link") {
    const Folder folder;
    write_file(folder.path / "deal", "old");
    fs::permissions(folder.path / "deal", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("deal", folder.path / "link");
    write_file(folder.path / "link", "new");
    CHECK(fs::is_symlink(folder.path / "link"));
    CHECK(read_file(folder.path / "deal") == "new");
    CHECK(fs::status(folder.path / "deal").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 2);
}
