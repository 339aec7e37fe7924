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
class PartFinder;
class PreviewRow;

/// A draft's film along its time: the picture under the playhead, the chapters that begin there or elsewhere,
/// and what is taken of it. Nothing of the film is read before somebody looks at the card.
class TimelineCard : public Card {
    Q_OBJECT
public:
    explicit TimelineCard(Engine& engine, QWidget* parent = nullptr);
    /// `film` is null while it is read; another film brings the playhead to its beginning.
    void set(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film);

Q_SIGNALS:
    /// By the person; as readChapters() takes them. `onwards`: the same chapter as before, moved on.
    void chaptersEdited(const QString& lines, bool onwards);
    /// By the person: what is taken of the film.
    void partEdited(const keyreel::ui::DraftPart& part);
    /// By the person: what everyone may see.
    void previewEdited(const std::optional<keyreel::ui::DraftPreview>& preview);
    /// Where the part really begins and ends, whatever was asked for; milliseconds of the film.
    void partFound(qint64 begin, qint64 end);
    /// What stands for the part unless the person chooses a poster.
    void partPictured(const QImage& picture);
    /// To be given another title.
    void renameRequested(int chapter);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLayout* makePlace();
    QLayout* makeActs();
    QLayout* makePart();
    void connectTimeline();
    void readPictures();
    void showPlace();
    void showPart(const Draft& draft);
    void takePart(qint64 begin, qint64 end);
    void showPreview(const Draft& draft);
    void takePreview(const DraftPreview& asked);
    void sayPart(qint64 begin, qint64 end);
    static QString partWords(qint64 begin, qint64 end);
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
    PartFinder* m_finder;
    Draft m_draft;
    DraftPart m_part;
    DraftPart m_said;  ///< Of which the words are.
    qint64 m_asked = -1;

    FrameView* m_view;
    DigitsLabel* m_place;
    Label* m_chapter;
    Button* m_add;
    Button* m_rename;
    Button* m_remove;
    Label* m_partWords;
    Button* m_begin;
    Button* m_end;
    Button* m_whole;
    FilmTimeline* m_timeline;
    PreviewRow* m_preview;
    Label* m_problem;
};

}  // namespace keyreel::ui
