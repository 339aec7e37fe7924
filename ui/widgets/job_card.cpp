#include "ui/widgets/job_card.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/picture.h"
#include "ui/widgets/stage_pipeline.h"

namespace keyreel::ui {

namespace {

constexpr QSize kStill(124, 70);
constexpr QSize kSmallStill(50, 28);

// The check before "Published 14:02".
class DoneMark : public QWidget {
public:
    DoneMark() { setFixedSize(14, 14); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        paintIcon(p, Icon::Check, rect(), Theme::color(Role::Ok));
    }
};

}  // namespace

JobCard::JobCard(QWidget* parent)
    : Card(parent),
      m_still(new Picture(kStill, metrics::kRadiusSmall)),
      m_title(new Label(QString(), Type::Strong, Role::Text)),
      m_meta(new Label(QString(), Type::Small, Role::Text3)),
      m_line(new Label(QString(), Type::Small, Role::Text2)),
      m_doneMark(new DoneMark),
      m_published(new Label(QString(), Type::SmallStrong, Role::Ok)),
      m_up(Button::iconOnly(Icon::ChevronUp, tr("Move up"))),
      m_pause(Button::iconOnly(Icon::Pause, tr("Pause"))),
      m_retry(new Button(tr("Retry"), Button::Kind::Primary, Icon::Retry)),
      m_cancel(Button::iconOnly(Icon::Close, tr("Cancel"))),
      m_copy(new Button(tr("Copy link"), Button::Kind::Secondary, Icon::Link)),
      m_open(new Button(tr("Open"), Button::Kind::Ghost)),
      m_pipeline(new StagePipeline),
      m_failure(new Banner),
      m_row(new QHBoxLayout),
      m_column(new QVBoxLayout) {
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ringRadius", metrics::kRadiusCard);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_title->setElided(Qt::ElideRight);
    m_meta->setElided(Qt::ElideRight);
    m_retry->setSize(Button::Size::Small);
    m_copy->setSize(Button::Size::Small);
    m_open->setSize(Button::Size::Small);
    m_open->setTrailingIcon(Icon::ChevronRight);
    m_up->setObjectName(QStringLiteral("job.up"));
    m_up->setToolTip(tr("Sooner (Alt+Up)"));
    m_pause->setObjectName(QStringLiteral("job.pause"));
    m_retry->setObjectName(QStringLiteral("job.retry"));
    m_cancel->setObjectName(QStringLiteral("job.cancel"));
    m_copy->setObjectName(QStringLiteral("job.copyLink"));
    m_open->setObjectName(QStringLiteral("job.open"));

    auto* row = m_row;
    row->addWidget(m_still, 0, Qt::AlignTop);
    auto* column = m_column;
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_doneMark);
    head->addSpacing(-4);
    head->addWidget(m_published);
    head->addWidget(m_meta, 1);
    head->addWidget(m_line);
    head->addWidget(m_retry);
    head->addWidget(m_copy);
    head->addWidget(m_open);
    head->addWidget(m_up);
    head->addWidget(m_pause);
    head->addWidget(m_cancel);
    column->addLayout(head);
    column->addWidget(m_pipeline);
    column->addWidget(m_failure);
    row->addLayout(column, 1);
    body()->addLayout(row);
    body()->setContentsMargins(16, 14, 16, 14);

    Button* details = m_failure->addAction(tr("Details"));
    details->setKind(Button::Kind::Ghost);
    details->setObjectName(QStringLiteral("job.details"));
    connect(details, &Button::clicked, this, &JobCard::detailsRequested);
    connect(m_pause, &Button::clicked, this, [this] {
        if (m_state == State::Paused) {
            Q_EMIT resumeRequested();
        } else {
            Q_EMIT pauseRequested();
        }
    });
    connect(m_up, &Button::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_retry, &Button::clicked, this, &JobCard::retryRequested);
    connect(m_cancel, &Button::clicked, this, &JobCard::cancelRequested);
    connect(m_copy, &Button::clicked, this, &JobCard::copyLinkRequested);
    connect(m_open, &Button::clicked, this, &JobCard::openRequested);
    refresh();
}

void JobCard::setTitle(const QString& title) {
    m_titleText = title;
    m_title->setText(title);
    setAccessibleName(title);
}

void JobCard::setMeta(const QString& meta) {
    m_meta->setText(meta);
}

void JobCard::setStill(const QImage& still) {
    m_still->set(still);
}

