#include "core/crypto/hkdf.h"

#include <algorithm>

#include "core/crypto/hash.h"
#include "core/crypto/openssl_handles.h"

namespace keyreel::crypto {

namespace {

constexpr std::size_t kBlock = 32;

}  // namespace

SecretBytes hkdfSha256Extract(ByteView salt, ByteView ikm) {
    Digest prk = hmacSha256(salt, ikm);
    SecretBytes out = SecretBytes::copyOf(prk);
    wipe(prk);
    return out;
}

SecretBytes hkdfSha256Expand(ByteView prk, ByteView info, std::size_t size) {
    require(size >= 1 && size <= 255 * kBlock, "HKDF asked for an impossible size");
    SecretBytes out(size);
    // One buffer T(i-1) || info || i, so that no intermediate key material is left in freed memory.
    SecretBytes input(kBlock + info.size() + 1);
    const MutableBytes buffer = input.mutableView();
    std::copy(info.begin(), info.end(), buffer.begin() + kBlock);
    std::uint8_t counter = 1;
    for (std::size_t done = 0; done < size; done += kBlock, ++counter) {
        buffer.back() = counter;
        Digest block = hmacSha256(prk, done == 0 ? buffer.subspan(kBlock) : buffer);
        const std::size_t take = std::min(kBlock, size - done);
        std::copy_n(block.begin(), take, out.mutableView().begin() + static_cast<std::ptrdiff_t>(done));
        std::copy(block.begin(), block.end(), buffer.begin());
        wipe(block);
    }
    return out;
}

SecretBytes hkdfSha256(ByteView ikm, ByteView salt, ByteView info, std::size_t size) {
    const SecretBytes prk = hkdfSha256Extract(salt, ikm);
    return hkdfSha256Expand(prk.view(), info, size);
}

}  // namespace keyreel::crypto
