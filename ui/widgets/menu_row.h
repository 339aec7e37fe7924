#pragma once

#include "ui/widgets/button.h"

namespace keyreel::ui {

/// One choice of a menu over the picture: a check mark, its text, and a note at the right.
struct MenuItem {
    QString id;
    QString text;
    QString note;
    bool checked = false;
    bool enabled = true;
};

/// Its row, named "menu.<id>". Who shows it says which is checked.
class MenuRow : public Button {
    Q_OBJECT
public:
    explicit MenuRow(const MenuItem& item);
    [[nodiscard]] const QString& id() const { return m_item.id; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;
    void nextCheckState() override {}
    /// Arrows are the menu's.
    void keyPressEvent(QKeyEvent*) override;

private:
    MenuItem m_item;
};

}  // namespace keyreel::ui
