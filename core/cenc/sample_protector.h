#pragma once

#include <memory>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/cenc/iv_sequence.h"
#include "core/cenc/scheme.h"
#include "core/cenc/subsample_planner.h"
#include "core/isobmff/fragment_writer.h"
#include "core/isobmff/track_description.h"

namespace keyreel::cenc {

/// Encrypts the samples of one track in place and collects their auxiliary information. Thread: one.
class SampleProtector {
public:
    /// With the pattern and constant IV of `protection`; per-sample IVs as its scheme takes them: an
    /// IvSequence under cenc and cens, ChainedIvs under cbc1, nothing under cbcs. `key` is the 16-byte
    /// content key. Codes: `key_size_invalid`, `codec_configuration_invalid`, `scheme_unsupported` when IVs
    /// and scheme do not belong together.
    static Result<SampleProtector> create(const isobmff::TrackDescription& track,
                                          const Protection& protection, const SecretBytes& key,
                                          SampleIvs ivs = {});
    /// The same for `cenc`, or `cens` with pattern 1:9.
    static Result<SampleProtector> create(const isobmff::TrackDescription& track, Scheme scheme,
                                          const SecretBytes& key, IvSequence ivs);

    /// Another key, IVs or pattern from the next sample on (key rotation); the scheme stays. Codes: as
    /// create.
    Status rekey(const Protection& protection, const SecretBytes& key, SampleIvs ivs);

    SampleProtector(SampleProtector&&) noexcept;
    SampleProtector& operator=(SampleProtector&&) noexcept;
    ~SampleProtector();

    /// Encrypts `sample` in place and appends its entry to `aux()`. On an error the sample is untouched and
    /// nothing was appended. Codes: those of SubsamplePlanner::plan, `iv_exhausted`.
    Status protect(MutableBytes sample);

    /// Lets a sample that stays clear go by: later ones may need the parameter sets in it. Appends nothing.
    /// Codes: those of SubsamplePlanner::plan.
    Status pass(ByteView sample);

    /// Entries since the last `clearAux()`, ready for FragmentWriter; the views live until the next call on
    /// this object.
    [[nodiscard]] isobmff::AuxInfo aux() const;
    /// Call after each fragment; capacity is kept.
    void clearAux();

    /// Slices and tiles that stayed clear so far because a sample had too many (see kMaxSubsamples).
    [[nodiscard]] std::uint64_t leftClear() const;

private:
    struct State;
    explicit SampleProtector(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace keyreel::cenc
