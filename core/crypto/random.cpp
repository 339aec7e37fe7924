#include "core/crypto/random.h"

#include <openssl/rand.h>

#include "core/crypto/openssl_handles.h"

namespace keyreel::crypto {

void fillRandom(MutableBytes out) {
    if (out.empty()) return;
    require(RAND_priv_bytes(out.data(), intSize(out.size())) == 1, "the random number generator failed");
}

Bytes randomBytes(std::size_t size) {
    Bytes out(size);
    fillRandom(out);
    return out;
}

SecretBytes randomSecret(std::size_t size) {
    SecretBytes out(size);
    fillRandom(out.mutableView());
    return out;
}

}  // namespace keyreel::crypto
