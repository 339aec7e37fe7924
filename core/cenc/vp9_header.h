#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/base/bytes.h"

namespace keyreel::cenc {

/// Sizes of VP9 uncompressed headers ("VP9 Bitstream & Decoding Process Specification" section 6.2). Frames
/// must come in decode order: a frame may take its size, on which its tile fields depend, from a reference.
/// Nothing allocates.
class Vp9Parser {
public:
    /// Bytes of the uncompressed header at the start of `frame`; nothing when it cannot be read.
    std::optional<std::size_t> uncompressedHeaderSize(ByteView frame);

    /// The frames of a sample, by its superframe index (annex B); one when it has none.
    struct Superframe {
        std::array<std::uint32_t, 8> sizes{};
        std::size_t count = 0;
    };
    /// Nothing when the index does not fit the sample.
    static std::optional<Superframe> splitSuperframe(ByteView sample);

private:
    struct Size {
        std::uint32_t width = 0;
        std::uint32_t height = 0;
    };
    std::array<Size, 8> m_references{};
};

}  // namespace keyreel::cenc
