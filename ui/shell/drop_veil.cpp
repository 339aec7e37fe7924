#include "ui/shell/drop_veil.h"

#include <QPainter>

#include "ui/icons/icon.h"
#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace keyreel::ui {

DropVeil::DropVeil(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(QStringLiteral("dropVeil"));
    hide();
}

void DropVeil::show(const QString& title, const QString& line, bool welcome) {
    m_title = title;
    m_line = line;
    m_welcome = welcome;
    setAccessibleName(title);
    setGeometry(parentWidget()->rect());
    raise();
    QWidget::show();
    update();
}

void DropVeil::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.fillRect(rect(), Theme::color(Role::SheetVeil));
    const QRectF box = QRectF(rect()).adjusted(20, 20, -20, -20);
    paint::roundedBox(p, box, metrics::kRadiusSheet,
                      paint::withAlpha(Theme::color(m_welcome ? Role::AccentWash : Role::BgCard), 0.94),
                      Theme::color(m_welcome ? Role::AccentBar : Role::LineStrong), 2);
    const QPointF c = box.center();
    const QRectF tile(c.x() - 28, c.y() - 92, 56, 56);
    paint::roundedBox(p, tile, 28, Theme::color(m_welcome ? Role::AccentSoft : Role::BgRaised),
                      Theme::color(m_welcome ? Role::AccentBar : Role::LineStrong), 1.5);
    paintIcon(p, m_welcome ? Icon::ArrowDown : Icon::Close, tile.adjusted(15, 15, -15, -15),
              Theme::color(m_welcome ? Role::AccentText : Role::Text2));
    paint::text(p, QRectF(box.left() + 24, c.y() - 18, box.width() - 48, 32), m_title,
                Theme::font(Type::Hero), Theme::color(Role::Text), Qt::AlignCenter);
    paint::text(p, QRectF(box.left() + 24, c.y() + 18, box.width() - 48, 22), m_line, Theme::font(Type::Body),
                Theme::color(Role::Text2), Qt::AlignCenter);
}

}  // namespace keyreel::ui
