#include <QTimer>
#include <utility>

#include "core/base/file.h"
#include "core/studio/chosen_network.h"
#include "core/studio/devices.h"
#include "core/studio/recovery.h"
#include "ui/models/engine_background.h"

namespace keyreel::ui {
namespace {

/// After it was let go of, the record is closed as soon as the operations under way have noticed.
constexpr int kReleaseMs = 50;

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

}  // namespace

/// What start(), createIdentity() and restoreIdentity() bring home.
struct Engine::Beginning {
    Readiness readiness = Readiness::Starting;
    Error problem;
    std::optional<identity::PublicIdentity> person;
    std::shared_ptr<studio::NetworkUse> network;
    std::shared_ptr<studio::Session> session;
    std::vector<studio::JobReport> jobs;
    std::vector<std::string> interruptedJobs;
    std::vector<std::string> pausedJobs;
    std::vector<std::string> order;
    identity::KeyState keyring = identity::KeyState::Present;
    bool threw = false;  ///< Holds nothing but the problem.

    static Beginning fromError(Error error) {
        Beginning beginning;
        beginning.readiness = Readiness::NetworkDown;
        beginning.problem = std::move(error);
        beginning.threw = true;
        return beginning;
    }
};

namespace {

/// Starts the network, or whatever of it has died since; what fails names the readiness.
bool beginNetwork(const Engine::Options& options, const std::stop_token& stop,
                  std::shared_ptr<studio::NetworkUse>& network, Engine::Readiness& readiness,
                  Error& problem) {
    Status running;
    if (network) {
        running = network->revive(options.binaries, stop);
    } else {
        auto use = studio::useNetwork(options.places, options.binaries, stop);
        if (use)
            network = std::make_shared<studio::NetworkUse>(std::move(*use));
        else
            running = tl::unexpected<Error>(std::move(use).error());
    }
    if (running) return true;
    readiness = Engine::Readiness::NetworkDown;
    problem = running.error();
    return false;
}

bool isRevoked(const studio::Session& session) {
    return session.rights->replica().deviceRevoked(session.identity->accountId(),
                                                   session.identity->deviceId());
}

Error revocation() {
    return {"device_revoked", "This computer was revoked by its account.", "Restore your identity."};
}

/// By the copy of the log that is here: nothing waits for a gateway.
void readRevocation(const studio::Session& session, Engine::Readiness& readiness, Error& problem) {
    if (!isRevoked(session)) return;
    readiness = Engine::Readiness::Revoked;
    problem = revocation();
}

/// Opens the identity, the network and the session; what fails names the readiness.
void beginPerson(const Engine::Options& options, identity::KeyStore& keys, const Clock& clock,
                 const std::shared_ptr<const media::Workshop>& workshop, const std::stop_token& stop,
                 std::shared_ptr<studio::NetworkUse>& network, std::shared_ptr<studio::Session>& session,
                 Engine::Readiness& readiness, Error& problem) {
    auto opened = identity::Identity::open(options.places.profile, keys);
    if (!opened) {
        readiness = Engine::Readiness::Denied;
        problem = opened.error();
        return;
    }
    if (!beginNetwork(options, stop, network, readiness, problem)) return;
    auto begun =
        studio::beginSession(options.places, network->network(),
                             std::make_shared<identity::Identity>(std::move(*opened)), clock, workshop);
    if (!begun) {
        readiness =
            begun.error().code == "audit_busy" ? Engine::Readiness::Busy : Engine::Readiness::NetworkDown;
        problem = begun.error();
        return;
    }
    session = std::move(*begun);
    session->adapts = true;
    // The first film that is dropped finds a worker that has loaded its libraries.
    workshop->warmUp();
    readiness = Engine::Readiness::Ready;
    readRevocation(*session, readiness, problem);
}

}  // namespace

void Engine::start() {
    if (m_starting || m_locking) return;
    m_starting = true;
    background(
        [this, network = m_network, session = m_session, stop = m_stop.get_token()]() {
            Beginning beginning;
            beginning.network = network;
            beginning.session = session;
            const auto keys = m_options.keys(stop);
            const auto status = identity::Identity::inspect(m_options.places.profile, *keys);
            beginning.readiness = readinessOf(status.state);
            beginning.person = status.info;
            if (status.problem) beginning.problem = *status.problem;
            if (beginning.readiness == Readiness::FirstRun)
                beginning.keyring = keys->lookup({"keyreel", "first-run"}).state;
            beginning.jobs = studio::PublishJob::list(m_options.places);
            beginning.interruptedJobs = studio::PublishJob::interrupted(m_options.places);
            for (const auto& job : beginning.jobs)
                if (!job.published() && studio::PublishJob::isKeptPaused(m_options.places, job.id))
                    beginning.pausedJobs.push_back(job.id);
            beginning.order = studio::readQueueOrder(m_options.places);
            if (beginning.readiness != Readiness::Ready) return beginning;
            if (session && session->identity->isOpen()) {
                if (beginNetwork(m_options, stop, beginning.network, beginning.readiness, beginning.problem))
                    readRevocation(*session, beginning.readiness, beginning.problem);
            } else {
                beginning.session.reset();
                beginPerson(m_options, *keys, *m_clock, m_workshop, stop, beginning.network,
                            beginning.session, beginning.readiness, beginning.problem);
            }
            return beginning;
        },
        [this, locks = m_locks](Beginning beginning) {
            m_starting = false;
            const bool again = std::exchange(m_startAgain, false);
            if (locks == m_locks && !again && beginning.readiness == Readiness::Busy &&
                !m_dropped.expired()) {
                QTimer::singleShot(kReleaseMs, this, &Engine::start);
                return;
            }
            if (locks == m_locks) takeBeginning(std::move(beginning));
            if (again)
                start();
            else if (const auto done = std::exchange(m_afterStart, {}))
                done();
        });
}

void Engine::takeBeginning(Beginning beginning) {
    if (beginning.threw) {
        setReadiness(beginning.readiness, std::move(beginning.problem));
        return;
    }
    if (beginning.readiness == Readiness::Ready) m_networkInDoubt = false;
    m_keyring = beginning.keyring;
    m_network = std::move(beginning.network);
    m_session = std::move(beginning.session);
    if (beginning.person) m_person = std::move(beginning.person);
    if (m_session && !m_session->uploadLimit) m_session->uploadLimit = m_uploadLimit;
    takeJobs(beginning.jobs, beginning.pausedJobs, beginning.order);
    refreshLibrary();
    // What was known of servers that have been started since says nothing any more.
    if (beginning.readiness == Readiness::Ready) m_health.clear();
    refreshHealth();
    setReadiness(beginning.readiness, std::move(beginning.problem));
    if (m_readiness != Readiness::Ready) return;
    goOnWith(beginning.interruptedJobs);
    lookForRevocation();
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
        static Created fromError(Error error) { return {{}, {}, std::move(error)}; }
    };
    background(
        [this, name = toStdString(name), device = toStdString(device), network = m_network,
         stop = m_stop.get_token()]() {
            Created out;
            out.beginning.network = network;
            const auto keys = m_options.keys(stop);
            auto created = identity::Identity::create(m_options.places.profile, *keys, name, device);
            if (!created) {
                out.error = created.error();
                return out;
            }
            out.phrase = std::move(created->phrase);
            const auto& person = created->identity;
            out.beginning.person = identity::PublicIdentity{person.accountId(), person.displayName(),
                                                            person.deviceId(), person.deviceName()};
            beginPerson(m_options, *keys, *m_clock, m_workshop, stop, out.beginning.network,
                        out.beginning.session, out.beginning.readiness, out.beginning.problem);
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

void Engine::replaceIdentity(Restore restore, std::function<void()> done) {
    struct Restored {
        std::optional<identity::PublicIdentity> person;
        std::optional<Error> error;
        static Restored fromError(Error error) { return {{}, std::move(error)}; }
    };
    std::optional<crypto::PublicKey> revoked;
    if (m_readiness == Readiness::Revoked && m_person) revoked = m_person->device;
    background(
        [this, restore = std::move(restore), revoked, stop = m_stop.get_token()]() {
            Restored out;
            const auto keys = m_options.keys(stop);
            auto restored = restore(*keys, revoked);
            if (!restored) {
                out.error = restored.error();
                return out;
            }
            out.person = identity::PublicIdentity{restored->accountId(), restored->displayName(),
                                                  restored->deviceId(), restored->deviceName()};
            return out;
        },
        [this, done = std::move(done)](Restored out) {
            if (out.error) {
                Q_EMIT identityFailed(*out.error);
                return;
            }
            m_person = std::move(out.person);
            dropSession();
            m_afterStart = done;
            if (m_starting)
                m_startAgain = true;
            else
                start();
        });
}

void Engine::restoreIdentity(SecretBytes phrase, const QString& name, const QString& device) {
    replaceIdentity(
        [profile = m_options.places.profile, phrase = std::make_shared<SecretBytes>(std::move(phrase)),
         name = toStdString(name),
         device = toStdString(device)](identity::KeyStore& keys, const auto& revoked) {
            return identity::Identity::restore(profile, keys, phrase->view(), name, device, revoked);
        },
        [this]() { Q_EMIT identityCreated(); });
}

void Engine::restoreKit(const QString& file, SecretBytes password, const QString& device) {
    replaceIdentity(
        [places = m_options.places, file = std::filesystem::path(toStdString(file)),
         password = std::make_shared<SecretBytes>(std::move(password)), device = toStdString(device)](
            identity::KeyStore& keys, const auto& revoked) -> Result<identity::Identity> {
            KEYREEL_TRY(const Bytes kit, readFile(file, identity::kMaxKitSize));
            KEYREEL_TRY(auto restored,
                        studio::restoreRecoveryKit(places, keys, kit, password->view(), device, revoked));
            return std::move(restored.identity);
        },
        [this]() { Q_EMIT identityCreated(); });
}

void Engine::changeNetwork(std::function<Status()> choose) {
    dropSession();
    setReadiness(Readiness::Starting);
    background(
        [choose = std::move(choose), before = std::exchange(m_network, nullptr)]() mutable -> Status {
            // The last one to leave the embedded network stops it, which takes a moment.
            before.reset();
            return choose();
        },
        [this](const Status& chosen) {
            m_health.clear();
            if (chosen)
                Q_EMIT networkChosen();
            else
                Q_EMIT networkKept(chosen.error());
            if (m_starting)
                m_startAgain = true;
            else
                start();
        });
}

void Engine::renewDevice() {
    const auto session = m_session;
    if (!session) {
        Q_EMIT identityFailed(m_problem);
        return;
    }
    replaceIdentity(
        [session](identity::KeyStore& keys, const auto&) { return studio::renewDevice(*session, keys); },
        [this]() { Q_EMIT deviceRenewed(); });
}

void Engine::renewVaultKeys() {
    replaceIdentity(
        [profile = m_options.places.profile](identity::KeyStore& keys,
                                             const auto&) -> Result<identity::Identity> {
            KEYREEL_TRY(auto person, identity::Identity::open(profile, keys));
            KEYREEL_CHECK(person.renewVaultKeys(keys));
            return person;
        },
        [this]() { Q_EMIT vaultKeysRenewed(); });
}

void Engine::lookForRevocation() {
    const auto session = m_session;
    if (!session) return;
    background(
        [session, stop = m_stop.get_token()]() {
            (void)studio::revokedDevice(*session, stop);
            return Status();
        },
        [this](const Status&) { followRevocation(); });
}

void Engine::followRevocation() {
    if (!m_session || m_readiness != Readiness::Ready || !isRevoked(*m_session)) return;
    stopWork();
    setReadiness(Readiness::Revoked, revocation());
}

void Engine::unlockKeyring() {
    if (m_locking) {
        m_unlockAfterwards = true;
        return;
    }
    background([this, stop = m_stop.get_token()]() { return m_options.keys(stop)->unlock(); },
               [this](const Status& status) {
                   if (!status && m_readiness == Readiness::Locked)
                       setReadiness(Readiness::Locked, status.error());
                   // One that is under way may have looked before the unlock.
                   if (m_starting)
                       m_startAgain = true;
                   else
                       start();
               });
}

void Engine::stopWork() {
    for (const auto& brake : std::as_const(m_runningJobs))
        brake->stop();
    cancelOpening();
    m_sessionWork.request_stop();
    m_sessionWork = std::stop_source();
}

void Engine::dropSession() {
    stopWork();
    // From here no operation begins with the keys; the last one that still has the session wipes them with
    // it.
    m_dropped = m_session;
    m_session.reset();
    ++m_locks;
}

void Engine::lock() {
    dropSession();
    m_locking = true;
    setReadiness(Readiness::Locked, {"locked_by_you", "Keyreel is locked, and your keyring with it.",
                                     "Unlock it to publish and to open films."});
    background([this, stop = m_stop.get_token()]() { return m_options.keys(stop)->lock(); },
               [this](const Status& status) {
                   m_locking = false;
                   if (!status)
                       setReadiness(Readiness::Locked,
                                    {"keyring_stayed_open",
                                     "Keyreel let go of its keys, but your keyring did not lock.",
                                     "Lock it in your system's own settings; until then Keyreel opens "
                                     "without a password."});
                   Q_EMIT locked();
                   if (std::exchange(m_unlockAfterwards, false)) unlockKeyring();
               });
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
    background([this, stop = m_stop.get_token()]() { return studio::networkHealth(m_options.places, stop); },
               [this](const Result<std::vector<studio::ServiceHealth>>& health) {
                   m_health = health.value_or(std::vector<studio::ServiceHealth>{});
                   Q_EMIT healthChanged();
               });
}

}  // namespace keyreel::ui
