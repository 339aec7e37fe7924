#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/byte_source.h"
#include "player/playback/track_source.h"

namespace keyreel::test {

/// A generated clip, made once per test program by the ffmpeg command: moving test picture and a tone. One
/// CMAF-like fragmented MP4 file per track.
struct Clip {
    std::filesystem::path video;
    std::filesystem::path audio;
    /// SHA-256 of every frame's planes in presentation order, as `ffmpeg -f framehash` prints them: an
    /// independent path to the same pictures.
    std::vector<std::string> frameHashes;
    /// Presentation time of every frame in microseconds.
    std::vector<long long> frameTimes;
};

/// 6 s, 320 x 180, 25/s, H.264 with B-frames, key frame every 2 s, fragments of 2 s with sidx and negative
/// composition offsets; AAC 44.1 kHz.
const Clip& h264Clip();
/// 8 s, H.264 with many B-frames, of which some stand for up to a second: as screens are recorded.
const Clip& unevenClip();
/// 2 s, 10-bit HEVC with B-frames, an edit list, fragments without sidx.
const Clip& hevcClip();
/// 2 s, AV1 and Opus.
const Clip& av1Clip();
/// 1 s, VP9.
const Clip& vp9Clip();
/// Any other clip: `video` and `audio` are ffmpeg arguments; an empty one leaves the track out.
Clip makeClip(const std::string& name, const std::string& video, const std::string& audio);

/// A film that exists already, with the hashes of its video track.
Clip existingClip(const std::filesystem::path& file);

/// The whole file in memory.
std::shared_ptr<ByteSource> sourceOf(const std::filesystem::path& file);
std::vector<playback::TrackSource> sourcesOf(const Clip& clip);

}  // namespace keyreel::test
