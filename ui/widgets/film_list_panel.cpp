#include "ui/widgets/film_list_panel.h"

#include <QAbstractListModel>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/icons/icon.h"
#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/command_hint.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

constexpr int kWidth = 344;
constexpr int kPlaceWidth = 32;
constexpr int kAcross = 8;
constexpr int kAlong = 7;
constexpr int kPlayIcon = 16;
constexpr int kNoteRole = Qt::UserRole;
constexpr int kNowRole = Qt::UserRole + 1;

class Rows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        const int lines = QFontMetrics(Theme::font(Type::Strong)).height() +
                          QFontMetrics(Theme::font(Type::Small)).height();
        return {option.rect.width(), lines + 2 * kAlong};
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
        const QRect place(inside.left(), inside.top(), Theme::scaled(kPlaceWidth), inside.height());
        if (now)
            paintIcon(*painter, Icon::Play,
                      QRectF(place.left(), place.center().y() - kPlayIcon / 2.0, kPlayIcon, kPlayIcon),
                      Theme::color(Role::AccentText));
        else
            paint::digits(*painter, place, QString::number(index.row() + 1), Theme::font(Type::Small),
                          Theme::color(Role::Text3), Qt::AlignLeft | Qt::AlignVCenter);
        const QString note = index.data(kNoteRole).toString();
        const int title = QFontMetrics(Theme::font(Type::Strong)).height();
        const QRect words = inside.adjusted(place.width(), 0, 0, 0);
        const QRect first = note.isEmpty() ? words : QRect(words.topLeft(), QSize(words.width(), title));
        paint::text(*painter, first, index.data(Qt::DisplayRole).toString(),
                    Theme::font(now ? Type::Strong : Type::Body), Theme::color(Role::Text));
        if (!note.isEmpty())
            paint::text(*painter, words.adjusted(0, title, 0, 0), note, Theme::font(Type::Small),
                        Theme::color(Role::Text2));
    }
};

}  // namespace

class FilmListPanel::Films : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(rows.size());
    }
    QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid() || index.row() >= rows.size()) return {};
        const Row& row = rows[index.row()];
        if (role == Qt::DisplayRole) return row.title;
        if (role == kNoteRole) return row.note;
        if (role == kNowRole) return index.row() == now;
        if (role == Qt::AccessibleTextRole) {
            const QString said =
                FilmListPanel::tr("%1 of %2, %3")
                    .arg(index.row() + 1)
                    .arg(rows.size())
                    .arg(row.note.isEmpty() ? row.title : row.title + QLatin1String(", ") + row.note);
            return index.row() == now ? FilmListPanel::tr("%1, plays now").arg(said) : said;
        }
        return {};
    }
    void set(QList<Row> films, int playing) {
        beginResetModel();
        rows = std::move(films);
        now = playing;
        endResetModel();
    }

    QList<Row> rows;
    int now = -1;
};

