#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/byte_source.h"
#include "core/base/result.h"
#include "core/isobmff/four_cc.h"
#include "core/isobmff/pssh.h"

namespace keyreel::cenc {

/// The samples of one track and how they are protected.
struct TrackSummary {
    std::uint32_t id = 0;
    isobmff::FourCc handler = 0;
    isobmff::FourCc format = 0;  ///< The clear one.
    isobmff::FourCc scheme = 0;  ///< 0 when no sample entry is protected.
    isobmff::KeyId defaultKeyId{};
    std::uint32_t timescale = 0;
    std::uint64_t fragments = 0;
    std::uint64_t samples = 0;
    std::uint64_t syncSamples = 0;  ///< Of fragments only.
    std::uint64_t bytes = 0;
    std::uint64_t protectedSamples = 0;
    std::uint64_t subsamples = 0;
    std::uint64_t protectedBytes = 0;  ///< In protected ranges; cbcs encrypts a part of them.
};

/// A rule that the file breaks; at most kMaxFindings are kept per rule.
struct Finding {
    std::string rule;    ///< Stable name, for example "senc-sums".
    std::string clause;  ///< Where it is written.
    std::string what;    ///< What breaks it, with its place.
};
inline constexpr std::size_t kMaxFindings = 16;

struct Conformance {
    std::vector<TrackSummary> tracks;
    std::vector<Finding> findings;
    std::map<std::string, std::uint64_t> broken;  ///< How often each rule is broken.
};

/// Reads every sample table of a file, but no media data other than clear text, and checks its protection.
/// Rules:
/// `tfdt-present` (ISO/IEC 14496-12 8.8.12), `default-kid` (23001-7 8.2), `scheme-known` (23001-7 10),
/// `sample-information` (23001-7 7 and 9.5: records of other number, size, sum or place than the samples),
/// `saio-offset` (14496-12 8.7.9), `saiz-sizes` (14496-12 8.7.8), `senc-sums` (23001-7 9.5.1),
/// `whole-blocks` (23000-19 8.2.3.2 for cenc, 23001-7 10.2 and 10.3: ranges of 16 n bytes), `iv-unique`
/// (23001-7 9.2: one key, one IV, one sample), `iv-overlap` (23001-7 9.3: samples with 16-byte IVs that count
/// into each other's blocks), `iv-size` (23001-7 10: the IV that the scheme takes), `pattern-scheme` (23001-7
/// 10: a pattern where the scheme has none, or one that encrypts nothing), `senc-zero-entry` (23001-7 9.5.2:
/// a subsample without bytes), `seig-clear` (23001-7 6: an unprotected group with an IV size or key id),
/// `seig-kid` (23001-7 6: a protected group without key id), `seig-pattern` (23001-7 9.6: a group's pattern
/// is not its track's), `pssh-names-keys` (W3C "cenc" initialization data: the common box leaves out a key
/// that samples use), `text-handler` (14496-30 7.5: wvtt under another handler than text, stpp than subt),
/// `text-timeline` (14496-30 7.4: a gap or an overlap between text samples), `text-sample` (14496-30 7.4:
/// clear wvtt samples of other boxes, a cue without payload; stpp samples that are no XML document). Codes:
/// `box_malformed`, the source's: a damaged file has no conformance.
Result<Conformance> checkConformance(ByteSource& source);

}  // namespace keyreel::cenc
