#include "ui/shell/toast_host.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/paint/paint.h"
#include "ui/shell/toast.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"

namespace keyreel::ui {

namespace {
constexpr int kReach = 28;
constexpr int kHeight = 40;
constexpr int kMost = 3;
}  // namespace

Toast::Toast(const QString& text, Icon icon, const QString& act, std::function<void()> onAct, int lifetime,
             QWidget* parent)
    : QWidget(parent), m_text(text), m_icon(icon) {
    installAccessibility();
    setAccessibleName(text);
    setObjectName(QStringLiteral("toast"));
    if (!act.isEmpty()) {
        m_act = new Button(act, Button::Kind::Ghost, Icon::None, this);
        m_act->setSize(Button::Size::Small);
        m_act->setObjectName(QStringLiteral("toast.act"));
        m_act->installEventFilter(this);
        connect(m_act, &Button::clicked, this, [this, call = std::move(onAct)] {
            if (call) call();
            Q_EMIT done();
        });
    }
    m_timer.setSingleShot(true);
    m_timer.setInterval(lifetime);
    connect(&m_timer, &QTimer::timeout, this, &Toast::done);
    m_timer.start();
}

QSize Toast::sizeHint() const {
    qreal width = 16 + 18 + 10 + QFontMetricsF(Theme::font(Type::Control)).horizontalAdvance(m_text) + 18;
    if (m_act) width += m_act->sizeHint().width() - 6;
    return {int(std::ceil(width)) + 2 * kReach, Theme::scaled(kHeight) + 2 * kReach};
}

void Toast::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const QRectF box = QRectF(rect()).adjusted(kReach, kReach, -kReach, -kReach);
    paint::shadow(p, box, metrics::kRadiusBanner);
    paint::roundedBox(p, box, metrics::kRadiusBanner, Theme::color(Role::BgPopover),
                      Theme::color(Role::LineStrong));
    paintIcon(p, m_icon, QRectF(box.left() + 15, box.center().y() - 9, 18, 18),
              Theme::color(m_icon == Icon::Check ? Role::Ok : Role::Text2));
    const qreal right = m_act ? m_act->x() - 6 : box.right() - 12;
    paint::text(p, QRectF(box.left() + 43, box.top(), right - box.left() - 43, box.height()), m_text,
                Theme::font(Type::Control), Theme::color(Role::Text));
}

void Toast::resizeEvent(QResizeEvent*) {
    if (!m_act) return;
    const QSize size = m_act->sizeHint();
    m_act->setGeometry(width() - kReach - 6 - size.width(), (height() - size.height()) / 2, size.width(),
                       size.height());
}

void Toast::enterEvent(QEnterEvent*) {
    m_timer.stop();
}
void Toast::leaveEvent(QEvent*) {
    if (!m_act || !m_act->hasFocus()) m_timer.start();
}

void Toast::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT done();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_act && event->type() == QEvent::FocusIn) m_timer.stop();
    if (watched == m_act && event->type() == QEvent::FocusOut && !underMouse()) m_timer.start();
    return QWidget::eventFilter(watched, event);
}

// The host itself covers nothing: it is a zero-sized owner, the toasts are children of the window's area.
ToastHost::ToastHost(QWidget* parent) : QWidget(parent) {
    resize(0, 0);
    parent->installEventFilter(this);
}

int ToastHost::count() const {
    return int(m_toasts.size());
}

void ToastHost::show(const QString& text, Icon icon, const QString& act, std::function<void()> onAct) {
    while (m_toasts.size() >= kMost)
        m_toasts.takeFirst()->deleteLater();
    auto* toast = new Toast(text, icon, act, std::move(onAct), m_lifetime, parentWidget());
    m_toasts << toast;
    connect(toast, &Toast::done, this, [this, toast] {
        m_toasts.removeAll(toast);
        toast->hide();
        toast->deleteLater();
        arrange();
    });
    arrange();
    toast->show();
    announce(toast, text);
}

void ToastHost::setClearance(int pixels) {
    m_clearance = pixels;
    arrange();
}

void ToastHost::avoid(QWidget* widget) {
    m_avoided.append(widget);
    widget->installEventFilter(this);
}

int ToastHost::freeBottom(int bottom, const QSize& size) const {
    const int left = (parentWidget()->width() - size.width()) / 2;
    for (const auto& widget : m_avoided) {
        if (!widget || !widget->isVisible()) continue;
        const QRect taken(widget->mapTo(parentWidget(), QPoint(0, 0)), widget->size());
        if (!taken.intersects(QRect(QPoint(left, bottom - size.height()), size))) continue;
        // Above it; where there is no room, at the upper edge of the window, beside or over its top.
        bottom = std::max(taken.top(), size.height());
    }
    return bottom;
}

void ToastHost::arrange() {
    int bottom = parentWidget()->height() - m_clearance + kReach;
    for (auto it = m_toasts.crbegin(); it != m_toasts.crend(); ++it) {
        Toast* toast = *it;
        const QSize size = toast->sizeHint().boundedTo(QSize(parentWidget()->width() - 16, 1000));
        bottom = freeBottom(bottom, size);
        toast->setGeometry((parentWidget()->width() - size.width()) / 2, bottom - size.height(), size.width(),
                           size.height());
        toast->raise();
        bottom -= size.height() - 2 * kReach + 10;
    }
}

bool ToastHost::eventFilter(QObject* watched, QEvent* event) {
    const QEvent::Type type = event->type();
    if (type == QEvent::Resize ||
        (watched != parentWidget() && (type == QEvent::Show || type == QEvent::Hide || type == QEvent::Move)))
        arrange();
    return QWidget::eventFilter(watched, event);
}

}  // namespace keyreel::ui
