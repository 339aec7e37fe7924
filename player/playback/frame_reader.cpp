#include "player/playback/frame_reader.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "core/base/progress.h"
#include "core/crypto/hash.h"
#include "core/media/image.h"
#include "player/playback/decoder.h"
#include "player/playback/demuxer.h"
#include "player/playback/picture_maker.h"

namespace keyreel::playback {

namespace {

struct DecodedFrame {
    ff::FramePtr frame;
    Time pts{0};
};

/// One track, pulled: demuxer and decoder.
class Track {
public:
    static Result<std::unique_ptr<Track>> open(const TrackSource& source, const std::stop_token& stop) {
        auto reader = std::make_shared<SourceReader>(source.bytes);
        const std::stop_callback stopReads(stop, [&reader] { reader->stop(); });
        KEYREEL_TRY(auto demuxer,
                    Demuxer::open(source.kind, source.label, reader, source.container, source.stream));
        KEYREEL_TRY(auto decoder, Decoder::open(*demuxer));
        return std::unique_ptr<Track>(new Track(std::move(reader), std::move(demuxer), std::move(decoder)));
    }

    Result<std::optional<DecodedFrame>> next() {
        if (m_held) return std::exchange(m_held, std::nullopt);
        for (;;) {
            KEYREEL_TRY(ff::FramePtr frame, m_decoder->receive());
            if (frame) {
                const Time pts = m_decoder->timeOf(*frame);
                if (isCutOff(pts) && m_decoder->info().kind == TrackKind::Video) continue;
                return std::optional<DecodedFrame>(DecodedFrame{std::move(frame), pts});
            }
            if (m_ended) return std::optional<DecodedFrame>();
            if (m_failure) return tl::unexpected<Error>(*m_failure);
            Result<std::optional<Sample>> sample = m_demuxer->read();
            if (!sample) {
                // What was sent before the damage is still to come out.
                m_failure = sample.error();
                KEYREEL_CHECK(m_decoder->send(nullptr));
                continue;
            }
            m_ended = !sample->has_value();
            KEYREEL_CHECK(m_decoder->send(m_ended ? nullptr : (*sample)->packet.get()));
        }
    }

    Status seek(Time target, SeekMode mode) {
        m_held.reset();
        m_failure.reset();
        m_ended = false;
        KEYREEL_CHECK(m_demuxer->seek(target));
        m_decoder->flush();
        if (mode == SeekMode::KeyFrame) return {};
        // The frame on screen at the target is the last one that begins at or before it.
        std::optional<DecodedFrame> onScreen;
        for (;;) {
            KEYREEL_TRY(std::optional<DecodedFrame> frame, next());
            if (!frame) break;
            if (frame->pts > target && onScreen) {
                m_second = std::move(frame);
                break;
            }
            const bool done = frame->pts > target;
            onScreen = std::move(frame);
            if (done) break;
        }
        m_held = std::move(onScreen);
        return {};
    }

    /// The frame after the one that seek() found, which it had to decode to know.
    std::optional<DecodedFrame> takeSecond() { return std::exchange(m_second, std::nullopt); }
    void forgetSecond() { m_second.reset(); }
    [[nodiscard]] bool holds() const { return m_held.has_value(); }

    std::shared_ptr<SourceReader> reader() const { return m_reader; }
    Decoder& decoder() { return *m_decoder; }

private:
    Track(std::shared_ptr<SourceReader> reader, std::unique_ptr<Demuxer> demuxer,
          std::unique_ptr<Decoder> decoder)
        : m_reader(std::move(reader)), m_demuxer(std::move(demuxer)), m_decoder(std::move(decoder)) {}

