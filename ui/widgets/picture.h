#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

#include "ui/icons/icon.h"

namespace keyreel::ui {

/// A picture that fills its box, cropped, with round corners; until there is one a block with an icon.
class Picture : public QWidget {
    Q_OBJECT
public:
    Picture(const QSize& size, int radius, QWidget* parent = nullptr);
    void setBox(const QSize& size, int radius);
    void set(const QImage& image);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QImage m_image;
    QPixmap m_scaled;
    int m_radius;
};

}  // namespace keyreel::ui
