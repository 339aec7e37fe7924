#include "ui/shell/navigation_rail.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/paint/paint.h"
#include "ui/shell/identity_card.h"
#include "ui/shell/navigation_item.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {

namespace {
constexpr int kTextAt = 40;
}

NavigationItem::NavigationItem(const QString& id, Icon icon, const QString& title, QWidget* parent)
    : QAbstractButton(parent), m_id(id), m_icon(icon) {
    installAccessibility();
    setText(title);
    setObjectName(QStringLiteral("rail.") + id);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void NavigationItem::setCurrent(bool current) {
    m_current = current;
    update();
}

void NavigationItem::setCount(int count, int attention) {
    m_count = count;
    m_attention = attention;
    describe();
    update();
}

void NavigationItem::setNarrow(bool narrow) {
    m_narrow = narrow;
    describe();
    updateGeometry();
}

void NavigationItem::describe() {
    QString spoken = text();
    if (m_count > 0) spoken += m_count == 1 ? tr(", 1 job") : tr(", %1 jobs").arg(m_count);
    if (m_attention > 0)
        spoken += m_attention == 1 ? tr(", 1 needs you") : tr(", %1 need you").arg(m_attention);
    setAccessibleName(spoken);
    const bool fits = QFontMetricsF(Theme::font(Type::Control)).horizontalAdvance(text()) <= textRoom();
    setToolTip(m_narrow || !fits ? spoken : QString());
}

int NavigationItem::textRoom() const {
    return width() - kTextAt - (m_count > 0 ? 40 : 8);
}

void NavigationItem::resizeEvent(QResizeEvent* event) {
    QAbstractButton::resizeEvent(event);
    describe();
}

QSize NavigationItem::sizeHint() const {
    return {m_narrow ? 44 : 188, Theme::scaled(36)};
}

void NavigationItem::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const bool dark = Theme::isDark();
    if (m_current) {
        if (dark) {
            paint::roundedBox(p, rect(), metrics::kRadiusControl, Theme::color(Role::BgHover));
        } else {
            paint::roundedBox(p, rect(), metrics::kRadiusControl, Theme::color(Role::BgCard),
                              Theme::color(Role::Line));
        }
    } else if (isDown()) {
        paint::roundedBox(p, rect(), metrics::kRadiusControl, Theme::color(Role::BgPressed));
    } else if (underMouse()) {
        paint::roundedBox(p, rect(), metrics::kRadiusControl,
                          Theme::color(dark ? Role::BgRaised : Role::BgHover));
    }
    const qreal iconX = m_narrow ? (width() - 18) / 2.0 : 11;
    const QRectF iconBox(iconX, (height() - 18) / 2.0, 18, 18);
    paintIcon(p, m_icon, iconBox, Theme::color(m_current ? Role::AccentText : Role::Text2));
    const bool red = m_attention > 0;
    if (m_narrow) {
        if (m_count > 0) {
            paint::roundedBox(p, QRectF(iconBox.right() - 2, iconBox.top() - 4, 8, 8), 4,
                              Theme::color(red ? Role::Error : Role::Text2));
        }
        return;
    }
    paint::text(p, QRectF(kTextAt, 0, textRoom(), height()), text(), Theme::font(Type::Control),
                Theme::color(m_current || underMouse() ? Role::Text : Role::Text2));
    if (m_count > 0) {
        const QString number = m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
        const QFont font = Theme::font(Type::Micro);
        const qreal w = std::max(18.0, QFontMetricsF(font).horizontalAdvance(number) + 11);
        const QRectF pill(width() - 10 - w, (height() - 18) / 2.0, w, 18);
        paint::roundedBox(p, pill, 9,
                          Theme::color(red    ? Role::ErrorSoft
                                       : dark ? Role::BgPressed
                                              : Role::BgPressed),
                          red ? Theme::color(Role::ErrorLine) : QColor());
        paint::text(p, pill, number, font, Theme::color(red ? Role::Error : Role::Text2), Qt::AlignCenter);
    }
}

