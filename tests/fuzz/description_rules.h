#pragma once

#include <filesystem>

#include "core/adaptive/stream_description.h"
#include "core/base/bytes.h"

namespace keyreel::fuzz {

/// Whether a name stays below the folder that it begins at.
inline bool isBelow(const std::string& file) {
    const std::filesystem::path path(file);
    if (path.is_absolute() || file.find('\0') != std::string::npos) return false;
    for (const auto& part : path)
        if (part == "..") return false;
    return true;
}

/// What every description that was read promises.
inline bool isInBounds(const adaptive::Description& read) {
    if (read.representations.size() > adaptive::kMaxRepresentations) return false;
    std::size_t all = 0;
    for (const adaptive::Representation& about : read.representations) {
        if (about.segments.empty() || about.segments.size() > adaptive::kMaxSegments) return false;
        if (about.startScale == 0 || (about.init && !isBelow(about.init->file))) return false;
        for (const adaptive::Piece& piece : about.segments)
            if (!isBelow(piece.file)) return false;
        all += about.segments.size();
    }
    return all <= adaptive::kMaxAllSegments;
}

}  // namespace keyreel::fuzz
