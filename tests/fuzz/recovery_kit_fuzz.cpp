#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/crypto/hash.h"
#include "core/identity/recovery_kit.h"

// The outside with its checksum made right, and the sealed part's layout; the password's derivation is left
// out, so that a minute of fuzzing is a minute of decoding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const ByteView input(data, size);
    (void)identity::readKitHeader(input);
    Bytes file = toBytes("keyreel/kit/v1");
    append(file, input);
    append(file, crypto::sha256(file));
    if (const auto header = identity::readKitHeader(file))
        if (header->cost.memoryKiB > (1U << 20) || header->cost.passes > 16 || header->cost.lanes > 4)
            std::abort();
    Bytes content = toBytes("keyreel/kit-content/v1");
    append(content, input);
    const auto kit = identity::parseKitContent(content);
    if (!kit) return kit.error().code == "kit_damaged" ? 0 : (std::abort(), 0);
    for (const auto& part : kit->files)
        if (part.name.find('/') != std::string::npos || part.content.size() > identity::kMaxKitFileSize)
            std::abort();
    return 0;
}
