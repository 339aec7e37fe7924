#include "ui/widgets/button.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTimerEvent>
#include <QVariantAnimation>
#include <cmath>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"

namespace keyreel::ui {

namespace {
constexpr int kSpinnerMs = 30;
constexpr qreal kSpinnerStep = 0.03;
}  // namespace

struct Button::Look {
    QColor fill;
    QColor edge;
    QColor ink;
};

Button::Button(const QString& label, Kind kind, Icon icon, QWidget* parent)
    : QPushButton(label, parent), m_kind(kind), m_icon(icon) {
    setCursor(kind == Kind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
}

Button* Button::iconOnly(Icon icon, const QString& name, QWidget* parent, int side) {
    auto* button = new Button(QString(), Kind::Ghost, icon, parent);
    button->m_side = side;
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void Button::setKind(Kind kind) {
    m_kind = kind;
    updateGeometry();
    update();
}

void Button::setSize(Size size) {
    m_size = size;
    updateGeometry();
}

void Button::setIconGlyph(Icon icon) {
    const bool sameWidth = (m_icon == Icon::None) == (icon == Icon::None);
    m_icon = icon;
    if (!sameWidth) updateGeometry();
    update();
}

void Button::setTrailingIcon(Icon icon) {
    m_trailing = icon;
    updateGeometry();
    update();
}

void Button::setIconRole(std::optional<Role> role) {
    m_iconRole = role;
    update();
}

void Button::setLoading(bool loading) {
    if (loading == m_loading) return;
    m_loading = loading;
    if (m_timer) killTimer(m_timer);
    m_timer = loading && !Theme::lessMotion() ? startTimer(kSpinnerMs) : 0;
    update();
}

void Button::setDisabledReason(const QString& reason) {
    const bool disabled = !reason.isEmpty();
    if (disabled && isEnabled()) m_tooltipBeforeReason = toolTip();
    if (disabled)
        setToolTip(reason);
    else if (!isEnabled())
        setToolTip(m_tooltipBeforeReason);
    setAccessibleDescription(reason);
    setEnabled(!disabled);
}

void Button::setActive(bool active) {
    m_active = active;
    update();
}

void Button::setRound(int side) {
    m_round = true;
    m_side = side;
    setProperty("ringRadius", side / 2);
    updateGeometry();
}

int Button::iconSide() const {
    if (m_round) return 22;
    if (m_side > 0) return m_side >= 32 ? 20 : 16;
    switch (m_size) {
        case Size::Small:
            return 14;
        case Size::Medium:
            return 16;
        case Size::Large:
        case Size::Hero:
            return 18;
    }
    return 16;
}

namespace {

struct Padding {
    int side;
    int gap;
};

Padding paddingOf(Button::Size size, Button::Kind kind) {
    if (kind == Button::Kind::Link) return {0, 6};
    switch (size) {
        case Button::Size::Small:
            return {11, 6};
        case Button::Size::Medium:
            return {13, 8};
        case Button::Size::Large:
            return {20, 9};
        case Button::Size::Hero:
            return {24, 10};
    }
    return {13, 8};
}

/// A label without its mnemonics: "&&" stands for "&".
QString words(const QString& label) {
    QString out;
    for (qsizetype i = 0; i < label.size(); ++i) {
        if (label[i] == QLatin1Char('&') && (++i == label.size() || label[i] != QLatin1Char('&'))) {
            if (i < label.size()) out += label[i];
            continue;
        }
        out += label[i];
    }
    return out;
}

QFont labelFont(Button::Size size, Button::Kind kind) {
    QFont font = Theme::font(Type::Control);
    if (size == Button::Size::Small || kind == Button::Kind::Link) font = Theme::font(Type::SmallStrong);
    if (size == Button::Size::Large) font.setPixelSize(Theme::scaled(14));
    if (size == Button::Size::Hero) font.setPixelSize(Theme::scaled(15));
    if (kind == Button::Kind::Primary || kind == Button::Kind::DangerFill || kind == Button::Kind::Soft) {
        font.setWeight(QFont::DemiBold);
    } else if (kind != Button::Kind::Ghost) {
        font.setWeight(QFont::Medium);
    }
    return font;
}

}  // namespace

QSize Button::sizeHint() const {
    if (m_side > 0) return {m_side, m_side};
    const Padding pad = paddingOf(m_size, m_kind);
    const QFont font = labelFont(m_size, m_kind);
    const QString label = words(text());
    int width = 2 * pad.side + int(std::ceil(QFontMetricsF(font).horizontalAdvance(label)));
    // A spinner needs the room of the icon: without an icon it replaces nothing and the width must not
    // change.
    if (m_icon != Icon::None) width += iconSide() + pad.gap;
    if (m_trailing != Icon::None) width += 14 + pad.gap;
    const int height = m_kind == Kind::Link ? Theme::scaled(20) : Theme::scaled(static_cast<int>(m_size));
    return {width, height};
}

Button::Look Button::look() const {
    const auto c = [](Role role) { return Theme::color(role); };
    const bool pressed = isDown() || m_active;
    const auto fade = [this](const QColor& from, const QColor& to) { return paint::mix(from, to, m_hover); };
    const QColor none = paint::withAlpha(c(Role::BgHover), 0);
    if (!isEnabled()) {
        const bool bare = m_kind == Kind::Ghost || m_kind == Kind::Link;
        return {bare ? none : c(m_round ? Role::BgHover : Role::BgCard),
                bare || m_round ? QColor() : c(Role::Line), c(Role::TextDisabled)};
    }
    switch (m_kind) {
        case Kind::Primary:
            return {isDown() ? c(Role::AccentPressed) : fade(c(Role::Accent), c(Role::AccentHover)),
                    m_round           ? QColor()
                    : isDown()        ? c(Role::AccentPressed)
                    : Theme::isDark() ? fade(c(Role::Accent), c(Role::AccentHover))
                                      : c(Role::AccentEdge),
                    c(Role::AccentInk)};
        case Kind::Secondary: {
            const QColor ground = c(Theme::isDark() ? Role::BgRaised : Role::BgCard);
            return {pressed ? c(Role::BgPressed) : fade(ground, c(Role::BgHover)),
                    c(Theme::isDark() ? Role::Line : Role::LineField), c(Role::Text)};
        }
        case Kind::Ghost:
            return {pressed ? c(m_active ? Role::BgHover : Role::BgPressed) : fade(none, c(Role::BgHover)),
                    QColor(), m_active ? c(Role::Text) : fade(c(Role::Text2), c(Role::Text))};
        case Kind::Danger: {
            const QColor ground = c(Theme::isDark() ? Role::BgRaised : Role::BgCard);
            return {pressed ? c(Role::ErrorSoft) : fade(ground, c(Role::ErrorSoft)),
                    fade(c(Theme::isDark() ? Role::Line : Role::LineField), c(Role::ErrorLine)),
                    c(Role::Error)};
        }
        case Kind::DangerFill:
            return {isDown() ? paint::mix(c(Role::ErrorFill), c(Role::Stage), 0.15)
                             : paint::mix(c(Role::ErrorFill), c(Role::Stage), 0.08 * m_hover),
                    QColor(), c(Role::OnErrorFill)};
        case Kind::Soft:
            return {c(Role::AccentSoft), c(Role::AccentLine), c(Role::AccentText)};
        case Kind::Link:
            return {none, QColor(), isDown() ? c(Role::Text) : c(Role::AccentText)};
    }
    return {};
}

void Button::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Look look = this->look();
    const qreal radius = m_round                 ? width() / 2.0
                         : m_size == Size::Small ? metrics::kRadiusSmall
                                                 : metrics::kRadiusControl;
    const QRectF box = rect();
    if (m_kind != Kind::Link) {
        // Light secondary buttons stand on the page with a clear edge, dark ones with a raised fill.
        paint::roundedBox(p, box, m_size == Size::Hero ? 10 : radius, look.fill, look.edge);
    }

    const int side = iconSide();
    const bool bare = text().isEmpty();
    const Padding pad = paddingOf(m_size, m_kind);
    const QFont font = labelFont(m_size, m_kind);
    const QString label = words(text());
    const qreal labelWidth = QFontMetricsF(font).horizontalAdvance(label);
    const bool hasIcon = m_icon != Icon::None;
    qreal content = labelWidth;
    if (hasIcon) content += side + (bare ? 0 : pad.gap);
    if (m_trailing != Icon::None) content += 14 + pad.gap;
    qreal x = m_kind == Kind::Link ? 0 : (width() - content) / 2;
    x = std::max(x, bare ? 0.0 : qreal(std::min(pad.side, 6)));

    const QColor iconInk = isEnabled() && m_iconRole ? Theme::color(*m_iconRole) : look.ink;
    if (hasIcon || m_loading) {
        const qreal at = hasIcon ? x : std::max(4.0, x - side - 4);
        const QRectF iconBox(at, (height() - side) / 2.0, side, side);
        if (m_loading) {
            paint::spinner(p, iconBox.adjusted(1, 1, -1, -1), paint::withAlpha(look.ink, 0.25), look.ink,
                           m_phase);
        } else {
            paintIcon(p, m_icon, iconBox, iconInk);
        }
        if (hasIcon) x += side + pad.gap;
    }
    if (!bare) {
        paint::text(p, QRectF(x, 0, std::min(labelWidth + 1, width() - x), height()), label, font, look.ink);
        x += labelWidth + pad.gap;
    }
    if (m_trailing != Icon::None) {
        paintIcon(p, m_trailing, QRectF(x, (height() - 14) / 2.0, 14, 14), paint::withAlpha(look.ink, 0.8));
    }
}

void Button::animateHover(bool in) {
    if (!m_hoverAnimation) {
        m_hoverAnimation = new QVariantAnimation(this);
        m_hoverAnimation->setEasingCurve(QEasingCurve::OutCubic);
        connect(m_hoverAnimation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
            m_hover = value.toReal();
            update();
        });
    }
    m_hoverAnimation->stop();
    const qreal target = in ? 1 : 0;
    const int ms = Theme::duration(metrics::kHoverMs);
    if (ms == 0) {
        m_hover = target;
        update();
        return;
    }
    m_hoverAnimation->setDuration(ms);
    m_hoverAnimation->setStartValue(m_hover);
    m_hoverAnimation->setEndValue(target);
    m_hoverAnimation->start();
}

bool Button::event(QEvent* event) {
    switch (event->type()) {
        case QEvent::HoverEnter:
            if (isEnabled()) animateHover(true);
            break;
        case QEvent::HoverLeave:
            animateHover(false);
            break;
        case QEvent::EnabledChange:
            m_hover = 0;
            break;
        case QEvent::KeyPress: {
            // Enter presses like Space: every act works from the keyboard.
            const auto* key = static_cast<QKeyEvent*>(event);
            if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && isEnabled() &&
                key->modifiers() == Qt::NoModifier) {
                if (!m_loading) click();
                return true;
            }
            if (m_loading && key->key() == Qt::Key_Space) return true;
            break;
        }
        default:
            break;
    }
    return QPushButton::event(event);
}

void Button::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_timer) {
        QPushButton::timerEvent(event);
        return;
    }
    m_phase = std::fmod(m_phase + kSpinnerStep, 1.0);
    if (isVisible()) update();
}

void Button::nextCheckState() {
    if (!m_loading) QPushButton::nextCheckState();
}

bool Button::hitButton(const QPoint& pos) const {
    return !m_loading && rect().contains(pos);
}

}  // namespace keyreel::ui
