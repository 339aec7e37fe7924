#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/bytes.h"
#include "core/base/file.h"
#include "core/base/result.h"

namespace keyreel {

/// Bytes of known length that can be read anywhere: a file, a download, memory.
/// Thread: one reader at a time unless the implementation says more.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Fills `out` from `offset`. A range that reaches past `size()` is `source_truncated`; nothing is a
    /// short read.
    virtual Status read(std::uint64_t offset, MutableBytes out) = 0;
};

/// A regular file. Its size is the one at opening; a file that shrinks later fails with `file_truncated`.
class FileSource final : public ByteSource {
public:
    /// Codes as File::openForReading.
    static Result<FileSource> open(const std::filesystem::path& path);
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    Status read(std::uint64_t offset, MutableBytes out) override;

private:
    FileSource(File file, std::uint64_t size) : m_file(std::move(file)), m_size(size) {}
    File m_file;
    std::uint64_t m_size;
};

/// Bytes in memory, owned.
class MemorySource final : public ByteSource {
public:
    explicit MemorySource(Bytes bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_bytes.size(); }
    Status read(std::uint64_t offset, MutableBytes out) override;

private:
    Bytes m_bytes;
};

}  // namespace keyreel
