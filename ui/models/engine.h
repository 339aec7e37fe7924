#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/audit/log.h"
#include "core/base/clock.h"
#include "core/identity/identity.h"
#include "core/media/image.h"
#include "core/media/probe.h"
#include "core/media/workshop.h"
#include "core/studio/embedded_network.h"
#include "core/studio/job_queue.h"
#include "core/studio/library.h"
#include "core/studio/open_film.h"
#include "core/studio/publish_job.h"
#include "core/studio/retry_schedule.h"
#include "core/studio/session.h"
#include "ui/models/film_files.h"
#include "ui/models/records.h"

namespace keyreel::ui {

/// A film file as the Create page shows it.
struct InspectedFilm {
    media::MediaInfo info;
    media::Image poster;
};

/// The one bridge from the window to the studio: every operation of core/studio runs on a worker thread, its
/// outcome arrives as a signal on the GUI thread. Holds the person's session and keeps the embedded network
/// up. No page calls the engine's rooms directly. Errors are handed on as they are; ErrorText makes sentences
/// of them. Thread: the GUI thread. Destruction stops every operation and waits for it.
class Engine : public QObject {
    Q_OBJECT
public:
    /// Busy: another Keyreel program has this profile's record open; start() tries again.
    enum class Readiness {
        Starting = 1,
        FirstRun,
        Ready,
        Locked,
        NoKeyring,
        Denied,
        KeyLost,
        NetworkDown,
        Busy,
        /// The person's account has revoked this computer's device: only restoring makes a new one of it.
        Revoked
    };
    Q_ENUM(Readiness)

    struct Options {
        studio::Places places;
        std::filesystem::path binaries;  ///< Where keyreel-gateway and keyreel-keynode are.
        /// How the keyring is reached; tests may give another. Called on worker threads. The token is
        /// requested when the engine goes: a call that waits for a person then has to return.
        std::function<std::unique_ptr<identity::KeyStore>(std::stop_token)> keys;
        /// Tests may give another; none: the system's.
        std::shared_ptr<const Clock> clock{};
    };
    explicit Engine(Options options, QObject* parent = nullptr);
    ~Engine() override;

    // --- The person and the network.

    /// Looks at the keyring, opens the identity if there is one, and brings the network up, also when parts
    /// of it have died since. May be repeated (F5, after an unlock elsewhere); answers with
    /// readinessChanged().
    void start();
    [[nodiscard]] Readiness readiness() const { return m_readiness; }
    /// Why it is not Ready; empty code when it is.
    [[nodiscard]] const Error& problem() const { return m_problem; }
    /// Name and keys, also while locked; nothing at first run.
    [[nodiscard]] const std::optional<identity::PublicIdentity>& person() const { return m_person; }
    /// What the system keyring says while there is no identity yet; the readiness tells it later.
    [[nodiscard]] identity::KeyState keyring() const { return m_keyring; }
    /// The recovery words right after createIdentity(), to be shown once; taken by the caller.
    [[nodiscard]] SecretBytes takePhrase() { return std::move(m_phrase); }
    void createIdentity(const QString& name, const QString& device);
    /// In a fresh profile, in one whose key is lost, and in one whose device was revoked.
    void restoreIdentity(SecretBytes phrase, const QString& name, const QString& device);
    /// The same from a recovery kit and its password; answered alike.
    void restoreKit(const QString& file, SecretBytes password, const QString& device);
    /// Gives this computer a new device key after somebody who had added it took it back; answered with
    /// deviceRenewed() or identityFailed().
    void renewDevice();
    /// Gives the vault a new opening key in the keyring and seals everything in it anew; what is under way
    /// goes on afterwards. Answered with vaultKeysRenewed() or identityFailed().
    void renewVaultKeys();
    /// Asks the system to unlock its keyring, then starts again. Waits for a lock() that is under way.
    void unlockKeyring();
    /// Stops what uses the keys, lets go of them and locks the system's keyring: they are wiped from memory
    /// as soon as the last operation under way has noticed, and only unlockKeyring() leads back to them. A
    /// keyring that refuses is told as the problem `keyring_stayed_open`.
    void lock();
    /// The recovery words, answered with phraseReady().
    void requestPhrase();
    /// Which server of the embedded network runs; answered with healthChanged().
    void refreshHealth();
    [[nodiscard]] const std::vector<studio::ServiceHealth>& health() const { return m_health; }
    [[nodiscard]] const studio::Network* network() const { return m_session ? &m_session->network : nullptr; }
    /// Begins anew on another network: `choose` says which, on a worker, once nothing uses the one before any
    /// more; answered with networkChosen() and readinessChanged(), or networkKept(), where the one before is
    /// taken up again. Jobs that are under way stop and go on by themselves where they can.
    void changeNetwork(std::function<Status()> choose);
    [[nodiscard]] const studio::Places& places() const { return m_options.places; }

