#pragma once

#include <QHash>
#include <QStackedWidget>

#include "ui/models/draft_store.h"
#include "ui/models/engine.h"
#include "ui/models/film_intake.h"
#include "ui/models/preset_store.h"

class QFileDialog;

namespace keyreel::ui {

class CreateStart;
class DraftDetails;
class KeyNodes;
class MainWindow;
class Sales;
class SettingsTable;
class Trash;
class WatchFolder;

/// A film begins here: files become drafts, one draft is shown with its details, and published. Drafts that
/// are removed can be brought back for a moment.
class CreatePage : public QStackedWidget {
    Q_OBJECT
public:
    /// `settings` may be null.
    CreatePage(Engine& engine, DraftStore& drafts, Trash& trash, const Sales& sales, SettingsTable* settings,
               MainWindow& window, QWidget* parent = nullptr);

    /// Starts a draft for each film among the files and in the folders; of a single one the details are
    /// shown.
    void importFiles(const QStringList& paths);
    void importSample();
    void chooseFile();
    /// Back to the drop zone.
    void startOver();
    /// Opens the publish sheet when the draft is ready.
    void publish();
    void openDraft(const QString& id);
    /// Writes what was changed last; before the window goes.
    void saveDraft();
    [[nodiscard]] bool showsDetails() const { return currentIndex() == 1; }
    [[nodiscard]] WatchFolder& watchFolder() { return *m_watch; }

Q_SIGNALS:
    /// A package of DASH or HLS was chosen, which is played as it is and not published.
    void playRequested(const QString& package);
    void unlockRequested();

private:
    [[nodiscard]] QFileDialog* videoDialog(const QString& title, const QStringList& others = {});
    void replaceFile();
    void showReading();
    void takeIn(const IntakeReport& report);
    /// What the watched folder brought: told, never opened by itself.
    void tellTaken(const IntakeReport& report);
    /// The video of a draft has another name now.
    void followFilm(const QString& from, const QString& to);
    void publishAll();
    void chooseNodes();
    void choosePreset();
    void choosePoster();
    /// Oldest first, without those whose job is being written.
    [[nodiscard]] QList<Draft> readyDrafts() const;
    [[nodiscard]] bool isAsked(const Draft& draft) const;
    void takeFilm(const QString& path, const std::shared_ptr<const InspectedFilm>& film);
    void refuse(const QString& path, const Error& error);
    /// By value: what is removed may be the draft that the id is read from.
    void remove(QString id);
    /// Shows a draft; its button waits while its job is being written.
    void showDraft(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film);
    [[nodiscard]] bool isShown(const Draft& draft) const;
    void letGo(const QString& jobId, quint64 publication);
    void keepBack(const Error& error, quint64 publication);
    /// Hands the draft to the engine, or says why it cannot be signed.
    void ask(const Draft& draft, const studio::Network& network);
    void sayRefused(const Draft& draft, const Error& error);
    /// Before a job is discarded, so that its film is never in neither place.
    Status keepDraft(const studio::JobReport& job);
    void bringBack(const studio::JobReport& job);
    void showStart();
    void showDetails();

    Engine& m_engine;
    DraftStore& m_drafts;
    Trash& m_trash;
    const Sales& m_sales;
    PresetStore m_presets;
    MainWindow& m_window;
    CreateStart* m_start;
    DraftDetails* m_details;
    KeyNodes* m_nodes;
    FilmIntake* m_intake;
    WatchFolder* m_watch;
    bool m_drawsSample = false;
    bool m_toldDamaged = false;  ///< Of the file of presets.
    /// Drafts whose job is being written, by what Engine::publish() returned: meanwhile the person may have
    /// another one open.
    QHash<quint64, Draft> m_asked;
    /// What became a job in this window, by the job's id: a cancelled one is a draft again.
    QHash<QString, Draft> m_onTheWay;
};

}  // namespace keyreel::ui
