#include "core/media/demuxer.h"

#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <string_view>

#include "core/media/carriage.h"
#include "core/media/describe.h"
#include "core/media/picture_parameters.h"

namespace keyreel::media {
namespace {

// Only containers of films: playlists and scripts that name other files or addresses are not among them.
constexpr const char* kContainers =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,h264,hevc,obu,ivf,flv,ogg,asf,mxf,"
    "nut,dv,rm,"
    "yuv4mpegpipe,wav,flac,mp3,aac,ac3,eac3";
constexpr std::size_t kMaxStreams = 64;
/// What is taken of a raw stream that does not say its own.
constexpr Rational kGuessedFrameRate{25, 1};
/// How far the first frame of a track may stand behind the beginning of the file.
constexpr unsigned kMaxPacketsAhead = 2000;
/// How much of a transport stream is looked at before it is carried: about ten seconds.
constexpr unsigned kTransportPacketsAhead = 800;

int refuseToOpen(AVFormatContext* /*format*/, AVIOContext** /*io*/, const char* /*url*/, int /*flags*/,
                 AVDictionary** /*options*/) {
    return AVERROR(EPERM);
}

void quietenLibav() {
    // What matters comes back as an Error; libav's own lines would tell the terminal about every oddity.
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_level(AV_LOG_QUIET); });
}

double secondsOf(const AVFormatContext& format, const AVStream* stream) {
    if (stream->duration > 0) return static_cast<double>(stream->duration) * av_q2d(stream->time_base);
    return format.duration > 0 ? static_cast<double>(format.duration) / AV_TIME_BASE : 0.0;
}

}  // namespace

bool Demuxer::isIso() const {
    return std::string_view(m_format->iformat->name).starts_with("mov,");
}

bool Demuxer::isMatroska() const {
    return std::string_view(m_format->iformat->name).starts_with("matroska");
}

bool Demuxer::isTransport() const {
    return std::string_view(m_format->iformat->name) == "mpegts";
}

const std::string& Demuxer::streamFault(const AVStream* stream) const {
    if (m_elementary) return m_elementary->fault();
    return m_watches[static_cast<std::size_t>(stream->index)].fault();
}

Status Demuxer::readFirstPackets() {
    const unsigned count = m_format->nb_streams;
    const auto wanted = [&](unsigned i) {
        return describedByFrames(*this, stream(i)) && m_firstPackets[i].empty();
    };
    m_firstPackets.resize(count);
    m_watches.resize(count);
    unsigned missing = 0;
    for (unsigned i = 0; i < count; ++i)
        missing += wanted(i) ? 1U : 0U;
    if (missing == 0 && !isTransport()) return {};
    // A reader of its own: not every container can be wound back.
    KEYREEL_TRY(Demuxer ahead, openStreams(m_file->film()));
    const Handle<AVPacket> packet = makePacket();
    const auto goesOn = [&](unsigned seen) {
        return (missing > 0 && seen < kMaxPacketsAhead) || (isTransport() && seen < kTransportPacketsAhead);
    };
    for (unsigned seen = 0; goesOn(seen); ++seen) {
        KEYREEL_TRY(const bool more, ahead.read(packet.get()));
        if (!more) break;
        const auto index = static_cast<unsigned>(packet->stream_index);
        if (isTransport() && index < count) m_watches[index].see(*ahead.stream(index), *packet);
        if (index < count && wanted(index) && packet->size > 0) {
            m_firstPackets[index].assign(packet->data, packet->data + packet->size);
            --missing;
        }
        av_packet_unref(packet.get());
    }
    return {};
}

