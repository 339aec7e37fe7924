#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::media {

// Configuration records of Dolby's codings. Their source containers need not carry them, so they are derived
// from the first access unit. Pure functions over bytes.

/// dac3 content (ETSI TS 102 366 annex F.4) from a first AC-3 frame. Code `media_damaged`.
Result<Bytes> dac3FromFrame(ByteView accessUnit);

/// dec3 content (ETSI TS 102 366 annex F.6) from a first E-AC-3 access unit, which must be one independent
/// substream of six blocks: what every decoder plays. Codes: `media_damaged`, `media_coding_unusual` (more
/// substreams, or fewer blocks to a frame).
Result<Bytes> dec3FromAccessUnit(ByteView accessUnit, std::uint64_t bitsPerSecond);

}  // namespace keyreel::media
