#include "ui/shell/shortcut_sheet.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/shell/sheet.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {

Sheet* makeShortcutSheet(const QList<ShortcutLine>& lines) {
    auto* sheet = new Sheet(tr("Shortcuts"), 760);
    sheet->setObjectName(QStringLiteral("shortcuts"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(40);
    QVBoxLayout* sides[2] = {new QVBoxLayout, new QVBoxLayout};
    for (QVBoxLayout* side : sides) {
        side->setSpacing(3);
        columns->addLayout(side, 1);
    }
    // Whole columns of equal length; a group that crosses the fold keeps its heading in both.
    const qsizetype half = (lines.size() + 1) / 2;
    QString group[2];
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const int at = i < half ? 0 : 1;
        const ShortcutLine& line = lines.at(i);
        if (line.group != group[at]) {
            group[at] = line.group;
            auto* heading = new Label(line.group, Type::SmallStrong, Role::Text3);
            heading->setMinimumHeight(26);
            sides[at]->addWidget(heading);
        }
        auto* row = new QHBoxLayout;
        row->setSpacing(4);
        auto* what = new Label(line.what, Type::Body, Role::Text2);
        what->setWordWrap(true);
        row->addWidget(what, 1);
        for (const QString& key : line.keys)
            row->addWidget(new KeyCap(key));
        sides[at]->addLayout(row);
    }
    for (QVBoxLayout* side : sides)
        side->addStretch(1);
    sheet->body()->addLayout(columns);
    sheet->addWayOut(tr("Close"));
    return sheet;
}

}  // namespace keyreel::ui
