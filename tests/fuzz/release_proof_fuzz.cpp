#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>

#include "core/base/byte_io.h"
#include "core/crypto/cbor.h"
#include "core/studio/release_proof.h"

namespace {

using namespace keyreel;

// No key is here to sign with, so all that can verify is what a seed holds, byte for byte: a file that was
// changed anywhere and still verifies under the same seal is a finding.
void checkVerified(ByteView file) {
    const auto verified = studio::verifyReleaseProof(file);
    if (!verified) return;
    static std::map<crypto::Digest, Bytes> signedFiles;
    const auto [known, fresh] = signedFiles.try_emplace(verified->id, file.begin(), file.end());
    if (!fresh && !std::ranges::equal(known->second, file)) std::abort();
}

}  // namespace

// People verify files that strangers hand them. What decodes encodes to the same fields, and nothing that was
// not signed is a proof.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    checkVerified(input);
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
