#include "ui/pages/poster_chooser.h"

#include <QFileDialog>
#include <QImageReader>

#include "ui/widgets/words.h"

namespace keyreel::ui {
QImage readPoster(const QString& path) {
    QImageReader reader(path);
    reader.setAutoTransform(true);
    return reader.read();
}

void choosePoster(QWidget* parent, std::function<void(const QString& path, const QImage& picture)> chosen) {
    auto* dialog = new QFileDialog(parent, tr("Choose a poster"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg)")});
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [chosen = std::move(chosen)](const QString& path) { chosen(path, readPoster(path)); });
    dialog->open();
}

}  // namespace keyreel::ui
