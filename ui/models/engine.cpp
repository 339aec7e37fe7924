#include "ui/models/engine.h"

#include <QMetaObject>
#include <QPointer>
#include <algorithm>

#include "core/base/file.h"
#include "core/media/sample_film.h"
#include "core/studio/access.h"

namespace keyreel::ui {
namespace {

constexpr std::uint32_t kPosterWidth = 1280;
constexpr std::size_t kShownRecords = 2000;

Engine::Readiness readinessOf(identity::IdentityState state) {
    switch (state) {
        case identity::IdentityState::FirstRun:
            return Engine::Readiness::FirstRun;
        case identity::IdentityState::Ready:
            return Engine::Readiness::Ready;
        case identity::IdentityState::Locked:
            return Engine::Readiness::Locked;
        case identity::IdentityState::NoKeyring:
            return Engine::Readiness::NoKeyring;
        case identity::IdentityState::Denied:
            return Engine::Readiness::Denied;
        case identity::IdentityState::KeyLost:
            return Engine::Readiness::KeyLost;
    }
    return Engine::Readiness::NoKeyring;
}

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

QString toQString(const std::string& text) {
    return QString::fromStdString(text);
}

std::string toStdString(const QString& text) {
    return text.toStdString();
}

/// What start(), createIdentity() and restoreIdentity() bring home.
struct Engine::Beginning {
    Readiness readiness = Readiness::Starting;
    Error problem;
    std::optional<identity::PublicIdentity> person;
    std::shared_ptr<studio::NetworkUse> network;
    std::shared_ptr<studio::Session> session;
    std::vector<studio::JobReport> jobs;
    identity::KeyState keyring = identity::KeyState::Present;
};

template <class Work, class Done>
void Engine::background(Work work, Done done) {
    m_pool.start([self = QPointer<Engine>(this), context = this, work = std::move(work),
                  done = std::move(done)]() mutable {
        // The pool is drained before the engine goes, so `context` lives while this runs.
        auto outcome = std::make_shared<decltype(work())>(work());
        QMetaObject::invokeMethod(
            context,
            [self, outcome, done = std::move(done)]() mutable {
                if (self) done(std::move(*outcome));
            },
            Qt::QueuedConnection);
    });
}

Engine::Engine(Options options, QObject* parent) : QObject(parent), m_options(std::move(options)) {
    qRegisterMetaType<keyreel::Error>();
    qRegisterMetaType<keyreel::studio::OpenReport>();
    m_pool.setMaxThreadCount(8);
}

Engine::~Engine() {
    m_stop.request_stop();
    m_opening.request_stop();
    for (const auto& running : std::as_const(m_runningJobs))
        running->stop.request_stop();
    m_pool.waitForDone();
}

namespace {

/// Opens the identity, the network and the session; what fails names the readiness.
void beginPerson(const Engine::Options& options, identity::KeyStore& keys, const Clock& clock,
                 const std::stop_token& stop, std::shared_ptr<studio::NetworkUse>& network,
                 std::shared_ptr<studio::Session>& session, Engine::Readiness& readiness, Error& problem) {
    auto opened = identity::Identity::open(options.places.profile, keys);
    if (!opened) {
        readiness = Engine::Readiness::Denied;
        problem = opened.error();
        return;
    }
    if (!network) {
        auto use = studio::NetworkUse::begin(options.places.network, options.binaries, stop);
        if (!use) {
            readiness = Engine::Readiness::NetworkDown;
            problem = use.error();
            return;
        }
        network = std::make_shared<studio::NetworkUse>(std::move(*use));
    }
    auto begun = studio::beginSession(options.places, network->network(),
                                      std::make_shared<identity::Identity>(std::move(*opened)), clock);
    if (!begun) {
        readiness = Engine::Readiness::NetworkDown;
        problem = begun.error();
        return;
    }
    session = std::move(*begun);
    readiness = Engine::Readiness::Ready;
}

}  // namespace

void Engine::start() {
    if (m_starting) return;
    m_starting = true;
    background(
        [this, network = m_network, session = m_session, stop = m_stop.get_token()]() {
            Beginning beginning;
            beginning.network = network;
            beginning.session = session;
            const auto keys = m_options.keys();
            const auto status = identity::Identity::inspect(m_options.places.profile, *keys);
            beginning.readiness = readinessOf(status.state);
            beginning.person = status.info;
            if (status.problem) beginning.problem = *status.problem;
            if (beginning.readiness == Readiness::FirstRun)
                beginning.keyring = keys->lookup({"keyreel", "first-run"}).state;
            beginning.jobs = studio::PublishJob::list(m_options.places);
            const bool open = session && session->identity->isOpen();
            if (beginning.readiness == Readiness::Ready && !open) {
                beginning.session.reset();
                beginPerson(m_options, *keys, m_clock, stop, beginning.network, beginning.session,
                            beginning.readiness, beginning.problem);
            }
            return beginning;
        },
        [this](Beginning beginning) {
            m_starting = false;
            takeBeginning(std::move(beginning));
        });
}

void Engine::takeBeginning(Beginning beginning) {
    m_keyring = beginning.keyring;
    m_network = std::move(beginning.network);
    m_session = std::move(beginning.session);
    if (beginning.person) m_person = std::move(beginning.person);
    for (const auto& report : beginning.jobs)
        if (job(toQString(report.id)) == nullptr) {
            m_jobs.push_back(report);
            Q_EMIT jobAdded(toQString(report.id));
        }
    refreshLibrary();
    refreshHealth();
    setReadiness(beginning.readiness, std::move(beginning.problem));
    if (m_readiness == Readiness::Ready) runNextJob();
}

void Engine::setReadiness(Readiness readiness, Error problem) {
    m_readiness = readiness;
    m_problem = std::move(problem);
    Q_EMIT readinessChanged(readiness);
}

void Engine::createIdentity(const QString& name, const QString& device) {
    struct Created {
        Beginning beginning;
        SecretBytes phrase;
        std::optional<Error> error;
    };
    background(
        [this, name = toStdString(name), device = toStdString(device), network = m_network,
         stop = m_stop.get_token()]() {
            Created out;
            out.beginning.network = network;
            const auto keys = m_options.keys();
            auto created = identity::Identity::create(m_options.places.profile, *keys, name, device);
            if (!created) {
                out.error = created.error();
                return out;
            }
            out.phrase = std::move(created->phrase);
            const auto& person = created->identity;
            out.beginning.person = identity::PublicIdentity{person.accountId(), person.displayName(),
                                                            person.deviceId(), person.deviceName()};
            beginPerson(m_options, *keys, m_clock, stop, out.beginning.network, out.beginning.session,
                        out.beginning.readiness, out.beginning.problem);
            return out;
        },
        [this](Created out) {
            if (out.error) {
                Q_EMIT identityFailed(*out.error);
                return;
            }
            m_phrase = std::move(out.phrase);
            takeBeginning(std::move(out.beginning));
            Q_EMIT identityCreated();
        });
}

void Engine::restoreIdentity(SecretBytes phrase, const QString& name, const QString& device) {
    struct Restored {
        Beginning beginning;
        std::optional<Error> error;
    };
    background(
        [this, phrase = std::make_shared<SecretBytes>(std::move(phrase)), name = toStdString(name),
         device = toStdString(device), network = m_network, stop = m_stop.get_token()]() {
            Restored out;
            out.beginning.network = network;
            const auto keys = m_options.keys();
            auto restored =
                identity::Identity::restore(m_options.places.profile, *keys, phrase->view(), name, device);
            if (!restored) {
                out.error = restored.error();
                return out;
            }
            out.beginning.person = identity::PublicIdentity{restored->accountId(), restored->displayName(),
                                                            restored->deviceId(), restored->deviceName()};
            beginPerson(m_options, *keys, m_clock, stop, out.beginning.network, out.beginning.session,
                        out.beginning.readiness, out.beginning.problem);
            return out;
        },
        [this](Restored out) {
            if (out.error) {
                Q_EMIT identityFailed(*out.error);
                return;
            }
            takeBeginning(std::move(out.beginning));
            Q_EMIT identityCreated();
        });
}

void Engine::unlockKeyring() {
    background([this]() { return m_options.keys()->unlock(); },
               [this](const Status& status) {
                   if (!status && m_readiness == Readiness::Locked)
                       setReadiness(Readiness::Locked, status.error());
                   start();
               });
}

void Engine::lock() {
    for (const auto& running : std::as_const(m_runningJobs))
        running->stop.request_stop();
    cancelOpening();
    // From here no operation begins with the keys; the last one that still has the session wipes them with
    // it.
    m_session.reset();
    setReadiness(Readiness::Locked,
                 {"locked_by_you", "Keyreel is locked.", "Unlock it to publish and to open films."});
}

void Engine::requestPhrase() {
    const auto session = m_session;
    if (!session) return;
    background([session]() { return session->identity->phrase(); },
               [this](Result<SecretBytes> phrase) {
                   if (phrase)
                       Q_EMIT phraseReady(std::make_shared<SecretBytes>(std::move(*phrase)));
                   else
                       Q_EMIT identityFailed(phrase.error());
               });
}

void Engine::refreshHealth() {
    background([this]() { return studio::embeddedNetworkHealth(m_options.places.network); },
               [this](const Result<std::vector<studio::ServiceHealth>>& health) {
                   m_health = health.value_or(std::vector<studio::ServiceHealth>{});
                   Q_EMIT healthChanged();
               });
}

void Engine::refreshLibrary() {
    m_library = studio::Library(m_options.places).entries().value_or(std::vector<studio::LibraryEntry>{});
    Q_EMIT libraryChanged();
}

void Engine::setPosition(const QString& link, qint64 milliseconds) {
    background(
        [this, link = toStdString(link), milliseconds]() {
            return studio::Library(m_options.places)
                .setPosition(link, static_cast<std::uint64_t>(std::max<qint64>(0, milliseconds)),
                             m_clock.now());
        },
        [this](const Status&) { refreshLibrary(); });
}

void Engine::removeFromLibrary(const QString& link) {
    background([this, link = toStdString(link)]() { return studio::Library(m_options.places).remove(link); },
               [this](const Status&) { refreshLibrary(); });
}

void Engine::inspect(const QString& path) {
    background(
        [path = std::filesystem::path(toStdString(path)),
         stop = m_stop.get_token()]() -> Result<InspectedFilm> {
            InspectedFilm film;
            KEYREEL_TRY(film.info, media::probe(path));
            KEYREEL_TRY(film.poster, media::posterFrame(path, kPosterWidth, stop));
            return film;
        },
        [this, path](Result<InspectedFilm> film) {
            if (film)
                Q_EMIT filmInspected(path, std::make_shared<const InspectedFilm>(std::move(*film)));
            else
                Q_EMIT filmRefused(path, film.error());
        });
}

void Engine::makeSample() {
    const auto path = m_options.places.samples / "keyreel-sample.mp4";
    background(
        [path, stop = m_stop.get_token()]() -> Status {
            std::error_code error;
            if (std::filesystem::exists(path, error)) return {};
            KEYREEL_CHECK(makePrivateFolder(path.parent_path()));
            return media::makeSampleFilm(path, {}, stop);
        },
        [this, path](const Status& made) {
            if (made)
                Q_EMIT sampleReady(toQString(path.string()));
            else
                Q_EMIT filmRefused(toQString(path.string()), made.error());
        });
}

const studio::JobReport* Engine::job(const QString& id) const {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const studio::JobReport& report) {
        return toQString(report.id) == id;
    });
    return found == m_jobs.end() ? nullptr : &*found;
}

