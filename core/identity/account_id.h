#pragma once

#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"

namespace keyreel::identity {

/// Base58 with the Bitcoin alphabet (draft-msporny-base58).
std::string toBase58(ByteView bytes);
/// Code `bad_base58`; at most 128 characters.
Result<Bytes> fromBase58(std::string_view text);

/// The account as people exchange it: `did:key:z6Mk...` (W3C did:key, Ed25519, multicodec 0xed).
std::string toDidKey(const crypto::PublicKey& key);
/// Strict: one text per key. Code `bad_account`.
Result<crypto::PublicKey> fromDidKey(std::string_view text);

/// A short text to compare by eye: the first 10 bytes of SHA-256("keyreel/fingerprint/v1" || key) as
/// "1a2b-3c4d-5e6f-7081-92a3".
std::string fingerprint(const crypto::PublicKey& key);

}  // namespace keyreel::identity
