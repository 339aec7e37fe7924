#include "ui/widgets/player_panels.h"

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/command_hint.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

namespace {
constexpr int kShadow = 28;
}

Button* stepButton(const QString& sign, const QString& name, const QString& object) {
    constexpr int kWidth = 28;
    auto* button = new Button(sign, Button::Kind::Ghost);
    button->setSize(Button::Size::Small);
    button->setFixedWidth(kWidth);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setObjectName(object);
    return button;
}

RaisedPanel::RaisedPanel(QWidget* parent, int radius) : QWidget(parent), m_radius(radius) {
    setContentsMargins(kShadow, kShadow, kShadow, kShadow);
}

void RaisedPanel::setPanelGeometry(const QRect& panel) {
    setGeometry(panel.adjusted(-kShadow, -kShadow, kShadow, kShadow));
}

QRect RaisedPanel::panelRect() const {
    return geometry().adjusted(kShadow, kShadow, -kShadow, -kShadow);
}

QSize RaisedPanel::panelHint() const {
    return sizeHint() - QSize(2 * kShadow, 2 * kShadow);
}

void RaisedPanel::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const QRectF box = QRectF(rect()).adjusted(kShadow, kShadow, -kShadow, -kShadow);
    paint::shadow(p, box, m_radius);
    paint::roundedBox(p, box, m_radius, Theme::color(Role::BgPopover), Theme::color(Role::LineStrong));
}

PlayerChip::PlayerChip(QWidget* parent)
    : RaisedPanel(parent),
      m_title(new Label(QString(), Type::Strong, Role::Text)),
      m_maker(new Label(QString(), Type::Small, Role::Text2)),
      m_badge(new Badge(BadgeSpec{})) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 16, 6);
    row->setSpacing(8);
    Button* back = Button::iconOnly(Icon::ArrowLeft, tr("Back (Esc)"), this, 32);
    back->setObjectName(QStringLiteral("player.back"));
    row->addWidget(back);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->setContentsMargins(0, 0, 8, 0);
    m_maker->setMaximumHeight(16);
    words->addWidget(m_title);
    words->addWidget(m_maker);
    row->addLayout(words);
    row->addWidget(m_badge);
    connect(back, &Button::clicked, this, &PlayerChip::backRequested);
}

void PlayerChip::set(const QString& title, const QString& maker, const BadgeSpec& badge) {
    m_title->setText(title);
    m_maker->setText(maker);
    m_maker->setVisible(!maker.isEmpty());
    m_badge->setSpec(badge);
    setAccessibleName(title);
    adjustSize();
}

// The steps with their joining line, painted as one column.
class OpeningPanel::Steps : public QWidget {
public:
    void set(const QList<Step>& steps) {
        m_steps = steps;
        QStringList spoken;
        for (const Step& s : steps)
            spoken << s.title + QStringLiteral(", ") + s.value;
        setAccessibleName(spoken.join(QStringLiteral(". ")));
        updateGeometry();
        update();
    }
    QSize sizeHint() const override { return {304, int(layoutSteps(nullptr, 304)) + 2}; }
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        layoutSteps(&p, width());
    }

