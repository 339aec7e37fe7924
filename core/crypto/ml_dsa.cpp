#include "core/crypto/ml_dsa.h"

#include <openssl/err.h>

#include <array>

#include "core/crypto/hybrid_signature.h"
#include "core/crypto/seeded_key.h"

namespace keyreel::crypto {

namespace {

constexpr const char* kMlDsa = "ML-DSA-65";

using Params = std::array<OSSL_PARAM, 3>;

/// `deterministic` outlives what is built from it. The names are those of OpenSSL 3.5; 3.0 has none for them.
Params paramsOf(std::string_view context, int& deterministic) {
    return {OSSL_PARAM_construct_octet_string("context-string", const_cast<char*>(context.data()),
                                              context.size()),
            OSSL_PARAM_construct_int("deterministic", &deterministic), OSSL_PARAM_construct_end()};
}

}  // namespace

Bytes mlDsaPublicKey(ByteView seed) {
    const Pkey key = namedKey(kMlDsa, "seed", seed);
    if (key == nullptr) return {};
    Bytes out(kMlDsaPublicKeySize);
    publicKeyInto(key, out);
    return out;
}

Bytes mlDsaSign(ByteView seed, ByteView message, std::string_view context, bool deterministic) {
    const Pkey key = namedKey(kMlDsa, "seed", seed);
    const MdContext signer(EVP_MD_CTX_new());
    int fixed = deterministic ? 1 : 0;
    const Params params = paramsOf(context, fixed);
    Bytes out(kMlDsaSignatureSize);
    std::size_t size = out.size();
    require(key != nullptr && signer != nullptr &&
                EVP_DigestSignInit_ex(signer.get(), nullptr, nullptr, nullptr, nullptr, key.get(),
                                      params.data()) == 1 &&
                EVP_DigestSign(signer.get(), out.data(), &size, dataOf(message), message.size()) == 1 &&
                size == out.size(),
            "ML-DSA-65 did not sign");
    return out;
}

bool mlDsaVerify(ByteView publicKey, ByteView message, std::string_view context, ByteView signature) {
    if (signature.size() != kMlDsaSignatureSize) return false;
    const Pkey key = namedKey(kMlDsa, OSSL_PKEY_PARAM_PUB_KEY, publicKey);
    const MdContext verifier(EVP_MD_CTX_new());
    int fixed = 0;
    Params params = paramsOf(context, fixed);
    params[1] = OSSL_PARAM_construct_end();
    const bool verified = key != nullptr && verifier != nullptr &&
                          EVP_DigestVerifyInit_ex(verifier.get(), nullptr, nullptr, nullptr, nullptr,
                                                  key.get(), params.data()) == 1 &&
                          EVP_DigestVerify(verifier.get(), signature.data(), signature.size(),
                                           dataOf(message), message.size()) == 1;
    if (!verified) ERR_clear_error();
    return verified;
}

}  // namespace keyreel::crypto
