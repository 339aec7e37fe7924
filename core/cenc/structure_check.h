#pragma once

#include <memory>
#include <span>

#include "core/base/bytes.h"
#include "core/cenc/subsample_planner.h"
#include "core/isobmff/movie.h"

namespace keyreel::cenc {

/// Tells decrypted samples of a track from noise. It knows only rules that every valid sample obeys, so it
/// never refuses a right key; how soon it notices a wrong one depends on the codec (README.md has the table).
/// Thread: one.
class StructureCheck {
public:
    /// For the samples of `entry`; a codec it knows nothing about passes everything.
    explicit StructureCheck(const isobmff::SampleEntry& entry);
    StructureCheck(StructureCheck&&) noexcept;
    StructureCheck& operator=(StructureCheck&&) noexcept;
    ~StructureCheck();

    /// Whether `sample`, of which `parts` were protected (all of it when `full`), can be the codec's data.
    bool plausible(ByteView sample, std::span<const Subsample> parts, bool full);

    struct State;

private:
    std::unique_ptr<State> m_state;
};

}  // namespace keyreel::cenc
