#pragma once

// Inside core/crypto only: owners for OpenSSL objects, and the end of the road when OpenSSL fails where it
// must not.

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <climits>
#include <memory>
#include <string_view>

#include "core/base/bytes.h"

namespace keyreel::crypto {

template <auto Free>
struct OpensslDeleter {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};

using MdContext = std::unique_ptr<EVP_MD_CTX, OpensslDeleter<EVP_MD_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, OpensslDeleter<EVP_CIPHER_CTX_free>>;
using Pkey = std::unique_ptr<EVP_PKEY, OpensslDeleter<EVP_PKEY_free>>;
using PkeyContext = std::unique_ptr<EVP_PKEY_CTX, OpensslDeleter<EVP_PKEY_CTX_free>>;

/// Says why and ends the process: for failures after which no answer would be safe, and for broken
/// preconditions.
[[noreturn]] void dieOfCrypto(std::string_view what);

inline void require(bool condition, std::string_view what) {
    if (!condition) dieOfCrypto(what);
}

/// OpenSSL takes many sizes as int; nothing that comes here is that large, and if it were, a cast must not
/// hide it.
inline int intSize(std::size_t size) {
    require(size <= INT_MAX, "more than 2 GiB in one call");
    return static_cast<int>(size);
}

/// Some OpenSSL functions refuse a null pointer even for no bytes.
inline const unsigned char* dataOf(ByteView bytes) {
    static constexpr unsigned char kNothing = 0;
    return bytes.empty() ? &kNothing : bytes.data();
}

}  // namespace keyreel::crypto
