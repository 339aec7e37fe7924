#include "ui/widgets/theme_tile.h"

#include <QPainter>
#include <QPainterPath>
#include <array>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/choice.h"

namespace keyreel::ui {
namespace {

constexpr int kPicture = 108;
constexpr int kLabel = 34;

/// Rail, header and four covers, in the colours of one appearance.
void paintWindow(QPainter& p, const QRectF& r, Appearance appearance) {
    const Tokens t = Tokens::make(appearance, false);
    p.setPen(Qt::NoPen);
    const auto box = [&](qreal x, qreal y, qreal w, qreal h, qreal radius, const QColor& color) {
        p.setBrush(color);
        p.drawRoundedRect(
            QRectF(r.left() + x * r.width(), r.top() + y * r.height(), w * r.width(), h * r.height()), radius,
            radius);
    };
    box(0, 0, 1, 1, 0, t[Role::BgWindow]);
    box(0, 0, 0.2, 1, 0, t[Role::BgRail]);
    box(0.04, 0.28, 0.13, 0.07, 2, t[Role::BgPressed]);
    for (int i = 0; i < 3; ++i)
        box(0.05, 0.42 + 0.11 * i, 0.1, 0.03, 1, t[Role::LineStrong]);
    box(0.28, 0.1, 0.18, 0.06, 2, t[Role::Text]);
    box(0.82, 0.08, 0.13, 0.1, 2, t[Role::Accent]);
    const std::array covers{Role::Series1, Role::Series2, Role::Series3, Role::Series4};
    for (std::size_t i = 0; i < covers.size(); ++i) {
        const qreal x = 0.28 + 0.175 * static_cast<qreal>(i);
        box(x, 0.27, 0.145, 0.4, 2, t[covers[i]]);
        box(x, 0.73, 0.12, 0.03, 1, t[Role::Text2]);
        box(x, 0.8, 0.08, 0.03, 1, t[Role::LineStrong]);
    }
}

}  // namespace

ThemeTile::ThemeTile(ThemeOptions::Mode mode, const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_mode(mode) {
    installAccessibility();
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ThemeTile::sizeHint() const {
    return {176, kPicture + Theme::scaled(kLabel)};
}

bool ThemeTile::hitButton(const QPoint& pos) const {
    return rect().contains(pos);
}

void ThemeTile::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const int label = Theme::scaled(kLabel);
    const QRectF picture = QRectF(0, 0, width(), height() - label).adjusted(2, 2, -2, -2);
    QPainterPath frame;
    frame.addRoundedRect(picture, metrics::kRadiusControl, metrics::kRadiusControl);
    p.save();
    p.setClipPath(frame);
    paintWindow(p, picture, m_mode == ThemeOptions::Mode::Light ? Appearance::Light : Appearance::Dark);
    if (m_mode == ThemeOptions::Mode::System) {
        QPainterPath right;
        right.moveTo(picture.left() + picture.width() * 0.6, picture.top());
        right.lineTo(picture.topRight());
        right.lineTo(picture.bottomRight());
        right.lineTo(picture.left() + picture.width() * 0.42, picture.bottom());
        right.closeSubpath();
        p.setClipPath(right, Qt::IntersectClip);
        paintWindow(p, picture, Appearance::Light);
    }
    p.restore();
    const QRectF edge(0, 0, width(), height() - label);
    paint::roundedBox(p, edge, metrics::kRadiusBanner, {},
                      Theme::color(isChecked()    ? Role::AccentBar
                                   : underMouse() ? Role::LineControl
                                                  : Role::LineStrong),
                      isChecked() ? 2 : 1);
    const qreal middle = height() - label / 2.0 + 2;
    Radio::paintMark(p, QRectF(1, middle - 8, 16, 16), isChecked(), underMouse(), isEnabled());
    paint::text(p, QRectF(26, middle - label / 2.0, width() - 26, label), text(), Theme::font(Type::Control),
                Theme::color(Role::Text));
}

}  // namespace keyreel::ui
