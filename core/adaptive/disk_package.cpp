#include "core/adaptive/disk_package.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "core/adaptive/disk_text.h"
#include "core/adaptive/hls_reader.h"
#include "core/adaptive/local_reference.h"
#include "core/adaptive/mpd_reader.h"
#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/cenc/clear_view.h"

namespace keyreel::adaptive {
namespace {

namespace fs = std::filesystem;
using std::chrono::microseconds;

/// What the player decodes (media::kCarriedCodecs), as RFC 6381 calls it.
constexpr std::array<std::string_view, 6> kPictures{"avc1", "avc3", "hvc1", "hev1", "av01", "vp09"};
/// Below this the first segment's time is priming or reordering, not where the film was cut out of a longer
/// one.
constexpr microseconds kAtZero{1'000'000};
/// Segments of two codings that begin together may round their times differently.
constexpr microseconds kSameTime{2000};
constexpr std::size_t kLooksInFolder = 10'000;
constexpr std::size_t kHeadBytes = 64U << 10U;

bool isPlayed(const Representation& about) {
    return about.codecs.empty() ||
           std::any_of(kPictures.begin(), kPictures.end(),
                       [&](std::string_view known) { return about.codecs.starts_with(known); });
}

std::string endingOf(const fs::path& file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return ending;
}

/// The beginning of a file; empty when there is none.
std::string beginningOf(const fs::path& path) {
    const auto file = File::openForReading(path);
    const auto size = file ? file->size() : Result<std::uint64_t>(0);
    if (!size) return {};
    std::string text(static_cast<std::size_t>(std::min<std::uint64_t>(*size, kHeadBytes)), '\0');
    if (!file || !file->readAt(0, {reinterpret_cast<std::uint8_t*>(text.data()), text.size()})) return {};
    return text;
}

Result<Description> describe(PackageFolder& folder, const fs::path& path) {
    const std::string name = path.filename().string();
    const auto text = [&](const std::string& file, const std::string& place) -> Result<std::string> {
        KEYREEL_TRY(const Bytes bytes, folder.readWhole(file, kMaxDescriptionBytes, place));
        return std::string(bytes.begin(), bytes.end());
    };
    KEYREEL_TRY(const std::string own, text(name, printable(name)));
    return own.starts_with("#EXTM3U") ? readHls(own, name, text) : readMpd(own, printable(name));
}

struct Measured {
    Representation about;
    TrackParts parts;
};

microseconds firstTime(const TrackParts& parts) {
    return microseconds(
        static_cast<std::int64_t>(static_cast<long double>(parts.times.front()) * 1e6L / parts.timescale));
}

/// What the media of a representation call the beginning of the film, in its timescale.
std::uint64_t startOf(const Measured& track, microseconds common) {
    const long double scale = track.parts.timescale;
    return track.about.start
               ? static_cast<std::uint64_t>(static_cast<long double>(*track.about.start) * scale /
                                            track.about.startScale)
               : static_cast<std::uint64_t>(static_cast<long double>(common.count()) * scale / 1e6L);
}

bool areCutAlike(const DiskTrack& a, const DiskTrack& b) {
    return std::equal(a.file.starts.begin(), a.file.starts.end(), b.file.starts.begin(), b.file.starts.end(),
                      [](microseconds one, microseconds other) {
                          return std::abs((one - other).count()) <= kSameTime.count();
                      });
}

/// Of the first kind that is played, those that are cut as the best one is.
void keepOneKind(std::vector<DiskTrack>& pictures) {
    if (pictures.empty()) return;
    const std::string group = pictures.front().about.group;
    std::erase_if(pictures, [&](const DiskTrack& track) { return track.about.group != group; });
    std::stable_sort(pictures.begin(), pictures.end(), [](const DiskTrack& a, const DiskTrack& b) {
        return a.about.bandwidth < b.about.bandwidth;
    });
    std::erase_if(pictures,
                  [best = pictures.back()](const DiskTrack& track) { return !areCutAlike(track, best); });
}

bool hasKeys(const DiskTrack& track, const cenc::KeyRing& keys) {
    return std::all_of(track.keyIds.begin(), track.keyIds.end(),
                       [&](const cenc::KeyId& id) { return keys.find(id) != nullptr; });
}

/// Those without a key go, unless all would.
Status unlockTracks(std::vector<DiskTrack>& tracks, const cenc::KeyRing& keys) {
    const bool any = std::any_of(tracks.begin(), tracks.end(),
                                 [&](const DiskTrack& track) { return hasKeys(track, keys); });
    if (any || tracks.empty()) {
        std::erase_if(tracks, [&](const DiskTrack& track) { return !hasKeys(track, keys); });
        return {};
    }
    const DiskTrack& best = tracks.back();
    std::string ids;
    for (const cenc::KeyId& id : best.keyIds)
        if (keys.find(id) == nullptr && ids.find(toUuid(id)) == std::string::npos)
            ids += (ids.empty() ? "" : ", ") + toUuid(id);
    return fail("key_missing", best.about.place + ": it is protected, and needs the key " + ids + ".",
                "Give its key as KID:KEY.");
}

}  // namespace

Result<std::shared_ptr<ByteSource>> DiskTrack::clear(const std::shared_ptr<const cenc::KeyRing>& keys) const {
    if (keyIds.empty()) return file.open();
    KEYREEL_TRY(std::shared_ptr<ByteSource> view, cenc::ClearView::open(file.open(), keys));
    return view;
}

Status DiskPackage::unlock(const cenc::KeyRing& keys) {
    KEYREEL_CHECK(unlockTracks(pictures, keys));
    return unlockTracks(sounds, keys);
}

Result<DiskPackage> openPackage(const fs::path& description, const std::stop_token& stop) {
    KEYREEL_TRY(PackageFolder folder, PackageFolder::around(description));
    KEYREEL_TRY(Description described, describe(folder, description));
    std::vector<Measured> measured;
    auto common = microseconds::max();
    DiskPackage out;
    std::vector<Representation> texts;
    for (Representation& about : described.representations) {
        if (stop.stop_requested()) return cancelled("Opening the film");
        if (about.kind == StreamKind::Video && !isPlayed(about)) {
            described.leftOut.push_back(about.codecs);
            continue;
        }
        if (about.kind == StreamKind::Text) {
            texts.push_back(std::move(about));
            continue;
        }
        KEYREEL_TRY(TrackParts parts, readTrackParts(folder, about));
        common = std::min(common, firstTime(parts));
        measured.push_back({std::move(about), std::move(parts)});
    }
    if (common == microseconds::max() || common < kAtZero) common = microseconds(0);
    for (Measured& each : measured) {
        KEYREEL_TRY(TrackFile file, spliceTrack(folder, each.parts, startOf(each, common), each.about.place));
        DiskTrack track{std::move(each.about), std::move(file), std::move(each.parts.keyIds)};
        if (track.about.height == 0) {
            track.about.width = each.parts.width;
            track.about.height = each.parts.height;
        }
        // A variant of sound alone, or with the film's only sound inside.
        const bool isPicture = track.about.kind == StreamKind::Video && each.parts.hasPicture;
        if (each.parts.hasSound && (!isPicture || (track.about.mayHoldSound && out.sounds.empty()))) {
            out.sounds.push_back(track);
            if (isPicture) out.sounds.back().about.codecs.clear();
        }
        if (isPicture) out.pictures.push_back(std::move(track));
    }
    keepOneKind(out.pictures);
    if (out.pictures.empty()) {
        std::string kinds;
        for (const std::string& left : described.leftOut)
            kinds += (kinds.empty() ? "" : ", ") + printable(std::string_view(left).substr(0, 60));
        return fail("media_no_video",
                    description.filename().string() + " has no picture that can be played" +
                        (kinds.empty() ? std::string() : " (" + kinds.substr(0, 200) + ")") + ".",
                    "H.264, HEVC, AV1 and VP9 in fragmented MP4 can be played.");
    }
    std::stable_partition(out.sounds.begin(), out.sounds.end(),
                          [](const DiskTrack& track) { return track.about.isDefault; });
    for (Representation& about : texts) {
        std::int64_t startMs = common.count() / 1000;
        if (about.start)
            startMs =
                static_cast<std::int64_t>(static_cast<long double>(*about.start) * 1000 / about.startScale);
        const auto read = [description, about, startMs](const std::stop_token& asked) {
            return readDiskText(description, about, startMs, asked);
        };
        out.texts.push_back({std::move(about), read});
    }
    return out;
}

bool isPackage(const fs::path& file) {
    const std::string ending = endingOf(file);
    if (ending == ".mpd") return true;
    return (ending == ".m3u8" || ending == ".m3u") && isHlsPlaylist(beginningOf(file));
}

std::optional<fs::path> packageIn(const fs::path& folder) {
    std::vector<fs::path> descriptions;
    std::vector<fs::path> masters;
    std::error_code error;
    std::size_t looks = 0;
    for (fs::directory_iterator each(folder, error), end; !error && each != end; each.increment(error)) {
        if (++looks > kLooksInFolder) return std::nullopt;
        const std::string ending = endingOf(each->path());
        if (ending == ".mpd") descriptions.push_back(each->path());
        if (ending == ".m3u8" && beginningOf(each->path()).find("\n#EXT-X-STREAM-INF:") != std::string::npos)
            masters.push_back(each->path());
    }
    if (descriptions.size() == 1) return descriptions.front();
    if (descriptions.empty() && masters.size() == 1) return masters.front();
    return std::nullopt;
}

}  // namespace keyreel::adaptive
