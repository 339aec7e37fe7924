#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel::custody {

/// The largest message of the recover protocol, padding included.
inline constexpr std::size_t kMaxMessageBytes = 16384;

/// u32 length || body || zeros, up to the next of 1024, 2048, 4096, 8192 or 16384 bytes, so that an
/// eavesdropper who sees sizes learns little; not below `least`, one of them. Code `message_too_large`.
Result<Bytes> padMessage(ByteView body, std::size_t least = 0);

/// The body. Refuses sizes that are no bucket, a bucket larger than needed, and padding that is not zero, so
/// a body has one padded form for each `least`. The view lives as long as `message`. Code
/// `message_malformed`.
Result<ByteView> unpadMessage(ByteView message, std::size_t least = 0);

}  // namespace keyreel::custody
