#include "ui/pages/mini_player.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScreen>
#include <QSizeGrip>
#include <QStyleHints>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QWindow>
#include <algorithm>
#include <utility>

#include "player/video_surface.h"
#include "ui/shell/settings_table.h"
#include "ui/shell/shortcuts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kWidth = 420;
constexpr QSize kUsual(16, 9);
constexpr QSize kSmallest(240, 135);
constexpr int kFromEdge = 24;
constexpr int kHideAfterMs = 2000;
constexpr int kGrip = 16;

}  // namespace

MiniPlayer::MiniPlayer(player::VideoSurface& surface, QWidget& home, const PlayerKeys& keys,
                       SettingsTable* settings)
    : QWidget(nullptr, Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint),
      m_surface(surface),
      m_home(home),
      m_keys(keys),
      m_settings(settings),
      m_controls(new RaisedPanel(this)),
      m_play(Button::iconOnly(Icon::Pause, tr("Pause"), nullptr, 32)),
      m_grip(new QSizeGrip(this)),
      m_place(new QWidget(&home)) {
    setObjectName(u"mini"_s);
    setWindowTitle(tr("Keyreel, small window"));
    setAttribute(Qt::WA_QuitOnClose, false);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(kSmallest);
    setMouseTracking(true);
    setAutoFillBackground(true);
    QPalette black = palette();
    black.setColor(QPalette::Window, Theme::color(Role::Stage));
    setPalette(black);
    auto* row = new QHBoxLayout(m_controls);
    row->setContentsMargins(6, 4, 6, 4);
    row->setSpacing(4);
    m_play->setObjectName(u"mini.play"_s);
    auto* back = Button::iconOnly(Icon::PictureInPicture, tr("Back to the window (Esc)"), nullptr, 32);
    back->setObjectName(u"mini.back"_s);
    row->addWidget(m_play);
    row->addWidget(back);
    m_controls->hide();
    m_grip->resize(kGrip, kGrip);
    connect(m_play, &Button::clicked, this, &MiniPlayer::playPauseRequested);
    connect(back, &Button::clicked, this, &MiniPlayer::leave);
    m_hide.setSingleShot(true);
    m_hide.setInterval(kHideAfterMs);
    connect(&m_hide, &QTimer::timeout, this, [this]() {
        if (!m_controls->isAncestorOf(focusWidget()) && !m_controls->underMouse()) m_controls->hide();
    });

    m_place->setObjectName(u"mini.place"_s);
    m_place->setAutoFillBackground(true);
    m_place->setPalette(black);
    auto* column = new QVBoxLayout(m_place);
    auto* card = new RaisedPanel;
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(24, 18, 24, 18);
    inside->setSpacing(12);
    auto* bring = new Button(tr("Bring it back"), Button::Kind::Secondary, Icon::PictureInPicture);
    bring->setObjectName(u"mini.bring"_s);
    connect(bring, &Button::clicked, this, &MiniPlayer::leave);
    inside->addWidget(new Label(tr("The film plays in the small window."), Type::Section, Role::Text));
    inside->addWidget(bring, 0, Qt::AlignHCenter);
    column->addWidget(card, 0, Qt::AlignCenter);
    m_place->lower();
    m_place->hide();
}

MiniPlayer::~MiniPlayer() {
    if (m_on) m_surface.setParent(&m_home);
}

bool MiniPlayer::canStayOnTop(const QString& platform) {
    return !platform.startsWith("wayland"_L1);
}

/// Where the person put it, if there is a screen; else at the corner, in the film's shape.
QRect MiniPlayer::usualPlace() const {
    const QRect before = m_settings ? m_settings->miniRect() : QRect();
    if (const QScreen* screen = before.isEmpty() ? nullptr : QGuiApplication::screenAt(before.center())) {
        const QRect room = screen->availableGeometry();
        QRect place(before.topLeft(), before.size().boundedTo(room.size()).expandedTo(kSmallest));
        place.moveRight(std::min(place.right(), room.right()));
        place.moveBottom(std::min(place.bottom(), room.bottom()));
        place.moveLeft(std::max(place.left(), room.left()));
        place.moveTop(std::max(place.top(), room.top()));
        return place;
    }
    const QSize picture = m_surface.pictureRect().size();
    const QSize size = (picture.isEmpty() ? kUsual : picture).scaled(kWidth, kWidth, Qt::KeepAspectRatio);
    const QScreen* screen = m_home.screen();
    const QRect room = screen ? screen->availableGeometry() : QRect(QPoint(0, 0), size);
    const QSize bounded = size.expandedTo(kSmallest);
    return {room.bottomRight() - QPoint(bounded.width() + kFromEdge, bounded.height() + kFromEdge), bounded};
}

