#pragma once

#include <QAbstractButton>
#include <QImage>
#include <QListView>
#include <QStyledItemDelegate>
#include <QTimer>

#include "ui/widgets/badge.h"

namespace keyreel::ui {

/// Data of a cover in any item model. `Qt::DisplayRole` is the title, `Qt::AccessibleTextRole` the spoken
/// sentence
/// ("Night Ferry, owned, Jonas Rehn, 9 minutes left"); the delegate makes one up if it is empty.
enum CoverRole {
    CoverIdRole = Qt::UserRole + 1,  ///< QString, stable id (pixmap cache key)
    CoverImageRole,                  ///< QImage 2:3; null while loading or when there is none
    CoverBadgeRole,                  ///< BadgeSpec
    CoverMetaRole,                   ///< QString beside the badge
    CoverDimmedRole,                 ///< bool: cannot open now (34 %)
    CoverLoadingRole,                ///< bool: flat block
    CoverMissingRole,                ///< bool: frame + "Cover missing"
    CoverProgressRole                ///< double 0..1 watched, drawn at the foot; 0 for none
};

/// Paints a cover card: 2:3 picture r8, title, badge and meta; hover veil with play and more.
class CoverDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CoverDelegate(QObject* parent = nullptr);

    void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Rectangles inside a cell of rectangle `card` in a grid of `columns`.
    static QRect pictureRect(const QRect& card, int columns);
    /// The picture of a cell in list mode.
    static QRect thumbRect(const QRect& row);
    static QRect playRect(const QRect& card, int columns);
    static QRect moreRect(const QRect& card, int columns);
    /// Height of a cell that is `cell` wide.
    static int heightForWidth(int cell, int columns);
    static QString spokenText(const QModelIndex& index);
};

/// Grid of covers: columns by width (6 at 1440, 5 below 1280). Enter opens, Space plays, Menu key or the dots
/// ask for more, Delete removes. Ctrl and Shift with a click, with Space or the arrows, and Ctrl+A choose
/// several, Esc none; a cover, or all that are chosen, can be dragged out.
class CoverGrid : public QListView {
    Q_OBJECT
public:
    explicit CoverGrid(QWidget* parent = nullptr);

    /// Grows with its content instead of scrolling, for use inside a scrolling page.
    void setGrowing(bool growing);
    /// Single-line rows instead of covers (thumbnail, title, badge, meta).
    void setListMode(bool list);
    int columns() const;
    /// What a cover measures in device pixels; pictures of this size are drawn without being scaled.
    QSize coverSize() const;
    /// Those that were chosen, in their order; empty when the current one is just where the focus is.
    QModelIndexList chosen() const;

    void setModel(QAbstractItemModel* model) override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const QModelIndex& index);
    void playRequested(const QModelIndex& index);
    void removeRequested(const QModelIndex& index);
    void chosenChanged();
    /// The window has come to rest at another size, or on another screen.
    void coverSizeChanged(const QSize& pixels);
    /// Global position for a menu.
    void moreRequested(const QModelIndex& index, const QPoint& at);

protected:
    void keyPressEvent(QKeyEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void startDrag(Qt::DropActions actions) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index,
                                                         const QEvent* event) const override;

private:
    void relayout();
    QPersistentModelIndex m_pressed;
    QTimer m_settled;
    QSize m_coverSize;
    bool m_growing = false;
    bool m_list = false;
};

/// 16:9 still with progress at the foot, title and "51 min left · Chapter 3". A button.
class ContinueCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit ContinueCard(QWidget* parent = nullptr);
    void set(const QString& title, const QString& meta, const QImage& still, double watched);
    void setDimmed(bool dimmed);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString m_meta;
    QImage m_still;
    QPixmap m_cache;
    double m_watched = 0;
    bool m_dimmed = false;
};

}  // namespace keyreel::ui
