#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include "ui/models/engine_desk.h"
#include "ui/models/film_intake.h"
#include "ui/models/watch_ledger.h"

namespace keyreel::ui {

/// One folder whose new videos become drafts as soon as they are completely written. Nothing is ever
/// published by it. What lies in the folder when it is chosen is not new; what comes while the program is
/// closed is, at the next start. The folder itself, not what is below it. GUI thread.
class WatchFolder : public QObject {
    Q_OBJECT
public:
    /// Kept in `watch.json` of the profile. `settings` may be null.
    WatchFolder(Engine& engine, DraftStore& drafts, const SettingsTable* settings,
                const PresetStore* presets = nullptr, QObject* parent = nullptr);

    /// Empty: none.
    [[nodiscard]] const QString& folder() const { return m_ledger.folder(); }
    /// False while the folder cannot be read, for example because its disk is not there.
    [[nodiscard]] bool isThere() const { return m_isThere; }
    /// Empty: no folder any more.
    void setFolder(const QString& folder);
    /// How often it looks while something is being written there; a file counts as written when it has not
    /// changed for twice as long.
    void setRhythm(std::chrono::milliseconds rhythm);

Q_SIGNALS:
    /// Another folder, or it came or went.
    void changed();
    void draftMade(const QString& id);
    /// All that was new became drafts, or did not.
    void taken(const keyreel::ui::IntakeReport& report);
    /// A video that was seen before has another name now.
    void renamed(const QString& from, const QString& to);
    /// What was seen cannot be kept, so that it may be taken again.
    void failed(const keyreel::Error& error);

private:
    void look();
    void take(const std::optional<std::vector<WatchedFile>>& files);
    void keep();

    EngineDesk m_desk;
    FilmIntake m_intake;
    WatchLedger m_ledger;
    std::filesystem::path m_file;
    QFileSystemWatcher m_watcher;
    QTimer m_next;
    std::chrono::milliseconds m_rhythm{2000};
    quint64 m_choice = 0;  ///< Looks at a folder of before count for nothing.
    bool m_isLooking = false;
    bool m_lookAgain = false;
    bool m_isThere = true;
};

}  // namespace keyreel::ui
