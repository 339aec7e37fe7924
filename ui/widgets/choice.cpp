#include "ui/widgets/choice.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>
#include <QVariantAnimation>
#include <cmath>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

Toggle::Toggle(const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_animation(new QVariantAnimation(this)) {
    installAccessibility();
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ringRadius", 10);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_animation->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_position = value.toReal();
        update();
    });
    connect(this, &QAbstractButton::toggled, this, [this](bool on) {
        m_animation->stop();
        const int ms = isVisible() ? Theme::duration(metrics::kHoverMs) : 0;
        if (ms == 0) {
            m_position = on ? 1 : 0;
            update();
            return;
        }
        m_animation->setDuration(ms);
        m_animation->setStartValue(m_position);
        m_animation->setEndValue(on ? 1.0 : 0.0);
        m_animation->start();
    });
}

void Toggle::setLoading(bool loading) {
    m_loading = loading;
    if (m_timer) killTimer(m_timer);
    m_timer = loading && !Theme::lessMotion() ? startTimer(30) : 0;
    update();
}

void Toggle::timerEvent(QTimerEvent* event) {
    if (event->timerId() == m_timer) {
        m_phase = std::fmod(m_phase + 0.03, 1.0);
        update();
        return;
    }
    QAbstractButton::timerEvent(event);
}

bool Toggle::event(QEvent* event) {
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) update();
    return QAbstractButton::event(event);
}

bool Toggle::hitButton(const QPoint& pos) const {
    // The target is at least 28 px high although the track is 20.
    return !m_loading && rect().adjusted(0, -4, 0, 4).contains(pos);
}

void Toggle::paintEvent(QPaintEvent*) {
    QPainter p(this);
    if (!isEnabled()) p.setOpacity(0.4);
    const QRectF track(0, (height() - 20) / 2.0, 36, 20);
    const QColor off = Theme::color(Theme::isDark() ? Role::BgPressed : Role::Track);
    const QColor fill = paint::mix(off, Theme::color(Role::Accent), m_position);
    const QColor edge = paint::mix(Theme::color(Theme::isDark() ? Role::LineStrong : Role::LineControl),
                                   Theme::color(Role::AccentEdge), m_position);
    paint::roundedBox(p, track, 10, fill, edge);
    const qreal side = 14;
    const qreal width = isDown() ? 16 : side;
    const qreal travel = track.width() - 6 - width;
    const QRectF knob(3 + travel * m_position, track.top() + 3, width, side);
    QColor offKnob = Theme::color(underMouse() && Theme::isDark() ? Role::Text : Role::KnobOff);
    if (m_loading) {
        paint::spinner(p, QRectF(knob.left(), knob.top(), side, side),
                       paint::withAlpha(Theme::color(Role::Text3), 0.4),
                       Theme::color(m_position > 0.5 ? Role::KnobOn : Role::Text), m_phase);
        return;
    }
    if (!Theme::isDark() && m_position < 0.5) {
        paint::roundedBox(p, knob, side / 2, offKnob, Theme::color(Role::LineControl));
    } else {
        paint::roundedBox(p, knob, side / 2, paint::mix(offKnob, Theme::color(Role::KnobOn), m_position));
    }
}

Radio::Radio(const QString& label, QWidget* parent) : QAbstractButton(parent) {
    installAccessibility();
    setText(label);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Radio::sizeHint() const {
    return {26 + int(std::ceil(QFontMetricsF(Theme::font(Type::Control)).horizontalAdvance(text()))) + 2,
            Theme::scaled(28)};
}

bool Radio::hitButton(const QPoint& pos) const {
    return rect().contains(pos);
}

void Radio::paintMark(QPainter& p, const QRectF& r, bool checked, bool hovered, bool enabled) {
    p.save();
    if (!enabled) p.setOpacity(0.4);
    if (checked) {
        paint::roundedBox(p, r, r.width() / 2, Theme::color(Role::AccentBar));
        const qreal hole = r.width() * 0.32;
        paint::roundedBox(p, r.adjusted(hole, hole, -hole, -hole), r.width() / 2,
                          Theme::color(Theme::isDark() ? Role::AccentInk : Role::BgCard));
    } else {
        paint::roundedBox(p, r, r.width() / 2, {},
                          Theme::color(hovered ? Role::LineControl : Role::LineStrong), 1.25);
    }
    p.restore();
}

void Radio::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paintMark(p, QRectF(1, (height() - 16) / 2.0, 16, 16), isChecked(), underMouse(), isEnabled());
    paint::text(p, QRectF(25, 0, width() - 25, height()), text(), Theme::font(Type::Control),
                Theme::color(isEnabled() ? Role::Text : Role::TextDisabled));
}

