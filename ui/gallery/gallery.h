#pragma once

#include <QImage>
#include <QList>
#include <QString>
#include <QWidget>

class QApplication;

namespace keyreel::ui {

class Theme;

/// A page of the gallery: a name for the file and a maker of the widget in a fixed size.
struct GallerySheet {
    QString name;
    QSize size;
    QWidget* (*make)();
};

/// All sheets: every component in every state.
QList<GallerySheet> gallerySheets();

/// A drawn picture for a title, the same every time. Stands in for posters and stills.
QImage sampleArt(const QString& title, const QSize& size);

/// The window of `--gallery`: sheets at the left, theme and text size above.
class Gallery : public QWidget {
    Q_OBJECT
public:
    explicit Gallery(QWidget* parent = nullptr);

    /// Renders each sheet in both themes at the ratio of this process (QT_SCALE_FACTOR) to `folder`, named
    /// <sheet>-<theme>@<ratio>x.png. Returns how many files were written, -1 when one could not be.
    static int writeScreenshots(Theme& theme, const QString& folder);
};

/// `keyreel --gallery`: shows the gallery, or with `screenshots` writes pictures at 1x and (by running this
/// program again) 2x. Returns the exit code.
int runGallery(QApplication& app, const QString& screenshots);

}  // namespace keyreel::ui
