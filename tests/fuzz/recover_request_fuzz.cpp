#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/custody/capability.h"
#include "core/custody/padded_message.h"
#include "core/custody/recover_message.h"

// A key node reads this from anyone. What it accepts must be the one form of its request, and nothing that
// was not signed may pass as a capability, a proof or an answer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const ByteView input(data, size);
    const crypto::PublicKey nobody{0x58, 0x66};
    if (custody::verifyCapability(input, nobody, 1'800'000'000)) std::abort();
    if (custody::verifyRecoverProof(input, nobody)) std::abort();
    if (custody::verifyRecoverAnswer(input, nobody)) std::abort();

    if (const auto body = custody::unpadMessage(input)) {
        const auto padded = custody::padMessage(*body);
        if (!padded || *padded != toBytes(input)) std::abort();
    }
    const auto message = custody::padMessage(input);
    if (!message) return 0;
    const auto request = custody::decodeRecoverRequest(*message);
    if (!request) {
        if (request.error().code != "bad_request") std::abort();
        return 0;
    }
    if (request->nodes.size() > custody::kMaxNodes) std::abort();
    if (request->sealedShare.size() != custody::kSealedShareSize) std::abort();
    const auto again = custody::encodeRecoverRequest(*request);
    if (!again || *again != *message) std::abort();
    return 0;
}