private:
    qreal layoutSteps(QPainter* p, int wide) const {
        const qreal x = 40;
        qreal y = 0;
        const qreal strong = Theme::lineHeight(Type::Strong);
        for (int i = 0; i < m_steps.size(); ++i) {
            const Step& s = m_steps.at(i);
            const qreal top = y;
            if (p) {
                const QRectF disc(0, top, 26, 26);
                paint::roundedBox(*p, disc, 13, Theme::color(Role::AccentSoft), Theme::color(Role::AccentBar),
                                  1.5);
                paintIcon(*p, s.icon, disc.adjusted(6, 6, -6, -6), Theme::color(Role::AccentText));
                paint::digits(*p, QRectF(x, top + 3, wide - x, strong), s.value, Theme::font(Type::Small),
                              Theme::color(Role::Text2), Qt::AlignRight | Qt::AlignVCenter);
            }
            const qreal beside = paint::digitsWidth(s.value, Theme::font(Type::Small)) + 8;
            y += 3;
            y += paint::wrapped(p, QRectF(x, y, wide - x - beside, 1), s.title, Theme::font(Type::Strong),
                                Theme::color(Role::Text), strong);
            y += paint::wrapped(p, QRectF(x, y, wide - x, 1), s.text, Theme::font(Type::Small),
                                Theme::color(Role::Text2), 17);
            if (!s.nodes.isEmpty()) y += 8;
            qint64 longest = 1;
            for (const NodeTime& n : s.nodes)
                longest = std::max(longest, n.ms);
            for (const NodeTime& n : s.nodes) {
                if (p) {
                    const QColor dot = Theme::color(n.needed ? Role::Ok : Role::Text3);
                    paint::roundedBox(*p, QRectF(x, y + 8, 7, 7), 3.5, n.needed ? dot : QColor(),
                                      n.needed ? QColor() : dot, 1.5);
                    const QFont name = Theme::font(Type::SmallStrong);
                    paint::text(*p, QRectF(x + 17, y + 2, 120, 18), n.place, name, Theme::color(Role::Text));
                    if (!n.needed) {
                        paint::text(*p,
                                    QRectF(x + 17 + QFontMetricsF(name).horizontalAdvance(n.place) + 4, y + 2,
                                           120, 18),
                                    OpeningPanel::tr("not needed"), Theme::font(Type::Small),
                                    Theme::color(Role::Text3));
                    }
                    // A node that nobody waited for has no time worth showing.
                    if (n.needed)
                        paint::digits(*p, QRectF(x, y + 2, wide - x, 18), OpeningPanel::tr("%1 ms").arg(n.ms),
                                      Theme::font(Type::Small), Theme::color(Role::Text2),
                                      Qt::AlignRight | Qt::AlignVCenter);
                    const QRectF bar(x + 17, y + 22, wide - x - 17, 3);
                    paint::roundedBox(*p, bar, 1.5, Theme::color(Role::Track));
                    const qreal part =
                        n.needed ? std::max(4.0, bar.width() * double(n.ms) / double(longest)) : 0;
                    paint::roundedBox(*p, QRectF(bar.left(), bar.top(), part, 3), 1.5,
                                      Theme::color(Role::AccentBar));
                }
                y += 34;
            }
            y = std::max(y, top + 30) + 14;
            if (p && i + 1 < m_steps.size()) {
                p->setPen(QPen(Theme::color(Role::AccentLine), 2));
                p->drawLine(QPointF(13, top + 31), QPointF(13, y - 4));
            }
        }
        return y;
    }
    QList<Step> m_steps;
};

OpeningPanel::OpeningPanel(QWidget* parent)
    : RaisedPanel(parent),
      m_diagram(new QuorumDiagram),
      m_total(new Label(QString(), Type::Hero, Role::Text)),
      m_meaning(new Label(QString(), Type::Small, Role::Text2)),
      m_steps(new Steps),
      m_record(new Button(QString(), Button::Kind::Secondary, Icon::Activity)) {
    installAccessibility();
    setAccessibleName(tr("How this opened"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 16);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("How this opened"), Type::Section, Role::Text));
    head->addStretch(1);
    Button* close = Button::iconOnly(Icon::Close, tr("Close"));
    close->setObjectName(QStringLiteral("opening.close"));
    setCommands(close, {QStringLiteral("player.opening")});
    connect(close, &Button::clicked, this, &OpeningPanel::closeRequested);
    head->addWidget(close);
    column->addLayout(head);
    column->addSpacing(12);
    auto* inset = new Card(nullptr, Card::Kind::Inset);
    inset->body()->setContentsMargins(6, 8, 6, 8);
    inset->body()->addWidget(m_diagram);
    inset->setFixedHeight(154);
    m_diagramBox = inset;
    column->addWidget(inset);
    column->addSpacing(14);
    auto* total = new QHBoxLayout;
    total->setSpacing(10);
    total->addWidget(m_total, 0, Qt::AlignBottom);
    total->addWidget(m_meaning, 1, Qt::AlignBottom);
    m_meaning->setWordWrap(true);
    column->addLayout(total);
    column->addSpacing(14);
    column->addWidget(new Divider);
    column->addSpacing(14);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_steps);
    m_steps->setAutoFillBackground(false);
    column->addWidget(m_scroll, 1);
    column->addWidget(new Divider);
    column->addSpacing(12);
    m_export = new Button(tr("Export proof..."), Button::Kind::Secondary, Icon::Share);
    m_export->setSize(Button::Size::Small);
    m_export->setObjectName(QStringLiteral("opening.export"));
    m_export->setToolTip(tr("A file by which anyone can check how this opened"));
    m_export->hide();
    connect(m_export, &Button::clicked, this, &OpeningPanel::exportRequested);
    auto* proof = new QHBoxLayout;
    proof->addWidget(m_export);
    proof->addStretch(1);
    column->addLayout(proof);
    column->addSpacing(8);
    auto* foot = new FlowLayout(8, 6);
    m_record->setSize(Button::Size::Small);
    m_record->setObjectName(QStringLiteral("opening.record"));
    m_record->hide();
    auto* copy = new Button(tr("Copy details"), Button::Kind::Ghost, Icon::Copy);
    copy->setSize(Button::Size::Small);
    copy->setObjectName(QStringLiteral("opening.copy"));
    connect(m_record, &Button::clicked, this, &OpeningPanel::recordRequested);
    connect(copy, &Button::clicked, this, &OpeningPanel::copyRequested);
    foot->addWidget(m_record);
    foot->addWidget(copy);
    column->addLayout(foot);
    setFixedWidth(344 + 2 * kShadow);
}

