#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/crypto/hash.h"
#include "core/identity/vault_file.h"

// The domain and the checksum are put around the input, so that what lies between them is what is fuzzed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    (void)identity::parseVault({data, size});
    Bytes file = toBytes("keyreel/vault/v1");
    append(file, ByteView(data, size));
    append(file, crypto::sha256(file));
    const auto content = identity::parseVault(file);
    if (!content) return content.error().code == "vault_damaged" ? 0 : (std::abort(), 0);
    if (content->records.size() > 4096 || content->header.displayName.size() > 256) std::abort();
    return 0;
}
