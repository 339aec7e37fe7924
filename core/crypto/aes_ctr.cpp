#include "core/crypto/aes_ctr.h"

#include <algorithm>
#include <array>

#include "core/crypto/openssl_handles.h"

namespace keyreel::crypto {

namespace {

constexpr std::uint64_t kBlock = 16;
/// The largest piece for one call of OpenSSL, whose sizes are int; a multiple of the block.
constexpr std::uint64_t kLargestPiece = 1U << 30U;

}  // namespace

struct AesCtr::State {
    CipherContext context{EVP_CIPHER_CTX_new()};
    std::array<std::uint8_t, 16> counter{};
    std::uint64_t bytesToWrap = 0;  // bytes until the low 64 bits of the counter wrap; capped, see reload
    bool wraps = false;             // the cap above is a true wrap
    bool started = false;

    void reload() {
        std::uint64_t low = 0;
        for (std::size_t i = 8; i < 16; ++i)
            low = (low << 8U) | counter[i];
        const std::uint64_t blocks = ~low;  // one less than the blocks left, so that it fits
        wraps = blocks < (UINT64_MAX / kBlock) - 1;
        bytesToWrap = wraps ? (blocks + 1) * kBlock : UINT64_MAX;
        require(EVP_EncryptInit_ex(context.get(), nullptr, nullptr, nullptr, counter.data()) == 1,
                "AES-CTR did not take its counter");
    }

    void run(const std::uint8_t* in, std::uint8_t* out, std::uint64_t size) {
        require(started, "AES-CTR used before its start");
        while (size > 0) {
            const std::uint64_t piece = std::min({size, kLargestPiece, bytesToWrap});
            int written = 0;
            require(EVP_EncryptUpdate(context.get(), out, &written, in, static_cast<int>(piece)) == 1 &&
                        static_cast<std::uint64_t>(written) == piece,
                    "AES-CTR failed");
            in += piece;
            out += piece;
            size -= piece;
            if (!wraps) continue;
            bytesToWrap -= piece;
            if (bytesToWrap == 0) {
                // OpenSSL would carry into the high half of the counter; ISO/IEC 23001-7 clause 9.3 does not.
                std::fill(counter.begin() + 8, counter.end(), std::uint8_t{0});
                reload();
            }
        }
    }
};

Result<AesCtr> AesCtr::create(ByteView key) {
    if (key.size() != 16)
        return fail("bad_key_size",
                    "An AES-128 key has 16 bytes, this one has " + std::to_string(key.size()) + ".");
    auto state = std::make_unique<State>();
    require(state->context != nullptr && EVP_EncryptInit_ex(state->context.get(), EVP_aes_128_ctr(), nullptr,
                                                            key.data(), nullptr) == 1,
            "AES-CTR did not take its key");
    return AesCtr(std::move(state));
}

AesCtr::AesCtr(std::unique_ptr<State> state) : m_state(std::move(state)) {}
AesCtr::AesCtr(AesCtr&&) noexcept = default;
AesCtr& AesCtr::operator=(AesCtr&&) noexcept = default;
AesCtr::~AesCtr() = default;

void AesCtr::start(std::span<const std::uint8_t> iv) {
    require(iv.size() == 8 || iv.size() == 16,
            "AES-CTR was given an initialisation vector of neither 8 nor 16 bytes");
    m_state->counter.fill(0);
    std::copy(iv.begin(), iv.end(), m_state->counter.begin());
    m_state->reload();
    m_state->started = true;
}

void AesCtr::apply(MutableBytes inPlace) {
    m_state->run(inPlace.data(), inPlace.data(), inPlace.size());
}

void AesCtr::applyPattern(MutableBytes inPlace, unsigned cryptBlocks, unsigned skipBlocks) {
    const std::size_t crypt = kBlock * std::max(cryptBlocks, 1U);
    if (cryptBlocks == 0 || skipBlocks == 0) {
        apply(inPlace.first(inPlace.size() / crypt * crypt));
        return;
    }
    const std::size_t period = crypt + kBlock * skipBlocks;
    for (std::size_t at = 0; inPlace.size() - at >= crypt; at += period) {
        apply(inPlace.subspan(at, crypt));
        if (inPlace.size() - at < period) return;
    }
}

void AesCtr::apply(ByteView in, std::uint8_t* out) {
    m_state->run(in.data(), out, in.size());
}

}  // namespace keyreel::crypto
