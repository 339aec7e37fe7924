#include "core/crypto/x25519.h"

#include <string>

#include "core/crypto/openssl_handles.h"
#include "core/crypto/random.h"

namespace keyreel::crypto {

namespace {

constexpr std::size_t kKeySize = 32;

Pkey privateKeyOf(ByteView bytes) {
    Pkey key(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, bytes.data(), bytes.size()));
    require(key != nullptr, "X25519 did not take its private key");
    return key;
}

X25519PublicKey publicKeyOf(const Pkey& key) {
    X25519PublicKey out{};
    std::size_t size = out.size();
    require(EVP_PKEY_get_raw_public_key(key.get(), out.data(), &size) == 1 && size == out.size(),
            "X25519 gave no public key");
    return out;
}

}  // namespace

X25519Key::X25519Key(SecretBytes privateKey) : m_private(std::move(privateKey)) {
    m_public = publicKeyOf(privateKeyOf(m_private.view()));
}

X25519Key X25519Key::generate() {
    return X25519Key(randomSecret(kKeySize));
}

Result<X25519Key> X25519Key::fromBytes(SecretBytes privateKey) {
    if (privateKey.size() != kKeySize)
        return fail("bad_key_size", "An X25519 private key has 32 bytes, this one has " +
                                        std::to_string(privateKey.size()) + ".");
    return X25519Key(std::move(privateKey));
}

X25519Key X25519Key::clone() const {
    return X25519Key(m_private.clone());
}

Result<SecretBytes> X25519Key::agree(const X25519PublicKey& peer) const {
    require(m_private.size() == kKeySize, "an X25519 key was used after it had been moved away");
    const Pkey own = privateKeyOf(m_private.view());
    // Locked memory is wiped in a forked child; zeros must not agree there in place of the true key.
    require(publicKeyOf(own) == m_public, "an X25519 private key is gone (forked process?)");
    const Pkey other(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, peer.data(), peer.size()));
    const PkeyContext context(EVP_PKEY_CTX_new(own.get(), nullptr));
    require(other != nullptr && context != nullptr && EVP_PKEY_derive_init(context.get()) == 1,
            "X25519 did not start");
    SecretBytes out(kKeySize);
    std::size_t size = out.size();
    // OpenSSL itself fails on the all-zero result; the comparison keeps the promise should that ever change.
    const bool derived = EVP_PKEY_derive_set_peer(context.get(), other.get()) == 1 &&
                         EVP_PKEY_derive(context.get(), out.mutableView().data(), &size) == 1 &&
                         size == kKeySize;
    if (!derived || out.equals(SecretBytes(kKeySize).view()))
        return fail("bad_public_key",
                    "The peer's X25519 public key is of small order: nothing can be agreed with it.");
    return out;
}

}  // namespace keyreel::crypto
