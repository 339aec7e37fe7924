#include "ui/models/own_films.h"

#include "core/studio/access.h"
#include "core/studio/export_keys.h"

namespace keyreel::ui {

OwnFilms::OwnFilms(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {}

void OwnFilms::unpublish(const QString& link) {
    m_desk.run(
        [text = toStdString(link)](const studio::Session& session, std::stop_token stop) -> Status {
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(session, parsed, stop));
            return studio::unpublishFilm(*there, parsed, stop);
        },
        [this, link](const Status& done) {
            if (done)
                Q_EMIT unpublished(link);
            else
                Q_EMIT unpublishFailed(link, done.error());
        });
}

void OwnFilms::edit(const QString& link, const studio::FilmEdit& edit) {
    const auto tell = [self = QPointer<OwnFilms>(this), context = &m_desk.engine(),
                       link](studio::EditStep step) {
        const QString word = toQString(std::string(studio::wordOf(step)));
        QMetaObject::invokeMethod(
            context,
            [self, link, word]() {
                if (self) Q_EMIT self->editStep(link, word);
            },
            Qt::QueuedConnection);
    };
    m_editing = m_desk.run(
        [text = toStdString(link), edit, tell](const studio::Session& session,
                                               std::stop_token stop) -> Result<std::uint32_t> {
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(session, parsed, stop));
            return studio::editFilm(*there, parsed, edit, stop, tell);
        },
        [this, link](const Result<std::uint32_t>& done) {
            if (done)
                Q_EMIT edited(link);
            else
                Q_EMIT editFailed(link, done.error());
        });
}

void OwnFilms::stopEditing() {
    m_editing.request_stop();
}

void OwnFilms::exportKeys(const QString& link, const QString& file) {
    m_desk.run(
        [text = toStdString(link), path = std::filesystem::path(toStdString(file))](
            const studio::Session& session, std::stop_token stop) -> Result<std::size_t> {
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(session, parsed, stop));
            return studio::exportKeys(*there, parsed, path, stop);
        },
        [this, link, file](const Result<std::size_t>& done) {
            if (done)
                Q_EMIT keysExported(link, file);
            else
                Q_EMIT exportFailed(link, done.error());
        });
}

}  // namespace keyreel::ui
