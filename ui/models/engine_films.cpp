#include <algorithm>

#include "core/base/file.h"
#include "core/studio/access.h"
#include "ui/models/engine_background.h"

namespace keyreel::ui {
namespace {

studio::Role roleIn(const studio::OpenedFilm& film, const studio::Session& session) {
    if (film.manifest.creator == session.identity->accountId()) return studio::Role::Mine;
    return film.manifest.grantedOnly ? studio::Role::Granted : studio::Role::Free;
}

/// Puts an opened film into the library, with its cover.
void remember(const studio::Session& session, const studio::Link& link, const studio::OpenedFilm& film) {
    studio::LibraryEntry entry;
    entry.link = link.text();
    entry.title = film.manifest.title;
    entry.description = film.manifest.description;
    entry.creatorName = film.manifest.creatorName;
    entry.role = roleIn(film, session);
    entry.durationMs = film.manifest.durationMs;
    for (const auto& track : film.manifest.tracks)
        entry.height = std::max(entry.height, track.height);
    entry.added = entry.lastOpened = session.clock->now();
    if (const auto facts = studio::describeFilm(session, link, {}); facts && !facts->cover.empty()) {
        const auto path = session.places.covers() / (link.text().substr(link.text().rfind('/') + 1) + ".jpg");
        if (makePrivateFolder(session.places.covers()) && writeFileAtomically(path, facts->cover))
            entry.cover = path;
    }
    // A library that cannot be written does not keep anyone from watching; the next opening tries again.
    (void)studio::Library(session.places).put(std::move(entry));
}

}  // namespace

void Engine::describe(const QString& link) {
    const auto session = m_session;
    if (!session) {
        Q_EMIT describeFailed(link, m_problem);
        return;
    }
    background(
        [session, text = toStdString(link), stop = m_stop.get_token()]() -> Result<studio::FilmFacts> {
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(*session, parsed, stop));
            return studio::describeFilm(*there, parsed, stop);
        },
        [this, link](Result<studio::FilmFacts> facts) {
            if (facts)
                Q_EMIT described(link, std::make_shared<const studio::FilmFacts>(std::move(*facts)));
            else
                Q_EMIT describeFailed(link, facts.error());
        });
}

void Engine::open(const QString& link) {
    cancelOpening();
    const auto session = m_session;
    if (!session) {
        Q_EMIT openFailed(link, m_problem, {});
        return;
    }
    struct Opening {
        Result<studio::OpenedFilm> film;
        studio::OpenReport report;
    };
    const auto tell = [this, link](std::string_view step, const studio::OpenReport& report) {
        QMetaObject::invokeMethod(
            this,
            [this, link, step = QString::fromUtf8(step.data(), static_cast<qsizetype>(step.size())),
             report]() { Q_EMIT openStep(link, step, report); },
            Qt::QueuedConnection);
    };
    background(
        [session, text = toStdString(link), stop = m_opening.get_token(), tell]() -> Opening {
            studio::OpenReport report;
            const auto run = [&]() -> Result<studio::OpenedFilm> {
                KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
                KEYREEL_TRY(const auto there, studio::sessionAt(*session, parsed, stop));
                KEYREEL_TRY(auto film, studio::openFilm(*there, parsed, stop, tell, &report));
                remember(*there, parsed, film);
                return film;
            };
            auto film = run();
            return {std::move(film), report};
        },
        [this, link](Opening opening) {
            if (!opening.film) {
                if (opening.film.error().code != "cancelled")
                    Q_EMIT openFailed(link, opening.film.error(), opening.report);
                return;
            }
            refreshLibrary();
            Q_EMIT filmOpened(link, std::make_shared<studio::OpenedFilm>(std::move(*opening.film)));
        });
}

void Engine::cancelOpening() {
    m_opening.request_stop();
    m_opening = std::stop_source();
}

void Engine::grant(const QString& link, const QString& account) {
    changeAccess(link, account, true);
}

void Engine::revoke(const QString& link, const QString& account) {
    changeAccess(link, account, false);
}

void Engine::changeAccess(const QString& link, const QString& account, bool grant) {
    const auto session = m_session;
    if (!session) {
        Q_EMIT accessFailed(link, m_problem);
        return;
    }
    background(
        [session, text = toStdString(link), account = toStdString(account.trimmed()), grant,
         stop = m_stop.get_token()]() -> Status {
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto key, studio::parseAccount(account));
            KEYREEL_TRY(const auto there, studio::sessionAt(*session, parsed, stop));
            return grant ? studio::grantAccess(*there, parsed, key, stop)
                         : studio::revokeAccess(*there, parsed, key, stop);
        },
        [this, link](const Status& status) {
            if (status)
                Q_EMIT accessChanged(link);
            else
                Q_EMIT accessFailed(link, status.error());
        });
}

QStringList Engine::holders(const QString& link) const {
    QStringList out;
    const auto parsed = studio::Link::parse(toStdString(link));
    if (!m_session || !parsed || parsed->gatewayUrl() != m_session->network.gatewayUrl) return out;
    for (const auto& account : m_session->rights->replica().state().granteesOf(parsed->contentId))
        out.append(toQString(identity::toDidKey(account)));
    return out;
}

void Engine::refreshRights() {
    const auto session = m_session;
    if (!session) return;
    background(
        [session, stop = m_stop.get_token()]() { return session->rights->sync(*session->gateway, stop); },
        [this](const Status&) { Q_EMIT rightsChanged(); });
}

qint64 Engine::rightsLength() const {
    return m_session ? static_cast<qint64>(m_session->rights->replica().size()) : -1;
}

}  // namespace keyreel::ui
