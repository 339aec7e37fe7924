#include "ui/pages/recent_drafts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/draft_rules.h"
#include "ui/models/engine.h"
#include "ui/models/formats.h"
#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr QSize kStill(96, 54);
constexpr int kPadding = 10;
constexpr int kLeastCard = 256;
constexpr int kMostColumns = 4;
constexpr int kRing = 14;
constexpr int kSoonMs = 250;
constexpr qreal kRingWidth = 2.5;

/// The part that is done, from the top clockwise; closed and green when all of it is.
void paintRing(QPainter& p, const QRectF& box, const DraftReadiness& readiness) {
    const QRectF line = box.adjusted(kRingWidth / 2, kRingWidth / 2, -kRingWidth / 2, -kRingWidth / 2);
    constexpr int kWhole = 360 * 16;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(Theme::color(Role::Track), kRingWidth));
    p.drawEllipse(line);
    p.setPen(QPen(Theme::color(readiness.isReady() ? Role::Ok : Role::AccentBar), kRingWidth, Qt::SolidLine,
                  Qt::FlatCap));
    p.drawArc(line, kWhole / 4, -kWhole * readiness.done / std::max(1, readiness.of));
    p.restore();
}

}  // namespace

DraftCard::DraftCard(const Draft& draft, const QImage& still, QWidget* parent)
    : QAbstractButton(parent),
      m_draft(draft),
      m_readiness(readinessOf(draft)),
      m_remove(Button::iconOnly(Icon::Trash, {}, this)) {
    installAccessibility();
    const QString title = draft.title.isEmpty() ? tr("Untitled film") : draft.title;
    setText(title);
    m_line = m_readiness.isReady() ? tr("Ready to publish") : m_readiness.next;
    setAccessibleName(tr("Draft %1").arg(title));
    setAccessibleDescription(tr("%1, %2 of %3").arg(m_line).arg(m_readiness.done).arg(m_readiness.of));
    setToolTip(tr("%1, edited %2").arg(draft.film, format::moment(draft.edited)));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setProperty("ringRadius", metrics::kRadiusCard);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    if (!still.isNull())
        m_still = paint::roundedPicture(still, kStill, metrics::kRadiusSmall, devicePixelRatioF());
    m_remove->setObjectName(u"create.draft.remove"_s);
    m_remove->setAccessibleName(tr("Move the draft %1 to the trash").arg(title));
    m_remove->setToolTip(tr("Move this draft to the trash (Delete)"));
    m_remove->setCursor(Qt::ArrowCursor);
    connect(m_remove, &QPushButton::clicked, this, &DraftCard::removeRequested);
}

bool DraftCard::isAsOf(const Draft& draft) const {
    return draft == m_draft && readinessOf(draft) == m_readiness;
}

QSize DraftCard::sizeHint() const {
    return {kLeastCard, kStill.height() + 2 * kPadding};
}

void DraftCard::resizeEvent(QResizeEvent*) {
    const QSize size = m_remove->sizeHint();
    m_remove->setGeometry(width() - size.width() - kPadding, (height() - size.height()) / 2, size.width(),
                          size.height());
}

void DraftCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete) {
        Q_EMIT removeRequested();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void DraftCard::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const Role ground = isDown() ? Role::BgPressed : underMouse() ? Role::BgRaised : Role::BgCard;
    paint::roundedBox(p, rect(), metrics::kRadiusCard, Theme::color(ground),
                      Theme::color(Theme::isDark() ? Role::LineSoft : Role::Line));
    const QRectF box(QPointF(kPadding, (height() - kStill.height()) / 2.0), QSizeF(kStill));
    if (m_still.isNull()) {
        paint::roundedBox(p, box, metrics::kRadiusSmall, Theme::color(Role::BgHover));
        paintIcon(p, Icon::Film, QRectF(box.center().x() - 10, box.center().y() - 10, 20, 20),
                  Theme::color(Role::Text3));
    } else {
        p.drawPixmap(box.topLeft(), m_still);
    }
    const qreal left = box.right() + 12;
    const qreal room = m_remove->x() - 4 - left;
    const int strong = Theme::lineHeight(Type::Strong);
    const int small = Theme::lineHeight(Type::Small);
    const qreal top = (height() - strong - small) / 2.0;
    paint::text(p, QRectF(left, top, room, strong), text(), Theme::font(Type::Strong),
                Theme::color(Role::Text));
    const QRectF ring(left, top + strong + (small - kRing) / 2.0, kRing, kRing);
    const bool missing = m_readiness.videoMissing;
    if (missing)
        paintIcon(p, Icon::Warning, ring, Theme::color(Role::Warn));
    else
        paintRing(p, ring, m_readiness);
    const qreal words = ring.right() + 6;
    paint::text(p, QRectF(words, top + strong, left + room - words, small), m_line, Theme::font(Type::Small),
                Theme::color(missing ? Role::Warn : Role::Text3));
}

