#include "ui/pages/player_list.h"

#include <QPointer>
#include <utility>

#include "ui/shell/toast_host.h"
#include "ui/widgets/film_list_panel.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/transport_bar.h"
#include "ui/widgets/up_next_card.h"

namespace keyreel::ui {

PlayerList::PlayerList(player::Player& player, TransportBar& bar, FilmListPanel& panel, UpNextCard& card,
                       KeyFeedback& feedback, ToastHost& toasts, QObject* parent)
    : QObject(parent),
      m_player(player),
      m_bar(bar),
      m_panel(panel),
      m_card(card),
      m_feedback(feedback),
      m_toasts(toasts) {
    connectPanel();
    connect(&m_bar, &TransportBar::partRequested, this, [this](TransportBar::Part part) {
        if (part == TransportBar::Part::Previous) go(-1);
        if (part == TransportBar::Part::Next) go(1);
    });
    connect(&m_card, &UpNextCard::accepted, this, [this]() { go(1); });
    connect(&m_player, &player::Player::stateChanged, this, &PlayerList::followState);
    follow();
}

void PlayerList::connectPanel() {
    connect(&m_panel, &FilmListPanel::chosen, this, [this](int row) { goTo(row); });
    connect(&m_panel, &FilmListPanel::moveRequested, this, [this](int from, int to) {
        m_list.move(from, to);
        follow();
    });
    connect(&m_panel, &FilmListPanel::removeRequested, this, [this](int row) { remove(row); });
}

void PlayerList::open(QList<ListedFilm> films) {
    ++m_lists;
    m_list = WatchList(std::move(films));
    follow();
    if (!m_list.films().isEmpty()) goTo(0);
}

void PlayerList::clear() {
    ++m_lists;
    m_list = {};
    follow();
}

void PlayerList::go(int by) {
    if (!isOn()) return;
    if (const auto place = m_list.after(by))
        goTo(*place);
    else
        m_feedback.show(by > 0 ? tr("This is the last film of the list")
                               : tr("This is the first film of the list"));
}

void PlayerList::goTo(qsizetype place) {
    m_list.setNow(place);
    follow();
    Q_EMIT wanted(ListedFilm(m_list.films()[m_list.now()]));
}

void PlayerList::remove(qsizetype place) {
    if (place < 0 || place >= m_list.films().size()) return;
    const ListedFilm film = m_list.films()[place];
    if (!m_list.remove(place)) return;
    follow();
    // Into the same list only: who has gone on to another one wants no film of this one in it.
    m_toasts.show(tr("%1 is off the list").arg(film.title), Icon::Trash, tr("Undo"),
                  [self = QPointer(this), place, film, number = m_lists]() {
                      if (!self || self->m_lists != number) return;
                      self->m_list.insert(place, film);
                      self->follow();
                  });
}

void PlayerList::follow() {
    QList<FilmListPanel::Row> rows;
    for (const ListedFilm& film : m_list.films())
        rows.append({film.title, film.note});
    m_panel.setRows(std::move(rows), static_cast<int>(m_list.now()));
    if (!isOn()) m_panel.dismiss();
    if (m_card.isVisible()) showNext();
    m_bar.setList(isOn(), canGo(-1), canGo(1));
    Q_EMIT changed();
}

void PlayerList::followState(player::PlayerState state) {
    if (state == player::PlayerState::Ended)
        showNext();
    else
        m_card.dismiss();
}

void PlayerList::showNext() {
    if (!canGo(1)) return m_card.dismiss();
    const ListedFilm& next = m_list.films()[*m_list.after(1)];
    m_card.begin(next.title, next.note);
}

bool PlayerList::act(const PlayerKey& key) {
    if (key.act != PlayerKey::Act::Next || !isOn()) return false;
    go(static_cast<int>(key.amount));
    return true;
}

}  // namespace keyreel::ui