    /// How many jobs run at a time unless a person wants it otherwise.
    static constexpr int kJobsAtOnce = 2;

    // --- Films.

    /// Read from the disk at once: the library is a small file.
    [[nodiscard]] const std::vector<studio::LibraryEntry>& library() const { return m_library; }
    /// Films that were thrown away, see studio::LibraryContents.
    [[nodiscard]] const std::vector<studio::LibraryEntry>& libraryTrash() const { return m_libraryTrash; }
    /// Why the library cannot be read; null when it can.
    [[nodiscard]] const Error* libraryProblem() const {
        return m_libraryProblem ? &*m_libraryProblem : nullptr;
    }
    void refreshLibrary();
    void setPosition(const QString& link, qint64 milliseconds);
    /// Off: an opening does not leave in the library when it was.
    void setRemembersOpenings(bool remembers) { m_remembersOpenings = remembers; }
    /// See studio::Library; answered with watchingForgotten() or forgetFailed().
    void forgetWatching();

    /// Looks what is behind files and folders; answered with filesFound() under the number returned here.
    quint64 findFilms(const QStringList& paths);
    /// Answered with filmInspected() or filmRefused(). A newer call for the same path replaces an older one.
    void inspect(const QString& path);
    /// Makes the sample film if it is not there yet; answered with sampleReady() or filmRefused().
    void makeSample();

    // --- Publishing. A few jobs at a time, in an order that a person can change; the others wait.

    [[nodiscard]] const std::vector<studio::JobReport>& jobs() const { return m_jobs; }
    [[nodiscard]] const studio::JobReport* job(const QString& id) const;
    /// At work, or about to notice that it is not wanted to be any more.
    [[nodiscard]] bool isRunning(const QString& jobId) const;
    [[nodiscard]] bool isQueued(const QString& jobId) const;
    [[nodiscard]] bool isPaused(const QString& jobId) const;
    /// Until a job that the network did not answer tries again by itself; nothing for all others.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> triesAgainIn(const QString& jobId) const;
    /// Would be lost or begun anew if the program ended now: also a job that is held inside its encryption.
    [[nodiscard]] bool isUnderWay(const QString& jobId) const { return m_runningJobs.contains(jobId); }
    [[nodiscard]] const studio::JobQueue& queue() const { return m_queue; }
    void setJobsAtOnce(int jobs);
    /// Bytes a second for all uploads together; 0: no limit.
    void setUploadLimit(quint64 bytesPerSecond) { m_uploadLimit->set(bytesPerSecond); }
    /// Writes the job and starts it; answered with jobAdded() or publishRefused(), which carry the number
    /// returned here: meanwhile the person may do something else.
    quint64 publish(const studio::PublishRequest& request);
    /// Keeps what is done; resumeJob() goes on from there. Encrypting is held where it is, for as long as
    /// this program runs, every other stage goes on from the disk. Stays paused over the next start, while
    /// what a crash, the end of the program or a silent gateway stopped goes on by itself; the latter also
    /// without a new start, as soon as the gateway answers again.
    void pauseJob(const QString& id);
    void resumeJob(const QString& id);
    void pauseAll();
    void resumeAll();
    /// Past so many others that wait or are paused, to the front when below 0; kept over the next start.
    void stepJob(const QString& id, int places);
    /// Right before another one, to the end when that is empty; kept over the next start.
    void moveJob(const QString& id, const QString& before);
    /// Whether nothing of it is public yet, or may become so by itself: the record of a job that runs is not
    /// being written.
    [[nodiscard]] bool canCancel(const QString& id) const;
    /// Stops it and removes its files; answered with jobCancelled(), unless it was published, and
    /// jobRemoved(). One that is published before it stops stays.
    void discardJob(const QString& id);
    /// `keep` is asked before a job that is not published is discarded: what it would be lost with has to be
    /// kept elsewhere first. Its error ends in discardFailed(), and the job stays.
    void setKeeper(std::function<Status(const studio::JobReport&)> keep) { m_keep = std::move(keep); }