class NavigationRail::Mark : public QWidget {
public:
    Mark() { setFixedHeight(32); }
    bool narrow = false;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        const qreal x = narrow ? (width() - 24) / 2.0 : 8;
        paintIcon(p, Icon::Reel, QRectF(x, 4, 24, 24), Theme::color(Role::Text));
        if (narrow) return;
        QFont font = Theme::font(Type::Section);
        font.setPixelSize(Theme::scaled(16));
        paint::text(p, QRectF(41, 0, width() - 41, 32), QStringLiteral("Keyreel"), font,
                    Theme::color(Role::Text));
    }
};

NavigationRail::NavigationRail(QWidget* parent)
    : QFrame(parent),
      m_pages(new QVBoxLayout),
      m_foot(new QVBoxLayout),
      m_mark(new Mark),
      m_identity(new IdentityCard) {
    installAccessibility();
    setAccessibleName(tr("Pages"));
    setObjectName(QStringLiteral("rail"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 16, 13, 12);
    column->setSpacing(0);
    column->addWidget(m_mark);
    column->addSpacing(16);
    m_pages->setSpacing(2);
    column->addLayout(m_pages);
    column->addStretch(1);
    m_foot->setSpacing(2);
    column->addLayout(m_foot);
    column->addSpacing(10);
    column->addWidget(m_identity);
    setNarrow(false);
}

void NavigationRail::addItem(const QString& id, Icon icon, const QString& title, bool atFoot) {
    auto* item = new NavigationItem(id, icon, title, this);
    item->setNarrow(m_narrow);
    m_items << item;
    (atFoot ? m_foot : m_pages)->addWidget(item);
    connect(item, &NavigationItem::clicked, this, [this, id] { Q_EMIT activated(id); });
}

NavigationItem* NavigationRail::item(const QString& id) const {
    for (NavigationItem* candidate : m_items) {
        if (candidate->id() == id) return candidate;
    }
    return nullptr;
}

void NavigationRail::setCurrent(const QString& id) {
    m_current = id;
    for (NavigationItem* candidate : m_items)
        candidate->setCurrent(candidate->id() == id);
}

void NavigationRail::setCount(const QString& id, int count, int attention) {
    if (NavigationItem* found = item(id)) found->setCount(count, attention);
}

void NavigationRail::setNarrow(bool narrow) {
    m_narrow = narrow;
    setFixedWidth(narrow ? metrics::kRailNarrow : metrics::kRailWidth);
    layout()->setContentsMargins(narrow ? 8 : 12, 16, narrow ? 9 : 13, 12);
    m_mark->narrow = narrow;
    m_mark->update();
    for (NavigationItem* candidate : m_items)
        candidate->setNarrow(narrow);
    m_identity->setNarrow(narrow);
}

void NavigationRail::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.fillRect(rect(), Theme::color(Role::BgRail));
    p.fillRect(QRect(width() - 1, 0, 1, height()),
               Theme::color(Theme::isDark() ? Role::LineSoft : Role::Line));
}

void NavigationRail::keyPressEvent(QKeyEvent* event) {
    QList<QWidget*> stops;
    for (NavigationItem* candidate : m_items)
        stops << candidate;
    stops << m_identity;
    int current = -1;
    for (int i = 0; i < stops.size(); ++i) {
        if (stops.at(i)->hasFocus()) current = i;
    }
    if (current >= 0) {
        switch (event->key()) {
            case Qt::Key_Up:
                stops.at(std::max(0, current - 1))->setFocus(Qt::BacktabFocusReason);
                return;
            case Qt::Key_Down:
                stops.at(std::min(int(stops.size()) - 1, current + 1))->setFocus(Qt::TabFocusReason);
                return;
            case Qt::Key_Return:
            case Qt::Key_Enter:
                static_cast<QAbstractButton*>(stops.at(current))->click();
                return;
            default:
                break;
        }
    }
    QFrame::keyPressEvent(event);
}

}  // namespace keyreel::ui
