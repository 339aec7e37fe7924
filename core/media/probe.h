#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/media/chapter.h"
#include "core/media/film_source.h"
#include "core/media/track.h"

namespace keyreel::media {

/// Longest film and largest picture that Keyreel takes.
inline constexpr double kMaxDurationSeconds = 24.0 * 3600.0;
inline constexpr std::uint32_t kMaxPictureSide = 8192;
inline constexpr std::uint64_t kMaxPicturePixels = 8192ULL * 4320ULL;
inline constexpr std::size_t kMaxAudioTracks = 16;

/// One track of a source, described for people and for the choice of what to do with it.
struct TrackInfo {
    std::uint32_t index = 0;  ///< Position in the source.
    TrackKind kind = TrackKind::Video;
    Codec codec = Codec::Other;
    std::string codecName;  ///< "H.264 High", "HEVC Main 10", "AAC LC", "MPEG-4 part 2", ...
    std::string language = "und";
    std::uint64_t bitRate = 0;  ///< Bits per second, 0 when unknown.
    double durationSeconds = 0;
    bool carried = false;  ///< True: packaged without re-encoding. False: transcoded to H.264 or AAC.
    std::string reason;    ///< Why it must be transcoded, as a sentence; empty when carried.
    bool selected =
        false;  ///< The reader delivers it (first real video track, every audio track up to the limit).

    // Video.
    std::uint32_t width = 0;  ///< Pixels as stored.
    std::uint32_t height = 0;
    std::uint32_t displayWidth = 0;  ///< After sample aspect ratio and rotation.
    std::uint32_t displayHeight = 0;
    Rational sampleAspectRatio{1, 1};
    int rotation = 0;      ///< Clockwise degrees for display: 0, 90, 180 or 270.
    double frameRate = 0;  ///< 0 when unknown.
    unsigned bitDepth = 8;
    ColourDescription colour;
    std::string colourName;  ///< "Rec. 709, 8-bit", "Rec. 2020 PQ (HDR10), 10-bit", ...

    // Audio.
    std::uint32_t sampleRate = 0;
    std::uint32_t channels = 0;
    std::string channelLayout;  ///< "stereo", "5.1", "mono", ...
    std::string title;          ///< As its author called it; empty when unknown.
    AudioRole role = AudioRole::Programme;
    bool isDefault = false;  ///< The source asks for it to be played first.
};

/// What a file is, for the Create page and for the decision to carry or transcode. A plain value.
struct MediaInfo {
    std::filesystem::path path;
    std::string container;  ///< "MP4", "QuickTime", "Matroska", "WebM", "AVI", ...
    double durationSeconds = 0;
    std::uint64_t size = 0;     ///< Bytes.
    std::uint64_t bitRate = 0;  ///< Bits per second of the whole file.
    std::string title;          ///< From the file's tags; empty when it has none.
    std::vector<TrackInfo> tracks;
    std::size_t textStreams = 0;  ///< Subtitles of any kind; readTextStreams() reads the ones that are text.
    bool hasCoverArt = false;     ///< An attached picture; never among the tracks.
    std::vector<Chapter> chapters;  ///< Checked, see usableChapters().
    /// Seconds of the file in front of the part that a reader delivers, which all other times count from.
    double partBegin = 0;

    /// The video track that is packaged; a MediaInfo from probe() always has one.
    [[nodiscard]] const TrackInfo& video() const;
    [[nodiscard]] bool mustTranscode() const;
};

/// Has a description tell of a part of its film only, from `begin` to `end` in seconds.
void keepPart(MediaInfo& info, double begin, double end);

/// Looks at a film. Reads headers and a few frames only. Thread: any.
/// Codes: `file_missing`, `file_not_regular` (a directory, a device), `file_unreadable`, `media_empty` (0
/// bytes), `media_not_recognised` (a text file, a damaged header), `media_truncated`, `media_no_video`,
/// `media_no_decoder`, `media_too_long`, `media_too_large`, `media_protected` (its samples are encrypted).
Result<MediaInfo> probe(const FilmSource& film);

}  // namespace keyreel::media
