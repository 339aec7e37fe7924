#include "core/media/demuxer.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <string_view>

#include "core/media/codec_records.h"
#include "core/media/describe.h"
#include "core/media/dolby_records.h"

namespace keyreel::media {
namespace {

// Only containers of films: playlists and scripts that name other files or addresses are not among them.
constexpr const char* kContainers =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,h264,hevc,obu,ivf,flv,ogg,asf,mxf,"
    "nut,dv,rm,"
    "yuv4mpegpipe,wav,flac,mp3,aac";
constexpr std::size_t kMaxStreams = 64;
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

/// Whether an edit list asks for more than skipping the beginning or the end: several parts joined, or frames
/// inside that are decoded but not shown. libavformat has already applied the list to its index: times are
/// decode times of the presentation, hidden frames are marked.
bool hasInnerEdits(const AVStream* stream, bool video) {
    AVStream* indexed = const_cast<AVStream*>(stream);
    const std::int64_t start = stream->start_time != AV_NOPTS_VALUE ? stream->start_time : 0;
    bool shown = false;
    bool hiddenBehindShown = false;
    std::int64_t last = INT64_MIN;
    const int count = avformat_index_get_entries_count(stream);
    for (int i = 0; i < count; ++i) {
        const AVIndexEntry* entry = avformat_index_get_entry(indexed, i);
        const bool hidden = (entry->flags & AVINDEX_DISCARD_FRAME) != 0;
        if (entry->timestamp < last) return true;
        last = entry->timestamp;
        // Hidden frames in front of a film that itself begins late would come into view.
        if (hidden && video && start > 0) return true;
        if (!hidden && hiddenBehindShown) return true;
        shown |= !hidden;
        // Before the beginning they also stand between shown frames, because B-frames decode out of order.
        hiddenBehindShown |= hidden && shown && entry->timestamp >= start;
    }
    return false;
}

/// In a transport stream parameter sets and headers come with the samples.
bool hasTransportRecord(const Demuxer& demuxer, const AVStream* stream) {
    const AVCodecParameters& p = *stream->codecpar;
    switch (codecOf(p)) {
        case Codec::H264: {
            const bool plain = p.format == AV_PIX_FMT_YUV420P || p.format == AV_PIX_FMT_YUVJ420P;
            return plain &&
                   avcRecordFromAnnexB({p.extradata, static_cast<std::size_t>(std::max(p.extradata_size, 0))})
                       .has_value();
        }
        case Codec::Aac: {
            // Another rate than the header's is that of spectral band replication, which only the decoder
            // knows of.
            const auto header = adtsHeader(demuxer.firstPacket(stream));
            return header && header->sampleRate == static_cast<std::uint32_t>(p.sample_rate);
        }
        case Codec::Ac3:
            return dac3FromFrame(demuxer.firstPacket(stream)).has_value();
        case Codec::Eac3:
            return dec3FromAccessUnit(demuxer.firstPacket(stream), 0).has_value();
        case Codec::Mp3:
            return true;
        case Codec::Hevc:
        case Codec::Av1:
        case Codec::Vp9:
        case Codec::Opus:
        case Codec::Flac:
        case Codec::Other:
            break;
    }
    return false;
}

bool hasRecord(const Demuxer& demuxer, const AVStream* stream) {
    if (demuxer.isTransport()) return hasTransportRecord(demuxer, stream);
    const AVCodecParameters& p = *stream->codecpar;
    const auto size = static_cast<std::size_t>(std::max(p.extradata_size, 0));
    switch (codecOf(p)) {
        case Codec::H264:
            return size >= 7 && p.extradata[0] == 1;
        case Codec::Hevc:
            return size >= 23 && p.extradata[0] == 1;
        case Codec::Av1:
            return size >= 4 && p.extradata[0] == 0x81;
        case Codec::Vp9:
            return true;
        case Codec::Aac:
            return size >= 2;
        case Codec::Opus:
            return size >= 19;
        case Codec::Flac:
            return size >= kFlacStreamInfo;
        case Codec::Ac3:
            return dac3FromFrame(demuxer.firstPacket(stream)).has_value();
        case Codec::Eac3:
            return dec3FromAccessUnit(demuxer.firstPacket(stream), 0).has_value();
        case Codec::Mp3:
            return true;
        case Codec::Other:
            break;
    }
    return false;
}

std::string whyNotCarried(const Demuxer& demuxer, AVStream* stream) {
    const AVCodecParameters& p = *stream->codecpar;
    if (!isCarried(codecOf(p)))
        return codecName(p) + " is not played by browsers and players of protected video.";
    if (!demuxer.isIso() && !demuxer.isMatroska() && !demuxer.isTransport())
        return "Its container does not store samples with their times.";
    if (const std::string& fault = demuxer.transportFault(stream); !fault.empty()) return fault;
    if (!hasRecord(demuxer, stream)) return "The track has no codec configuration that players know.";
    if (p.ch_layout.nb_channels > kMaxSoundChannels || p.sample_rate > kMaxSoundRate)
        return "It has more channels or a higher sample rate than players take.";
    if (hasInnerEdits(stream, p.codec_type == AVMEDIA_TYPE_VIDEO))
        return "An edit list joins several parts of the track.";
    if (p.codec_id == AV_CODEC_ID_OPUS && p.extradata[18] != 0 && p.extradata[18] != 1)
        return "Its channel mapping is unusual.";
    return {};
}

/// AC-3 and E-AC-3 describe themselves in each frame only, AAC does in a transport stream.
bool describedByFrames(const AVStream* stream, bool transport) {
    if (transport && stream->codecpar->codec_id == AV_CODEC_ID_AAC) return true;
    return stream->codecpar->codec_id == AV_CODEC_ID_AC3 || stream->codecpar->codec_id == AV_CODEC_ID_EAC3;
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

const std::string& Demuxer::transportFault(const AVStream* stream) const {
    return m_watches[static_cast<std::size_t>(stream->index)].fault();
}

Status Demuxer::readFirstPackets() {
    const unsigned count = m_format->nb_streams;
    const auto wanted = [&](unsigned i) {
        return describedByFrames(stream(i), isTransport()) && (isIso() || isMatroska() || isTransport()) &&
               m_firstPackets[i].empty();
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

Result<Demuxer> Demuxer::open(const FilmSource& film, bool needVideo) {
    KEYREEL_TRY(Demuxer demuxer, openStreams(film));
    KEYREEL_CHECK(demuxer.refuseProtected());
    KEYREEL_CHECK(demuxer.readFirstPackets());
    KEYREEL_CHECK(demuxer.describe(needVideo));
    return demuxer;
}

Result<Demuxer> Demuxer::openStreams(const FilmSource& film) {
    quietenLibav();
    Demuxer demuxer;
    KEYREEL_TRY(demuxer.m_file, SourceFile::open(film));
    KEYREEL_TRY(AVFormatContext * raw, demuxer.openFormat(demuxer.m_file->io(), 0));
    demuxer.m_format.reset(raw);
    const std::string name = demuxer.m_file->name();
    const int found = avformat_find_stream_info(raw, nullptr);
    KEYREEL_CHECK(demuxer.m_file->unchanged());
    if (found < 0)
        return fail("media_not_recognised", name + " has no readable streams (" + libavError(found) + ").",
                    "Choose another file.");
    return demuxer;
}

Status Demuxer::describe(bool needVideo) {
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
    if (video == SIZE_MAX) {
        if (!needVideo) return {};
        return fail("media_no_video",
                    m_file->name() + " has no video track" +
                        (audioCount > 0       ? " (only sound)."
                         : m_info.hasCoverArt ? " (only a picture)."
                                              : "."),
                    "Choose a film with a moving picture.");
    }
    m_info.tracks[video].selected = true;
    const TrackInfo& chosen = m_info.tracks[video];
    if (m_info.durationSeconds > kMaxDurationSeconds)
        return fail("media_too_long", m_file->name() + " is longer than 24 hours.", "Cut it into parts.");
    if (chosen.width > kMaxPictureSide || chosen.height > kMaxPictureSide ||
        static_cast<std::uint64_t>(chosen.width) * chosen.height > kMaxPicturePixels)
        return fail("media_too_large",
                    m_file->name() + " has a picture of " + std::to_string(chosen.width) + " x " +
                        std::to_string(chosen.height) + " pixels; the largest is 8192 x 4320.",
                    "Scale the film down with another program.");
    for (const TrackInfo& track : m_info.tracks)
        if (track.selected && !track.carried &&
            avcodec_find_decoder(stream(track.index)->codecpar->codec_id) == nullptr)
            return fail("media_no_decoder",
                        m_file->name() + " uses " + track.codecName + ", which cannot be decoded here.",
                        "Convert the film with another program.");
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
    return true;
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
