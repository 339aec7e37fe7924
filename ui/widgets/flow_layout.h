#pragma once

#include <QLayout>
#include <QList>

namespace keyreel::ui {

/// Items side by side, in as many lines as their sizes need. In another language they are wider.
class FlowLayout : public QLayout {
    Q_OBJECT
public:
    /// Pixels between items of a line, and between lines.
    FlowLayout(int apart, int below, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Returns the height used; with `moves` the items go to their places.
    int arrange(const QRect& rect, bool moves) const;

    QList<QLayoutItem*> m_items;
    int m_apart;
    int m_below;
};

}  // namespace keyreel::ui
