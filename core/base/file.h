#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace keyreel {

/// An open file descriptor that closes itself. Reads and writes are positional, whole, and name the file in
/// errors. Thread: positional reads from several threads are safe.
class File {
public:
    /// Opens an existing regular file for reading. Codes: `file_missing`, `file_not_regular`,
    /// `file_unreadable`.
    static Result<File> openForReading(const std::filesystem::path& path);
    /// Creates (or empties) a file for writing, mode 0600. Code: `file_unwritable`.
    static Result<File> create(const std::filesystem::path& path);
    /// Opens or creates a file for reading and writing without emptying it, mode 0600. Code:
    /// `file_unwritable`.
    static Result<File> openForUpdate(const std::filesystem::path& path);

    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File();

    [[nodiscard]] Result<std::uint64_t> size() const;
    /// Fills `out` from `offset`, or fails with `file_truncated` (the file is shorter than it was).
    [[nodiscard]] Status readAt(std::uint64_t offset, MutableBytes out) const;
    /// Writes all of `bytes` at `offset`. Code `disk_full` or `file_unwritable`.
    Status writeAt(std::uint64_t offset, ByteView bytes);
    /// Flushes to the disk (fsync).
    Status sync();
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    File(int descriptor, std::filesystem::path path) : m_descriptor(descriptor), m_path(std::move(path)) {}
    int m_descriptor = -1;
    std::filesystem::path m_path;
};

/// The whole content, refused with `file_too_large` above `limit` bytes. Other codes as File::openForReading.
Result<Bytes> readFile(const std::filesystem::path& path, std::uint64_t limit);

/// Replaces a file as one act: temporary name in the same folder, fsync, rename, fsync of the folder. Mode
/// 0600.
Status writeFileAtomically(const std::filesystem::path& path, ByteView bytes);

/// Creates a folder and its parents, mode 0700 for the ones it makes. Code `folder_unwritable`.
Status makePrivateFolder(const std::filesystem::path& path);

/// Makes a completed rename or new file in `folder` survive a power cut.
Status syncFolder(const std::filesystem::path& folder);

}  // namespace keyreel
