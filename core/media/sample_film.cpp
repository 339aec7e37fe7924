#include "core/media/sample_film.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "core/base/file.h"
#include "core/media/image_frames.h"
#include "core/media/libav_handles.h"
#include "core/media/picture_scaler.h"
#include "core/media/sample_scene.h"

namespace keyreel::media {
namespace {

constexpr int kRate = 48000;

tl::unexpected<Error> filmError(const std::string& what, int error) {
    return fail("film_failed", "The sample film could not be made: " + what + " (" + libavError(error) + ").",
                "Check that the full FFmpeg libraries of the distribution are installed.");
}

const char* muxerName(const std::filesystem::path& path) {
    const std::string extension = path.extension().string();
    if (extension == ".mov") return "mov";
    if (extension == ".mkv") return "matroska";
    if (extension == ".webm") return "webm";
    if (extension == ".avi") return "avi";
    return "mp4";
}

struct MuxerDeleter {
    void operator()(AVFormatContext* p) const {
        if (p->pb != nullptr) avio_closep(&p->pb);
        avformat_free_context(p);
    }
};

/// One encoder and its stream in the file.
struct Output {
    Handle<AVCodecContext> encoder;
    AVStream* stream = nullptr;
};

class FilmMaker {
public:
    FilmMaker(const SampleFilmOptions& options, std::filesystem::path final)
        : m_options(options), m_final(std::move(final)), m_temporary(m_final.string() + ".part") {}
    FilmMaker(const FilmMaker&) = delete;
    FilmMaker& operator=(const FilmMaker&) = delete;
    ~FilmMaker() {
        m_muxer.reset();
        std::error_code ignored;
        if (!m_done) std::filesystem::remove(m_temporary, ignored);
    }

    Status make(const std::stop_token& stop, const ProgressSink& progress) {
        KEYREEL_CHECK(openFile());
        if (m_options.video != FilmVideo::None) KEYREEL_CHECK(openVideo());
        for (unsigned i = 0; m_options.audio != FilmAudio::None && i < m_options.audioTracks; ++i)
            KEYREEL_CHECK(openAudio(i));
        if (m_options.coverArt) KEYREEL_CHECK(addCover());
        KEYREEL_CHECK(writeHeader());
        KEYREEL_CHECK(writeFrames(stop, progress));
        const int error = av_write_trailer(m_muxer.get());
        if (error < 0) return filmError("the end of the file cannot be written", error);
        m_muxer.reset();
        std::error_code renamed;
        std::filesystem::rename(m_temporary, m_final, renamed);
        if (renamed)
            return fail("file_unwritable",
                        m_final.string() + " cannot be written: " + renamed.message() + ".",
                        "Check that you may write in its folder.");
        m_done = true;
        return {};
    }

private:
    Status openFile() {
        AVFormatContext* raw = nullptr;
        const int made =
            avformat_alloc_output_context2(&raw, nullptr, muxerName(m_final), m_temporary.c_str());
        if (made < 0) return filmError("its container is not available", made);
        m_muxer.reset(raw);
        const int opened = avio_open(&raw->pb, m_temporary.c_str(), AVIO_FLAG_WRITE);
        if (opened < 0)
            return fail("file_unwritable",
                        m_final.string() + " cannot be written (" + libavError(opened) + ").",
                        "Check that you may write in its folder.");
        return {};
    }

