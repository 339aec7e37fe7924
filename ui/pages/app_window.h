#pragma once

#include "ui/models/draft_store.h"
#include "ui/models/engine.h"
#include "ui/models/library_model.h"
#include "ui/models/wish.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_table.h"

namespace keyreel::ui {

class ActivityPage;
class AssetPage;
class CreatePage;
class Devices;
class FirstRunPage;
class KeysPage;
class LibraryPage;
class OfflineFilms;
class OpenLinkPage;
class PlayerPage;
class Proofs;
class Sales;
class PublishPage;
class RevokedPage;
class SettingsPage;
class Sheet;
class Trash;

/// The whole window: the shell, the engine and every page, and the ways between them. The engine outlives it.
class AppWindow : public MainWindow {
    Q_OBJECT
public:
    AppWindow(Engine& engine, SettingsTable& settings, QWidget* parent = nullptr);
    ~AppWindow() override;

    /// From the command line or from another start; waits until the person's keys are at hand.
    void open(const Wish& wish);
    void openLink(const QString& link);
    void playFilm(const QString& link);
    /// A video file that nobody protected, as it is.
    void playFile(const QString& path);
    /// Several, one after the other; of folders, the films in them.
    void playFiles(const QStringList& paths);
    void playFilms(const QStringList& links);
    /// Closes and ends the event loop without asking: the system said so. What runs goes on at the next
    /// start.
    void endNow();

    [[nodiscard]] CreatePage* createPage() const { return m_create; }
    [[nodiscard]] PlayerPage* playerPage() const { return m_player; }
    [[nodiscard]] OpenLinkPage* openLinkPage() const { return m_openLink; }
    [[nodiscard]] AssetPage* assetPage() const { return m_asset; }

Q_SIGNALS:
    void published(const QString& title, const QString& link);

private:
    void addPages(SettingsTable& settings);
    void connectPages();
    void connectWindow();
    void addHelp();
    void addCommands();
    void followReadiness(Engine::Readiness readiness);
    void followHealth();
    QList<Command> moreCommands();
    void showLocked();
    void connectProofs();
    void connectSales();
    void saveOrder(const QString& link, const QString& title);
    void openOrder(const QString& link);
    void connectTrash();
    void showTrash();
    void saveProof(const QString& proof, const QString& title);
    void openProof();
    void showJoin();
    /// Somebody who had added this computer has taken it back: said once.
    void showTakenBack();
    void unlock();
    void goBack();
    void goHome();
    void showFilm(const QString& link);
    void refuse(const QString& link, const Error& error, const studio::OpenReport& report);
    bool mayClose();

    Engine& m_engine;
    SettingsTable& m_settings;
    LibraryModel m_library;
    DraftStore m_drafts;
    Devices* m_devices;
    OfflineFilms* m_offline;
    Proofs* m_proofs;
    Sales* m_sales;
    Trash* m_trash;
    FirstRunPage* m_firstRun;
    LibraryPage* m_libraryPage;
    CreatePage* m_create;
    PublishPage* m_publish;
    ActivityPage* m_activity;
    KeysPage* m_keys;
    RevokedPage* m_revoked;
    SettingsPage* m_settingsPage;
    AssetPage* m_asset;
    OpenLinkPage* m_openLink;
    PlayerPage* m_player;
    QPointer<Sheet> m_lockedSheet;
    Wish m_waiting;  ///< Until the keys are at hand.
    bool m_toldLocked = false;
    bool m_toldTakenBack = false;
    bool m_closing = false;
};

}  // namespace keyreel::ui
