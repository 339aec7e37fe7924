#include "ui/widgets/qr_view.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {
namespace {

/// ISO/IEC 18004 section 6.3.8.
constexpr int kQuiet = 4;

}  // namespace

QrView::QrView(int side, QWidget* parent) : QWidget(parent), m_side(side) {
    setFixedSize(side, side);
    setObjectName(QStringLiteral("qr"));
}

void QrView::setModules(int width, std::vector<bool> modules) {
    const auto side = static_cast<std::size_t>(std::max(0, width));
    m_width = modules.size() == side * side ? width : 0;
    m_modules = std::move(modules);
    update();
}

void QrView::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const QColor text = Theme::color(Role::Text);
    const QColor ground = Theme::color(Role::BgCard);
    const bool darkTheme = text.lightness() > ground.lightness();
    const QColor light = darkTheme ? text : ground;
    const QColor dark = darkTheme ? Theme::color(Role::BgWindow) : text;
    p.setRenderHint(QPainter::Antialiasing);
    paint::roundedBox(p, QRectF(rect()), metrics::kRadiusBanner, light, Theme::color(Role::LineSoft));
    if (m_width == 0) return;
    p.setRenderHint(QPainter::Antialiasing, false);
    // Whole device pixels for each module, so that a camera sees edges.
    const qreal ratio = devicePixelRatioF();
    const qreal module = std::max(1.0, std::floor(m_side * ratio / (m_width + 2 * kQuiet))) / ratio;
    const qreal start = std::round((m_side - module * m_width) / 2 * ratio) / ratio;
    for (int y = 0; y < m_width; ++y)
        for (int x = 0; x < m_width; ++x)
            if (m_modules[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) +
                          static_cast<std::size_t>(x)])
                p.fillRect(QRectF(start + x * module, start + y * module, module, module), dark);
}

}  // namespace keyreel::ui
