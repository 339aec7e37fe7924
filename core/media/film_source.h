#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>

#include "core/base/byte_source.h"
#include "core/base/result.h"

namespace keyreel::media {

/// Where a film is read from: a path, or a descriptor that somebody else opened. The media worker has only
/// such descriptors; everyone else names paths. A plain value; it owns nothing.
class FilmSource {
public:
    template <class Path>
    requires std::convertible_to<const Path&, std::filesystem::path> FilmSource(const Path& path)
        : m_path(path) {}  // NOLINT(google-explicit-constructor)

    /// `descriptor` stays the caller's and must outlive every use; `size` is what its owner says, `name` is
    /// for messages only.
    static FilmSource opened(int descriptor, std::uint64_t size, std::filesystem::path name) {
        FilmSource source(name);
        source.m_descriptor = descriptor;
        source.m_size = size;
        return source;
    }

    /// Names the film in messages; to be opened only when there is no descriptor.
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] bool hasDescriptor() const { return m_descriptor >= 0; }

    /// Positional reads of the film. Codes: file_*; a descriptor whose file has become shorter than stated
    /// fails reads with `file_truncated`.
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> bytes() const;

private:
    std::filesystem::path m_path;
    int m_descriptor = -1;
    std::uint64_t m_size = 0;
};

}  // namespace keyreel::media
