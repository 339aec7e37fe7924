#include "ui/models/draft_rules.h"

#include <QCoreApplication>

namespace keyreel::ui {
namespace {

/// UTF-8 bytes, as the manifest bounds it.
constexpr qsizetype kMaxTitle = 200;

QString tr(const char* text) {
    return QCoreApplication::translate("DraftRules", text);
}

}  // namespace

QString titleProblem(const Draft& draft) {
    const qsizetype bytes = draft.title.toUtf8().size();
    if (bytes == 0) return tr("Every film needs a title");
    return bytes > kMaxTitle ? tr("At most %1 bytes").arg(kMaxTitle) : QString();
}

QString descriptionProblem(const Draft& draft) {
    return draft.description.toUtf8().size() > kMaxDescription ? tr("Too long") : QString();
}

}  // namespace keyreel::ui
