#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/isobmff/box.h"
#include "core/isobmff/sample_entry.h"

namespace keyreel::isobmff {

/// A `senc` box (or PIFF's `uuid` of the same layout), its entries unread: their form depends on each
/// sample's IV size.
struct SampleEncryption {
    std::uint32_t sampleCount = 0;
    bool hasSubsamples = false;
    std::uint64_t entriesOffset = 0;  ///< In the file.
    Bytes entries;
};

/// Samples that share a `seig` entry: 0 the track's defaults, above 0x10000 of the same traf, else of the
/// track.
struct KeyGroupRun {
    std::uint32_t sampleCount = 0;
    std::uint32_t group = 0;
};

/// The protection boxes of a `traf` or an `stbl` (ISO/IEC 14496-12 sections 8.7.8, 8.7.9, 8.9; ISO/IEC
/// 23001-7 section 7).
struct AuxBoxes {
    std::optional<SampleEncryption> encryption;
    std::optional<std::vector<std::uint8_t>> sizes;  ///< saiz, one per sample.
    std::vector<std::uint64_t> offsets;              ///< saio, as written.
    std::vector<KeyGroupRun> keyRuns;                ///< sbgp
    std::vector<EncryptionParameters> keyGroups;     ///< sgpd
    /// Of sgpd version 2: the group, from 1, of samples that sbgp does not count; 0: none.
    std::uint32_t defaultGroup = 0;
    std::vector<std::uint64_t> places;  ///< File offsets of all these boxes.
};

/// Takes `box` up if it is one of them; everything else is ignored. Code `box_malformed`: more than
/// kMaxFragmentSamples (in a traf) or kMaxTrackSamples samples, lists that are cut off, a second box of one
/// kind.
Status readAuxBox(const Box& box, std::uint32_t maxSamples, AuxBoxes& out);

}  // namespace keyreel::isobmff
