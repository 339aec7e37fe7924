#include "tests/gui/player_sources_test.h"

#include <QClipboard>
#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTest>
#include <csignal>
#include <utility>
#include <vector>

#include "tests/gui/playing.h"
#include "tests/support/kept_film.h"
#include "tests/support/quickest.h"
#include "ui/models/engine.h"
#include "ui/pages/opening_card.h"
#include "ui/pages/player_page.h"
#include "ui/widgets/facts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/opening_steps.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using player::PlayerState;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

}  // namespace

void PlayerSourcesTest::initTestCase() {
    m_theme = stillTheme();
}

void PlayerSourcesTest::cleanupTestCase() {
    m_theme.reset();
}

void PlayerSourcesTest::shoot(Person& person, const QString& name) {
    QVERIFY(person.shoot(*m_theme, name, {QSize(1440, 900)}));
}

void PlayerSourcesTest::clearFiles() {
    const auto maker = m_world.person(u"maker"_s);
    QVERIFY(maker->begin());
    auto& player = playerOf(*maker);
    auto* bar = maker->window().playerPage()->findChild<ui::TransportBar*>();

    // Matroska with FLAC: no package of ours, and played all the same.
    media::SampleFilmOptions options;
    options.title.clear();
    options.seconds = 20;
    options.width = 320;
    options.height = 180;
    options.audio = media::FilmAudio::Flac;
    const QString mkv = m_world.path(u"plain.mkv"_s);
    QVERIFY(test::copyOfFilm(mkv.toStdString(), options));
    maker->window().playFile(mkv);
    QVERIFY(plays(*maker));
    QCOMPARE(player.info().find(playback::TrackKind::Audio)->codec, std::string("flac"));
    player.pause();
    player.seek(seconds(11));
    QVERIFY(settles(*maker, 11'000));

    // Another one with chapters, dropped on the player.
    options.audio = media::FilmAudio::Aac;
    const QString plain = m_world.path(u"plain.mp4"_s);
    QVERIFY(test::copyOfFilm(plain.toStdString(), options));
    const QString marks = m_world.path(u"chapters.txt"_s);
    QFile file(marks);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(";FFMETADATA1\n");
    for (const auto& [start, title] : {std::pair{0, "Salt"}, std::pair{8, "Wells"}, std::pair{14, "Market"}})
        file.write(QStringLiteral("[CHAPTER]\nTIMEBASE=1/1\nSTART=%1\nEND=%2\ntitle=%3\n")
                       .arg(start)
                       .arg(start + 6)
                       .arg(QLatin1String(title))
                       .toUtf8());
    file.close();
    const QString film = m_world.path(u"chapters.mp4"_s);
    QCOMPARE(QProcess::execute(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-i"_s, plain, u"-i"_s, marks,
                                             u"-map_metadata"_s, u"1"_s, u"-c"_s, u"copy"_s, film}),
             0);
    maker->window().open({{film}, true});
    QVERIFY(plays(*maker));
    QCOMPARE(maker->window().currentPage(), u"player"_s);
    maker->drop(film);
    QTRY_COMPARE(bar->scrubBar()->chapterCount(), 3);
    QVERIFY(plays(*maker));
    QCOMPARE(maker->window().currentPage(), u"player"_s);
    QCOMPARE(bar->scrubBar()->chapterTitle(1), u"Wells"_s);
    player.pause();
    player.seek(seconds(1));
    QVERIFY(settles(*maker, 1000));
    auto* page = maker->window().playerPage();
    QTest::keyClick(page, Qt::Key_PageUp);
    QVERIFY(settles(*maker, 8000));
    QTest::keyClick(page, Qt::Key_PageUp);
    QVERIFY(settles(*maker, 14'000));
    QTest::keyClick(page, Qt::Key_PageUp);
    QVERIFY(settles(*maker, 14'000));
    QTest::keyClick(page, Qt::Key_PageDown);
    QVERIFY(settles(*maker, 8000));
    QTest::keyClick(page, Qt::Key_Right);
    QVERIFY(settles(*maker, 13'000));
    QTest::keyClick(page, Qt::Key_PageDown);
    QVERIFY(settles(*maker, 8000));

    // A text file says what it is, and the way back is there.
    const QString text = m_world.path(u"notes.mp4"_s);
    QFile notes(text);
    QVERIFY(notes.open(QIODevice::WriteOnly));
    notes.write("This is not a film.");
    notes.close();
    maker->drop(text);
    QVERIFY(maker->see(u"player.retry"_s) != nullptr);
    QVERIFY(!player.isOpen());
    QVERIFY(maker->click(u"player.problem.back"_s));
    QTRY_VERIFY(maker->window().currentPage() != u"player"_s);
}

void PlayerSourcesTest::changedPartAndSilentGateway() {
    media::SampleFilmOptions options;
    options.title.clear();
    options.seconds = 40;
    options.width = 320;
    options.height = 180;
    options.frameRate = 25;
    options.keyInterval = 50;
    const QString film = m_world.path(u"night_ferry.mp4"_s);
    QVERIFY(test::copyOfFilm(film.toStdString(), options));
    const auto maker = m_world.person(u"maker"_s);
    QVERIFY(maker->begin());
    const QString link = maker->publish(film, false);
    QVERIFY(!link.isEmpty());

    pid_t gateway = 0;
    for (const auto& service : maker->engine().health())
        if (service.name == "gateway") gateway = static_cast<pid_t>(service.pid);
    QVERIFY(gateway > 0);

    // The gateway is silent in the middle of a film: leaving does not wait for it.
    bool silent = true;
    const auto leaves = [&]() {
        maker->window().playFilm(link);
        silent = silent && plays(*maker);
        // Far from where it goes on: that part has not come yet.
        const auto target = playerOf(*maker).position() < seconds(20) ? seconds(35) : seconds(5);
        silent = silent && ::kill(gateway, SIGSTOP) == 0;
        playerOf(*maker).seek(target);
        silent = silent && QTest::qWaitFor(
                               [&]() { return playerOf(*maker).state() == PlayerState::Buffering; }, kOpenMs);
        const test::Stopwatch leaving;
        maker->window().playerPage()->closeFilm();
        const auto took = leaving.elapsed();
        silent = ::kill(gateway, SIGCONT) == 0 && silent;
        return took;
    };
    const auto took = duration_cast<milliseconds>(test::quickest(milliseconds(50), leaves));
    QVERIFY(silent);
    QVERIFY2(took < milliseconds(50), qPrintable(QString::number(took.count())));

    // Key nodes that keep the person waiting: what is waited for is said.
    std::vector<pid_t> nodes;
    for (const auto& service : maker->engine().health())
        if (service.name != "gateway") nodes.push_back(static_cast<pid_t>(service.pid));
    QCOMPARE(nodes.size(), std::size_t{3});
    for (const pid_t node : nodes)
        QCOMPARE(::kill(node, SIGSTOP), 0);
    maker->window().playFilm(link);
    const auto* steps = maker->window().findChild<ui::OpeningSteps*>();
    const bool waits = QTest::qWaitFor([&]() { return steps->isVisible() && steps->current() == 2; }, 20'000);
    shoot(*maker, u"06c-player-opening"_s);
    for (const pid_t node : nodes)
        QCOMPARE(::kill(node, SIGCONT), 0);
    QVERIFY(waits);
    QTest::keyClick(maker->window().playerPage(), Qt::Key_Escape);
    QTRY_VERIFY(maker->window().currentPage() != u"player"_s);

    // One byte of the last part of what is stored is changed.
    QString stored;
    qint64 size = 0;
    QDirIterator files(m_world.path(u"network"_s), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        if (!file.filePath().contains(u"/blobs/"_s) || file.size() < size) continue;
        stored = file.filePath();
        size = file.size();
    }
    QFile blob(stored);
    QVERIFY2(blob.open(QIODevice::ReadWrite), qPrintable(stored));
    QVERIFY(blob.seek(size - 500));
    char byte = 0;
    QVERIFY(blob.getChar(&byte));
    QVERIFY(blob.seek(size - 500));
    QVERIFY(blob.putChar(static_cast<char>(byte ^ 1)));
    blob.close();

    maker->window().playFilm(link);
    QVERIFY(plays(*maker));
    playerOf(*maker).pause();
    playerOf(*maker).seek(seconds(38));
    auto* title = qobject_cast<ui::Label*>(maker->see(u"player.opening.title"_s));
    QVERIFY(title != nullptr);
    QTRY_COMPARE(title->source(), u"Playback stopped: this part was changed"_s);
    auto* text = qobject_cast<ui::Label*>(maker->see(u"player.opening.text"_s));
    QVERIFY2(text->source().startsWith(u"The 4 seconds from 0:36 do not match what "_s),
             qPrintable(text->source()));
    // What was signed and what came stand there, with room of their own.
    const auto* table = maker->window().findChild<ui::OpeningCard*>()->findChild<ui::KeyValueTable*>();
    QVERIFY(table->value(u"Part"_s).startsWith(u"10 of 10 · "_s));
    QVERIFY(table->value(u"Part"_s).endsWith(u" · 0:36 to 0:40"_s));
    QCOMPARE(table->value(u"Came from"_s), u"127.0.0.1, tried twice"_s);
    QTRY_VERIFY(table->height() >= 4 * 16);
    shoot(*maker, u"13-part-changed"_s);
    QVERIFY(maker->click(u"player.problem.copy"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"part 10 of 10: signed "_s));
    // The film before it still plays.
    playerOf(*maker).seek(seconds(5));
    QVERIFY(settles(*maker, 5000));
    QVERIFY(maker->visible(u"player.opening.title"_s) == nullptr);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::PlayerSourcesTest)

#include "moc_player_sources_test.cpp"
