#include "tests/gui/remote_test.h"

#include <QDBusConnection>
#include <QFile>
#include <QProcess>
#include <QTest>

#include "tests/gui/playing.h"
#include "tests/support/kept_film.h"
#include "ui/pages/player_page.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using player::PlayerState;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

const QString kName = u"org.mpris.MediaPlayer2.keyreel"_s;
const QString kPlayer = u"org.mpris.MediaPlayer2.Player"_s;
constexpr int kBusMs = 20'000;

/// Another process on the same bus; what it says, or nothing when it fails. The window works meanwhile.
QString gdbus(const QStringList& arguments) {
    QProcess process;
    process.start(u"gdbus"_s, arguments);
    if (!QTest::qWaitFor([&]() { return process.state() == QProcess::NotRunning; }, kBusMs)) return {};
    if (process.exitCode() != 0) return {};
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

QString call(const QString& method, const QStringList& arguments = {}, const QString& name = kName) {
    return gdbus(QStringList{u"call"_s, u"--session"_s, u"--dest"_s, name, u"--object-path"_s,
                             u"/org/mpris/MediaPlayer2"_s, u"--method"_s, method} +
                 arguments);
}

QString valueOf(const QString& name, const QString& interface = kPlayer) {
    QString said = call(u"org.freedesktop.DBus.Properties.Get"_s, {interface, name});
    // "(<'Playing'>,)"
    return said.startsWith(u"(<"_s) && said.endsWith(u">,)"_s) ? said.mid(2, said.size() - 5) : said;
}

bool set(const QString& name, const QString& value, const QString& interface = kPlayer) {
    return call(u"org.freedesktop.DBus.Properties.Set"_s, {interface, name, u'<' + value + u'>'}) == u"()"_s;
}

bool command(const QString& name, const QStringList& arguments = {}) {
    return call(kPlayer + u'.' + name, arguments) == u"()"_s;
}

bool isOnTheBus(const QString& name = kName) {
    return gdbus({u"call"_s, u"--session"_s, u"--dest"_s, u"org.freedesktop.DBus"_s, u"--object-path"_s,
                  u"/org/freedesktop/DBus"_s, u"--method"_s, u"org.freedesktop.DBus.NameHasOwner"_s, name}) ==
           u"(true,)"_s;
}

/// Listens from another process.
class Listener {
public:
    Listener() {
        m_process.start(u"gdbus"_s, {u"monitor"_s, u"--session"_s, u"--dest"_s, kName});
        // Its first lines say that it listens.
        (void)QTest::qWaitFor([this]() { return heard().contains(u"is owned by"_s); }, kBusMs);
    }
    ~Listener() {
        m_process.kill();
        m_process.waitForFinished();
    }
    QString heard() {
        m_heard += QString::fromUtf8(m_process.readAllStandardOutput());
        return m_heard;
    }
    void forget() { m_heard.clear(); }
    bool hears(const QString& text) {
        return QTest::qWaitFor([&]() { return heard().contains(text); }, kBusMs);
    }

private:
    QProcess m_process;
    QString m_heard;
};

}  // namespace

void RemoteTest::initTestCase() {
    m_theme = stillTheme();
}

void RemoteTest::cleanupTestCase() {
    m_theme.reset();
}

