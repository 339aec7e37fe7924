#pragma once

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <memory>
#include <optional>

#include "core/studio/open_film.h"
#include "ui/models/engine.h"
#include "ui/models/own_films.h"
#include "ui/shell/sheet.h"

namespace keyreel::ui {

class Field;
class MainWindow;
class TagsField;
class TextAreaField;

/// What people read and see of a published film, as its maker is changing it.
struct FilmWords {
    QString title;
    QString description;
    QStringList tags;
    QString poster;  ///< A new picture; empty: as it is.
    QImage picture;  ///< What the poster is now, or will be.
};

/// Asks for other words and another poster of a film that is out, and has them signed.
class EditSheet : public Sheet {
    Q_OBJECT
public:
    EditSheet(OwnFilms& own, const QString& link, const FilmWords& now, const FilmWords& wanted,
              const QStringList& suggestions);

Q_SIGNALS:
    /// With what is written so far.
    void posterRequested(const keyreel::ui::FilmWords& wanted);

private:
    [[nodiscard]] FilmWords wanted() const;
    [[nodiscard]] studio::FilmEdit change() const;
    void save();
    void refresh();
    void showStep(const QString& step);

    OwnFilms& m_own;
    const QString m_link;
    const FilmWords m_now;
    const FilmWords m_begin;
    Field* m_title;
    TagsField* m_tags;
    TextAreaField* m_description;
    Button* m_replace;
    Button* m_save;
    Label* m_progress;
    Label* m_problem;
};

/// The way from a film's page through its sheets. GUI thread.
class FilmEditing : public QObject {
    Q_OBJECT
public:
    FilmEditing(Engine& engine, OwnFilms& own, MainWindow& window, QObject* parent = nullptr);

    /// `picture`: its poster now.
    void begin(const QString& link, const studio::FilmFacts& facts, const QImage& picture);

private:
    void ask(const FilmWords& wanted);
    /// From the pictures of the film's file, where that is still where it was published from.
    void choosePoster(const FilmWords& wanted);
    void openPoster(const std::shared_ptr<const InspectedFilm>& film);
    void dropPoster();

    Engine& m_engine;
    OwnFilms& m_own;
    MainWindow& m_window;
    QString m_link;
    FilmWords m_now;
    FilmWords m_wanted;
    QString m_source;  ///< The film's file that is being read for its pictures.
};

}  // namespace keyreel::ui
