#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/image.h"
#include "core/media/probe.h"
#include "core/media/sample_reader.h"
#include "core/media/text_track.h"
#include "core/media/thumbnails.h"
#include "core/media/track.h"

/// What a program and its media worker say to each other over a socket pair, see the README. The decoders
/// trust nobody: every count, length and number is bounded before it is used, and what a worker says of a
/// film is checked as if its maker had said it. Codes of all decoders: `media_worker_protocol`.
namespace keyreel::media::worker {

/// Both sides are installed together; another version is refused.
inline constexpr std::uint16_t kProtocolVersion = 7;
inline constexpr std::size_t kHeaderSize = 12;
/// Largest sample that a worker hands over: a frame of the largest picture without compression.
inline constexpr std::uint32_t kMaxSampleBytes = 128U << 20;
/// Samples in one message.
inline constexpr std::size_t kMaxBatch = 1024;
/// Largest side of a picture that a worker hands over.
inline constexpr std::uint32_t kMaxPictureAnswer = 4096;

/// Latest place of a picture that is asked for: more than a year.
inline constexpr double kMaxFrameSeconds = 32e6;

enum class MessageType : std::uint16_t {
    Hello = 1,    ///< Worker, once: what guards it.
    Request = 2,  ///< Program, once, with the film's descriptor.
    Info = 3,     ///< Answers a probe.
    Picture = 4,  ///< Answers a request for a picture; for thumbnails, each sheet in its turn.
    Opened = 5,   ///< The reader is open; samples follow without being asked for.
    Samples = 6,
    End = 7,  ///< The true end of the film.
    Failed = 8,
    Text = 9,      ///< Answers a request for text: one track each, then
    LeftOut = 10,  ///< what is not among them.
    Font = 11,     ///< Answers a request for fonts: one each, then End.
};

struct Header {
    MessageType type = MessageType::Hello;
    std::uint32_t length = 0;  ///< Of the payload, within the limit of its type.
};
Bytes encodeHeader(MessageType type, std::size_t length);
/// `bytes` are kHeaderSize long.
Result<Header> decodeHeader(ByteView bytes);

/// What stands between the worker and the rest of the computer.
struct Hello {
    std::uint16_t version = kProtocolVersion;
    bool seccomp = false;
    std::uint8_t landlock = 0;  ///< ABI of the kernel; 0: it has none.
    std::uint64_t memory = 0;   ///< Limit in bytes; 0: none (sanitizer builds).
    friend bool operator==(const Hello&, const Hello&) = default;
};
Bytes encodeHello(const Hello& hello);
Result<Hello> decodeHello(ByteView payload);

enum class Task : std::uint8_t {
    Probe = 1,
    Poster = 2,
    Cover = 3,
    Picture = 4,
    Read = 5,
    Texts = 6,
    Thumbnails = 7,
    Frame = 8,
    Fonts = 9
};

struct Request {
    Task task = Task::Probe;
    std::string name;             ///< For messages; no folders.
    std::uint64_t size = 0;       ///< Of the file behind the descriptor.
    std::uint32_t maxWidth = 0;   ///< Pictures: at most this; 1 to kMaxPictureAnswer.
    std::uint32_t maxHeight = 0;  ///< As maxWidth.
    ReaderOptions options;        ///< Read.
    ThumbnailPlan thumbnails;     ///< Thumbnails.
    double seconds = 0;           ///< Frame; at most kMaxFrameSeconds.
};
Bytes encodeRequest(const Request& request);
Result<Request> decodeRequest(ByteView payload);

/// The path of the result is empty: a worker knows none.
Bytes encodeInfo(const MediaInfo& info);
Result<MediaInfo> decodeInfo(ByteView payload);

Bytes encodePicture(const Image& image);
Result<Image> decodePicture(ByteView payload);

Bytes encodeText(const TextTrack& track);
Result<TextTrack> decodeText(ByteView payload);
Bytes encodeFont(const TextFont& font);
Result<TextFont> decodeFont(ByteView payload);
Bytes encodeLeftOut(const std::vector<std::string>& leftOut);
Result<std::vector<std::string>> decodeLeftOut(ByteView payload);

struct Opened {
    MediaInfo info;
    std::vector<Track> tracks;
    std::vector<std::string> remarks{};
};
Bytes encodeOpened(const Opened& opened);
Result<Opened> decodeOpened(ByteView payload);

/// A sample and where its bytes are: in the file, or behind the records of the same message.
struct SampleRecord {
    Sample sample;
    bool inFile = false;
    std::uint64_t place = 0;  ///< Of a sample in the file.
};

/// Collects samples for one message.
class SampleBatch {
public:
    void add(const SampleRecord& record);
    [[nodiscard]] bool empty() const { return m_count == 0; }
    /// Large or full enough to be sent.
    [[nodiscard]] bool full() const;
    /// `position`: bytes of the source consumed so far. Leaves the batch empty.
    Bytes take(std::uint64_t position);

private:
    Bytes m_records;
    Bytes m_data;
    std::uint32_t m_count = 0;
};

struct Samples {
    std::uint64_t position = 0;
    std::vector<SampleRecord> records;  ///< Their data views borrow the payload.
};
/// `tracks`: how many the reader has.
Result<Samples> decodeSamples(ByteView payload, std::size_t tracks);

Bytes encodeFailed(const Error& error);
/// Only codes that reading a film can have; a worker cannot pretend that the network failed.
Result<Error> decodeFailed(ByteView payload);

}  // namespace keyreel::media::worker
