#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/crypto/cbor.h"

// Whatever `decode` accepts must be the one encoding of its value, and a map reader must get through it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const ByteView input(data, size);
    const auto value = cbor::decode(input);
    if (!value) {
        if (value.error().code != "cbor_malformed") std::abort();
        return 0;
    }
    if (cbor::encode(*value) != toBytes(input)) std::abort();
    const auto again = cbor::decode(cbor::encode(*value));
    if (!again || !(*again == *value)) std::abort();
    cbor::MapReader reader(*value, "fuzz");
    (void)reader.uint(1);
    (void)reader.bytes("id", 16);
    (void)reader.text("name", 64);
    (void)reader.array("rows", 8);
    if (reader.finish() && value->size() > 4) std::abort();
    return 0;
}
