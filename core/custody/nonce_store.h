#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/custody/recover_message.h"

namespace keyreel::custody {

/// Remembers which nonces devices have used while their proofs could still be fresh. Thread: any.
class NonceStore {
public:
    virtual ~NonceStore() = default;
    /// Notes it, durably where the store is durable. `time` is the proof's, `now` the node's. Codes:
    /// `replayed`, `busy` (full), `unavailable` (the store's medium failed).
    virtual Status use(const crypto::PublicKey& device, const Nonce& nonce, std::int64_t time,
                       std::int64_t now) = 0;
};

/// Until when a nonce must be remembered: while its proof is fresh, and a window more for a clock set back.
constexpr std::int64_t nonceExpiry(std::int64_t time) {
    return time + 2 * kProofWindow;
}

}  // namespace keyreel::custody