void RemoteTest::chaptersAndEveryCommand() {
    media::SampleFilmOptions options;
    options.title.clear();
    options.seconds = 30;
    options.width = 320;
    options.height = 180;
    const QString plain = m_world.path(u"plain.mp4"_s);
    QVERIFY(test::copyOfFilm(plain.toStdString(), options));
    const QString marks = m_world.path(u"chapters.txt"_s);
    QFile file(marks);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(";FFMETADATA1\n");
    for (const int start : {0, 10, 20})
        file.write(QStringLiteral("[CHAPTER]\nTIMEBASE=1/1\nSTART=%1\nEND=%2\ntitle=Part\n")
                       .arg(start)
                       .arg(start + 10)
                       .toUtf8());
    file.close();
    const QString film = m_world.path(u"salt road.mp4"_s);
    QCOMPARE(QProcess::execute(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-i"_s, plain, u"-i"_s, marks,
                                             u"-map_metadata"_s, u"1"_s, u"-c"_s, u"copy"_s, film}),
             0);

    const auto person = m_world.person(u"viewer"_s);
    QVERIFY(person->begin());
    auto& player = playerOf(*person);
    QVERIFY(!isOnTheBus());
    person->window().playFile(film);
    QVERIFY(plays(*person));
    QVERIFY(isOnTheBus());

    // Who it is.
    const QString root = u"org.mpris.MediaPlayer2"_s;
    QCOMPARE(valueOf(u"Identity"_s, root), u"'Keyreel'"_s);
    QCOMPARE(valueOf(u"DesktopEntry"_s, root), u"'keyreel'"_s);
    QCOMPARE(valueOf(u"CanRaise"_s, root), u"true"_s);
    QCOMPARE(valueOf(u"HasTrackList"_s, root), u"false"_s);
    QCOMPARE(valueOf(u"SupportedUriSchemes"_s, root), u"@as []"_s);

    // What plays.
    QCOMPARE(valueOf(u"PlaybackStatus"_s), u"'Playing'"_s);
    const QString metadata = valueOf(u"Metadata"_s);
    QVERIFY2(metadata.contains(u"'xesam:title': <'salt road'>"_s), qPrintable(metadata));
    QVERIFY2(metadata.contains(u"'mpris:trackid': <objectpath '/keyreel/film/1'>"_s), qPrintable(metadata));
    QVERIFY2(metadata.contains(u"'mpris:length': <int64 30"_s), qPrintable(metadata));
    QVERIFY2(!metadata.contains(u"Url"_s) && !metadata.contains(u"xesam:artist"_s), qPrintable(metadata));
    QCOMPARE(valueOf(u"MinimumRate"_s), u"0.25"_s);
    QCOMPARE(valueOf(u"MaximumRate"_s), u"4.0"_s);
    QCOMPARE(valueOf(u"CanGoNext"_s), u"true"_s);
    QCOMPARE(valueOf(u"CanControl"_s), u"true"_s);

    // Playing and pausing; each is told once.
    Listener listener;
    QVERIFY(command(u"PlayPause"_s));
    QCOMPARE(player.state(), PlayerState::Paused);
    QVERIFY(listener.hears(u"{'PlaybackStatus': <'Paused'>}"_s));
    QVERIFY(command(u"Pause"_s));
    QCOMPARE(player.state(), PlayerState::Paused);
    QVERIFY(command(u"Play"_s));
    QTRY_COMPARE(player.state(), PlayerState::Playing);
    QVERIFY(listener.hears(u"{'PlaybackStatus': <'Playing'>}"_s));
    QVERIFY(command(u"PlayPause"_s));
    QCOMPARE(valueOf(u"PlaybackStatus"_s), u"'Paused'"_s);

    // Places: by the bus and by the keyboard; both are told.
    listener.forget();
    QVERIFY(command(u"SetPosition"_s, {u"/keyreel/film/1"_s, u"12000000"_s}));
    QTRY_COMPARE(positionOf(*person), 12'000);
    QVERIFY(listener.hears(u"Seeked (int64 12000000,)"_s));
    QCOMPARE(valueOf(u"Position"_s), u"int64 12000000"_s);
    for (const auto& [track, place] :
         {std::pair{u"/keyreel/film/2"_s, u"1000000"_s}, std::pair{u"/keyreel/film/1"_s, u"31000000"_s}})
        QVERIFY(command(u"SetPosition"_s, {track, place}));
    QVERIFY(command(u"Seek"_s, {u"2000000"_s}));
    QTRY_COMPARE(positionOf(*person), 14'000);
    QVERIFY(command(u"Seek"_s, {u"--"_s, u"-9223372036854775807"_s}) ||
            command(u"Seek"_s, {u"int64 -9223372036854775807"_s}));
    QTRY_COMPARE(positionOf(*person), 0);
    QVERIFY(command(u"Seek"_s, {u"12000000"_s}));
    QTRY_COMPARE(positionOf(*person), 12'000);
    listener.forget();
    QTest::keyClick(person->window().playerPage(), Qt::Key_Right);
    QVERIFY(listener.hears(u"Seeked (int64 17000000,)"_s));

    // Chapters; at the last one there is none to go on to.
    QVERIFY(command(u"Next"_s));
    QTRY_COMPARE(positionOf(*person), 20'000);
    QVERIFY(listener.hears(u"'CanGoNext': <false>"_s));
    QCOMPARE(valueOf(u"CanGoNext"_s), u"false"_s);
    QVERIFY(command(u"Next"_s));
    QVERIFY(command(u"Previous"_s));
    QTRY_COMPARE(positionOf(*person), 10'000);
    QTest::keyClick(person->window().playerPage(), Qt::Key_MediaPrevious);
    QTRY_COMPARE(positionOf(*person), 0);
    QCOMPARE(valueOf(u"CanGoPrevious"_s), u"false"_s);

    // Speed, sound, repeating.
    QVERIFY(set(u"Rate"_s, u"1.5"_s));
    QCOMPARE(player.speed(), 1.5);
    QVERIFY(set(u"Rate"_s, u"100.0"_s));
    QCOMPARE(valueOf(u"Rate"_s), u"4.0"_s);
    QVERIFY(set(u"Rate"_s, u"1.0"_s));
    QVERIFY(set(u"Volume"_s, u"0.25"_s));
    QCOMPARE(player.volume(), 0.25);
    QVERIFY(set(u"Volume"_s, u"-3.0"_s));
    QCOMPARE(valueOf(u"Volume"_s), u"0.0"_s);
    // Many turns of a wheel are one signal.
    QVERIFY(listener.hears(u"'Volume': <0.0>"_s));
    listener.forget();
    for (int i = 1; i <= 10; ++i)
        player.setVolume(i * 0.05);
    QVERIFY(listener.hears(u"'Volume': <0.5>"_s));
    QCOMPARE(listener.heard().count(u"'Volume'"_s), 1);
    QTest::keyClick(person->window().playerPage(), Qt::Key_M);
    QVERIFY(listener.hears(u"'Volume': <0.0>"_s));
    QTest::keyClick(person->window().playerPage(), Qt::Key_M);
    QVERIFY(set(u"LoopStatus"_s, u"'Track'"_s));
    QVERIFY(player.loop().has_value());
    QCOMPARE(valueOf(u"LoopStatus"_s), u"'Track'"_s);
    QVERIFY(set(u"LoopStatus"_s, u"'Playlist'"_s));
    QVERIFY(set(u"LoopStatus"_s, u"'None'"_s));
    QVERIFY(!player.loop().has_value());

    // The position goes on without a signal; stop goes back to the start and stands.
    QVERIFY(command(u"Play"_s));
    QTRY_VERIFY(positionOf(*person) > 500);
    QVERIFY(!listener.heard().contains(u"'Position'"_s));
    QVERIFY(command(u"Stop"_s));
    QTRY_COMPARE(positionOf(*person), 0);
    QTRY_COMPARE(valueOf(u"PlaybackStatus"_s), u"'Stopped'"_s);
    QVERIFY(command(u"Play"_s));
    QTRY_COMPARE(player.state(), PlayerState::Playing);
    QCOMPARE(valueOf(u"PlaybackStatus"_s), u"'Playing'"_s);

    // The window; what it cannot do is refused.
    QVERIFY(set(u"Fullscreen"_s, u"true"_s, root));
    QTRY_VERIFY(person->window().isFullScreen());
    QVERIFY(listener.hears(u"{'Fullscreen': <true>}"_s));
    QVERIFY(set(u"Fullscreen"_s, u"false"_s, root));
    QTRY_VERIFY(!person->window().isFullScreen());
    person->window().showMinimized();
    QTRY_VERIFY(person->window().isMinimized());
    QCOMPARE(call(root + u".Raise"_s), u"()"_s);
    QTRY_VERIFY(!person->window().isMinimized());
    QVERIFY(call(kPlayer + u".OpenUri"_s, {u"file:///etc/hostname"_s}).isEmpty());

    // Gone with the film, and the window closes when it is told to.
    QTest::keyClick(person->window().playerPage(), Qt::Key_Escape);
    QTRY_VERIFY(!player.isOpen());
    QVERIFY(!isOnTheBus());
    person->window().playFile(film);
    QVERIFY(plays(*person));
    QVERIFY(valueOf(u"Metadata"_s).contains(u"/keyreel/film/2"_s));
    QCOMPARE(call(root + u".Quit"_s), u"()"_s);
    QTRY_VERIFY(!person->window().isVisible());
}

void RemoteTest::filmsOfAList() {
    const QString first = m_world.film(u"first"_s, 40);
    const QString second = m_world.film(u"second"_s, 40);
    const auto person = m_world.person(u"lister"_s);
    QVERIFY(person->begin());
    person->window().playFiles({first, second});
    QVERIFY(plays(*person));
    QCOMPARE(valueOf(u"CanGoNext"_s), u"true"_s);
    QCOMPARE(valueOf(u"CanGoPrevious"_s), u"false"_s);
    Listener listener;
    listener.forget();
    QVERIFY(command(u"Next"_s));
    QVERIFY(plays(*person));
    QVERIFY2(listener.hears(u"'xesam:title': <'second'>"_s), qPrintable(listener.heard()));
    QVERIFY(listener.hears(u"/keyreel/film/2"_s));
    QVERIFY(valueOf(u"Metadata"_s).contains(u"'xesam:title': <'second'>"_s));
    QCOMPARE(valueOf(u"CanGoNext"_s), u"false"_s);
    QVERIFY(command(u"Previous"_s));
    QVERIFY(plays(*person));
    QTRY_VERIFY(valueOf(u"Metadata"_s).contains(u"'xesam:title': <'first'>"_s));
    // The keys were nobody else's between the films; they are now.
    QVERIFY2(!listener.heard().contains(u"does not have an owner"_s), qPrintable(listener.heard()));
    person->window().playerPage()->closeFilm();
    QVERIFY(!isOnTheBus());
    QVERIFY(listener.hears(u"does not have an owner"_s));
}

void RemoteTest::protectedFilmShowsNoPicture() {
    const QString film = m_world.film(u"night ferry"_s, 20);
    QVERIFY(!film.isEmpty());
    const auto maker = m_world.person(u"maker"_s);
    QVERIFY(maker->begin());
    const QString link = maker->publish(film, false);
    QVERIFY(!link.isEmpty());
    maker->window().playFilm(link);
    QVERIFY(plays(*maker));
    const QString metadata = valueOf(u"Metadata"_s);
    QVERIFY2(metadata.contains(u"'xesam:title': <'Night ferry'>"_s), qPrintable(metadata));
    QVERIFY2(metadata.contains(u"'xesam:artist': <['"_s), qPrintable(metadata));
    for (const QString& never : {u"artUrl"_s, u"xesam:url"_s, u"keyreel://"_s, u"127.0.0.1"_s})
        QVERIFY2(!metadata.contains(never), qPrintable(metadata));
    // Locking takes the film, and its name, off the bus.
    QCOMPARE(valueOf(u"CanGoNext"_s), u"false"_s);
    maker->window().playerPage()->closeFilm();
    QVERIFY(!isOnTheBus());
}

void RemoteTest::secondWindowHasANameOfItsOwn() {
    const QString film = m_world.film(u"two"_s, 20);
    const auto first = m_world.person(u"first"_s);
    QVERIFY(first->begin());
    first->window().playFile(film);
    QVERIFY(plays(*first));
    const auto second = m_world.person(u"second"_s);
    QVERIFY(second->begin());
    second->window().playFile(film);
    QVERIFY(plays(*second));
    const QString name = kName + u".instance"_s + QString::number(QCoreApplication::applicationPid());
    QTRY_VERIFY(isOnTheBus(name));
    playerOf(*first).pause();
    playerOf(*second).play();
    QCOMPARE(call(kPlayer + u".Pause"_s, {}, name), u"()"_s);
    QCOMPARE(playerOf(*second).state(), PlayerState::Paused);
}

/// Run with an address where nobody listens.
void RemoteTest::withoutABus() {
    QVERIFY(!QDBusConnection::sessionBus().isConnected());
    const QString film = m_world.film(u"alone"_s, 20);
    QVERIFY(!film.isEmpty());
    const auto person = m_world.person(u"viewer"_s);
    QTRY_COMPARE_WITH_TIMEOUT(person->window().currentPage(), u"firstrun"_s, 20'000);
    person->window().playFile(film);
    QVERIFY(plays(*person));
    playerOf(*person).pause();
    playerOf(*person).seek(seconds(3));
    QTRY_COMPARE(positionOf(*person), 3000);
    person->window().playerPage()->closeFilm();
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::RemoteTest)

#include "moc_remote_test.cpp"
