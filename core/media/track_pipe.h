#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/media/demuxer.h"
#include "core/media/libav_handles.h"
#include "core/media/loudness.h"
#include "core/media/sample_reader.h"
#include "core/media/track.h"

namespace keyreel::media {

/// Packets on their way from the demuxer to the caller. Emptied packets are used again.
class PacketPool {
public:
    Handle<AVPacket> take() {
        if (m_free.empty()) return makePacket();
        Handle<AVPacket> packet = std::move(m_free.back());
        m_free.pop_back();
        return packet;
    }
    void give(Handle<AVPacket> packet) {
        av_packet_unref(packet.get());
        m_free.push_back(std::move(packet));
    }

private:
    std::vector<Handle<AVPacket>> m_free;
};

/// A sample whose duration is known, not yet in ISO form.
struct ReadyPacket {
    Handle<AVPacket> packet;
    std::int64_t decodeTime = 0;
    std::int64_t presentationTime = 0;
    std::uint32_t duration = 0;
    bool key = false;
    std::uint32_t track = 0;
};

using ReadyQueue = std::deque<ReadyPacket>;

/// What happens to the packets of one selected stream: carried as they are, or decoded and encoded. Private
/// to this room. Thread: one.
class TrackPipe {
public:
    TrackPipe(std::uint32_t number, PacketPool& pool) : m_number(number), m_pool(pool) {}
    TrackPipe(const TrackPipe&) = delete;
    TrackPipe& operator=(const TrackPipe&) = delete;
    virtual ~TrackPipe() = default;

    [[nodiscard]] const Track& track() const { return m_track; }
    /// Takes the packet's content and appends what has become ready.
    virtual Status push(AVPacket* packet, ReadyQueue& ready) = 0;
    /// The stream has ended.
    virtual Status finish(ReadyQueue& ready) = 0;
    /// The packet's bytes in ISO form: the packet's own, or rewritten into `scratch`.
    virtual Result<ByteView> isoForm(const AVPacket& packet, Bytes& scratch) const = 0;
    /// Whether isoForm() is always the packet's own bytes and push() never looks at them.
    [[nodiscard]] virtual bool deliversFileBytes() const { return false; }
    /// The demuxer's streams are new objects with the same properties (Demuxer::readPlacesOnly).
    virtual void useStream(AVStream* /*stream*/) {}
    /// Packets that came in, and where the presentation of the last one ends, in ticks.
    [[nodiscard]] std::uint64_t pushed() const { return m_pushed; }
    [[nodiscard]] std::int64_t end() const { return m_end; }

protected:
    /// Decode times become strictly increasing, and each sample lasts until the next one decodes: that is the
    /// only time that a fragment's trun can express. The last one lasts `nominal`.
    void queue(Handle<AVPacket> packet, std::int64_t decodeTime, std::int64_t presentationTime,
               std::int64_t nominal, bool key, ReadyQueue& ready);
    void queueLast(ReadyQueue& ready);

    std::uint32_t m_number;
    PacketPool& m_pool;
    Track m_track;
    std::uint64_t m_pushed = 0;

private:
    std::optional<ReadyPacket> m_pending;
    std::int64_t m_pendingNominal = 0;
    std::int64_t m_lastDuration = 1;
    std::int64_t m_end = 0;
};

/// Facts of a track that hold whether it is carried or transcoded.
Track commonTrack(const Demuxer& demuxer, const TrackInfo& info);

/// Codes: `media_damaged`.
Result<std::unique_ptr<TrackPipe>> makeCarryPipe(const Demuxer& demuxer, const TrackInfo& info,
                                                 std::uint32_t number, PacketPool& pool);
/// The form in which sound is encoded anew: mono or stereo, at a rate that the encoder takes.
struct SoundForm {
    std::uint32_t channels = 2;
    std::uint32_t sampleRate = 48000;
};
SoundForm soundOf(const TrackInfo& info);

/// What becomes of sound before it is encoded.
struct SoundLevel {
    float gain = 1;                  ///< Multiplies every sample.
    LoudnessMeter* meter = nullptr;  ///< Measures instead: nothing is encoded. Outlives the pipe.
};
/// Codes: `media_no_decoder`, `media_no_encoder`, `transcode_failed`.
Result<std::unique_ptr<TrackPipe>> makeAudioTranscodePipe(const Demuxer& demuxer, const TrackInfo& info,
                                                          std::uint32_t number, PacketPool& pool,
                                                          SoundLevel level);

}  // namespace keyreel::media
