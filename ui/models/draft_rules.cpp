#include "ui/models/draft_rules.h"

#include <QFileInfo>
#include <QHash>
#include <algorithm>

#include "ui/models/chapter_lines.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {

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
    // By the draft alone: what the gateway keeps is told by it when the draft is open.
    item(isSaleComplete(draft, std::nullopt, 0),
         priceProblem(draft).isEmpty() ? tr("Sale needs a look") : tr("Needs a price"));
    return out;
}

QStringList suggestedTags(const std::vector<QStringList>& used) {
    QStringList words;
    QHash<QString, int> counts;
    for (const QStringList& tags : used)
        for (const QString& tag : tags)
            if (counts[tag.toCaseFolded()]++ == 0) words.append(tag);
    std::stable_sort(words.begin(), words.end(), [&](const QString& one, const QString& other) {
        return counts[one.toCaseFolded()] > counts[other.toCaseFolded()];
    });
    for (const QString& category :
         {tr("Animation"), tr("Comedy"), tr("Documentary"), tr("Drama"), tr("Education"), tr("Music video"),
          tr("Short film"), tr("Sport"), tr("Talk"), tr("Travel")})
        if (!counts.contains(category.toCaseFolded())) words.append(category);
    return words;
}

}  // namespace keyreel::ui
