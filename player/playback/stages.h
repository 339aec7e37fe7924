#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "player/playback/audio_ring.h"
#include "player/playback/ff.h"
#include "player/playback/picture_maker.h"
#include "player/playback/picture_queue.h"
#include "player/playback/sound_filter.h"
#include "player/playback/track_pipeline.h"

namespace keyreel::playback {

/// What the owner may change while the stages run. Thread: any.
struct StageSettings {
    std::atomic<std::uint64_t> outputSize{0};  ///< Width in the upper half.
    std::atomic<double> speed{1.0};            ///< Taken over at the next seek.
    std::atomic<bool> even{false};             ///< Loudness; as the speed.
    std::atomic<bool> catchUp{false};          ///< Leave out frames that no other needs.
    std::atomic<std::uint64_t> decoded{0};
    std::atomic<std::uint64_t> corrupt{0};
    std::atomic<std::uint64_t> damaged{0};
    std::atomic<std::int64_t> damagedAt{0};  ///< Microseconds.

    void setTuning(const PictureTuning& wanted) {
        const std::lock_guard lock(tuningMutex);
        pictureTuning = wanted;
    }
    [[nodiscard]] PictureTuning tuning() const {
        const std::lock_guard lock(tuningMutex);
        return pictureTuning;
    }
    void setOutputSize(OutputSize size) {
        outputSize = (static_cast<std::uint64_t>(size.width) << 32) | static_cast<std::uint32_t>(size.height);
    }
    [[nodiscard]] OutputSize size() const {
        const std::uint64_t packed = outputSize;
        return {static_cast<int>(packed >> 32), static_cast<int>(packed & 0xffffffff)};
    }

    mutable std::mutex tuningMutex;
    PictureTuning pictureTuning;  ///< Under tuningMutex.
};

/// Decodes, finds the frame an exact seek asked for, makes pictures.
class VideoStage final : public DecodeStage {
public:
    VideoStage(std::unique_ptr<Decoder> decoder, std::size_t rung, PictureQueue& out, StageSettings& settings,
               std::function<void()> changed);
    void begin(const Seek& seek) override;
    Status decode(const Sample& sample) override;
    Status change(std::unique_ptr<Decoder> decoder, Time from, std::size_t rung) override;
    void replace(std::unique_ptr<Decoder> decoder, std::size_t rung) override;
    Status drain() override;
    void finish(std::optional<Error> error) override;

private:
    struct Held {
        ff::FramePtr frame;
        Time pts{0};
        Time duration{0};
        std::size_t rung = 0;
    };
    Status receiveAll();
    [[nodiscard]] bool isPassed(Time pts);
    void skipDamage(Time at);
    Status take(ff::FramePtr frame);
    Status show(const Held& held, bool provisional);

    std::unique_ptr<Decoder> m_decoder;
    std::size_t m_rung;
    std::uint64_t m_corruptBefore = 0;  ///< Of decoders that are gone.
    Time m_from = Time::min();          ///< What the decoder gives of before belongs to the one before it,
    Time m_until = Time::max();         ///< and of this and later to the one that follows.
    PictureQueue& m_out;
    StageSettings& m_settings;
    std::function<void()> m_changed;
    PictureMaker m_maker;
    Seek m_seek;
    bool m_searching = false;
    Time m_nearest =
        Time::min();  ///< Of what a search was given, the last that begins at or before its target.
    bool m_shownProvisional = false;
    bool m_stale = false;
    bool m_skipping = false;  ///< From a damaged frame to the next key frame.
    std::optional<Held> m_held;
};

/// Decodes, brings to 48 kHz stereo, cuts what stands before the target, changes speed and loudness, fills
/// the ring.
class AudioStage final : public DecodeStage {
public:
    AudioStage(std::unique_ptr<Decoder> decoder, AudioRing& out, StageSettings& settings,
               std::function<void()> changed);
    void begin(const Seek& seek) override;
    Status decode(const Sample& sample) override;
    Status change(std::unique_ptr<Decoder> decoder, Time from, std::size_t rung) override;
    void replace(std::unique_ptr<Decoder> decoder, std::size_t rung) override;
    Status drain() override;
    void finish(std::optional<Error> error) override;

private:
    Status receiveAll();
    Status take(AVFrame& frame);
    Status resample(AVFrame& frame, std::vector<float>& out);
    Status makeFilter();
    Status endPart();
    void write(bool rest);

    std::unique_ptr<Decoder> m_decoder;
    AudioRing& m_out;
    StageSettings& m_settings;
    std::function<void()> m_changed;
    ff::ResamplerPtr m_resampler;
    int m_fromRate = 0;
    int m_fromChannels = 0;
    int m_fromFormat = -1;
    std::unique_ptr<SoundFilter> m_filter;
    Status m_ready;
    SoundWish m_wish;
    Seek m_seek;
    bool m_started = false;
    bool m_outputPlaced = false;
    bool m_stale = false;
    double m_inputTime = 0;   ///< Media time after the last frame that came in, microseconds.
    double m_outputTime = 0;  ///< Media time of the first pending frame.
    std::vector<float> m_pending;
};

}  // namespace keyreel::playback
