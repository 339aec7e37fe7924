#pragma once

#include <QListView>
#include <QStyledItemDelegate>

#include "ui/icons/icon.h"

namespace keyreel::ui {

/// Data of a record in any item model. `Qt::DisplayRole` is the sentence.
enum TimelineRole {
    TimelineDetailRole = Qt::UserRole + 101,  ///< QString
    TimelineIconRole,                         ///< int(Icon)
    TimelineToneRole,                         ///< int(Tone)
    TimelineNumberRole,                       ///< QString "No. 4,318"
    TimelineSealRole,                         ///< QString "f61d…9c"
    TimelineTimeRole,                         ///< QString "13:20"
    TimelineHeadingRole,                      ///< bool: a day heading inside the line
    TimelineBrokenRole                        ///< bool: the line is cut above this record
};

/// Rows of the record chain: 30 px discs on one continuous line.
class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The chain as a list; accessible rows read "Opened The Salt Road, 13:20, record 4,318".
class TimelineList : public QListView {
    Q_OBJECT
public:
    explicit TimelineList(QWidget* parent = nullptr);
};

}  // namespace keyreel::ui
