#include "core/adaptive/track_file.h"

#include <algorithm>
#include <limits>
#include <map>

#include "core/adaptive/edit_list.h"
#include "core/isobmff/segment_index.h"

namespace keyreel::adaptive {
namespace {

Result<Bytes> indexOf(const TrackParts& parts, std::uint64_t start, const std::string& place) {
    isobmff::SegmentIndex index;
    index.referenceId = parts.trackId;
    index.timescale = parts.timescale;
    index.earliestPresentationTime = parts.times.front() - std::min(start, parts.times.front());
    for (std::size_t i = 0; i < parts.segments.size(); ++i) {
        const std::uint64_t duration = parts.times[i + 1] - parts.times[i];
        if (*parts.segments[i].size >> 31U != 0 || duration > std::numeric_limits<std::uint32_t>::max())
            return fail("package_limit", place + ": segment " + std::to_string(i + 1) +
                                             " is larger or longer than any can be.");
        isobmff::SegmentReference reference;
        reference.size = static_cast<std::uint32_t>(*parts.segments[i].size);
        reference.duration = static_cast<std::uint32_t>(duration);
        index.references.push_back(reference);
    }
    return isobmff::writeSegmentIndex(index);
}

}  // namespace

Result<TrackFile> spliceTrack(PackageFolder& folder, const TrackParts& parts, std::uint64_t start,
                              const std::string& place) {
    auto splice = std::make_shared<Splice>();
    splice->head = parts.init;
    if (start > 0) {
        KEYREEL_TRY(splice->head, beginLater(parts.init, start, parts.timescale));
    }
    KEYREEL_TRY(const Bytes index, indexOf(parts, start, place));
    append(splice->head, index);
    TrackFile out;
    std::map<std::string, std::size_t> files;
    std::uint64_t at = splice->head.size();
    for (std::size_t i = 0; i < parts.segments.size(); ++i) {
        const Piece& piece = parts.segments[i];
        const auto [known, isNew] = files.emplace(piece.file, splice->files.size());
        if (isNew) {
            KEYREEL_TRY(std::filesystem::path path, folder.find(piece.file, place));
            splice->files.push_back(std::move(path));
        }
        splice->parts.push_back({at, known->second, piece.offset, *piece.size});
        out.offsets.push_back(at);
        out.starts.emplace_back(static_cast<std::int64_t>(
            static_cast<long double>(parts.times[i] - parts.times.front()) * 1e6L / parts.timescale));
        at += *piece.size;
    }
    out.splice = std::move(splice);
    return out;
}

}  // namespace keyreel::adaptive
