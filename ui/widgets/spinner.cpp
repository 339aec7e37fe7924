#include "ui/widgets/spinner.h"

#include <QPainter>
#include <QTimerEvent>
#include <QVariantAnimation>
#include <algorithm>
#include <cmath>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {

Spinner::Spinner(int side, QWidget* parent) : QWidget(parent), m_side(side) {
    setFixedSize(side, side);
}

void Spinner::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paint::spinner(p, QRectF(rect()).adjusted(1, 1, -1, -1), Theme::color(Role::Track),
                   Theme::color(Role::AccentBar), m_phase, m_side > 24 ? 2.5 : 1.75);
}

void Spinner::showEvent(QShowEvent*) {
    if (!m_timer && !Theme::lessMotion()) m_timer = startTimer(30);
}

void Spinner::hideEvent(QHideEvent*) {
    if (m_timer) killTimer(m_timer);
    m_timer = 0;
}

void Spinner::timerEvent(QTimerEvent*) {
    m_phase = std::fmod(m_phase + 0.03, 1.0);
    update();
}

ProgressRing::ProgressRing(double value, int side, QWidget* parent)
    : QWidget(parent), m_value(std::clamp(value, 0.0, 1.0)), m_side(side) {
    setFixedSize(side, side);
}

void ProgressRing::setValue(double value) {
    m_value = std::clamp(value, 0.0, 1.0);
    update();
}

void ProgressRing::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    p.setPen(QPen(Theme::color(Role::Track), 2.2));
    p.drawEllipse(box);
    p.setPen(QPen(Theme::color(m_value >= 1 ? Role::Ok : Role::AccentBar), 2.2, Qt::SolidLine, Qt::FlatCap));
    p.drawArc(box, 90 * 16, int(-360 * 16 * m_value));
}

ProgressBar::ProgressBar(QWidget* parent) : QWidget(parent) {
    setFixedHeight(4);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressBar::setValue(double value) {
    m_value = std::clamp(value, 0.0, 1.0);
    const int ms = isVisible() ? Theme::duration(metrics::kProgressMs) : 0;
    if (ms == 0) {
        m_shown = m_value;
        update();
        return;
    }
    if (!m_animation) {
        m_animation = new QVariantAnimation(this);
        connect(m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& shown) {
            m_shown = shown.toDouble();
            update();
        });
    }
    m_animation->stop();
    m_animation->setDuration(ms);
    m_animation->setStartValue(m_shown);
    m_animation->setEndValue(m_value);
    m_animation->start();
}

void ProgressBar::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void ProgressBar::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paint::roundedBox(p, rect(), 2, Theme::color(Role::Track));
    if (m_shown <= 0) return;
    const QRectF part(0, 0, std::max(4.0, width() * m_shown), height());
    paint::roundedBox(p, part, 2,
                      Theme::color(m_tone == Tone::Accent    ? Role::AccentBar
                                   : m_tone == Tone::Neutral ? Role::Text3
                                                             : toneText(m_tone)));
}

}  // namespace keyreel::ui
