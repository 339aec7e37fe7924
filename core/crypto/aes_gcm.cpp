#include "core/crypto/aes_gcm.h"

#include "core/crypto/aead.h"
#include "core/crypto/openssl_handles.h"

namespace keyreel::crypto {

namespace {

constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;

const EVP_CIPHER* cipherFor(std::size_t keySize) {
    if (keySize == 16) return EVP_aes_128_gcm();
    if (keySize == 32) return EVP_aes_256_gcm();
    return nullptr;
}

tl::unexpected<Error> refused() {
    return fail("aead_failed",
                "The sealed data cannot be opened: the key is another one, or the data was changed.");
}

}  // namespace

Bytes aesGcmSeal(ByteView key, ByteView nonce, ByteView aad, ByteView plain) {
    const EVP_CIPHER* cipher = cipherFor(key.size());
    require(cipher != nullptr && nonce.size() == kNonceSize,
            "AES-GCM was given a key or nonce of the wrong size");
    const CipherContext context(EVP_CIPHER_CTX_new());
    Bytes out(plain.size() + kTagSize);
    int written = 0;
    require(context != nullptr &&
                EVP_EncryptInit_ex(context.get(), cipher, nullptr, key.data(), nonce.data()) == 1 &&
                (aad.empty() ||
                 EVP_EncryptUpdate(context.get(), nullptr, &written, aad.data(), intSize(aad.size())) == 1) &&
                (plain.empty() || EVP_EncryptUpdate(context.get(), out.data(), &written, plain.data(),
                                                    intSize(plain.size())) == 1) &&
                EVP_EncryptFinal_ex(context.get(), out.data() + plain.size(), &written) == 1 &&
                EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kTagSize,
                                    out.data() + plain.size()) == 1,
            "AES-GCM failed");
    return out;
}

Result<SecretBytes> aesGcmOpen(ByteView key, ByteView nonce, ByteView aad, ByteView sealed) {
    const EVP_CIPHER* cipher = cipherFor(key.size());
    if (cipher == nullptr || nonce.size() != kNonceSize || sealed.size() < kTagSize ||
        sealed.size() > INT_MAX || aad.size() > INT_MAX)
        return refused();
    const ByteView ciphertext = sealed.first(sealed.size() - kTagSize);
    Bytes tag = toBytes(sealed.last(kTagSize));
    const CipherContext context(EVP_CIPHER_CTX_new());
    SecretBytes out(ciphertext.size());
    std::uint8_t nothing = 0;
    int written = 0;
    require(context != nullptr &&
                EVP_DecryptInit_ex(context.get(), cipher, nullptr, key.data(), nonce.data()) == 1,
            "AES-GCM did not start");
    const bool opened =
        (aad.empty() ||
         EVP_DecryptUpdate(context.get(), nullptr, &written, aad.data(), intSize(aad.size())) == 1) &&
        (ciphertext.empty() || EVP_DecryptUpdate(context.get(), out.mutableView().data(), &written,
                                                 ciphertext.data(), intSize(ciphertext.size())) == 1) &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kTagSize, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(context.get(), &nothing, &written) == 1;
    if (!opened) return refused();
    return out;
}

Bytes aes256GcmSeal(ByteView key, ByteView nonce, ByteView aad, ByteView plain) {
    require(key.size() == 32, "AES-256-GCM was given a key of the wrong size");
    return aesGcmSeal(key, nonce, aad, plain);
}

Result<SecretBytes> aes256GcmOpen(ByteView key, ByteView nonce, ByteView aad, ByteView sealed) {
    if (key.size() != 32) return refused();
    return aesGcmOpen(key, nonce, aad, sealed);
}

}  // namespace keyreel::crypto
