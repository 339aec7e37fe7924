#include "ui/shell/shortcut_editor.h"

#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/shell/sheet.h"
#include "ui/shell/shortcut_row.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout_tools.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kWidth = 640;
constexpr int kListHeight = 400;

struct Group {
    QString name;
    Label* heading;
    QList<ShortcutRow*> rows;
};

/// By group, in the order of the first command of each.
QList<Group> groupsOf(Shortcuts& shortcuts) {
    QList<Group> groups;
    for (const Shortcuts::Command& command : shortcuts.commands()) {
        auto at = std::find_if(groups.begin(), groups.end(),
                               [&](const Group& group) { return group.name == command.group; });
        if (at == groups.end()) {
            auto* heading = new Label(command.group, Type::SmallStrong, Role::Text3);
            heading->setMinimumHeight(30);
            at = groups.insert(groups.end(), {command.group, heading, {}});
        }
        at->rows << new ShortcutRow(shortcuts, command);
    }
    return groups;
}

}  // namespace

Sheet* makeShortcutEditor(Shortcuts& shortcuts, ToastHost& toasts) {
    auto* sheet = new Sheet(tr("Change shortcuts"), kWidth);
    sheet->setObjectName(u"shortcutEditor"_s);
    sheet->setSentence(tr("Press the keys of a command, then the new ones. They count at once."));
    auto* search = new SearchField(tr("Find a command or a key"));
    search->setObjectName(u"shortcutEditor.search"_s);
    sheet->body()->addWidget(search);
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(2);
    const QList<Group> groups = groupsOf(shortcuts);
    for (const Group& group : groups) {
        column->addWidget(group.heading);
        for (ShortcutRow* row : group.rows)
            column->addWidget(row);
    }
    auto* none = new Label(tr("No command is called this or has this key."), Type::Body, Role::Text3);
    none->setObjectName(u"shortcutEditor.none"_s);
    none->hide();
    column->addWidget(none);
    column->addStretch(1);
    auto* area = makeScrolled(all);
    area->setFixedHeight(kListHeight);
    sheet->body()->addWidget(area, 1);
    // Once the layout knows how high the row is now.
    for (const Group& group : groups)
        for (ShortcutRow* row : group.rows)
            QObject::connect(
                row, &ShortcutRow::said, area, [area, row]() { area->ensureWidgetVisible(row); },
                Qt::QueuedConnection);
    QObject::connect(search, &QLineEdit::textChanged, sheet, [groups, none](const QString& typed) {
        bool any = false;
        for (const Group& group : groups) {
            bool shown = false;
            for (ShortcutRow* row : group.rows) {
                const bool hit = row->matches(typed);
                row->setVisible(hit);
                shown = shown || hit;
            }
            group.heading->setVisible(shown);
            any = any || shown;
        }
        none->setVisible(!any);
    });

    auto* reset = sheet->addAct(tr("Reset all"), Button::Kind::Secondary, Icon::Retry, false);
    reset->setObjectName(u"shortcutEditor.reset"_s);
    const auto follow = [&shortcuts, reset]() {
        reset->setDisabledReason(shortcuts.chosen().isEmpty() ? tr("All keys are the usual ones")
                                                              : QString());
    };
    QObject::connect(&shortcuts, &Shortcuts::changed, sheet, follow);
    follow();
    QObject::connect(reset, &QPushButton::clicked, sheet, [&shortcuts, &toasts]() {
        const Shortcuts::Chosen before = shortcuts.chosen();
        shortcuts.setChosen({});
        toasts.show(tr("All commands have their usual keys again"), Icon::Keyboard, tr("Undo"),
                    [&shortcuts, before]() { shortcuts.setChosen(before); });
    });
    sheet->addWayOut(tr("Done"));
    sheet->setDefaultFocus(search);
    return sheet;
}

}  // namespace keyreel::ui