    // --- Watching and access.

    /// Facts before opening; answered with described() or describeFailed().
    void describe(const QString& link);
    /// Pass, shares, keys; answered with openStep()..., then filmOpened() or openFailed(). A newer call
    /// cancels an older.
    void open(const QString& link);
    void cancelOpening();
    /// Lets one account in, or several as people paste them: in lines, or with commas between. Nobody when
    /// one of them is no account; of several, who is in already stays so. Answered with accessChanged() or
    /// accessFailed().
    void grant(const QString& link, const QString& accounts);
    /// Answered likewise.
    void revoke(const QString& link, const QString& account);
    /// Who holds a grant for a film of one's own, by this profile's copy of the rights log (as of the last
    /// sync).
    [[nodiscard]] QStringList holders(const QString& link) const;
    /// Fetches what is new in the rights log; answered with rightsChanged().
    void refreshRights();
    /// Length of this profile's verified copy of the rights log; -1 without a session.
    [[nodiscard]] qint64 rightsLength() const;

    // --- The record of what this computer did.

    /// The newest records; answered with recordsLoaded().
    void loadRecords();
    /// Checks every record's place, seal and signature; answered with recordsVerified().
    void verifyRecords();

Q_SIGNALS:
    void readinessChanged(keyreel::ui::Engine::Readiness readiness);
    /// What lock() began is done: also the system's keyring has answered.
    void locked();
    void identityCreated();
    void identityFailed(const keyreel::Error& error);
    void deviceRenewed();
    void vaultKeysRenewed();
    void phraseReady(std::shared_ptr<keyreel::SecretBytes> phrase);
    void healthChanged();
    void networkChosen();
    void networkKept(const keyreel::Error& error);
    void libraryChanged();
    void watchingForgotten();
    void forgetFailed(const keyreel::Error& error);
    void filesFound(quint64 search, const keyreel::ui::FoundFiles& found);
    void filmInspected(const QString& path, std::shared_ptr<const keyreel::ui::InspectedFilm> film);
    void filmRefused(const QString& path, const keyreel::Error& error);
    void sampleReady(const QString& path);
    /// `publication` is what publish() returned; 0 for a job of an earlier start.
    void jobAdded(const QString& id, quint64 publication);
    void jobChanged(const QString& id);
    /// Jobs changed places.
    void queueArranged();
    void jobRemoved(const QString& id);
    void jobCancelled(const keyreel::studio::JobReport& job);
    void publishRefused(const keyreel::Error& error, quint64 publication);
    /// It could not be discarded and stands still.
    void discardFailed(const QString& id, const keyreel::Error& error);
    void described(const QString& link, std::shared_ptr<const keyreel::studio::FilmFacts> facts);
    void describeFailed(const QString& link, const keyreel::Error& error);
    void openStep(const QString& link, const QString& step, const keyreel::studio::OpenReport& report);
    void filmOpened(const QString& link, std::shared_ptr<keyreel::studio::OpenedFilm> film);
    void openFailed(const QString& link, const keyreel::Error& error,
                    const keyreel::studio::OpenReport& report);
    void accessChanged(const QString& link);
    void accessFailed(const QString& link, const keyreel::Error& error);
    void rightsChanged();
    void recordsLoaded(std::shared_ptr<const std::vector<keyreel::ui::Record>> records);
    void recordsFailed(const keyreel::Error& error);
    /// Exactly one of the two is set.
    void recordsVerified(std::shared_ptr<const keyreel::audit::Summary> summary,
                         std::shared_ptr<const keyreel::Error> broken);

private:
    friend class EngineDesk;
    struct Beginning;

