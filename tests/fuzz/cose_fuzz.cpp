#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "core/crypto/cose.h"

namespace {

keyreel::crypto::SigningKey fixedKey() {
    return std::move(
        keyreel::crypto::SigningKey::fromSeed(keyreel::SecretBytes::copyOf(keyreel::Bytes(32, 1))).value());
}

}  // namespace

// No input may verify under a key that never signed it, and a signed input must come back as it was; a
// message damaged at a place that the input chooses must not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    static const crypto::SigningKey key = fixedKey();
    const ByteView input(data, size);
    if (crypto::coseVerify1(input, &key.publicKey())) std::abort();
    (void)crypto::coseVerify1(input, nullptr);
    const auto either = crypto::coseVerifyEither(input);
    if (either && either->latticeKey != crypto::claimedLatticeKey(input)) std::abort();

    Bytes message = crypto::coseSign1(key, input);
    const auto verified = crypto::coseVerify1(message, &key.publicKey());
    if (!verified || verified->payload != toBytes(input)) std::abort();
    if (size < 3) return 0;
    const std::size_t place = (std::size_t{data[0]} << 8U | data[1]) % message.size();
    message[place] = static_cast<std::uint8_t>(message[place] ^ (data[2] == 0 ? 1 : data[2]));
    if (crypto::coseVerify1(message, &key.publicKey())) std::abort();
    return 0;
}
