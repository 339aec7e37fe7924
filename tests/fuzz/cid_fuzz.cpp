#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/content/cid.h"

// One text and one binary form per CID.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace keyreel;
    const ByteView input(data, size);
    const auto fromText = content::Cid::parse(asText(input));
    if (fromText && fromText->text() != asText(input)) std::abort();
    const auto fromBytes = content::Cid::fromBytes(input);
    if (fromBytes &&
        (fromBytes->bytes() != toBytes(input) || *content::Cid::parse(fromBytes->text()) != *fromBytes))
        std::abort();

    // Nearly right texts, which plain bytes hardly ever are.
    std::string text = "bafy";
    for (std::size_t i = 0; i < size && text.size() < 59; ++i)
        text += "abcdefghijklmnopqrstuvwxyz234567A"[data[i] % 33];
    const auto near = content::Cid::parse(text);
    if (near && near->text() != text) std::abort();
    return 0;
}
