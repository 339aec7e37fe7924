#pragma once

#include <cstdint>
#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/isobmff/pssh.h"
#include "core/isobmff/sample_entry.h"

namespace keyreel::isobmff {

/// One sample of a fragment, in decode order.
struct SampleMeta {
    std::uint32_t duration = 0;  ///< In the track's timescale.
    std::uint32_t size = 0;      ///< Bytes in `mdat`.
    std::int32_t compositionOffset =
        0;             ///< Presentation minus decode time, may be negative (`trun` version 1).
    bool sync = true;  ///< A decoder can start here.
};

/// Sample auxiliary information as the protector left it (ISO/IEC 23001-7 section 7): borrowed for the call.
struct AuxInfo {
    ByteView entries;  ///< Of all samples, one behind the other, as `senc` carries them.
    ByteView sizes;    ///< Bytes of each sample's entry.
    bool hasSubsamples = false;
};

/// What a fragment says about its protection beyond its track's defaults; borrowed for the call.
struct FragmentProtection {
    /// A `seig` group of all its samples: another key, or none (clear lead).
    const EncryptionParameters* group = nullptr;
    std::span<const Pssh> pssh;  ///< Written into moof.
};

struct FragmentHeader {
    std::uint32_t sequenceNumber = 1;  ///< `mfhd`; 1 for the first.
    std::uint32_t trackId = 1;
    std::uint64_t baseDecodeTime = 0;  ///< `tfdt`, in the track's timescale.
};

/// Writes `moof` and the header of the `mdat` behind it (ISO/IEC 23000-19 section 7.3.2):
/// default-base-is-moof, tfdt v1, trun v1, sbgp and sgpd for a sample group, and for protected samples saiz
/// (collapsed when uniform), saio v0 relative to the moof, senc (alone when no sample has information: cbcs
/// sound). The buffer is kept between fragments. Deterministic. Thread: one.
class FragmentWriter {
public:
    /// The bytes to put before the samples; the view lives until the next call. Pass `aux` only for protected
    /// tracks; a default one (no sizes) writes no protection boxes. Codes: `fragment_empty`,
    /// `fragment_too_large`, `fragment_aux_mismatch`.
    Result<ByteView> write(const FragmentHeader& header, std::span<const SampleMeta> samples,
                           const AuxInfo& aux = {}, const FragmentProtection& protection = {});

private:
    Bytes m_buffer;
};

}  // namespace keyreel::isobmff
