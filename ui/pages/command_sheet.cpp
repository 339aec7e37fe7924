#include "ui/pages/command_sheet.h"

#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <memory>
#include <utility>

#include "ui/shell/sheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kLongest = 4000;

/// The program by its whole path, then its arguments; empty when there is no such program.
QStringList commandIn(const QString& text) {
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    if (lines.isEmpty()) return {};
    lines.first() = QStandardPaths::findExecutable(lines.first().trimmed());
    return lines.first().isEmpty() ? QStringList() : lines;
}

}  // namespace

Sheet* makeCommandSheet(const QStringList& now, std::function<void(const QStringList& command)> chosen) {
    auto* sheet = new Sheet(tr("Run a command when all is published"));
    sheet->setObjectName(u"command"_s);
    sheet->setSentence(tr(
        "It runs as you, with everything that you may do. No shell reads it: nothing is expanded, and every "
        "line is one argument."));
    auto* field = new TextAreaField(tr("The program, then its arguments, a line each"), kLongest);
    field->setObjectName(u"command.lines"_s);
    field->edit()->setTabChangesFocus(true);
    field->edit()->setFixedHeight(Theme::scaled(120));
    field->setText(now.join(u'\n'));
    sheet->body()->addWidget(field);
    auto* use = sheet->addAct(tr("Run it from now on"), Button::Kind::Primary, Icon::Check);
    use->setObjectName(u"command.use"_s);
    sheet->addWayOut(tr("Back"))->setObjectName(u"command.back"_s);
    sheet->setDefaultFocus(field->edit());
    const auto follow = [field, use]() {
        const bool found = !commandIn(field->text()).isEmpty();
        const bool written = !field->text().trimmed().isEmpty();
        field->setError(written && !found ? tr("There is no such program") : QString());
        use->setDisabledReason(found     ? QString()
                               : written ? tr("Name a program of this computer")
                                         : tr("Name a program first"));
    };
    follow();
    QObject::connect(field, &TextAreaField::textEdited, sheet, follow);
    QObject::connect(sheet, &Sheet::accepted, sheet,
                     [field, chosen = std::move(chosen)]() { chosen(commandIn(field->text())); });
    return sheet;
}

}  // namespace keyreel::ui
