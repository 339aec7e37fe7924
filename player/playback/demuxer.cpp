#include "player/playback/demuxer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

#include "core/base/progress.h"
#include "core/base/secret_bytes.h"
#include "core/media/describe.h"

namespace keyreel::playback {

namespace {

constexpr int kIoBytes = 64 * 1024;
constexpr Time kLongestSample{1'000'000};
constexpr int kSeekAttempts = 3;
constexpr std::int64_t kProbeBytes = 1024 * 1024;
/// A box header with a 64-bit size (ISO/IEC 14496-12 section 4.2).
constexpr std::size_t kLargeHeader = 16;
static_assert(kMaxChannels == media::kMaxSoundChannels && kMaxSampleRate == media::kMaxSoundRate,
              "what packaging carries is played");

void freeWiped(void*, std::uint8_t* data) {
    // The size stands before the payload: libav's free callback does not get it.
    std::uint64_t size = 0;
    std::uint8_t* start = data - 64;
    std::memcpy(&size, start, sizeof size);
    wipe({data, static_cast<std::size_t>(size)});
    av_free(start);
}

/// A copy of the packet's payload in a buffer that is wiped when it is released; the original is wiped at
/// once.
bool moveToWipedBuffer(AVPacket& packet) {
    const auto size = static_cast<std::uint64_t>(packet.size);
    auto* start = static_cast<std::uint8_t*>(
        av_malloc(64 + static_cast<std::size_t>(size) + AV_INPUT_BUFFER_PADDING_SIZE));
    if (start == nullptr) return false;
    std::memcpy(start, &size, sizeof size);
    std::uint8_t* data = start + 64;
    std::memcpy(data, packet.data, static_cast<std::size_t>(size));
    std::memset(data + size, 0, AV_INPUT_BUFFER_PADDING_SIZE);
    AVBufferRef* buffer = av_buffer_create(
        data, static_cast<std::size_t>(size) + AV_INPUT_BUFFER_PADDING_SIZE, freeWiped, nullptr, 0);
    if (buffer == nullptr) {
        av_free(start);
        return false;
    }
    if (packet.buf != nullptr && av_buffer_is_writable(packet.buf) == 1)
        wipe({packet.data, static_cast<std::size_t>(size)});
    av_buffer_unref(&packet.buf);
    packet.buf = buffer;
    packet.data = data;
    return true;
}

Error unreadable(const std::string& name, int code) {
    return Error{"media_open_failed", name + " cannot be read: " + ff::describe(code) + ".",
                 "Download the film again."};
}

Error truncated(const std::string& name) {
    return Error{"media_truncated", name + " ends in the middle of a frame.", "Download the film again."};
}

}  // namespace

/// The file as libavformat reads it.
struct Demuxer::Input {
    std::shared_ptr<SourceReader> reader;
    FileSegments segments;
    std::uint64_t position = 0;
    std::uint64_t size = 0;
    bool reachedPastEnd = false;
    std::optional<Error> error;
    AVIOContext* io = nullptr;
    AVFormatContext* format = nullptr;

    ~Input() {
        avformat_close_input(&format);
        if (io != nullptr) {
            wipe({io->buffer, static_cast<std::size_t>(std::max(io->buffer_size, 0))});
            av_freep(&io->buffer);
            avio_context_free(&io);
        }
    }

    /// Where the part that `position` lies in ends.
    [[nodiscard]] std::uint64_t partEnd() const {
        if (segments.offsets == nullptr) return size;
        const auto next = std::upper_bound(segments.offsets->begin(), segments.offsets->end(), position);
        return next == segments.offsets->end() ? size : std::min(*next, size);
    }

    /// Segments that are passed over look like one `free` box.
    [[nodiscard]] bool isPassedOver() const {
        return segments.offsets != nullptr && position >= segments.offsets->front() &&
               position < (*segments.offsets)[segments.first];
    }

