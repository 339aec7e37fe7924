// Several films in the player: where they come from, and what is seen of their list.

#include <QDir>
#include <QFileInfo>
#include <utility>

#include "ui/models/film_playlist.h"
#include "ui/models/formats.h"
#include "ui/pages/opening_card.h"
#include "ui/pages/player_list.h"
#include "ui/pages/player_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/film_list_panel.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/transcript_panel.h"
#include "ui/widgets/up_next_card.h"

namespace keyreel::ui {
namespace {

constexpr int kCardAboveBar = 12;
constexpr int kCardWidth = 344;

}  // namespace

void PlayerPage::connectList() {
    connect(m_list, &PlayerList::wanted, this, &PlayerPage::openListed);
    connect(m_bar, &TransportBar::partRequested, this, [this](TransportBar::Part part) {
        if (part == TransportBar::Part::List) toggleList();
    });
    connect(m_listPanel, &FilmListPanel::closed, this, &PlayerPage::arrange);
    connect(m_opening, &OpeningCard::nextRequested, this, [this]() { m_list->go(1); });
    connect(m_list, &PlayerList::changed, this, [this]() {
        m_opening->setNext(m_list->canGo(1));
        placeUpNext();
    });
}

void PlayerPage::openListed(const ListedFilm& film) {
    if (film.link.isEmpty())
        startFile(film.file);
    else
        start(film.link, {});
}

void PlayerPage::openFilms(const QStringList& links) {
    if (links.size() == 1) return openFilm(links.front());
    closeFilm();
    QList<ListedFilm> films;
    for (const QString& link : links) {
        const auto* entry = m_library.entry(link);
        if (entry == nullptr) continue;
        QStringList note{toQString(entry->creatorName),
                         format::clock(static_cast<qint64>(entry->durationMs))};
        note.removeAll(QString());
        films.append({link, {}, toQString(entry->title), note.join(QStringLiteral(" · "))});
    }
    m_list->open(std::move(films));
}

void PlayerPage::openFiles(const QStringList& paths) {
    const bool several =
        paths.size() != 1 || QFileInfo(paths.front()).isDir() || isFilmPlaylist(paths.front());
    if (!several) return openFile(paths.front());
    m_search.request_stop();
    m_search = {};
    m_pool.start([this, paths, stop = m_search.get_token()]() {
        const QString package = paths.size() == 1 ? packageOf(paths.front()) : QString();
        const FoundFiles found = findFilms(package.isEmpty() ? paths : QStringList{package}, stop);
        QMetaObject::invokeMethod(
            this,
            [this, found, stop]() {
                if (!stop.stop_requested()) openList(found);
            },
            Qt::QueuedConnection);
    });
}

void PlayerPage::openList(const FoundFiles& found) {
    if (found.files.isEmpty()) {
        m_window.toasts()->show(tr("There is no film in it"), Icon::Info);
        return;
    }
    if (found.files.size() == 1) return openFile(found.files.front());
    closeFilm();
    QList<ListedFilm> films;
    for (const QString& path : found.files) {
        const QFileInfo file(path);
        films.append({{}, path, found.titles.value(path, file.completeBaseName()), file.dir().dirName()});
    }
    if (found.isCut)
        m_window.toasts()->show(tr("Only the first %1 films are in the list").arg(films.size()), Icon::Info);
    m_list->open(std::move(films));
}

void PlayerPage::toggleList() {
    if (m_listPanel->isVisible()) return m_listPanel->dismiss();
    if (!m_list->isOn()) return m_feedback->show(tr("This is the only film"));
    if (m_panel->isVisible()) togglePanel();
    m_transcriptPanel->dismiss();
    m_listPanel->show();
    arrange();
    m_listPanel->popUp();
    showControls();
}

void PlayerPage::placeUpNext() {
    const QSize card(kCardWidth, m_upNext->panelHint().height());
    m_upNext->setPanelGeometry(QRect(
        QPoint(m_bar->geometry().right() + 1 - card.width(), m_bar->y() - kCardAboveBar - card.height()),
        card));
}

}  // namespace keyreel::ui
