// The window's acts: one table for their keys, the sheet of shortcuts and the palette.
#include <QAction>

#include "ui/shell/identity_card.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/sheet.h"
#include "ui/shell/shortcut_editor.h"
#include "ui/shell/shortcut_sheet.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

const QString kSettings = u"settings"_s;
const QString kGo = u"go."_s;

}  // namespace

void MainWindow::addActs() {
    const auto ctrl = [](Qt::Key key) { return QKeySequence(Qt::CTRL | key); };
    const auto settings = [this] {
        if (m_pagesReachable) showPage(kSettings);
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
    addAct({u"find"_s,
            tr("Find here"),
            {ctrl(Qt::Key_F), Qt::Key_Slash},
            [this] { Q_EMIT findRequested(); },
            Icon::Search});
    addAct({kGo + kSettings, tr("Settings"), {ctrl(Qt::Key_Comma)}, settings, Icon::Settings, false});
    addAct({u"go.back"_s, tr("Back"), {Qt::ALT | Qt::Key_Left}, [this] { back(); }, Icon::ArrowLeft});
    addAct({u"regions"_s, tr("Next region"), {Qt::Key_F6}, [this] { nextRegion(); }, Icon::None, false});
    addAct({u"refresh"_s,
            tr("Try again, refresh"),
            {Qt::Key_F5},
            [this] { Q_EMIT refreshRequested(); },
            Icon::Retry});
    addAct({u"fullScreen"_s,
            tr("Full screen"),
            {Qt::Key_F11},
            [this] { setFullScreen(!isFullScreen()); },
            Icon::FullScreen});
    addAct({u"help.shortcuts"_s,
            tr("All shortcuts"),
            {Qt::Key_F1, Qt::Key_Question},
            [this] { showShortcuts(); },
            Icon::Keyboard});
    addAct({u"shortcuts.edit"_s, tr("Change shortcuts"), {}, [this] { editShortcuts(); }, Icon::Keyboard});
    addAct({u"window.close"_s,
            tr("Quit"),
            {ctrl(Qt::Key_Q), ctrl(Qt::Key_W)},
            [this] { close(); },
            Icon::Logout});
}

void MainWindow::addAct(const GlobalAct& act) {
    auto* action = new QAction(this);
    action->setObjectName(act.id);
    action->setShortcutContext(Qt::WindowShortcut);
    addAction(action);
    m_shortcuts->add({act.id, act.group.isEmpty() ? tr("Everywhere") : act.group, act.title, act.keys});
    m_shortcuts->bind(action, act.id);
    const bool isPalette = act.id == u"palette"_s;
    connect(action, &QAction::triggered, this,
            [this, isPalette, underSheets = act.underSheets, run = act.act] {
                if (hasSheet() && !underSheets) return;
                if (!isPalette) m_palette->dismiss();
                run();
            });
    if (act.inPalette) m_acts << act;
}

void MainWindow::openPalette() {
    if (hasSheet()) return;
    if (m_palette->isOpen()) {
        m_palette->dismiss();
        return;
    }
    m_health->hide();
    QList<Command> commands;
    const auto addPageCommand = [&](const PageSpec& spec) {
        commands << Command{u"page."_s + spec.id,
                            spec.title,
                            tr("Page"),
                            spec.icon,
                            m_shortcuts->capsOf(kGo + spec.id),
                            [this, id = spec.id] { showPage(id); }};
    };
    if (m_pagesReachable) {
        for (const QString& id : m_railOrder)
            addPageCommand(m_specs.value(id));
        for (const PageSpec& spec : m_specs)
            if (spec.place == PageSpec::Place::Foot) addPageCommand(spec);
    }
    if (m_moreCommands) commands << m_moreCommands();
    for (const GlobalAct& act : m_acts)
        commands << Command{act.id, act.title, tr("Act"), act.icon, m_shortcuts->capsOf(act.id), act.act};
    m_palette->open(std::move(commands));
}

void MainWindow::addShortcutHelp(const QString& group, const QString& what, const QStringList& keys) {
    m_help << Help{group, what, keys};
}

void MainWindow::showShortcuts() {
    if (hasSheet()) return;
    QList<ShortcutLine> lines;
    for (const Shortcuts::Command& command : m_shortcuts->commands())
        if (const QStringList caps = m_shortcuts->allCapsOf(command.id); !caps.isEmpty())
            lines << ShortcutLine{command.group, command.words, caps};
    for (const Help& help : m_help)
        lines << ShortcutLine{help.group, help.what, help.keys};
    Sheet* sheet = makeShortcutSheet(lines);
    connect(sheet, &Sheet::accepted, this, &MainWindow::editShortcuts);
    openSheet(sheet);
}

void MainWindow::editShortcuts() {
    if (!hasSheet()) openSheet(makeShortcutEditor(*m_shortcuts, *m_toasts));
}

}  // namespace keyreel::ui
