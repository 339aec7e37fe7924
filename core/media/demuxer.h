#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/media/libav_handles.h"
#include "core/media/place_io.h"
#include "core/media/probe.h"
#include "core/media/source_file.h"
#include "core/media/transport_stream.h"

namespace keyreel::media {

/// An opened film: libav's demuxer over a SourceFile, described and checked. Private to this room. Thread:
/// one.
class Demuxer {
public:
    /// Codes as probe(); `needVideo` false also takes files without a video track.
    static Result<Demuxer> open(const FilmSource& film, bool needVideo = true);

    Demuxer(Demuxer&&) noexcept = default;
    Demuxer& operator=(Demuxer&&) noexcept = default;

    [[nodiscard]] const MediaInfo& info() const { return m_info; }
    [[nodiscard]] AVFormatContext* format() const { return m_format.get(); }
    [[nodiscard]] SourceFile& file() const { return *m_file; }
    [[nodiscard]] AVStream* stream(std::size_t index) const { return m_format->streams[index]; }
    /// Presentation time of the film's start in AV_TIME_BASE units: 0 where files count from 0, the first
    /// timestamp where they do not (transport streams).
    [[nodiscard]] std::int64_t origin() const { return m_origin; }
    /// MP4, MOV, Matroska or WebM: samples can be carried.
    [[nodiscard]] bool isIso() const;
    [[nodiscard]] bool isMatroska() const;

    /// MPEG transport stream: H.264, AAC, AC-3, E-AC-3 and MP3 can be carried.
    [[nodiscard]] bool isTransport() const;
    /// Why a stream of a transport stream cannot be carried, as its beginning shows; empty when it can.
    [[nodiscard]] const std::string& transportFault(const AVStream* stream) const;

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
    static Result<Demuxer> openStreams(const FilmSource& film);
    Status refuseProtected();
    Status readFirstPackets();
    [[nodiscard]] Result<AVFormatContext*> openFormat(AVIOContext* io, int flags) const;
    Status describe(bool needVideo);
    [[nodiscard]] tl::unexpected<Error> readError(int error) const;

    std::unique_ptr<SourceFile> m_file;
    std::unique_ptr<PlaceIo> m_placeIo;
    std::unique_ptr<AVFormatContext, FormatDeleter> m_format;
    MediaInfo m_info;
    std::vector<Bytes> m_firstPackets;
    std::vector<TransportWatch> m_watches;
    std::int64_t m_origin = 0;
};

/// A decoder for a stream, opened. Codes: `media_no_decoder`.
Result<Handle<AVCodecContext>> openDecoder(const AVStream* stream, const std::string& fileName);

}  // namespace keyreel::media
