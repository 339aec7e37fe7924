#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <set>

#include "core/base/clock.h"
#include "core/content/blob_store.h"
#include "core/content/upload_store.h"

namespace keyreel::content {

/// Uploads as pairs of files in a folder, on the file system of a FolderBlobStore, into which a finished one
/// is renamed. One process owns the folder at a time. A writer commits every 8 MiB.
class FolderUploadStore final : public UploadStore {
public:
    /// `blobs` and `clock` outlive the store. Codes: `folder_unwritable`.
    static Result<std::unique_ptr<FolderUploadStore>> open(const std::filesystem::path& folder,
                                                           FolderBlobStore& blobs, const Clock& clock,
                                                           UploadLimits limits = {});

    Result<UploadStatus> create(std::uint64_t length, const Cid& cid, std::string_view owner) override;
    [[nodiscard]] Result<UploadStatus> status(std::string_view id) const override;
    Result<std::unique_ptr<UploadWriter>> writer(std::string_view id, std::uint64_t offset) override;
    Result<Cid> finish(std::string_view id, std::stop_token stop = {},
                       const ProgressSink& progress = {}) override;
    Status terminate(std::string_view id) override;
    std::size_t dropExpired() override;
    [[nodiscard]] std::size_t count() const override;
    [[nodiscard]] const UploadLimits& limits() const override { return m_limits; }

private:
    class Claim;
    class Writer;
    FolderUploadStore(std::filesystem::path folder, FolderBlobStore& blobs, const Clock& clock,
                      UploadLimits limits)
        : m_folder(std::move(folder)), m_blobs(blobs), m_clock(clock), m_limits(limits) {}
    [[nodiscard]] std::filesystem::path dataPath(std::string_view id) const;
    [[nodiscard]] std::filesystem::path statePath(std::string_view id) const;
    Result<Claim> claim(std::string_view id);
    void release(const std::string& id);
    /// Whether one more upload of that length fits; m_mutex is held.
    [[nodiscard]] Status checkRoom(std::uint64_t length, std::string_view owner) const;
    void drop(const std::string& id);

    std::filesystem::path m_folder;
    FolderBlobStore& m_blobs;
    const Clock& m_clock;
    UploadLimits m_limits;
    struct Place {
        std::uint64_t length = 0;
        std::string owner;
    };
    mutable std::mutex m_mutex;                           ///< Guards what follows.
    std::map<std::string, Place, std::less<>> m_uploads;  ///< By id.
    std::set<std::string, std::less<>> m_busy;
    std::uint64_t m_reserved = 0;
};

}  // namespace keyreel::content