RecentDrafts::RecentDrafts(Engine& engine, DraftStore& drafts, QWidget* parent)
    : QWidget(parent),
      m_engine(engine),
      m_drafts(drafts),
      m_publish(new Button({}, Button::Kind::Secondary, Icon::Publish)),
      m_all(new Button({}, Button::Kind::Link)),
      m_grid(new QGridLayout) {
    setObjectName(u"create.drafts"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Recent drafts"), Type::Section, Role::Text));
    head->addStretch(1);
    m_all->setObjectName(u"create.drafts.all"_s);
    m_all->setSize(Button::Size::Small);
    connect(m_all, &QPushButton::clicked, this, [this]() {
        m_showAll = !m_showAll;
        arrange();
    });
    m_publish->setObjectName(u"create.publishAll"_s);
    connect(m_publish, &QPushButton::clicked, this, &RecentDrafts::publishAllRequested);
    head->addWidget(m_publish);
    head->addWidget(m_all);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &RecentDrafts::refresh);
    connect(&m_engine, &Engine::readinessChanged, this, &RecentDrafts::followReadiness);
    column->addLayout(head);
    m_grid->setSpacing(16);
    column->addLayout(m_grid);
}

void RecentDrafts::refreshSoon() {
    if (!m_soon.isActive()) m_soon.start();
}

void RecentDrafts::showAll() {
    m_showAll = true;
    refresh();
}

void RecentDrafts::refresh() {
    m_soon.stop();
    // A card is kept for as long as its draft says the same: its picture is not read again.
    QHash<QString, DraftCard*> before;
    for (DraftCard* card : std::as_const(m_cards))
        before.insert(card->draft().id, card);
    m_cards.clear();
    const auto& drafts = m_drafts.drafts();
    for (int i = 0; i < drafts.size(); ++i) {
        const Draft& draft = drafts[i];
        DraftCard* card = before.value(draft.id);
        if (card != nullptr && card->isAsOf(draft)) {
            before.remove(draft.id);
        } else {
            card = new DraftCard(draft, m_drafts.still(draft.id), this);
            connect(card, &QAbstractButton::clicked, this,
                    [this, id = draft.id]() { Q_EMIT openRequested(id); });
            connect(card, &DraftCard::removeRequested, this,
                    [this, id = draft.id]() { Q_EMIT removeRequested(id); });
        }
        card->setObjectName(u"create.draft.%1"_s.arg(i));
        m_cards.append(card);
    }
    for (DraftCard* card : std::as_const(before)) {
        m_grid->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    arrange();
    followReadiness();
    setVisible(!drafts.isEmpty());
}

void RecentDrafts::followReadiness() {
    const auto ready = std::count_if(m_cards.cbegin(), m_cards.cend(),
                                     [](const DraftCard* card) { return card->isReady(); });
    m_publish->setText(tr("Publish all that are ready (%1)...").arg(ready));
    m_publish->setVisible(ready > 1);
    m_publish->setDisabledReason(m_engine.readiness() == Engine::Readiness::Ready
                                     ? QString()
                                     : tr("Keyreel has to be unlocked and reach its gateway first"));
}

void RecentDrafts::arrange() {
    const int columns = std::clamp(width() / (kLeastCard + 16), 1, kMostColumns);
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0);
    for (int i = 0; i < kMostColumns; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    for (int i = 0; i < m_cards.size(); ++i) {
        const bool shown = m_showAll || i < columns;
        m_cards[i]->setVisible(shown);
        if (shown) m_grid->addWidget(m_cards[i], i / columns, i % columns);
    }
    m_all->setText(m_showAll ? tr("See fewer") : tr("See all %1").arg(m_cards.size()));
    m_all->setVisible(m_cards.size() > columns);
}

void RecentDrafts::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace keyreel::ui
