#pragma once

#include <QString>
#include <QWidget>

namespace keyreel::ui {

class Theme;

/// Every component in every state on a few sheets, for eyes and for picture tests.
class Gallery : public QWidget {
    Q_OBJECT
public:
    explicit Gallery(QWidget* parent = nullptr);

    /// Renders each sheet in both themes at 1x and 2x to `folder` as PNG. Returns how many files were
    /// written, -1 when the folder cannot be written.
    static int writeScreenshots(Theme& theme, const QString& folder);
};

}  // namespace keyreel::ui
