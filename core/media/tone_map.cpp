#include "core/media/tone_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace keyreel::media {
namespace {

constexpr std::size_t kCodes = 65536;
/// Entries of tables by the root of a light: a step is far below one of an 8-bit picture.
constexpr std::size_t kSteps = 8192;
constexpr double kWhite = 203;
constexpr double kUsualPeak = 1000;
constexpr double kPqPeak = 10000;

// ITU-R BT.2100 table 4.
constexpr double kM1 = 2610.0 / 16384;
constexpr double kM2 = 2523.0 / 4096 * 128;
constexpr double kC1 = 3424.0 / 4096;
constexpr double kC2 = 2413.0 / 4096 * 32;
constexpr double kC3 = 2392.0 / 4096 * 32;

double lightOfPq(double code) {
    const double root = std::pow(code, 1 / kM2);
    return kPqPeak * std::pow(std::max(root - kC1, 0.0) / (kC2 - kC3 * root), 1 / kM1);
}

double pqOfLight(double light) {
    const double power = std::pow(light / kPqPeak, kM1);
    return std::pow((kC1 + kC2 * power) / (1 + kC3 * power), kM2);
}

/// The inverse OETF of HLG, BT.2100 table 5.
double sceneOfHlg(double code) {
    constexpr double kA = 0.17883277;
    constexpr double kB = 1 - 4 * kA;
    const double c = 0.5 - kA * std::log(4 * kA);
    return code <= 0.5 ? code * code / 3 : (std::exp((code - c) / kA) + kB) / 12;
}

/// The EETF of BT.2390-10 section 5.4.1 from a display with `peak` to one with kWhite, both black at 0.
double rolledOff(double light, double peak) {
    if (peak <= kWhite) return std::min(light, kWhite);
    const double whole = pqOfLight(peak);
    const double most = pqOfLight(kWhite) / whole;
    const double knee = 1.5 * most - 0.5;
    const double from = pqOfLight(std::min(light, peak)) / whole;
    if (from < knee) return light;
    const double t = (from - knee) / (1 - knee);
    const double to = (2 * t * t * t - 3 * t * t + 1) * knee + (t * t * t - 2 * t * t + t) * (1 - knee) +
                      (-2 * t * t * t + 3 * t * t) * most;
    return lightOfPq(to * whole);
}

/// From the primaries' light to that of BT.709, D65 both (ITU-R BT.2087; P3 by SMPTE RP 177).
std::array<float, 9> toBt709(std::uint16_t primaries) {
    if (primaries == 1) return {1, 0, 0, 0, 1, 0, 0, 0, 1};
    if (primaries == 12)
        return {1.22494F, -0.22494F, 0, -0.04206F, 1.04206F, 0, -0.01964F, -0.07864F, 1.09827F};
    return {1.66049F, -0.58764F, -0.07285F, -0.12455F, 1.13290F, -0.00835F, -0.01815F, -0.10058F, 1.11873F};
}

std::size_t step(float rootOfPart) {
    return std::min(static_cast<std::size_t>(rootOfPart * (kSteps - 1) + 0.5F), kSteps - 1);
}

/// A table by the root of a part between 0 and 1.
template <class Value, class Function>
std::vector<Value> byRoot(Function&& function) {
    std::vector<Value> table(kSteps);
    for (std::size_t i = 0; i < kSteps; ++i) {
        const double root = static_cast<double>(i) / (kSteps - 1);
        table[i] = static_cast<Value>(function(root * root));
    }
    return table;
}

}  // namespace

std::optional<ToneMap> ToneMap::of(const Track& track) {
    if (!isHighDynamicRange(track.colour)) return std::nullopt;
    const bool hlg = track.colour.transfer == 18;
    double peak = kUsualPeak;
    if (!hlg && track.contentLight && track.contentLight->maxContent > 0)
        peak = track.contentLight->maxContent;
    else if (!hlg && track.masteringDisplay && track.masteringDisplay->maxLuminance > 0)
        peak = track.masteringDisplay->maxLuminance / 10000.0;
    return ToneMap(track, hlg, std::clamp(peak, kWhite, kPqPeak));
}

ToneMap::ToneMap(const Track& track, bool hlg, double peak)
    : m_hlg(hlg), m_primaries(toBt709(track.colour.primaries)), m_light(kCodes) {
    const auto ratio = [&](double light) { return light > 0 ? rolledOff(light, peak) / light : 1.0; };
    for (std::size_t i = 0; i < kCodes; ++i) {
        const double code = static_cast<double>(i) / (kCodes - 1);
        m_light[i] = static_cast<float>(hlg ? sceneOfHlg(code) : lightOfPq(code) / kWhite);
    }
    if (hlg) {
        // A display of 1000 cd/m2: system gamma 1.2.
        m_system = byRoot<float>([&](double luminance) { return peak / kWhite * std::pow(luminance, 0.2); });
        m_ratioByLight = byRoot<float>([&](double part) { return ratio(part * peak); });
        m_toSteps = static_cast<float>(kWhite / peak);
    } else {
        m_ratioByCode.resize(kCodes);
        for (std::size_t i = 0; i < kCodes; ++i)
            m_ratioByCode[i] = static_cast<float>(ratio(lightOfPq(static_cast<double>(i) / (kCodes - 1))));
    }
    m_code = byRoot<std::uint16_t>(
        [](double light) { return std::lround(std::pow(light, 1 / 2.4) * (kCodes - 1)); });
}

void ToneMap::write(float red, float green, float blue, std::uint16_t* rgb) const {
    for (std::size_t i = 0; i < 3; ++i) {
        const float light =
            m_primaries[3 * i] * red + m_primaries[3 * i + 1] * green + m_primaries[3 * i + 2] * blue;
        rgb[i] = m_code[step(std::sqrt(std::clamp(light, 0.0F, 1.0F)))];
    }
}

void ToneMap::applyPq(std::uint16_t* rgb) const {
    const float ratio = m_ratioByCode[std::max({rgb[0], rgb[1], rgb[2]})];
    write(m_light[rgb[0]] * ratio, m_light[rgb[1]] * ratio, m_light[rgb[2]] * ratio, rgb);
}

void ToneMap::applyHlg(std::uint16_t* rgb) const {
    const float red = m_light[rgb[0]];
    const float green = m_light[rgb[1]];
    const float blue = m_light[rgb[2]];
    const float luminance = 0.2627F * red + 0.6780F * green + 0.0593F * blue;
    const float shown = m_system[step(std::sqrt(luminance))];
    const float largest = std::max({red, green, blue}) * shown;
    const float ratio = shown * m_ratioByLight[step(std::sqrt(largest * m_toSteps))];
    write(red * ratio, green * ratio, blue * ratio, rgb);
}

void ToneMap::apply(std::uint16_t* rgb, std::size_t pixels) const {
    for (std::size_t i = 0; i < pixels; ++i)
        m_hlg ? applyHlg(rgb + 3 * i) : applyPq(rgb + 3 * i);
}

}  // namespace keyreel::media
