#include "ui/widgets/cover_grid.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {

namespace {
constexpr int kRowHeight = 60;
/// While somebody drags the edge of the window, covers are not read anew for every width.
constexpr int kSettledMs = 120;
}  // namespace

CoverGrid::CoverGrid(QWidget* parent) : QListView(parent) {
    installAccessibility();
    setItemDelegate(new CoverDelegate(this));
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setProperty("ownFocus", true);
    setAccessibleName(tr("Titles"));
    connect(&Theme::current(), &Theme::changed, this, [this] { relayout(); });
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettledMs);
    connect(&m_settled, &QTimer::timeout, this, [this] {
        if (coverSize() == m_coverSize) return;
        m_coverSize = coverSize();
        Q_EMIT coverSizeChanged(m_coverSize);
        viewport()->update();
    });
}

void CoverGrid::setModel(QAbstractItemModel* model) {
    QListView::setModel(model);
    if (!model) return;
    const auto grow = [this] {
        if (m_growing) updateGeometry();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, grow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, grow);
    connect(model, &QAbstractItemModel::modelReset, this, grow);
    relayout();
}

void CoverGrid::setGrowing(bool growing) {
    m_growing = growing;
    setVerticalScrollBarPolicy(growing ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, growing ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

void CoverGrid::setListMode(bool list) {
    m_list = list;
    relayout();
}

int CoverGrid::columns() const {
    if (m_list) return 1;
    const int width = viewport()->width();
    // 6 at the design's 1440 (page 1172 wide), 5 below 1280, and covers never narrower than about 150.
    if (width >= 1000) return std::max(6, width / 230);
    if (width >= 840) return 5;
    return std::max(2, width / 170);
}

QSize CoverGrid::coverSize() const {
    const QRect cell(QPoint(), gridSize());
    const QRect picture =
        m_list ? CoverDelegate::thumbRect(cell) : CoverDelegate::pictureRect(cell, columns());
    return picture.size() * devicePixelRatioF();
}

void CoverGrid::relayout() {
    const int width = viewport()->width();
    if (width <= 0) return;
    if (m_list) {
        setGridSize({width, Theme::scaled(kRowHeight)});
    } else {
        const int cell = std::max(60, (width - 1) / columns());
        setGridSize({cell, CoverDelegate::heightForWidth(cell, columns())});
    }
    if (coverSize() != m_coverSize) m_settled.start();
    updateGeometry();
    viewport()->update();
}

QSize CoverGrid::sizeHint() const {
    if (!m_growing || !model()) return QListView::sizeHint();
    const int perRow = columns();
    const int rows = (model()->rowCount() + perRow - 1) / perRow;
    return {600, rows * gridSize().height() + 2};
}

void CoverGrid::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    relayout();
}

void CoverGrid::paintEvent(QPaintEvent* event) {
    // A window that was moved to a screen of another density need not have changed its size.
    if (coverSize() != m_coverSize && !m_settled.isActive()) m_settled.start();
    QListView::paintEvent(event);
}

QModelIndexList CoverGrid::chosen() const {
    QModelIndexList indexes = selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
    std::sort(indexes.begin(), indexes.end(),
              [](const QModelIndex& one, const QModelIndex& other) { return one.row() < other.row(); });
    return indexes;
}

QItemSelectionModel::SelectionFlags CoverGrid::selectionCommand(const QModelIndex& index,
                                                                const QEvent* event) const {
    const auto* input = dynamic_cast<const QInputEvent*>(event);
    const Qt::KeyboardModifiers many = Qt::ControlModifier | Qt::ShiftModifier;
    if (input != nullptr && (input->modifiers() & many) != 0)
        return event->type() == QEvent::MouseMove ? QItemSelectionModel::NoUpdate
                                                  : QListView::selectionCommand(index, event);
    // Going about with arrows or clicks chooses nothing; what was chosen is let go when somebody does so. A
    // press on one of them may be the beginning of a drag.
    if (event == nullptr || event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonRelease)
        return QItemSelectionModel::NoUpdate;
    if (event->type() == QEvent::MouseButtonPress && selectionModel()->isSelected(index))
        return QItemSelectionModel::NoUpdate;
    return QItemSelectionModel::Clear;
}

void CoverGrid::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QListView::selectionChanged(selected, deselected);
    viewport()->update();
    Q_EMIT chosenChanged();
}

void CoverGrid::mousePressEvent(QMouseEvent* event) {
    m_pressed = indexAt(event->position().toPoint());
    QListView::mousePressEvent(event);
}

void CoverGrid::startDrag(Qt::DropActions actions) {
    const bool alone = m_pressed.isValid() && !selectionModel()->isSelected(m_pressed);
    if (alone) selectionModel()->select(m_pressed, QItemSelectionModel::ClearAndSelect);
    QListView::startDrag(actions);
    if (alone) clearSelection();
}

void CoverGrid::keyPressEvent(QKeyEvent* event) {
    const QModelIndex index = currentIndex();
    if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection()) {
        clearSelection();
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier && index.isValid()) {
        selectionModel()->select(index, QItemSelectionModel::Toggle);
        return;
    }
    if (index.isValid()) {
        switch (event->key()) {
            case Qt::Key_Return:
            case Qt::Key_Enter:
                Q_EMIT openRequested(index);
                return;
            case Qt::Key_Space:
                Q_EMIT playRequested(index);
                return;
            case Qt::Key_Delete:
                Q_EMIT removeRequested(index);
                return;
            case Qt::Key_Menu:
                Q_EMIT moreRequested(index, viewport()->mapToGlobal(visualRect(index).center()));
                return;
            default:
                break;
        }
    }
    QListView::keyPressEvent(event);
}

