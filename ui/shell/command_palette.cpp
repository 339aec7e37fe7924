#include "ui/shell/command_palette.h"

#include <QKeyEvent>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {
namespace {

constexpr int kWidth = 600;
constexpr int kRow = 40;
constexpr int kRowsShown = 8;
constexpr int kTop = 88;
constexpr int kPadding = 8;

enum PaletteRole { KindRole = Qt::UserRole + 1, IconRole, KeysRole };

QString folded(const QString& text) {
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (!c.isMark()) plain += c;
    return plain.toCaseFolded();
}

/// Lower is better; -1 when not every word occurs.
int rank(const Command& command, const QString& typed, const QStringList& words) {
    const QString title = folded(command.title);
    const QString all = title + u' ' + folded(command.kind);
    for (const QString& word : words)
        if (!all.contains(word)) return -1;
    if (title.startsWith(typed)) return 0;
    const QStringList parts = title.split(u' ', Qt::SkipEmptyParts);
    const bool begins =
        std::any_of(parts.begin(), parts.end(), [&](const QString& part) { return part.startsWith(typed); });
    return begins ? 1 : 2;
}

class Rows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {200, Theme::scaled(kRow)};
    }

    void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QRectF row = option.rect;
        const bool current = option.state & QStyle::State_Selected;
        if (current || option.state & QStyle::State_MouseOver)
            paint::roundedBox(*p, row, metrics::kRadiusControl,
                              Theme::color(current ? Role::BgHover : Role::BgRaised));
        const auto icon = static_cast<Icon>(index.data(IconRole).toInt());
        paintIcon(*p, icon, QRectF(row.left() + 12, row.center().y() - 9, 18, 18),
                  Theme::color(current ? Role::AccentText : Role::Text2));
        qreal right = row.right() - 12;
        const QStringList keys = index.data(KeysRole).toStringList();
        for (auto key = keys.crbegin(); key != keys.crend(); ++key) {
            const QSizeF size = KeyCap(*key).sizeHint();
            right -= size.width();
            KeyCap::paint(*p, QRectF(QPointF(right, row.center().y() - size.height() / 2), size), *key);
            right -= 4;
        }
        const QString kind = index.data(KindRole).toString();
        const QFont small = Theme::font(Type::Small);
        const qreal kindWidth = QFontMetricsF(small).horizontalAdvance(kind) + 1;
        if (keys.isEmpty()) {
            right -= kindWidth;
            paint::text(*p, QRectF(right, row.top(), kindWidth, row.height()), kind, small,
                        Theme::color(Role::Text3));
        }
        paint::text(*p, QRectF(row.left() + 42, row.top(), right - 12 - row.left() - 42, row.height()),
                    index.data(Qt::DisplayRole).toString(), Theme::font(Type::Control),
                    Theme::color(Role::Text));
    }
};

}  // namespace

