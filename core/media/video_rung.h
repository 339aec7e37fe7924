#pragma once

#include <optional>
#include <string>

#include "core/media/ladder.h"
#include "core/media/picture_scaler.h"
#include "core/media/tone_map.h"
#include "core/media/track_pipe.h"

namespace keyreel::media {

/// One picture of a transcode: scaler and encoder (libx264), fed with decoded pictures; high dynamic range
/// becomes standard range, which is all that its 8 bits can show. Private to this room.
/// Thread: one.
class VideoRung final : public TrackPipe {
public:
    VideoRung(std::uint32_t number, PacketPool& pool, std::string film)
        : TrackPipe(number, pool), m_name(std::move(film)) {}

    /// `source`: the facts of the source's track, with the timescale to use. Codes: `media_no_encoder`,
    /// `media_damaged`.
    Status prepare(const Track& source, const Rung& rung, const ReaderOptions& options);

    /// A picture to be shown at `time` in ticks; times go up. With `beginsGroup` a closed group begins.
    Status take(const AVFrame& picture, std::int64_t time, bool beginsGroup, ReadyQueue& ready);

    /// Packets are the transcoder's.
    Status push(AVPacket* /*packet*/, ReadyQueue& /*ready*/) override { return {}; }
    Status finish(ReadyQueue& ready) override;
    [[nodiscard]] Result<ByteView> isoForm(const AVPacket& packet, Bytes& scratch) const override;

private:
    Status openEncoder(const Rung& rung, const ReaderOptions& options);
    Status scale(const AVFrame& picture);
    Status encode(const AVFrame* frame, ReadyQueue& ready);

    std::string m_name;
    Handle<AVCodecContext> m_encoder;
    PictureScaler m_scaler;
    Handle<AVFrame> m_scaled;
    std::optional<ToneMap> m_toneMap;  ///< Of a source with high dynamic range.
    PictureScaler m_mappedScaler;
    Handle<AVFrame> m_mapped;
    std::int64_t m_frameTicks = 1;
};

/// How long a picture of `track` lasts by its rate, in ticks; 1/25 s when it has none.
std::int64_t frameTicksOf(const Track& track);

}  // namespace keyreel::media
