#include "ui/models/draft_rules.h"

#include <QFileInfo>

#include "ui/models/chapter_lines.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

/// UTF-8 bytes, as the manifest bounds it.
constexpr qsizetype kMaxTitle = 200;

}  // namespace

QString titleProblem(const Draft& draft) {
    const qsizetype bytes = draft.title.toUtf8().size();
    if (bytes == 0) return tr("Every film needs a title");
    return bytes > kMaxTitle ? tr("At most %1 bytes").arg(kMaxTitle) : QString();
}

QString descriptionProblem(const Draft& draft) {
    return draft.description.toUtf8().size() > kMaxDescription ? tr("Too long") : QString();
}

QString chaptersProblem(const Draft& draft, qint64 durationMs) {
    return readChapters(draft.chapters, durationMs).problem;
}

DraftReadiness readinessOf(const Draft& draft) {
    DraftReadiness out;
    const auto item = [&out](bool done, const QString& task) {
        ++out.of;
        if (done)
            ++out.done;
        else if (out.next.isEmpty())
            out.next = task;
    };
    const QFileInfo film(draft.film);
    out.videoMissing = !film.exists();
    item(!out.videoMissing, tr("%1 is not where it was").arg(film.fileName()));
    item(titleProblem(draft).isEmpty(), draft.title.isEmpty() ? tr("Needs a title") : tr("Title too long"));
    item(descriptionProblem(draft).isEmpty(), tr("Description too long"));
    if (!chaptersProblem(draft, 0).isEmpty()) item(false, tr("Chapters need a look"));
    // Access always stands: a new draft takes it from the settings.
    item(true, {});
    return out;
}

}  // namespace keyreel::ui
