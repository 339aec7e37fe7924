// Signed content of any kind: whatever verifyManifest() accepts, it must be able to sign again, to the same
// bytes.

#include <cstdlib>

#include "core/crypto/cose.h"
#include "core/package/manifest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    static const crypto::SigningKey kKey = *crypto::SigningKey::fromSeed(SecretBytes(32));
    (void)package::verifyManifest({data, size}, kKey.publicKey());
    const Bytes message = crypto::coseSign1(kKey, {data, size});
    const Result<package::Manifest> manifest = package::verifyManifest(message, kKey.publicKey());
    if (!manifest) return 0;
    const Result<Bytes> again = package::signManifest(*manifest, kKey);
    if (!again || *again != message) std::abort();
    return 0;
}
