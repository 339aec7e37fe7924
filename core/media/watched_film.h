#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/file.h"
#include "core/base/result.h"

namespace keyreel::media {

/// A film that a worker reads: opened here, and watched, because the worker can see no path. Private to this
/// room. Thread: one.
class WatchedFilm {
public:
    /// Codes as File::openForReading.
    static Result<WatchedFilm> open(const std::filesystem::path& path);

    [[nodiscard]] int descriptor() const { return m_file.descriptor(); }
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_file.path(); }
    /// For messages: without its folders.
    [[nodiscard]] std::string name() const { return m_file.path().filename().string(); }
    /// Code `media_changed`.
    [[nodiscard]] Status unchanged() const;
    /// Code `media_changed`; the range must lie within size().
    Status read(std::uint64_t offset, MutableBytes out) const;

private:
    explicit WatchedFilm(File file) : m_file(std::move(file)) {}
    [[nodiscard]] tl::unexpected<Error> changed() const;

    File m_file;
    std::uint64_t m_size = 0;
    std::filesystem::file_time_type m_modified{};
};

}  // namespace keyreel::media
