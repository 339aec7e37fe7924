#pragma once

#include <QImage>
#include <QString>
#include <functional>

class QWidget;

namespace keyreel::ui {

/// The picture in a file as it is meant to be seen; null when it cannot be read.
QImage readPoster(const QString& path);

/// Asks for a picture file. `chosen` gets its path and picture; the picture is null when Keyreel cannot read
/// it. Nothing is called when the person changes their mind.
void choosePoster(QWidget* parent, std::function<void(const QString& path, const QImage& picture)> chosen);

}  // namespace keyreel::ui
