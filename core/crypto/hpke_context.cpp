#include "core/crypto/hpke_context.h"

#include <algorithm>

#include "core/crypto/aead.h"
#include "core/crypto/hkdf.h"

namespace keyreel::crypto {

namespace {

constexpr std::uint16_t kKdfSha256 = 0x0001;
constexpr std::uint8_t kModeBase = 0x00;
constexpr std::size_t kSecretSize = 32;
constexpr std::size_t kNonceSize = 12;

void appendU16(Bytes& to, std::size_t value) {
    to.push_back(static_cast<std::uint8_t>(value >> 8U));
    to.push_back(static_cast<std::uint8_t>(value));
}

Bytes kemSuite() {
    Bytes out = toBytes("KEM");
    appendU16(out, static_cast<std::uint16_t>(HpkeKem::X25519));
    return out;
}

Bytes hpkeSuite(HpkeKem kem, HpkeAead aead) {
    Bytes out = toBytes("HPKE");
    appendU16(out, static_cast<std::uint16_t>(kem));
    appendU16(out, kKdfSha256);
    appendU16(out, static_cast<std::uint16_t>(aead));
    return out;
}

SecretBytes labeledExtract(ByteView suite, ByteView salt, std::string_view label, ByteView ikm) {
    const std::string_view version = "HPKE-v1";
    SecretBytes labeled(version.size() + suite.size() + label.size() + ikm.size());
    auto at = labeled.mutableView().begin();
    for (const ByteView part : {asBytes(version), suite, asBytes(label), ikm})
        at = std::copy(part.begin(), part.end(), at);
    return hkdfSha256Extract(salt, labeled.view());
}

SecretBytes labeledExpand(ByteView suite, ByteView prk, std::string_view label, ByteView info,
                          std::size_t size) {
    Bytes labeled;
    appendU16(labeled, size);
    append(labeled, "HPKE-v1");
    append(labeled, suite);
    append(labeled, label);
    append(labeled, info);
    return hkdfSha256Expand(prk, labeled, size);
}

}  // namespace

Result<SecretBytes> dhkemSharedSecret(const X25519Key& own, const X25519PublicKey& peer,
                                      const X25519PublicKey& enc, const X25519PublicKey& recipient) {
    KEYREEL_TRY(const SecretBytes dh, own.agree(peer));
    const Bytes suite = kemSuite();
    Bytes context(enc.begin(), enc.end());
    append(context, recipient);
    const SecretBytes prk = labeledExtract(suite, {}, "eae_prk", dh.view());
    return labeledExpand(suite, prk.view(), "shared_secret", context, kSecretSize);
}

HpkeContext::HpkeContext(HpkeAead aead, ByteView sharedSecret, ByteView info, HpkeKem kem)
    : m_suite(hpkeSuite(kem, aead)) {
    const SecretBytes pskIdHash = labeledExtract(m_suite, {}, "psk_id_hash", {});
    const SecretBytes infoHash = labeledExtract(m_suite, {}, "info_hash", info);
    Bytes context{kModeBase};
    append(context, pskIdHash.view());
    append(context, infoHash.view());
    const SecretBytes secret = labeledExtract(m_suite, sharedSecret, "secret", {});
    m_key = labeledExpand(m_suite, secret.view(), "key", context, aead == HpkeAead::Aes128Gcm ? 16 : 32);
    m_baseNonce = labeledExpand(m_suite, secret.view(), "base_nonce", context, kNonceSize);
    m_exporterSecret = labeledExpand(m_suite, secret.view(), "exp", context, kSecretSize);
}

std::array<std::uint8_t, 12> HpkeContext::nonce() const {
    std::array<std::uint8_t, kNonceSize> out{};
    std::copy(m_baseNonce.view().begin(), m_baseNonce.view().end(), out.begin());
    for (std::size_t i = 0; i < 8; ++i)
        out[kNonceSize - 1 - i] =
            static_cast<std::uint8_t>(out[kNonceSize - 1 - i] ^ (m_sequence >> (8 * i)));
    return out;
}

Bytes HpkeContext::seal(ByteView aad, ByteView plain) {
    Bytes out = aesGcmSeal(m_key.view(), nonce(), aad, plain);
    ++m_sequence;
    return out;
}

Result<SecretBytes> HpkeContext::open(ByteView aad, ByteView ciphertext) {
    auto out = aesGcmOpen(m_key.view(), nonce(), aad, ciphertext);
    if (out) ++m_sequence;
    return out;
}

SecretBytes HpkeContext::exportSecret(ByteView exporterContext, std::size_t size) const {
    return labeledExpand(m_suite, m_exporterSecret.view(), "sec", exporterContext, size);
}

}  // namespace keyreel::crypto
