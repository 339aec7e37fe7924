#include "core/crypto/hpke.h"

#include "core/crypto/hpke_context.h"

namespace keyreel::crypto {

Result<Sealed> hpkeSeal(const X25519PublicKey& recipient, ByteView info, ByteView aad, ByteView plain) {
    const X25519Key ephemeral = X25519Key::generate();
    const X25519PublicKey& enc = ephemeral.publicKey();
    KEYREEL_TRY(const SecretBytes shared, dhkemSharedSecret(ephemeral, recipient, enc, recipient));
    HpkeContext context(HpkeAead::Aes256Gcm, shared.view(), info);
    return Sealed{enc, context.seal(aad, plain)};
}

Result<SecretBytes> hpkeOpen(const X25519Key& recipient, const Sealed& sealed, ByteView info, ByteView aad) {
    KEYREEL_TRY(const SecretBytes shared,
                dhkemSharedSecret(recipient, sealed.enc, sealed.enc, recipient.publicKey()));
    HpkeContext context(HpkeAead::Aes256Gcm, shared.view(), info);
    return context.open(aad, sealed.ciphertext);
}

}  // namespace keyreel::crypto
