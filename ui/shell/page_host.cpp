#include "ui/shell/page_host.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/paint/paint.h"
#include "ui/shell/side_column.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/spinner.h"

namespace keyreel::ui {

namespace {
constexpr int kBlocksAfterMs = 150;
constexpr int kWordsAfterMs = 5000;
/// Between content and side.
constexpr int kSideGap = 20;
/// What a filling content keeps when its side stands below it.
constexpr int kLeastFill = 440;

bool replacesContent(PageState state) {
    return state == PageState::Empty || state == PageState::NoKeyring || state == PageState::Denied;
}
}  // namespace

// Flat blocks where content will stand, and after 5 s the words for the wait.
class PageHost::Blocks : public QWidget {
public:
    Blocks() {
        auto* column = new QVBoxLayout(this);
        column->addStretch(1);
        auto* row = new QHBoxLayout;
        row->addStretch(1);
        m_spinner = new Spinner(16);
        m_words = new Label(QString(), Type::Body, Role::Text2);
        row->addWidget(m_spinner);
        row->addSpacing(8);
        row->addWidget(m_words);
        row->addStretch(1);
        column->addLayout(row);
        column->addSpacing(24);
        m_late.setSingleShot(true);
        m_late.setInterval(kWordsAfterMs);
        QObject::connect(&m_late, &QTimer::timeout, this, [this] { showWords(true); });
        showWords(false);
    }
    void setWords(const QString& words) { m_words->setText(words); }
    void start() {
        showWords(false);
        m_late.start();
    }
    void stop() { m_late.stop(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        const QColor block = Theme::color(Role::BgRaised);
        const int columns = std::max(2, width() / 210);
        const qreal gap = metrics::kCardGap + 4;
        const qreal w = (width() - gap * (columns - 1)) / columns;
        const qreal h = w * 1.5;
        for (qreal y = 0; y + 60 < height(); y += h + 60) {
            for (int i = 0; i < columns; ++i) {
                const qreal x = i * (w + gap);
                paint::roundedBox(p, QRectF(x, y, w, h), metrics::kRadiusControl, block);
                paint::roundedBox(p, QRectF(x, y + h + 12, w * 0.6, 11), 4, block);
                paint::roundedBox(p, QRectF(x, y + h + 32, w * 0.4, 11), 4, block);
            }
        }
    }

private:
    void showWords(bool shown) {
        m_spinner->setVisible(shown);
        m_words->setVisible(shown);
    }
    Spinner* m_spinner;
    Label* m_words;
    QTimer m_late;
};

PageHost::PageHost(const QString& title, QWidget* parent)
    : QWidget(parent),
      m_header(new PageHeader(title)),
      m_banner(new Banner),
      m_bannerBox(new QWidget),
      m_stack(new QStackedWidget),
      m_contentPage(new QWidget),
      m_contentColumn(new QVBoxLayout(m_contentPage)),
      m_contentRow(new QHBoxLayout),
      m_empty(new EmptyState),
      m_blocks(new Blocks),
      m_blockTimer(new QTimer(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto* bannerRow = new QVBoxLayout(m_bannerBox);
    bannerRow->setContentsMargins(metrics::kPageMargin, 0, metrics::kPageMargin, 14);
    bannerRow->addWidget(m_banner);
    m_bannerBox->hide();
    column->addWidget(m_bannerBox);
    column->addWidget(m_stack, 1);
    m_contentColumn->setContentsMargins(0, 0, 0, 0);
    m_contentColumn->setSpacing(0);
    m_contentColumn->addLayout(m_contentRow, 1);
    m_contentRow->setSpacing(0);
    m_stack->addWidget(m_contentPage);
    m_stack->addWidget(m_empty);
    auto* blocksPage = new QWidget;
    auto* blocksRow = new QVBoxLayout(blocksPage);
    blocksRow->setContentsMargins(metrics::kPageMargin, 0, metrics::kPageMargin, 0);
    blocksRow->addWidget(m_blocks);
    m_stack->addWidget(blocksPage);
    m_blockTimer->setSingleShot(true);
    m_blockTimer->setInterval(kBlocksAfterMs);
    connect(m_blockTimer, &QTimer::timeout, this, [this, blocksPage] {
        m_stack->setCurrentWidget(blocksPage);
        m_blocks->start();
    });
    m_blocks->setWords(tr("Still reading"));
}

void PageHost::setContent(QWidget* content, Fit fit) {
    m_content = content;
    if (fit == Fit::Own) {
        m_contentRow->addWidget(content, 1);
        return;
    }
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    // The bar always has its place inside the right page margin, so that nothing moves when it is needed;
    // with nothing to scroll the style draws none.
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    column->setContentsMargins(metrics::kPageMargin, 0, metrics::kPageMargin - bar, metrics::kPageMargin);
    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    m_body->setSpacing(kSideGap);
    m_body->addWidget(content, 1);
    column->addLayout(m_body, fit == Fit::Fill ? 1 : 0);
    if (fit != Fit::Fill) column->addStretch(1);
    m_scroll->setWidget(inner);
    inner->setAutoFillBackground(false);
    m_contentRow->addWidget(m_scroll, 1);
    QScrollBar* moved = m_scroll->verticalScrollBar();
    connect(moved, &QScrollBar::valueChanged, this,
            [this, moved](int at) { Q_EMIT scrolled(at, moved->maximum()); });
    m_fills = fit == Fit::Fill;
}

void PageHost::setSide(SideColumn* side) {
    m_side = side;
    m_body->addWidget(side, 0, Qt::AlignTop);
    arrangeSide();
}

void PageHost::setPinnedSide(QWidget* side, QWidget* bar, int width) {
    m_pinned = side;
    m_bar = bar;
    side->setFixedWidth(width);
    m_pinnedBox = new QWidget;
    auto* column = new QVBoxLayout(m_pinnedBox);
    column->setContentsMargins(0, 0, metrics::kPageMargin, metrics::kPageMargin);
    column->addWidget(side);
    m_contentRow->addWidget(m_pinnedBox);
    if (bar) m_contentColumn->addWidget(bar);
    arrangeSide();
}

void PageHost::setIndex(QWidget* index) {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(metrics::kPageMargin, 0, 4, 0);
    column->addWidget(index, 0, Qt::AlignTop);
    m_contentRow->insertWidget(0, box);
}

QWidget* PageHost::side() const {
    if (m_bar && m_bar->isVisible()) return m_bar;
    return m_pinned ? m_pinned : m_side;
}

void PageHost::scrollTo(const QWidget* target) {
    if (!m_scroll) return;
    m_scroll->widget()->layout()->activate();
    m_scroll->verticalScrollBar()->setValue(target->mapTo(m_scroll->widget(), QPoint()).y());
}

void PageHost::arrangeSide() {
    const int width = window()->width();
    if (m_side) {
        const bool below = width < metrics::kSideBreakpoint;
        m_side->setBelow(below);
        m_body->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        m_body->setAlignment(m_side, below ? Qt::Alignment() : Qt::AlignTop);
        if (m_fills) m_content->setMinimumHeight(below ? Theme::scaled(kLeastFill) : 0);
    }
    if (m_pinned) {
        const bool narrow = m_bar && width < metrics::kRailBreakpoint;
        QMargins margins = m_scroll->widget()->layout()->contentsMargins();
        const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
        margins.setRight((narrow ? metrics::kPageMargin : kSideGap) - bar);
        m_scroll->widget()->layout()->setContentsMargins(margins);
        m_pinnedBox->setVisible(!narrow);
        if (m_bar) m_bar->setVisible(narrow);
    }
}

void PageHost::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeSide();
}

void PageHost::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    arrangeSide();
}

void PageHost::setLoadingWords(const QString& words) {
    m_blocks->setWords(words);
}

void PageHost::setStateWidget(PageState state, QWidget* widget) {
    m_own.insert(static_cast<int>(state), widget);
    m_stack->addWidget(widget);
    if (m_state == state) m_stack->setCurrentWidget(widget);
}

void PageHost::setState(PageState state, const StateText& text) {
    const bool changed = state != m_state;
    m_state = state;
    m_bannerBox->hide();
    if (state == PageState::Loading) {
        if (changed) m_blockTimer->start();
        if (changed) Q_EMIT stateChanged(state);
        return;
    }
    m_blockTimer->stop();
    m_blocks->stop();
    if (replacesContent(state)) {
        showEmpty(state, text);
    } else if (QWidget* own = m_own.value(static_cast<int>(state))) {
        m_stack->setCurrentWidget(own);
    } else {
        m_stack->setCurrentWidget(m_contentPage);
        switch (state) {
            case PageState::Error:
                showBanner(Tone::Error, Icon::Warning,
                           text.title.isEmpty()
                               ? StateText{tr("This could not be loaded."), text.text, tr("Try again"), {}}
                               : text);
                break;
            case PageState::Partial:
                showBanner(Tone::Warn, Icon::Warning,
                           text.title.isEmpty()
                               ? StateText{tr("Some of this is missing."), text.text, tr("Try again"), {}}
                               : text);
                break;
            case PageState::Offline:
                showBanner(Tone::Warn, Icon::Offline,
                           text.title.isEmpty() ? StateText{tr("The gateway does not answer."),
                                                            tr("Work on this computer goes on."),
                                                            tr("Try now"),
                                                            {}}
                                                : text);
                break;
            case PageState::Locked:
                showBanner(
                    Tone::Warn, Icon::Lock,
                    text.title.isEmpty()
                        ? StateText{tr("Your keyring is locked."),
                                    tr("Protected films open and publishing goes on when it is unlocked."),
                                    tr("Unlock keyring"),
                                    {}}
                        : text);
                break;
            default:
                break;
        }
    }
    if (changed) Q_EMIT stateChanged(state);
}

void PageHost::showBanner(Tone tone, Icon icon, const StateText& text) {
    m_banner->clearActions();
    m_banner->setMessage(tone, icon, text.title, text.text);
    const auto act = [this](const QString& label, const QString& name, Icon glyph) {
        if (label.isEmpty()) return;
        Button* button = m_banner->addAction(label, glyph);
        connect(button, &Button::clicked, this, [this, name] { Q_EMIT stateAction(m_state, name); });
    };
    const Icon primary = m_state == PageState::Locked    ? Icon::Unlock
                         : m_state == PageState::Partial ? Icon::None
                                                         : Icon::Retry;
    act(text.primary, QStringLiteral("primary"), primary);
    act(text.secondary, QStringLiteral("secondary"), Icon::None);
    m_bannerBox->show();
}

void PageHost::showEmpty(PageState state, const StateText& given) {
    if (QWidget* own = m_own.value(static_cast<int>(state))) {
        m_stack->setCurrentWidget(own);
        return;
    }
    StateText text = given;
    Icon primary = Icon::Plus;
    switch (state) {
        case PageState::NoKeyring:
            m_empty->setArt(EmptyState::Art::Tile, Icon::Key, Tone::Warn);
            primary = Icon::Retry;
            if (text.title.isEmpty()) {
                text = {tr("No system keyring answers"),
                        tr("So there is nowhere safe for your key. Install or start a system keyring "
                           "(KWallet or GNOME "
                           "Keyring), then try again."),
                        tr("Try again"),
                        {}};
            }
            break;
        case PageState::Denied:
            m_empty->setArt(EmptyState::Art::Tile, Icon::Lock, Tone::Error);
            primary = Icon::Retry;
            if (text.title.isEmpty()) text = {tr("This is not open to you"), {}, {}, {}};
            break;
        default:
            m_empty->setArt(EmptyState::Art::Covers);
            if (text.title.isEmpty()) text = {tr("Nothing here yet"), {}, {}, {}};
            break;
    }
    m_empty->setText(text.title, text.text);
    m_empty->clearActions();
    if (!text.primary.isEmpty()) {
        Button* button = m_empty->addAction(text.primary, primary, true);
        button->setObjectName(QStringLiteral("state.primary"));
        connect(button, &Button::clicked, this,
                [this] { Q_EMIT stateAction(m_state, QStringLiteral("primary")); });
    }
    if (!text.secondary.isEmpty()) {
        Button* button = m_empty->addAction(text.secondary, Icon::None, false);
        button->setObjectName(QStringLiteral("state.secondary"));
        connect(button, &Button::clicked, this,
                [this] { Q_EMIT stateAction(m_state, QStringLiteral("secondary")); });
    }
    m_stack->setCurrentWidget(m_empty);
}

}  // namespace keyreel::ui