FilmListPanel::FilmListPanel(QWidget* parent)
    : RaisedPanel(parent),
      m_model(new Films(this)),
      m_list(new QListView),
      m_count(new Label(QString(), Type::Small, Role::Text2)),
      m_sooner(Button::iconOnly(Icon::ChevronUp, tr("Sooner (Alt+↑)"))),
      m_later(Button::iconOnly(Icon::ChevronDown, tr("Later (Alt+↓)"))),
      m_remove(Button::iconOnly(Icon::Trash, tr("Take off the list (Delete)"))) {
    installAccessibility();
    setObjectName(QStringLiteral("player.list"));
    setAccessibleName(tr("Up next"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Up next"), Type::Section, Role::Text));
    head->addWidget(m_count);
    head->addStretch(1);
    Button* close = Button::iconOnly(Icon::Close, tr("Close"));
    setCommands(close, {QStringLiteral("player.list")});
    close->setObjectName(QStringLiteral("list.close"));
    head->addWidget(close);
    column->addLayout(head);
    m_list->setObjectName(QStringLiteral("list.films"));
    m_list->setAccessibleName(tr("Films"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Rows(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->setAutoFillBackground(false);
    column->addWidget(m_list, 1);
    column->addLayout(makeActs());
    setFixedWidth(kWidth + width() - contentsRect().width());

    connect(close, &Button::clicked, this, &FilmListPanel::dismiss);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &FilmListPanel::followRow);
    m_list->viewport()->installEventFilter(this);
    m_list->installEventFilter(this);
    hide();
}

FilmListPanel::~FilmListPanel() = default;

QLayout* FilmListPanel::makeActs() {
    m_sooner->setObjectName(QStringLiteral("list.sooner"));
    m_later->setObjectName(QStringLiteral("list.later"));
    m_remove->setObjectName(QStringLiteral("list.remove"));
    for (const auto& [button, by] : {std::pair{m_sooner, -1}, std::pair{m_later, 1}})
        connect(button, &Button::clicked, this, [this, pressed = button, step = by]() {
            move(step);
            // At an end of the list the button cannot keep the focus.
            if (!pressed->isEnabled()) m_list->setFocus(Qt::OtherFocusReason);
        });
    connect(m_remove, &Button::clicked, this, &FilmListPanel::remove);
    auto* row = new QHBoxLayout;
    row->addWidget(m_sooner);
    row->addWidget(m_later);
    row->addStretch(1);
    row->addWidget(m_remove);
    return row;
}

void FilmListPanel::setRows(QList<Row> rows, int now) {
    const int before = row();
    m_count->setText(QString::number(rows.size()));
    m_model->set(std::move(rows), now);
    setRow(std::clamp(before, 0, std::max(0, m_model->rowCount() - 1)));
}

int FilmListPanel::row() const {
    return m_list->currentIndex().row();
}

void FilmListPanel::setRow(int row) {
    m_list->setCurrentIndex(m_model->index(row, 0));
    followRow();
}

void FilmListPanel::followRow() {
    const int at = row();
    const bool any = at >= 0;
    m_sooner->setDisabledReason(any && at > 0 ? QString() : tr("It is the first"));
    m_later->setDisabledReason(any && at + 1 < m_model->rowCount() ? QString() : tr("It is the last"));
    m_remove->setDisabledReason(any && at != m_model->now ? QString() : tr("This one plays now"));
}

void FilmListPanel::move(int by) {
    moveTo(row(), row() + by);
}

void FilmListPanel::moveTo(int from, int to) {
    if (from < 0 || from == to || to < 0 || to >= m_model->rowCount()) return;
    Q_EMIT moveRequested(from, to);
    setRow(to);
}

void FilmListPanel::remove() {
    if (row() >= 0 && row() != m_model->now) Q_EMIT removeRequested(row());
}

void FilmListPanel::popUp() {
    m_focusBefore = window()->focusWidget();
    show();
    raise();
    setRow(std::max(0, m_model->now));
    m_list->setFocus(Qt::PopupFocusReason);
}

void FilmListPanel::dismiss() {
    if (isHidden()) return;
    m_held.reset();
    hide();
    if (m_focusBefore) m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void FilmListPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return dismiss();
    RaisedPanel::keyPressEvent(event);
}

bool FilmListPanel::press(const QKeyEvent& event) {
    const int key = event.key();
    if (event.modifiers().testFlag(Qt::AltModifier) && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        move(key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (key == Qt::Key_Delete) {
        remove();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (row() >= 0) Q_EMIT chosen(row());
        return true;
    }
    return false;
}

/// The row goes along with the pointer while it is held, so what is let go of is where it was seen.
bool FilmListPanel::drag(QEvent* event) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const int under = m_list->indexAt(mouse->position().toPoint()).row();
    if (event->type() == QEvent::MouseButtonDblClick && mouse->button() == Qt::LeftButton) {
        m_held.reset();
        if (under >= 0) Q_EMIT chosen(under);
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton && under >= 0) {
        m_held = under;
        m_list->setFocus(Qt::MouseFocusReason);
        setRow(under);
        return true;
    }
    if (event->type() == QEvent::MouseMove && m_held) {
        if (under >= 0 && under != *m_held) {
            moveTo(*m_held, under);
            m_held = under;
        }
        return true;
    }
    return event->type() == QEvent::MouseButtonRelease && std::exchange(m_held, std::nullopt).has_value();
}

bool FilmListPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (press(*key)) return true;
        // Letters are the player's, not a search in the list.
        if (!key->text().isEmpty()) {
            event->ignore();
            return true;
        }
    }
    const bool mouse = event->type() == QEvent::MouseButtonDblClick ||
                       event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove ||
                       event->type() == QEvent::MouseButtonRelease;
    if (watched == m_list->viewport() && mouse && drag(event)) return true;
    return RaisedPanel::eventFilter(watched, event);
}

}  // namespace keyreel::ui