Status Demuxer::readElementary(Rational frameRate) {
    if (!media::isElementaryPicture(*m_format) || m_format->nb_streams != 1) return {};
    AVStream& picture = *stream(0);
    auto order = std::make_unique<ElementaryStream>(picture);
    KEYREEL_TRY(Demuxer ahead, openStreams(m_file->film()));
    const Handle<AVPacket> packet = makePacket();
    for (;;) {
        KEYREEL_TRY(const bool more, ahead.read(packet.get()));
        if (!more) break;
        if (order->pictures() == 0 && frameRate.num == 0) frameRate = statedFrameRate(picture, *packet);
        order->see(*packet);
        av_packet_unref(packet.get());
    }
    order->finish();
    m_lacksFrameRate = frameRate.num <= 0;
    m_frameRate = m_lacksFrameRate ? kGuessedFrameRate : frameRate;
    picture.avg_frame_rate = picture.r_frame_rate = {m_frameRate.num, m_frameRate.den};
    picture.start_time = 0;
    picture.duration = av_rescale_q(static_cast<std::int64_t>(order->pictures()),
                                    AVRational{m_frameRate.den, m_frameRate.num}, picture.time_base);
    m_format->start_time = 0;
    m_format->duration = av_rescale_q(picture.duration, picture.time_base, AVRational{1, AV_TIME_BASE});
    m_elementary = std::move(order);
    return {};
}

/// Headers of protection systems are a hint only: decrypted files may keep them. read() refuses the samples,
/// also those of a protected film without such headers.
Status Demuxer::refuseProtected() {
    bool announced = false;
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        std::size_t size = 0;
        announced |= streamSideData(stream(i), AV_PKT_DATA_ENCRYPTION_INIT_INFO, &size) != nullptr;
    }
    if (!announced) return {};
    KEYREEL_TRY(Demuxer ahead, openStreams(m_file->film()));
    const Handle<AVPacket> packet = makePacket();
    for (unsigned seen = 0; seen < kMaxPacketsAhead; ++seen) {
        KEYREEL_TRY(const bool more, ahead.read(packet.get()));
        if (!more) break;
        av_packet_unref(packet.get());
    }
    return {};
}

ByteView Demuxer::firstPacket(const AVStream* stream) const {
    return m_firstPackets[static_cast<std::size_t>(stream->index)];
}

Result<AVFormatContext*> Demuxer::openFormat(AVIOContext* io, int flags) const {
    AVFormatContext* raw = avformat_alloc_context();
    if (raw == nullptr)
        return fail("out_of_memory", "There is not enough memory to open " + m_file->name() + ".");
    raw->pb = io;
    raw->flags |= AVFMT_FLAG_CUSTOM_IO | flags;
    raw->io_open = &refuseToOpen;
    raw->max_streams = static_cast<int>(kMaxStreams);
    Options options;
    options.set("format_whitelist", kContainers);
    options.set("protocol_whitelist", "none");
    const std::string name = m_file->name();
    // On failure this frees the context.
    const int opened = avformat_open_input(&raw, name.c_str(), nullptr, options.get());
    if (opened < 0) {
        KEYREEL_CHECK(m_file->unchanged());
        return fail("media_not_recognised",
                    name + " is not a film that Keyreel can read (" + libavError(opened) + ").",
                    "Choose a video file: MP4, MOV, MKV, WebM, or another common format.");
    }
    return raw;
}

Result<Demuxer> Demuxer::open(const FilmSource& film, Needs needs, Rational frameRate, bool onlyDolbyVision) {
    KEYREEL_TRY(Demuxer demuxer, openStreams(film));
    KEYREEL_CHECK(demuxer.refuseProtected());
    KEYREEL_CHECK(demuxer.readFirstPackets());
    KEYREEL_CHECK(demuxer.readElementary(frameRate));
    KEYREEL_CHECK(demuxer.describe(needs, onlyDolbyVision));
    return demuxer;
}

Result<Demuxer> Demuxer::openStreams(const FilmSource& film) {
    KEYREEL_TRY(Demuxer demuxer, openStreams(film, Look::Beginnings));
    if (demuxer.completePictures()) return demuxer;
    return openStreams(film, Look::Pictures);
}

/// Whether nothing about pictures is missing any more.
bool Demuxer::completePictures() {
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        AVStream& each = *stream(i);
        if (each.codecpar->codec_id != AV_CODEC_ID_H264 || each.codecpar->format != AV_PIX_FMT_NONE) continue;
        if (!isIso() || !completePictureParameters(each, *m_file)) return false;
    }
    return true;
}

