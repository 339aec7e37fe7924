#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/studio/publish_job.h"

namespace keyreel::studio {

/// One file that a published film consists of.
struct PublishedFile {
    std::string name;
    std::filesystem::path path;
    std::string cid;
    std::uint64_t size = 0;
    std::string mediaType;
};

/// What a publish job has finished, as it stands on the disk. Replaced atomically at every step, so that
/// whatever it says is true after a crash.
struct PublishJournal {
    JobReport report;
    ContentId contentId{};
    std::string manifestCid;
    std::vector<PublishedFile> files;            ///< Everything to upload, the manifest last.
    std::map<std::string, std::string> uploads;  ///< File name -> tus URL of an upload that was begun.

    Status save(const std::filesystem::path& folder) const;
    /// Codes: `job_missing`, `job_damaged`.
    static Result<PublishJournal> load(const std::filesystem::path& folder);
};

}  // namespace keyreel::studio
