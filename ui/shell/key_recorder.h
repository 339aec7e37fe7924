#pragma once

#include <QKeySequence>

#include "ui/widgets/button.h"

namespace keyreel::ui {

/// A button that shows keys and, once pressed, waits for others: whatever is pressed next is asked for, Esc
/// and leaving it change nothing, Backspace asks for none. Keys of the window do not act meanwhile.
class KeyRecorder : public Button {
    Q_OBJECT
public:
    /// `name` is the command's, for screen readers.
    explicit KeyRecorder(const QString& name, QWidget* parent = nullptr);
    void setKeys(const QList<QKeySequence>& keys);
    [[nodiscard]] bool isRecording() const { return m_recording; }

Q_SIGNALS:
    /// One key, or none.
    void asked(const QList<QKeySequence>& keys);
    void recordingChanged(bool on);

protected:
    bool event(QEvent*) override;
    void focusOutEvent(QFocusEvent*) override;

private:
    void record(bool on);
    void press(const QKeyEvent& event);
    void show(const QString& text);

    QString m_name;
    QString m_keys;
    bool m_recording = false;
};

}  // namespace keyreel::ui
