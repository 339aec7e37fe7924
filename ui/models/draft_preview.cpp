#include "ui/models/draft_preview.h"

#include <cmath>

#include "ui/models/formats.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {

bool mayHavePreview(const Draft& draft, const media::MediaInfo& info) {
    return nearestPreview(draft, info, {}).has_value();
}

std::optional<DraftPreview> nearestPreview(const Draft& draft, const media::MediaInfo& info,
                                           const DraftPreview& asked) {
    const media::FilmPart part{static_cast<double>(draft.part.from) / 1000,
                               static_cast<double>(draft.part.to) / 1000};
    const media::PreviewClip clip = media::previewWithin(
        {static_cast<double>(asked.from) / 1000, asked.seconds}, part, info.durationSeconds);
    if (clip.seconds < media::kMinPreviewSeconds) return std::nullopt;
    return DraftPreview{std::llround(clip.from * 1000), clip.seconds};
}

void fitPreview(Draft& draft, const media::MediaInfo& info) {
    if (draft.preview) draft.preview = nearestPreview(draft, info, *draft.preview);
}

QString previewWords(quint32 seconds) {
    return tr("Watch the preview (%1)").arg(format::clock(qint64{seconds} * 1000));
}

}  // namespace keyreel::ui
