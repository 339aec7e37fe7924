#include "core/crypto/hybrid_signature.h"

#include <algorithm>
#include <string>

#include "core/crypto/ml_dsa.h"
#include "core/crypto/openssl_handles.h"
#include "core/crypto/random.h"
#include "core/crypto/suites.h"

namespace keyreel::crypto {

namespace {

/// FIPS 204's context: a lattice signature of this pair is good for nothing else.
constexpr std::string_view kContext = "keyreel/hybrid-signature/v1";

Bytes latticePreimage(ByteView message, ByteView classic) {
    Bytes out = toBytes(message);
    append(out, classic);
    return out;
}

}  // namespace

Result<HybridSigningKey> HybridSigningKey::generate() {
    return from(SigningKey::generate(), randomSecret(kMlDsaSeedSize));
}

Result<HybridSigningKey> HybridSigningKey::from(SigningKey classic, SecretBytes latticeSeed) {
    if (latticeSeed.size() != kMlDsaSeedSize)
        return fail("bad_key_size",
                    "An ML-DSA seed has 32 bytes, this one has " + std::to_string(latticeSeed.size()) + ".");
    KEYREEL_CHECK(requireSuite(kSuiteHybrid));
    const Bytes lattice = mlDsaPublicKey(latticeSeed.view());
    HybridPublicKey key;
    require(lattice.size() == key.lattice.size(), "ML-DSA-65 did not take its seed");
    key.classic = classic.publicKey();
    std::copy(lattice.begin(), lattice.end(), key.lattice.begin());
    return HybridSigningKey(std::move(classic), std::move(latticeSeed), key);
}

Bytes HybridSigningKey::sign(ByteView message) const {
    require(m_seed.size() == kMlDsaSeedSize, "a hybrid key was used after it had been moved away");
    // Locked memory is wiped in a forked child; a key of zeros must not sign there in place of the true one.
    const Bytes lattice = mlDsaPublicKey(m_seed.view());
    require(std::equal(lattice.begin(), lattice.end(), m_public.lattice.begin(), m_public.lattice.end()),
            "the seed of an ML-DSA key is gone (forked process?)");
    const Signature classic = m_classic.sign(message);
    Bytes out(classic.begin(), classic.end());
    append(out, mlDsaSign(m_seed.view(), latticePreimage(message, classic), kContext, false));
    return out;
}

bool verifyHybrid(const HybridPublicKey& key, ByteView message, ByteView signature) {
    if (signature.size() != kHybridSignatureSize) return false;
    const ByteView classic = signature.first(std::tuple_size_v<Signature>);
    return verify(key.classic, message, classic) &&
           mlDsaVerify(key.lattice, latticePreimage(message, classic), kContext,
                       signature.subspan(classic.size()));
}

}  // namespace keyreel::crypto
