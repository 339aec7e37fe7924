// Where a Matroska file ends by its own sizes: what is cut off is never shorter than what is there.

#include <cstdlib>

#include "core/media/ebml_extent.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    MemorySource file(toBytes(ByteView(data, size)));
    const Result<std::uint64_t> end = media::ebmlEnd(file, "input");
    if (!end) return 0;
    if (*end < size) std::abort();
    // As much more as it asks for completes it.
    constexpr std::uint64_t kSmall = 1U << 16;
    if (*end == size || *end - size > kSmall) return 0;
    Bytes whole = toBytes(ByteView(data, size));
    whole.resize(*end);
    MemorySource completed(std::move(whole));
    const Result<std::uint64_t> again = media::ebmlEnd(completed, "input");
    if (!again || *again < *end) std::abort();
    return 0;
}
