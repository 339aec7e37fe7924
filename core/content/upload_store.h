#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/content/blob_store.h"
#include "core/content/cid.h"

namespace keyreel::content {

struct UploadLimits {
    std::uint64_t maxLength = std::uint64_t{1} << 42;    ///< Bytes of one upload.
    std::size_t maxUploads = 256;                        ///< Unfinished uploads at a time.
    std::uint64_t maxReserved = std::uint64_t{1} << 44;  ///< Sum of the lengths of unfinished uploads, bytes.
    std::int64_t expirySeconds = 7 * 24 * 3600;          ///< After the last byte that came.
};

/// An unfinished upload, as it stands on the disk.
struct UploadStatus {
    std::string id;  ///< 32 hexadecimal digits, not guessable.
    Cid cid;         ///< What the bytes must turn out to be.
    std::string owner;
    std::uint64_t length = 0;
    std::uint64_t offset = 0;      ///< Bytes that survive a power cut; where the next piece begins.
    std::int64_t lastTouched = 0;  ///< Unix seconds.
    std::int64_t expires = 0;      ///< Unix seconds.
};

class UploadStore;

/// The one writer of an upload. Bytes become durable, and count in the offset, with `commit`, which `write`
/// calls itself every 8 MiB. Destruction without `commit` loses what was not committed, nothing else. Thread:
/// one at a time.
class UploadWriter {
public:
    UploadWriter(UploadWriter&& other) noexcept;
    UploadWriter& operator=(UploadWriter&&) = delete;
    ~UploadWriter();

    /// Codes: `upload_too_long` (beyond the declared length; nothing of this piece is kept), `disk_full`.
    Status write(ByteView data);
    /// Syncs the data, then the offset. Returns the durable offset.
    Result<std::uint64_t> commit();
    /// Where the next byte goes, durable or not.
    [[nodiscard]] std::uint64_t position() const { return m_position; }

private:
    friend class UploadStore;
    UploadWriter(UploadStore& store, UploadStatus status, File data, File state, std::uint64_t sequence);
    UploadStore* m_store;
    UploadStatus m_status;
    File m_data;
    File m_state;
    std::uint64_t m_sequence;
    std::uint64_t m_position;
};

/// Partial uploads for tus 1.0 (core, creation, termination, expiration), beside a blob store on the same
/// file system. An upload survives `kill -9` and a power cut at the last committed offset. One process owns
/// the folder at a time. Thread: any; work on one upload by two callers at once is refused with
/// `upload_busy`.
class UploadStore {
public:
    /// `blobs` and `clock` outlive the store. Codes: `folder_unwritable`.
    static Result<std::unique_ptr<UploadStore>> open(const std::filesystem::path& folder,
                                                     FolderBlobStore& blobs, const Clock& clock,
                                                     UploadLimits limits = {});

    /// `owner` is kept for the caller (at most 256 bytes; for example an account's text form), never
    /// interpreted. Codes: `upload_too_long`, `too_many_uploads`, `store_full`, `bad_argument`.
    Result<UploadStatus> create(std::uint64_t length, const Cid& cid, std::string_view owner);
    /// Code `upload_missing` (unknown, finished, terminated, expired, or not an id at all).
    [[nodiscard]] Result<UploadStatus> status(std::string_view id) const;
    /// Opens the upload for writing at `offset`. Codes: `upload_missing`, `upload_busy`, `offset_conflict`.
    Result<UploadWriter> writer(std::string_view id, std::uint64_t offset);
    /// Writer, write and commit in one step; returns the durable offset. Codes of all three.
    Result<std::uint64_t> append(std::string_view id, std::uint64_t offset, ByteView data);
    /// Checks the CID of the complete upload and moves it into the blob store; the upload is gone then.
    /// Codes: `upload_missing`, `upload_busy`, `upload_incomplete`, `blob_mismatch` (the upload is dropped,
    /// too: its bytes can never become right), `cancelled`, codes of FolderBlobStore::adopt.
    Result<Cid> finish(std::string_view id, std::stop_token stop = {}, const ProgressSink& progress = {});
    /// Drops an upload. Codes: `upload_missing`, `upload_busy`.
    Status terminate(std::string_view id);
    /// Drops every upload whose time is over; returns how many.
    std::size_t dropExpired();
    /// Unfinished uploads.
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] const UploadLimits& limits() const { return m_limits; }

private:
    friend class UploadWriter;
    class Claim;
    UploadStore(std::filesystem::path folder, FolderBlobStore& blobs, const Clock& clock, UploadLimits limits)
        : m_folder(std::move(folder)), m_blobs(blobs), m_clock(clock), m_limits(limits) {}
    [[nodiscard]] std::filesystem::path dataPath(std::string_view id) const;
    [[nodiscard]] std::filesystem::path statePath(std::string_view id) const;
    Result<Claim> claim(std::string_view id);
    void release(const std::string& id);
    void drop(const std::string& id);

    std::filesystem::path m_folder;
    FolderBlobStore& m_blobs;
    const Clock& m_clock;
    UploadLimits m_limits;
    mutable std::mutex m_mutex;                                   ///< Guards what follows.
    std::map<std::string, std::uint64_t, std::less<>> m_uploads;  ///< Id and length.
    std::set<std::string, std::less<>> m_busy;
    std::uint64_t m_reserved = 0;
};

}  // namespace keyreel::content
