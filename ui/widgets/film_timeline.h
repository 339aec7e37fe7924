#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>
#include <functional>
#include <optional>

#include "ui/widgets/scrub_bar.h"

namespace keyreel::ui {

/// The time of a film from its beginning to its end: a ruler, small pictures, the chapters as a row of tabs,
/// and a playhead over all of them. Times in milliseconds; they snap to nothing. Time runs from left to right
/// in every language, as on the player's bar, and nothing moves by itself.
///
/// Mouse: press and drag for the playhead; a tab leads to its chapter, and dragged it moves it between its
/// neighbours; a double click asks for its name. Keys: Left and Right by a second, with Shift by ten; comma
/// and full stop by a picture of the film; PageUp and PageDown to the next and the last chapter, as in the
/// player; Home, End. M asks for a chapter at the playhead. For the chapter that begins there: Ctrl with the
/// arrows moves it, F2 asks for its name, Del for its end. What is taken of the film lies between two
/// handles, which are dragged, or put where the playhead is by [ and ]; the rest is shaded. What everyone may
/// see of it is a frame around the pictures, dragged by its lower edge, or put where the playhead is by P.
///
/// Accessible slider, "Position 4 seconds of 10 seconds, chapter 2 Open sea".
class FilmTimeline : public QWidget {
    Q_OBJECT
public:
    explicit FilmTimeline(QWidget* parent = nullptr);

    /// The playhead goes to the beginning. 0: there is no film (yet). `frameRate` in pictures per second; 0:
    /// unknown.
    void setFilm(qint64 duration, double frameRate);
    /// `small`: the picture for a time; null while there is none.
    void setPictures(std::function<QImage(qint64)> small);
    /// In order, no two at one time.
    void setChapters(const QList<Chapter>& chapters);
    [[nodiscard]] const QList<Chapter>& chapters() const { return m_chapters; }
    /// Whether chapters are asked for, moved and taken away.
    void setEditable(bool editable);
    /// What is taken of the film; the whole at first.
    void setPart(qint64 begin, qint64 end);
    [[nodiscard]] qint64 partBegin() const { return m_begin; }
    [[nodiscard]] qint64 partEnd() const { return m_end; }
    /// As a person would, with the playhead: never past the other end.
    void beginHere();
    void endHere();

    /// What everyone may see; of no length: nothing.
    void setPreview(qint64 from, qint64 length);
    [[nodiscard]] qint64 previewFrom() const { return m_previewFrom; }
    [[nodiscard]] qint64 previewLength() const { return m_previewLength; }

    [[nodiscard]] qint64 duration() const { return m_duration; }
    [[nodiscard]] qint64 position() const { return m_position; }
    /// As a person would.
    void moveTo(qint64 ms);
    /// The chapter that begins at the playhead; -1: none.
    [[nodiscard]] int chapterHere() const;
    /// The chapter in which the playhead is; -1: none.
    [[nodiscard]] int chapterAround() const;
    [[nodiscard]] QString spokenText() const;

    /// Where a time is on the ruler, and where a chapter is to be taken hold of, in this widget.
    [[nodiscard]] QPoint placeOf(qint64 ms) const;
    [[nodiscard]] QPoint gripOf(int chapter) const;
    /// Where an end of the part is to be taken hold of.
    [[nodiscard]] QPoint beginGrip() const;
    [[nodiscard]] QPoint endGrip() const;
    /// Where the preview is to be taken hold of.
    [[nodiscard]] QPoint previewGrip() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void moved(qint64 ms);
    /// A chapter is wanted at the playhead, where none begins.
    void addRequested();
    /// To be answered by setChapters() at once. `onwards`: by a key, which may be held.
    void chapterMoved(int chapter, qint64 ms, bool onwards);
    void renameRequested(int chapter);
    void removeRequested(int chapter);
    /// By the person; the whole film from 0 to its duration.
    void partChanged(qint64 begin, qint64 end);
    /// By the person: the preview is to begin there, also where there is none yet. To be answered by
    /// setPreview() at once.
    void previewMoved(qint64 from);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;

private:
    enum class Grip { Playhead, Chapter, Begin, End, Preview };
    struct Drag {
        Grip grip;
        int chapter;
        qreal from;  ///< Where it was taken hold of.
        bool begun;  ///< A click that trembles moves no chapter.
        qint64 now;  ///< Where the chapter, or the end, is while it is dragged.
    };
    [[nodiscard]] QRectF ruler() const;
    [[nodiscard]] QRectF strip() const;
    [[nodiscard]] QRectF lane() const;
    [[nodiscard]] QRectF tabOf(int chapter) const;
    [[nodiscard]] int tabAt(const QPointF& place) const;
    [[nodiscard]] qreal xAt(qint64 ms) const;
    [[nodiscard]] qint64 timeAt(qreal x) const;
    /// The same, with a chapter that is dragged where it is now.
    [[nodiscard]] qint64 startOf(int chapter) const;
    /// Between its neighbours.
    [[nodiscard]] qint64 roomFor(int chapter, qint64 ms) const;
    [[nodiscard]] qint64 framesAway(qint64 frames) const;
    void goToChapter(bool next);
    void moveChapter(qint64 by);
    [[nodiscard]] Grip gripAt(const QPointF& place) const;
    [[nodiscard]] qint64 shownBegin() const;
    [[nodiscard]] qint64 shownEnd() const;
    [[nodiscard]] qint64 shownPreview() const;
    [[nodiscard]] QRectF previewBar() const;
    void changePart(qint64 begin, qint64 end);
    void follow();
    void paintRuler(QPainter& p) const;
    void paintStrip(QPainter& p);
    void paintTabs(QPainter& p) const;
    void paintPart(QPainter& p) const;
    void paintPreview(QPainter& p) const;
    void paintPlayhead(QPainter& p) const;

    qint64 m_duration = 0;
    double m_frameRate = 0;
    qint64 m_position = 0;
    qint64 m_begin = 0;
    qint64 m_end = 0;
    qint64 m_previewFrom = 0;
    qint64 m_previewLength = 0;
    QList<Chapter> m_chapters;
    bool m_editable = true;
    std::function<QImage(qint64)> m_small;
    QPixmap m_strip;
    std::optional<Drag> m_drag;
};

}  // namespace keyreel::ui
