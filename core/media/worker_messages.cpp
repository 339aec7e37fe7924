#include "core/media/worker_messages.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/media/ladder.h"
#include "core/media/loudness.h"
#include "core/media/worker_descriptions.h"

namespace keyreel::media::worker {
namespace {

constexpr std::uint32_t kMagic = 0x4b524d57;  // "KRMW"
/// Escaping makes a character five; a script comes as it is and as words.
constexpr std::size_t kMaxTextMessage = 16 * kMaxTextBytes;
/// In milliseconds.
constexpr auto kMaxCueTime = static_cast<std::int64_t>(2 * kMaxDurationSeconds * 1000);
/// Reasons to leave text out: one per stream at most.
constexpr std::size_t kMaxLeftOut = 64;
constexpr std::size_t kMaxPictureBytes = std::size_t{kMaxPictureAnswer} * kMaxPictureAnswer * 4;
/// A batch is sent when it has this much; one more sample may still have been added.
constexpr std::size_t kBatchBytes = 192U << 10;
constexpr std::size_t kRecordSize = 1 + 1 + 8 + 4 + 4 + 4 + 8;
/// Seconds; what fragments may be.
constexpr double kLeastGroup = 0.1;
constexpr double kLongestGroup = 60;
/// Code of a failure that a worker may report.
constexpr std::array<std::string_view, 6> kFailures{"media_", "image_", "transcode_",
                                                    "file_",  "text_",  "out_of_memory"};

tl::unexpected<Error> violated(const char* what) {
    return fail("media_worker_protocol",
                std::string("The media worker and the program do not understand each other (") + what + ").",
                "Install all of Keyreel again. If it stays, the film made the worker fail: leave it.");
}

std::size_t limitOf(MessageType type) {
    switch (type) {
        case MessageType::Hello:
        case MessageType::End:
            return 64;
        case MessageType::Request:
        case MessageType::Failed:
            return 16U << 10;
        case MessageType::Info:
            return kMaxPayload;
        case MessageType::Opened:
            // The configuration of every track besides what the file is.
            return kMaxPayload * (2 + kMaxRungs + kMaxAudioTracks);
        case MessageType::Text:
            return kMaxTextMessage;
        case MessageType::Font:
            return kMaxFontBytes + kMaxPayload;
        case MessageType::LeftOut:
            return kMaxPayload;
        case MessageType::Picture:
            return kMaxPictureBytes + 64;
        case MessageType::Samples:
            return kMaxSampleBytes + kBatchBytes + kMaxBatch * kRecordSize + 64;
    }
    return 0;
}

}  // namespace

Bytes encodeHeader(MessageType type, std::size_t length) {
    FieldWriter out;
    out.u32(kMagic);
    out.u16(static_cast<std::uint16_t>(type));
    out.u16(0);
    out.u32(static_cast<std::uint32_t>(length));
    return out.take();
}

Result<Header> decodeHeader(ByteView bytes) {
    FieldReader in(bytes);
    if (in.u32() != kMagic) return violated("not a message");
    const std::uint16_t type = in.u16();
    const std::uint16_t reserved = in.u16();
    Header header;
    header.type = static_cast<MessageType>(type);
    header.length = in.u32();
    const std::size_t limit = limitOf(header.type);
    if (!in.complete() || reserved != 0 || limit == 0) return violated("unknown message");
    if (header.length > limit) return violated("a message that is too long");
    return header;
}

Bytes encodeHello(const Hello& hello) {
    FieldWriter out;
    out.u16(hello.version);
    out.flag(hello.seccomp);
    out.u8(hello.landlock);
    out.u64(hello.memory);
    return out.take();
}

Result<Hello> decodeHello(ByteView payload) {
    FieldReader in(payload);
    Hello hello;
    hello.version = in.u16();
    if (hello.version != kProtocolVersion) return violated("another version");
    hello.seccomp = in.flag();
    hello.landlock = in.u8();
    hello.memory = in.u64();
    if (!in.complete()) return violated("greeting");
    return hello;
}

Bytes encodeRequest(const Request& request) {
    const auto& [part, transcodeVideo, transcodeAudio, audioTracks, transcodeHeight, ladder, keepSource,
                 onlyDolbyVision, loudness, groupSeconds, crf, preset, pictureOptional, frameRate] =
        request.options;
    FieldWriter out;
    writeEnum(out, request.task);
    out.words(request.name);
    out.u64(request.size);
    out.u32(request.maxWidth);
    out.u32(request.maxHeight);
    out.real(part.from);
    out.real(part.to);
    out.flag(transcodeVideo);
    out.flag(transcodeAudio);
    out.u32(static_cast<std::uint32_t>(std::min(audioTracks, kMaxAudioTracks)));
    out.u32(transcodeHeight);
    // One too many is refused by the other side.
    const std::size_t rungs = std::min(ladder.size(), kMaxRungs + 1);
    out.u8(static_cast<std::uint8_t>(rungs));
    for (std::size_t i = 0; i < rungs; ++i)
        out.u32(ladder[i]);
    out.flag(keepSource);
    out.flag(onlyDolbyVision);
    // Both directions carry amounts, which are never below zero.
    out.real(-loudness);
    out.real(groupSeconds);
    out.i32(crf);
    const auto known = std::find_if(kEncoderPresets.begin(), kEncoderPresets.end(), [&](const char* name) {
        return std::string_view(name) == request.options.preset;
    });
    // One past the end is refused by the other side.
    out.u8(static_cast<std::uint8_t>(known - kEncoderPresets.begin()));
    out.flag(pictureOptional);
    out.i32(frameRate.num);
    out.i32(frameRate.den);
    const auto& [begin, seconds, count, columns, rows, tileWidth, tileHeight] = request.thumbnails;
    out.real(begin);
    out.real(seconds);
    for (const std::uint32_t number : {count, columns, rows, tileWidth, tileHeight})
        out.u32(number);
    out.real(request.seconds);
    return out.take();
}

Result<Request> decodeRequest(ByteView payload) {
    FieldReader in(payload);
    Request request;
    request.task = static_cast<Task>(in.within<std::uint8_t>(in.u8(), 1, 9));
    request.name = in.words();
    request.size = in.within<std::uint64_t>(in.u64(), 0, INT64_MAX);
    request.maxWidth = in.within<std::uint32_t>(in.u32(), 1, kMaxPictureAnswer);
    request.maxHeight = in.within<std::uint32_t>(in.u32(), 1, kMaxPictureAnswer);
    request.options.part.from = in.within(in.amount(), 0.0, kMaxDurationSeconds);
    request.options.part.to = in.within(in.amount(), 0.0, kMaxDurationSeconds);
    request.options.transcodeVideo = in.flag();
    request.options.transcodeAudio = in.flag();
    request.options.audioTracks = in.within<std::uint32_t>(in.u32(), 0, kMaxAudioTracks);
    request.options.transcodeHeight = in.within<std::uint32_t>(in.u32(), 0, kMaxPictureSide);
    request.options.ladder.resize(in.within<std::uint8_t>(in.u8(), 0, kMaxRungs));
    std::uint32_t above = kMaxPictureSide + 1;
    for (std::uint32_t& height : request.options.ladder)
        above = height = in.within<std::uint32_t>(in.u32(), kMinRungHeight, above - 1);
    request.options.keepSource = in.flag();
    request.options.onlyDolbyVision = in.flag();
    if (const double quiet = in.amount(); quiet != 0)
        request.options.loudness = -in.within(quiet, -kMaxLoudness, -kMinLoudness);
    request.options.groupSeconds = in.within(in.amount(), kLeastGroup, kLongestGroup);
    request.options.crf = in.within<std::int32_t>(in.i32(), 0, 51);
    const std::uint8_t preset = in.within<std::uint8_t>(in.u8(), 0, kEncoderPresets.size() - 1);
    request.options.pictureOptional = in.flag();
    request.options.frameRate.num = in.within<std::int32_t>(in.i32(), 0, kMaxFrameRateTerm);
    request.options.frameRate.den = in.within<std::int32_t>(in.i32(), 1, kMaxFrameRateTerm);
    ThumbnailPlan& plan = request.thumbnails;
    plan.begin = in.within(in.amount(), 0.0, kMaxDurationSeconds);
    plan.seconds = in.within(in.amount(), kMinThumbnailSeconds, kMaxThumbnailSeconds);
    plan.count = in.within<std::uint32_t>(in.u32(), 1, kMaxThumbnails);
    plan.columns = in.within<std::uint32_t>(in.u32(), 1, kMaxThumbnailGrid);
    plan.rows = in.within<std::uint32_t>(in.u32(), 1, kMaxThumbnailGrid);
    plan.tileWidth = in.within<std::uint32_t>(in.u32(), 2, kMaxThumbnailSide);
    plan.tileHeight = in.within<std::uint32_t>(in.u32(), 2, kMaxThumbnailSide);
    request.seconds = in.within(in.amount(), 0.0, kMaxFrameSeconds);
    if (!in.complete()) return violated("request");
    request.options.preset = kEncoderPresets[preset];
    return request;
}

Bytes encodeInfo(const MediaInfo& info) {
    FieldWriter out;
    write(out, info);
    return out.take();
}

Result<MediaInfo> decodeInfo(ByteView payload) {
    FieldReader in(payload);
    MediaInfo info = readInfo(in);
    in.require(info.video().selected);
    if (!in.complete()) return violated("description");
    return info;
}

Bytes encodePicture(const Image& image) {
    FieldWriter out;
    out.u32(image.width);
    out.u32(image.height);
    out.u32(image.channels);
    out.bytes(image.pixels);
    return out.take();
}

Result<Image> decodePicture(ByteView payload) {
    FieldReader in(payload);
    Image image;
    image.width = in.within<std::uint32_t>(in.u32(), 1, kMaxPictureAnswer);
    image.height = in.within<std::uint32_t>(in.u32(), 1, kMaxPictureAnswer);
    image.channels = in.within<std::uint32_t>(in.u32(), 3, 4);
    if (in.failed()) return violated("picture");
    image.pixels = toBytes(in.bytes(std::size_t{image.width} * image.height * image.channels));
    if (!in.complete()) return violated("picture");
    return image;
}

Bytes encodeText(const TextTrack& track) {
    const auto& [form, role, language, title, isDefault, header, cues, document, script] = track;
    FieldWriter out;
    writeEnum(out, form);
    writeEnum(out, role);
    out.words(language);
    out.words(title);
    out.flag(isDefault);
    out.longWords(header);
    out.longWords(document);
    out.longWords(script);
    out.u32(static_cast<std::uint32_t>(cues.size()));
    for (const TextCue& cue : cues) {
        const auto& [begin, end, id, settings, text] = cue;
        // A damaged file may show a cue for ever.
        out.i64(std::min(begin, kMaxCueTime));
        out.i64(std::min(end, kMaxCueTime));
        out.longWords(id);
        out.longWords(settings);
        out.longWords(text);
    }
    return out.take();
}

Result<TextTrack> decodeText(ByteView payload) {
    FieldReader in(payload);
    TextTrack track;
    track.form = readEnum(in, TextForm::WebVtt, TextForm::Ttml);
    track.role = readEnum(in, TextRole::Subtitle, TextRole::Description);
    track.language = readLanguage(in);
    track.title = in.words();
    track.isDefault = in.flag();
    track.header = in.longWords();
    track.document = in.longWords();
    track.script = in.longWords();
    const std::uint32_t count = in.within<std::uint32_t>(in.u32(), 0, kMaxTextCues);
    for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
        TextCue cue;
        cue.begin = in.within<std::int64_t>(in.i64(), 0, kMaxCueTime);
        cue.end = in.within<std::int64_t>(in.i64(), cue.begin, kMaxCueTime);
        cue.id = in.longWords();
        cue.settings = in.longWords();
        cue.text = in.longWords();
        // What would end the cue, or begin another, in a document.
        for (const std::string* part : {&cue.id, &cue.settings, &cue.text})
            in.require(part->find("-->") == std::string::npos && part->find("\n\n") == std::string::npos);
        in.require(track.cues.empty() || track.cues.back().begin <= cue.begin);
        track.cues.push_back(std::move(cue));
    }
    in.require(track.header.find("-->") == std::string::npos);
    if (!in.complete()) return violated("text");
    return track;
}

