#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "player/playback/picture.h"
#include "player/playback/track_source.h"

namespace keyreel::playback {

enum class SeekMode {
    KeyFrame,  ///< The key frame at or before the target: at once, for dragging.
    Exact      ///< The frame that is on screen at the target: decodes from the key frame and discards.
};

/// One decoded frame, as it left the decoder.
struct Frame {
    Time pts{0};
    Time duration{0};
    bool keyFrame = false;
    int width = 0;  ///< Cropped, before aspect ratio and rotation.
    int height = 0;
    std::string pixelFormat;  ///< libav's name, for example yuv420p.
    /// SHA-256 of the cropped planes one after the other without padding: what `ffmpeg -f framehash -hash
    /// sha256` prints for the same frame.
    std::array<std::uint8_t, 32> planesHash{};
};

/// What decoding the whole sound track gave.
struct AudioSummary {
    std::uint64_t frames = 0;  ///< Sample frames at the track's own rate, after priming was cut.
    int sampleRate = 0;
    int channels = 0;
    float peak = 0;  ///< Largest absolute sample; 0 means silence.
};

/// Decodes one frame at a time on the caller's thread, without a clock or a screen: for the CLI, posters and
/// tests. Thread: one at a time. Errors: those of the source under their own code, `media_open_failed`,
/// `media_no_video`, `media_unsupported_codec`, `media_limit`, `media_truncated`, `media_decode_failed`,
/// `cancelled`.
class FrameReader {
public:
    /// Opens the tracks; a track without video is enough for decodeAudio(). `stop` ends every later call,
    /// too, even while the source blocks.
    static Result<std::unique_ptr<FrameReader>> open(std::vector<TrackSource> sources,
                                                     std::stop_token stop = {});
    virtual ~FrameReader() = default;

    [[nodiscard]] virtual const MediaInfo& info() const = 0;

    /// The next frame in presentation order, nothing at the end of the track.
    virtual Result<std::optional<Frame>> nextFrame() = 0;

    /// The last frame of nextFrame() as a picture that fits into the box; 0 x 0 asks for its own display
    /// size.
    virtual Result<Picture> picture(int boxWidth = 0, int boxHeight = 0) = 0;

    /// nextFrame() then gives the frame at the target; past the end it gives the last frame.
    virtual Status seek(Time target, SeekMode mode) = 0;

    /// Decodes the sound track from its start to its end; nothing when there is none.
    virtual Result<std::optional<AudioSummary>> decodeAudio() = 0;
};

/// Writes a picture as PNG.
Status writePng(const Picture& picture, const std::filesystem::path& path);

}  // namespace keyreel::playback
