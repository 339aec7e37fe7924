#pragma once

#include <memory>

#include "core/media/chapter.h"
#include "ui/models/draft_store.h"
#include "ui/models/engine.h"
#include "ui/widgets/card.h"

namespace keyreel::ui {

class Button;
class DigitsLabel;
class FilmFrames;
class FilmTimeline;
class FrameView;

/// A draft's film along its time: the picture under the playhead, and the chapters that begin there or
/// elsewhere. Nothing of the film is read before somebody looks at the card.
class TimelineCard : public Card {
    Q_OBJECT
public:
    explicit TimelineCard(Engine& engine, QWidget* parent = nullptr);
    /// `film` is null while it is read; another film brings the playhead to its beginning.
    void set(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film);

Q_SIGNALS:
    /// By the person; as readChapters() takes them. `onwards`: the same chapter as before, moved on.
    void chaptersEdited(const QString& lines, bool onwards);
    /// To be given another title.
    void renameRequested(int chapter);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLayout* makePlace();
    QLayout* makeActs();
    void connectTimeline();
    void readPictures();
    void showPlace();
    void add();
    void move(int chapter, qint64 ms, bool onwards);
    void remove(int chapter);
    void say(bool onwards);
    void sayProblem(const Error& error);

    Engine& m_engine;
    QString m_path;
    std::shared_ptr<const InspectedFilm> m_film;
    std::vector<media::Chapter> m_chapters;
    /// Why the chapters cannot be changed here; empty: they can.
    QString m_unreadable;
    FilmFrames* m_frames = nullptr;
    qint64 m_asked = -1;

    FrameView* m_view;
    DigitsLabel* m_place;
    Label* m_chapter;
    Button* m_add;
    Button* m_rename;
    Button* m_remove;
    FilmTimeline* m_timeline;
    Label* m_problem;
};

}  // namespace keyreel::ui
