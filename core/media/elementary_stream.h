#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/media/libav_handles.h"
#include "core/media/track.h"

namespace keyreel::media {

/// Whether a container is none: a byte stream of H.264 or HEVC (annex B), which stores no times.
bool isElementaryPicture(const AVFormatContext& format);
/// Whether a file has sound whose frames follow each other and say how long they are: FLAC, MP3, ADTS, AC-3,
/// E-AC-3, Ogg.
bool isElementarySound(const AVFormatContext& format);

/// Pictures in a second, as the stream's parameter sets say (ISO/IEC 14496-10 and 23008-2 annex E); {0, 1}
/// when they do not. `first` is its first packet.
Rational statedFrameRate(const AVStream& stream, const AVPacket& first);

/// When the pictures of a raw H.264 or HEVC stream are shown: it is read through once, and the picture order
/// counts of each coded sequence (8.2.1; 8.3.1 of HEVC) say the order, since nothing else does. Four bytes
/// for each picture. Private to this room. Thread: one.
class ElementaryStream {
public:
    explicit ElementaryStream(const AVStream& stream);
    ElementaryStream(const ElementaryStream&) = delete;
    ElementaryStream& operator=(const ElementaryStream&) = delete;
    ~ElementaryStream();

    /// Every packet, in order; then finish().
    void see(const AVPacket& packet);
    void finish();

    [[nodiscard]] std::uint64_t pictures() const { return m_pictures; }
    /// Why the stream cannot be carried, a sentence; empty when it can.
    [[nodiscard]] const std::string& fault() const { return m_fault; }
    /// Gives the packet of that number, from 0, its times; none where the order is not known.
    void stamp(AVPacket& packet, std::uint64_t number, Rational rate, AVRational timeBase) const;

private:
    void endSequence();

    bool m_hevc;
    Bytes m_record;
    Bytes m_scratch;
    AVCodecParserContext* m_parser;
    Handle<AVCodecContext> m_context;
    std::string m_fault;
    bool m_ordered = true;
    std::uint64_t m_pictures = 0;
    std::vector<std::int32_t> m_counts;  ///< Of the sequence that is open.
    std::vector<std::uint32_t> m_shown;  ///< By decode order.
    std::uint32_t m_delay = 0;           ///< Pictures by which decoding runs ahead.
};

}  // namespace keyreel::media
