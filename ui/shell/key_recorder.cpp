#include "ui/shell/key_recorder.h"

#include <QKeyEvent>

#include "ui/shell/keys.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

KeyRecorder::KeyRecorder(const QString& name, QWidget* parent)
    : Button(QString(), Kind::Secondary, Icon::None, parent), m_name(name) {
    connect(this, &QPushButton::clicked, this, [this]() { record(true); });
}

void KeyRecorder::setKeys(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << keyText(key);
    m_keys = texts.isEmpty() ? tr("no key") : texts.join(u"  "_s);
    if (!m_recording) show(m_keys);
}

void KeyRecorder::show(const QString& text) {
    // No letter of a key is a shortcut.
    setText(QString(text).replace(u'&', QLatin1String("&&")));
    setAccessibleName(m_name + u": "_s + text);
}

void KeyRecorder::record(bool on) {
    if (m_recording == on) return;
    m_recording = on;
    setActive(on);
    show(on ? tr("Press keys...") : m_keys);
    if (on) announce(this, tr("Press the new keys. Esc changes nothing, Backspace takes the keys away."));
    Q_EMIT recordingChanged(on);
}

bool KeyRecorder::event(QEvent* event) {
    if (m_recording && event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    // Before Tab moves the focus and Enter presses.
    if (m_recording && event->type() == QEvent::KeyPress) {
        press(*static_cast<QKeyEvent*>(event));
        return true;
    }
    return Button::event(event);
}

void KeyRecorder::press(const QKeyEvent& event) {
    const QKeySequence key = pressedKey(event);
    // Enter may still be held that began this.
    if (key.isEmpty() || event.isAutoRepeat()) return;
    record(false);
    if (key == QKeySequence(Qt::Key_Escape)) return;
    if (key == QKeySequence(Qt::Key_Backspace))
        Q_EMIT asked({});
    else
        Q_EMIT asked({key});
}

void KeyRecorder::focusOutEvent(QFocusEvent* event) {
    // Another window in front, a tooltip or the desktop's own is no change of mind.
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        record(false);
    Button::focusOutEvent(event);
}

}  // namespace keyreel::ui
