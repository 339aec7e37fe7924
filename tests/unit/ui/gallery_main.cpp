// Writes the gallery's pictures, the artefacts that eyes compare with the design. Exit status 0 when all were
// written.
#include <QApplication>

#include "ui/gallery/gallery.h"
#include "ui/theme/theme.h"

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    keyreel::ui::Theme theme(app);
    if (app.arguments().size() < 2) return 2;
    return keyreel::ui::runGallery(app, app.arguments().at(1));
}
