#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/studio/network.h"
#include "core/studio/places.h"
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

/// How the gateway serves a file of a film, by its name.
std::string mediaTypeOf(const std::string& name);

/// What a publish job has finished, as it stands on the disk. Replaced atomically at every step, so that
/// whatever it says is true after a crash.
struct PublishJournal {
    JobReport report;
    ContentId contentId{};
    std::string gatewayUrl;  ///< Of the network whose nodes hold the keys, once Encrypt is done.
    std::optional<crypto::PublicKey> logKey;  ///< Names that network; none in journals from before.
    std::string manifestCid;
    std::vector<PublishedFile> files;            ///< Everything to upload, the manifest last.
    std::map<std::string, std::string> uploads;  ///< File name -> tus URL of an upload that was begun.

    /// A film whose keys are with one network is neither published nor taken back at another. Code
    /// `job_other_network`.
    [[nodiscard]] Status checkNetwork(const Places& places, const Network& network) const;

    Status save(const std::filesystem::path& folder) const;
    /// Codes: `job_missing`, `job_damaged`.
    static Result<PublishJournal> load(const std::filesystem::path& folder);
};

}  // namespace keyreel::studio
