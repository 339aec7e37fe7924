#include "core/media/ebml_extent.h"

#include <algorithm>
#include <array>
#include <bit>

namespace keyreel::media {
namespace {

// RFC 8794 section 17.1, RFC 9559 section 5.1.
constexpr std::uint64_t kSegment = 0x18538067;
constexpr std::uint64_t kCluster = 0x1F43B675;
/// Blocks of 24 hours at 60 pictures and 50 packets of sound each second, and as many again.
constexpr unsigned kMaxElements = 1U << 24;
constexpr std::size_t kMaxIdLength = 4;
constexpr std::size_t kMaxSizeLength = 8;

struct Element {
    std::uint64_t id = 0;
    std::uint64_t size = 0;
    bool open = false;           ///< Its size was left open.
    std::size_t headLength = 0;  ///< 0: this is no element.
    std::size_t missing = 0;     ///< Bytes of the head that are not in the file any more.
};

std::size_t lengthOf(std::uint8_t first, std::size_t most) {
    const auto length = static_cast<std::size_t>(std::countl_zero(first)) + 1;
    return length <= most ? length : 0;
}

Element parse(ByteView head) {
    Element element;
    const std::size_t idLength = lengthOf(head[0], kMaxIdLength);
    if (idLength == 0) return element;
    if (idLength >= head.size()) {
        element.missing = idLength + 1 - head.size();
        return element;
    }
    for (std::size_t i = 0; i < idLength; ++i)
        element.id = (element.id << 8) | head[i];
    const std::size_t sizeLength = lengthOf(head[idLength], kMaxSizeLength);
    if (sizeLength == 0) return element;
    if (idLength + sizeLength > head.size()) {
        element.missing = idLength + sizeLength - head.size();
        return element;
    }
    const std::uint8_t mask = static_cast<std::uint8_t>(0xffU >> sizeLength);
    element.size = head[idLength] & mask;
    element.open = element.size == mask;
    for (std::size_t i = 1; i < sizeLength; ++i) {
        element.size = (element.size << 8) | head[idLength + i];
        element.open &= head[idLength + i] == 0xff;
    }
    element.headLength = idLength + sizeLength;
    return element;
}

}  // namespace

Result<std::uint64_t> ebmlEnd(ByteSource& file, const std::string& name) {
    const std::uint64_t size = file.size();
    std::array<std::uint8_t, kMaxIdLength + kMaxSizeLength> head{};
    std::uint64_t at = 0;
    for (unsigned count = 0; at < size; ++count) {
        if (count >= kMaxElements) return fail("media_damaged", name + " has too many elements.");
        const auto got = static_cast<std::size_t>(std::min<std::uint64_t>(size - at, head.size()));
        KEYREEL_CHECK(file.read(at, MutableBytes(head).first(got)));
        const Element element = parse(ByteView(head).first(got));
        if (element.missing > 0) return size + element.missing;
        if (element.headLength == 0) return size;
        at += element.headLength;
        if (element.open) {
            if (element.id != kSegment && element.id != kCluster) return size;
            continue;
        }
        at += element.size;
    }
    return at;
}

}  // namespace keyreel::media
