#include "ui/pages/app_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QTime>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/devices.h"
#include "ui/models/error_text.h"
#include "ui/models/film_files.h"
#include "ui/models/film_playlist.h"
#include "ui/models/offline_films.h"
#include "ui/models/proofs.h"
#include "ui/models/recovery_kits.h"
#include "ui/models/sales.h"
#include "ui/models/trash.h"
#include "ui/pages/activity_page.h"
#include "ui/pages/asset_page.h"
#include "ui/pages/create_page.h"
#include "ui/pages/first_run_page.h"
#include "ui/pages/health_words.h"
#include "ui/pages/job_attendant.h"
#include "ui/pages/kept_notices.h"
#include "ui/pages/keys_page.h"
#include "ui/pages/library_page.h"
#include "ui/pages/open_link_page.h"
#include "ui/pages/phrase_view.h"
#include "ui/pages/player_page.h"
#include "ui/pages/publish_page.h"
#include "ui/pages/revoked_page.h"
#include "ui/pages/settings_page.h"
#include "ui/shell/identity_card.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/drop_zone.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kCopyLink = u"film.copyLink"_s;
const QString kLock = u"go.lock"_s;

}  // namespace

AppWindow::AppWindow(Engine& engine, SettingsTable& settings, QWidget* parent)
    : MainWindow(&settings, parent),
      m_engine(engine),
      m_settings(settings),
      m_drafts(engine.places().profile / "drafts.json"),
      m_devices(new Devices(engine, this)),
      m_offline(new OfflineFilms(engine, this)),
      m_proofs(new Proofs(engine, this)),
      m_sales(new Sales(engine, this)),
      m_trash(new Trash(engine, m_drafts, this)) {
    addPages(settings);
    connectPages();
    connectWindow();
    connectProofs();
    connectSales();
    connectTrash();
    addCommands();
    addHelp();
    connect(&m_engine, &Engine::readinessChanged, this, &AppWindow::followReadiness);
    connect(&m_engine, &Engine::healthChanged, this, &AppWindow::followHealth);
    connect(&m_engine, &Engine::identityCreated, this, [this]() {
        SecretBytes phrase = m_engine.takePhrase();
        if (phrase.empty()) return;
        if (m_firstRun->takeJoining()) {
            toasts()->show(tr("Your 24 words are under Keys & devices"), Icon::RecoveryKit);
            showJoin();
            return;
        }
        if (currentPage() == u"openlink"_s) {
            toasts()->show(tr("Your 24 words are under Keys & devices"), Icon::RecoveryKit);
            return;
        }
        openSheet(makePhraseSheet(std::make_shared<SecretBytes>(std::move(phrase)), true));
    });
    connect(&m_engine, &Engine::deviceRenewed, this, &AppWindow::showJoin);
    connect(&m_engine, &Engine::rightsChanged, m_devices, &Devices::readLoans);
    connect(m_devices, &Devices::changed, this, &AppWindow::showTakenBack);
    connect(&m_engine, &Engine::openFailed, this, [this](const QString&, const Error& error) {
        if (error.code == "no_access" || error.code == "device_revoked") m_devices->readLoans();
    });
    followReadiness(m_engine.readiness());
}

AppWindow::~AppWindow() {
    m_create->saveDraft();
}

