#include "core/crypto/sha3.h"

#include "core/crypto/openssl_handles.h"

namespace keyreel::crypto {

void shake(Shake kind, ByteView data, MutableBytes out) {
    const MdContext context(EVP_MD_CTX_new());
    require(context != nullptr &&
                EVP_DigestInit_ex(context.get(), kind == Shake::Shake128 ? EVP_shake128() : EVP_shake256(),
                                  nullptr) == 1 &&
                EVP_DigestUpdate(context.get(), data.data(), data.size()) == 1 &&
                EVP_DigestFinalXOF(context.get(), out.data(), out.size()) == 1,
            "SHAKE failed");
}

SecretBytes sha3Secret(ByteView data) {
    SecretBytes out(32);
    unsigned size = 0;
    require(
        EVP_Digest(data.data(), data.size(), out.mutableView().data(), &size, EVP_sha3_256(), nullptr) == 1 &&
            size == out.size(),
        "SHA3-256 failed");
    return out;
}

}  // namespace keyreel::crypto
