#pragma once

#include <QString>
#include <optional>

#include "core/media/probe.h"
#include "ui/models/draft_store.h"

namespace keyreel::ui {

/// Whether the part of the film that a draft takes is long enough for a preview.
bool mayHavePreview(const Draft& draft, const media::MediaInfo& info);
/// The preview that is nearest to the one asked for in what the draft takes of its film; none where that is
/// too short.
std::optional<DraftPreview> nearestPreview(const Draft& draft, const media::MediaInfo& info,
                                           const DraftPreview& asked);
/// Keeps a draft's preview inside of what it takes, and leaves it out where there is no room.
void fitPreview(Draft& draft, const media::MediaInfo& info);

/// What leads to it: "Watch the preview (0:15)".
QString previewWords(quint32 seconds);

}  // namespace keyreel::ui