Result<Demuxer> Demuxer::openStreams(const FilmSource& film, Look look) {
    quietenLibav();
    Demuxer demuxer;
    KEYREEL_TRY(demuxer.m_file, SourceFile::open(film));
    KEYREEL_TRY(AVFormatContext * raw, demuxer.openFormat(demuxer.m_file->io(), 0));
    demuxer.m_format.reset(raw);
    const std::string name = demuxer.m_file->name();
    ProbeOptions beginnings(*raw);
    const bool whole = look == Look::Pictures || !demuxer.isIso();
    const int found = avformat_find_stream_info(raw, whole ? nullptr : beginnings.get());
    KEYREEL_CHECK(demuxer.m_file->unchanged());
    if (found < 0)
        return fail("media_not_recognised", name + " has no readable streams (" + libavError(found) + ").",
                    "Choose another file.");
    return demuxer;
}

void Demuxer::keepPart(std::int64_t begin, std::int64_t end) {
    m_partBegin = begin;
    m_partEnd = end;
    media::keepPart(m_info, static_cast<double>(begin) / AV_TIME_BASE,
                    end == INT64_MAX ? kMaxDurationSeconds : static_cast<double>(end) / AV_TIME_BASE);
}

Status Demuxer::describe(Needs needs, bool onlyDolbyVision) {
    AVFormatContext* format = m_format.get();
    m_info.path = m_file->film().path();
    m_info.container = containerName(*format);
    m_info.size = m_file->size();
    m_info.durationSeconds =
        format->duration > 0 ? static_cast<double>(format->duration) / AV_TIME_BASE : 0.0;
    m_info.bitRate = format->bit_rate > 0 ? static_cast<std::uint64_t>(format->bit_rate) : 0;
    if (const AVDictionaryEntry* title = av_dict_get(format->metadata, "title", nullptr, 0))
        m_info.title = title->value;
    if (!isIso() && !isMatroska() && format->start_time != AV_NOPTS_VALUE) m_origin = format->start_time;
    m_info.chapters = chaptersOf(*format, m_origin, m_info.durationSeconds);

    std::size_t video = SIZE_MAX;
    bool videoIsDefault = false;
    std::size_t audioCount = 0;
    for (unsigned i = 0; i < format->nb_streams; ++i) {
        AVStream* stream = format->streams[i];
        const AVCodecParameters& p = *stream->codecpar;
        const bool isVideo = p.codec_type == AVMEDIA_TYPE_VIDEO;
        const bool picture =
            (stream->disposition & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS |
                                    AV_DISPOSITION_STILL_IMAGE)) != 0;
        if (isVideo && picture) m_info.hasCoverArt = true;
        stream->discard = AVDISCARD_ALL;
        if (p.codec_type == AVMEDIA_TYPE_SUBTITLE) ++m_info.textStreams;
        if ((!isVideo && p.codec_type != AVMEDIA_TYPE_AUDIO) || picture) continue;

        TrackInfo track;
        track.index = i;
        track.kind = isVideo ? TrackKind::Video : TrackKind::Audio;
        track.codec = codecOf(p);
        track.codecName = codecName(p);
        track.language = languageOf(stream);
        track.bitRate = p.bit_rate > 0 ? static_cast<std::uint64_t>(p.bit_rate) : 0;
        track.durationSeconds = secondsOf(*format, stream);
        track.reason = whyNotCarried(*this, stream);
        track.carried = track.reason.empty();
        if (isVideo) {
            if (p.width <= 0 || p.height <= 0) continue;
            track.width = static_cast<std::uint32_t>(p.width);
            track.height = static_cast<std::uint32_t>(p.height);
            track.sampleAspectRatio = sampleAspectRatioOf(format, stream);
            track.rotation = rotationOf(matrixOf(stream));
            const double stretch =
                static_cast<double>(track.sampleAspectRatio.num) / track.sampleAspectRatio.den;
            track.displayWidth = static_cast<std::uint32_t>(
                std::clamp(std::lround(static_cast<double>(track.width) * stretch), 1L, 65535L));
            track.displayHeight = track.height;
            if (track.rotation % 180 != 0) std::swap(track.displayWidth, track.displayHeight);
            const AVRational rate = av_guess_frame_rate(format, stream, nullptr);
            track.frameRate = rate.num > 0 && rate.den > 0 ? av_q2d(rate) : 0.0;
            track.bitDepth = bitDepthOf(p);
            track.colour = colourOf(p);
            track.colourName = colourName(track.colour, track.bitDepth);
            const bool isDefault = (stream->disposition & AV_DISPOSITION_DEFAULT) != 0;
            if (video == SIZE_MAX || (isDefault && !videoIsDefault)) {
                video = m_info.tracks.size();
                videoIsDefault = isDefault;
            }
        } else {
            if (p.ch_layout.nb_channels <= 0 || p.sample_rate <= 0) continue;
            track.sampleRate = static_cast<std::uint32_t>(p.sample_rate);
            track.channels = static_cast<std::uint32_t>(p.ch_layout.nb_channels);
            std::array<char, 128> layout{};
            AVChannelLayout shape = p.ch_layout;
            if (shape.order == AV_CHANNEL_ORDER_UNSPEC) av_channel_layout_default(&shape, shape.nb_channels);
            av_channel_layout_describe(&shape, layout.data(), layout.size());
            track.channelLayout = layout.data();
            track.title = titleOf(stream);
            track.role = audioRoleOf(stream);
            track.isDefault = (stream->disposition & AV_DISPOSITION_DEFAULT) != 0;
            track.selected = audioCount++ < kMaxAudioTracks;
        }
        m_info.tracks.push_back(std::move(track));
    }
    return checkChosen(needs, video, audioCount, onlyDolbyVision);
}

