#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QTimer>
#include <cstdio>

#include "core/base/file.h"
#include "core/base/secret_bytes.h"
#include "core/identity/secret_service_key_store.h"
#include "ui/gallery/gallery.h"
#include "ui/pages/app_window.h"
#include "ui/pages/journey.h"
#include "ui/theme/theme.h"

namespace {

using namespace keyreel;
using namespace Qt::StringLiterals;

constexpr int kHandOverMs = 500;

/// One window per profile: a second start hands its link or film over to the first. The socket lies in the
/// profile's own private folder.
QString socketOf(const studio::Places& places) {
    return QString::fromStdString((places.profile / "window.socket").string());
}

bool handOver(const studio::Places& places, const QString& target) {
    QLocalSocket socket;
    socket.connectToServer(socketOf(places));
    if (!socket.waitForConnected(kHandOverMs)) return false;
    socket.write(target.toUtf8() + '\n');
    socket.waitForBytesWritten(kHandOverMs);
    return true;
}

void serve(QLocalServer& server, const studio::Places& places, ui::AppWindow& window) {
    const QString name = socketOf(places);
    QLocalServer::removeServer(name);
    server.setSocketOptions(QLocalServer::UserAccessOption);
    QObject::connect(&server, &QLocalServer::newConnection, &window, [&server, &window]() {
        auto* socket = server.nextPendingConnection();
        QObject::connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QLocalSocket::readyRead, &window, [socket, &window]() {
            if (!socket->canReadLine()) return;
            window.openTarget(QString::fromUtf8(socket->readLine(8192)).trimmed());
            window.raise();
            window.activateWindow();
        });
    });
    // Without the socket a second window opens instead; nothing else depends on it.
    (void)server.listen(name);
}

int fail(const Error& error) {
    std::fprintf(stderr, "%s\n%s\n(%s)\n", error.what.c_str(), error.next.c_str(), error.code.c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    protectProcessMemory();
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"keyreel"_s);
    QApplication::setApplicationDisplayName(u"Keyreel"_s);
    QApplication::setDesktopFileName(u"keyreel"_s);
    QApplication::setApplicationVersion(QLatin1String(KEYREEL_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Publish, share and open films whose keys belong to their makers."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(u"profile"_s, u"Whose things: one name per person on this computer."_s,
                                     u"name"_s, u"default"_s);
    const QCommandLineOption journey(
        u"journey"_s, u"Do the main job by itself, with TARGET or a sample: import, publish, open, play."_s);
    const QCommandLineOption play(u"play"_s, u"Play TARGET, a clear video file, as it is."_s);
    const QCommandLineOption gallery(u"gallery"_s, u"Show every component in every state."_s);
    const QCommandLineOption screenshot(
        u"screenshot"_s,
        u"With --gallery: write its pictures in both themes at 1x and 2x instead of showing it."_s,
        u"folder"_s);
    parser.addOptions({profile, journey, play, gallery, screenshot});
    parser.addPositionalArgument(u"target"_s, u"A keyreel:// link or a video file."_s, u"[TARGET]"_s);
    parser.process(app);
    const QString target = parser.positionalArguments().value(0);

    if (parser.isSet(gallery)) {
        ui::Theme theme(app);
        return ui::runGallery(app, parser.value(screenshot));
    }
    const auto places = studio::placesOf(parser.value(profile).toStdString());
    if (!places) return fail(places.error());
    if (const auto made = makePrivateFolder(places->profile); !made) return fail(made.error());
    const bool link = target.startsWith(u"keyreel:"_s);
    const QString absolute = target.isEmpty() || link ? target : QFileInfo(target).absoluteFilePath();
    const QString wish = parser.isSet(play) && !link ? u"play:"_s + absolute : absolute;
    if (!parser.isSet(journey) && handOver(*places, wish)) return 0;

    ui::SettingsTable settings(QString::fromStdString((places->profile / "window.ini").string()));
    ui::Theme theme(app, settings.theme());
    ui::Engine engine({*places, studio::programFolder(), [](std::stop_token stop) {
                           return std::make_unique<identity::SecretServiceKeyStore>(
                               identity::SecretServiceKeyStore::Limits{}, std::move(stop));
                       }});
    ui::AppWindow window(engine, settings);
    QLocalServer server;
    serve(server, *places, window);
    window.show();
    engine.start();
    std::unique_ptr<ui::Journey> guide;
    if (parser.isSet(journey)) {
        guide = std::make_unique<ui::Journey>(engine, window, absolute);
        QObject::connect(guide.get(), &ui::Journey::finished, &app, [](const QString& published) {
            std::printf("Published and playing: %s\n", qUtf8Printable(published));
            std::fflush(stdout);
        });
        QObject::connect(guide.get(), &ui::Journey::failed, &app,
                         [](const QString& why) { std::fprintf(stderr, "%s\n", qUtf8Printable(why)); });
    } else {
        window.openTarget(wish);
    }
    return app.exec();
}
