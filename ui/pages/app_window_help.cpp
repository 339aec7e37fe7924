// The keys that the sheet of shortcuts (F1) tells besides those of commands: nobody chooses them.

#include "ui/pages/app_window.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

void AppWindow::addHelp() {
    const QString create = tr("Create and Publish");
    addShortcutHelp(create, tr("Pause or resume a job"), {tr("Space")});
    addShortcutHelp(create, tr("A waiting job sooner, later"), {tr("Alt"), u"↑ ↓"_s});
    addShortcutHelp(create, tr("A waiting job first, last"), {tr("Alt"), tr("Home"), tr("End")});
    addShortcutHelp(create, tr("Cancel a job"), {tr("Delete")});
    addShortcutHelp(create, tr("Retry a job"), {u"R"_s});
    const QString player = tr("Player");
    addShortcutHelp(player, tr("Play, pause, stop, next, previous from anywhere"), {tr("Media keys")});
    addShortcutHelp(player, tr("Jump to 0 … 90 %"), {u"0 … 9"_s});
}

}  // namespace keyreel::ui
