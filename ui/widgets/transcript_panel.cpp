#include "ui/widgets/transcript_panel.h"

#include <QAbstractListModel>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/command_hint.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scrub_bar.h"

namespace keyreel::ui {
namespace {

constexpr int kWidth = 344;
constexpr int kTimeWidth = 52;
constexpr int kAcross = 8;
constexpr int kAlong = 6;
constexpr int kTimeRole = Qt::UserRole;
constexpr int kNowRole = Qt::UserRole + 1;

class Rows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto* list = qobject_cast<const QListView*>(option.widget);
        const int width = (list ? list->viewport()->width() : option.rect.width());
        const int room = std::max(width - Theme::scaled(kTimeWidth) - 2 * kAcross, 60);
        const QFontMetrics metrics(Theme::font(Type::Body));
        const QRect text = metrics.boundingRect(QRect(0, 0, room, 10'000), Qt::TextWordWrap,
                                                index.data(Qt::DisplayRole).toString());
        return {width, std::max(text.height(), metrics.height()) + 2 * kAlong};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const bool now = index.data(kNowRole).toBool();
        const bool current = option.state.testFlag(QStyle::State_Selected);
        if (now || current || option.state.testFlag(QStyle::State_MouseOver))
            paint::roundedBox(*painter, option.rect, metrics::kRadiusControl,
                              Theme::color(now ? Role::AccentSoft : Role::BgHover),
                              current ? Theme::color(Role::LineStrong) : QColor());
        const QRect inside = option.rect.adjusted(kAcross, kAlong, -kAcross, -kAlong);
        const int times = Theme::scaled(kTimeWidth);
        paint::digits(
            *painter,
            QRect(inside.left(), inside.top(), times, QFontMetrics(Theme::font(Type::Body)).height()),
            index.data(kTimeRole).toString(), Theme::font(Type::Small),
            Theme::color(now ? Role::AccentText : Role::Text3), Qt::AlignLeft | Qt::AlignVCenter);
        painter->setFont(Theme::font(now ? Type::Strong : Type::Body));
        painter->setPen(Theme::color(now ? Role::Text : Role::Text2));
        painter->drawText(inside.adjusted(times, 0, 0, 0), Qt::TextWordWrap,
                          index.data(Qt::DisplayRole).toString());
    }
};

}  // namespace

class TranscriptPanel::Lines : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(shown.size());
    }
    QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid() || index.row() >= shown.size()) return {};
        const int at = shown[index.row()];
        const Line& line = all[at];
        if (role == Qt::DisplayRole) return line.text;
        if (role == kTimeRole) return ScrubBar::clockText(line.ms);
        if (role == kNowRole) return at == now;
        if (role == Qt::AccessibleTextRole)
            return QStringLiteral("%1, %2").arg(ScrubBar::spokenTime(line.ms), line.text);
        return {};
    }
    void search(const QString& words) {
        beginResetModel();
        shown.clear();
        for (int i = 0; i < all.size(); ++i)
            if (words.isEmpty() || all[i].text.contains(words, Qt::CaseInsensitive)) shown.append(i);
        endResetModel();
    }
    void mark(int line) {
        const int before = rowOf(now);
        now = line;
        for (const int row : {before, rowOf(now)})
            if (row >= 0) Q_EMIT dataChanged(index(row, 0), index(row, 0));
    }
    int rowOf(int line) const {
        const auto at = std::lower_bound(shown.begin(), shown.end(), line);
        return at != shown.end() && *at == line ? static_cast<int>(at - shown.begin()) : -1;
    }

    QList<Line> all;
    QList<int> shown;
    int now = -1;
};

