#include "core/crypto/sealing_key.h"

#include <algorithm>
#include <string>

#include "core/crypto/hpke.h"
#include "core/crypto/hpke_context.h"

namespace keyreel::crypto {

Result<SealingPublicKey> SealingPublicKey::fromBytes(ByteView bytes) {
    if (bytes.size() == std::tuple_size_v<X25519PublicKey>) {
        X25519PublicKey key{};
        std::copy(bytes.begin(), bytes.end(), key.begin());
        return SealingPublicKey(key);
    }
    if (bytes.size() == kXWingPublicKeySize) {
        XWingPublicKey key{};
        std::copy(bytes.begin(), bytes.end(), key.begin());
        return SealingPublicKey(key);
    }
    return fail("bad_key_size", "No suite has sealing keys of " + std::to_string(bytes.size()) + " bytes.");
}

ByteView SealingPublicKey::bytes() const {
    return std::visit([](const auto& key) { return ByteView(key); }, m_key);
}

Result<SealingKey> SealingKey::generate(Suite suite) {
    KEYREEL_CHECK(requireSuite(suite));
    if (suite == kSuiteClassic) return SealingKey(X25519Key::generate());
    KEYREEL_TRY(XWingKey key, XWingKey::generate());
    return SealingKey(std::move(key));
}

Result<SecretBytes> SealingKey::open(ByteView sealed, ByteView info, ByteView aad) const {
    if (sealed.size() < sealOverhead(suite()))
        return fail("aead_failed", "The sealed message is too short to be one.");
    if (const auto* classic = std::get_if<X25519Key>(&m_key)) {
        Sealed parts;
        std::copy_n(sealed.begin(), parts.enc.size(), parts.enc.begin());
        parts.ciphertext = toBytes(sealed.subspan(parts.enc.size()));
        return hpkeOpen(*classic, parts, info, aad);
    }
    XWingEnc enc{};
    std::copy_n(sealed.begin(), enc.size(), enc.begin());
    KEYREEL_TRY(const SecretBytes shared, std::get<XWingKey>(m_key).decapsulate(enc));
    HpkeContext context(HpkeAead::Aes256Gcm, shared.view(), info, HpkeKem::XWing);
    return context.open(aad, sealed.subspan(enc.size()));
}

Result<Bytes> seal(const SealingPublicKey& recipient, ByteView info, ByteView aad, ByteView plain) {
    const ByteView key = recipient.bytes();
    Bytes out;
    if (recipient.suite() == kSuiteClassic) {
        X25519PublicKey classic{};
        std::copy(key.begin(), key.end(), classic.begin());
        KEYREEL_TRY(const Sealed sealed, hpkeSeal(classic, info, aad, plain));
        append(out, sealed.enc);
        append(out, sealed.ciphertext);
        return out;
    }
    XWingPublicKey hybrid{};
    std::copy(key.begin(), key.end(), hybrid.begin());
    KEYREEL_TRY(const XWingEncapsulated encapsulated, xwingEncapsulate(hybrid));
    HpkeContext context(HpkeAead::Aes256Gcm, encapsulated.shared.view(), info, HpkeKem::XWing);
    append(out, encapsulated.enc);
    append(out, context.seal(aad, plain));
    return out;
}

}  // namespace keyreel::crypto
