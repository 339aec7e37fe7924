#include "ui/shell/shortcut_sheet.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/shell/sheet.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {

namespace {

using namespace Qt::StringLiterals;

constexpr int kUsualHeight = 560;

}  // namespace

Sheet* makeShortcutSheet(const QList<ShortcutLine>& given) {
    QStringList groups;
    for (const ShortcutLine& line : given)
        if (!groups.contains(line.group)) groups << line.group;
    QList<ShortcutLine> lines = given;
    std::stable_sort(lines.begin(), lines.end(), [&](const ShortcutLine& one, const ShortcutLine& other) {
        return groups.indexOf(one.group) < groups.indexOf(other.group);
    });
    auto* sheet = new Sheet(tr("Shortcuts"), 760);
    sheet->setObjectName(QStringLiteral("shortcuts"));
    auto* all = new QWidget;
    auto* columns = new QHBoxLayout(all);
    columns->setContentsMargins(0, 0, 12, 0);
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
    auto* area = makeScrolled(all);
    // Nothing in it can be pressed: the keys scroll it wherever the focus is.
    area->setFocusPolicy(Qt::NoFocus);
    area->setMinimumHeight(std::min(all->sizeHint().height(), kUsualHeight));
    for (const auto& [key, step] : {std::pair{Qt::Key_Down, QAbstractSlider::SliderSingleStepAdd},
                                    {Qt::Key_Up, QAbstractSlider::SliderSingleStepSub},
                                    {Qt::Key_PageDown, QAbstractSlider::SliderPageStepAdd},
                                    {Qt::Key_PageUp, QAbstractSlider::SliderPageStepSub}})
        QObject::connect(new QShortcut(key, sheet, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
                         &QShortcut::activated, area,
                         [area, step = step]() { area->verticalScrollBar()->triggerAction(step); });
    sheet->body()->addWidget(area, 1);
    sheet->addWayOut(tr("Close"));
    sheet->addAct(tr("Change..."), Button::Kind::Secondary, Icon::Keyboard)
        ->setObjectName(u"shortcuts.change"_s);
    return sheet;
}

}  // namespace keyreel::ui
