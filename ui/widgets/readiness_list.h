#pragma once

#include <QWidget>

#include "ui/widgets/accessible.h"

namespace keyreel::ui {

/// What is still open before publishing. Open items lead with an orange chevron and "Show". Accessible list
/// "Ready to publish, 3 of 6"; Up and Down move, Enter on an open item means Show.
class ReadinessList : public QWidget, public AccessibleItems {
    Q_OBJECT
public:
    struct Item {
        QString id;
        /// "Video checked, 5 tracks" or what to do, "Give it a title".
        QString text;
        bool done = false;

        bool operator==(const Item&) const = default;
    };
    explicit ReadinessList(QWidget* parent = nullptr);
    void setItems(const QList<Item>& items);
    const QList<Item>& items() const { return m_items; }
    int doneCount() const;
    bool isReady() const { return doneCount() == m_items.size(); }
    QRect itemRect(int index) const;
    int currentItem() const { return m_current; }

    int itemCount() const override { return int(m_items.size()); }
    QString itemName(int index) const override;
    QRect itemBox(int index) const override { return itemRect(index); }
    bool itemChecked(int index) const override { return m_items.at(index).done; }
    bool itemsAreRadios() const override { return false; }
    void activateItem(int index) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void showRequested(const QString& id);

protected:
    void paintEvent(QPaintEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    void leaveEvent(QEvent*) override;

private:
    QList<Item> m_items;
    int m_current = 0;
    int m_hovered = -1;
};

}  // namespace keyreel::ui
