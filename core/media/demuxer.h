#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/media/elementary_stream.h"
#include "core/media/libav_handles.h"
#include "core/media/place_io.h"
#include "core/media/probe.h"
#include "core/media/source_file.h"
#include "core/media/transport_stream.h"

namespace keyreel::media {

/// What a film must have to be of use.
enum class Needs {
    Picture,  ///< A video track.
    Film,     ///< A video track or sound.
    Nothing,
};

/// An opened film: libav's demuxer over a SourceFile, described and checked. Private to this room. Thread:
/// one.
class Demuxer {
public:
    /// Codes as probe(). `frameRate` is that of a raw stream, {0, 1}: what it says itself. `onlyDolbyVision`
    /// true also takes films whose colours nothing else shows right.
    static Result<Demuxer> open(const FilmSource& film, Needs needs = Needs::Picture,
                                Rational frameRate = {0, 1}, bool onlyDolbyVision = false);

    Demuxer(Demuxer&&) noexcept = default;
    Demuxer& operator=(Demuxer&&) noexcept = default;

    [[nodiscard]] const MediaInfo& info() const { return m_info; }
    [[nodiscard]] AVFormatContext* format() const { return m_format.get(); }
    [[nodiscard]] SourceFile& file() const { return *m_file; }
    [[nodiscard]] AVStream* stream(std::size_t index) const { return m_format->streams[index]; }
    /// Presentation time of the film's start in AV_TIME_BASE units: 0 where files count from 0, the first
    /// timestamp where they do not (transport streams).
    [[nodiscard]] std::int64_t origin() const { return m_origin + m_partBegin; }
    /// From now on the film is a part of it, of which info() tells: origin() is where it begins. In
    /// AV_TIME_BASE units from the film's beginning; an `end` of INT64_MAX is the film's.
    void keepPart(std::int64_t begin, std::int64_t end);
    [[nodiscard]] bool isPart() const { return m_partBegin != 0 || m_partEnd != INT64_MAX; }
    /// How much of the film lies in front of the part, and how long the part is; INT64_MAX: to the end.
    [[nodiscard]] std::int64_t partBegin() const { return m_partBegin; }
    [[nodiscard]] std::int64_t partLength() const {
        return m_partEnd == INT64_MAX ? INT64_MAX : m_partEnd - m_partBegin;
    }
    /// MP4, MOV, Matroska or WebM: samples can be carried.
    [[nodiscard]] bool isIso() const;
    [[nodiscard]] bool isMatroska() const;

    /// MPEG transport stream: H.264, HEVC, AAC, AC-3, E-AC-3 and MP3 can be carried.
    [[nodiscard]] bool isTransport() const;
    /// Why a stream of a transport stream, or a raw stream, cannot be carried, as its packets show; empty
    /// when it can.
    [[nodiscard]] const std::string& streamFault(const AVStream* stream) const;

    /// A raw H.264 or HEVC stream; read() gives its packets times.
    [[nodiscard]] bool isElementaryPicture() const { return m_elementary != nullptr; }
    [[nodiscard]] bool isElementarySound() const { return media::isElementarySound(*m_format); }
    /// Nobody says how fast a raw stream is: its times are a guess that is good for a poster only.
    [[nodiscard]] bool lacksFrameRate() const { return m_lacksFrameRate; }

    /// Of streams whose configuration stands in each frame only (AC-3, E-AC-3, AAC in a transport stream);
    /// empty for other streams.
    [[nodiscard]] ByteView firstPacket(const AVStream* stream) const;

    /// From now on `read` gives the packets' times and places (`pos`), but not their bytes: take those with
    /// file().read(). Only for carried tracks whose times the container states (MP4, MOV, fragmented or not),
    /// and before the first packet was read. The streams are new objects with the same properties. Codes:
    /// `media_not_recognised`, `media_changed`, `out_of_memory`.
    Status readPlacesOnly();
    [[nodiscard]] bool readsPlacesOnly() const { return m_placeIo != nullptr; }

    /// The next packet; false at the end of what the demuxer finds. Codes: `media_changed`, `media_damaged`,
    /// `media_truncated`, `media_protected`.
    Result<bool> read(AVPacket* packet);

private:
    struct FormatDeleter {
        void operator()(AVFormatContext* p) const { avformat_close_input(&p); }
    };
    Demuxer() = default;
    /// How much of a stream is decoded to learn its format.
    enum class Look { Beginnings, Pictures };
    static Result<Demuxer> openStreams(const FilmSource& film);
    static Result<Demuxer> openStreams(const FilmSource& film, Look look);
    bool completePictures();
    Status refuseProtected();
    Status readFirstPackets();
    [[nodiscard]] Result<AVFormatContext*> openFormat(AVIOContext* io, int flags) const;
    Status readElementary(Rational frameRate);
    Status describe(Needs needs, bool onlyDolbyVision);
    Status checkPicture(const TrackInfo& chosen, bool onlyDolbyVision) const;
    Status checkChosen(Needs needs, std::size_t video, std::size_t audioCount, bool onlyDolbyVision);
    [[nodiscard]] tl::unexpected<Error> readError(int error) const;

    std::unique_ptr<SourceFile> m_file;
    std::unique_ptr<PlaceIo> m_placeIo;
    std::unique_ptr<AVFormatContext, FormatDeleter> m_format;
    MediaInfo m_info;
    std::vector<Bytes> m_firstPackets;
    std::vector<TransportWatch> m_watches;
    std::unique_ptr<ElementaryStream> m_elementary;
    Rational m_frameRate{0, 1};
    bool m_lacksFrameRate = false;
    std::uint64_t m_picture = 0;
    std::int64_t m_origin = 0;
    std::int64_t m_partBegin = 0;
    std::int64_t m_partEnd = INT64_MAX;
};

/// Of a film whose colours only Dolby Vision shows right: `media_no_decoder`.
tl::unexpected<Error> hasOnlyDolbyVision(const std::string& fileName);

/// A decoder for a stream, opened. Codes: `media_no_decoder`.
Result<Handle<AVCodecContext>> openDecoder(const AVStream* stream, const std::string& fileName);

}  // namespace keyreel::media
