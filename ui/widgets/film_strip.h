#pragma once

#include <QImage>
#include <QWidget>
#include <functional>

namespace keyreel::ui {

/// A film from its beginning to its end as a strip of small pictures, and a frame around the place that is
/// chosen. Mouse: press and drag. Left and Right go to the next small picture, with Shift by one picture of
/// the film; PageUp and PageDown by ten small ones, Home and End to the ends. Milliseconds.
///
/// Accessible slider, "Picture at 41 seconds of 1 minute 20 seconds".
class FilmStrip : public QWidget {
    Q_OBJECT
public:
    explicit FilmStrip(QWidget* parent = nullptr);

    /// `small`: the picture for a time.
    void setFilm(qint64 duration, qint64 step, qint64 frame, std::function<QImage(qint64)> small);
    [[nodiscard]] qint64 duration() const { return m_duration; }
    [[nodiscard]] qint64 position() const { return m_position; }
    /// Does not emit moved().
    void setPosition(qint64 ms);
    /// As a person would.
    void moveTo(qint64 ms);
    [[nodiscard]] QString spokenText() const;

    QSize sizeHint() const override { return {400, 56}; }
    QSize minimumSizeHint() const override { return {160, 56}; }

Q_SIGNALS:
    void moved(qint64 ms);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;

private:
    [[nodiscard]] QRectF track() const;
    [[nodiscard]] qint64 last() const;
    [[nodiscard]] qint64 timeAt(qreal x) const;
    void drawStrip();

    std::function<QImage(qint64)> m_small;
    QPixmap m_strip;
    qint64 m_duration = 0;
    qint64 m_step = 1;
    qint64 m_frame = 1;
    qint64 m_position = 0;
    qreal m_tile = 0;
};

}  // namespace keyreel::ui
