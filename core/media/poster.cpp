// Pictures that stand for a film: its sharpest early frame, or the cover it carries.

#include <algorithm>
#include <cmath>

#include "core/base/progress.h"
#include "core/media/demuxer.h"
#include "core/media/describe.h"
#include "core/media/image_frames.h"

namespace keyreel::media {
namespace {

constexpr int kCandidates = 8;
/// Packets after a seek until a frame must have come out.
constexpr int kMaxPacketsPerSeek = 400;

/// How much detail a picture has: mean squared difference of neighbours in its first plane, on a coarse
/// raster. Dark and flat frames (fades, titles) score low.
double detail(const AVFrame& frame) {
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    if (format == nullptr || frame.data[0] == nullptr || frame.width < 16 || frame.height < 16) return 0;
    const int bytes = format->comp[0].step;
    const int depth = format->comp[0].depth;
    const int step = std::max(frame.width / 320, 1);
    double sum = 0;
    double light = 0;
    std::uint64_t count = 0;
    const auto value = [&](int x, int y) {
        const std::uint8_t* at = frame.data[0] + static_cast<std::ptrdiff_t>(y) * frame.linesize[0] +
                                 static_cast<std::ptrdiff_t>(x) * bytes + format->comp[0].offset;
        const int raw = depth > 8 ? at[0] | (at[1] << 8) : at[0];
        return static_cast<double>(raw) * 255.0 / ((1 << depth) - 1);
    };
    for (int y = 0; y + 1 < frame.height; y += step)
        for (int x = 0; x + 1 < frame.width; x += step) {
            const double here = value(x, y);
            const double dx = value(x + 1, y) - here;
            const double dy = value(x, y + 1) - here;
            sum += dx * dx + dy * dy;
            light += here;
            ++count;
        }
    if (count == 0) return 0;
    const double mean = light / static_cast<double>(count);
    return sum / static_cast<double>(count) * std::clamp(mean / 48.0, 0.05, 1.0);
}

Image turned(const Image& image, int clockwise) {
    if (clockwise == 0) return image;
    Image out;
    const bool swap = clockwise != 180;
    out.width = swap ? image.height : image.width;
    out.height = swap ? image.width : image.height;
    out.channels = image.channels;
    out.pixels.resize(image.pixels.size());
    for (std::uint32_t y = 0; y < out.height; ++y)
        for (std::uint32_t x = 0; x < out.width; ++x) {
            const std::uint32_t fromX = clockwise == 90    ? y
                                        : clockwise == 180 ? image.width - 1 - x
                                                           : image.width - 1 - y;
            const std::uint32_t fromY = clockwise == 90    ? image.height - 1 - x
                                        : clockwise == 180 ? image.height - 1 - y
                                                           : x;
            const std::size_t from = (static_cast<std::size_t>(fromY) * image.width + fromX) * image.channels;
            const std::size_t to = (static_cast<std::size_t>(y) * out.width + x) * out.channels;
            std::copy_n(image.pixels.begin() + static_cast<std::ptrdiff_t>(from), image.channels,
                        out.pixels.begin() + static_cast<std::ptrdiff_t>(to));
        }
    return out;
}

/// The first picture that decodes from here on; empty at the end.
Result<Handle<AVFrame>> nextPicture(Demuxer& demuxer, AVCodecContext* decoder, int stream) {
    Handle<AVFrame> frame = makeFrame();
    Handle<AVPacket> packet = makePacket();
    bool ended = false;
    for (int i = 0; i < kMaxPacketsPerSeek; ++i) {
        const int got = avcodec_receive_frame(decoder, frame.get());
        if (got >= 0) return frame;
        if (got == AVERROR_EOF || (got != AVERROR(EAGAIN) && got != AVERROR_INVALIDDATA)) break;
        if (ended) break;
        KEYREEL_TRY(const bool more, demuxer.read(packet.get()));
        if (!more) {
            ended = true;
            (void)avcodec_send_packet(decoder, nullptr);
            continue;
        }
        if (packet->stream_index == stream) (void)avcodec_send_packet(decoder, packet.get());
        av_packet_unref(packet.get());
    }
    return Handle<AVFrame>();
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
    if (!best)
        return fail("media_damaged", "No picture of " + demuxer.file().name() + " could be decoded.",
                    "Copy or download the film again, or choose a cover picture yourself.");

    const bool sideways = info.rotation % 180 != 0;
    std::uint32_t width = sideways ? info.displayHeight : info.displayWidth;
    std::uint32_t height = sideways ? info.displayWidth : info.displayHeight;
    const std::uint32_t shown = info.displayWidth;
    if (maxWidth != 0 && shown > maxWidth) {
        const double factor = static_cast<double>(maxWidth) / shown;
        width = static_cast<std::uint32_t>(std::max(std::lround(width * factor), 1L));
        height = static_cast<std::uint32_t>(std::max(std::lround(height * factor), 1L));
    }
    KEYREEL_TRY(const Image upright, imageOf(*best, width, height, false));
    return turned(upright, info.rotation);
}

Result<Image> coverArt(const FilmSource& film) {
    KEYREEL_TRY(const Demuxer demuxer, Demuxer::open(film, false));
    for (unsigned i = 0; i < demuxer.format()->nb_streams; ++i) {
        const AVStream* stream = demuxer.stream(i);
        if ((stream->disposition & AV_DISPOSITION_ATTACHED_PIC) == 0 || stream->attached_pic.size <= 0)
            continue;
        return decodeImage({stream->attached_pic.data, static_cast<std::size_t>(stream->attached_pic.size)});
    }
    return fail("media_no_cover", demuxer.file().name() + " carries no cover picture.");
}

}  // namespace keyreel::media
