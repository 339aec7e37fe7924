#include "ui/models/watch_folder.h"

#include "core/base/file.h"

namespace keyreel::ui {
namespace {

constexpr std::uint64_t kMaxFile = 8U << 20;
/// While nothing is on its way: not every file system tells of new files.
constexpr int kIdleFactor = 8;

WatchLedger::Time nowOf() {
    return std::chrono::duration_cast<WatchLedger::Time>(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace

WatchFolder::WatchFolder(Engine& engine, DraftStore& drafts, const SettingsTable* settings,
                         const PresetStore* presets, QObject* parent)
    : QObject(parent),
      m_desk(engine, *this),
      m_intake(engine, drafts, settings, presets),
      m_file(engine.places().profile / "watch.json") {
    if (const auto kept = readFile(m_file, kMaxFile)) m_ledger = WatchLedger::fromJson(*kept);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &WatchFolder::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &WatchFolder::look);
    connect(&m_intake, &FilmIntake::draftMade, this, &WatchFolder::draftMade);
    connect(&m_intake, &FilmIntake::finished, this, &WatchFolder::taken);
    if (!folder().isEmpty()) m_next.start(m_rhythm);
}

void WatchFolder::setFolder(const QString& folder) {
    if (folder == m_ledger.folder()) return;
    ++m_choice;
    m_ledger.begin(folder);
    m_isThere = true;
    if (!m_watcher.directories().isEmpty()) m_watcher.removePaths(m_watcher.directories());
    m_next.stop();
    keep();
    Q_EMIT changed();
    look();
}

void WatchFolder::setRhythm(std::chrono::milliseconds rhythm) {
    m_rhythm = rhythm;
    if (m_next.isActive()) m_next.start(m_rhythm);
}

void WatchFolder::look() {
    if (folder().isEmpty()) return;
    m_lookAgain = m_isLooking;
    if (m_isLooking) return;
    m_isLooking = true;
    m_desk.runAlone(
        [folder = folder()]() -> Result<std::optional<std::vector<WatchedFile>>> {
            return watchedFilesIn(folder);
        },
        [this, choice = m_choice](const Result<std::optional<std::vector<WatchedFile>>>& files) {
            m_isLooking = false;
            if (choice == m_choice && !folder().isEmpty()) take(files.value_or(std::nullopt));
            if (choice != m_choice || m_lookAgain) look();
        });
}

void WatchFolder::take(const std::optional<std::vector<WatchedFile>>& files) {
    if (std::exchange(m_isThere, files.has_value()) != files.has_value()) Q_EMIT changed();
    if (files) {
        if (m_watcher.directories().isEmpty()) m_watcher.addPath(folder());
        const auto news = m_ledger.note(*files, nowOf(), 2 * m_rhythm);
        const auto pathOf = [this](const QString& name) { return folder() + QLatin1Char('/') + name; };
        // Kept first: a video that is taken twice would be two drafts after the first was removed.
        if (news.hasChanged) keep();
        for (const auto& [from, to] : news.renamed)
            Q_EMIT renamed(pathOf(from), pathOf(to));
        QStringList paths;
        for (const QString& name : news.complete)
            paths.append(pathOf(name));
        m_intake.add(paths);
    }
    m_next.start(m_ledger.isWaiting() ? m_rhythm : m_rhythm * kIdleFactor);
}

void WatchFolder::keep() {
    if (const Status kept = writeFileAtomically(m_file, m_ledger.toJson()); !kept)
        Q_EMIT failed(kept.error());
}

}  // namespace keyreel::ui
