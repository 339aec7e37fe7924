#include "ui/widgets/quorum_diagram.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/icons/icon.h"
#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {

namespace {

struct Measures {
    qreal tile;
    qreal disc;
    qreal row;
    qreal words;
};

Measures measures(bool large) {
    return large ? Measures{48, 60, 138, 130} : Measures{48, 28, 48, 150};
}

}  // namespace

QuorumDiagram::QuorumDiagram(QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void QuorumDiagram::setNodes(int threshold, const QList<Node>& nodes) {
    if (threshold == m_threshold && nodes == m_all) return;
    m_threshold = threshold;
    m_all = nodes;
    m_nodes = nodes.mid(0, kMostNodes);
    const QString spoken = spokenText();
    setAccessibleName(spoken);
    // What may be elided beside the nodes.
    QStringList whole;
    for (const Node& node : m_nodes)
        whole << (node.place + QLatin1Char(' ') + node.line).trimmed();
    setToolTip(whole.join(QLatin1Char('\n')));
    announce(this, spoken);
    updateTimer();
    updateGeometry();
    update();
}

void QuorumDiagram::setLarge(bool large) {
    m_large = large;
    updateGeometry();
}

QString QuorumDiagram::spokenText() const {
    QStringList answered;
    QStringList others;
    for (const Node& node : m_all) {
        const QString detail = node.spoken.isEmpty() ? node.line : node.spoken;
        switch (node.state) {
            case NodeState::Answered:
                answered << (node.place + QLatin1Char(' ') + detail).trimmed();
                break;
            case NodeState::Idle:
                others << tr("%1 not needed").arg(node.place);
                break;
            case NodeState::Asking:
                others << tr("%1 being asked").arg(node.place);
                break;
            case NodeState::Failed:
                others << QStringLiteral("%1 %2").arg(node.place, detail);
                break;
        }
    }
    QString text = tr("%1 of %2 key nodes answered").arg(answered.size()).arg(m_all.size());
    if (!answered.isEmpty()) text += QStringLiteral(": ") + answered.join(QStringLiteral(", "));
    if (!others.isEmpty()) text += QStringLiteral("; ") + others.join(QStringLiteral(", "));
    return text;
}

QSize QuorumDiagram::sizeHint() const {
    const Measures m = measures(m_large);
    return {m_large ? 520 : 300, int(m.row * std::max(1, int(m_nodes.size())))};
}

QSize QuorumDiagram::minimumSizeHint() const {
    return {240, 36 * std::max(1, int(m_nodes.size()))};
}

void QuorumDiagram::updateTimer() {
    const bool wanted = isVisible() && !Theme::lessMotion() &&
                        std::any_of(m_nodes.begin(), m_nodes.end(),
                                    [](const Node& n) { return n.state == NodeState::Asking; });
    if (wanted && !m_timer) m_timer = startTimer(33);
    if (!wanted && m_timer) {
        killTimer(m_timer);
        m_timer = 0;
    }
}

void QuorumDiagram::showEvent(QShowEvent*) {
    updateTimer();
}
void QuorumDiagram::hideEvent(QHideEvent*) {
    updateTimer();
}
void QuorumDiagram::timerEvent(QTimerEvent*) {
    m_phase = std::fmod(m_phase + 0.03, 1.0);
    update();
}

void QuorumDiagram::paintEvent(QPaintEvent*) {
    if (m_nodes.isEmpty()) return;
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Measures m = measures(m_large);
    const qreal row = std::min(m.row, height() / qreal(int(m_nodes.size())));
    const qreal top = (height() - row * int(m_nodes.size())) / 2;
    const QFontMetricsF places(Theme::font(Type::Strong));
    const QFontMetricsF lines(Theme::font(Type::Small));
    qreal widest = 0;
    for (const Node& node : m_nodes)
        widest = std::max({widest, places.horizontalAdvance(node.place), lines.horizontalAdvance(node.line)});
    // Words that need more room take it from the curves.
    const qreal words = std::max(std::min(m.words, width() * 0.42), std::min(widest + 2, width() * 0.64));
    // Curves longer than this lose their shape: a wide widget centres the drawing instead.
    const qreal span = std::clamp(width() - 16 - m.tile - m.disc - 10 - words, 46.0, m_large ? 190.0 : 200.0);
    const qreal left = std::max(8.0, (width() - m.tile - span - m.disc - 10 - words) / 2);
    const QRectF tile(left, height() / 2.0 - m.tile / 2, m.tile, m.tile);
    const qreal discX = tile.right() + span;
    const QPointF from(tile.right(), tile.center().y());

    // Dashed curves first, so that none crosses an answer.
    QList<int> order;
    for (int i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes.at(i).state != NodeState::Answered) order << i;
    }
    for (int i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes.at(i).state == NodeState::Answered) order << i;
    }
    for (const int i : order) {
        const Node& node = m_nodes.at(i);
        const QPointF centre(discX + m.disc / 2, top + row * (i + 0.5));
        const QPointF to(discX, centre.y());
        QPainterPath curve(from);
        const qreal reach = (to.x() - from.x()) * 0.55;
        curve.cubicTo(from + QPointF(reach, 0), to - QPointF(reach, 0), to);

        QColor line = Theme::color(Role::AccentBar);
        QPen pen(line, 1.6);
        pen.setCapStyle(Qt::FlatCap);
        const auto dash = [&pen] { pen.setDashPattern({2.4, 2.6}); };
        switch (node.state) {
            case NodeState::Answered:
                break;
            case NodeState::Idle:
                pen.setColor(Theme::color(Role::LineStrong));
                dash();
                break;
            case NodeState::Asking:
                pen.setColor(Theme::color(Role::AccentLine));
                dash();
                break;
            case NodeState::Failed:
                pen.setColor(Theme::color(Role::Error));
                dash();
                break;
        }
        p.setBrush(Qt::NoBrush);
        p.setPen(pen);
        p.drawPath(curve);
    }
    paint::roundedBox(p, tile, 11, Theme::color(Role::BgRaised), Theme::color(Role::LineStrong));
    paintIcon(p, Icon::Lock, QRectF(tile.center().x() - 11, tile.center().y() - 11, 22, 22),
              Theme::color(Role::AccentText));

    for (int i = 0; i < m_nodes.size(); ++i) {
        const Node& node = m_nodes.at(i);
        const QPointF centre(discX + m.disc / 2, top + row * (i + 0.5));
        const QRectF disc(discX, centre.y() - m.disc / 2, m.disc, m.disc);
        const qreal glyph = m_large ? 24 : 16;
        const QRectF glyphBox(centre.x() - glyph / 2, centre.y() - glyph / 2, glyph, glyph);
        QColor key = Theme::color(Role::AccentText);
        switch (node.state) {
            case NodeState::Answered:
                paint::roundedBox(p, disc, m.disc / 2, Theme::color(Role::AccentSoft),
                                  Theme::color(Role::AccentBar), 1.5);
                break;
            case NodeState::Idle:
                paint::roundedBox(p, disc, m.disc / 2, Theme::color(Role::BgCard),
                                  Theme::color(Role::LineStrong), 1.5, Qt::DashLine);
                key = Theme::color(Role::Text3);
                break;
            case NodeState::Asking:
                paint::roundedBox(p, disc, m.disc / 2, Theme::color(Role::BgCard),
                                  Theme::color(Role::AccentLine), 1.5, Qt::DashLine);
                p.setPen(QPen(Theme::color(Role::AccentBar), 2, Qt::SolidLine, Qt::RoundCap));
                p.setBrush(Qt::NoBrush);
                p.drawArc(disc.adjusted(0.75, 0.75, -0.75, -0.75), int((90 - m_phase * 360) * 16), -100 * 16);
                key = Theme::color(Role::Text2);
                break;
            case NodeState::Failed:
                paint::roundedBox(p, disc, m.disc / 2, Theme::color(Role::ErrorSoft),
                                  Theme::color(Role::Error), 1.5);
                key = Theme::color(Role::Error);
                break;
        }
        paintIcon(p, Icon::Key, glyphBox, key);
        const qreal x = disc.right() + (m_large ? 16 : 10);
        const qreal strong = Theme::lineHeight(Type::Strong) - 2;
        const qreal small = Theme::lineHeight(Type::Small) - 3;
        const qreal y = centre.y() - (strong + small) / 2;
        paint::text(p, QRectF(x, y, width() - x, strong), node.place, Theme::font(Type::Strong),
                    Theme::color(Role::Text));
        paint::text(p, QRectF(x, y + strong, width() - x, small), node.line, Theme::font(Type::Small),
                    Theme::color(node.state == NodeState::Failed ? Role::Error : Role::Text3));
    }
}

}  // namespace keyreel::ui
