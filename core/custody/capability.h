#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/hash.h"
#include "core/crypto/sealing_key.h"
#include "core/rights/statement.h"

namespace keyreel::custody {

/// Longest life of a capability, in seconds.
inline constexpr std::int64_t kMaxCapabilityLife = 300;
inline constexpr std::size_t kMaxCapabilityBytes = 1024;

/// The gateway's permission to ask; it opens nothing by itself. A CWT (RFC 8392) with a proof-of-possession
/// key (RFC 8747).
struct Capability {
    crypto::PublicKey issuer{};   ///< `iss`: the gateway's capability key.
    rights::AccountId account{};  ///< `sub`.
    rights::DeviceId device{};    ///< `cnf`.
    rights::ContentId contentId{};
    std::string tier;
    std::string purpose;                ///< "play".
    crypto::Digest ephemeralHash{};     ///< ephemeralKeyHash() of the key that answers are sealed to.
    std::int64_t issuedAt = 0;          ///< `iat`.
    std::int64_t expires = 0;           ///< `exp`, at most kMaxCapabilityLife after `iat`.
    std::array<std::uint8_t, 16> id{};  ///< `cti`, random.
    friend bool operator==(const Capability&, const Capability&) = default;
};

/// SHA-256("keyreel/ephemeral/v1" || key).
crypto::Digest ephemeralKeyHash(const crypto::SealingPublicKey& key);

/// SHA-256("keyreel/capability-hash/v1" || bytes), by which a proof names the capability.
crypto::Digest capabilityHash(ByteView capability);

/// Signs with `gatewayKey`, whose public half must be `issuer`. Code `cap_invalid` when a field breaks a
/// bound.
Result<Bytes> signCapability(const Capability& capability, const crypto::SigningKey& gatewayKey);

/// Form, bounds, signature by `gatewayKey`, `iss`, life. Codes: `cap_invalid`, `cap_expired` (also one from
/// more than 60 s in the future).
Result<Capability> verifyCapability(ByteView bytes, const crypto::PublicKey& gatewayKey, std::int64_t now);

}  // namespace keyreel::custody