CommandPalette::CommandPalette(QWidget* host)
    : QWidget(host),
      m_panel(new Card(this, Card::Kind::Popover)),
      m_field(new SearchField(tr("Find a page, a film or an act"))),
      m_list(new QListView),
      m_none(new Label({}, Type::Body, Role::Text3)),
      m_model(new QStandardItemModel(this)) {
    installAccessibility();
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Find anything"));
    m_panel->setObjectName(QStringLiteral("palette.panel"));
    auto* column = static_cast<Card*>(m_panel)->body();
    column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    column->setSpacing(kPadding);
    m_field->setObjectName(QStringLiteral("palette.field"));
    m_field->setAccessibleName(tr("Find a page, a film or an act"));
    m_field->installEventFilter(this);
    column->addWidget(m_field);
    m_list->setObjectName(QStringLiteral("palette.list"));
    m_list->setAccessibleName(tr("What matches"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Rows(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    column->addWidget(m_list);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setMinimumHeight(Theme::scaled(kRow));
    column->addWidget(m_none);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& at) { choose(at.row()); });
    host->installEventFilter(this);
    hide();
}

QList<Command> CommandPalette::matching(const QList<Command>& commands, const QString& typed) {
    const QString wanted = folded(typed.simplified());
    const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
    std::array<QList<Command>, 3> by;
    for (const Command& command : commands) {
        const int place = rank(command, wanted, words);
        if (place >= 0) by[static_cast<std::size_t>(place)].append(command);
    }
    return by[0] + by[1] + by[2];
}

QStringList CommandPalette::titles() const {
    QStringList titles;
    for (const Command& command : m_shown)
        titles << command.title;
    return titles;
}

void CommandPalette::open(QList<Command> commands) {
    m_commands = std::move(commands);
    if (!isVisible()) m_focusBefore = window()->focusWidget();
    m_field->clear();
    filter();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss() {
    if (!isVisible()) return;
    hide();
    if (m_focusBefore) m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::filter() {
    m_shown = matching(m_commands, m_field->text());
    m_model->clear();
    for (const Command& command : m_shown) {
        auto* row = new QStandardItem(command.title);
        row->setData(command.kind, KindRole);
        row->setData(static_cast<int>(command.icon), IconRole);
        row->setData(command.keys, KeysRole);
        QStringList spoken{command.title, command.kind};
        if (!command.keys.isEmpty()) spoken << command.keys.join(QLatin1String(" + "));
        row->setData(spoken.join(QLatin1String(", ")), Qt::AccessibleTextRole);
        m_model->appendRow(row);
    }
    m_list->setVisible(!m_shown.isEmpty());
    m_none->setVisible(m_shown.isEmpty());
    m_none->setText(tr("Nothing called '%1'").arg(m_field->text().simplified()));
    if (!m_shown.isEmpty())
        m_list->setCurrentIndex(m_model->index(0, 0));
    else
        announce(m_field, m_none->text());
    arrange();
}

void CommandPalette::arrange() {
    setGeometry(parentWidget()->rect());
    const auto rows = std::clamp<qsizetype>(m_shown.size(), 1, kRowsShown);
    m_list->setFixedHeight(static_cast<int>(rows) * Theme::scaled(kRow));
    const int panelWidth = std::min(kWidth, width() - 32);
    m_panel->layout()->activate();
    m_panel->setGeometry((width() - panelWidth) / 2, std::min(kTop, height() / 8), panelWidth,
                         m_panel->layout()->sizeHint().height());
    update();
}

void CommandPalette::move(int rows) {
    if (m_shown.isEmpty()) return;
    const int last = static_cast<int>(m_shown.size()) - 1;
    const QModelIndex to = m_model->index(std::clamp(m_list->currentIndex().row() + rows, 0, last), 0);
    m_list->setCurrentIndex(to);
    // The focus stays in the field, so a screen reader is told.
    announce(m_field, to.data(Qt::AccessibleTextRole).toString());
}

void CommandPalette::choose(int row) {
    if (row < 0 || row >= m_shown.size()) return;
    const auto act = m_shown.at(row).act;
    dismiss();
    if (act) act();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible()) arrange();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible() && window()->isActiveWindow() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
        // Something else took the focus, a sheet or another page: the palette has no more to say there.
        m_focusBefore = nullptr;
        dismiss();
        return false;
    }
    if (event->type() != QEvent::KeyPress) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_PageDown:
            move(kRowsShown);
            return true;
        case Qt::Key_PageUp:
            move(-kRowsShown);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex().row());
            return true;
        case Qt::Key_Escape:
            dismiss();
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true;
        default:
            return false;
    }
}

void CommandPalette::mousePressEvent(QMouseEvent* event) {
    if (!m_panel->geometry().contains(event->position().toPoint())) dismiss();
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter p(this);
    paint::shadow(p, m_panel->geometry(), metrics::kRadiusCard);
}

}  // namespace keyreel::ui
