#include "core/crypto/ed25519.h"

#include <algorithm>
#include <string>

#include "core/crypto/openssl_handles.h"
#include "core/crypto/random.h"

namespace keyreel::crypto {

namespace {

constexpr std::size_t kSeedSize = 32;

Pkey privateKeyOf(ByteView seed) {
    Pkey key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    require(key != nullptr, "Ed25519 did not take its seed");
    return key;
}

PublicKey publicKeyOf(const Pkey& key) {
    PublicKey out{};
    std::size_t size = out.size();
    require(EVP_PKEY_get_raw_public_key(key.get(), out.data(), &size) == 1 && size == out.size(),
            "Ed25519 gave no public key");
    return out;
}

/// The y-coordinates of the points of order 1, 2, 4 and 8 in their canonical and non-canonical encodings,
/// without the sign bit. With such a key anyone can make signatures that fit many messages.
bool isSmallOrder(const PublicKey& key) {
    static constexpr std::array<PublicKey, 7> kSmall{{
        {0x00},
        {0x01},
        {0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0,
         0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05},
        {0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
         0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a},
        {0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
         0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
        {0xed, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
         0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
        {0xee, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
         0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
    }};
    PublicKey y = key;
    y.back() &= 0x7F;
    return std::find(kSmall.begin(), kSmall.end(), y) != kSmall.end();
}

}  // namespace

SigningKey::SigningKey(SecretBytes seed) : m_seed(std::move(seed)) {
    m_public = publicKeyOf(privateKeyOf(m_seed.view()));
}

SigningKey SigningKey::generate() {
    return SigningKey(randomSecret(kSeedSize));
}

Result<SigningKey> SigningKey::fromSeed(SecretBytes seed) {
    if (seed.size() != kSeedSize)
        return fail("bad_key_size",
                    "An Ed25519 seed has 32 bytes, this one has " + std::to_string(seed.size()) + ".");
    return SigningKey(std::move(seed));
}

SigningKey SigningKey::clone() const {
    return SigningKey(m_seed.clone());
}

Signature SigningKey::sign(ByteView message) const {
    require(m_seed.size() == kSeedSize, "an Ed25519 key was used after it had been moved away");
    const Pkey key = privateKeyOf(m_seed.view());
    // Locked memory is wiped in a forked child; a key of zeros must not sign there in place of the true one.
    require(publicKeyOf(key) == m_public, "the seed of an Ed25519 key is gone (forked process?)");
    const MdContext context(EVP_MD_CTX_new());
    Signature out{};
    std::size_t size = out.size();
    require(context != nullptr &&
                EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
                EVP_DigestSign(context.get(), out.data(), &size, dataOf(message), message.size()) == 1 &&
                size == out.size(),
            "Ed25519 did not sign");
    return out;
}

bool verify(const PublicKey& key, ByteView message, ByteView signature) {
    if (signature.size() != std::tuple_size_v<Signature> || isSmallOrder(key)) return false;
    const Pkey pkey(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()));
    const MdContext context(EVP_MD_CTX_new());
    return pkey != nullptr && context != nullptr &&
           EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), signature.size(), dataOf(message),
                            message.size()) == 1;
}

}  // namespace keyreel::crypto
