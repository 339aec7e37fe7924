#pragma once

#include <QString>

#include "ui/models/draft_store.h"

namespace keyreel::ui {

/// Most that a title may have, in UTF-8 bytes.
inline constexpr qsizetype kMaxTitle = 200;
/// Most that a description may have, in UTF-8 bytes, as the manifest bounds it.
inline constexpr int kMaxDescription = 2000;

/// What is wrong with a draft's words, for the label of the field; empty when they can be published.
QString titleProblem(const Draft& draft);
QString descriptionProblem(const Draft& draft);
/// `durationMs`: of the film; 0 while it is not known.
QString chaptersProblem(const Draft& draft, qint64 durationMs);

/// How far a draft is by itself, whatever keyring and network say: video, title, description, access.
struct DraftReadiness {
    int done = 0;
    int of = 0;
    bool videoMissing = false;
    /// The first thing that is open, as the person's task; empty when nothing is.
    QString next;
    [[nodiscard]] bool isReady() const { return done == of; }
    bool operator==(const DraftReadiness&) const = default;
};
DraftReadiness readinessOf(const Draft& draft);

/// What is offered as a tag: those of other films, the most used first, then the usual categories.
QStringList suggestedTags(const std::vector<QStringList>& used);

}  // namespace keyreel::ui