void OpeningPanel::setDiagram(int threshold, const QList<QuorumDiagram::Node>& nodes) {
    m_diagramBox->setVisible(!nodes.isEmpty());
    m_diagram->setNodes(threshold, nodes);
}

void OpeningPanel::setTotal(const QString& value, const QString& meaning) {
    m_total->setText(value);
    m_meaning->setText(meaning);
}

void OpeningPanel::setProof(bool there) {
    m_export->setVisible(there);
}

void OpeningPanel::setSteps(const QList<Step>& steps) {
    m_steps->set(steps);
}

void OpeningPanel::setRecordLabel(const QString& label) {
    m_record->setText(label);
    m_record->setVisible(!label.isEmpty());
}

void OpeningPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
        return;
    }
    QScrollBar* bar = m_scroll->verticalScrollBar();
    if (bar->maximum() > 0 && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        bar->triggerAction(event->key() == Qt::Key_Down ? QAbstractSlider::SliderSingleStepAdd
                                                        : QAbstractSlider::SliderSingleStepSub);
        return;
    }
    RaisedPanel::keyPressEvent(event);
}

PlayerMenu::PlayerMenu(const QString& title, QWidget* parent)
    : RaisedPanel(parent, metrics::kRadiusCard), m_rows(new QVBoxLayout(this)), m_title(title) {
    installAccessibility();
    setAccessibleName(title);
    m_rows->setContentsMargins(7, 8, 7, 8);
    m_rows->setSpacing(0);
    auto* label = new Label(title, Type::Small, Role::Text3);
    label->setContentsMargins(10, 4, 10, 6);
    label->setMinimumHeight(28);
    m_rows->addWidget(label);
    hide();
}

void PlayerMenu::setItems(const QList<Item>& items) {
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const Item& item : items) {
        auto* row = new MenuRow(item);
        m_rows->addWidget(row);
        m_buttons << row;
        connect(row, &Button::clicked, this, [this, id = item.id] {
            // The receiver may rebuild the menu: say it last.
            dismiss();
            Q_EMIT chosen(id);
        });
    }
    adjustSize();
}

void PlayerMenu::popUp(const QPoint& corner) {
    m_focusBefore = window()->focusWidget();
    m_rows->activate();
    const QSize size = panelHint().expandedTo(QSize(200, 0));
    setPanelGeometry(QRect(corner - QPoint(size.width(), size.height()), size));
    show();
    raise();
    for (Button* button : m_buttons) {
        if (button->isChecked()) {
            button->setFocus(Qt::PopupFocusReason);
            return;
        }
    }
    if (!m_buttons.isEmpty()) m_buttons.first()->setFocus(Qt::PopupFocusReason);
}

void PlayerMenu::dismiss() {
    hide();
    if (m_focusBefore) m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void PlayerMenu::keyPressEvent(QKeyEvent* event) {
    int current = -1;
    for (int i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons.at(i)->hasFocus()) current = i;
    }
    const int count = int(m_buttons.size());
    const auto go = [this, count](int from, int step) {
        for (int i = from; i >= 0 && i < count; i += step) {
            if (m_buttons.at(i)->isEnabled()) {
                m_buttons.at(i)->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    };
    switch (event->key()) {
        case Qt::Key_Escape:
            dismiss();
            return;
        case Qt::Key_Up:
            go(current - 1, -1);
            return;
        case Qt::Key_Down:
            go(current + 1, 1);
            return;
        case Qt::Key_Home:
            go(0, 1);
            return;
        case Qt::Key_End:
            go(count - 1, -1);
            return;
        default:
            RaisedPanel::keyPressEvent(event);
    }
}

KeyFeedback::KeyFeedback(QWidget* parent) : QWidget(parent) {
    installAccessibility();
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_hide.setSingleShot(true);
    m_hide.setInterval(600);
    connect(&m_hide, &QTimer::timeout, this, &QWidget::hide);
}

void KeyFeedback::show(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    const int w = int(paint::digitsWidth(text, Theme::font(Type::Strong))) + 34;
    const int h = Theme::scaled(36);
    setGeometry((parentWidget()->width() - w) / 2, 28, w, h);
    raise();
    QWidget::show();
    announce(this, text);
    m_hide.start();
    update();
}

void KeyFeedback::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paint::roundedBox(p, rect(), height() / 2.0, Theme::color(Role::BgPopover),
                      Theme::color(Role::LineStrong));
    paint::digits(p, rect(), m_text, Theme::font(Type::Strong), Theme::color(Role::Text), Qt::AlignCenter);
}

}  // namespace keyreel::ui