TranscriptPanel::TranscriptPanel(QWidget* parent)
    : RaisedPanel(parent),
      m_model(new Lines(this)),
      m_search(new SearchField(tr("Search what is said"))),
      m_list(new QListView),
      m_empty(new Label(QString(), Type::Small, Role::Text2)),
      m_back(new Button(tr("Back to what is said now"), Button::Kind::Secondary, Icon::Clock)) {
    installAccessibility();
    setObjectName(QStringLiteral("player.transcript"));
    setAccessibleName(tr("Transcript"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Transcript"), Type::Section, Role::Text));
    head->addStretch(1);
    Button* close = Button::iconOnly(Icon::Close, tr("Close"));
    setCommands(close, {QStringLiteral("player.transcript")});
    close->setObjectName(QStringLiteral("transcript.close"));
    head->addWidget(close);
    column->addLayout(head);
    m_search->setObjectName(QStringLiteral("transcript.search"));
    column->addWidget(m_search);
    m_empty->setObjectName(QStringLiteral("transcript.empty"));
    m_empty->setWordWrap(true);
    column->addWidget(m_empty);
    m_list->setObjectName(QStringLiteral("transcript.list"));
    m_list->setAccessibleName(tr("What is said"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Rows(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->setAutoFillBackground(false);
    column->addWidget(m_list, 1);
    m_back->setSize(Button::Size::Small);
    m_back->setObjectName(QStringLiteral("transcript.now"));
    m_back->hide();
    column->addWidget(m_back);
    setFixedWidth(kWidth + width() - contentsRect().width());

    connect(close, &Button::clicked, this, &TranscriptPanel::dismiss);
    connect(m_search, &QLineEdit::textChanged, this, &TranscriptPanel::search);
    connect(m_search, &QLineEdit::returnPressed, this,
            [this]() { choose(std::max(0, m_list->currentIndex().row())); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& at) { choose(at.row()); });
    connect(m_back, &Button::clicked, this, [this]() {
        setFollows(true);
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_list->verticalScrollBar(), &QScrollBar::sliderPressed, this, [this]() { setFollows(false); });
    m_list->viewport()->installEventFilter(this);
    m_list->installEventFilter(this);
    m_search->installEventFilter(this);
    fill();
    hide();
}

TranscriptPanel::~TranscriptPanel() = default;

void TranscriptPanel::setLines(QList<Line> lines) {
    m_model->all = std::move(lines);
    m_model->now = -1;
    setFollows(true);
    search(m_search->text());
}

void TranscriptPanel::setNow(int line) {
    if (line == m_model->now) return;
    m_model->mark(line);
    if (m_follows) showNow();
}

int TranscriptPanel::shownCount() const {
    return static_cast<int>(m_model->shown.size());
}

void TranscriptPanel::search(const QString& words) {
    m_model->search(words.trimmed());
    fill();
    showNow();
}

void TranscriptPanel::fill() {
    m_list->setVisible(!m_model->shown.isEmpty());
    m_empty->setVisible(m_model->shown.isEmpty());
    m_empty->setText(m_model->all.isEmpty() ? tr("Choose subtitles, and what is said stands here.")
                                            : tr("Nobody says “%1”.").arg(m_search->text().trimmed()));
    m_search->setEnabled(!m_model->all.isEmpty());
}

void TranscriptPanel::showNow() {
    const int row = m_model->rowOf(m_model->now);
    if (row >= 0) m_list->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
}

void TranscriptPanel::setFollows(bool follows) {
    m_follows = follows;
    m_back->setVisible(!follows);
    if (follows) showNow();
}

void TranscriptPanel::choose(int row) {
    if (row < 0 || row >= m_model->shown.size()) return;
    setFollows(true);
    Q_EMIT lineChosen(m_model->shown[row]);
}

void TranscriptPanel::popUp() {
    m_focusBefore = window()->focusWidget();
    show();
    raise();
    setFollows(true);
    if (m_search->isEnabled())
        m_search->setFocus(Qt::PopupFocusReason);
    else
        findChild<Button*>(QStringLiteral("transcript.close"))->setFocus(Qt::PopupFocusReason);
}

void TranscriptPanel::dismiss() {
    if (isHidden()) return;
    hide();
    if (m_focusBefore) m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void TranscriptPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return dismiss();
    RaisedPanel::keyPressEvent(event);
}

bool TranscriptPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel && watched == m_list->viewport()) setFollows(false);
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool moves =
            key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
        if (moves) setFollows(false);
        // From the search down into the lines.
        if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up) && !m_model->shown.isEmpty()) {
            const int from = m_list->currentIndex().isValid() ? m_list->currentIndex().row()
                                                              : std::max(0, m_model->rowOf(m_model->now));
            m_list->setCurrentIndex(m_model->index(from, 0));
            m_list->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            choose(m_list->currentIndex().row());
            return true;
        }
    }
    return RaisedPanel::eventFilter(watched, event);
}

}  // namespace keyreel::ui
