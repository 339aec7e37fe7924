#include "core/crypto/xwing.h"

#include <openssl/err.h>

#include <algorithm>
#include <string>

#include "core/crypto/random.h"
#include "core/crypto/seeded_key.h"
#include "core/crypto/sha3.h"
#include "core/crypto/suites.h"
#include "core/crypto/x25519.h"
#include "core/crypto/xwing_seeded.h"

namespace keyreel::crypto {

namespace {

constexpr const char* kMlKem = "ML-KEM-768";
constexpr const char* kSeedPart = "seed";  // OSSL_PKEY_PARAM_ML_KEM_SEED; OpenSSL 3.0 has no name for it
constexpr std::size_t kMlKemSeed = 64;
constexpr std::size_t kMlKemPublic = 1184;
constexpr std::size_t kMlKemCiphertext = 1088;
constexpr std::size_t kHalf = 32;
/// The draft's XWingLabel: \./ over /^\.
constexpr std::array<std::uint8_t, 6> kLabel{0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c};

tl::unexpected<Error> badKey() {
    return fail("bad_public_key", "The X-Wing public key is none: nothing can be sealed to it.");
}

/// expandDecapsulationKey: the seed's two private keys.
struct Expanded {
    Pkey mlKem;
    X25519Key x25519;
};

Expanded expand(ByteView seed) {
    SecretBytes parts(kMlKemSeed + kHalf);
    shake(Shake::Shake256, seed, parts.mutableView());
    Pkey mlKem = namedKey(kMlKem, kSeedPart, parts.view().first(kMlKemSeed));
    require(mlKem != nullptr, "ML-KEM-768 did not take its seed");
    auto x25519 = X25519Key::fromBytes(SecretBytes::copyOf(parts.view().subspan(kMlKemSeed)));
    require(x25519.has_value(), "X25519 did not take its half of an X-Wing seed");
    return {std::move(mlKem), std::move(*x25519)};
}

XWingPublicKey publicKeyOf(const Expanded& keys) {
    XWingPublicKey out{};
    publicKeyInto(keys.mlKem, MutableBytes(out).first(kMlKemPublic));
    std::copy(keys.x25519.publicKey().begin(), keys.x25519.publicKey().end(), out.begin() + kMlKemPublic);
    return out;
}

X25519PublicKey x25519Half(ByteView bytes) {
    X25519PublicKey out{};
    std::copy_n(bytes.end() - out.size(), out.size(), out.begin());
    return out;
}

SecretBytes combine(const SecretBytes& mlKem, const SecretBytes& x25519, const X25519PublicKey& enc,
                    const X25519PublicKey& recipient) {
    SecretBytes all(4 * kHalf + kLabel.size());
    auto at = all.mutableView().begin();
    for (const ByteView part :
         {mlKem.view(), x25519.view(), ByteView(enc), ByteView(recipient), ByteView(kLabel)})
        at = std::copy(part.begin(), part.end(), at);
    return sha3Secret(all.view());
}

/// ML-KEM.Encaps; with `randomness` the one that it fixes.
Result<SecretBytes> encapsulateMlKem(ByteView publicKey, const ByteView* randomness, MutableBytes enc) {
    const Pkey key = namedKey(kMlKem, OSSL_PKEY_PARAM_PUB_KEY, publicKey);
    if (key == nullptr) return badKey();
    std::array<OSSL_PARAM, 2> fixed{OSSL_PARAM_construct_end(), OSSL_PARAM_construct_end()};
    if (randomness != nullptr)
        fixed[0] = OSSL_PARAM_construct_octet_string("ikme", const_cast<unsigned char*>(randomness->data()),
                                                     randomness->size());
    const PkeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    SecretBytes shared(kHalf);
    std::size_t encSize = enc.size();
    std::size_t size = shared.size();
    require(context != nullptr && EVP_PKEY_encapsulate_init(context.get(), fixed.data()) == 1 &&
                EVP_PKEY_encapsulate(context.get(), enc.data(), &encSize, shared.mutableView().data(),
                                     &size) == 1 &&
                encSize == enc.size() && size == shared.size(),
            "ML-KEM-768 did not encapsulate");
    return shared;
}

Result<XWingEncapsulated> encapsulate(const XWingPublicKey& recipient, const X25519Key& ephemeral,
                                      const ByteView* randomness) {
    KEYREEL_CHECK(requireSuite(kSuiteHybrid));
    XWingEncapsulated out;
    KEYREEL_TRY(const SecretBytes mlKem, encapsulateMlKem(ByteView(recipient).first(kMlKemPublic), randomness,
                                                          MutableBytes(out.enc).first(kMlKemCiphertext)));
    const X25519PublicKey other = x25519Half(recipient);
    const X25519PublicKey& own = ephemeral.publicKey();
    std::copy(own.begin(), own.end(), out.enc.begin() + kMlKemCiphertext);
    KEYREEL_TRY(const SecretBytes x25519, ephemeral.agree(other));
    out.shared = combine(mlKem, x25519, own, other);
    return out;
}

}  // namespace

Result<XWingKey> XWingKey::generate() {
    return fromSeed(randomSecret(kXWingSeedSize));
}

Result<XWingKey> XWingKey::fromSeed(SecretBytes seed) {
    if (seed.size() != kXWingSeedSize)
        return fail("bad_key_size",
                    "An X-Wing seed has 32 bytes, this one has " + std::to_string(seed.size()) + ".");
    KEYREEL_CHECK(requireSuite(kSuiteHybrid));
    const XWingPublicKey publicKey = publicKeyOf(expand(seed.view()));
    return XWingKey(std::move(seed), publicKey);
}

XWingKey XWingKey::clone() const {
    return {m_seed.clone(), m_public};
}

Result<SecretBytes> XWingKey::decapsulate(const XWingEnc& enc) const {
    require(m_seed.size() == kXWingSeedSize, "an X-Wing key was used after it had been moved away");
    const Expanded keys = expand(m_seed.view());
    // Locked memory is wiped in a forked child; zeros must not open there in place of the true seed.
    require(publicKeyOf(keys) == m_public, "the seed of an X-Wing key is gone (forked process?)");
    const X25519PublicKey other = x25519Half(enc);
    KEYREEL_TRY(const SecretBytes x25519, keys.x25519.agree(other));
    const PkeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, keys.mlKem.get(), nullptr));
    SecretBytes mlKem(kHalf);
    std::size_t size = mlKem.size();
    require(context != nullptr && EVP_PKEY_decapsulate_init(context.get(), nullptr) == 1 &&
                EVP_PKEY_decapsulate(context.get(), mlKem.mutableView().data(), &size, enc.data(),
                                     kMlKemCiphertext) == 1 &&
                size == mlKem.size(),
            "ML-KEM-768 did not decapsulate");
    return combine(mlKem, x25519, other, keys.x25519.publicKey());
}

Result<XWingEncapsulated> xwingEncapsulate(const XWingPublicKey& recipient) {
    return encapsulate(recipient, X25519Key::generate(), nullptr);
}

Result<XWingEncapsulated> xwingEncapsulateFrom(const XWingPublicKey& recipient,
                                               const SecretBytes& randomness) {
    require(randomness.size() == 2 * kHalf, "X-Wing's fixed randomness has 64 bytes");
    KEYREEL_TRY(const X25519Key ephemeral,
                X25519Key::fromBytes(SecretBytes::copyOf(randomness.view().subspan(kHalf))));
    const ByteView mlKem = randomness.view().first(kHalf);
    return encapsulate(recipient, ephemeral, &mlKem);
}

}  // namespace keyreel::crypto