Status Demuxer::checkChosen(Needs needs, std::size_t video, std::size_t audioCount, bool onlyDolbyVision) {
    if (needs == Needs::Nothing && video == SIZE_MAX) return {};
    if (video == SIZE_MAX && (needs == Needs::Picture || audioCount == 0))
        return fail("media_no_video",
                    m_file->name() + " has no video track" +
                        (audioCount > 0       ? " (only sound)."
                         : m_info.hasCoverArt ? " (only a picture)."
                                              : "."),
                    "Choose a film with a moving picture.");
    if (m_info.durationSeconds > kMaxDurationSeconds)
        return fail("media_too_long", m_file->name() + " is longer than 24 hours.", "Cut it into parts.");
    if (video != SIZE_MAX) {
        m_info.tracks[video].selected = true;
        KEYREEL_CHECK(checkPicture(m_info.tracks[video], onlyDolbyVision));
    }
    for (const TrackInfo& track : m_info.tracks)
        if (track.selected && !track.carried &&
            avcodec_find_decoder(stream(track.index)->codecpar->codec_id) == nullptr)
            return fail("media_no_decoder",
                        m_file->name() + " uses " + track.codecName + ", which cannot be decoded here.",
                        "Convert the film with another program.");
    return {};
}

Status Demuxer::checkPicture(const TrackInfo& chosen, bool onlyDolbyVision) const {
    if (chosen.width > kMaxPictureSide || chosen.height > kMaxPictureSide ||
        static_cast<std::uint64_t>(chosen.width) * chosen.height > kMaxPicturePixels)
        return fail("media_too_large",
                    m_file->name() + " has a picture of " + std::to_string(chosen.width) + " x " +
                        std::to_string(chosen.height) + " pixels; the largest is 8192 x 4320.",
                    "Scale the film down with another program.");
    if (!onlyDolbyVision && needsDolbyVision(stream(chosen.index))) return hasOnlyDolbyVision(m_file->name());
    return {};
}

tl::unexpected<Error> Demuxer::readError(int error) const {
    if (const Status same = m_file->unchanged(); !same) return tl::unexpected<Error>(same.error());
    return fail("media_damaged",
                m_file->name() + " cannot be read further at byte " + std::to_string(m_file->furthest()) +
                    " (" + libavError(error) + ").",
                "Copy or download the film again.");
}

