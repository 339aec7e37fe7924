#pragma once

#include <cstdint>
#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/isobmff/four_cc.h"

namespace keyreel::isobmff {

/// Deepest nesting that is followed; the standard's own paths need 9.
inline constexpr int kMaxBoxDepth = 16;
/// Most samples that one trun, senc, saiz or fragment may announce.
inline constexpr std::uint32_t kMaxFragmentSamples = 1U << 20;
/// Most samples of a progressive track.
inline constexpr std::uint32_t kMaxTrackSamples = 4U << 20;

/// The header of a box (ISO/IEC 14496-12 section 4.2).
struct BoxHeader {
    FourCc type = 0;
    std::uint32_t headerSize = 0;  ///< 8, 16 with a 64-bit size.
    std::uint64_t size = 0;        ///< Whole box, header included.
};

/// Reads a header from the first bytes of a box (8 to 16 of them). `available` is how many bytes the box's
/// container has from the box's first byte on. A size of 0 ("to the end") is taken only with `mayExtend`.
Result<BoxHeader> readBoxHeader(ByteView first, std::uint64_t available, bool mayExtend,
                                const std::string& place);

/// A box in borrowed bytes; its parents are borrowed, too, and give error messages their path.
struct Box {
    FourCc type = 0;
    std::uint32_t headerSize = 0;
    std::uint64_t offset = 0;  ///< Of the first header byte in the file.
    ByteView bytes;            ///< Header and content.
    const Box* parent = nullptr;

    [[nodiscard]] ByteView content() const { return bytes.subspan(headerSize); }
    [[nodiscard]] std::uint64_t contentOffset() const { return offset + headerSize; }
    /// "moov/trak/mdia (byte 1234)".
    [[nodiscard]] std::string place() const;
    /// `box_malformed` at this place, with the clause that says how such a box is made.
    [[nodiscard]] tl::unexpected<Error> malformed(const std::string& why) const;
};

/// Walks the boxes that lie one behind the other in `bytes`.
class BoxCursor {
public:
    /// `bytes` begin at `fileOffset`; `parent` must outlive the cursor and the boxes it gives.
    BoxCursor(ByteView bytes, std::uint64_t fileOffset, const Box* parent = nullptr);
    /// The children of `parent`, which start `skip` bytes into its content (after the fields of a full box).
    explicit BoxCursor(const Box& parent, std::size_t skip = 0);

    /// The next box, or false at the end. Code `box_malformed`: a box that overruns its parent, or nesting
    /// that is too deep.
    Result<bool> next(Box& out);

private:
    ByteView m_bytes;
    std::uint64_t m_fileOffset;
    const Box* m_parent;
    std::size_t m_position = 0;
};

}  // namespace keyreel::isobmff