    Status openVideo() {
        static constexpr std::string_view kNames[] = {"libx264", "libx265", "libaom-av1", "libvpx-vp9",
                                                      "mpeg4"};
        const std::string name(kNames[static_cast<std::size_t>(m_options.video)]);
        const AVCodec* codec = avcodec_find_encoder_by_name(name.c_str());
        if (codec == nullptr) return missing(name);
        m_video.encoder.reset(avcodec_alloc_context3(codec));
        AVCodecContext& c = *m_video.encoder;
        c.width = static_cast<int>(m_options.width);
        c.height = static_cast<int>(m_options.height);
        const bool tenBit =
            m_options.tenBit && m_options.video != FilmVideo::H264 && m_options.video != FilmVideo::Mpeg4;
        c.pix_fmt = tenBit ? AV_PIX_FMT_YUV420P10LE : AV_PIX_FMT_YUV420P;
        c.time_base = {1, static_cast<int>(m_options.frameRate)};
        c.framerate = {static_cast<int>(m_options.frameRate), 1};
        c.sample_aspect_ratio = {m_options.sarNum, m_options.sarDen};
        c.gop_size = static_cast<int>(m_options.keyInterval);
        if (m_options.video != FilmVideo::Mpeg4) c.flags |= AV_CODEC_FLAG_CLOSED_GOP;
        if (m_options.rec709) {
            c.color_primaries = AVCOL_PRI_BT709;
            c.color_trc = AVCOL_TRC_BT709;
            c.colorspace = AVCOL_SPC_BT709;
            c.color_range = AVCOL_RANGE_MPEG;
        }
        const std::string keys = std::to_string(m_options.keyInterval);
        const std::string bFrames = std::to_string(m_options.bFrames);
        Options settings;
        switch (m_options.video) {
            case FilmVideo::H264:
                c.max_b_frames = static_cast<int>(m_options.bFrames);
                settings.set("preset", "veryfast");
                settings.set("crf", "21");
                settings.set("sc_threshold", "0");
                break;
            case FilmVideo::Hevc:
                settings.set("preset", "ultrafast");
                settings.set("x265-params", "log-level=none:open-gop=0:scenecut=0:keyint=" + keys +
                                                ":min-keyint=" + keys + ":bframes=" + bFrames + ":b-adapt=0");
                break;
            case FilmVideo::Av1:
                settings.set("usage", "realtime");
                settings.set("cpu-used", "8");
                settings.set("crf", "32");
                break;
            case FilmVideo::Vp9:
                settings.set("deadline", "good");
                settings.set("cpu-used", "5");
                settings.set("lag-in-frames", "16");
                settings.set("auto-alt-ref", "1");
                c.bit_rate = 600000;
                break;
            case FilmVideo::Mpeg4:
                c.bit_rate = 1500000;
                break;
            case FilmVideo::None:
                break;
        }
        KEYREEL_CHECK(start(m_video, codec, settings));
        if (m_options.video == FilmVideo::Hevc)
            m_video.stream->codecpar->codec_tag = MKTAG('h', 'v', 'c', '1');
        m_video.stream->sample_aspect_ratio = c.sample_aspect_ratio;
        m_video.stream->avg_frame_rate = c.framerate;
        m_video.stream->disposition |= AV_DISPOSITION_DEFAULT;
        if (m_options.rotation != 0) KEYREEL_CHECK(addRotation());
        return {};
    }

    Status addRotation() {
        std::array<std::int32_t, 9> matrix{};
        av_display_rotation_set(matrix.data(), m_options.rotation);
        auto* data = static_cast<std::uint8_t*>(av_memdup(matrix.data(), sizeof matrix));
        bool added = false;
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 31, 100)
        AVCodecParameters* p = m_video.stream->codecpar;
        added = av_packet_side_data_add(&p->coded_side_data, &p->nb_coded_side_data,
                                        AV_PKT_DATA_DISPLAYMATRIX, data, sizeof matrix, 0) != nullptr;
#else
        added = av_stream_add_side_data(m_video.stream, AV_PKT_DATA_DISPLAYMATRIX, data, sizeof matrix) >= 0;
#endif
        if (!added) {
            av_free(data);
            return filmError("its rotation cannot be stored", AVERROR(ENOMEM));
        }
        return {};
    }

    Status openAudio(unsigned number) {
        static constexpr std::string_view kNames[] = {"",     "aac", "libopus", "libmp3lame",
                                                      "flac", "ac3", "eac3",    "libvorbis"};
        static constexpr const char* kLanguages[] = {"eng", "deu", "fra", "spa"};
        const std::string name(kNames[static_cast<std::size_t>(m_options.audio)]);
        const AVCodec* codec = avcodec_find_encoder_by_name(name.c_str());
        if (codec == nullptr) return missing(name);
        Output output;
        output.encoder.reset(avcodec_alloc_context3(codec));
        AVCodecContext& c = *output.encoder;
        c.sample_fmt = m_options.audio == FilmAudio::Opus   ? AV_SAMPLE_FMT_FLT
                       : m_options.audio == FilmAudio::Flac ? AV_SAMPLE_FMT_S16
                                                            : AV_SAMPLE_FMT_FLTP;
        c.sample_rate = kRate;
        c.bit_rate = 128000;
        c.time_base = {1, kRate};
        av_channel_layout_default(&c.ch_layout, 2);
        Options settings;
        KEYREEL_CHECK(start(output, codec, settings));
        av_dict_set(&output.stream->metadata, "language", kLanguages[number % 4], 0);
        if (number == 0) output.stream->disposition |= AV_DISPOSITION_DEFAULT;
        m_audio.push_back(std::move(output));
        m_audioPosition.push_back(0);
        return {};
    }

    static tl::unexpected<Error> missing(const std::string& encoder) {
        return fail("media_no_encoder", "The encoder " + encoder + " is missing from FFmpeg.",
                    "Install the full FFmpeg libraries of the distribution.");
    }

