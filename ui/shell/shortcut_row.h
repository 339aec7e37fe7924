#pragma once

#include <QWidget>

#include "ui/shell/shortcuts.h"

namespace keyreel::ui {

class Button;
class KeyRecorder;
class Label;

/// One command in the sheet of keys: what it does, the button that takes new keys, the way back to the usual
/// ones, and below why a key cannot be taken or who has it.
class ShortcutRow : public QWidget {
    Q_OBJECT
public:
    ShortcutRow(Shortcuts& shortcuts, Shortcuts::Command command, QWidget* parent = nullptr);
    [[nodiscard]] const Shortcuts::Command& command() const { return m_command; }
    /// Whether every word of `typed` is in its words, its group or its keys.
    [[nodiscard]] bool matches(const QString& typed) const;

Q_SIGNALS:
    /// Something stands below the command now, to be brought into view.
    void said();

private:
    void follow();
    void ask(const QList<QKeySequence>& keys);
    void say(const QString& words, bool canTake);

    Shortcuts& m_shortcuts;
    Shortcuts::Command m_command;
    QList<QKeySequence> m_asked;
    KeyRecorder* m_recorder;
    Button* m_reset;
    QWidget* m_below;
    Label* m_words;
    Button* m_take;
    Button* m_keep;
};

}  // namespace keyreel::ui
