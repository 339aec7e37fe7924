#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace keyreel::ui {

/// One picture of a film, whole, on the black that is behind moving pictures; until there is one, an icon.
/// Its size is that of `box`, in logical pixels, whatever the picture has.
class FrameView : public QWidget {
    Q_OBJECT
public:
    explicit FrameView(const QSize& box, QWidget* parent = nullptr);
    void set(const QImage& picture);
    [[nodiscard]] const QImage& picture() const { return m_picture; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QImage m_picture;
    QPixmap m_scaled;
};

}  // namespace keyreel::ui