    int passOver(MutableBytes out) {
        const std::uint64_t begin = segments.offsets->front();
        const std::uint64_t length = (*segments.offsets)[segments.first] - begin;
        std::array<std::uint8_t, kLargeHeader> header{0, 0, 0, 1, 'f', 'r', 'e', 'e'};
        for (std::size_t i = 0; i < 8; ++i)
            header[8 + i] = static_cast<std::uint8_t>(length >> (56 - 8 * i));
        const auto count =
            static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), begin + length - position));
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint64_t at = position - begin + i;
            out[i] = at < header.size() ? header[static_cast<std::size_t>(at)] : std::uint8_t{0};
        }
        position += count;
        return static_cast<int>(count);
    }

    static int readBytes(void* opaque, std::uint8_t* data, int wanted) {
        auto& input = *static_cast<Input*>(opaque);
        if (wanted <= 0 || input.position >= input.size) return AVERROR_EOF;
        if (input.isPassedOver()) return input.passOver({data, static_cast<std::size_t>(wanted)});
        const auto count = static_cast<std::size_t>(
            std::min<std::uint64_t>(static_cast<std::uint64_t>(wanted), input.partEnd() - input.position));
        if (Status status = input.reader->read(input.position, {data, count}); !status) {
            const bool calledAway = status.error().code == "cancelled";
            input.error = std::move(status).error();
            return calledAway ? AVERROR_EXIT : AVERROR(EIO);
        }
        input.position += count;
        return static_cast<int>(count);
    }

    static std::int64_t seekTo(void* opaque, std::int64_t offset, int whence) {
        auto& input = *static_cast<Input*>(opaque);
        const auto end = static_cast<std::int64_t>(input.size);
        switch (whence & ~AVSEEK_FORCE) {
            case AVSEEK_SIZE:
                return end;
            case SEEK_CUR:
                offset += static_cast<std::int64_t>(input.position);
                break;
            case SEEK_END:
                offset += end;
                break;
            default:
                break;
        }
        if (offset < 0) return AVERROR(EINVAL);
        // Only a box that claims to be longer than the file leads there.
        if (offset > end) input.reachedPastEnd = true;
        input.position = static_cast<std::uint64_t>(offset);
        return offset;
    }

    static int isStopped(void* opaque) { return static_cast<Input*>(opaque)->reader->stopped() ? 1 : 0; }
};

Demuxer::Demuxer(std::unique_ptr<Input> input, AVStream* stream, std::string name)
    : m_input(std::move(input)), m_stream(stream), m_name(std::move(name)) {}

Demuxer::~Demuxer() = default;

