#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/base/byte_io.h"
#include "core/crypto/cbor.h"
#include "core/studio/release_proof.h"

// People verify files that strangers hand them. What decodes encodes to the same fields, and nothing that was
// not signed is a proof.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const ByteView input(data, size);
    if (studio::verifyReleaseProof(input)) std::abort();
    ByteReader in(input);
    const std::uint32_t length = in.u32();
    const ByteView inner = length <= in.remaining() && length != 0 ? in.bytes(length) : input;
    (void)studio::releaseProofId(inner);
    const auto proof = studio::decodeReleaseProof(inner);
    if (!proof) {
        if (proof.error().code != "proof_malformed" && proof.error().code != "proof_too_large") std::abort();
        return 0;
    }
    static const crypto::SigningKey kKey = crypto::SigningKey::generate();
    const auto again = studio::decodeReleaseProof(studio::sealReleaseProof(*proof, kKey));
    if (!again || !(*again == *proof)) std::abort();
    return 0;
}
