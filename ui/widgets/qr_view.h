#pragma once

#include <QWidget>
#include <vector>

namespace keyreel::ui {

/// A QR code, dark on light in both themes, with its quiet zone of four modules. It says what it holds by its
/// accessible name, which the owner sets; the same text has to stand beside it.
class QrView : public QWidget {
    Q_OBJECT
public:
    /// `side` in logical pixels, quiet zone included.
    explicit QrView(int side = 198, QWidget* parent = nullptr);
    /// `width` by `width` modules, row by row, true for dark. A width of 0 shows none.
    void setModules(int width, std::vector<bool> modules);
    QSize sizeHint() const override { return {m_side, m_side}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    int m_side;
    int m_width = 0;
    std::vector<bool> m_modules;
};

}  // namespace keyreel::ui
