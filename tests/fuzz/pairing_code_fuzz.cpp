#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/studio/devices.h"

// What people type as the code of a device: one form, and reading it again changes nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const auto code = studio::parsePairingCode(asText(ByteView(data, size)));
    if (!code) return code.error().code == "bad_code" ? 0 : (std::abort(), 0);
    const auto again = studio::parsePairingCode(*code);
    if (code->size() != 19 || !again || *again != *code) std::abort();
    return 0;
}
