#include "ui/gallery/gallery.h"

#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QProcess>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"

namespace keyreel::ui {

namespace {
// Set for the second run, so that it does not start a third.
const char* const kSecondRun = "KEYREEL_GALLERY_SECOND_RUN";
}  // namespace

Gallery::Gallery(QWidget* parent) : QWidget(parent) {
    setWindowTitle(tr("Keyreel gallery"));
    setObjectName(QStringLiteral("gallery"));
    auto* column = new QVBoxLayout(this);
    auto* bar = new QHBoxLayout;
    auto* sheets = new Select;
    sheets->setAccessibleName(tr("Sheet"));
    sheets->setObjectName(QStringLiteral("gallery.sheet"));
    auto* mode = new SegmentedControl;
    mode->setObjectName(QStringLiteral("gallery.theme"));
    mode->setAccessibleName(tr("Theme"));
    mode->setSegments({{QStringLiteral("system"), tr("Like the system"), Icon::None, -1},
                       {QStringLiteral("dark"), tr("Dark"), Icon::None, -1},
                       {QStringLiteral("light"), tr("Light"), Icon::None, -1}});
    auto* size = new SegmentedControl;
    size->setObjectName(QStringLiteral("gallery.textSize"));
    size->setAccessibleName(tr("Text size"));
    const QList<int> percents{90, 100, 115, 130};
    QList<SegmentedControl::Segment> sizes;
    for (const int percent : percents) {
        sizes << SegmentedControl::Segment{QString::number(percent), QStringLiteral("%1 %").arg(percent),
                                           Icon::None, -1};
    }
    size->setSegments(sizes);
    size->setCurrent(1);
    auto* contrast = new Toggle(tr("More contrast"));
    contrast->setObjectName(QStringLiteral("gallery.contrast"));
    bar->addWidget(sheets);
    bar->addStretch(1);
    bar->addWidget(size);
    bar->addWidget(mode);
    bar->addWidget(contrast);
    column->addLayout(bar);
    auto* stack = new QStackedWidget;
    column->addWidget(stack, 1);
    for (const GallerySheet& sheet : gallerySheets()) {
        sheets->addItem(sheet.name);
        auto* area = new QScrollArea;
        area->setFrameShape(QFrame::NoFrame);
        QWidget* widget = sheet.make();
        widget->setFixedSize(sheet.size);
        area->setWidget(widget);
        stack->addWidget(area);
    }
    connect(sheets, &QComboBox::currentIndexChanged, stack, &QStackedWidget::setCurrentIndex);
    const auto apply = [mode, size, contrast, percents] {
        ThemeOptions options = Theme::current().options();
        const ThemeOptions::Mode modes[] = {ThemeOptions::Mode::System, ThemeOptions::Mode::Dark,
                                            ThemeOptions::Mode::Light};
        options.mode = modes[mode->current()];
        options.textPercent = percents.at(size->current());
        options.moreContrast = contrast->isChecked();
        Theme::current().setOptions(options);
    };
    connect(mode, &SegmentedControl::currentChanged, this, apply);
    connect(size, &SegmentedControl::currentChanged, this, apply);
    connect(contrast, &Toggle::toggled, this, apply);
    resize(1320, 900);
}

int Gallery::writeScreenshots(Theme& theme, const QString& folder) {
    if (!QDir().mkpath(folder)) return -1;
    ThemeOptions options = theme.options();
    options.lessMotion = true;
    const int ratio = qRound(qApp->devicePixelRatio());
    int written = 0;
    for (const auto mode : {ThemeOptions::Mode::Dark, ThemeOptions::Mode::Light}) {
        options.mode = mode;
        theme.setOptions(options);
        for (const GallerySheet& sheet : gallerySheets()) {
            std::unique_ptr<QWidget> widget(sheet.make());
            widget->setFixedSize(sheet.size);
            widget->show();
            QApplication::processEvents();
            QApplication::processEvents();
            const QString name =
                QStringLiteral("%1-%2@%3x.png")
                    .arg(sheet.name,
                         mode == ThemeOptions::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                    .arg(ratio);
            if (!widget->grab().save(QDir(folder).filePath(name))) return -1;
            ++written;
        }
    }
    return written;
}

int runGallery(QApplication& app, const QString& screenshots) {
    Theme& theme = Theme::current();
    if (screenshots.isEmpty()) {
        Gallery gallery;
        gallery.show();
        return QApplication::exec();
    }
    const int written = Gallery::writeScreenshots(theme, screenshots);
    if (written < 0) return 1;
    if (qEnvironmentVariableIsSet(kSecondRun)) return 0;
    QProcess second;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(kSecondRun), QStringLiteral("1"));
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    second.setProcessEnvironment(environment);
    second.setProcessChannelMode(QProcess::ForwardedChannels);
    second.start(QApplication::applicationFilePath(), app.arguments().mid(1));
    return second.waitForFinished(120000) && second.exitStatus() == QProcess::NormalExit ? second.exitCode()
                                                                                         : 1;
}

}  // namespace keyreel::ui