CheckTile::CheckTile(const QString& fact, const QString& explanation, QWidget* parent)
    : QAbstractButton(parent), m_fact(fact), m_explanation(explanation) {
    installAccessibility();
    setText(fact);
    setAccessibleName(fact);
    setAccessibleDescription(explanation);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

bool CheckTile::hitButton(const QPoint& pos) const {
    return rect().contains(pos);
}

QSize CheckTile::sizeHint() const {
    return {480, heightForWidth(480)};
}

int CheckTile::heightForWidth(int width) const {
    const qreal text =
        paint::wrapped(nullptr, QRectF(0, 0, width - 60, 1), m_fact + QLatin1Char(' ') + m_explanation,
                       Theme::font(Type::Strong), {}, Theme::lineHeight(Type::Body));
    return int(text) + 26;
}

void CheckTile::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const bool on = isChecked();
    paint::roundedBox(p, rect(), metrics::kRadiusBanner,
                      Theme::color(on             ? Role::AccentSoft
                                   : underMouse() ? Role::BgRaised
                                                  : Role::BgField),
                      Theme::color(on             ? Role::AccentLine
                                   : underMouse() ? Role::LineStrong
                                                  : Role::LineField));
    const QRectF box(16, 14, 18, 18);
    if (on) {
        paint::roundedBox(p, box, 5, Theme::color(Role::Accent), Theme::color(Role::AccentEdge));
        paintIcon(p, Icon::Check, box.adjusted(2, 2, -2, -2), Theme::color(Role::AccentInk));
    } else {
        paint::roundedBox(p, box, 5, Theme::color(Role::BgField), Theme::color(Role::LineControl), 1.25);
    }
    // The fact is bold at the head of the running text: set it first, then the rest around it.
    const QRectF area(45, 13, width() - 60, height() - 26);
    const QFont bold = Theme::font(Type::Strong);
    const QFont body = Theme::font(Type::Body);
    const QFontMetricsF boldMetrics(bold);
    const QFontMetricsF bodyMetrics(body);
    const qreal line = Theme::lineHeight(Type::Body);
    qreal x = 0;
    qreal y = 0;
    const auto words = [&](const QString& value, const QFont& font, const QFontMetricsF& fm,
                           const QColor& ink) {
        const QStringList parts = value.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const QString& word : parts) {
            const qreal w = fm.horizontalAdvance(word);
            if (x > 0 && x + w > area.width()) {
                x = 0;
                y += line;
            }
            paint::text(p, QRectF(area.left() + x, area.top() + y, w + 2, line), word, font, ink);
            x += w + bodyMetrics.horizontalAdvance(QLatin1Char(' '));
        }
    };
    words(m_fact, bold, boldMetrics, Theme::color(Role::Text));
    words(m_explanation, body, bodyMetrics, Theme::color(Role::Text2));
}

SettingRow::SettingRow(const QString& name, const QString& explanation, QWidget* control, QWidget* parent)
    : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 6, 0, 6);
    row->setSpacing(16);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* title = new Label(name, Type::Control, Role::Text);
    words->addWidget(title);
    if (!explanation.isEmpty()) {
        auto* line = new Label(explanation, Type::Small, Role::Text3);
        line->setWordWrap(true);
        words->addWidget(line);
    }
    row->addLayout(words, 1);
    row->addWidget(control, 0, Qt::AlignVCenter);
    title->setBuddy(control);
    if (control->accessibleName().isEmpty()) control->setAccessibleName(name);
    control->setAccessibleDescription(explanation);
}

