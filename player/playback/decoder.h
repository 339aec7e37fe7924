#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "core/base/result.h"
#include "player/playback/demuxer.h"
#include "player/playback/ff.h"

namespace keyreel::playback {

/// A libavcodec decoder for one track. Thread: one at a time.
class Decoder {
public:
    /// `media_unsupported_codec` when this system's libavcodec has no decoder for the track.
    static Result<std::unique_ptr<Decoder>> open(const Demuxer& demuxer);

    /// Gives one sample, or with null the end of the track, after which only flush() leads on. A sample that
    /// the decoder refuses is skipped and counted; `media_decode_failed` after 10 in a row.
    Status send(const AVPacket* packet);
    /// The next finished frame; nothing when the decoder wants more samples, or has given everything after
    /// the end.
    Result<ff::FramePtr> receive();
    /// Forgets everything: what follows belongs to another place.
    void flush();
    /// Drops the frames that are under way; what follows belongs to the same track and place.
    void dropPending();

    /// While true, frames that no other frame depends on are not decoded.
    void skipUnreferenced(bool skip);

    /// Presentation time and duration; a frame without a time follows the one before it.
    [[nodiscard]] Time timeOf(const AVFrame& frame);
    [[nodiscard]] Time durationOf(const AVFrame& frame) const;

    [[nodiscard]] const char* name() const;
    [[nodiscard]] std::uint64_t corrupt() const { return m_corrupt; }
    [[nodiscard]] const TrackInfo& info() const { return m_info; }
    [[nodiscard]] AVRational streamAspect() const { return m_aspect; }

private:
    Decoder(ff::CodecPtr context, TrackInfo info, AVRational base, AVRational aspect)
        : m_context(std::move(context)), m_info(std::move(info)), m_base(base), m_aspect(aspect) {}
    Status refused(int code);

    ff::CodecPtr m_context;
    TrackInfo m_info;
    AVRational m_base;
    AVRational m_aspect;
    Time m_following{0};
    std::uint64_t m_corrupt = 0;
    int m_refusedInARow = 0;
};

}  // namespace keyreel::playback
