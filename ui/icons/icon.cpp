#include "ui/icons/icon.h"

#include <QIconEngine>
#include <QPainter>
#include <cmath>

#include "ui/theme/theme.h"

namespace keyreel::ui {

namespace {

constexpr qreal kGrid = 24;
constexpr qreal kStroke = 1.75;

// A film reel with three holes of which two are filled: any 2 of 3.
void paintReel(QPainter& p, const QColor& color) {
    const QColor brass = Theme::color(Role::Accent);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(color, 1.7));
    p.drawEllipse(QPointF(12, 12), 10.4, 10.4);
    const auto hole = [](double degrees) {
        const double a = degrees * M_PI / 180;
        return QPointF(12 + 5.1 * std::cos(a), 12 + 5.1 * std::sin(a));
    };
    p.setPen(QPen(color, 1.5));
    p.drawEllipse(hole(150), 2.15, 2.15);
    p.setPen(Qt::NoPen);
    p.setBrush(brass);
    p.drawEllipse(hole(-90), 2.9, 2.9);
    p.drawEllipse(hole(30), 2.9, 2.9);
    p.setBrush(color);
    p.drawEllipse(QPointF(12, 12), 1.15, 1.15);
}

class ThemeIconEngine : public QIconEngine {
public:
    ThemeIconEngine(Icon icon, std::optional<Role> role) : m_icon(icon), m_role(role) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        Role role = m_role.value_or(Role::Text2);
        if (mode == QIcon::Disabled) role = Role::TextDisabled;
        if (!m_role && (mode == QIcon::Active || mode == QIcon::Selected)) role = Role::Text;
        paintIcon(*painter, m_icon, rect, Theme::color(role));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter p(&pixmap);
        paint(&p, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        return pixmap(size, mode, state);
    }

    QIconEngine* clone() const override { return new ThemeIconEngine(m_icon, m_role); }
    QString key() const override { return QStringLiteral("keyreel"); }
    bool isNull() override { return m_icon == Icon::None; }

private:
    Icon m_icon;
    std::optional<Role> m_role;
};

}  // namespace

void paintIcon(QPainter& painter, Icon icon, const QRectF& box, const QColor& color) {
    if (icon == Icon::None || icon == Icon::Count_) return;
    const qreal side = std::min(box.width(), box.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center() - QPointF(side / 2, side / 2));
    painter.scale(side / kGrid, side / kGrid);
    if (icon == Icon::Reel) {
        paintReel(painter, color);
        painter.restore();
        return;
    }
    const IconPath& path = iconPath(icon);
    // Small icons keep a stroke of at least 1.15 px, else they turn to mist.
    const qreal width = std::max(kStroke, 1.15 * kGrid / side);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path.stroke);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(path.fill);
    painter.restore();
}

QIcon makeIcon(Icon icon, std::optional<Role> role) {
    return QIcon(new ThemeIconEngine(icon, role));
}

}  // namespace keyreel::ui
