#pragma once

#include <QImage>
#include <QPixmap>
#include <QSizeF>
#include <functional>

namespace keyreel::ui::paint {

/// Small pictures of a film side by side.
struct PictureStrip {
    QPixmap pixmap;  ///< Null where there are none.
    qreal tile = 0;  ///< How wide one of them is, in logical pixels.
};

/// `at`: the picture for a part of the film, 0 to 1; null while there are none.
PictureStrip pictureStrip(const QSizeF& size, qreal radius, qreal ratio,
                          const std::function<QImage(qreal part)>& at);

}  // namespace keyreel::ui::paint