Status Demuxer::readPlacesOnly() {
    // What probing found out about a stream, and what was chosen.
    struct Known {
        Handle<AVCodecParameters> parameters;
        std::int64_t startTime;
        std::int64_t duration;
        AVDiscard discard;
    };
    std::vector<Known> known;
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        Handle<AVCodecParameters> parameters(avcodec_parameters_alloc());
        if (!parameters || avcodec_parameters_copy(parameters.get(), stream(i)->codecpar) < 0)
            return fail("out_of_memory", "There is not enough memory to read " + m_file->name() + ".");
        known.push_back(
            {std::move(parameters), stream(i)->start_time, stream(i)->duration, stream(i)->discard});
    }
    // A long film has a large index: there is room for one.
    m_format.reset();
    ::malloc_trim(0);
    KEYREEL_TRY(m_placeIo, PlaceIo::open(*m_file));
    // Without a parser, since there is nothing to parse; all that is asked for stands in the container.
    KEYREEL_TRY(AVFormatContext * raw, openFormat(m_placeIo->io(), AVFMT_FLAG_NOPARSE));
    m_format.reset(raw);
    m_placeIo->leaveMediaUnread();
    if (raw->nb_streams < known.size()) {
        KEYREEL_CHECK(m_file->unchanged());
        return fail("media_damaged", m_file->name() + " cannot be read twice alike.");
    }
    for (unsigned i = 0; i < raw->nb_streams; ++i) {
        stream(i)->discard = i < known.size() ? known[i].discard : AVDISCARD_ALL;
        if (i >= known.size()) continue;
        stream(i)->start_time = known[i].startTime;
        stream(i)->duration = known[i].duration;
        if (avcodec_parameters_copy(stream(i)->codecpar, known[i].parameters.get()) < 0)
            return fail("out_of_memory", "There is not enough memory to read " + m_file->name() + ".");
    }
    return {};
}

Result<bool> Demuxer::read(AVPacket* packet) {
    const int result = av_read_frame(m_format.get(), packet);
    if (result == AVERROR_EOF) {
        KEYREEL_CHECK(m_file->unchanged());
        return false;
    }
    if (result < 0) return readError(result);
    std::size_t size = 0;
    if (av_packet_get_side_data(packet, AV_PKT_DATA_ENCRYPTION_INFO, &size) != nullptr)
        return fail("media_protected", m_file->name() + " is protected already: its samples are encrypted.",
                    "Decrypt it first, with its key.");
    if ((packet->flags & AV_PKT_FLAG_CORRUPT) != 0 && (isIso() || isMatroska())) {
        KEYREEL_CHECK(m_file->unchanged());
        return fail("media_truncated", m_file->name() + " ends in the middle of a sample.",
                    "Copy or download the film again.");
    }
    if (m_elementary) m_elementary->stamp(*packet, m_picture++, m_frameRate, stream(0)->time_base);
    return true;
}

tl::unexpected<Error> hasOnlyDolbyVision(const std::string& fileName) {
    return fail(
        "media_no_decoder",
        fileName + " has the colours of Dolby Vision only, which other players show green and violet.",
        "Export the film again as Dolby Vision profile 8.1 or 8.4, HDR10 or HLG.");
}

Result<Handle<AVCodecContext>> openDecoder(const AVStream* stream, const std::string& fileName) {
    const AVCodec* codec = avcodec_find_decoder(stream->codecpar->codec_id);
    Handle<AVCodecContext> context(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
    int error = AVERROR_DECODER_NOT_FOUND;
    if (context) {
        error = avcodec_parameters_to_context(context.get(), stream->codecpar);
        context->pkt_timebase = stream->time_base;
        context->thread_count = 0;
        if (error >= 0) error = avcodec_open2(context.get(), codec, nullptr);
    }
    if (error < 0)
        return fail("media_no_decoder",
                    fileName + " uses " + codecName(*stream->codecpar) + ", which cannot be decoded here (" +
                        libavError(error) + ").",
                    "Convert the film with another program.");
    return context;
}

}  // namespace keyreel::media
