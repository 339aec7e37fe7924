#include "ui/widgets/badge.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {

namespace {
constexpr qreal kIcon = 12;
}  // namespace

BadgeSpec BadgeSpec::owned() {
    return {ui::tr("Owned"), Icon::Key, Tone::Accent};
}
BadgeSpec BadgeSpec::protectedFilm() {
    return {ui::tr("Protected"), Icon::Lock, Tone::Info};
}
BadgeSpec BadgeSpec::published() {
    return {ui::tr("Published"), Icon::Globe, Tone::Ok};
}
BadgeSpec BadgeSpec::draft() {
    return {ui::tr("Draft"), Icon::Pencil, Tone::Neutral, true};
}
BadgeSpec BadgeSpec::revoked() {
    return {ui::tr("Revoked"), Icon::None, Tone::Error};
}
BadgeSpec BadgeSpec::needsGateway() {
    return {ui::tr("Needs gateway"), Icon::Offline, Tone::Neutral};
}
BadgeSpec BadgeSpec::onThisComputer() {
    return {ui::tr("On this computer"), Icon::Check, Tone::Ok};
}
BadgeSpec BadgeSpec::free() {
    return {ui::tr("Free"), Icon::Heart, Tone::Neutral};
}

Badge::Badge(const BadgeSpec& spec, QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setSpec(spec);
}

void Badge::setSpec(const BadgeSpec& spec) {
    m_spec = spec;
    setAccessibleName(spec.text);
    setVisible(!spec.isEmpty());
    updateGeometry();
    update();
}

QSize Badge::size(const BadgeSpec& spec) {
    if (spec.isEmpty()) return {0, 0};
    const qreal text = QFontMetricsF(Theme::font(Type::Micro)).horizontalAdvance(spec.text);
    return {int(std::ceil(text + 14 + (spec.icon == Icon::None ? 0 : kIcon + 4))), Theme::scaled(20)};
}

void Badge::paint(QPainter& p, const QPointF& topLeft, const BadgeSpec& spec, bool dimmed) {
    if (spec.isEmpty()) return;
    const QRectF box(topLeft, QSizeF(size(spec)));
    Role fill = toneSoft(spec.tone);
    Role edge = toneLine(spec.tone);
    if (spec.dashed) {
        fill = Role::BgWindow;
        edge = Role::LineStrong;
    }
    paint::roundedBox(p, box, metrics::kRadiusBadge, Theme::color(fill), Theme::color(edge), 1,
                      spec.dashed ? Qt::DashLine : Qt::SolidLine);
    const QColor ink = Theme::color(dimmed ? Role::Text3 : toneText(spec.tone));
    qreal x = box.left() + 7;
    if (spec.icon != Icon::None) {
        paintIcon(p, spec.icon, QRectF(x, box.center().y() - kIcon / 2, kIcon, kIcon), ink);
        x += kIcon + 4;
    }
    paint::text(p, QRectF(x, box.top(), box.right() - x, box.height()), spec.text, Theme::font(Type::Micro),
                ink);
}

void Badge::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paint(p, {0, (height() - size(m_spec).height()) / 2.0}, m_spec);
}

}  // namespace keyreel::ui
