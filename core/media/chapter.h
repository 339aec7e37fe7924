#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace keyreel::media {

inline constexpr std::size_t kMaxChapters = 2000;
inline constexpr std::size_t kMaxChapterTitle = 200;  ///< Bytes of UTF-8.

/// A named place in a film.
struct Chapter {
    std::uint64_t startMs = 0;
    std::string title;  ///< May be empty.
    friend bool operator==(const Chapter&, const Chapter&) = default;
};

/// At most kMaxChapters, each later than the one before, titles short, well-formed and without control
/// characters. Code `chapters_invalid`, which names the first that is not.
Status checkChapters(const std::vector<Chapter>& chapters);

/// Those of a stranger, made so that checkChapters() takes them: in order, one at a time, titles cut and
/// printable, none at or behind the end (`durationMs`; 0: unknown). A single one at the start without a title
/// says nothing and is left out.
std::vector<Chapter> usableChapters(std::vector<Chapter> chapters, std::uint64_t durationMs);

/// Those of a part of a film that begins at `beginMs` and lasts `durationMs` (0: unknown): the one that has
/// begun already is the first, at its beginning.
std::vector<Chapter> chaptersOfPart(std::vector<Chapter> chapters, std::int64_t beginMs,
                                    std::int64_t durationMs);

}  // namespace keyreel::media
