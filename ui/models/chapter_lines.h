#pragma once

#include <QString>
#include <vector>

#include "core/media/chapter.h"

namespace keyreel::ui {

/// Chapters as people write them: a line each, time and title, "4:30 The harbour".
QString chapterLines(const std::vector<media::Chapter>& chapters);

struct ReadChapters {
    std::vector<media::Chapter> chapters;
    QString problem;  ///< What is wrong with the first line that is; empty when all can be used.
};
/// Empty lines are passed over; hours and fractions of a second may be there, and a dash before the title.
/// `durationMs`: of the film; 0 while it is not known.
ReadChapters readChapters(const QString& text, qint64 durationMs);

}  // namespace keyreel::ui