    Status start(Output& output, const AVCodec* codec, Options& settings) {
        if ((m_muxer->oformat->flags & AVFMT_GLOBALHEADER) != 0)
            output.encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        const int opened = avcodec_open2(output.encoder.get(), codec, settings.get());
        if (opened < 0)
            return filmError(std::string("the encoder ") + codec->name + " does not start", opened);
        output.stream = avformat_new_stream(m_muxer.get(), nullptr);
        if (output.stream == nullptr ||
            avcodec_parameters_from_context(output.stream->codecpar, output.encoder.get()) < 0)
            return filmError("there is not enough memory", AVERROR(ENOMEM));
        output.stream->time_base = output.encoder->time_base;
        return {};
    }

    Status addCover() {
        SampleScene scene(320, 180, 1.0);
        KEYREEL_TRY(const Bytes picture, encodePng(scene.draw(0.4, 0)));
        m_cover = makePacket();
        m_coverStream = avformat_new_stream(m_muxer.get(), nullptr);
        if (!m_cover || m_coverStream == nullptr ||
            av_new_packet(m_cover.get(), static_cast<int>(picture.size())) < 0)
            return filmError("there is not enough memory", AVERROR(ENOMEM));
        std::memcpy(m_cover->data, picture.data(), picture.size());
        m_coverStream->codecpar->codec_type = AVMEDIA_TYPE_VIDEO;
        m_coverStream->codecpar->codec_id = AV_CODEC_ID_PNG;
        m_coverStream->codecpar->width = 320;
        m_coverStream->codecpar->height = 180;
        m_coverStream->disposition = AV_DISPOSITION_ATTACHED_PIC;
        return {};
    }

    Status addChapters() {
        const std::size_t count = m_options.chapters.size();
        if (count == 0) return {};
        m_muxer->chapters = static_cast<AVChapter**>(av_calloc(count, sizeof(AVChapter*)));
        if (m_muxer->chapters == nullptr) return filmError("there is not enough memory", AVERROR(ENOMEM));
        const auto end = static_cast<std::int64_t>(m_options.seconds * 1000);
        for (std::size_t i = 0; i < count; ++i) {
            auto* chapter = static_cast<AVChapter*>(av_mallocz(sizeof(AVChapter)));
            if (chapter == nullptr) return filmError("there is not enough memory", AVERROR(ENOMEM));
            m_muxer->chapters[m_muxer->nb_chapters++] = chapter;
            chapter->id = static_cast<std::int64_t>(i) + 1;
            chapter->time_base = {1, 1000};
            chapter->start = static_cast<std::int64_t>(m_options.chapters[i].startMs);
            chapter->end = i + 1 < count ? static_cast<std::int64_t>(m_options.chapters[i + 1].startMs) : end;
            av_dict_set(&chapter->metadata, "title", m_options.chapters[i].title.c_str(), 0);
        }
        return {};
    }

    Status writeHeader() {
        if (!m_options.title.empty()) av_dict_set(&m_muxer->metadata, "title", m_options.title.c_str(), 0);
        KEYREEL_CHECK(addChapters());
        Options settings;
        if (m_options.fragmented) settings.set("movflags", "frag_keyframe+empty_moov+default_base_moof");
        const int written = avformat_write_header(m_muxer.get(), settings.get());
        if (written < 0) return filmError("its header cannot be written", written);
        if (m_cover) {
            m_cover->stream_index = m_coverStream->index;
            m_cover->pts = m_cover->dts = 0;
            m_cover->flags |= AV_PKT_FLAG_KEY;
            const int error = av_interleaved_write_frame(m_muxer.get(), m_cover.get());
            if (error < 0) return filmError("its cover cannot be written", error);
        }
        return {};
    }

    Status writeFrames(const std::stop_token& stop, const ProgressSink& progress) {
        const auto frames = static_cast<std::uint64_t>(
            std::max<long long>(std::llround(m_options.seconds * m_options.frameRate), 1));
        SampleScene scene(m_options.width, m_options.height, m_options.seconds);
        Handle<AVFrame> picture = makeFrame();
        Handle<AVFrame> rgb = makeFrame();
        PictureScaler scaler;
        for (std::uint64_t i = 0; i < frames; ++i) {
            if (stop.stop_requested()) return cancelled("Making the sample film");
            if (m_video.encoder) {
                const double seconds = static_cast<double>(i) / m_options.frameRate;
                const Image& image = scene.draw(seconds, static_cast<unsigned>(i % m_options.frameRate));
                KEYREEL_CHECK(copyIntoFrame(image, *rgb));
                KEYREEL_CHECK(scaler.scale(*rgb, *picture, static_cast<int>(m_options.width),
                                           static_cast<int>(m_options.height), m_video.encoder->pix_fmt));
                picture->pts = static_cast<std::int64_t>(i);
                picture->pict_type = AV_PICTURE_TYPE_NONE;
                KEYREEL_CHECK(encode(m_video, picture.get()));
            }
            for (std::size_t t = 0; t < m_audio.size(); ++t)
                KEYREEL_CHECK(soundUpTo(t, (i + 1) * kRate / m_options.frameRate, false));
            if (progress) progress({i + 1, frames});
        }
        if (m_video.encoder) KEYREEL_CHECK(encode(m_video, nullptr));
        for (std::size_t t = 0; t < m_audio.size(); ++t) {
            KEYREEL_CHECK(soundUpTo(t, frames * kRate / m_options.frameRate, true));
            KEYREEL_CHECK(encode(m_audio[t], nullptr));
        }
        return {};
    }