Bytes encodeFont(const TextFont& font) {
    const auto& [name, data] = font;
    FieldWriter out;
    out.words(name);
    out.u32(static_cast<std::uint32_t>(data.size()));
    out.bytes(data);
    return out.take();
}

Result<TextFont> decodeFont(ByteView payload) {
    FieldReader in(payload);
    TextFont font;
    font.name = in.words();
    font.data = toBytes(in.bytes(in.within<std::uint32_t>(in.u32(), 1, kMaxFontBytes)));
    if (!in.complete()) return violated("font");
    return font;
}

namespace {

void writeReasons(FieldWriter& out, const std::vector<std::string>& reasons) {
    out.u8(static_cast<std::uint8_t>(std::min(reasons.size(), kMaxLeftOut)));
    for (std::size_t i = 0; i < reasons.size() && i < kMaxLeftOut; ++i)
        out.words(reasons[i]);
}

std::vector<std::string> readReasons(FieldReader& in) {
    std::vector<std::string> reasons(in.within<std::uint8_t>(in.u8(), 0, kMaxLeftOut));
    for (std::string& why : reasons)
        why = in.words();
    return reasons;
}

}  // namespace

Bytes encodeLeftOut(const std::vector<std::string>& leftOut) {
    FieldWriter out;
    writeReasons(out, leftOut);
    return out.take();
}

