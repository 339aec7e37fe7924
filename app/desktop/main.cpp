#include <QApplication>
#include <QCommandLineParser>
#include <clocale>
#include <cstdio>

#include "app/desktop/end_signals.h"
#include "app/desktop/window_socket.h"
#include "core/base/file.h"
#include "core/base/secret_bytes.h"
#include "core/identity/secret_service_key_store.h"
#include "ui/gallery/gallery.h"
#include "ui/pages/app_window.h"
#include "ui/pages/journey.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"

namespace {

using namespace keyreel;
using namespace Qt::StringLiterals;

int fail(const Error& error) {
    std::fprintf(stderr, "%s\n%s\n(%s)\n", error.what.c_str(), error.next.c_str(), error.code.c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    protectProcessMemory();
    QApplication app(argc, argv);
    // Qt has taken the person's locale for all of the process. Numbers for people go through QLocale; those
    // in files and filters have a point.
    std::setlocale(LC_NUMERIC, "C");
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
    const QCommandLineOption play(u"play"_s,
                                  u"Play TARGETS, clear video files, folders or playlists, as they are."_s);
    const QCommandLineOption gallery(u"gallery"_s, u"Show every component in every state."_s);
    const QCommandLineOption screenshot(
        u"screenshot"_s,
        u"With --gallery: write its pictures in both themes at 1x and 2x instead of showing it."_s,
        u"folder"_s);
    parser.addOptions({profile, journey, play, gallery, screenshot});
    parser.addPositionalArgument(u"target"_s, u"A keyreel:// link, or video files, folders and playlists."_s,
                                 u"[TARGETS...]"_s);
    parser.process(app);

    if (parser.isSet(gallery)) {
        ui::Theme theme(app);
        return ui::runGallery(app, parser.value(screenshot));
    }
    const auto places = studio::placesOf(parser.value(profile).toStdString());
    if (!places) return fail(places.error());
    if (const auto made = makePrivateFolder(places->profile); !made) return fail(made.error());
    const auto wish = ui::Wish::of(parser.positionalArguments(), parser.isSet(play));
    if (!wish) return fail(wish.error());
    desktop::WindowSocket socket(*places);
    if (!parser.isSet(journey) && socket.handOver(*wish)) return 0;

    ui::SettingsTable settings(QString::fromStdString((places->profile / "window.ini").string()));
    const ui::SpokenLanguage language(settings.language());
    ui::Theme theme(app, settings.theme());
    ui::Engine engine({*places, studio::programFolder(), [](std::stop_token stop) {
                           return std::make_unique<identity::SecretServiceKeyStore>(
                               identity::SecretServiceKeyStore::Limits{}, std::move(stop));
                       }});
    ui::AppWindow window(engine, settings);
    const desktop::EndSignals ends([&window]() { window.endNow(); });
    socket.serve(&window, [&window](const ui::Wish& handed) {
        window.open(handed);
        window.raise();
        window.activateWindow();
    });
    window.show();
    engine.start();
    if (!parser.isSet(journey)) {
        window.open(*wish);
        return QApplication::exec();
    }
    bool done = false;
    const ui::Journey guide(engine, window, wish->targets.value(0));
    QObject::connect(&guide, &ui::Journey::finished, &app, [&done](const QString& published) {
        done = true;
        std::printf("Published and playing: %s\n", qUtf8Printable(published));
        std::fflush(stdout);
    });
    QObject::connect(&guide, &ui::Journey::failed, &app,
                     [](const QString& why) { std::fprintf(stderr, "%s\n", qUtf8Printable(why)); });
    // The window stays open either way, for people to see how far it came.
    const int status = QApplication::exec();
    return status == 0 && !done ? 1 : status;
}
