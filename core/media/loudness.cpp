#include "core/media/loudness.h"

#include <ebur128.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

namespace keyreel::media {
namespace {

/// A difference that nobody hears, and that rounding makes.
constexpr double kSame = 0.05;

std::string tenths(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    return text.data();
}

}  // namespace

struct LoudnessMeter::State {
    ebur128_state* library = nullptr;
};

void LoudnessMeter::StateDeleter::operator()(State* state) const {
    if (state->library != nullptr) ebur128_destroy(&state->library);
    delete state;
}

Result<LoudnessMeter> LoudnessMeter::create(std::uint32_t channels, std::uint32_t sampleRate) {
    // With a histogram instead of every block's loudness, which of a day would be many.
    StateHandle state(new State);
    state->library =
        ebur128_init(channels, sampleRate, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK | EBUR128_MODE_HISTOGRAM);
    if (state->library == nullptr)
        return fail("out_of_memory", "There is not enough memory to measure the sound.");
    return LoudnessMeter(std::move(state), channels);
}

Status LoudnessMeter::add(const float* const* planes, std::size_t samples) {
    m_interleaved.resize(samples * m_channels);
    for (std::size_t channel = 0; channel < m_channels; ++channel)
        for (std::size_t i = 0; i < samples; ++i)
            m_interleaved[i * m_channels + channel] = planes[channel][i];
    if (ebur128_add_frames_float(m_state->library, m_interleaved.data(), samples) != EBUR128_SUCCESS)
        return fail("out_of_memory", "There is not enough memory to measure the sound.");
    return {};
}

Loudness LoudnessMeter::measured() const {
    constexpr double kNothing = -std::numeric_limits<double>::infinity();
    Loudness out{kNothing, kNothing};
    (void)ebur128_loudness_global(m_state->library, &out.integrated);
    double peak = 0;
    for (unsigned channel = 0; channel < m_channels; ++channel) {
        double one = 0;
        if (ebur128_true_peak(m_state->library, channel, &one) == EBUR128_SUCCESS) peak = std::max(peak, one);
    }
    if (peak > 0) out.truePeak = 20 * std::log10(peak);
    return out;
}

double gainTo(double target, const Loudness& measured) {
    if (!std::isfinite(measured.integrated) || !std::isfinite(measured.truePeak)) return 0;
    return std::min(target - measured.integrated, kMaxTruePeak - measured.truePeak);
}

std::string loudnessRemark(std::size_t number, double target, const Loudness& measured) {
    const std::string track = "Sound track " + std::to_string(number) + " ";
    if (!std::isfinite(measured.integrated) || !std::isfinite(measured.truePeak))
        return track + "is too quiet to measure and stays as it is.";
    const double gain = gainTo(target, measured);
    std::string text = track + "measured " + tenths(measured.integrated) + " LUFS with true peaks of " +
                       tenths(measured.truePeak) + " dBTP; ";
    if (std::abs(gain) < kSame)
        text += "it stays as it is";
    else
        text += "it was made " + tenths(std::abs(gain)) + (gain > 0 ? " dB louder" : " dB quieter") +
                ", to " + tenths(measured.integrated + gain) + " LUFS";
    if (gain < target - measured.integrated - kSame)
        text += ", because its peaks may not pass " + tenths(kMaxTruePeak) + " dBTP";
    return text + ".";
}

}  // namespace keyreel::media