void AppWindow::addPages(SettingsTable& settings) {
    using Place = PageSpec::Place;
    m_libraryPage = new LibraryPage(m_engine, m_library, *m_trash, *m_offline, &settings);
    m_create = new CreatePage(m_engine, m_drafts, *m_trash, *m_sales, &settings, *this);
    m_publish = new PublishPage(m_engine, *this);
    m_activity = new ActivityPage(m_engine);
    m_keys = new KeysPage(m_engine, *m_devices, *new RecoveryKits(m_engine, this), settings, *this);
    m_settingsPage = new SettingsPage(m_engine, settings, m_create->watchFolder());
    m_asset = new AssetPage(m_engine, m_library, *m_offline, *this);
    m_firstRun = new FirstRunPage(m_engine, *this);
    m_revoked = new RevokedPage(m_engine, *this);
    m_openLink = new OpenLinkPage(m_engine, *this);
    m_player = new PlayerPage(m_engine, m_library, &settings, *this);
    addPage({u"library"_s, tr("Library"), Icon::Library, Place::Rail, false, {}}, m_libraryPage);
    addPage({u"create"_s, tr("Create"), Icon::Create, Place::Rail, false, {}}, m_create);
    addPage({u"publish"_s, tr("Publish"), Icon::Publish, Place::Rail, false, {}}, m_publish);
    addPage({u"activity"_s, tr("Activity"), Icon::Activity, Place::Rail, false, {}}, m_activity);
    addPage({u"keys"_s, tr("Keys & devices"), Icon::Key, Place::Rail, false, {}}, m_keys);
    addPage({u"settings"_s, tr("Settings"), Icon::Settings, Place::Foot, false, {}}, m_settingsPage);
    addPage({u"asset"_s, tr("Film"), Icon::Film, Place::Hidden, false, u"library"_s}, m_asset);
    addPage({u"firstrun"_s, tr("Welcome"), Icon::Reel, Place::Hidden, true, {}}, m_firstRun);
    addPage({u"revoked"_s, tr("Revoked"), Icon::Desktop, Place::Hidden, true, {}}, m_revoked);
    addPage({u"openlink"_s, tr("Open a film link"), Icon::Link, Place::Hidden, true, {}}, m_openLink);
    addPage({u"player"_s, tr("Player"), Icon::Play, Place::Hidden, true, {}}, m_player);
    connect(m_settingsPage, &SettingsPage::shortcutsRequested, this, &MainWindow::showShortcuts);
    connect(m_settingsPage, &SettingsPage::keysRequested, this, &MainWindow::editShortcuts);
    connect(m_settingsPage, &SettingsPage::sheetRequested, this, &MainWindow::openSheet);
    connect(m_settingsPage, &SettingsPage::told, this,
            [this](const QString& words) { toasts()->show(words, Icon::Globe); });
}

void AppWindow::connectPages() {
    connect(m_firstRun, &FirstRunPage::openLinkRequested, this, [this]() { openLink({}); });

    connect(m_libraryPage, &LibraryPage::createRequested, this, [this]() { showPage(u"create"_s); });
    connect(m_libraryPage, &LibraryPage::sampleRequested, this, [this]() {
        showPage(u"create"_s);
        m_create->importSample();
    });
    connect(m_libraryPage, &LibraryPage::openLinkRequested, this, [this]() { openLink({}); });
    connect(m_libraryPage, &LibraryPage::filmRequested, this, &AppWindow::showFilm);
    connect(m_libraryPage, &LibraryPage::playRequested, this, &AppWindow::playFilm);
    connect(m_libraryPage, &LibraryPage::playSeveralRequested, this, &AppWindow::playFilms);
    connect(m_libraryPage, &LibraryPage::unlockRequested, this, &AppWindow::unlock);

    connect(m_create, &CreatePage::unlockRequested, this, &AppWindow::unlock);
    connect(m_create, &CreatePage::playRequested, this, &AppWindow::playFile);
    connect(&m_engine, &Engine::jobAdded, this, [this](const QString& id) {
        // Jobs of an earlier start are announced, too; only a new one leads to its page, and nobody is led
        // away from another draft.
        if (currentPage() == u"create"_s && m_engine.isQueued(id) && !m_create->showsDetails())
            showPage(u"publish"_s);
    });
    connect(m_publish, &PublishPage::createRequested, this, [this]() { showPage(u"create"_s); });
    connect(m_publish, &PublishPage::unlockRequested, this, &AppWindow::unlock);
    connect(m_publish, &PublishPage::filmRequested, this, &AppWindow::showFilm);
    connect(m_publish, &PublishPage::countChanged, this,
            [this](int jobs, int attention) { rail()->setCount(u"publish"_s, jobs, attention); });
    connect(m_publish, &PublishPage::published, this, [this](const QString& title, const QString& link) {
        toasts()->show(tr("%1 is published").arg(title), Icon::Check, tr("Copy link"),
                       [link]() { QGuiApplication::clipboard()->setText(link); });
        Q_EMIT published(title, link);
    });
    new JobAttendant(m_engine, m_settings, *m_publish, *this);
    connect(m_keys, &KeysPage::unlockRequested, this, &AppWindow::unlock);
    connect(m_keys, &KeysPage::joinRequested, this, &AppWindow::showJoin);
    connect(m_keys, &KeysPage::rejoinRequested, &m_engine, &Engine::renewDevice);
    connect(m_asset, &AssetPage::unlockRequested, this, &AppWindow::unlock);
    connect(m_asset, &AssetPage::backRequested, this, &AppWindow::goBack);
    connect(m_asset, &AssetPage::playRequested, this, &AppWindow::playFilm);
    connect(m_openLink, &OpenLinkPage::backRequested, this, &AppWindow::goBack);
    connect(m_openLink, &OpenLinkPage::watchRequested, this, [this](const QString& link) {
        showPage(u"player"_s);
        m_player->openFilm(link, m_openLink->still());
    });
    connect(m_player, &PlayerPage::backRequested, this, &AppWindow::goBack);
    connect(m_player, &PlayerPage::renewRequested, this, [this]() {
        const QString link = m_player->link();
        showFilm(link);
        m_offline->take(link);
    });
    tellOfKeptFilms(*m_offline, *this);
    connect(m_player, &PlayerPage::refused, this, &AppWindow::refuse);
    connect(m_player, &PlayerPage::recordRequested, this, [this]() { showPage(u"activity"_s); });
}

