#pragma once

#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/rights/replica.h"

namespace keyreel::rights {

/// What one party has seen of a log, in its own words: the head that the log signed for it. A log that shows
/// two parties different histories has signed both.
struct Witness {
    crypto::PublicKey party{};
    Bytes head;             ///< As the log signed it; empty before the first.
    std::int64_t time = 0;  ///< When the party said so.
    friend bool operator==(const Witness&, const Witness&) = default;
};

/// COSE_Sign1 by the party over ["keyreel/witness/v1", {party, head, time}]. Code `statement_wrong_signer`.
Result<Bytes> signWitness(const Witness& witness, const crypto::SigningKey& key);

/// Code `witness_invalid`: not by this party, or not in this form.
Result<Witness> verifyWitness(ByteView bytes, const crypto::PublicKey& party);

/// How another party's view of the log stands to one's own.
enum class View { Identical, Ahead, Behind, Divergent };
/// Stable text: identical, ahead, behind, divergent.
const char* toText(View view);

/// Compares a head that another party was shown with what `replica` holds. Divergent: the log has signed
/// both, and the replica keeps them as evidence. A head that is ahead says nothing until the replica has
/// followed. Codes: those of verifyTreeHead(), and of Replica::accept() but for the two that are answers
/// here.
Result<View> compareHead(Replica& replica, ByteView head, const crypto::PublicKey& logKey);

}  // namespace keyreel::rights