Result<std::vector<std::string>> decodeLeftOut(ByteView payload) {
    FieldReader in(payload);
    std::vector<std::string> leftOut = readReasons(in);
    if (!in.complete()) return violated("text");
    return leftOut;
}

Bytes encodeOpened(const Opened& opened) {
    FieldWriter out;
    write(out, opened.info);
    out.u8(static_cast<std::uint8_t>(opened.tracks.size()));
    for (const Track& track : opened.tracks)
        write(out, track);
    writeReasons(out, opened.remarks);
    return out.take();
}

Result<Opened> decodeOpened(ByteView payload) {
    FieldReader in(payload);
    Opened opened;
    opened.info = readInfo(in);
    constexpr std::size_t kMostPictures = kMaxRungs + 1;
    const auto count = in.within<std::uint8_t>(in.u8(), 1, kMostPictures + kMaxAudioTracks);
    std::size_t pictures = 0;
    for (std::uint8_t i = 0; i < count && !in.failed(); ++i) {
        opened.tracks.push_back(readTrack(in));
        if (opened.tracks.back().kind != TrackKind::Video) continue;
        // In front of all sound.
        in.require(pictures == i);
        ++pictures;
    }
    in.require((pictures > 0) == opened.info.video().selected);
    in.require(pictures <= kMostPictures && count - pictures <= kMaxAudioTracks);
    opened.remarks = readReasons(in);
    if (!in.complete()) return violated("tracks");
    return opened;
}

