#pragma once

#include <QHash>
#include <QMainWindow>
#include <functional>

#include "ui/icons/icon.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/shortcuts.h"

class QStackedWidget;

namespace keyreel::ui {

class DropVeil;
class HealthPopover;
class NavigationRail;
class Sheet;
class SettingsTable;
class ToastHost;

/// How a page stands in the window.
struct PageSpec {
    enum class Place { Rail = 1, Foot, Hidden };
    /// Stable id, also the object name of the page: "library", "create", "publish", "activity", "keys",
    /// "settings".
    QString id;
    QString title;
    Icon icon = Icon::None;
    Place place = Place::Rail;
    /// Covers the whole window, without the rail (player, open link, first run).
    bool fullWindow = false;
    /// The rail item that stays selected while a hidden page shows ("library" for an asset).
    QString railParent;
};

/// The one window: rail, pages, toasts, sheets, drop veil, global keys. It knows pages as widgets and no
/// engine types.
///
/// Its keys are those of its Shortcuts, where pages add theirs; Esc alone is nobody's to change.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `settings` may be null (gallery, tests) and must outlive the window.
    explicit MainWindow(SettingsTable* settings = nullptr, QWidget* parent = nullptr);
    ~MainWindow() override;

    void addPage(const PageSpec& spec, QWidget* page);
    void showPage(const QString& id);
    QString currentPage() const { return m_current; }
    QWidget* page(const QString& id) const;
    /// Back to the page before; does nothing on the first.
    void back();
    bool canGoBack() const { return !m_history.isEmpty(); }
    /// Forgets where back leads to (after first run).
    void clearHistory() { m_history.clear(); }
    /// Whether keys and the palette lead to pages; before there is an identity they do not.
    void setPagesReachable(bool reachable) { m_pagesReachable = reachable; }

    NavigationRail* rail() const { return m_rail; }
    ToastHost* toasts() const { return m_toasts; }
    HealthPopover* health() const { return m_health; }
    CommandPalette* palette() const { return m_palette; }
    /// What the palette offers besides pages and the window's own acts (films, acts of the moment); asked
    /// each time it opens.
    void setMoreCommands(std::function<QList<Command>()> more) { m_moreCommands = std::move(more); }
    void openPalette();
    /// Opens a sheet over the whole window; the window owns it from here.
    void openSheet(Sheet* sheet);
    bool hasSheet() const;

    /// Where a window that was at `before` fits into `screen`: as large as it was if there is room, never
    /// smaller than `least`, and wholly visible if possible. Desktops differ in what they make of a
    /// remembered place, so the window decides.
    static QRect fittedWindow(const QRect& before, const QRect& screen, const QSize& least);
    void setFullScreen(bool on);
    /// Asked before the window closes; false keeps it open (a job would lose bytes).
    void setCloseGuard(std::function<bool()> guard) { m_closeGuard = std::move(guard); }
    /// Says what a drop of these files would do, for the veil: title and line. An empty title refuses the
    /// drop.
    using DropAnswer = std::function<std::pair<QString, QString>(const QStringList& paths)>;
    void setDropAnswer(DropAnswer answer) { m_dropAnswer = std::move(answer); }
    [[nodiscard]] Shortcuts& shortcuts() const { return *m_shortcuts; }
    /// Adds a line to the sheet of shortcuts (F1) for keys that are not to be chosen: "Cancel a job",
    /// {"Delete"}.
    void addShortcutHelp(const QString& group, const QString& what, const QStringList& keys);
    void showShortcuts();
    /// The sheet in which a person chooses keys.
    void editShortcuts();

Q_SIGNALS:
    void currentPageChanged(const QString& id);
    void filesDropped(const QStringList& paths);
    /// A keyreel:// or https:// link was dropped.
    void linkDropped(const QString& link);
    void newFilmRequested();
    void openFileRequested();
    void openLinkRequested();
    void findRequested();
    void refreshRequested();
    void fullScreenChanged(bool on);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void closeEvent(QCloseEvent*) override;
    void dragEnterEvent(QDragEnterEvent*) override;
    void dragLeaveEvent(QDragLeaveEvent*) override;
    void dropEvent(QDropEvent*) override;
    void changeEvent(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

    /// An act of the whole window: a command with keys, and its place in the palette.
    struct GlobalAct {
        QString id;
        QString title;
        QList<QKeySequence> keys;
        std::function<void()> act;
        Icon icon = Icon::None;
        bool inPalette = true;
        /// "Everywhere" if empty.
        QString group{};
        /// A sheet keeps others from answering, but not this one.
        bool underSheets = false;
    };
    void addAct(const GlobalAct& act);

private:
    struct Help {
        QString group;
        QString what;
        QStringList keys;
    };
    void addActs();
    void restoreWindow();
    void nextRegion();
    void switchTo(const QString& id);
    void arrange();
    void toggleHealth();

    SettingsTable* m_settings;
    Shortcuts* m_shortcuts;
    NavigationRail* m_rail;
    QStackedWidget* m_stack;
    ToastHost* m_toasts;
    HealthPopover* m_health;
    DropVeil* m_drop;
    CommandPalette* m_palette;
    QHash<QString, PageSpec> m_specs;
    QHash<QString, QWidget*> m_pages;
    QStringList m_railOrder;
    QStringList m_history;
    QString m_current;
    QList<Help> m_help;
    QList<GlobalAct> m_acts;
    std::function<QList<Command>()> m_moreCommands;
    bool m_pagesReachable = true;
    std::function<bool()> m_closeGuard;
    DropAnswer m_dropAnswer;
    bool m_wasMaximized = false;
};

}  // namespace keyreel::ui
