#include "ui/pages/player_screenshot.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kMostSameNames = 1000;
constexpr qsizetype kLongestTitle = 80;
constexpr int kPatienceMs = 3000;

/// One that is free; empty when there is none.
QString freePath(const QDir& folder, const QString& name) {
    const QFileInfo wanted(name);
    for (int number = 1; number <= kMostSameNames; ++number) {
        const QString tried =
            number == 1 ? name : wanted.completeBaseName() + u" (%1)."_s.arg(number) + wanted.suffix();
        if (!folder.exists(tried)) return folder.filePath(tried);
    }
    return {};
}

/// Why it was not written; empty when it was.
QString write(const QImage& picture, const QString& path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !picture.save(&file, "PNG") || !file.commit())
        return file.errorString();
    return {};
}

}  // namespace

PlayerScreenshot::PlayerScreenshot(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

PlayerScreenshot::~PlayerScreenshot() {
    m_pool.waitForDone();
}

QString PlayerScreenshot::nameOf(const QString& title, std::chrono::milliseconds at) {
    QString name;
    for (const QChar letter : title.left(kLongestTitle))
        name += letter.isPrint() && !u"/\\:*?\"<>|"_s.contains(letter) ? letter : u' ';
    name = name.simplified();
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    if (name.isEmpty()) name = u"Keyreel"_s;
    const qint64 seconds = std::max<qint64>(0, at.count() / 1000);
    // The title is a person's own words; no sign in it stands for anything.
    return name + u" %1-%2-%3.png"_s.arg(seconds / 3600)
                      .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
                      .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

void PlayerScreenshot::take(const QImage& picture, Film film, const QString& title,
                            std::chrono::milliseconds at) {
    if (film == Film::OfOthers) {
        Q_EMIT refused(tr("No picture was saved: only those of your own films and of clear files may be"));
        return;
    }
    if (picture.isNull()) return;
    m_pool.start([this, picture, name = nameOf(title, at)]() {
        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
        const bool there = folder.mkpath(u"."_s);
        const QString path = there ? freePath(folder, name) : QString();
        const QString wrong = path.isEmpty() ? tr("there is no room for its name") : write(picture, path);
        QMetaObject::invokeMethod(
            this,
            [this, folder, path, wrong]() {
                if (wrong.isEmpty())
                    Q_EMIT saved(path);
                else
                    Q_EMIT refused(tr("No picture was saved in %1: %2")
                                       .arg(QDir::toNativeSeparators(folder.path()), wrong));
            },
            Qt::QueuedConnection);
    });
}

void PlayerScreenshot::showInFolder(const QString& path) {
    const auto folder = [path]() {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    };
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return folder();
    auto call =
        QDBusMessage::createMethodCall(u"org.freedesktop.FileManager1"_s, u"/org/freedesktop/FileManager1"_s,
                                       u"org.freedesktop.FileManager1"_s, u"ShowItems"_s);
    call << QStringList{QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)} << QString();
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(call, kPatienceMs));
    connect(answer, &QDBusPendingCallWatcher::finished, answer, [folder](QDBusPendingCallWatcher* done) {
        if (done->isError()) folder();
        done->deleteLater();
    });
}

}  // namespace keyreel::ui