    /// Runs `work` on a worker thread and hands what it returns to `done` here, unless this object is gone by
    /// then.
    template <class Work, class Done>
    void background(Work work, Done done);
    void takeBeginning(Beginning beginning);
    void setReadiness(Readiness readiness, Error problem = {});
    void takeJobs(const std::vector<studio::JobReport>& jobs, const std::vector<std::string>& paused,
                  const std::vector<std::string>& order);
    void goOnWith(const std::vector<std::string>& interrupted);
    void keepPaused(const QString& id, bool paused);
    void writeNextJob();
    void runDueJobs();
    void keepOrder();
    void runJob(const QString& id);
    /// The network did not answer it.
    void park(const QString& id);
    void retryParked();
    void awaitRetry();
    void takeReport(const studio::JobReport& report);
    void changeAccess(const QString& link, const QString& accounts, bool grant);
    /// After a server of it was not reached: to be called first by the next operation, on its worker, so that
    /// trying again does not meet the same dead server. Does nothing otherwise.
    [[nodiscard]] std::function<void()> networkRevival();
    /// Remembers that `error` may come from a server that has died; looks for the revocation that it tells
    /// of.
    void doubtNetwork(const Error& error);
    /// Asks the gateway's log whether this device still is one of the account's.
    void lookForRevocation();
    /// By the copy of the log that is here.
    void followRevocation();
    using Restore = std::function<Result<identity::Identity>(
        identity::KeyStore&, const std::optional<crypto::PublicKey>& revoked)>;
    /// Takes the identity that `restore` brings in place of the one before, if there is one.
    void replaceIdentity(Restore restore, std::function<void()> done);
    void stopWork();
    /// Stops what uses the keys and lets go of them; what is under way must not bring them back.
    void dropSession();

    Options m_options;
    std::shared_ptr<const Clock> m_clock;
    std::stop_source m_stop;
    std::shared_ptr<const media::Workshop> m_workshop;  ///< One for all films of the window.
    QThreadPool m_pool;
    Readiness m_readiness = Readiness::Starting;
    Error m_problem;
    std::optional<identity::PublicIdentity> m_person;
    identity::KeyState m_keyring = identity::KeyState::Absent;
    SecretBytes m_phrase;
    std::shared_ptr<studio::NetworkUse> m_network;
    std::shared_ptr<studio::Session> m_session;
    std::weak_ptr<studio::Session> m_dropped;  ///< Held by operations under way a moment longer.
    std::function<void()> m_afterStart;
    std::vector<studio::ServiceHealth> m_health;
    std::vector<studio::LibraryEntry> m_library;
    std::vector<studio::LibraryEntry> m_libraryTrash;
    std::optional<Error> m_libraryProblem;
    std::vector<studio::JobReport> m_jobs;
    studio::JobQueue m_queue{kJobsAtOnce};
    studio::RetrySchedule m_retries;  ///< Of the parked ones.
    QTimer m_nextRetry;
    QHash<QString, std::shared_ptr<studio::JobBrake>> m_runningJobs;
    std::shared_ptr<gateway::UploadLimit> m_uploadLimit = std::make_shared<gateway::UploadLimit>(*m_clock);
    QStringList m_discarding;
    std::function<Status(const studio::JobReport&)> m_keep;
    std::deque<std::pair<quint64, studio::PublishRequest>> m_unwritten;  ///< Asked for, no job yet.
    bool m_writing = false;
    quint64 m_searches = 0;      ///< How often findFilms() was called.
    quint64 m_publications = 0;  ///< How often publish() was called.
    std::stop_source m_opening;
    std::stop_source m_sessionWork;  ///< Of what view models have done with the session.
    bool m_remembersOpenings = true;
    bool m_networkInDoubt = false;
    bool m_starting = false;
    bool m_startAgain = false;
    bool m_locking = false;
    bool m_unlockAfterwards = false;
    int m_locks = 0;  ///< How often lock() was called: what began before must not bring the keys back.
};

/// UTF-8 both ways.
QString toQString(const std::string& text);
std::string toStdString(const QString& text);
QStringList textsOf(const std::vector<std::string>& texts);

}  // namespace keyreel::ui

Q_DECLARE_METATYPE(keyreel::Error)
Q_DECLARE_METATYPE(keyreel::studio::OpenReport)