Result<std::unique_ptr<Demuxer>> Demuxer::open(TrackKind kind, const std::string& label,
                                               std::shared_ptr<SourceReader> reader, Container container,
                                               std::optional<unsigned> place, FileSegments segments) {
    const std::string name =
        label.empty() ? (kind == TrackKind::Video ? "The video track" : "The sound track") : label;
    // Errors reach the person as values; libav's own lines on standard error help nobody.
    av_log_set_level(AV_LOG_FATAL);
    auto input = std::make_unique<Input>();
    input->reader = std::move(reader);
    input->segments = segments;
    input->size = input->reader->size();
    if (input->size == 0 || input->size > static_cast<std::uint64_t>(INT64_MAX))
        return fail("media_open_failed", name + " is empty.", "Download the film again.");

    auto* buffer = static_cast<std::uint8_t*>(av_malloc(kIoBytes));
    if (buffer == nullptr) return fail("out_of_memory", "There is not enough memory to open " + name + ".");
    input->io =
        avio_alloc_context(buffer, kIoBytes, 0, input.get(), &Input::readBytes, nullptr, &Input::seekTo);
    if (input->io == nullptr) {
        av_free(buffer);
        return fail("out_of_memory", "There is not enough memory to open " + name + ".");
    }
    input->format = avformat_alloc_context();
    if (input->format == nullptr)
        return fail("out_of_memory", "There is not enough memory to open " + name + ".");
    input->format->pb = input->io;
    input->format->flags |= AVFMT_FLAG_CUSTOM_IO;
    input->format->interrupt_callback = {&Input::isStopped, input.get()};
    input->format->max_streams = static_cast<int>(kMaxStreams);
    input->format->probesize = kProbeBytes;

    // Only the demuxer that was asked for, whatever the bytes look like.
    const AVInputFormat* format = av_find_input_format(container == Container::Mp4 ? "mov" : "matroska");
    const int opened = avformat_open_input(&input->format, nullptr, format, nullptr);
    if (input->error) return tl::unexpected<Error>(*input->error);
    if (opened < 0) return tl::unexpected<Error>(unreadable(name, opened));
    if (input->format->nb_streams > kMaxStreams)
        return fail("media_limit", name + " has more than " + std::to_string(kMaxStreams) + " tracks.");

    AVStream* chosen = nullptr;
    const AVMediaType wanted = kind == TrackKind::Video ? AVMEDIA_TYPE_VIDEO : AVMEDIA_TYPE_AUDIO;
    for (unsigned i = 0; i < input->format->nb_streams; ++i) {
        AVStream* stream = input->format->streams[i];
        const bool cover = (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0;
        if (chosen == nullptr && stream->codecpar->codec_type == wanted && !cover && place.value_or(i) == i)
            chosen = stream;
        stream->discard = stream == chosen ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
    if (chosen == nullptr)
        return kind == TrackKind::Video ? fail("media_no_video", name + " has no video track.")
                                        : fail("media_no_audio", name + " has no sound track.");

    const AVCodecParameters& parameters = *chosen->codecpar;
    const bool complete = kind == TrackKind::Video
                              ? parameters.width > 0 && parameters.height > 0
                              : parameters.sample_rate > 0 && parameters.ch_layout.nb_channels > 0;
    // The headers say everything in all but odd files; looking for more costs a read of the first fragment.
    if (!complete) {
        const int found = avformat_find_stream_info(input->format, nullptr);
        if (input->error) return tl::unexpected<Error>(*input->error);
        if (found < 0) return tl::unexpected<Error>(unreadable(name, found));
    }

    if (!media::isCarried(media::codecOf(parameters)))
        return fail("media_unsupported_codec",
                    name + " is " + avcodec_get_name(parameters.codec_id) + ", which Keyreel does not play.",
                    "Publish the film again; Keyreel converts it.");
    if (parameters.width > kMaxWidth || parameters.height > kMaxHeight || parameters.width < 0 ||
        parameters.height < 0)
        return fail("media_limit", name + " has larger pictures than " + std::to_string(kMaxWidth) + " x " +
                                       std::to_string(kMaxHeight) + ".");
    if (parameters.sample_rate > kMaxSampleRate || parameters.ch_layout.nb_channels > kMaxChannels)
        return fail("media_limit", name + " has more than 192 kHz or 8 channels.");
    if (chosen->time_base.num <= 0 || chosen->time_base.den <= 0)
        return fail("media_open_failed", name + " has no time scale.", "Download the film again.");

    std::unique_ptr<Demuxer> demuxer(new Demuxer(std::move(input), chosen, name));
    demuxer->m_label = label;
    demuxer->m_container = container;
    demuxer->m_place = place;
    demuxer->m_info.kind = kind;
    demuxer->describe();
    return demuxer;
}

void Demuxer::describe() {
    const AVCodecParameters& parameters = *m_stream->codecpar;
    m_info.codec = avcodec_get_name(parameters.codec_id);
    describeChapters();
    if (m_stream->duration != ff::kNoTime && m_stream->duration > 0)
        m_info.duration = ff::toTime(m_stream->duration, m_stream->time_base);
    else if (m_input->format->duration != ff::kNoTime && m_input->format->duration > 0)
        m_info.duration = Time(m_input->format->duration);
    if (m_info.kind == TrackKind::Audio) {
        m_info.sampleRate = parameters.sample_rate;
        m_info.channels = parameters.ch_layout.nb_channels;
        return;
    }
    m_info.width = parameters.width;
    m_info.height = parameters.height;
    m_info.rotation = ff::rotationOf(*m_stream);
    const AVRational rate = av_guess_frame_rate(m_input->format, m_stream, nullptr);
    if (rate.num > 0 && rate.den > 0) m_info.frameRate = av_q2d(rate);
    const AVRational aspect = av_guess_sample_aspect_ratio(m_input->format, m_stream, nullptr);
    m_info.displayWidth = parameters.width;
    m_info.displayHeight = parameters.height;
    if (aspect.num > 0 && aspect.den > 0)
        m_info.displayWidth = static_cast<int>(
            std::clamp(std::lround(parameters.width * av_q2d(aspect)), 1L, static_cast<long>(kMaxWidth)));
    if (m_info.rotation % 180 != 0) std::swap(m_info.displayWidth, m_info.displayHeight);
}

void Demuxer::describeChapters() {
    const std::size_t count = std::min<std::size_t>(m_input->format->nb_chapters, kMaxChapters);
    for (std::size_t i = 0; i < count; ++i) {
        const AVChapter& chapter = *m_input->format->chapters[i];
        if (chapter.time_base.num <= 0 || chapter.time_base.den <= 0 || chapter.start < 0) continue;
        const AVDictionaryEntry* title = av_dict_get(chapter.metadata, "title", nullptr, 0);
        m_info.chapters.push_back(
            {ff::toTime(chapter.start, chapter.time_base), title != nullptr ? title->value : ""});
    }
}

Result<std::optional<Sample>> Demuxer::read() {
    if (m_next) return std::exchange(m_next, std::nullopt);
    return readFromFile();
}

Result<std::optional<Sample>> Demuxer::readFromFile() {
    for (;;) {
        ff::PacketPtr packet(av_packet_alloc());
        if (!packet) return fail("out_of_memory", "There is not enough memory to play " + m_name + ".");
        const int got = av_read_frame(m_input->format, packet.get());
        if (m_input->error) return tl::unexpected<Error>(*m_input->error);
        if (m_input->reader->stopped()) return cancelled("Reading the film");
        if (got == AVERROR_EOF) {
            if (m_input->reachedPastEnd) return tl::unexpected<Error>(truncated(m_name));
            return std::optional<Sample>();
        }
        if (got < 0)
            return fail("media_damaged", m_name + " is damaged: " + ff::describe(got) + ".",
                        "Download the film again.");
        if (packet->stream_index != m_stream->index || packet->size == 0) continue;
        if ((packet->flags & AV_PKT_FLAG_CORRUPT) != 0) return tl::unexpected<Error>(truncated(m_name));
        if (packet->size > kMaxPacketBytes)
            return fail("media_limit", m_name + " has a frame larger than 32 MiB.");
        if (!moveToWipedBuffer(*packet))
            return fail("out_of_memory", "There is not enough memory to play " + m_name + ".");
        Sample sample;
        const std::int64_t pts = packet->pts != ff::kNoTime ? packet->pts : packet->dts;
        if (pts != ff::kNoTime) sample.pts = ff::toTime(pts, m_stream->time_base);
        // Sound comes without durations out of fragments: each sample stands for the step from the one before
        // it.
        sample.duration = packet->duration > 0 ? ff::toTime(packet->duration, m_stream->time_base)
                                               : std::clamp(sample.pts - m_lastPts, Time(0), kLongestSample);
        m_lastPts = sample.pts;
        sample.packet = std::move(packet);
        return std::optional<Sample>(std::move(sample));
    }
}

Status Demuxer::seekByDecodingTime(std::int64_t timestamp) {
    m_next.reset();
    m_input->io->eof_reached = 0;
    m_input->io->error = 0;
    m_input->reachedPastEnd = false;
    const int sought = av_seek_frame(m_input->format, m_stream->index, timestamp, AVSEEK_FLAG_BACKWARD);
    if (m_input->error) return tl::unexpected<Error>(*m_input->error);
    if (sought < 0)
        return fail("media_seek_failed",
                    "No place to go to was found in " + m_name + ": " + ff::describe(sought) + ".");
    return {};
}

/// libavformat, sent to the last fragment, still knows which one followed where it was, and reads on there:
/// too early by up to the whole film.
bool Demuxer::wentAstray(std::int64_t timestamp) const {
    if (m_container != Container::Mp4 || !m_next || m_next->packet->dts == ff::kNoTime) return false;
    const int index = av_index_search_timestamp(m_stream, timestamp, AVSEEK_FLAG_BACKWARD);
    const AVIndexEntry* meant = avformat_index_get_entry(m_stream, index);
    return meant != nullptr && m_next->packet->dts < meant->timestamp;
}

/// The same file, as if nothing of it had been read.
Status Demuxer::reopen() {
    m_next.reset();
    KEYREEL_TRY(const std::unique_ptr<Demuxer> fresh,
                open(m_info.kind, m_label, m_input->reader, m_container, m_place, m_input->segments));
    m_input = std::move(fresh->m_input);
    m_stream = fresh->m_stream;
    return {};
}

Status Demuxer::seek(Time target) {
    // libavformat looks for the decoding time; with reordered frames the key frame it finds may be presented
    // after the target, then the one before it is meant.
    std::int64_t timestamp = ff::fromTime(std::max(target, Time(0)), m_stream->time_base);
    std::int64_t found = ff::kNoTime;
    bool reopened = false;
    for (int attempt = 0; attempt < kSeekAttempts; ++attempt) {
        // The first call may only load the fragment's sample table, and look into it no further than what was
        // known.
        Status sought = seekByDecodingTime(timestamp);
        if (sought) sought = seekByDecodingTime(timestamp);
        // Nothing at or before it: the track begins later.
        if (!sought && sought.error().code == "media_seek_failed") sought = seekByDecodingTime(0);
        if (!sought) return sought;
        KEYREEL_TRY(m_next, readFromFile());
        if (!reopened && wentAstray(timestamp)) {
            reopened = true;
            KEYREEL_CHECK(reopen());
            --attempt;
            continue;
        }
        if (!m_next || m_next->pts <= target || m_next->packet->dts == ff::kNoTime ||
            m_next->packet->dts == found)
            return {};
        found = m_next->packet->dts;
        timestamp = found - 1;
    }
    return {};
}

}  // namespace keyreel::playback
