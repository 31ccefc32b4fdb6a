#pragma once

#include <filesystem>
#include <random>
#include <string>

/// A folder of a test's own, gone with it.
struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("buygraph-test-" + std::to_string(std::random_device{}()));
    Folder() { std::filesystem::create_directory(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};
