#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/content/cid.h"

namespace keyreel::content {

struct UploadLimits {
    std::uint64_t maxLength = std::uint64_t{1} << 42;  ///< Bytes of one upload.
    std::size_t maxUploads = 8192;                     ///< Unfinished uploads at a time, of all owners.
    std::size_t maxPerOwner = 32;                      ///< And of one, so that nobody takes everyone's place.
    std::uint64_t maxReserved = std::uint64_t{1} << 50;  ///< Sum of the lengths of unfinished uploads, bytes.
    std::uint64_t maxReservedPerOwner = std::uint64_t{1} << 42;  ///< And of those of one.
    std::int64_t expirySeconds = 7 * 24 * 3600;                  ///< After the last byte that came.
    std::int64_t unbegunSeconds = 3600;                          ///< While not a single byte has come.
};

/// An unfinished upload, as it stands in the storage.
struct UploadStatus {
    std::string id;  ///< 32 hexadecimal digits, not guessable.
    Cid cid;         ///< What the bytes must turn out to be.
    std::string owner;
    std::uint64_t length = 0;
    std::uint64_t offset = 0;      ///< Bytes that survive a power cut; where the next piece begins.
    std::int64_t lastTouched = 0;  ///< Unix seconds.
    std::int64_t expires = 0;      ///< Unix seconds.
};

/// The one writer of an upload. Bytes become durable, and count in the offset, with `commit`, which `write`
/// also does by itself from time to time. Destruction without `commit` loses what was not committed, nothing
/// else. Ends before its store. Thread: one at a time.
class UploadWriter {
public:
    virtual ~UploadWriter() = default;
    /// Codes: `upload_too_long` (beyond the declared length; nothing of this piece is kept), `disk_full`.
    virtual Status write(ByteView data) = 0;
    /// Makes the data durable, then the offset. Returns the durable offset.
    virtual Result<std::uint64_t> commit() = 0;
    /// Where the next byte goes, durable or not.
    [[nodiscard]] virtual std::uint64_t position() const = 0;
};

/// Partial uploads for tus 1.0 (core, creation, termination, expiration), which become blobs of one blob
/// store; an object store with multipart uploads fills the same interface as a folder. An upload survives
/// `kill -9` and a power cut at the last committed offset. Thread: any; work on one upload by two callers at
/// once is refused with `upload_busy`.
class UploadStore {
public:
    virtual ~UploadStore() = default;
    /// `owner` is kept for the caller (at most 256 bytes; for example an account's text form), never
    /// interpreted. Codes: `upload_too_long`, `too_many_uploads` (of all owners), `upload_quota` (of this
    /// one, by number or by bytes), `store_full`, `bad_argument`.
    virtual Result<UploadStatus> create(std::uint64_t length, const Cid& cid, std::string_view owner) = 0;
    /// Code `upload_missing` (unknown, finished, terminated, expired, or not an id at all).
    [[nodiscard]] virtual Result<UploadStatus> status(std::string_view id) const = 0;
    /// Opens the upload for writing at `offset`. Codes: `upload_missing`, `upload_busy`, `offset_conflict`.
    virtual Result<std::unique_ptr<UploadWriter>> writer(std::string_view id, std::uint64_t offset) = 0;
    /// Checks the CID of the complete upload and moves it into the blob store; the upload is gone then.
    /// Codes: `upload_missing`, `upload_busy`, `upload_incomplete`, `blob_mismatch` (the upload is dropped,
    /// too: its bytes can never become right), `cancelled`, codes of BlobStore::put.
    virtual Result<Cid> finish(std::string_view id, std::stop_token stop = {},
                               const ProgressSink& progress = {}) = 0;
    /// Drops an upload. Codes: `upload_missing`, `upload_busy`.
    virtual Status terminate(std::string_view id) = 0;
    /// Drops every upload whose time is over; returns how many.
    virtual std::size_t dropExpired() = 0;
    /// Unfinished uploads.
    [[nodiscard]] virtual std::size_t count() const = 0;
    [[nodiscard]] virtual const UploadLimits& limits() const = 0;

    /// Writer, write and commit in one step; returns the durable offset. Codes of all three.
    Result<std::uint64_t> append(std::string_view id, std::uint64_t offset, ByteView data);
};

}  // namespace keyreel::content
