#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/byte_source.h"
#include "core/base/result.h"
#include "core/media/film_source.h"
#include "core/media/libav_handles.h"

namespace keyreel::media {

/// The only way in which libav reaches a source: positional reads of one open file whose size and time were
/// noted at the start. No other file or network address can be opened through it. Address-stable. Thread:
/// one.
class SourceFile {
public:
    /// Codes: file_*, `media_empty`, `media_truncated` (the container's own sizes reach past the end).
    static Result<std::unique_ptr<SourceFile>> open(const FilmSource& film);
    SourceFile(const SourceFile&) = delete;
    SourceFile& operator=(const SourceFile&) = delete;
    ~SourceFile();

    [[nodiscard]] AVIOContext* io() const { return m_io; }
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] std::uint64_t furthest() const { return m_furthest; }
    [[nodiscard]] const FilmSource& film() const { return m_film; }
    /// For messages: the file's name without its folders.
    [[nodiscard]] std::string name() const { return m_film.path().filename().string(); }

    /// Fills `out` from `offset`, past libav. Codes: `media_changed`, `media_truncated` (the file never had
    /// these bytes).
    Status read(std::uint64_t offset, MutableBytes out);

    /// The content of an `mdat` at the top level of an ISO file.
    struct MediaRange {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
    };
    /// Ascending; empty when the file is of another kind.
    [[nodiscard]] const std::vector<MediaRange>& mediaRanges() const { return m_media; }

    /// Fails with `media_changed` when a read found less than was there at the start, or when the file has
    /// another size or modification time by now; of a
    /// descriptor only its owner can say the latter.
    [[nodiscard]] Status unchanged() const;

private:
    SourceFile(FilmSource film, std::unique_ptr<ByteSource> bytes)
        : m_film(std::move(film)), m_bytes(std::move(bytes)), m_size(m_bytes->size()) {}
    static int readCallback(void* opaque, std::uint8_t* buffer, int size);
    static std::int64_t seekCallback(void* opaque, std::int64_t offset, int whence);
    [[nodiscard]] Status checkExtent();
    [[nodiscard]] Status checkBoxes();
    [[nodiscard]] tl::unexpected<Error> truncated(std::uint64_t needed) const;

    FilmSource m_film;
    std::unique_ptr<ByteSource> m_bytes;
    std::uint64_t m_size;
    std::filesystem::file_time_type m_modified{};
    std::uint64_t m_position = 0;
    std::uint64_t m_furthest = 0;
    bool m_failed = false;
    std::vector<MediaRange> m_media;
    AVIOContext* m_io = nullptr;
};

}  // namespace keyreel::media
