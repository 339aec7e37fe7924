#include "core/base/byte_source.h"

#include <algorithm>

namespace keyreel {

namespace {

Status checkRange(std::uint64_t size, std::uint64_t offset, std::size_t wanted) {
    if (offset > size || wanted > size - offset)
        return fail("source_truncated", "Bytes " + std::to_string(offset) + " to " +
                                            std::to_string(offset + wanted) + " were asked of a source of " +
                                            std::to_string(size) + " bytes.");
    return {};
}

}  // namespace

Result<FileSource> FileSource::open(const std::filesystem::path& path) {
    KEYREEL_TRY(File file, File::openForReading(path));
    KEYREEL_TRY(const std::uint64_t size, file.size());
    return FileSource(std::move(file), size);
}

Status FileSource::read(std::uint64_t offset, MutableBytes out) {
    KEYREEL_CHECK(checkRange(m_size, offset, out.size()));
    return m_file.readAt(offset, out);
}

Status MemorySource::read(std::uint64_t offset, MutableBytes out) {
    KEYREEL_CHECK(checkRange(m_bytes.size(), offset, out.size()));
    std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(offset), out.size(), out.begin());
    return {};
}

}  // namespace keyreel
