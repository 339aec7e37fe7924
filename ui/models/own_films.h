#pragma once

#include <QObject>

#include "core/studio/edit_film.h"
#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// What a maker does with a film that is out. GUI thread.
class OwnFilms : public QObject {
    Q_OBJECT
public:
    explicit OwnFilms(Engine& engine, QObject* parent = nullptr);

    /// For good; whoever holds an access keeps it. Answered with unpublished() or unpublishFailed().
    void unpublish(const QString& link);

    /// Other words, another poster; answered with editStep()..., then edited() or editFailed(). One at a
    /// time.
    void edit(const QString& link, const studio::FilmEdit& edit);
    /// Nothing has changed then, unless it is in the log already.
    void stopEditing();

    /// The content keys in the clear into a new file; answered with keysExported() or exportFailed().
    void exportKeys(const QString& link, const QString& file);

Q_SIGNALS:
    void keysExported(const QString& link, const QString& file);
    void exportFailed(const QString& link, const keyreel::Error& error);
    void editStep(const QString& link, const QString& step);
    void edited(const QString& link);
    void editFailed(const QString& link, const keyreel::Error& error);
    void unpublished(const QString& link);
    void unpublishFailed(const QString& link, const keyreel::Error& error);

private:
    EngineDesk m_desk;
    std::stop_source m_editing;
};

}  // namespace keyreel::ui
