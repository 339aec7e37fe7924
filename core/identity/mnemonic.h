#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/secret_bytes.h"

namespace keyreel::identity {

/// The 2048 English words of BIP-39, sorted.
std::span<const std::string_view> wordList();

/// The phrase of 16 or 32 bytes of entropy: 12 or 24 lower-case words with one space between (BIP-39). Code
/// `bad_entropy` for other sizes. Thread: any.
Result<SecretBytes> phraseOfEntropy(ByteView entropy);

/// The entropy behind a phrase of 12 or 24 English words. Takes any white space and letter case, since people
/// type phrases. Codes: `phrase_word_count`, `phrase_word` (names the place and the word, suggests the
/// nearest ones), `phrase_checksum` (every word is known, but at least one is wrong or out of order).
Result<SecretBytes> entropyOfPhrase(ByteView phrase);

/// The phrase in its one canonical form: as entropyOfPhrase reads it, as phraseOfEntropy writes it. Codes as
/// there.
Result<SecretBytes> canonicalPhrase(ByteView phrase);

/// The 64-byte seed of a canonical phrase: PBKDF2-HMAC-SHA-512, 2048 rounds, salt "mnemonic" || passphrase
/// (BIP-39). BIP-39 asks for NFKD of both: the English words are ASCII, which NFKD leaves alone, and Keyreel
/// uses no passphrase; a passphrase given here must be in that form already.
SecretBytes seedOfPhrase(ByteView canonicalPhrase, std::string_view passphrase = {});

}  // namespace keyreel::identity
