#pragma once

#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hash.h"

namespace keyreel::rights {

/// What the log says it holds.
struct TreeHead {
    std::uint64_t size = 0;
    crypto::Digest root{};
    std::int64_t timestamp = 0;  ///< Unix seconds, when it was signed.
    friend bool operator==(const TreeHead&, const TreeHead&) = default;
};

/// COSE_Sign1 by the log key over ["keyreel/tree-head/v1", {size, root, timestamp}].
Result<Bytes> signTreeHead(const TreeHead& head, const crypto::SigningKey& logKey);

/// Codes: `head_malformed`, `head_bad_signature` (also when it is by another key).
Result<TreeHead> verifyTreeHead(ByteView bytes, const crypto::PublicKey& logKey);

}  // namespace keyreel::rights