void MiniPlayer::enter() {
    if (std::exchange(m_on, true)) return;
    m_entered = usualPlace();
    setGeometry(m_entered);
    m_surface.setParent(this);
    m_surface.setGeometry(rect());
    m_surface.lower();
    m_surface.show();
    m_surface.installEventFilter(this);
    arrangePlace();
    m_place->show();
    show();
    activateWindow();
    setFocus();
    showControls();
    Q_EMIT changed(true);
}

void MiniPlayer::leave() {
    if (!std::exchange(m_on, false)) return;
    if (m_settings && geometry() != m_entered) m_settings->setMiniRect(geometry());
    m_hide.stop();
    m_held.reset();
    m_surface.removeEventFilter(this);
    m_surface.setParent(&m_home);
    m_surface.setGeometry(m_home.rect());
    m_surface.lower();
    m_surface.show();
    m_place->hide();
    m_controls->hide();
    hide();
    Q_EMIT changed(false);
}

void MiniPlayer::setPlaying(bool playing) {
    m_play->setIconGlyph(playing ? Icon::Pause : Icon::Play);
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(m_keys.shortcuts().named(m_play->accessibleName(), {u"player.play"_s}));
}

void MiniPlayer::arrangePlace() {
    m_place->setGeometry(m_home.rect());
}

void MiniPlayer::showControls() {
    m_controls->layout()->activate();
    const QSize hint = m_controls->panelHint();
    m_controls->setPanelGeometry(
        QRect(QPoint((width() - hint.width()) / 2, height() - hint.height() - 12), hint));
    m_controls->show();
    m_controls->raise();
    m_grip->raise();
    m_hide.start();
}

void MiniPlayer::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return leave();
    if (const auto key = m_keys.of(*event))
        Q_EMIT keyPressed(*key);
    else
        QWidget::keyPressEvent(event);
}

void MiniPlayer::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_on) m_surface.setGeometry(rect());
    m_grip->move(width() - kGrip, height() - kGrip);
    if (m_controls->isVisible()) showControls();
}

/// Closing the small window is not closing the film.
void MiniPlayer::closeEvent(QCloseEvent* event) {
    event->ignore();
    leave();
}

void MiniPlayer::enterEvent(QEnterEvent* event) {
    QWidget::enterEvent(event);
    showControls();
}

void MiniPlayer::wheelEvent(QWheelEvent* event) {
    if (const int turned = event->angleDelta().y(); turned != 0)
        Q_EMIT keyPressed({PlayerKey::Act::Volume, turned > 0 ? 5 : -5});
    event->accept();
}

/// True for what the surface must not see: it would take a drag for a click.
bool MiniPlayer::drag(QEvent* event) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton &&
        m_surface.view().zoom <= 1) {
        m_held = mouse->globalPosition().toPoint() - pos();
        m_moved = false;
    }
    if (event->type() == QEvent::MouseMove && m_held && (mouse->buttons() & Qt::LeftButton)) {
        const QPoint to = mouse->globalPosition().toPoint() - *m_held;
        if (!m_moved && (to - pos()).manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
            return true;
        m_moved = true;
        if (windowHandle() != nullptr && windowHandle()->startSystemMove()) {
            m_held.reset();
            return true;
        }
        move(to);
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease && std::exchange(m_held, std::nullopt))
        return std::exchange(m_moved, false);
    return false;
}

bool MiniPlayer::eventFilter(QObject* watched, QEvent* event) {
    if (m_on && watched == &m_surface) {
        if (event->type() == QEvent::MouseMove || event->type() == QEvent::Enter) showControls();
        if (event->type() == QEvent::MouseButtonDblClick) {
            leave();
            return true;
        }
        if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove ||
            event->type() == QEvent::MouseButtonRelease)
            return drag(event);
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace keyreel::ui
