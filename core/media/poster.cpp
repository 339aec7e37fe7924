// Pictures that stand for a film: its sharpest early frame, any other one, or the cover it carries.

#include <algorithm>
#include <cmath>

#include "core/base/progress.h"
#include "core/media/demuxer.h"
#include "core/media/describe.h"
#include "core/media/picture_detail.h"
#include "core/media/picture_maker.h"
#include "core/media/picture_seek.h"

namespace keyreel::media {
namespace {

constexpr int kCandidates = 8;

/// Of the first plane, on a coarse raster.
double detail(const AVFrame& frame) {
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    if (format == nullptr || frame.data[0] == nullptr || frame.width < 16 || frame.height < 16) return 0;
    const int bytes = format->comp[0].step;
    const int depth = format->comp[0].depth;
    return pictureDetail(frame.width, frame.height, std::max(frame.width / 320, 1), [&](int x, int y) {
        const std::uint8_t* at = frame.data[0] + static_cast<std::ptrdiff_t>(y) * frame.linesize[0] +
                                 static_cast<std::ptrdiff_t>(x) * bytes + format->comp[0].offset;
        const int raw = depth > 8 ? at[0] | (at[1] << 8) : at[0];
        return static_cast<double>(raw) * 255.0 / ((1 << depth) - 1);
    });
}

tl::unexpected<Error> nothingDecodes(const Demuxer& demuxer) {
    return fail("media_damaged", "No picture of " + demuxer.file().name() + " could be decoded.",
                "Copy or download the film again, or choose a cover picture yourself.");
}

}  // namespace

Result<Image> posterFrame(const FilmSource& film, std::uint32_t maxWidth, std::stop_token stop) {
    KEYREEL_TRY(Demuxer demuxer, Demuxer::open(film));
    const TrackInfo& info = demuxer.info().video();
    AVStream* stream = demuxer.stream(info.index);
    stream->discard = AVDISCARD_DEFAULT;
    KEYREEL_TRY(const Handle<AVCodecContext> decoder, openDecoder(stream, demuxer.file().name()));

    const double third = demuxer.info().durationSeconds / 3.0;
    Handle<AVFrame> best;
    double bestScore = -1;
    for (int i = 0; i < kCandidates; ++i) {
        if (stop.stop_requested()) return cancelled("Choosing a cover picture");
        if (i > 0) {
            const auto target = static_cast<std::int64_t>(third * i / (kCandidates - 1) * AV_TIME_BASE);
            if (third <= 0 ||
                av_seek_frame(demuxer.format(), -1, target + demuxer.origin(), AVSEEK_FLAG_BACKWARD) < 0)
                break;
            avcodec_flush_buffers(decoder.get());
        }
        Result<Handle<AVFrame>> picture = nextPicture(demuxer, decoder.get(), static_cast<int>(info.index));
        if (!picture) {
            if (best) break;
            return tl::unexpected<Error>(std::move(picture).error());
        }
        if (!*picture) continue;
        const double score = detail(**picture);
        if (score <= bestScore) continue;
        bestScore = score;
        best = std::move(*picture);
    }
    if (!best) return nothingDecodes(demuxer);
    return PictureMaker(demuxer, info).makeWithin(*best, maxWidth);
}

Result<Image> frameAt(const FilmSource& film, double seconds, std::uint32_t maxWidth, std::stop_token stop) {
    KEYREEL_TRY(Demuxer demuxer, Demuxer::open(film));
    const TrackInfo& info = demuxer.info().video();
    const int index = static_cast<int>(info.index);
    AVStream* stream = demuxer.stream(info.index);
    stream->discard = AVDISCARD_DEFAULT;
    KEYREEL_TRY(const Handle<AVCodecContext> decoder, openDecoder(stream, demuxer.file().name()));
    const std::int64_t time = av_rescale_q(std::llround(seconds * AV_TIME_BASE) + demuxer.origin(),
                                           AVRational{1, AV_TIME_BASE}, stream->time_base);
    // One that cannot be searched is read from where it is.
    if (seconds > 0) (void)seekToKey(demuxer, index, time);
    Handle<AVFrame> shown;
    for (;;) {
        if (stop.stop_requested()) return cancelled("Reading a picture");
        KEYREEL_TRY(Handle<AVFrame> next, nextPicture(demuxer, decoder.get(), index));
        if (!next) break;
        const std::int64_t at = next->best_effort_timestamp;
        if (shown && at != AV_NOPTS_VALUE && at > time) break;
        shown = std::move(next);
        if (at == AV_NOPTS_VALUE || at >= time) break;
    }
    if (!shown) return nothingDecodes(demuxer);
    return PictureMaker(demuxer, info).makeWithin(*shown, maxWidth);
}

Result<Image> coverArt(const FilmSource& film) {
    KEYREEL_TRY(const Demuxer demuxer, Demuxer::open(film, Needs::Nothing));
    for (unsigned i = 0; i < demuxer.format()->nb_streams; ++i) {
        const AVStream* stream = demuxer.stream(i);
        if ((stream->disposition & AV_DISPOSITION_ATTACHED_PIC) == 0 || stream->attached_pic.size <= 0)
            continue;
        return decodeImage({stream->attached_pic.data, static_cast<std::size_t>(stream->attached_pic.size)});
    }
    return fail("media_no_cover", demuxer.file().name() + " carries no cover picture.");
}

}  // namespace keyreel::media
