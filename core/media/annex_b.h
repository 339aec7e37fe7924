#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/codec_records.h"

namespace keyreel::media {

/// What a NAL unit of an Annex B access unit becomes in an ISO file.
enum class UnitUse {
    Sample,   ///< Part of the sample.
    Dropped,  ///< A delimiter, or a parameter set that the record has.
    Changed,  ///< A parameter set that the record does not have.
};

/// Rewrites an Annex B access unit to 4-byte lengths in `out` (replaced); `useOf(ByteView) -> UnitUse` says
/// which units. Private to this room. Codes: `media_changes_coding`, `media_damaged`. Thread: any.
template <class UseOf>
Status sampleFromAnnexB(ByteView sample, Bytes& out, const UseOf& useOf) {
    out.clear();
    for (const ByteView unit : nalUnits(sample)) {
        const UnitUse use = useOf(unit);
        if (use == UnitUse::Dropped) continue;
        if (use == UnitUse::Changed)
            return fail("media_changes_coding", "The picture changes its coding in the middle of the film.",
                        "Convert the film with another program, so that it has one coding throughout.");
        const auto length = static_cast<std::uint32_t>(unit.size());
        for (int shift = 24; shift >= 0; shift -= 8)
            out.push_back(static_cast<std::uint8_t>(length >> shift));
        append(out, unit);
    }
    if (out.empty())
        return fail("media_damaged", "A picture of the transport stream is empty.",
                    "Copy or download the film again.");
    return {};
}

}  // namespace keyreel::media
