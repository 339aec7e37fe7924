#pragma once

#include <QObject>

class QWidget;

namespace keyreel::ui {

class Shortcuts;

/// Shows the keys of a command behind the tooltip of the widget that stands for it (`setCommands`), in one
/// window. It asks when the tooltip is shown, so what was chosen a moment ago is there.
class ShortcutHints : public QObject {
    Q_OBJECT
public:
    /// Belongs to `window`; `shortcuts` outlives it.
    ShortcutHints(const Shortcuts& shortcuts, QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Shortcuts& m_shortcuts;
    QWidget& m_window;
};

}  // namespace keyreel::ui