void AppWindow::connectWindow() {
    connect(this, &MainWindow::newFilmRequested, this, [this]() {
        if (m_engine.readiness() == Engine::Readiness::FirstRun) return;
        m_create->startOver();
        showPage(u"create"_s);
    });
    connect(this, &MainWindow::openFileRequested, this, [this]() {
        if (m_engine.readiness() == Engine::Readiness::FirstRun) return;
        showPage(u"create"_s);
        m_create->chooseFile();
    });
    connect(this, &MainWindow::openLinkRequested, this, [this]() { openLink({}); });
    connect(this, &MainWindow::findRequested, this, [this]() {
        if (currentPage() == u"activity"_s) {
            m_activity->find();
            return;
        }
        if (currentPage() == u"settings"_s) {
            m_settingsPage->find();
            return;
        }
        if (currentPage() == u"player"_s) {
            m_player->find();
            return;
        }
        showPage(u"library"_s);
        m_libraryPage->find();
    });
    connect(this, &MainWindow::refreshRequested, this, [this]() {
        m_engine.start();
        if (currentPage() == u"activity"_s) m_activity->refresh();
    });
    connect(this, &MainWindow::filesDropped, this, [this](const QStringList& paths) {
        if (currentPage() == u"player"_s) {
            if (!playerPage()->addSubtitles(paths.value(0))) playFiles(paths);
            return;
        }
        showPage(u"create"_s);
        m_create->importFiles(paths);
    });
    connect(this, &MainWindow::linkDropped, this, &AppWindow::openLink);
    setDropAnswer([this](const QStringList& paths) -> std::pair<QString, QString> {
        if (m_engine.readiness() == Engine::Readiness::FirstRun)
            return {{}, tr("Create your identity first")};
        if (currentPage() == u"player"_s && isTextFile(paths.value(0)))
            return {tr("Let go to show these subtitles"), QFileInfo(paths.value(0)).fileName()};
        if (paths.size() == 1 && !packageOf(paths.front()).isEmpty())
            return {tr("Let go to play this film"), QFileInfo(paths.front()).fileName()};
        if (currentPage() == u"player"_s && paths.size() > 1)
            return {tr("Let go to play %1 films").arg(paths.size()), tr("One after the other")};
        if (const QFileInfo only(paths.value(0)); currentPage() == u"player"_s && only.isDir())
            return {tr("Let go to play the films in %1").arg(only.fileName()), tr("One after the other")};
        if (currentPage() == u"player"_s && isFilmPlaylist(paths.value(0)))
            return {tr("Let go to play the films in %1").arg(QFileInfo(paths.value(0)).fileName()),
                    tr("One after the other")};
        if (currentPage() == u"player"_s)
            return {tr("Let go to play this file"), QFileInfo(paths.value(0)).fileName()};
        if (paths.size() > 1) return {tr("Let go to start %1 films").arg(paths.size()), tr("One draft each")};
        if (const QFileInfo only(paths.value(0)); only.isDir())
            return {tr("Let go to start the films in %1").arg(only.fileName()), tr("One draft each")};
        return {tr("Let go to start a new film"), QFileInfo(paths.value(0)).fileName()};
    });
    setMoreCommands([this]() { return moreCommands(); });
    setCloseGuard([this]() { return mayClose(); });
}

