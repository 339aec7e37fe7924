#pragma once

#include <QImage>
#include <QWidget>
#include <functional>
#include <optional>

namespace keyreel::ui {

/// A chapter of a film, milliseconds.
struct Chapter {
    qint64 start = 0;
    QString title;

    bool operator==(const Chapter&) const = default;
};

/// Position in a film: chapter parts, buffer, played part, handle, hover line. Times in milliseconds.
///
/// Accessible slider, "Position 41 minutes 7 of 1 hour 32, chapter 3 Salt". Arrow keys move by 5 s, Shift by
/// 1 s, Ctrl by 60 s, Home and End jump. While dragging, `scrubbing` follows the pointer; `seekRequested`
/// comes on release.
class ScrubBar : public QWidget {
    Q_OBJECT
public:
    explicit ScrubBar(QWidget* parent = nullptr);

    /// 0 or below: unknown, shown as a moving stripe and not seekable.
    void setDuration(qint64 ms);
    qint64 duration() const { return m_duration; }
    void setPosition(qint64 ms);
    /// What the bar shows: the drag position while dragging.
    qint64 position() const;
    void setBuffered(qint64 ms);
    void setChapters(const QList<Chapter>& chapters);
    void setSeekable(bool seekable);
    /// A part that was refused turns the handle red.
    void setRefused(bool refused);
    bool isDragging() const { return m_drag.has_value(); }
    /// Picture for the hover card; asked with a time, may return a null image.
    void setThumbnailSource(std::function<QImage(qint64)> source);
    /// The source has another answer now.
    void refreshThumbnail();
    /// The picture on the hover card; null without one, or while the card is hidden.
    QImage thumbnail() const;

    /// Index of the chapter at a time, -1 without chapters.
    int chapterAt(qint64 ms) const;
    QString chapterTitle(int index) const { return m_chapters.value(index).title; }
    int chapterCount() const { return int(m_chapters.size()); }
    qint64 chapterStart(int index) const { return m_chapters.value(index).start; }
    /// Marks the part that repeats: both ends, or only where it begins; -1 is none. With both, they can be
    /// dragged.
    void setLoop(qint64 from, qint64 to);
    qint64 loopFrom() const { return m_loopFrom; }
    qint64 loopTo() const { return m_loopTo; }
    /// Where an end of it is to be taken hold of, in this widget.
    QPoint loopGrip(bool end) const;
    QString spokenText() const;
    /// "41:07" or "1:32:48".
    static QString clockText(qint64 ms);
    /// "1 hour 32 minutes".
    static QString spokenTime(qint64 ms);

    QSize sizeHint() const override { return {400, 24}; }
    QSize minimumSizeHint() const override { return {120, 24}; }

Q_SIGNALS:
    void seekRequested(qint64 ms);
    void scrubbing(qint64 ms);
    void scrubStarted();
    /// An end of the repeating part was dragged.
    void loopMoved(qint64 from, qint64 to);
    /// The pointer is over a time (nullopt-like -1 when it left); x is in this widget.
    void hovered(qint64 ms, int x);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void leaveEvent(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    void timerEvent(QTimerEvent*) override;
    void hideEvent(QHideEvent*) override;

private:
    class HoverCard;
    QRectF track() const;
    qint64 timeAt(qreal x) const;
    qreal xAt(qint64 ms) const;
    void seekTo(qint64 ms);
    void showHover(int x, bool visible);
    void paintLoop(QPainter& p) const;
    void dragLoop(qint64 ms);

    enum class Grip { None, From, To };
    qint64 m_duration = 0;
    qint64 m_position = 0;
    qint64 m_buffered = 0;
    std::optional<qint64> m_drag;
    QList<Chapter> m_chapters;
    qint64 m_loopFrom = -1;
    qint64 m_loopTo = -1;
    Grip m_grip = Grip::None;
    bool m_seekable = true;
    bool m_refused = false;
    int m_hoverX = -1;
    int m_timer = 0;
    qreal m_phase = 0;
    std::function<QImage(qint64)> m_thumbnails;
    HoverCard* m_card = nullptr;
};

/// Volume 0 to 1, 84 px. Arrow keys and wheel 5 %.
class VolumeSlider : public QWidget {
    Q_OBJECT
public:
    explicit VolumeSlider(QWidget* parent = nullptr);
    void setValue(double value);
    double value() const { return m_value; }
    QSize sizeHint() const override { return {84, 28}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// By the person, not by setValue.
    void valueChanged(double value);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void wheelEvent(QWheelEvent*) override;

private:
    void change(double value);
    void dragTo(qreal x);
    double m_value = 1;
    bool m_pressed = false;
};

}  // namespace keyreel::ui
