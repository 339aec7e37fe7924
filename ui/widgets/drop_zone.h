#pragma once

#include <QStringList>
#include <QWidget>
#include <functional>

class QMimeData;

namespace keyreel::ui {

class Button;

/// Where a film begins: a dashed frame that takes files by drop, Enter or its button.
///
/// States: idle · drag over (brass, file chip, "Let go to start a new film") · reading (chip, "Reading
/// tracks", cancel) · refused (red edge and a sentence) · disabled. Accessible name "Drop a video, or press
/// Enter to choose a file".
class DropZone : public QWidget {
    Q_OBJECT
public:
    enum class State { Idle = 1, DragOver, Reading, Refused, Disabled };
    explicit DropZone(QWidget* parent = nullptr);

    State state() const { return m_state; }
    void setIdle();
    void setReading(const QString& fileName, const QString& line, bool many = false);
    void setRefused(const QString& sentence);
    void setDisabledReason(const QString& reason);
    /// Shown while a drag is over the zone or anywhere over the window.
    void setDragOver(const QString& fileName, const QString& line);
    void setFormatsLine(const QString& line);
    /// Hides the button for the sample.
    void setSampleAvailable(bool available);

    Button* chooseButton() const { return m_choose; }
    Button* sampleButton() const { return m_sample; }

    /// The local files of a drag or of the clipboard, empty if it holds none.
    static QStringList localFiles(const QMimeData* mime);
    /// "6.84 GB · MP4" for a file.
    static QString describeFile(const QString& path);

    QSize sizeHint() const override { return {720, 360}; }
    QSize minimumSizeHint() const override { return {420, 260}; }

Q_SIGNALS:
    void filesDropped(const QStringList& paths);
    void chooseRequested();
    void sampleRequested();
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent*) override;
    void dragEnterEvent(QDragEnterEvent*) override;
    void dragLeaveEvent(QDragLeaveEvent*) override;
    void dropEvent(QDropEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void enterEvent(QEnterEvent*) override;
    void leaveEvent(QEvent*) override;

private:
    void setState(State state, const QString& file = {}, const QString& line = {});
    void arrange();
    State m_state = State::Idle;
    State m_before = State::Idle;
    QString m_file;
    QString m_line;
    QString m_formats;
    Button* m_choose;
    Button* m_sample;
    Button* m_cancel;
    bool m_sampleAvailable = true;
    bool m_many = false;
};

}  // namespace keyreel::ui
