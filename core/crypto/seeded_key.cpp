#include "core/crypto/seeded_key.h"

#include <openssl/err.h>

#include <array>
#include <string_view>

namespace keyreel::crypto {

Pkey namedKey(const char* algorithm, const char* part, ByteView bytes) {
    const PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr));
    EVP_PKEY* key = nullptr;
    if (context != nullptr && EVP_PKEY_fromdata_init(context.get()) == 1) {
        // OpenSSL takes what it only reads as a pointer to what it could write.
        std::array<OSSL_PARAM, 2> parts{
            OSSL_PARAM_construct_octet_string(part, const_cast<unsigned char*>(dataOf(bytes)), bytes.size()),
            OSSL_PARAM_construct_end()};
        const bool whole = std::string_view(part) != OSSL_PKEY_PARAM_PUB_KEY;
        if (EVP_PKEY_fromdata(context.get(), &key, whole ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY,
                              parts.data()) != 1)
            key = nullptr;
    }
    if (key == nullptr) ERR_clear_error();
    return Pkey(key);
}

void publicKeyInto(const Pkey& key, MutableBytes out) {
    std::size_t size = 0;
    require(EVP_PKEY_get_octet_string_param(key.get(), OSSL_PKEY_PARAM_PUB_KEY, out.data(), out.size(),
                                            &size) == 1 &&
                size == out.size(),
            "a key pair gave no public key");
}

}  // namespace keyreel::crypto
