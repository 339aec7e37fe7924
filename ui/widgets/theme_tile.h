#pragma once

#include <QAbstractButton>

#include "ui/theme/theme.h"

namespace keyreel::ui {

/// One of the themes as a small drawing of the window, with a radio below. Exclusive among its siblings.
class ThemeTile : public QAbstractButton {
    Q_OBJECT
public:
    ThemeTile(ThemeOptions::Mode mode, const QString& name, QWidget* parent = nullptr);
    [[nodiscard]] ThemeOptions::Mode mode() const { return m_mode; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    bool hitButton(const QPoint& pos) const override;

private:
    ThemeOptions::Mode m_mode;
};

}  // namespace keyreel::ui
