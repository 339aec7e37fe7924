#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

#include "core/base/bytes.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/content/cid.h"

namespace keyreel::content {

/// Gives the next bytes of a stream: fills (part of) `out`, returns how many, 0 at the end.
using ByteSource = std::function<Result<std::size_t>(MutableBytes out)>;

/// One stored blob, open for reading. Thread: `readAt` from several threads is safe.
class BlobReader {
public:
    virtual ~BlobReader() = default;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Fills `out` from `offset`; code `bad_range` when the range does not lie within the blob,
    /// `file_truncated` when the storage lost bytes.
    [[nodiscard]] virtual Status readAt(std::uint64_t offset, MutableBytes out) const = 0;
};

/// Immutable bytes under the name of their content. A store never sees a key and never links the code of one.
/// Thread: any; every call may run beside every other.
class BlobStore {
public:
    virtual ~BlobStore() = default;
    /// Stores the stream under `cid`, visible only when all of it is there and its CID is that one; a blob
    /// that is there already is left alone, and its source not read. Progress in bytes. Codes:
    /// `blob_mismatch`, `blob_too_large`, `store_full`, `disk_full`, `cancelled`, what the source returns.
    virtual Status put(const Cid& cid, const ByteSource& source, std::stop_token stop = {},
                       const ProgressSink& progress = {}) = 0;
    /// Code `blob_missing`.
    [[nodiscard]] virtual Result<std::unique_ptr<BlobReader>> open(const Cid& cid) const = 0;
    [[nodiscard]] virtual Result<bool> exists(const Cid& cid) const = 0;
    /// In bytes. Code `blob_missing`.
    [[nodiscard]] virtual Result<std::uint64_t> size(const Cid& cid) const = 0;
    /// Code `blob_missing`. Readers that are open go on reading.
    virtual Status remove(const Cid& cid) = 0;
};

/// What a store takes at most, in bytes.
struct BlobLimits {
    std::uint64_t totalBytes = std::uint64_t{1} << 50;
    std::uint64_t blobBytes = std::uint64_t{1} << 42;
};

/// Blobs as files in a folder: `blobs/<2 characters>/<cid>`, written under `incoming/` first, synced and
/// renamed. One process owns the folder at a time.
class FolderBlobStore final : public BlobStore {
public:
    /// Opens or creates the store, drops what an interrupted write left in `incoming/` and counts what is
    /// stored. Codes: `folder_unwritable`, `file_unreadable`.
    static Result<std::unique_ptr<FolderBlobStore>> open(const std::filesystem::path& folder,
                                                         BlobLimits limits = {});

    Status put(const Cid& cid, const ByteSource& source, std::stop_token stop = {},
               const ProgressSink& progress = {}) override;
    /// Takes over a finished file of the same file system by renaming it, after reading all of it to check
    /// its CID. On an error the file stays where it is. Codes as `put`.
    Status adopt(const Cid& cid, const std::filesystem::path& file, std::stop_token stop = {},
                 const ProgressSink& progress = {});
    [[nodiscard]] Result<std::unique_ptr<BlobReader>> open(const Cid& cid) const override;
    [[nodiscard]] Result<bool> exists(const Cid& cid) const override;
    [[nodiscard]] Result<std::uint64_t> size(const Cid& cid) const override;
    Status remove(const Cid& cid) override;

    /// Bytes stored and being stored now.
    [[nodiscard]] std::uint64_t usedBytes() const;
    [[nodiscard]] const BlobLimits& limits() const { return m_limits; }

private:
    class Reservation;
    FolderBlobStore(std::filesystem::path folder, BlobLimits limits)
        : m_folder(std::move(folder)), m_limits(limits) {}
    [[nodiscard]] std::filesystem::path pathOf(const Cid& cid) const;
    Status publish(const Cid& cid, const std::filesystem::path& file, Reservation& reservation);

    std::filesystem::path m_folder;
    BlobLimits m_limits;
    mutable std::mutex
        m_mutex;  ///< Guards m_used, m_nextTemporary and the step that publishes or removes a blob.
    std::uint64_t m_used = 0;
    std::uint64_t m_nextTemporary = 0;
};

/// A stream over a file's content, for `BlobStore::put`. Codes as File::openForReading.
Result<ByteSource> sourceOfFile(const std::filesystem::path& path);

}  // namespace keyreel::content