    std::shared_ptr<SourceReader> m_reader;
    std::unique_ptr<Demuxer> m_demuxer;
    std::unique_ptr<Decoder> m_decoder;
    std::optional<DecodedFrame> m_held;
    std::optional<DecodedFrame> m_second;
    std::optional<Error> m_failure;
    bool m_ended = false;
};

Result<std::array<std::uint8_t, 32>> hashPlanes(const AVFrame& frame) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const int size = av_image_get_buffer_size(format, frame.width, frame.height, 1);
    if (size <= 0) return fail("media_decode_failed", "A decoded frame has no size.");
    Bytes planes(static_cast<std::size_t>(size));
    if (av_image_copy_to_buffer(planes.data(), size, frame.data, frame.linesize, format, frame.width,
                                frame.height, 1) < 0)
        return fail("media_decode_failed", "A decoded frame could not be copied.");
    return crypto::sha256(planes);
}

/// Planar or interleaved, whatever the decoder gives, as interleaved float at the same rate.
Result<std::vector<float>> asFloats(AVFrame& frame, ff::ResamplerPtr& resampler) {
    if (!resampler) {
        SwrContext* context = nullptr;
        if (swr_alloc_set_opts2(&context, &frame.ch_layout, AV_SAMPLE_FMT_FLT, frame.sample_rate,
                                &frame.ch_layout, static_cast<AVSampleFormat>(frame.format),
                                frame.sample_rate, 0, nullptr) < 0 ||
            swr_init(context) < 0) {
            swr_free(&context);
            return fail("media_decode_failed", "The sound track's sample format cannot be read.");
        }
        resampler.reset(context);
    }
    std::vector<float> samples(static_cast<std::size_t>(frame.nb_samples) *
                               static_cast<std::size_t>(frame.ch_layout.nb_channels));
    auto* out = reinterpret_cast<std::uint8_t*>(samples.data());
    const int got = swr_convert(resampler.get(), &out, frame.nb_samples,
                                const_cast<const std::uint8_t**>(frame.extended_data), frame.nb_samples);
    if (got < 0) return fail("media_decode_failed", "A block of sound could not be converted.");
    return samples;
}

class Reader final : public FrameReader {
public:
    Reader(std::unique_ptr<Track> video, std::unique_ptr<Track> audio, std::stop_token stop)
        : m_video(std::move(video)),
          m_audio(std::move(audio)),
          m_stop(std::move(stop)),
          m_stopReads(m_stop, [this] {
              if (m_video) m_video->reader()->stop();
              if (m_audio) m_audio->reader()->stop();
          }) {
        for (Track* track : {m_video.get(), m_audio.get()}) {
            if (track == nullptr) continue;
            m_info.tracks.push_back(track->decoder().info());
            m_info.duration = std::max(m_info.duration, m_info.tracks.back().duration.value_or(Time(0)));
        }
    }

    [[nodiscard]] const MediaInfo& info() const override { return m_info; }

    Result<std::optional<Frame>> nextFrame() override {
        if (!m_video) return fail("media_no_video", "The film was opened without a video track.");
        if (m_stop.stop_requested()) return cancelled("Decoding");
        std::optional<DecodedFrame> next;
        if (!m_video->holds()) next = m_video->takeSecond();
        if (!next) {
            KEYREEL_TRY(next, m_video->next());
        }
        if (!next) return std::optional<Frame>();
        m_current = std::move(*next);
        const AVFrame& decoded = *m_current.frame;
        Frame frame;
        frame.pts = m_current.pts;
        frame.duration = m_video->decoder().durationOf(decoded);
        frame.keyFrame = ff::isKeyFrame(decoded);
        frame.width = decoded.width;
        frame.height = decoded.height;
        if (const char* name = av_get_pix_fmt_name(static_cast<AVPixelFormat>(decoded.format));
            name != nullptr)
            frame.pixelFormat = name;
        KEYREEL_TRY(frame.planesHash, hashPlanes(decoded));
        return std::optional<Frame>(std::move(frame));
    }

