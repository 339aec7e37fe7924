#include "core/media/source_file.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "core/base/byte_io.h"
#include "core/media/ebml_extent.h"

namespace keyreel::media {
namespace {

constexpr int kBufferSize = 1 << 16;
/// Boxes at the top level of a file; a film in one-second fragments of 24 hours has fewer.
constexpr unsigned kMaxTopLevelBoxes = 1U << 20;
constexpr std::uint32_t kMediaBox = 0x6d646174;

bool isBoxType(std::uint32_t type) {
    for (const char* known :
         {"ftyp", "moov", "mdat", "free", "skip", "wide", "styp", "sidx", "moof", "pdin", "pnot"}) {
        const auto* k = reinterpret_cast<const std::uint8_t*>(known);
        if (type == ((static_cast<std::uint32_t>(k[0]) << 24) | (static_cast<std::uint32_t>(k[1]) << 16) |
                     (static_cast<std::uint32_t>(k[2]) << 8) | k[3]))
            return true;
    }
    return false;
}

}  // namespace

Result<std::unique_ptr<SourceFile>> SourceFile::open(const FilmSource& film) {
    KEYREEL_TRY(auto bytes, film.bytes());
    const std::string name = film.path().filename().string();
    if (bytes->size() == 0)
        return fail("media_empty", name + " is empty (0 bytes).",
                    "Copy or download the film again; the file has no content.");
    std::unique_ptr<SourceFile> source(new SourceFile(film, std::move(bytes)));
    std::error_code ignored;
    if (!film.hasDescriptor()) source->m_modified = std::filesystem::last_write_time(film.path(), ignored);
    KEYREEL_CHECK(source->checkExtent());

    auto* buffer = static_cast<unsigned char*>(av_malloc(kBufferSize));
    if (buffer == nullptr) return fail("out_of_memory", "There is not enough memory to read " + name + ".");
    source->m_io = avio_alloc_context(buffer, kBufferSize, 0, source.get(), &SourceFile::readCallback,
                                      nullptr, &SourceFile::seekCallback);
    if (source->m_io == nullptr) {
        av_free(buffer);
        return fail("out_of_memory", "There is not enough memory to read " + name + ".");
    }
    return source;
}

SourceFile::~SourceFile() {
    if (m_io == nullptr) return;
    av_freep(&m_io->buffer);
    avio_context_free(&m_io);
}

int SourceFile::readCallback(void* opaque, std::uint8_t* buffer, int size) {
    auto& self = *static_cast<SourceFile*>(opaque);
    if (size <= 0 || self.m_position >= self.m_size) return AVERROR_EOF;
    const auto wanted = static_cast<std::size_t>(
        std::min<std::uint64_t>(static_cast<std::uint64_t>(size), self.m_size - self.m_position));
    if (!self.m_bytes->read(self.m_position, {buffer, wanted})) {
        self.m_failed = true;
        return AVERROR(EIO);
    }
    self.m_position += wanted;
    self.m_furthest = std::max(self.m_furthest, self.m_position);
    return static_cast<int>(wanted);
}

std::int64_t SourceFile::seekCallback(void* opaque, std::int64_t offset, int whence) {
    auto& self = *static_cast<SourceFile*>(opaque);
    const auto size = static_cast<std::int64_t>(self.m_size);
    std::int64_t target = 0;
    switch (whence & ~AVSEEK_FORCE) {
        case AVSEEK_SIZE:
            return size;
        case SEEK_SET:
            target = offset;
            break;
        case SEEK_CUR:
            target = static_cast<std::int64_t>(self.m_position) + offset;
            break;
        case SEEK_END:
            target = size + offset;
            break;
        default:
            return AVERROR(EINVAL);
    }
    if (target < 0) return AVERROR(EINVAL);
    self.m_position = static_cast<std::uint64_t>(target);
    return target;
}

Status SourceFile::read(std::uint64_t offset, MutableBytes out) {
    if (offset > m_size || out.size() > m_size - offset) return truncated(offset + out.size());
    if (!m_bytes->read(offset, out)) {
        m_failed = true;
        return unchanged();
    }
    m_furthest = std::max(m_furthest, offset + out.size());
    return {};
}

Status SourceFile::unchanged() const {
    bool same = !m_failed;
    if (same && !m_film.hasDescriptor()) {
        std::error_code error;
        const auto modified = std::filesystem::last_write_time(m_film.path(), error);
        same = error || modified == m_modified;
        const auto size = std::filesystem::file_size(m_film.path(), error);
        same = same && (error || size == m_size);
    }
    if (same) return {};
    return fail("media_changed", name() + " changed while it was being read.",
                "Wait until it has been copied or downloaded completely, then try again.");
}

tl::unexpected<Error> SourceFile::truncated(std::uint64_t needed) const {
    return fail("media_truncated",
                name() + " is cut off: it has " + std::to_string(m_size) + " bytes, but says it needs " +
                    std::to_string(needed) + ".",
                "Copy or download the film again.");
}

Status SourceFile::checkExtent() {
    if (m_size < 8) return {};
    std::array<std::uint8_t, 8> head{};
    KEYREEL_CHECK(m_bytes->read(0, head));
    ByteReader reader(head);
    const std::uint32_t first = reader.u32();
    if (isBoxType(reader.u32())) return checkBoxes();
    if (first == 0x1A45DFA3) {
        KEYREEL_TRY(const std::uint64_t end, ebmlEnd(*m_bytes, name()));
        if (end > m_size) return truncated(end);
        return {};
    }
    if (first == 0x52494646) {
        // RIFF states its length behind its name, little-endian; 0 and all ones mean "not known".
        const std::uint64_t size =
            static_cast<std::uint64_t>(head[4]) | (static_cast<std::uint64_t>(head[5]) << 8) |
            (static_cast<std::uint64_t>(head[6]) << 16) | (static_cast<std::uint64_t>(head[7]) << 24);
        if (size != 0 && size != 0xffffffff && size > m_size - 8) return truncated(size + 8);
    }
    return {};
}

// Every box at the top level must end inside the file. libavformat reads a file whose last mdat is cut off
// without complaint until it meets the gap.
Status SourceFile::checkBoxes() {
    std::uint64_t at = 0;
    bool sawMoov = false;
    for (unsigned count = 0; at < m_size; ++count) {
        if (count >= kMaxTopLevelBoxes) return fail("media_damaged", name() + " has too many boxes.");
        std::array<std::uint8_t, 16> head{};
        const std::uint64_t left = m_size - at;
        // Trailing zeros shorter than a header appear behind some cameras' files.
        if (left < 8) break;
        KEYREEL_CHECK(m_bytes->read(at, MutableBytes(head).first(left < 16 ? 8 : 16)));
        ByteReader reader(head);
        std::uint64_t size = reader.u32();
        const std::uint32_t type = reader.u32();
        if (size == 0) {
            // "To the end of the file", or padding with zeros.
            sawMoov |= type == 0x6d6f6f76;
            if (type == kMediaBox) m_media.push_back({at + 8, m_size});
            break;
        }
        std::uint64_t header = 8;
        if (size == 1) {
            if (left < 16) return truncated(m_size + 16 - left);
            size = reader.u64();
            header = 16;
        }
        if (size < 8)
            return fail("media_damaged",
                        name() + " has a box with an impossible size at byte " + std::to_string(at) + ".",
                        "Copy or download the film again.");
        if (size > left) return truncated(size > UINT64_MAX - at ? UINT64_MAX : at + size);
        sawMoov |= type == 0x6d6f6f76;
        if (type == kMediaBox && size >= header) m_media.push_back({at + header, at + size});
        at += size;
    }
    if (!sawMoov)
        return fail("media_truncated",
                    name() + " has no index (moov box): the recording or the copy was not finished.",
                    "Copy or download the film again, or repair it with the program that recorded it.");
    return {};
}

}  // namespace keyreel::media
