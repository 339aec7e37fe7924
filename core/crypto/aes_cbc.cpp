#include "core/crypto/aes_cbc.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/base/secret_bytes.h"
#include "core/crypto/openssl_handles.h"

namespace keyreel::crypto {

namespace {

constexpr std::size_t kBlock = 16;
/// The largest piece for one call of OpenSSL, whose sizes are int; a multiple of the block.
constexpr std::size_t kLargestPiece = 1U << 30U;
constexpr std::size_t kGathered = 256 * kBlock;
/// A run of this size costs more to copy than to pass to OpenSSL by itself.
constexpr std::size_t kLongRun = 32 * kBlock;

}  // namespace

struct AesCbc::State {
    CipherContext context{EVP_CIPHER_CTX_new()};
    bool started = false;

    void run(std::uint8_t* bytes, std::size_t size) {
        require(started, "AES-CBC used before its start");
        while (size > 0) {
            const std::size_t piece = std::min(size, kLargestPiece);
            int written = 0;
            require(EVP_CipherUpdate(context.get(), bytes, &written, bytes, static_cast<int>(piece)) == 1 &&
                        static_cast<std::size_t>(written) == piece,
                    "AES-CBC failed");
            bytes += piece;
            size -= piece;
        }
    }
};

Result<AesCbc> AesCbc::create(ByteView key, Direction direction) {
    if (key.size() != kBlock)
        return fail("bad_key_size",
                    "An AES-128 key has 16 bytes, this one has " + std::to_string(key.size()) + ".");
    auto state = std::make_unique<State>();
    require(state->context != nullptr &&
                EVP_CipherInit_ex(state->context.get(), EVP_aes_128_cbc(), nullptr, key.data(), nullptr,
                                  direction == Direction::Encrypt ? 1 : 0) == 1 &&
                EVP_CIPHER_CTX_set_padding(state->context.get(), 0) == 1,
            "AES-CBC did not take its key");
    return AesCbc(std::move(state));
}

AesCbc::AesCbc(std::unique_ptr<State> state) : m_state(std::move(state)) {}
AesCbc::AesCbc(AesCbc&&) noexcept = default;
AesCbc& AesCbc::operator=(AesCbc&&) noexcept = default;
AesCbc::~AesCbc() = default;

void AesCbc::start(std::span<const std::uint8_t, 16> iv) {
    // -1 keeps the direction.
    require(EVP_CipherInit_ex(m_state->context.get(), nullptr, nullptr, nullptr, iv.data(), -1) == 1,
            "AES-CBC did not take its initialisation vector");
    m_state->started = true;
}

void AesCbc::apply(MutableBytes inPlace) {
    m_state->run(inPlace.data(), inPlace.size() / kBlock * kBlock);
}

void AesCbc::applyPattern(MutableBytes inPlace, unsigned cryptBlocks, unsigned skipBlocks) {
    if (cryptBlocks == 0 || skipBlocks == 0) {
        // Without a gap the chain is one run; its last pattern may still be a partial one, which stays clear.
        const std::size_t unit = kBlock * std::max(cryptBlocks, 1U);
        apply(inPlace.first(inPlace.size() / unit * unit));
        return;
    }
    const std::size_t crypt = kBlock * cryptBlocks;
    const std::size_t period = crypt + kBlock * skipBlocks;
    std::uint8_t* const bytes = inPlace.data();
    if (crypt >= kLongRun) {
        for (std::size_t at = 0; inPlace.size() - at >= crypt; at += period) {
            m_state->run(bytes + at, crypt);
            if (inPlace.size() - at < period) return;
        }
        return;
    }
    // As many runs as the buffer holds are encrypted or decrypted together.
    std::array<std::uint8_t, kGathered> gathered;  // NOLINT: written before it is read
    const std::size_t runs = inPlace.size() < crypt ? 0 : (inPlace.size() - crypt) / period + 1;
    const std::size_t together = kGathered / crypt;
    for (std::size_t first = 0; first < runs; first += together) {
        const std::size_t count = std::min(together, runs - first);
        for (std::size_t i = 0; i < count; ++i)
            std::memcpy(gathered.data() + i * crypt, bytes + (first + i) * period, crypt);
        m_state->run(gathered.data(), count * crypt);
        for (std::size_t i = 0; i < count; ++i)
            std::memcpy(bytes + (first + i) * period, gathered.data() + i * crypt, crypt);
    }
    wipe(MutableBytes(gathered).first(std::min(runs, together) * crypt));
}

}  // namespace keyreel::crypto
