#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/adaptive/picture_codings.h"
#include "core/adaptive/stream_description.h"
#include "core/adaptive/track_file.h"
#include "core/base/result.h"
#include "core/cenc/key_ring.h"

namespace keyreel::adaptive {

/// A coding of a track of a package on a disk, as one file.
struct DiskTrack {
    Representation about;
    TrackFile file;
    std::vector<cenc::KeyId> keyIds;  ///< That its head names; none of a clear one.

    /// Its clear bytes, for a reader of its own. Codes: those of cenc::ClearView::open().
    [[nodiscard]] Result<std::shared_ptr<ByteSource>> clear(
        const std::shared_ptr<const cenc::KeyRing>& keys) const;
};

/// A text of a package; `read` reads it whole. Codes: `package_*`, `text_*`, `box_malformed`, file_*.
struct DiskText {
    Representation about;
    std::function<Result<std::vector<media::TextCue>>(const std::stop_token& stop)> read;
};

/// A film that a DASH or HLS packager cut into segments, whole on a disk.
struct DiskPackage {
    std::vector<DiskTrack> pictures;  ///< Of one kind, cut alike; the lowest first, at least one.
    std::vector<DiskTrack> sounds;    ///< The film's own choice first.
    std::vector<DiskText> texts;

    /// Leaves out what has no key in `keys` and what is not needed without it. Code `key_missing`, with key
    /// ids, when nothing to see, or of what there was nothing to hear, is left.
    Status unlock(const cenc::KeyRing& keys);
};

/// Opens a `.mpd` or an HLS playlist; all that it names is looked for, nothing outside of its folder read.
/// Codes: those of readMpd(), readHls() and readTrackParts(), `media_no_video`, `cancelled`. Thread: any.
Result<DiskPackage> openPackage(const std::filesystem::path& description, const std::stop_token& stop = {});

/// Whether a file is the description of a package: a `.mpd`, or a playlist of HLS. Reads its beginning.
bool isPackage(const std::filesystem::path& file);
/// The description in a folder that holds one package: its only `.mpd`, else its only multivariant playlist.
std::optional<std::filesystem::path> packageIn(const std::filesystem::path& folder);

}  // namespace keyreel::adaptive
