#pragma once

#include <algorithm>
#include <cstdint>

#include "core/crypto/cbor.h"
#include "core/crypto/cose.h"
#include "core/crypto/suites.h"
#include "tests/support/test_log.h"

namespace keyreel::test {

/// A message by `key` and by the ML-DSA key of `seed`. Where OpenSSL has no ML-DSA, that half is filler,
/// which nobody there can tell from a signature.
inline Bytes coseBySuite2(const crypto::SigningKey& key, std::uint8_t seed, ByteView payload) {
    if (crypto::hasSuite(crypto::kSuiteHybrid)) {
        const Bytes lattice(crypto::kMlDsaSeedSize, seed);
        return crypto::coseSign1(
            must(crypto::HybridSigningKey::from(key.clone(), SecretBytes::copyOf(lattice))), payload);
    }
    using cbor::Value;
    const Bytes header =
        cbor::encode(Value::map()
                         .put(1, Value::integer(-65537))
                         .put(4, Value::bytes(key.publicKey()))
                         .put(-65537, Value::bytes(Bytes(crypto::kMlDsaPublicKeySize, seed))));
    const crypto::Signature classic = key.sign(crypto::coseSigStructure(header, {}, payload));
    Bytes both(crypto::kHybridSignatureSize, seed);
    std::copy(classic.begin(), classic.end(), both.begin());
    return cbor::encode(Value::tag(
        18, Value::array({Value::bytes(header), Value::map(), Value::bytes(payload), Value::bytes(both)})));
}

inline Bytes statementBySuite2(const rights::Statement& statement, const crypto::SigningKey& key,
                               std::uint8_t seed) {
    return coseBySuite2(key, seed, must(rights::encodeStatement(statement)));
}

/// What names the ML-DSA key of `seed`.
inline crypto::Digest latticeKeyOf(std::uint8_t seed) {
    return crypto::claimedLatticeKey(coseBySuite2(keyOf(1), seed, {})).value();
}

}  // namespace keyreel::test
