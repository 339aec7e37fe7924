#pragma once

#include <QImage>
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>

#include "ui/models/draft_store.h"
#include "ui/models/engine.h"
#include "ui/shell/sheet.h"

namespace keyreel::ui {

class CropView;
class FilmFrames;
class FilmStrip;
class PictureTile;
class SegmentedControl;

/// The picture in a file as it is meant to be seen; null when it cannot be read. Only for files that this
/// program wrote.
QImage readPoster(const QString& path);

/// What a poster is chosen from.
struct PosterSource {
    QString film;                                ///< Of its pictures; empty: only files can be chosen.
    std::shared_ptr<const InspectedFilm> facts;  ///< Of that film; null: as above.
    QImage current;                              ///< What is the poster now.
    PosterChoice choice;                         ///< How it was chosen, if it was.
    std::filesystem::path keepAs;                ///< Where the new one is written.
};

/// Chooses the picture that stands for a film: one of its sharpest, any other one along a strip, or one from
/// a file; and which part of it is kept.
class PosterSheet : public Sheet {
    Q_OBJECT
public:
    PosterSheet(Engine& engine, PosterSource source);
    [[nodiscard]] FilmStrip* strip() const { return m_strip; }
    [[nodiscard]] CropView* view() const { return m_view; }

Q_SIGNALS:
    /// It is written to `path`, and the sheet closes.
    void chosen(const keyreel::ui::PosterChoice& choice, const QString& path, const QImage& picture);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeChoices();
    QWidget* makeShapes();
    void connectFrames();
    void takeStrip();
    void fillTiles();
    /// The film's picture at a time; at once as a small one, then in full.
    void showFrame(qint64 ms);
    void showPicture(const QImage& picture);
    void chooseFile();
    void sayProblem(const Error& error);
    void use();
    void refresh();

    PosterSource m_source;
    PosterChoice m_choice;
    FilmFrames* m_frames;
    CropView* m_view;
    FilmStrip* m_strip;
    std::array<PictureTile*, 4> m_tiles{};
    SegmentedControl* m_shapes = nullptr;
    Label* m_place;
    Label* m_problem;
    Button* m_use;
    QImage m_result;
    bool m_whole = false;  ///< The picture that is shown is the one in full.
};

}  // namespace keyreel::ui
