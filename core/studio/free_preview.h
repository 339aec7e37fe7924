#pragma once

#include <filesystem>
#include <stop_token>

#include "core/base/bytes.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/media/preview_clip.h"
#include "core/package/manifest.h"
#include "core/studio/session.h"

namespace keyreel::studio {

/// Makes the clip of a film that everyone may see, in a media worker: small, clear, one file in memory. The
/// same film gives the same bytes. Codes: `preview_invalid` (the film's picture ends before it does), those
/// of package::writeClip() and media::Workshop.
Result<Bytes> makePreview(const media::Workshop& workshop, const std::filesystem::path& film,
                          const media::MediaInfo& info, const media::PreviewClip& clip, std::stop_token stop,
                          const ProgressSink& progress = {});

/// The clip of a published film, as its maker signed it. Asks for no pass and no key, and counts as no
/// opening. Codes: `preview_missing` (it has none), `preview_changed` (not what its maker signed), transport.
Result<Bytes> fetchPreview(const Session& session, const package::Manifest& manifest, std::stop_token stop);

}  // namespace keyreel::studio
