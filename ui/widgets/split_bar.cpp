#include "ui/widgets/split_bar.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {
namespace {

constexpr qreal kGap = 2;
constexpr int kSwatch = 10;
constexpr int kWhole = 1000;

}  // namespace

SplitBar::SplitBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SplitBar::setParts(const QList<Part>& parts, const QString& spoken) {
    setAccessibleName(spoken);
    if (parts == m_parts) return;
    m_parts = parts;
    update();
}

void SplitBar::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF whole = QRectF(rect());
    const auto color = [](Role role) { return Theme::color(role); };
    QPainterPath shape;
    shape.addRoundedRect(whole, whole.height() / 2, whole.height() / 2);
    p.fillPath(shape, color(Role::Track));
    p.setClipPath(shape);
    // More than the whole is drawn to scale of what there is, so that every part is seen.
    int all = 0;
    for (const Part& part : m_parts)
        all += part.units;
    const qreal scale = whole.width() / std::max(all, kWhole);
    qreal x = whole.left();
    for (const Part& part : m_parts) {
        const qreal width = part.units * scale;
        if (width > 0)
            p.fillRect(QRectF(x, whole.top(), std::max<qreal>(1, width - kGap), whole.height()),
                       color(part.role));
        x += width;
    }
}

Swatch::Swatch(Role role, QWidget* parent) : QWidget(parent), m_role(role) {
    setFixedSize(kSwatch, Theme::scaled(metrics::kFieldHeight));
}

void Swatch::setRole(Role role) {
    m_role = role;
    update();
}

void Swatch::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF square(0, (height() - kSwatch) / 2.0, kSwatch, kSwatch);
    paint::roundedBox(p, square, 3, Theme::color(m_role));
}

}  // namespace keyreel::ui
