#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/byte_source.h"

namespace keyreel::playback {

/// Media time and durations everywhere in the player. Time 0 is the start of the presentation.
using Time = std::chrono::microseconds;

/// What an edit list cuts from the beginning stands before time 0: it is decoded, since what follows may need
/// it, and never shown or heard.
[[nodiscard]] constexpr bool isCutOff(Time pts) {
    return pts < Time(0);
}

enum class TrackKind { Video, Audio };

/// What a file is packed in. Keyreel's own packages are MP4; Matroska comes only as a clear file from a disk.
enum class Container { Mp4, Matroska };

/// A named place in the film.
struct ChapterMark {
    Time start{0};
    std::string title;
};

/// Several codings of one picture: files of the same segments, cut at the same times, each segment beginning
/// with a key frame that nothing after it looks behind. Where one segment ends, the next may come from
/// another coding.
struct Ladder {
    struct Rung {
        std::shared_ptr<ByteSource> bytes;
        std::string label;
        std::vector<std::uint64_t> offsets;  ///< Of the segments in the file; as many as `starts`.
    };
    std::vector<Rung> rungs;  ///< At least one.
    std::vector<Time>
        starts;  ///< Of the segments; each may be off by half a millisecond more than the one before.
    /// Which rung a segment is to be read from. Asked on the track's demux thread before its first byte is
    /// read, must not wait.
    std::function<std::size_t(std::size_t segment)> choose;
    /// This rung's file could not be read at this segment: the rung to read it from instead, asked again when
    /// that fails, too; nothing: there is none, and playback ends here. May be left out.
    std::function<std::optional<std::size_t>(std::size_t segment, std::size_t rung)> instead{};
};

/// One track of the film: a file, as a rule MP4 (progressive or fragmented) that yields clear bytes, for
/// example a clear view. The player reads each source on one thread of its own at a time; two tracks share a
/// source only if that source may be read from several threads. The source is kept until its last read has
/// returned, also after a stop.
struct TrackSource {
    TrackKind kind = TrackKind::Video;
    std::shared_ptr<ByteSource> bytes;
    std::string label;  ///< For messages, for example "video 1080p"; may be empty.
    Container container = Container::Mp4;
    std::optional<unsigned> stream{};  ///< Its place in a file of many; else the first of its kind.
    /// The engine reads this instead of `bytes`; who reads frame by frame reads `bytes`, one of its rungs.
    std::shared_ptr<const Ladder> ladder{};
    std::vector<ChapterMark> chapters{};  ///< Of the film, where its file has none.
};

/// What a track turned out to be.
struct TrackInfo {
    TrackKind kind = TrackKind::Video;
    std::string codec;    ///< libav's short name: h264, hevc, av1, vp9, aac, opus, flac, ac3, eac3, mp3.
    std::string decoder;  ///< The decoder in use, for example libdav1d.
    std::optional<Time> duration;
    int width = 0;  ///< Coded picture, before aspect ratio and rotation.
    int height = 0;
    int displayWidth = 0;  ///< As a person sees it: sample aspect ratio and rotation applied.
    int displayHeight = 0;
    int rotation = 0;      ///< Clockwise degrees to turn the coded picture by: 0, 90, 180 or 270.
    double frameRate = 0;  ///< 0 when the file does not say.
    int sampleRate = 0;
    int channels = 0;
    std::vector<ChapterMark> chapters;  ///< Of the file that it came in.
};

struct MediaInfo {
    std::vector<TrackInfo> tracks;
    Time duration{0};  ///< The longest track; 0 when unknown.
    std::vector<ChapterMark> chapters;

    [[nodiscard]] const TrackInfo* find(TrackKind kind) const {
        for (const TrackInfo& track : tracks)
            if (track.kind == kind) return &track;
        return nullptr;
    }
};

/// Refused before anything is allocated for them.
inline constexpr int kMaxWidth = 8192;
inline constexpr int kMaxHeight = 4320;
inline constexpr int kMaxChannels = 8;
inline constexpr int kMaxSampleRate = 192'000;
inline constexpr int kMaxPacketBytes = 32 * 1024 * 1024;
inline constexpr unsigned kMaxStreams = 32;
inline constexpr std::size_t kMaxChapters = 2000;

}  // namespace keyreel::playback
