#include <algorithm>
#include <array>

#include "core/base/byte_io.h"
#include "core/base/progress.h"
#include "core/media/ass_text.h"
#include "core/media/demuxer.h"
#include "core/media/describe.h"
#include "core/media/text_track.h"

namespace keyreel::media {
namespace {

constexpr AVRational kMilliseconds{1, 1000};

bool readable(AVCodecID codec) {
    switch (codec) {
        case AV_CODEC_ID_MOV_TEXT:
        case AV_CODEC_ID_WEBVTT:
        case AV_CODEC_ID_SUBRIP:
        case AV_CODEC_ID_TEXT:
        case AV_CODEC_ID_ASS:
        case AV_CODEC_ID_TTML:
            return true;
        default:
            return false;
    }
}

/// ISO/IEC 14496-17 (3GPP TS 26.245 section 5.17): 16 bits of length, then the text. Styles that follow are
/// left behind.
std::string textOfTx3g(ByteView packet) {
    ByteReader in(packet);
    const std::size_t size = in.u16();
    const ByteView text = in.bytes(size);
    return in.failed() ? std::string() : webVttOfPlain(asText(text));
}

std::string sideText(const AVPacket& packet, AVPacketSideDataType type) {
    std::size_t size = 0;
    const std::uint8_t* data = av_packet_get_side_data(&packet, type, &size);
    std::string text = data == nullptr ? std::string() : std::string(asText({data, size}));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

/// WebVTT may carry any text but an empty line and an arrow.
bool fitsWebVtt(const std::string& text) {
    return text.find("\n\n") == std::string::npos && text.find("-->") == std::string::npos &&
           text.find('\r') == std::string::npos && text.find('\0') == std::string::npos;
}

ByteView configurationOf(const AVStream* stream) {
    const AVCodecParameters& about = *stream->codecpar;
    return {about.extradata, static_cast<std::size_t>(std::max(about.extradata_size, 0))};
}

/// Under the names that Matroska files have had for it.
bool isFontType(std::string_view type) {
    constexpr std::array<std::string_view, 7> kTypes{
        "application/x-truetype-font", "application/x-font-ttf",      "application/x-font-otf",
        "application/x-font",          "application/vnd.ms-opentype", "application/x-font-opentype",
        "application/font-sfnt"};
    return type.starts_with("font/") || std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

std::string tagOf(const AVStream* stream, const char* key) {
    const AVDictionaryEntry* entry = av_dict_get(stream->metadata, key, nullptr, 0);
    return entry == nullptr ? std::string() : entry->value;
}

TextTrack describe(const AVStream* stream) {
    TextTrack track;
    track.form = stream->codecpar->codec_id == AV_CODEC_ID_TTML ? TextForm::Ttml : TextForm::WebVtt;
    track.language = languageOf(stream);
    track.title = titleOf(stream);
    track.isDefault = (stream->disposition & AV_DISPOSITION_DEFAULT) != 0;
    track.role = (stream->disposition & AV_DISPOSITION_FORCED) != 0             ? TextRole::Forced
                 : (stream->disposition & AV_DISPOSITION_HEARING_IMPAIRED) != 0 ? TextRole::Caption
                 : (stream->disposition & (AV_DISPOSITION_DESCRIPTIONS | AV_DISPOSITION_VISUAL_IMPAIRED)) != 0
                     ? TextRole::Description
                     : TextRole::Subtitle;
    return track;
}

}  // namespace

Result<std::vector<TextTrack>> readTextStreams(const FilmSource& film, std::stop_token stop,
                                               std::vector<std::string>* leftOut) {
    KEYREEL_TRY(Demuxer demuxer, Demuxer::open(film, Needs::Nothing));
    const auto leaveOut = [&](const AVStream* stream, const std::string& why) {
        if (leftOut != nullptr)
            leftOut->push_back("stream " + std::to_string(stream->index) + " (" +
                               avcodec_get_name(stream->codecpar->codec_id) + "): " + why);
    };
    struct Reading {
        const AVStream* stream;
        TextTrack track;
        AssCollector script;
        std::size_t bytes = 0;
        bool dropped = false;
    };
    std::vector<Reading> readings;
    std::vector<std::size_t> readingOf(demuxer.format()->nb_streams, SIZE_MAX);
    for (unsigned i = 0; i < demuxer.format()->nb_streams; ++i) {
        AVStream* stream = demuxer.stream(i);
        stream->discard = AVDISCARD_ALL;
        if (stream->codecpar->codec_type != AVMEDIA_TYPE_SUBTITLE) continue;
        if (!readable(stream->codecpar->codec_id)) {
            leaveOut(stream, "not text that can be carried");
            continue;
        }
        if (readings.size() == kMaxTextTracks) {
            leaveOut(stream, "only " + std::to_string(kMaxTextTracks) + " text tracks are carried");
            continue;
        }
        stream->discard = AVDISCARD_DEFAULT;
        readingOf[i] = readings.size();
        readings.push_back({stream, describe(stream), AssCollector(configurationOf(stream)), 0, false});
    }
    if (readings.empty()) return std::vector<TextTrack>();
    const std::string name = demuxer.file().name();
    const Handle<AVPacket> packet = makePacket();
    for (;;) {
        if (stop.stop_requested()) return cancelled("Reading the subtitles of " + name);
        KEYREEL_TRY(const bool more, demuxer.read(packet.get()));
        if (!more) break;
        const auto index = static_cast<std::size_t>(packet->stream_index);
        const std::size_t which = index < readingOf.size() ? readingOf[index] : SIZE_MAX;
        if (which == SIZE_MAX || packet->size <= 0 || packet->pts == AV_NOPTS_VALUE) {
            av_packet_unref(packet.get());
            continue;
        }
        Reading& reading = readings[which];
        const AVStream& stream = *reading.stream;
        const ByteView data(packet->data, static_cast<std::size_t>(packet->size));
        reading.bytes += data.size();
        if (reading.bytes > kMaxTextBytes || reading.track.cues.size() >= kMaxTextCues)
            return fail("text_too_large",
                        "A text track of " + name + " has more than 8 MiB or " +
                            std::to_string(kMaxTextCues) + " cues.",
                        "Package the film without its text tracks.");
        const std::int64_t origin =
            av_rescale_q(demuxer.origin(), AVRational{1, AV_TIME_BASE}, kMilliseconds);
        TextCue cue;
        cue.begin = av_rescale_q(packet->pts, stream.time_base, kMilliseconds) - origin;
        cue.end = cue.begin +
                  av_rescale_q(std::max<std::int64_t>(packet->duration, 0), stream.time_base, kMilliseconds);
        cue.begin = std::max<std::int64_t>(cue.begin, 0);
        switch (stream.codecpar->codec_id) {
            case AV_CODEC_ID_MOV_TEXT:
                cue.text = textOfTx3g(data);
                break;
            case AV_CODEC_ID_WEBVTT:
                cue.text = asText(data);
                cue.id = sideText(*packet, AV_PKT_DATA_WEBVTT_IDENTIFIER);
                cue.settings = sideText(*packet, AV_PKT_DATA_WEBVTT_SETTINGS);
                while (!cue.text.empty() && cue.text.back() == '\n')
                    cue.text.pop_back();
                if (!fitsWebVtt(cue.text) || !fitsWebVtt(cue.id) || !fitsWebVtt(cue.settings))
                    return fail("text_invalid",
                                "A text track of " + name + " has a cue at " + std::to_string(cue.begin) +
                                    " ms that WebVTT cannot hold.",
                                "Package the film without its text tracks.");
                break;
            case AV_CODEC_ID_ASS:
                cue.text = reading.script.add(cue.begin, cue.end, asText(data));
                break;
            case AV_CODEC_ID_TTML:
                // Documents of several samples would have to become one; a single one is taken as it is.
                reading.dropped |= !reading.track.document.empty();
                reading.track.document = asText(data);
                break;
            default:
                cue.text = webVttOfSubRip(asText(data));
        }
        if (!cue.text.empty() && cue.end > cue.begin) reading.track.cues.push_back(std::move(cue));
        av_packet_unref(packet.get());
    }
    std::vector<TextTrack> tracks;
    for (Reading& reading : readings) {
        TextTrack& track = reading.track;
        if (reading.dropped) {
            leaveOut(reading.stream, "TTML in several samples");
            continue;
        }
        if (track.cues.empty() && track.document.empty()) {
            leaveOut(reading.stream, "it is empty");
            continue;
        }
        if (reading.stream->codecpar->codec_id == AV_CODEC_ID_ASS) track.script = reading.script.script();
        std::stable_sort(track.cues.begin(), track.cues.end(),
                         [](const TextCue& a, const TextCue& b) { return a.begin < b.begin; });
        tracks.push_back(std::move(track));
    }
    return tracks;
}

Result<std::vector<TextFont>> readFonts(const FilmSource& film) {
    KEYREEL_TRY(Demuxer demuxer, Demuxer::open(film, Needs::Nothing));
    std::vector<TextFont> fonts;
    std::size_t all = 0;
    for (unsigned i = 0; i < demuxer.format()->nb_streams && fonts.size() < kMaxFonts; ++i) {
        const AVStream* stream = demuxer.stream(i);
        if (stream->codecpar->codec_type != AVMEDIA_TYPE_ATTACHMENT) continue;
        const ByteView data = configurationOf(stream);
        if (data.empty() || data.size() > kMaxFontBytes || data.size() > kMaxAllFontBytes - all) continue;
        if (!isFontType(tagOf(stream, "mimetype"))) continue;
        all += data.size();
        fonts.push_back({tagOf(stream, "filename"), toBytes(data)});
    }
    return fonts;
}

}  // namespace keyreel::media
