#include "core/identity/slip10.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/crypto/hash.h"

namespace keyreel::identity {
namespace {

constexpr std::uint32_t kHardened = 0x80000000;
constexpr std::uint32_t kPurpose = 74;
constexpr std::uint32_t kFirstVaultVersion = 2;

HdKey split(const SecretBytes& hmac) {
    return {SecretBytes::copyOf(hmac.view().first(32)), SecretBytes::copyOf(hmac.view().subspan(32))};
}

}  // namespace

Result<HdKey> masterKey(ByteView seed) {
    if (seed.size() < 16 || seed.size() > 64)
        return fail("bad_seed_size", "A seed has 16 to 64 bytes, not " + std::to_string(seed.size()) + ".");
    return split(crypto::hmacSha512(asBytes("ed25519 seed"), seed));
}

Result<HdKey> hardenedChild(const HdKey& parent, std::uint32_t index) {
    if (index >= kHardened)
        return fail("bad_path", "A path's index is below 2^31; the hardening is added by itself.");
    SecretBytes data(1 + 32 + 4);
    const MutableBytes out = data.mutableView();
    std::copy(parent.key.view().begin(), parent.key.view().end(), out.begin() + 1);
    for (std::size_t i = 0; i < 4; ++i)
        out[33 + i] = static_cast<std::uint8_t>((index | kHardened) >> (24 - 8 * i));
    return split(crypto::hmacSha512(parent.chainCode.view(), data.view()));
}

Result<HdKey> deriveHardened(ByteView seed, std::span<const std::uint32_t> path) {
    KEYREEL_TRY(HdKey key, masterKey(seed));
    for (const std::uint32_t index : path) {
        KEYREEL_TRY(key, hardenedChild(key, index));
    }
    return key;
}

Result<SecretBytes> accountKeySeed(ByteView seed) {
    constexpr std::array<std::uint32_t, 4> kPath{kPurpose, 0, 0, 0};
    KEYREEL_TRY(HdKey key, deriveHardened(seed, kPath));
    return std::move(key.key);
}

Result<SecretBytes> accountLatticeSeed(ByteView seed) {
    constexpr std::array<std::uint32_t, 4> kPath{kPurpose, 3, 0, 0};
    KEYREEL_TRY(HdKey key, deriveHardened(seed, kPath));
    return std::move(key.key);
}

Result<SecretBytes> vaultKey(ByteView seed, std::uint32_t version) {
    if (version < kFirstVaultVersion || version - kFirstVaultVersion >= kHardened)
        return fail("bad_key_version", "There is no vault key of version " + std::to_string(version) + ".");
    const std::array<std::uint32_t, 4> path{kPurpose, 2, 0, version - kFirstVaultVersion};
    KEYREEL_TRY(HdKey key, deriveHardened(seed, path));
    return std::move(key.key);
}

}  // namespace keyreel::identity
