#pragma once

#include <QList>

#include "core/media/ladder_sizes.h"
#include "ui/models/draft_store.h"

namespace keyreel::ui {

/// One picture that a draft's film can be published with.
struct QualityChoice {
    quint32 height = 0;
    bool isSource = false;  ///< The video as it is; else made anew.
    bool isChosen = false;
    QString whyFixed;  ///< Why it cannot be changed now; empty when it can.
    media::SizeEstimate size;
};

/// Everything that adaptive streaming can be made of: the video as it is where that is possible, its own
/// height made anew, and 1080, 720, 480 and 360 lines below that. Highest first; fewer than two when the
/// video is too small for a choice.
QList<QualityChoice> qualityChoices(const Draft& draft, const media::MediaInfo& info);
/// One picture, or all that there are.
void setAdaptive(Draft& draft, const media::MediaInfo& info, bool adaptive);
/// Takes one in or out. The last one stays, and of one height there is one picture.
void chooseQuality(Draft& draft, const media::MediaInfo& info, const QualityChoice& choice, bool on);
/// Leaves out what another video does not have.
void fitQuality(Draft& draft, const media::MediaInfo& info);

/// A film with only the part of it that the draft takes, as far as can be told before it is read: pictures
/// that are carried may begin a little before, see PartFinder.
media::MediaInfo partOf(const Draft& draft, media::MediaInfo info);
/// Takes the whole where the video has no such part.
void fitPart(Draft& draft, const media::MediaInfo& info);

/// "As it is", "1080p as it is, 720p, 480p".
QString qualityWords(const Draft& draft);
/// "About 1.20 GB, at most 1.90 GB".
QString sizeWords(const media::SizeEstimate& size);

}  // namespace keyreel::ui
