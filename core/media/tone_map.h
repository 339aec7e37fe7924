#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/media/track.h"

namespace keyreel::media {

/// Pictures of high dynamic range as an SDR display shows them: light by the film's own curve (PQ or HLG of
/// ITU-R BT.2100), highlights rolled off by the EETF of BT.2390 section 5.4.1 up to the reference white of
/// BT.2408 (203 cd/m2), which becomes white; the colours of BT.2020 or P3 in those of BT.709, written for a
/// display of BT.1886. The largest of the three components is mapped and the others keep their ratio to it,
/// so that hues stay. Tables instead of powers: a few look-ups per pixel. Thread: apply() any.
class ToneMap {
public:
    /// Nothing when pictures of this track are not PQ or HLG. The film's brightest light is what its content
    /// light level, else its mastering display says, else 1000 cd/m2.
    static std::optional<ToneMap> of(const Track& track);

    /// Turns `pixels` pixels, each red, green and blue in 16 bits of full range, in place.
    void apply(std::uint16_t* rgb, std::size_t pixels) const;

private:
    ToneMap(const Track& track, bool hlg, double peak);
    void applyPq(std::uint16_t* rgb) const;
    void applyHlg(std::uint16_t* rgb) const;
    void write(float red, float green, float blue, std::uint16_t* rgb) const;

    bool m_hlg;
    float m_toSteps = 0;  ///< From light to steps of m_ratioByLight, before the root.
    std::array<float, 9> m_primaries{};
    std::vector<float> m_light;         ///< By code: light in parts of SDR white (PQ), of the scene (HLG).
    std::vector<float> m_ratioByCode;   ///< PQ: by the largest code, what all three are multiplied with.
    std::vector<float> m_ratioByLight;  ///< HLG: by the root of the largest light.
    std::vector<float> m_system;        ///< HLG: by the root of the scene's luminance, its OOTF's factor.
    std::vector<std::uint16_t> m_code;  ///< By the root of light.
};

/// Whether the transfer characteristics are PQ or HLG (ISO/IEC 23091-2: 16 and 18).
[[nodiscard]] constexpr bool isHighDynamicRange(const ColourDescription& colour) {
    return colour.transfer == 16 || colour.transfer == 18;
}

}  // namespace keyreel::media
