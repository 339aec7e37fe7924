#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace keyreel::media {

/// What may be asked for, in LUFS: EBU R 128 is -23, streaming services want -16 to -14.
inline constexpr double kMinLoudness = -36;
inline constexpr double kMaxLoudness = -10;
/// No true peak is made higher than this, in dBTP (EBU R 128 m).
inline constexpr double kMaxTruePeak = -1;

/// How loud a programme is (ITU-R BS.1770-4).
struct Loudness {
    double integrated = 0;  ///< In LUFS, gated; minus infinity when nothing is above the gate.
    double truePeak = 0;    ///< In dBTP, of the loudest channel; minus infinity of silence.
};

/// Measures sound with libebur128. Memory does not grow with the length. Thread: one.
class LoudnessMeter {
public:
    /// Code `out_of_memory`.
    static Result<LoudnessMeter> create(std::uint32_t channels, std::uint32_t sampleRate);

    /// A row of samples for each channel, full scale is 1. Code `out_of_memory`.
    Status add(const float* const* planes, std::size_t samples);
    [[nodiscard]] Loudness measured() const;

private:
    struct State;
    struct StateDeleter {
        void operator()(State* state) const;
    };
    using StateHandle = std::unique_ptr<State, StateDeleter>;
    LoudnessMeter(StateHandle state, std::uint32_t channels)
        : m_state(std::move(state)), m_channels(channels) {}

    StateHandle m_state;
    std::uint32_t m_channels;
    std::vector<float> m_interleaved;
};

/// By how many dB sound is made louder or quieter to become `target` LUFS without true peaks above
/// kMaxTruePeak; 0 for silence.
[[nodiscard]] double gainTo(double target, const Loudness& measured);

/// What was measured and done, as a sentence for people. `number` is the sound track's, from 1.
[[nodiscard]] std::string loudnessRemark(std::size_t number, double target, const Loudness& measured);

}  // namespace keyreel::media
