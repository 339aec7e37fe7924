#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "core/studio/access.h"
#include "core/studio/lease.h"
#include "ui/models/engine_background.h"
#include "ui/models/error_text.h"

namespace keyreel::ui {
namespace {

/// At least one, which may be no account.
QStringList accountsIn(const QString& text) {
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    QStringList accounts = text.split(between, Qt::SkipEmptyParts);
    accounts.removeDuplicates();
    return accounts.isEmpty() ? QStringList{QString()} : accounts;
}

studio::Role roleIn(const studio::OpenedFilm& film, const studio::Session& session) {
    if (film.manifest.creator == session.identity->accountId()) return studio::Role::Mine;
    return film.manifest.grantedOnly ? studio::Role::Granted : studio::Role::Free;
}

/// An opened film as the library lists it, without its cover.
studio::LibraryEntry entryOf(const studio::Session& session, const studio::Link& link,
                             const studio::OpenedFilm& film) {
    studio::LibraryEntry entry;
    entry.link = link.text();
    entry.title = film.manifest.title;
    entry.description = film.manifest.description;
    entry.tags = film.manifest.tags;
    entry.creatorName = film.manifest.creatorName;
    entry.role = roleIn(film, session);
    entry.durationMs = film.manifest.durationMs;
    for (const auto& track : film.manifest.tracks)
        entry.height = std::max(entry.height, track.height);
    entry.added = entry.lastOpened = session.clock->now();
    return entry;
}

/// Puts it into the library with its cover, which may have to be fetched.
void remember(const studio::Session& session, const studio::Link& link, studio::LibraryEntry entry,
              const std::stop_token& stop) {
    const auto facts = studio::describeFilm(session, link, stop);
    if (facts && !facts->cover.empty())
        if (auto kept = studio::keepCover(session.places, toHex(link.contentId), facts->cover))
            entry.cover = std::move(*kept);
    studio::Library shelf(session.places);
    const auto listed = shelf.entries();
    if (entry.cover.empty() && listed)
        for (const auto& known : *listed)
            if (known.link == entry.link) entry.cover = known.cover;
    // A library that cannot be written does not keep anyone from watching; the next opening tries again.
    (void)shelf.put(std::move(entry));
}

}  // namespace

std::function<void()> Engine::networkRevival() {
    if (!m_networkInDoubt || !m_network) return [] {};
    m_networkInDoubt = false;
    // Why it cannot be started is told by the operation that then does not reach it, and by start().
    return [network = m_network, binaries = m_options.binaries, stop = m_stop.get_token()] {
        (void)network->revive(binaries, stop);
    };
}

void Engine::doubtNetwork(const Error& error) {
    if (error.code == "device_revoked") lookForRevocation();
    if (!isOffline(error) && error.code != "too_few_nodes") return;
    m_networkInDoubt = true;
    refreshHealth();
}

void Engine::describe(const QString& link) {
    const auto session = m_session;
    if (!session) {
        Q_EMIT describeFailed(link, m_problem);
        return;
    }
    background(
        [session, text = toStdString(link), stop = m_stop.get_token(),
         revive = networkRevival()]() -> Result<studio::FilmFacts> {
            revive();
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(*session, parsed, stop));
            return studio::describeFilm(*there, parsed, stop);
        },
        [this, link](Result<studio::FilmFacts> facts) {
            if (facts) {
                Q_EMIT described(link, std::make_shared<const studio::FilmFacts>(std::move(*facts)));
                return;
            }
            doubtNetwork(facts.error());
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
        /// What remains to be done once the picture is on its way; nothing for a film that is kept here.
        std::function<void()> remember;
        /// Why the network did not open it, where what is kept here did.
        std::optional<Error> unreached;
        static Opening fromError(Error error) {
            return {tl::unexpected<Error>(std::move(error)), {}, {}, {}};
        }
    };
    const auto tell = [this, link](std::string_view step, const studio::OpenReport& report) {
        QMetaObject::invokeMethod(
            this,
            [this, link, step = QString::fromUtf8(step.data(), static_cast<qsizetype>(step.size())),
             report]() { Q_EMIT openStep(link, step, report); },
            Qt::QueuedConnection);
    };
    background(
        [session, text = toStdString(link), stop = m_opening.get_token(), ending = m_stop.get_token(), tell,
         remembers = m_remembersOpenings, revive = networkRevival()]() -> Opening {
            revive();
            studio::OpenReport report;
            std::function<void()> later;
            std::optional<Error> unreached;
            const auto run = [&]() -> Result<studio::OpenedFilm> {
                KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
                auto there = studio::sessionAt(*session, parsed, stop);
                auto opened = there ? studio::openFilm(**there, parsed, stop, tell, &report)
                                    : Result<studio::OpenedFilm>(tl::unexpected<Error>(there.error()));
                // What is kept here opens without a network; where there is one, it decides.
                if (!opened && (isOffline(opened.error()) || opened.error().code == "too_few_nodes")) {
                    auto kept = studio::openLeased(*session, parsed);
                    unreached = opened.error();
                    if (kept || kept.error().code != "lease_missing") return kept;
                }
                KEYREEL_TRY(auto film, std::move(opened));
                auto entry = entryOf(**there, parsed, film);
                if (!remembers) entry.lastOpened = 0;
                // Listed at once, so that a position can be kept; a known film keeps its cover until then.
                studio::Library shelf(session->places);
                const auto listed = shelf.entries();
                if (listed && std::none_of(listed->begin(), listed->end(),
                                           [&](const auto& each) { return each.link == entry.link; }))
                    (void)shelf.put(entry);
                later = [there = *there, parsed, entry = std::move(entry), ending]() {
                    remember(*there, parsed, entry, ending);
                };
                return film;
            };
            auto film = run();
            return {std::move(film), report, std::move(later), std::move(unreached)};
        },
        [this, link, stop = m_opening.get_token()](Opening opening) {
            // Cancelled after the worker had looked last: nobody waits for it any more.
            if (stop.stop_requested()) return;
            if (opening.unreached) doubtNetwork(*opening.unreached);
            if (!opening.film) {
                doubtNetwork(opening.film.error());
                if (opening.film.error().code != "cancelled")
                    Q_EMIT openFailed(link, opening.film.error(), opening.report);
                return;
            }
            refreshLibrary();
            Q_EMIT filmOpened(link, std::make_shared<studio::OpenedFilm>(std::move(*opening.film)));
            if (!opening.remember) return;
            background(
                [later = std::move(opening.remember)]() {
                    later();
                    return Status();
                },
                [this](const Status&) { refreshLibrary(); });
        });
}

void Engine::cancelOpening() {
    m_opening.request_stop();
    m_opening = std::stop_source();
}

void Engine::grant(const QString& link, const QString& accounts) {
    changeAccess(link, accounts, true);
}

void Engine::revoke(const QString& link, const QString& account) {
    changeAccess(link, account, false);
}

void Engine::changeAccess(const QString& link, const QString& accounts, bool grant) {
    const auto session = m_session;
    if (!session) {
        Q_EMIT accessFailed(link, m_problem);
        return;
    }
    background(
        [session, text = toStdString(link), accounts = accountsIn(accounts), grant, stop = m_stop.get_token(),
         revive = networkRevival()]() -> Status {
            revive();
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            std::vector<crypto::PublicKey> keys;
            for (const QString& account : accounts) {
                KEYREEL_TRY(const auto key, studio::parseAccount(toStdString(account)));
                keys.push_back(key);
            }
            KEYREEL_TRY(const auto there, studio::sessionAt(*session, parsed, stop));
            for (const auto& key : keys) {
                if (grant) {
                    const Status in = studio::grantAccess(*there, parsed, key, stop);
                    if (!in && (keys.size() == 1 || in.error().code != "grant_duplicate")) return in;
                } else {
                    KEYREEL_TRY(const auto report, studio::revokeAccess(*there, parsed, key, stop));
                    KEYREEL_CHECK(report.status());
                }
            }
            return {};
        },
        [this, link](const Status& status) {
            if (status) {
                Q_EMIT accessChanged(link);
                return;
            }
            // Of several, the first ones may be in.
            Q_EMIT rightsChanged();
            doubtNetwork(status.error());
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
        [this](const Status&) {
            followRevocation();
            Q_EMIT rightsChanged();
        });
}

qint64 Engine::rightsLength() const {
    return m_session ? static_cast<qint64>(m_session->rights->replica().size()) : -1;
}

}  // namespace keyreel::ui