void CoverGrid::mouseReleaseEvent(QMouseEvent* event) {
    QListView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton) return;
    if ((event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) != 0) return;
    clearSelection();
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    if (!index.isValid() || index.data(CoverLoadingRole).toBool()) return;
    const QRect card = visualRect(index);
    if (m_list) {
        Q_EMIT openRequested(index);
        return;
    }
    if (CoverDelegate::moreRect(card, columns()).contains(at)) {
        Q_EMIT moreRequested(index,
                             viewport()->mapToGlobal(CoverDelegate::moreRect(card, columns()).bottomLeft()));
    } else if (CoverDelegate::playRect(card, columns()).contains(at)) {
        Q_EMIT playRequested(index);
    } else if (CoverDelegate::pictureRect(card, columns()).adjusted(0, 0, 0, 60).contains(at)) {
        Q_EMIT openRequested(index);
    }
}

void CoverGrid::mouseMoveEvent(QMouseEvent* event) {
    QListView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    viewport()->setCursor(index.isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void CoverGrid::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) return;
    Q_EMIT moreRequested(index, event->reason() == QContextMenuEvent::Keyboard
                                    ? viewport()->mapToGlobal(visualRect(index).center())
                                    : event->globalPos());
}

bool CoverGrid::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QModelIndex index = indexAt(help->pos());
        const QString title = index.data(Qt::DisplayRole).toString();
        const qreal width = QFontMetricsF(Theme::font(Type::Strong)).horizontalAdvance(title);
        if (index.isValid() && width > visualRect(index).width() - 10) {
            QToolTip::showText(help->globalPos(), title, this);
            return true;
        }
    }
    // The first arrow key or tab into the grid chooses the first cover.
    if (event->type() == QEvent::FocusIn && !currentIndex().isValid() && model() && model()->rowCount() > 0) {
        setCurrentIndex(model()->index(0, 0));
    }
    return QListView::event(event);
}

ContinueCard::ContinueCard(QWidget* parent) : QAbstractButton(parent) {
    installAccessibility();
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ContinueCard::set(const QString& title, const QString& meta, const QImage& still, double watched) {
    setText(title);
    m_meta = meta;
    m_still = still;
    m_cache = {};
    m_watched = std::clamp(watched, 0.0, 1.0);
    setAccessibleName(tr("%1, %2 percent watched").arg(title).arg(qRound(m_watched * 100)));
    setAccessibleDescription(meta);
    update();
}

void ContinueCard::setDimmed(bool dimmed) {
    m_dimmed = dimmed;
    update();
}

QSize ContinueCard::sizeHint() const {
    return {270, heightForWidth(270)};
}

int ContinueCard::heightForWidth(int width) const {
    return width * 9 / 16 + 14 + Theme::lineHeight(Type::Strong) + Theme::lineHeight(Type::Small);
}

void ContinueCard::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRect picture(0, 0, width(), width() * 9 / 16);
    const qreal dpr = devicePixelRatioF();
    if (m_cache.isNull() || m_cache.size() != picture.size() * dpr) {
        m_cache = paint::roundedPicture(m_still, picture.size(), metrics::kRadiusControl, dpr);
    }
    p.save();
    if (m_dimmed) {
        paint::roundedBox(p, picture, metrics::kRadiusControl, Theme::color(Role::BgCard));
        p.setOpacity(0.34);
    }
    paint::picture(p, picture, m_cache, metrics::kRadiusControl);
    p.restore();
    if (underMouse() && !m_dimmed) {
        paint::roundedBox(p, picture, metrics::kRadiusControl, Theme::color(Role::PictureVeil));
        const QRectF play(picture.center().x() - 23, picture.center().y() - 23, 48, 48);
        paint::roundedBox(p, play, 24, Theme::color(Role::Accent));
        paintIcon(p, Icon::Play, play.adjusted(14, 14, -14, -14), Theme::color(Role::AccentInk));
    }
    QPainterPath clip;
    clip.addRoundedRect(picture, metrics::kRadiusControl, metrics::kRadiusControl);
    p.save();
    p.setClipPath(clip);
    const QRectF bar(0, picture.bottom() - 3, picture.width(), 4);
    p.fillRect(bar, paint::withAlpha(Theme::color(Role::Stage), 0.6));
    p.fillRect(QRectF(0, bar.top(), bar.width() * m_watched, 4),
               Theme::color(m_dimmed ? Role::Buffer : Role::Accent));
    p.restore();
    qreal y = picture.bottom() + 10;
    paint::text(p, QRectF(0, y, width(), Theme::lineHeight(Type::Strong)), text(), Theme::font(Type::Strong),
                Theme::color(m_dimmed ? Role::Text3 : Role::Text));
    y += Theme::lineHeight(Type::Strong);
    paint::text(p, QRectF(0, y, width(), Theme::lineHeight(Type::Small)), m_meta, Theme::font(Type::Small),
                Theme::color(Role::Text3));
}

}  // namespace keyreel::ui