void JobCard::setState(State state, const QString& line) {
    m_state = state;
    if (state == State::Published) {
        m_published->setText(line.isEmpty() ? tr("Published") : line);
    } else {
        m_line->setText(line);
    }
    // Nobody wants to hear a countdown.
    const bool waits = state == State::Waiting && !m_failure->fact().isEmpty();
    const QString why = waits ? m_failure->fact() + u' ' + m_failure->nextStep() : QString();
    setAccessibleDescription(waits ? why : line);
    m_line->setToolTip(why);
    refresh();
}

void JobCard::setMovable(bool movable, bool forward) {
    m_movable = movable;
    m_up->setVisible(movable && forward);
    if (!movable) {
        m_pressed.reset();
        m_dragging = false;
        unsetCursor();
    }
}

void JobCard::setFailure(const QString& fact, const QString& nextStep) {
    m_failure->setMessage(Tone::Error, Icon::Warning, fact, nextStep);
}

void JobCard::refresh() {
    const bool failed = m_state == State::Failed;
    const bool published = m_state == State::Published;
    const bool paused = m_state == State::Paused;
    setTone(failed ? Tone::Error : Tone::Neutral);
    m_failure->setVisible(failed);
    m_retry->setVisible(failed || m_state == State::Waiting);
    m_retry->setKind(failed ? Button::Kind::Primary : Button::Kind::Secondary);
    m_retry->setText(failed ? tr("Retry") : tr("Try now"));
    m_pause->setVisible(!failed && !published);
    m_pause->setIconGlyph(paused ? Icon::Play : Icon::Pause);
    m_pause->setAccessibleName(paused ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(paused ? tr("Resume (Space)") : tr("Pause (Space)"));
    m_cancel->setToolTip(tr("Cancel (Delete)"));
    m_cancel->setVisible(!published);
    m_copy->setVisible(published);
    m_open->setVisible(published);
    m_pipeline->setVisible(!published);
    m_published->setVisible(published);
    m_doneMark->setVisible(published);
    m_line->setVisible(!published && !failed);
    m_line->setRole(m_state == State::Waiting  ? Role::Warn
                    : m_state == State::Queued ? Role::Text3
                                               : Role::Text2);
    m_still->setBox(published ? kSmallStill : kStill, published ? 4 : metrics::kRadiusSmall);
    m_column->setSpacing(published ? 0 : 8);
    m_row->setSpacing(published ? 12 : 18);
    m_row->setAlignment(m_still, published ? Qt::AlignVCenter : Qt::AlignTop);
    body()->setContentsMargins(16, published ? 10 : 14, 16, published ? 10 : 14);
    updateGeometry();
}

void JobCard::mousePressEvent(QMouseEvent* event) {
    if (!m_movable || event->button() != Qt::LeftButton) {
        Card::mousePressEvent(event);
        return;
    }
    m_pressed = event->pos();
    event->accept();
}

void JobCard::mouseMoveEvent(QMouseEvent* event) {
    if (!m_pressed) return;
    if (!m_dragging && (event->pos() - *m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_dragging) setCursor(Qt::ClosedHandCursor);
    m_dragging = true;
    Q_EMIT dragged(mapToParent(event->pos()).y());
}

void JobCard::mouseReleaseEvent(QMouseEvent* event) {
    m_pressed.reset();
    m_dragging = false;
    unsetCursor();
    Card::mouseReleaseEvent(event);
}

void JobCard::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() == Qt::AltModifier && m_movable) {
        constexpr int kAll = 100'000;
        const int places = event->key() == Qt::Key_Up     ? -1
                           : event->key() == Qt::Key_Down ? 1
                           : event->key() == Qt::Key_Home ? -kAll
                           : event->key() == Qt::Key_End  ? kAll
                                                          : 0;
        if (places != 0) {
            Q_EMIT stepRequested(places);
            return;
        }
    }
    if (event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
            case Qt::Key_Space:
                if (m_pause->isVisibleTo(this)) m_pause->click();
                return;
            case Qt::Key_Delete:
                if (m_cancel->isVisibleTo(this)) Q_EMIT cancelRequested();
                return;
            case Qt::Key_R:
                if (m_retry->isVisibleTo(this)) Q_EMIT retryRequested();
                return;
            default:
                break;
        }
    }
    Card::keyPressEvent(event);
}

}  // namespace keyreel::ui