void SampleBatch::add(const SampleRecord& record) {
    FieldWriter out;
    const Sample& sample = record.sample;
    out.u8(static_cast<std::uint8_t>(sample.track));
    out.u8(static_cast<std::uint8_t>((sample.key ? 1U : 0U) | (record.inFile ? 2U : 0U)));
    out.i64(sample.decodeTime);
    out.i32(sample.compositionOffset);
    out.u32(sample.duration);
    out.u32(sample.size);
    out.u64(record.place);
    append(m_records, out.view());
    if (!record.inFile) append(m_data, sample.data);
    ++m_count;
}

bool SampleBatch::full() const {
    return m_data.size() >= kBatchBytes || m_count >= kMaxBatch;
}

Bytes SampleBatch::take(std::uint64_t position) {
    FieldWriter out;
    out.u64(position);
    out.u32(m_count);
    out.bytes(m_records);
    out.bytes(m_data);
    m_records.clear();
    m_data.clear();
    m_count = 0;
    return out.take();
}

Result<Samples> decodeSamples(ByteView payload, std::size_t tracks) {
    // Times beyond any film, within what a tfdt and a double hold exactly.
    constexpr std::int64_t kMaxTime = std::int64_t{1} << 50;
    FieldReader in(payload);
    Samples samples;
    samples.position = in.u64();
    const std::uint32_t count = in.within<std::uint32_t>(in.u32(), 1, kMaxBatch);
    if (in.failed() || in.remaining() < count * kRecordSize) return violated("samples");
    samples.records.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        SampleRecord record;
        Sample& sample = record.sample;
        sample.track = in.u8();
        in.require(sample.track < tracks);
        const std::uint8_t flags = in.within<std::uint8_t>(in.u8(), 0, 3);
        sample.key = (flags & 1U) != 0;
        record.inFile = (flags & 2U) != 0;
        sample.decodeTime = in.within<std::int64_t>(in.i64(), -kMaxTime, kMaxTime);
        sample.compositionOffset = in.i32();
        sample.duration = in.within<std::uint32_t>(in.u32(), 0, INT32_MAX);
        sample.size = in.within<std::uint32_t>(in.u32(), 0, kMaxSampleBytes);
        record.place = in.u64();
        samples.records.push_back(record);
    }
    for (SampleRecord& record : samples.records)
        if (!record.inFile) record.sample.data = in.bytes(record.sample.size);
    if (!in.complete()) return violated("samples");
    return samples;
}

Bytes encodeFailed(const Error& error) {
    FieldWriter out;
    out.words(error.code);
    out.words(error.what);
    out.words(error.next);
    return out.take();
}

Result<Error> decodeFailed(ByteView payload) {
    FieldReader in(payload);
    Error error;
    error.code = in.words();
    error.what = in.words();
    error.next = in.words();
    in.require(!error.code.empty() && error.code.size() <= 64 &&
               std::all_of(error.code.begin(), error.code.end(), [](char c) {
                   return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
               }));
    in.require(std::any_of(kFailures.begin(), kFailures.end(),
                           [&](std::string_view prefix) { return error.code.starts_with(prefix); }));
    if (!in.complete()) return violated("failure");
    return error;
}

}  // namespace keyreel::media::worker
