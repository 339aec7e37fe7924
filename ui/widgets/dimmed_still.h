#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace keyreel::ui {

/// A film's still on black, so dark that what stands above it is read easily: behind an opening, and behind
/// the reason why a film does not go on. Without a picture it is black.
class DimmedStill : public QWidget {
    Q_OBJECT
public:
    explicit DimmedStill(QWidget* parent = nullptr);
    void set(const QImage& image);
    [[nodiscard]] bool hasPicture() const { return !m_image.isNull(); }

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    QImage m_image;
    QPixmap m_scaled;
};

}  // namespace keyreel::ui
