#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/cenc/scheme.h"
#include "core/isobmff/track_description.h"

namespace keyreel::cenc {

struct Subsample {
    std::uint16_t clearBytes = 0;
    std::uint32_t protectedBytes = 0;

    bool operator==(const Subsample&) const = default;
};

/// Entries that an aux info record of at most 255 bytes holds beside an 8-byte IV: (255 - 8 - 2) / 6.
inline constexpr std::size_t kMaxSubsamples = 40;
/// Entries that it holds without an IV: (255 - 2) / 6.
inline constexpr std::size_t kMaxSubsamplesCbcs = 42;
/// Entries that it holds beside a 16-byte IV: (255 - 16 - 2) / 6.
inline constexpr std::size_t kMaxSubsamplesCbc1 = 39;

constexpr std::size_t maxSubsamples(Scheme scheme) {
    return scheme == Scheme::Cbcs   ? kMaxSubsamplesCbcs
           : scheme == Scheme::Cbc1 ? kMaxSubsamplesCbc1
                                    : kMaxSubsamples;
}

/// Which bytes of one sample are protected. `full` means every byte and no subsample list (audio).
class SubsampleMap {
public:
    [[nodiscard]] std::span<const Subsample> entries() const { return {m_entries.data(), m_count}; }
    [[nodiscard]] bool full() const { return m_full; }
    /// Slices or tiles that stayed clear because the sample has more than the aux info can list.
    [[nodiscard]] std::uint32_t leftClear() const { return m_leftClear; }

private:
    friend class SubsampleMapBuilder;
    std::array<Subsample, kMaxSubsamplesCbcs> m_entries{};
    std::size_t m_count = 0;
    bool m_full = false;
    std::uint32_t m_leftClear = 0;
};

/// Decides what is protected in each sample of one track (ISO/IEC 23001-7 section 9.5, CMAF section 8.2): AVC
/// and HEVC slice data behind the exactly parsed slice header, AV1 tile data, VP9 behind the uncompressed
/// header, audio whole. Under `cenc`, `cens` and `cbc1` protected sizes are multiples of 16 that end with
/// the slice or tile; under `cbcs` they begin right behind the header and end with it, except in VP9, whose
/// binding asks for whole blocks always. Follows in-band parameter sets, so samples must come in decode
/// order. `plan` does not allocate. Thread: one.
class SubsamplePlanner {
public:
    /// Codes: `codec_configuration_invalid`.
    static Result<SubsamplePlanner> create(const isobmff::TrackDescription& track,
                                           Scheme scheme = Scheme::Cenc);

    SubsamplePlanner(SubsamplePlanner&&) noexcept;
    SubsamplePlanner& operator=(SubsamplePlanner&&) noexcept;
    ~SubsamplePlanner();

    /// The map of `sample`; its sizes sum to the sample's. Code `sample_unparsable` names the NAL unit, OBU
    /// or frame and its place; a header is never protected and nothing is guessed.
    Result<SubsampleMap> plan(ByteView sample);

    /// Whether the track is protected by subsamples (video) or whole samples (audio).
    [[nodiscard]] bool usesSubsamples() const;

    struct State;

private:
    explicit SubsamplePlanner(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace keyreel::cenc
