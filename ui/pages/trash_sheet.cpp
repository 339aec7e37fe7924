#include "ui/pages/trash_sheet.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <algorithm>

#include "ui/models/formats.h"
#include "ui/shell/sheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kWidth = 660;
constexpr int kListHeight = 320;

QString lineOf(const Trash& trash, const Trash::Item& item) {
    const QString kind = item.isDraft       ? tr("Draft")
                         : item.isPublished ? tr("Film, stays published")
                                            : tr("Film");
    return tr("%1 · until %2").arg(kind, format::day(trash.goneOn(item)));
}

QWidget* makeRow(Trash& trash, const Trash::Item& item) {
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 4);
    line->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* title = new Label(format::plain(item.title), Type::Strong, Role::Text);
    title->setElided(Qt::ElideRight);
    words->addWidget(title);
    words->addWidget(new Label(lineOf(trash, item), Type::Small, Role::Text3));
    line->addLayout(words, 1);
    auto* back = new Button(tr("Restore"), Button::Kind::Secondary);
    back->setObjectName(u"trash.restore"_s);
    back->setSize(Button::Size::Small);
    back->setAccessibleName(tr("Restore %1").arg(item.title));
    QObject::connect(back, &QPushButton::clicked, &trash, [&trash, item]() { trash.restore(item); });
    line->addWidget(back);
    auto* forget = new Button(tr("Delete for good"), Button::Kind::Ghost);
    forget->setObjectName(u"trash.forget"_s);
    forget->setSize(Button::Size::Small);
    forget->setAccessibleName(tr("Delete %1 for good").arg(item.title));
    QObject::connect(forget, &QPushButton::clicked, &trash, [&trash, item]() { trash.forget(item); });
    line->addWidget(forget);
    return row;
}

}  // namespace

Sheet* makeTrashSheet(Trash& trash) {
    auto* sheet = new Sheet(tr("Trash"), kWidth);
    sheet->setObjectName(u"trash"_s);
    sheet->setIcon(Icon::Trash, Tone::Neutral);
    sheet->setSentence(
        tr("Everything stays here for 30 days. Published films stay published, and what you "
           "keep for offline stays kept."));
    auto* list = new QWidget;
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 8, 0);
    rows->setSpacing(2);
    auto* area = makeScrolled(list);
    sheet->body()->addWidget(area);
    auto* out = sheet->addWayOut(tr("Close"));
    out->setObjectName(u"trash.close"_s);
    const auto fill = [&trash, list, rows, out]() {
        // The button that was pressed goes with its row; the next one is at hand.
        const bool inside = list->isAncestorOf(QApplication::focusWidget());
        clearLayout(*rows);
        const auto items = trash.items();
        for (const Trash::Item& item : items)
            rows->addWidget(makeRow(trash, item));
        if (items.isEmpty()) rows->addWidget(new Label(tr("The trash is empty"), Type::Body, Role::Text3));
        rows->addStretch(1);
        if (!inside) return;
        QWidget* next = items.isEmpty() ? out : rows->itemAt(0)->widget()->findChild<QPushButton*>();
        next->setFocus(Qt::OtherFocusReason);
    };
    QObject::connect(&trash, &Trash::changed, sheet, fill, Qt::QueuedConnection);
    fill();
    area->setFixedHeight(std::min(rows->sizeHint().height(), Theme::scaled(kListHeight)));
    return sheet;
}

}  // namespace keyreel::ui
