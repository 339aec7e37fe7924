#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/studio/places.h"

namespace keyreel::studio {

/// How long what was thrown away can be brought back.
inline constexpr std::int64_t kTrashSeconds = 30LL * 24 * 3600;

/// Writes the poster of a film for the library: a name of its own for every picture, so that whoever shows
/// the one before notices.
Result<std::filesystem::path> keepCover(const Places& places, const std::string& contentId, ByteView picture);

/// Why a film is in a library.
enum class Role { Mine = 1, Granted, Free };
std::string_view wordOf(Role role);

struct LibraryEntry {
    std::string link;  ///< The key of the entry.
    std::string title;
    std::string description;
    std::vector<std::string> tags;
    std::string creatorName;
    Role role = Role::Mine;
    std::uint64_t durationMs = 0;
    std::uint32_t height = 0;      ///< Of the picture.
    std::filesystem::path cover;   ///< JPEG in the profile; may be empty.
    std::int64_t added = 0;        ///< Unix seconds.
    std::int64_t lastOpened = 0;   ///< 0: never.
    std::uint64_t positionMs = 0;  ///< Where watching stopped.
    std::int64_t removed = 0;      ///< Since when it is in the trash, Unix seconds; 0: it is not.
};

struct LibraryContents {
    std::vector<LibraryEntry> entries;  ///< Newest first.
    std::vector<LibraryEntry> trash;    ///< What was thrown away last first.
};

/// The films of one profile: published, and opened from links. One small JSON file, replaced atomically on
/// every change, under a lock, so that two windows do not lose each other's entries. Thread: any.
class Library {
public:
    explicit Library(Places places) : m_places(std::move(places)) {}

    /// Code `library_damaged`; a missing file is an empty library. Of the trash, what is older than
    /// kTrashSeconds at `now` is left out, and gone with the next film that is thrown away.
    [[nodiscard]] Result<LibraryContents> contents(std::int64_t now) const;
    /// Those that are not in the trash.
    [[nodiscard]] Result<std::vector<LibraryEntry>> entries() const;
    /// Adds, or replaces the entry with the same link (its `added` and `positionMs` stay); one that was in
    /// the trash is back.
    Status put(LibraryEntry entry);
    Status setPosition(const std::string& link, std::uint64_t positionMs, std::int64_t now);
    /// When films were opened last and where watching stopped, of all of them.
    Status forgetWatching();
    /// Into the trash, and out of it. Nothing of the film itself is touched: one's own stays published.
    Status throwAway(const std::string& link, std::int64_t now);
    Status restore(const std::string& link);
    /// For good.
    Status remove(const std::string& link);

private:
    Places m_places;
};

}  // namespace keyreel::studio
