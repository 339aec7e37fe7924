// The window's acts: one table for their keys, the sheet of shortcuts and the palette.
#include <QAction>

#include "ui/shell/identity_card.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/sheet.h"
#include "ui/shell/shortcut_sheet.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

QKeySequence pageKey(int index) {
    return QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index));
}

QKeySequence settingsKey() {
    return QKeySequence(Qt::CTRL | Qt::Key_Comma);
}

}  // namespace

void MainWindow::addActs() {
    const auto ctrl = [](Qt::Key key) { return QKeySequence(Qt::CTRL | key); };
    for (int i = 0; i < 5; ++i) {
        const auto show = [this, i] {
            if (m_pagesReachable && i < m_railOrder.size()) showPage(m_railOrder.at(i));
        };
        addAct({u"go.page%1"_s.arg(i + 1), {}, {pageKey(i)}, show, Icon::None, false});
    }
    addShortcutHelp(tr("Everywhere"), tr("Library, Create, Publish, Activity, Keys"),
                    {tr("Ctrl"), u"1 … 5"_s});
    const auto settings = [this] {
        if (m_pagesReachable) showPage(u"settings"_s);
    };
    addAct({u"palette"_s,
            tr("Find anything"),
            {ctrl(Qt::Key_K)},
            [this] { openPalette(); },
            Icon::Search,
            false});
    addAct({u"film.new"_s,
            tr("New film"),
            {ctrl(Qt::Key_N)},
            [this] { Q_EMIT newFilmRequested(); },
            Icon::Plus});
    addAct({u"film.open"_s,
            tr("Open a file"),
            {ctrl(Qt::Key_O)},
            [this] { Q_EMIT openFileRequested(); },
            Icon::Folder});
    addAct({u"film.openLink"_s,
            tr("Open a film link"),
            {ctrl(Qt::Key_L)},
            [this] { Q_EMIT openLinkRequested(); },
            Icon::Link});
    addAct({u"find"_s, tr("Find here"), {ctrl(Qt::Key_F)}, [this] { Q_EMIT findRequested(); }, Icon::Search});
    addAct({u"go.settings"_s, tr("Settings"), {settingsKey()}, settings, Icon::Settings, false});
    addAct({u"go.back"_s,
            tr("Back"),
            {QKeySequence(Qt::ALT | Qt::Key_Left)},
            [this] { back(); },
            Icon::ArrowLeft});
    addAct({u"regions"_s,
            tr("Next region"),
            {QKeySequence(Qt::Key_F6)},
            [this] { nextRegion(); },
            Icon::None,
            false});
    addAct({u"refresh"_s,
            tr("Try again, refresh"),
            {QKeySequence(Qt::Key_F5)},
            [this] { Q_EMIT refreshRequested(); },
            Icon::Retry});
    addAct({u"fullScreen"_s,
            tr("Full screen"),
            {QKeySequence(Qt::Key_F11)},
            [this] { setFullScreen(!isFullScreen()); },
            Icon::FullScreen});
    addAct({u"help.shortcuts"_s,
            tr("All shortcuts"),
            {QKeySequence(Qt::Key_F1)},
            [this] { showShortcuts(); },
            Icon::Keyboard});
    addAct({u"window.close"_s,
            tr("Quit"),
            {ctrl(Qt::Key_Q), ctrl(Qt::Key_W)},
            [this] { close(); },
            Icon::Logout});
}

void MainWindow::addAct(GlobalAct act) {
    auto* action = new QAction(this);
    action->setObjectName(act.id);
    action->setShortcuts(act.keys);
    action->setShortcutContext(Qt::WindowShortcut);
    addAction(action);
    const bool isPalette = act.id == u"palette"_s;
    connect(action, &QAction::triggered, this, [this, isPalette, run = act.act] {
        // A sheet is modal: nothing behind it answers.
        if (hasSheet()) return;
        if (!isPalette) m_palette->dismiss();
        run();
    });
    if (!act.title.isEmpty()) addShortcutHelp(tr("Everywhere"), act.title, keyCaps(act.keys.first()));
    m_acts << std::move(act);
}

void MainWindow::openPalette() {
    if (hasSheet()) return;
    if (m_palette->isOpen()) {
        m_palette->dismiss();
        return;
    }
    m_health->hide();
    QList<Command> commands;
    const auto addPageCommand = [&](const PageSpec& spec, const QStringList& keys) {
        commands << Command{QStringLiteral("page.") + spec.id,     spec.title, tr("Page"), spec.icon, keys,
                            [this, id = spec.id] { showPage(id); }};
    };
    if (m_pagesReachable) {
        for (int i = 0; i < m_railOrder.size(); ++i)
            addPageCommand(m_specs.value(m_railOrder.at(i)), keyCaps(pageKey(i)));
        for (const PageSpec& spec : m_specs)
            if (spec.place == PageSpec::Place::Foot) addPageCommand(spec, keyCaps(settingsKey()));
    }
    if (m_moreCommands) commands << m_moreCommands();
    for (const GlobalAct& act : m_acts)
        if (act.inPalette)
            commands << Command{act.id, act.title, tr("Act"), act.icon, keyCaps(act.keys.first()), act.act};
    m_palette->open(std::move(commands));
}

void MainWindow::addShortcutHelp(const QString& group, const QString& what, const QStringList& keys) {
    m_help << Help{group, what, keys};
}

void MainWindow::showShortcuts() {
    if (hasSheet()) return;
    QList<ShortcutLine> lines;
    for (const Help& help : m_help)
        lines << ShortcutLine{help.group, help.what, help.keys};
    openSheet(makeShortcutSheet(lines));
}

}  // namespace keyreel::ui
