#include "core/media/sound_measure.h"

#include <algorithm>
#include <deque>

#include "core/media/track_pipe.h"

namespace keyreel::media {

Result<std::map<std::uint32_t, Loudness>> measureSound(const FilmSource& film,
                                                       const std::vector<std::uint32_t>& streams,
                                                       std::int64_t begin, std::int64_t end) {
    struct Measured {
        LoudnessMeter meter;
        std::unique_ptr<TrackPipe> pipe;
    };
    // Whatever its pictures are, the film can be heard.
    KEYREEL_TRY(Demuxer demuxer, Demuxer::open(film, Needs::Nothing, {0, 1}, true));
    demuxer.keepPart(begin, end);
    PacketPool pool;
    std::map<std::uint32_t, Measured> sound;
    for (unsigned i = 0; i < demuxer.format()->nb_streams; ++i)
        demuxer.stream(i)->discard = AVDISCARD_ALL;
    for (const TrackInfo& info : demuxer.info().tracks) {
        if (std::find(streams.begin(), streams.end(), info.index) == streams.end()) continue;
        demuxer.stream(info.index)->discard = AVDISCARD_DEFAULT;
        KEYREEL_TRY(LoudnessMeter meter,
                    LoudnessMeter::create(soundOf(info).channels, soundOf(info).sampleRate));
        auto& one = sound.emplace(info.index, Measured{std::move(meter), nullptr}).first->second;
        KEYREEL_TRY(one.pipe, makeAudioTranscodePipe(demuxer, info, 0, pool, {1, &one.meter}));
    }
    const Handle<AVPacket> packet = makePacket();
    ReadyQueue nothing;
    for (;;) {
        KEYREEL_TRY(const bool more, demuxer.read(packet.get()));
        if (!more) break;
        const auto found = sound.find(static_cast<std::uint32_t>(packet->stream_index));
        const Status pushed =
            found != sound.end() ? found->second.pipe->push(packet.get(), nothing) : Status{};
        av_packet_unref(packet.get());
        KEYREEL_CHECK(pushed);
    }
    std::map<std::uint32_t, Loudness> out;
    for (auto& [index, one] : sound) {
        KEYREEL_CHECK(one.pipe->finish(nothing));
        out[index] = one.meter.measured();
    }
    return out;
}

}  // namespace keyreel::media
