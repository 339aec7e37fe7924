#pragma once

#include <cstdint>
#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::identity {

/// A private key with its chain code in the tree of SLIP-0010 for Ed25519; 32 bytes each.
struct HdKey {
    SecretBytes key;
    SecretBytes chainCode;
};

/// The root `m` of a seed of 16 to 64 bytes (SLIP-0010, curve "ed25519 seed"). Code `bad_seed_size`.
Result<HdKey> masterKey(ByteView seed);

/// The hardened child `index'`; `index` is below 2^31, without the hardening bit (code `bad_path`), since
/// Ed25519 has hardened children only.
Result<HdKey> hardenedChild(const HdKey& parent, std::uint32_t index);

/// Walks from the root of `seed` down the hardened `path`: {74, 0, 0, 0} is m/74'/0'/0'/0'.
Result<HdKey> deriveHardened(ByteView seed, std::span<const std::uint32_t> path);

/// The account's Ed25519 seed: m/74'/0'/0'/0'.
Result<SecretBytes> accountKeySeed(ByteView seed);

/// The seed of the account's ML-DSA-65 key: m/74'/3'/0'/0', a hardened branch of its own, so that who breaks
/// one of the account's keys learns nothing about the other.
Result<SecretBytes> accountLatticeSeed(ByteView seed);

/// The vault's encryption key of `version` (2 or more): m/74'/2'/0'/(version-2)'. Code `bad_key_version`.
Result<SecretBytes> vaultKey(ByteView seed, std::uint32_t version);

}  // namespace keyreel::identity