AccessTile::AccessTile(Icon icon, const QString& name, const QString& line, QWidget* parent)
    : QAbstractButton(parent), m_icon(icon), m_line(line) {
    installAccessibility();
    setText(name);
    setAccessibleName(name + QStringLiteral(". ") + line);
    setToolTip(line);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AccessTile::setError(bool error) {
    m_error = error;
    update();
}

QSize AccessTile::sizeHint() const {
    return {240, Theme::scaled(60)};
}

QSize AccessTile::minimumSizeHint() const {
    return {150, Theme::scaled(60)};
}

bool AccessTile::hitButton(const QPoint& pos) const {
    return rect().contains(pos);
}

void AccessTile::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const bool on = isChecked();
    Role fill = on ? Role::AccentSoft : Role::BgField;
    if (isDown()) fill = Role::BgPressed;
    if (!isEnabled()) fill = Role::BgCard;
    Role edge = underMouse() && isEnabled() ? Role::LineStrong : Role::LineField;
    if (on) edge = Role::AccentBar;
    if (m_error) edge = Role::Error;
    paint::roundedBox(p, rect(), metrics::kRadiusControl, Theme::color(fill), Theme::color(edge), on ? 2 : 1);
    const QColor ink = Theme::color(isEnabled() ? Role::Text : Role::TextDisabled);
    const QColor quiet = Theme::color(!isEnabled() ? Role::TextDisabled : on ? Role::Text2 : Role::Text3);
    const qreal lineTitle = Theme::lineHeight(Type::Strong);
    const qreal lineSmall = Theme::lineHeight(Type::Small);
    const qreal top = (height() - lineTitle - lineSmall) / 2;
    paintIcon(p, m_icon, QRectF(14, top + (lineTitle - 18) / 2, 18, 18),
              Theme::color(!isEnabled() ? Role::TextDisabled
                           : on         ? Role::AccentText
                                        : Role::Text2));
    paint::text(p, QRectF(41, top, width() - 41 - 36, lineTitle), text(), Theme::font(Type::Strong), ink);
    paint::text(p, QRectF(41, top + lineTitle, width() - 41 - 14, lineSmall), m_line,
                Theme::font(Type::Small), quiet);
    Radio::paintMark(p, QRectF(width() - 30, top + 1, 16, 16), on, underMouse(), isEnabled());
}

AccessGroup::AccessGroup(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    installAccessibility();
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(10);
}

AccessTile* AccessGroup::addTile(const QString& id, Icon icon, const QString& name, const QString& line) {
    auto* tile = new AccessTile(icon, name, line, this);
    tile->setObjectName(id);
    const int at = static_cast<int>(m_tiles.size());
    m_grid->addWidget(tile, at / m_columns, at % m_columns);
    m_grid->setColumnStretch(at % m_columns, 1);
    m_tiles << tile;
    connect(tile, &QAbstractButton::toggled, this, [this, id](bool on) {
        if (on) Q_EMIT currentChanged(id);
    });
    return tile;
}

QString AccessGroup::current() const {
    for (const AccessTile* tile : m_tiles) {
        if (tile->isChecked()) return tile->objectName();
    }
    return {};
}

void AccessGroup::setCurrent(const QString& id) {
    for (AccessTile* tile : m_tiles) {
        if (tile->objectName() == id) tile->setChecked(true);
    }
}

void AccessGroup::keyPressEvent(QKeyEvent* event) {
    const int index = event->key() - Qt::Key_1;
    if (event->modifiers() == Qt::NoModifier && index >= 0 && index < m_tiles.size() &&
        m_tiles[index]->isEnabled()) {
        m_tiles[index]->setChecked(true);
        m_tiles[index]->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace keyreel::ui
