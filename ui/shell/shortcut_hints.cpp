#include "ui/shell/shortcut_hints.h"

#include <QApplication>
#include <QHelpEvent>
#include <QToolTip>

#include "ui/shell/shortcuts.h"
#include "ui/widgets/command_hint.h"

namespace keyreel::ui {

ShortcutHints::ShortcutHints(const Shortcuts& shortcuts, QWidget& window)
    : QObject(&window), m_shortcuts(shortcuts), m_window(window) {
    qApp->installEventFilter(this);
}

bool ShortcutHints::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ToolTip || !watched->isWidgetType()) return false;
    auto* widget = static_cast<QWidget*>(watched);
    const QStringList ids = commandsOf(widget);
    // What is disabled says why instead.
    if (ids.isEmpty() || !widget->isEnabled() || widget->toolTip().isEmpty() || widget->window() != &m_window)
        return false;
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                       m_shortcuts.named(widget->toolTip(), ids), widget);
    return true;
}

}  // namespace keyreel::ui
