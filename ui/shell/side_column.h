#pragma once

#include <QWidget>

class QBoxLayout;

namespace keyreel::ui {

/// The cards beside the content of a page: one under the other in a column of fixed width, or side by side
/// below the content where the window is narrow. They scroll with the content.
class SideColumn : public QWidget {
    Q_OBJECT
public:
    /// `width` in logical pixels while it stands beside the content.
    explicit SideColumn(int width = 348, QWidget* parent = nullptr);

    void add(QWidget* card);
    void setBelow(bool below);
    [[nodiscard]] bool isBelow() const { return m_below; }

private:
    void arrange();
    QBoxLayout* m_cards;
    int m_width;
    bool m_below = false;
};

}  // namespace keyreel::ui