    Result<Picture> picture(int boxWidth, int boxHeight) override {
        if (!m_current.frame) return fail("media_no_frame", "No frame was decoded yet.");
        Decoder& decoder = m_video->decoder();
        KEYREEL_TRY(Picture picture, m_maker.make(*m_current.frame, decoder.streamAspect(),
                                                  decoder.info().rotation, {boxWidth, boxHeight}));
        picture.pts = m_current.pts;
        picture.duration = decoder.durationOf(*m_current.frame);
        picture.keyFrame = ff::isKeyFrame(*m_current.frame);
        return picture;
    }

    Status seek(Time target, SeekMode mode) override {
        if (!m_video) return fail("media_no_video", "The film was opened without a video track.");
        if (m_stop.stop_requested()) return cancelled("Seeking");
        m_video->forgetSecond();
        return m_video->seek(target, mode);
    }

    Result<std::optional<AudioSummary>> decodeAudio() override {
        if (!m_audio) return std::optional<AudioSummary>();
        if (std::exchange(m_audioUsed, true)) KEYREEL_CHECK(m_audio->seek(Time(0), SeekMode::KeyFrame));
        AudioSummary summary;
        ff::ResamplerPtr resampler;
        for (;;) {
            if (m_stop.stop_requested()) return cancelled("Decoding");
            KEYREEL_TRY(const std::optional<DecodedFrame> block, m_audio->next());
            if (!block) return std::optional<AudioSummary>(summary);
            AVFrame& frame = *block->frame;
            if (summary.sampleRate != 0 &&
                (summary.sampleRate != frame.sample_rate || summary.channels != frame.ch_layout.nb_channels))
                resampler.reset();
            summary.sampleRate = frame.sample_rate;
            summary.channels = frame.ch_layout.nb_channels;
            KEYREEL_TRY(const std::vector<float> samples, asFloats(frame, resampler));
            // Priming stands before time 0.
            const std::int64_t early =
                isCutOff(block->pts) ? av_rescale(-block->pts.count(), frame.sample_rate, 1'000'000) : 0;
            const auto skipped = static_cast<std::uint64_t>(std::min<std::int64_t>(early, frame.nb_samples));
            summary.frames += static_cast<std::uint64_t>(frame.nb_samples) - skipped;
            for (std::size_t i = skipped * static_cast<std::size_t>(summary.channels); i < samples.size();
                 ++i)
                summary.peak = std::max(summary.peak, std::fabs(samples[i]));
        }
    }

private:
    std::unique_ptr<Track> m_video;
    std::unique_ptr<Track> m_audio;
    std::stop_token m_stop;
    MediaInfo m_info;
    PictureMaker m_maker;
    DecodedFrame m_current;
    bool m_audioUsed = false;
    std::stop_callback<std::function<void()>> m_stopReads;
};

}  // namespace

Result<std::unique_ptr<FrameReader>> FrameReader::open(std::vector<TrackSource> sources,
                                                       std::stop_token stop) {
    std::unique_ptr<Track> video;
    std::unique_ptr<Track> audio;
    for (const TrackSource& source : sources) {
        if (stop.stop_requested()) return cancelled("Opening the film");
        KEYREEL_TRY(auto track, Track::open(source, stop));
        (source.kind == TrackKind::Video ? video : audio) = std::move(track);
    }
    if (!video && !audio) return fail("media_no_video", "No track was given.");
    return std::unique_ptr<FrameReader>(new Reader(std::move(video), std::move(audio), std::move(stop)));
}

Status writePng(const Picture& picture, const std::filesystem::path& path) {
    media::Image image;
    image.width = static_cast<std::uint32_t>(picture.width);
    image.height = static_cast<std::uint32_t>(picture.height);
    image.channels = 3;
    image.pixels.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) *
                         3);
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* pixel =
            picture.pixels->data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.stride);
        for (int x = 0; x < picture.width; ++x, pixel += 4) {
            image.pixels.push_back(pixel[2]);
            image.pixels.push_back(pixel[1]);
            image.pixels.push_back(pixel[0]);
        }
    }
    return media::writePng(image, path);
}

}  // namespace keyreel::playback
