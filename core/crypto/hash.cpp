#include "core/crypto/hash.h"

#include <openssl/hmac.h>

#include "core/crypto/openssl_handles.h"

namespace keyreel::crypto {

Digest sha256(ByteView data) {
    Digest out{};
    require(EVP_Digest(data.data(), data.size(), out.data(), nullptr, EVP_sha256(), nullptr) == 1,
            "SHA-256 failed");
    return out;
}

std::array<std::uint8_t, 64> sha512(ByteView data) {
    std::array<std::uint8_t, 64> out{};
    require(EVP_Digest(data.data(), data.size(), out.data(), nullptr, EVP_sha512(), nullptr) == 1,
            "SHA-512 failed");
    return out;
}

struct Sha256::State {
    MdContext context{EVP_MD_CTX_new()};

    void begin() {
        require(context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1,
                "SHA-256 did not start");
    }
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {
    m_state->begin();
}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(ByteView data) {
    require(EVP_DigestUpdate(m_state->context.get(), data.data(), data.size()) == 1, "SHA-256 failed");
}

Digest Sha256::finish() {
    Digest out{};
    require(EVP_DigestFinal_ex(m_state->context.get(), out.data(), nullptr) == 1, "SHA-256 failed");
    m_state->begin();
    return out;
}

Digest hmacSha256(ByteView key, ByteView data) {
    Digest out{};
    unsigned size = 0;
    require(HMAC(EVP_sha256(), dataOf(key), intSize(key.size()), dataOf(data), data.size(), out.data(),
                 &size) != nullptr &&
                size == out.size(),
            "HMAC-SHA-256 failed");
    return out;
}

SecretBytes hmacSha512(ByteView key, ByteView data) {
    SecretBytes out(64);
    unsigned size = 0;
    require(HMAC(EVP_sha512(), dataOf(key), intSize(key.size()), dataOf(data), data.size(),
                 out.mutableView().data(), &size) != nullptr &&
                size == out.size(),
            "HMAC-SHA-512 failed");
    return out;
}

SecretBytes pbkdf2Sha512(ByteView password, ByteView salt, std::uint32_t iterations, std::size_t size) {
    require(iterations >= 1 && iterations <= INT_MAX && size >= 1, "PBKDF2 with impossible parameters");
    SecretBytes out(size);
    require(PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(dataOf(password)), intSize(password.size()),
                              dataOf(salt), intSize(salt.size()), static_cast<int>(iterations), EVP_sha512(),
                              intSize(size), out.mutableView().data()) == 1,
            "PBKDF2 failed");
    return out;
}

}  // namespace keyreel::crypto