void Engine::publish(const studio::PublishRequest& request) {
    background([this, request]() { return studio::PublishJob::create(m_options.places, request, m_clock); },
               [this](Result<studio::PublishJob> created) {
                   if (!created) {
                       Q_EMIT publishRefused(created.error());
                       return;
                   }
                   const QString id = toQString(created->report().id);
                   m_jobs.push_back(created->report());
                   m_queuedJobs.append(id);
                   Q_EMIT jobAdded(id);
                   runNextJob();
               });
}

void Engine::pauseJob(const QString& id) {
    m_queuedJobs.removeAll(id);
    if (const auto running = m_runningJobs.value(id)) running->stop.request_stop();
    Q_EMIT jobChanged(id);
}

void Engine::resumeJob(const QString& id) {
    const auto* report = job(id);
    if (report == nullptr || report->published() || isRunning(id) || isQueued(id)) return;
    m_queuedJobs.append(id);
    Q_EMIT jobChanged(id);
    runNextJob();
}

void Engine::discardJob(const QString& id) {
    m_queuedJobs.removeAll(id);
    if (const auto running = m_runningJobs.value(id)) {
        m_discarding.append(id);
        running->stop.request_stop();
        return;
    }
    background(
        [this, id = toStdString(id)]() -> Status {
            KEYREEL_TRY(studio::PublishJob job, studio::PublishJob::load(m_options.places, id));
            return job.discard();
        },
        [this, id](const Status& discarded) {
            if (!discarded && discarded.error().code != "job_missing") {
                Q_EMIT publishRefused(discarded.error());
                return;
            }
            std::erase_if(m_jobs,
                          [&](const studio::JobReport& report) { return toQString(report.id) == id; });
            Q_EMIT jobRemoved(id);
        });
}