void AppWindow::addCommands() {
    const QString create = tr("Create and Publish");
    const auto paste = [this]() {
        // A field that has the focus takes what is pasted itself.
        const QStringList files = DropZone::localFiles(QGuiApplication::clipboard()->mimeData());
        if (!files.isEmpty() && m_engine.readiness() != Engine::Readiness::FirstRun) {
            Q_EMIT filesDropped(files);
            return;
        }
        if (const QString link = OpenLinkPage::linkOnClipboard(); !link.isEmpty()) openLink(link);
    };
    addAct({u"film.paste"_s, tr("Start the films that were copied, or open a copied link"),
            QKeySequence::keyBindings(QKeySequence::Paste), paste, Icon::Copy, false, create});
    const auto copy = [this]() {
        if (currentPage() == u"asset"_s) m_asset->copyLink();
        if (currentPage() == u"publish"_s) m_publish->copyNewestLink();
    };
    addAct({kCopyLink,
            tr("Copy the link of a film"),
            {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
            copy,
            Icon::Copy,
            false,
            create,
            true});
    const auto lock = [this]() {
        if (m_engine.readiness() == Engine::Readiness::Ready) m_engine.lock();
    };
    addAct({kLock, tr("Lock now"), {Qt::CTRL | Qt::SHIFT | Qt::Key_L}, lock, Icon::Lock, false, {}, true});
    const auto showFindKeys = [this]() { m_libraryPage->setFindKeys(shortcuts().capsOf(u"find"_s)); };
    showFindKeys();
    connect(&shortcuts(), &Shortcuts::changed, this, showFindKeys);
}

void AppWindow::followReadiness(Engine::Readiness readiness) {
    using enum Engine::Readiness;
    if (m_engine.person()) rail()->identityCard()->setName(toQString(m_engine.person()->displayName));
    setPagesReachable(readiness != FirstRun && readiness != KeyLost && readiness != Revoked);
    if (currentPage() == u"revoked"_s && readiness != Revoked && readiness != FirstRun &&
        readiness != KeyLost)
        goHome();
    switch (readiness) {
        case FirstRun:
        case KeyLost:
            // Only these two lead to first run: a keyring that is locked or silent never does.
            if (currentPage() != u"openlink"_s) showPage(u"firstrun"_s);
            clearHistory();
            if (m_waiting.isLink()) open(std::exchange(m_waiting, {}));
            break;
        case Locked:
            if (currentPage() == u"firstrun"_s) goHome();
            showLocked();
            break;
        case Revoked:
            showPage(u"revoked"_s);
            clearHistory();
            break;
        case Ready:
            m_toldLocked = false;
            if (m_lockedSheet) m_lockedSheet->accept();
            if (currentPage() == u"firstrun"_s) goHome();
            m_devices->readLoans();
            open(std::exchange(m_waiting, {}));
            break;
        default:
            if (currentPage() == u"firstrun"_s) goHome();
            break;
    }
    followHealth();
}

void AppWindow::followHealth() {
    const HealthWords words = healthOf(m_engine);
    rail()->identityCard()->setHealth(words.word, words.tone);
    health()->setEntries(words.entries, QTime::currentTime().toString(u"HH:mm"_s));
}

QList<Command> AppWindow::moreCommands() {
    QList<Command> commands;
    if (m_engine.readiness() == Engine::Readiness::FirstRun) return commands;
    for (const auto& entry : m_engine.library()) {
        const QString link = toQString(entry.link);
        commands << Command{u"film."_s + link,
                            toQString(entry.title),
                            tr("Film"),
                            Icon::Film,
                            {},
                            [this, link]() { showFilm(link); }};
    }
    for (const Draft& draft : m_drafts.drafts())
        commands << Command{u"draft."_s + draft.id,
                            draft.title.isEmpty() ? tr("Untitled film") : draft.title,
                            tr("Draft"),
                            Icon::Pencil,
                            {},
                            [this, id = draft.id]() {
                                showPage(u"create"_s);
                                m_create->openDraft(id);
                            }};
    if (m_trash->count() > 0)
        commands << Command{u"trash"_s, tr("Trash"), tr("Act"), Icon::Trash, {}, [this]() { showTrash(); }};
    const bool ready = m_engine.readiness() == Engine::Readiness::Ready;
    if (ready)
        commands << Command{kLock,
                            tr("Lock now"),
                            tr("Act"),
                            Icon::Lock,
                            shortcuts().capsOf(kLock),
                            [this]() { m_engine.lock(); }};
    if (ready && !m_engine.queue().order().empty()) {
        commands << Command{u"queue.pauseAll"_s,
                            tr("Pause all jobs"),
                            tr("Act"),
                            Icon::Pause,
                            {},
                            [this]() { m_publish->pauseAll(); }};
        commands << Command{u"queue.resumeAll"_s,
                            tr("Resume all jobs"),
                            tr("Act"),
                            Icon::Play,
                            {},
                            [this]() { m_publish->resumeAll(); }};
    }
    if (m_engine.readiness() == Engine::Readiness::Locked)
        commands << Command{u"go.unlock"_s, tr("Unlock"), tr("Act"),
                            Icon::Unlock,   {},           [this]() { unlock(); }};
    if (currentPage() == u"asset"_s)
        commands << Command{kCopyLink,  tr("Copy the link of this film"), tr("Act"),
                            Icon::Copy, shortcuts().capsOf(kCopyLink),    [this]() { m_asset->copyLink(); }};
    return commands;
}

void AppWindow::unlock() {
    m_engine.unlockKeyring();
}

void AppWindow::goHome() {
    showPage(u"library"_s);
    clearHistory();
}

void AppWindow::goBack() {
    const QString from = currentPage();
    back();
    // A page that lives only while it has something to show is passed over on the way back.
    while (canGoBack() && (currentPage() == u"player"_s || currentPage() == from))
        back();
    if (currentPage() == from || currentPage() == u"player"_s) {
        if (m_engine.readiness() == Engine::Readiness::FirstRun)
            showPage(u"firstrun"_s);
        else
            goHome();
        clearHistory();
    }
}

void AppWindow::showFilm(const QString& link) {
    m_asset->showFilm(link);
    showPage(u"asset"_s);
}

void AppWindow::playFilm(const QString& link) {
    showPage(u"player"_s);
    m_player->openFilm(link);
}

void AppWindow::playFile(const QString& path) {
    showPage(u"player"_s);
    m_player->openFile(path);
}

void AppWindow::playFiles(const QStringList& paths) {
    showPage(u"player"_s);
    m_player->openFiles(paths);
}

void AppWindow::playFilms(const QStringList& links) {
    showPage(u"player"_s);
    m_player->openFilms(links);
}

void AppWindow::openLink(const QString& link) {
    const QString wanted = link.isEmpty() ? OpenLinkPage::linkOnClipboard() : link;
    const bool plays = m_engine.readiness() == Engine::Readiness::Ready && m_openLink->isKnown(wanted);
    // A link that was only found on the clipboard may be an old one: the way back leads to the field.
    if (!plays || link.isEmpty()) {
        showPage(u"openlink"_s);
        m_openLink->showLink(wanted);
    }
    if (plays) playFilm(wanted);
}

void AppWindow::refuse(const QString& link, const Error& error, const studio::OpenReport& report) {
    goBack();
    if (currentPage() != u"openlink"_s) {
        showPage(u"openlink"_s);
        m_openLink->showLink(link);
    }
    m_openLink->showRefusal(link, error, report);
}

void AppWindow::open(const Wish& wish) {
    if (wish.isEmpty()) return;
    const auto readiness = m_engine.readiness();
    if (readiness != Engine::Readiness::Ready &&
        !(wish.isLink() && readiness == Engine::Readiness::FirstRun)) {
        m_waiting = wish;
        return;
    }
    if (wish.isLink()) return openLink(wish.targets.front());
    if (wish.play) return playFiles(wish.targets);
    showPage(u"create"_s);
    m_create->importFiles(wish.targets);
}

void AppWindow::endNow() {
    m_closing = true;
    close();
    QCoreApplication::exit(0);
}

}  // namespace keyreel::ui