    Status soundUpTo(std::size_t number, std::uint64_t end, bool last) {
        Output& output = m_audio[number];
        const auto block = static_cast<std::uint64_t>(output.encoder->frame_size);
        const SampleSound sound(kRate, static_cast<unsigned>(number));
        std::uint64_t& position = m_audioPosition[number];
        while (position + block <= end || (last && position < end)) {
            const std::uint64_t count = std::min(block, end - position);
            Handle<AVFrame> frame = makeFrame();
            frame->format = output.encoder->sample_fmt;
            frame->sample_rate = kRate;
            frame->nb_samples = static_cast<int>(count);
            if (av_channel_layout_copy(&frame->ch_layout, &output.encoder->ch_layout) < 0 ||
                av_frame_get_buffer(frame.get(), 0) < 0)
                return filmError("there is not enough memory", AVERROR(ENOMEM));
            fill(sound, position, *frame);
            frame->pts = static_cast<std::int64_t>(position);
            position += count;
            KEYREEL_CHECK(encode(output, frame.get()));
        }
        return {};
    }

    static void fill(const SampleSound& sound, std::uint64_t position, AVFrame& frame) {
        const auto count = static_cast<std::size_t>(frame.nb_samples);
        if (frame.format == AV_SAMPLE_FMT_S16) {
            auto* out = reinterpret_cast<std::int16_t*>(frame.data[0]);
            for (std::size_t i = 0; i < count; ++i) {
                float left = 0;
                float right = 0;
                sound.at(position + i, left, right);
                out[2 * i] = static_cast<std::int16_t>(std::lround(left * 32767.0F));
                out[2 * i + 1] = static_cast<std::int16_t>(std::lround(right * 32767.0F));
            }
            return;
        }
        const bool planar = av_sample_fmt_is_planar(static_cast<AVSampleFormat>(frame.format)) != 0;
        auto* left = reinterpret_cast<float*>(frame.data[0]);
        auto* right = planar ? reinterpret_cast<float*>(frame.data[1]) : left + 1;
        const std::size_t step = planar ? 1 : 2;
        for (std::size_t i = 0; i < count; ++i)
            sound.at(position + i, left[i * step], right[i * step]);
    }

    Status encode(Output& output, const AVFrame* frame) {
        int error = avcodec_send_frame(output.encoder.get(), frame);
        if (error < 0) return filmError("a frame cannot be encoded", error);
        Handle<AVPacket> packet = makePacket();
        while ((error = avcodec_receive_packet(output.encoder.get(), packet.get())) >= 0) {
            packet->stream_index = output.stream->index;
            if (packet->duration == 0 && &output == &m_video) packet->duration = 1;
            av_packet_rescale_ts(packet.get(), output.encoder->time_base, output.stream->time_base);
            error = av_interleaved_write_frame(m_muxer.get(), packet.get());
            if (error < 0) return filmError("the file cannot be written", error);
        }
        if (error != AVERROR(EAGAIN) && error != AVERROR_EOF)
            return filmError("a frame cannot be encoded", error);
        return {};
    }

    SampleFilmOptions m_options;
    std::filesystem::path m_final;
    std::filesystem::path m_temporary;
    std::unique_ptr<AVFormatContext, MuxerDeleter> m_muxer;
    Output m_video;
    std::vector<Output> m_audio;
    std::vector<std::uint64_t> m_audioPosition;
    Handle<AVPacket> m_cover;
    AVStream* m_coverStream = nullptr;
    bool m_done = false;
};

}  // namespace

Status makeSampleFilm(const std::filesystem::path& path, const SampleFilmOptions& options,
                      std::stop_token stop, const ProgressSink& progress) {
    if (options.width < 16 || options.height < 16 || options.width > kMaxImageSide ||
        options.height > kMaxImageSide || options.frameRate == 0 || options.frameRate > 240 ||
        !(options.seconds > 0) || options.seconds > 3600 || options.sarNum <= 0 || options.sarDen <= 0 ||
        options.audioTracks > 8)
        return fail("film_failed", "The sample film's size, rate or length is out of range.");
    av_log_set_level(AV_LOG_QUIET);
    FilmMaker maker(options, path);
    return maker.make(stop, progress);
}

}  // namespace keyreel::media
