#include "ui/pages/player_picture.h"

#include <QLocale>
#include <QWheelEvent>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/shell/settings_table.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/transport_bar.h"

namespace keyreel::ui {
namespace {

using Part = PicturePanel::Part;

constexpr std::array kZooms{100, 125, 150, 175, 200, 250, 300, 400, 500, 600, 800};
constexpr double kWheelZoom = 1.1;
constexpr int kNotch = 120;
constexpr int kTuningStep = 5;
constexpr int kFurthest = 100;
constexpr int kAboveBar = 12;
constexpr int kSaveAfterMs = 500;

int nextZoom(int percent, int by) {
    if (by > 0) {
        const auto* const next = std::upper_bound(kZooms.begin(), kZooms.end(), percent);
        return next == kZooms.end() ? kZooms.back() : *next;
    }
    const auto* const here = std::lower_bound(kZooms.begin(), kZooms.end(), percent);
    return here == kZooms.begin() ? kZooms.front() : *(here - 1);
}

QString signedText(int value) {
    return value > 0 ? QLatin1Char('+') + QLocale().toString(value) : QLocale().toString(value);
}

}  // namespace

QStringList pictureShapes() {
    QStringList out;
    for (const PictureShape& shape : kPictureShapes)
        out.append(QLatin1String(shape.id));
    return out;
}

PlayerPicture::PlayerPicture(player::Player& player, player::VideoSurface& surface, TransportBar& bar,
                             PicturePanel& panel, KeyFeedback& feedback, SettingsTable* settings,
                             QObject* parent)
    : QObject(parent),
      m_player(player),
      m_surface(surface),
      m_bar(bar),
      m_panel(panel),
      m_feedback(feedback),
      m_settings(settings) {
    m_save.setSingleShot(true);
    m_save.setInterval(kSaveAfterMs);
    connect(&m_save, &QTimer::timeout, this, &PlayerPicture::remember);
    connect(&m_panel, &PicturePanel::stepped, this, &PlayerPicture::step);
    connect(&m_panel, &PicturePanel::resetRequested, this, &PlayerPicture::reset);
    connect(&m_panel, &PicturePanel::shapeChosen, this, [this](const QString& id) {
        m_choices.shape = id;
        apply(id.isEmpty() ? tr("Shape as made") : tr("Shape %1").arg(id));
    });
    connect(&m_surface, &player::VideoSurface::viewMoved, this, &PlayerPicture::takeView);
    connect(&m_bar, &TransportBar::partRequested, this, [this](TransportBar::Part part) {
        if (part == TransportBar::Part::Picture) toggle();
    });
}

void PlayerPicture::open(const QString& film) {
    close();
    m_film = film;
    m_choices = m_settings ? m_settings->filmChoices(film).picture : PictureChoices();
    apply({});
}

void PlayerPicture::close() {
    if (m_save.isActive()) remember();
    m_film.clear();
    m_choices = {};
    m_panel.hide();
    apply({});
}

void PlayerPicture::remember() {
    m_save.stop();
    if (!m_settings || m_film.isEmpty()) return;
    FilmChoices kept = m_settings->filmChoices(m_film);
    if (kept.picture == m_choices) return;
    kept.picture = m_choices;
    m_settings->setFilmChoices(m_film, kept);
}

void PlayerPicture::apply(const QString& said) {
    m_surface.setView({m_choices.zoomPercent / 100.0, m_choices.middle, m_choices.quarterTurns});
    m_player.setPictureTuning(
        {m_choices.brightness, m_choices.contrast, m_choices.saturation, m_choices.aspect()});
    showInPanel();
    if (!said.isEmpty()) m_feedback.show(said);
    if (!m_film.isEmpty()) m_save.start();
}

void PlayerPicture::takeView() {
    m_choices.middle = m_surface.view().middle;
    m_choices.zoomPercent = static_cast<int>(std::lround(m_surface.view().zoom * 100));
    showInPanel();
    if (!m_film.isEmpty()) m_save.start();
}

void PlayerPicture::showInPanel() {
    m_panel.setValue(Part::Zoom, tr("%1 %").arg(m_choices.zoomPercent));
    m_panel.setValue(Part::Turn, tr("%1°").arg(m_choices.quarterTurns * 90));
    m_panel.setValue(Part::Brightness, signedText(m_choices.brightness));
    m_panel.setValue(Part::Contrast, signedText(m_choices.contrast));
    m_panel.setValue(Part::Saturation, signedText(m_choices.saturation));
    m_panel.setShape(m_choices.shape);
    m_panel.setChanged(m_choices != PictureChoices());
}

void PlayerPicture::zoomTo(int percent) {
    m_surface.zoomAt(QPointF(m_surface.width() / 2.0, m_surface.height() / 2.0), percent / 100.0);
    takeView();
    m_feedback.show(tr("Zoom %1 %").arg(m_choices.zoomPercent));
}

void PlayerPicture::step(Part part, int by) {
    const auto tuned = [by](int& value, int step) {
        value = std::clamp(value + by * step, -kFurthest, kFurthest);
        return signedText(value);
    };
    switch (part) {
        case Part::Zoom:
            return zoomTo(nextZoom(m_choices.zoomPercent, by));
        case Part::Turn:
            m_choices.quarterTurns = (m_choices.quarterTurns + by + 4) % 4;
            return apply(tr("Rotated by %1°").arg(m_choices.quarterTurns * 90));
        case Part::Brightness:
            return apply(tr("Brightness %1").arg(tuned(m_choices.brightness, kTuningStep)));
        case Part::Contrast:
            return apply(tr("Contrast %1").arg(tuned(m_choices.contrast, kTuningStep)));
        case Part::Saturation:
            return apply(tr("Colour %1").arg(tuned(m_choices.saturation, kTuningStep)));
    }
}

void PlayerPicture::reset() {
    m_choices = {};
    apply(tr("Picture as made"));
}

void PlayerPicture::placePanel() {
    m_panel.place(QPoint(m_bar.geometry().right() + 1, m_bar.y() - kAboveBar));
}

void PlayerPicture::toggle() {
    if (m_panel.isVisible()) return m_panel.dismiss();
    placePanel();
    m_panel.popUp();
}

bool PlayerPicture::wheel(const QWheelEvent& event, const QPointF& onSurface) {
    if (!event.modifiers().testFlag(Qt::ControlModifier)) return false;
    const double notches = static_cast<double>(event.angleDelta().y()) / kNotch;
    if (notches == 0 || !m_player.isOpen()) return true;
    const double zoom = m_surface.view().zoom * std::pow(kWheelZoom, notches);
    // Close to whole it is whole.
    m_surface.zoomAt(onSurface, zoom < 1.02 ? 1 : zoom);
    takeView();
    m_feedback.show(tr("Zoom %1 %").arg(m_choices.zoomPercent));
    return true;
}

bool PlayerPicture::act(const PlayerKey& key) {
    using Act = PlayerKey::Act;
    const int by = key.amount > 0 ? 1 : -1;
    switch (key.act) {
        case Act::Picture:
            toggle();
            return true;
        case Act::Zoom:
            step(Part::Zoom, by);
            return true;
        case Act::ZoomReset:
            zoomTo(kZooms.front());
            return true;
        case Act::Turn:
            step(Part::Turn, by);
            return true;
        case Act::Shape: {
            const QStringList shapes = QStringList{QString()} + pictureShapes();
            m_choices.shape = shapes[(shapes.indexOf(m_choices.shape) + 1) % shapes.size()];
            apply(m_choices.shape.isEmpty() ? tr("Shape as made") : tr("Shape %1").arg(m_choices.shape));
            return true;
        }
        case Act::Brightness:
            step(Part::Brightness, by);
            return true;
        case Act::Contrast:
            step(Part::Contrast, by);
            return true;
        case Act::Saturation:
            step(Part::Saturation, by);
            return true;
        case Act::PictureReset:
            reset();
            return true;
        default:
            return false;
    }
}

}  // namespace keyreel::ui
