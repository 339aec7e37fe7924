#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/media/demuxer.h"
#include "core/media/video_rung.h"

namespace keyreel::media {

/// Decodes a picture track once, for one or several rungs, which get the same pictures at the same times and
/// begin their groups with the same ones. Private to this room. Thread: one.
class VideoTranscoder {
public:
    /// With `followKeys` a group begins at key frames of the source only, which is then packaged beside its
    /// rungs; else every `groupSeconds`. `timescale`: of the rungs; 0: one that suits the rate of pictures.
    /// Codes: `media_no_decoder`, `media_no_encoder`.
    static Result<std::unique_ptr<VideoTranscoder>> open(const Demuxer& demuxer, const TrackInfo& info,
                                                         const ReaderOptions& options,
                                                         std::uint32_t timescale, bool followKeys);

    /// The facts of the source's track, in the timescale of the rungs.
    [[nodiscard]] const Track& source() const { return m_source; }
    /// The transcoder feeds the rung, which must outlive its last call.
    void feed(VideoRung& rung) { m_rungs.push_back(&rung); }

    /// The packet stays as it is. Codes: `transcode_failed`.
    Status push(const AVPacket& packet, ReadyQueue& ready);
    /// Everything is decoded, and handed to the rungs; finish them next. Code `media_damaged`: there was no
    /// picture.
    Status finish(ReadyQueue& ready);
    [[nodiscard]] std::uint64_t pushed() const { return m_pushed; }

private:
    VideoTranscoder(const Demuxer& demuxer, const TrackInfo& info, double groupSeconds, bool followKeys);
    void chooseTime();
    Status decode(const AVPacket* packet, ReadyQueue& ready);
    Status takePicture(ReadyQueue& ready);
    [[nodiscard]] bool beginsGroup(std::int64_t time);

    AVStream* m_stream;
    std::int64_t m_origin;
    std::string m_name;
    double m_groupSeconds;
    bool m_followKeys;
    Handle<AVCodecContext> m_decoder;
    Handle<AVFrame> m_decoded;
    Track m_source;
    std::vector<VideoRung*> m_rungs;
    std::set<std::int64_t> m_keys;  ///< Times of the source's key frames that are still to be decoded.
    std::int64_t m_frameTicks = 1;
    std::int64_t m_end = INT64_MAX;  ///< Of a part of the film.
    std::int64_t m_last = 0;
    std::int64_t m_groupStart = 0;
    std::uint64_t m_pushed = 0;
    bool m_any = false;
};

}  // namespace keyreel::media