void Engine::runNextJob() {
    if (!m_session || !m_runningJobs.isEmpty() || m_queuedJobs.isEmpty()) return;
    runJob(m_queuedJobs.takeFirst());
}

void Engine::runJob(const QString& id) {
    const auto running = std::make_shared<RunningJob>();
    m_runningJobs.insert(id, running);
    const auto tell = [this](const studio::JobReport& report) {
        QMetaObject::invokeMethod(
            this, [this, report]() { takeReport(report); }, Qt::QueuedConnection);
    };
    background(
        [this, id = toStdString(id), session = m_session, stop = running->stop.get_token(),
         tell]() -> Result<std::string> {
            KEYREEL_TRY(studio::PublishJob job, studio::PublishJob::load(m_options.places, id));
            return job.run(*session, stop, tell);
        },
        [this, id](const Result<std::string>& link) {
            m_runningJobs.remove(id);
            if (!link && job(id) != nullptr && !job(id)->error) {
                studio::JobReport report = *job(id);
                report.error = link.error();
                takeReport(report);
            }
            if (m_discarding.removeAll(id) > 0) discardJob(id);
            if (link) refreshLibrary();
            Q_EMIT jobChanged(id);
            runNextJob();
        });
}

void Engine::takeReport(const studio::JobReport& report) {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [&](const studio::JobReport& known) { return known.id == report.id; });
    if (found == m_jobs.end()) return;
    *found = report;
    Q_EMIT jobChanged(toQString(report.id));
}

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

void Engine::loadRecords() {
    background([file = m_options.places.auditLog()]() { return readRecords(file, kShownRecords); },
               [this](Result<std::vector<Record>> records) {
                   Q_EMIT recordsLoaded(std::make_shared<const std::vector<Record>>(
                       std::move(records).value_or(std::vector<Record>{})));
               });
}

void Engine::verifyRecords() {
    background([file = m_options.places.auditLog()]() { return audit::verify(file); },
               [this](Result<audit::Summary> summary) {
                   if (summary)
                       Q_EMIT recordsVerified(std::make_shared<const audit::Summary>(*summary), nullptr);
                   else
                       Q_EMIT recordsVerified(nullptr, std::make_shared<const Error>(summary.error()));
               });
}

}  // namespace keyreel::ui
