#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

#include "core/base/result.h"
#include "core/studio/publish_job.h"
#include "core/studio/publish_journal.h"

namespace keyreel::studio {

/// A cover fits into a square of this side, in pixels.
inline constexpr std::uint32_t kCoverSide = 1280;

/// Does the stages of a job that its journal has not finished, and returns the film's link. The caller holds
/// the job's lock. See PublishJob::run.
Result<std::string> publishFilm(const Session& session, const std::filesystem::path& folder,
                                PublishJournal& journal, JobBrake& brake, const JobSink& sink);

}  // namespace keyreel::studio
