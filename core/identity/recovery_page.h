#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/base/secret_bytes.h"
#include "core/crypto/ed25519.h"

namespace keyreel::identity {

/// What stands on the page beside the words.
struct RecoveryPage {
    crypto::PublicKey account{};
    std::string displayName;
    std::int64_t made = 0;  ///< Unix seconds.
};

/// One page to print: the numbered words, a QR code of the phrase, and what to do with them; HTML that loads
/// nothing from anywhere. Whoever has it has the identity. Codes: those of entropyOfPhrase().
Result<SecretBytes> recoveryPage(const RecoveryPage& page, ByteView phrase);

}  // namespace keyreel::identity
