#pragma once

#include <QAbstractButton>
#include <QCheckBox>
#include <QWidget>

#include "ui/icons/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"

class QGridLayout;
class QVariantAnimation;

namespace keyreel::ui {

/// One of several short choices in a row, each with an optional count or icon. A radio group for screen
/// readers. Left and Right choose, Home and End jump.
class SegmentedControl : public QWidget, public AccessibleItems {
    Q_OBJECT
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
public:
    struct Segment {
        QString id;
        QString text;
        Icon icon = Icon::None;
        /// Shown in `text.3` after the text; -1 for none.
        int count = -1;
    };
    explicit SegmentedControl(QWidget* parent = nullptr);

    void setSegments(const QList<Segment>& segments);
    const QList<Segment>& segments() const { return m_segments; }
    void setCount(int index, int count);
    int current() const { return m_current; }
    QString currentId() const;
    void setCurrent(int index);
    /// Rectangle of a segment, for its accessible child and for tests.
    QRect segmentRect(int index) const;
    void setCompact(bool compact);

    int itemCount() const override { return int(m_segments.size()); }
    QString itemName(int index) const override;
    QRect itemBox(int index) const override { return segmentRect(index); }
    bool itemChecked(int index) const override { return index == m_current; }
    bool itemsAreRadios() const override { return true; }
    void activateItem(int index) override { setCurrent(index); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void leaveEvent(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    int widthOf(int index) const;
    QList<Segment> m_segments;
    int m_current = 0;
    int m_hovered = -1;
    bool m_compact = false;
};

/// On or off, 36 x 20. Space toggles. Its accessible name is its text, which stands beside it in a
/// SettingRow.
class Toggle : public QAbstractButton {
    Q_OBJECT
public:
    explicit Toggle(const QString& name, QWidget* parent = nullptr);
    void setLoading(bool loading);
    QSize sizeHint() const override { return {36, 20}; }

protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent*) override;
    bool hitButton(const QPoint& pos) const override;
    void timerEvent(QTimerEvent*) override;

private:
    QVariantAnimation* m_animation;
    qreal m_position = 0;
    bool m_loading = false;
    int m_timer = 0;
    qreal m_phase = 0;
};

/// A radio with a label; exclusive among its siblings.
class Radio : public QAbstractButton {
    Q_OBJECT
public:
    explicit Radio(const QString& label, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    static void paintMark(QPainter& p, const QRectF& r, bool checked, bool hovered, bool enabled);

protected:
    void paintEvent(QPaintEvent*) override;
    bool hitButton(const QPoint& pos) const override;
};

/// A statement to tick: brass box, bold fact, explanation ("I made this film, or I may publish it.").
class CheckTile : public QAbstractButton {
    Q_OBJECT
public:
    CheckTile(const QString& fact, const QString& explanation, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent*) override;
    bool hitButton(const QPoint& pos) const override;

private:
    QString m_fact;
    QString m_explanation;
};

/// A setting: name, explanation, control at the right.
class SettingRow : public QWidget {
    Q_OBJECT
public:
    SettingRow(const QString& name, const QString& explanation, QWidget* control, QWidget* parent = nullptr);
};

/// One way of access: icon, name, one line, radio. Exclusive among its siblings; 1 2 3 choose within an
/// AccessGroup.
class AccessTile : public QAbstractButton {
    Q_OBJECT
public:
    AccessTile(Icon icon, const QString& name, const QString& line, QWidget* parent = nullptr);
    QString line() const { return m_line; }
    void setError(bool error);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    bool hitButton(const QPoint& pos) const override;

private:
    Icon m_icon;
    QString m_line;
    bool m_error = false;
};

/// AccessTiles of equal width, in a row or in so many columns.
class AccessGroup : public QWidget {
    Q_OBJECT
public:
    explicit AccessGroup(QWidget* parent = nullptr);
    /// Before the first tile.
    void setColumns(int columns) { m_columns = columns; }
    AccessTile* addTile(const QString& id, Icon icon, const QString& name, const QString& line);
    QString current() const;
    void setCurrent(const QString& id);

Q_SIGNALS:
    void currentChanged(const QString& id);

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    QGridLayout* m_grid;
    QList<AccessTile*> m_tiles;
    int m_columns = 4;
};

}  // namespace keyreel::ui
