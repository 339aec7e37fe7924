#include "ui/pages/player_quality.h"

#include <utility>

#include "ui/models/engine.h"
#include "ui/models/formats.h"
#include "ui/shell/settings_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/transport_bar.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

const QString kAuto = u"auto"_s;
const QString kOnly = u"only"_s;
constexpr int kAboveBar = 8;

QString lines(std::uint32_t height) {
    return u"%1p"_s.arg(height);
}

}  // namespace

PlayerQuality::PlayerQuality(player::Player& player, TransportBar& bar, PlayerMenu& menu,
                             KeyFeedback& feedback, SettingsTable* settings, QObject* parent)
    : QObject(parent),
      m_player(player),
      m_bar(bar),
      m_menu(menu),
      m_feedback(feedback),
      m_settings(settings) {
    using player::Player;
    connect(&m_player, &Player::opened, this, &PlayerQuality::follow);
    connect(&m_player, &Player::rungChanged, this, &PlayerQuality::follow);
    connect(&m_bar, &TransportBar::partRequested, this, [this](TransportBar::Part part) {
        if (part == TransportBar::Part::Quality) choose();
    });
    connect(&m_menu, &PlayerMenu::chosen, this, &PlayerQuality::take);
    follow();
}

void PlayerQuality::open(const QString& film, std::shared_ptr<adaptive::PictureCodings> ladder) {
    m_film = film;
    m_ladder = std::move(ladder);
    m_replaced = 0;
    if (m_ladder && m_settings) m_ladder->fix(rungOf(m_settings->filmChoices(film).quality));
    follow();
}

void PlayerQuality::close() {
    m_film.clear();
    m_ladder.reset();
    m_menu.hide();
    follow();
}

std::optional<std::size_t> PlayerQuality::rungOf(const QString& id) const {
    for (std::size_t i = 0; i < m_ladder->rungs().size(); ++i)
        if (toQString(m_ladder->rungs()[i].label) == id) return i;
    return std::nullopt;
}

QString PlayerQuality::shown() const {
    if (m_ladder) {
        // Whoever pauses and chooses is told what the next picture will be.
        const auto state = m_ladder->state();
        const auto rung = state.fixed ? state.fixed : m_player.rung();
        return rung && *rung < m_ladder->rungs().size() ? lines(m_ladder->rungs()[*rung].height) : QString();
    }
    const auto* picture = m_player.info().find(playback::TrackKind::Video);
    return picture ? lines(static_cast<std::uint32_t>(picture->height)) : QString();
}

QString PlayerQuality::text() const {
    const QString now = shown();
    if (!m_ladder || m_ladder->state().fixed) return now;
    return now.isEmpty() ? tr("Auto") : tr("Auto · %1").arg(now);
}

void PlayerQuality::follow() {
    const QString now = text();
    m_bar.setPartVisible(TransportBar::Part::Quality, !m_film.isEmpty() && !now.isEmpty());
    m_bar.setQualityText(now);
    sayReplaced();
}

/// Once for each place that another coding stands in for.
void PlayerQuality::sayReplaced() {
    if (!m_ladder) return;
    const auto state = m_ladder->state();
    if (std::exchange(m_replaced, state.replaced) == state.replaced || !state.lastReplaced) return;
    const auto& [segment, from, to] = *state.lastReplaced;
    const auto& rungs = m_ladder->rungs();
    Q_EMIT said(tr("At %1, %2 could not be read; it plays in %3")
                    .arg(format::clock(m_ladder->starts()[segment] / std::chrono::milliseconds(1)),
                         lines(rungs[from].height), lines(rungs[to].height)));
}

void PlayerQuality::choose() {
    if (m_film.isEmpty() || text().isEmpty()) return;
    QList<PlayerMenu::Item> items;
    if (m_ladder) {
        const auto state = m_ladder->state();
        const auto fixed = state.fixed;
        items.append({kAuto, fixed ? tr("Auto") : text(),
                      state.isFetched ? tr("fits the connection") : tr("the best one"), !fixed, true});
        for (std::size_t i = m_ladder->rungs().size(); i-- > 0;) {
            const auto& rung = m_ladder->rungs()[i];
            items.append(
                {toQString(rung.label), lines(rung.height), format::bitRate(rung.bitrate), fixed == i, true});
        }
    } else {
        items.append({kOnly, shown(), tr("the only one"), true, true});
    }
    m_menu.setItems(items);
    m_menu.popUp(corner());
}

QPoint PlayerQuality::corner() const {
    const auto* button = m_bar.partButton(TransportBar::Part::Quality);
    const int x = button ? button->mapTo(m_menu.parentWidget(), QPoint(button->width(), 0)).x()
                         : m_bar.geometry().right();
    return {x, m_bar.y() - kAboveBar};
}

void PlayerQuality::placeMenu() {
    if (!m_menu.isVisible()) return;
    const QSize size = m_menu.panelRect().size();
    m_menu.setPanelGeometry(QRect(corner() - QPoint(size.width(), size.height()), size));
}

void PlayerQuality::take(const QString& id) {
    if (!m_ladder || m_film.isEmpty()) return;
    const auto rung = rungOf(id);
    const bool changes = rung && rung != m_player.rung();
    m_ladder->fix(rung);
    // A film that runs changes at its next segment; one that stands shows at once what was chosen.
    if (changes) m_player.renewPicture();
    if (m_settings) {
        FilmChoices choices = m_settings->filmChoices(m_film);
        choices.quality = rung ? id : kAuto;
        m_settings->setFilmChoices(m_film, choices);
    }
    follow();
    m_feedback.show(tr("Quality: %1").arg(text()));
}

}  // namespace keyreel::ui
