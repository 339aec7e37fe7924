#include "tests/gui/player_test.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>
#include <QWheelEvent>
#include <utility>

#include "tests/gui/playing.h"
#include "tests/support/kept_film.h"
#include "ui/models/engine.h"
#include "ui/pages/open_link_page.h"
#include "ui/pages/player_page.h"
#include "ui/pages/player_statistics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/player_note.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using player::PlayerState;
using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;

void copy(const QString& text) {
    QGuiApplication::clipboard()->setText(text);
}

}  // namespace

void PlayerTest::initTestCase() {
    m_theme = stillTheme();
}

void PlayerTest::cleanupTestCase() {
    m_theme.reset();
}

void PlayerTest::makeFilm(int filmSeconds) {
    m_film = m_world.path(u"night_ferry.mp4"_s);
    media::SampleFilmOptions options;
    options.title.clear();
    options.seconds = filmSeconds;
    options.width = 320;
    options.height = 180;
    options.frameRate = 25;
    options.keyInterval = 50;
    QVERIFY(test::copyOfFilm(m_film.toStdString(), options));
}

void PlayerTest::shoot(Person& person, const QString& name) {
    QVERIFY(person.shoot(*m_theme, name, {QSize(1440, 900)}));
}

QString PlayerTest::openPaused(Person& person) {
    const QString link = person.publish(m_film, false);
    if (link.isEmpty()) return {};
    person.window().playFilm(link);
    if (!plays(person)) return {};
    playerOf(person).pause();
    playerOf(person).seek({});
    return settles(person, 0) ? link : QString();
}

void PlayerTest::linkToPicture() {
    makeFilm(40);
    const auto maker = m_world.person(u"maker"_s);
    QVERIFY(maker->begin());
    const QString link = maker->publish(m_film, false);
    QVERIFY(!link.isEmpty());

    // First time, with a link on the clipboard: open it, watch it.
    copy(link);
    auto viewer = m_world.person(u"viewer"_s);
    QVERIFY(viewer->click(u"firstrun.openLink"_s));
    QVERIFY(viewer->click(u"openlink.watch"_s));
    QVERIFY(plays(*viewer));
    QCOMPARE(viewer->clicks(), 2);
    auto* note = viewer->window().findChild<ui::PlayerNote*>();
    QTRY_VERIFY(note->text().startsWith(u"Opened in "_s));

    // Left in the middle, found again by its link: no click, from there.
    playerOf(*viewer).pause();
    playerOf(*viewer).seek(seconds(12));
    QVERIFY(settles(*viewer, 12'000));
    QTest::keyClick(viewer->window().playerPage(), Qt::Key_Escape);
    QTRY_COMPARE(viewer->engine().library().front().positionMs, std::uint64_t{12'000});
    QVERIFY(viewer->window().currentPage() != u"player"_s);
    const int before = viewer->clicks();
    viewer->window().open({{link}});
    QCOMPARE(viewer->window().currentPage(), u"player"_s);
    QVERIFY(plays(*viewer));
    QVERIFY(positionOf(*viewer) >= 12'000);
    QVERIFY(positionOf(*viewer) < 30'000);
    QCOMPARE(viewer->clicks(), before);
    QTRY_COMPARE(note->text(), u"Goes on from 0:12"_s);
    // It stays as long as somebody is at it.
    viewer->visible(u"player.note.act"_s)->setFocus();
    shoot(*viewer, u"06f-goes-on"_s);
    QVERIFY(viewer->click(u"player.note.act"_s));
    QTRY_VERIFY(positionOf(*viewer) < 5000);
    QTRY_COMPARE(playerOf(*viewer).state(), PlayerState::Playing);
    QVERIFY(note->isHidden());

    // By Ctrl+L with the link on the clipboard, and by pasting it anywhere.
    for (const auto key : {Qt::Key_L, Qt::Key_V}) {
        QTest::keyClick(viewer->window().playerPage(), Qt::Key_Escape);
        QTRY_VERIFY(!playerOf(*viewer).isOpen());
        viewer->window().showPage(u"library"_s);
        QTest::keyClick(&viewer->window(), key, Qt::ControlModifier);
        QVERIFY(plays(*viewer));
    }
    // Whoever wanted another link gets to the field on the way back.
    QTest::keyClick(viewer->window().playerPage(), Qt::Key_Escape);
    viewer->window().showPage(u"library"_s);
    QTest::keyClick(&viewer->window(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(plays(*viewer));
    QTest::keyClick(viewer->window().playerPage(), Qt::Key_Escape);
    QTRY_COMPARE(viewer->window().currentPage(), u"openlink"_s);
    auto* field = qobject_cast<ui::Field*>(viewer->see(u"openlink.link"_s));
    QCOMPARE(field->text(), link);
    QCOMPARE(field->edit()->selectedText(), link);

    // The next start of the program with the link as its only argument.
    viewer.reset();
    viewer = m_world.person(u"viewer"_s);
    viewer->window().open({{link}});
    QVERIFY(plays(*viewer));
    QCOMPARE(viewer->clicks(), 0);
    viewer.reset();

    // Somebody with an identity, but new to this film, sees what it is first: pasted into the field without a
    // button, then one click.
    copy(u"not a link"_s);
    const auto other = m_world.person(u"other"_s);
    QVERIFY(other->begin());
    const int begun = other->clicks();
    QVERIFY(other->click(u"library.openLink"_s));
    field = qobject_cast<ui::Field*>(other->see(u"openlink.link"_s));
    QCOMPARE(field->text(), QString());
    copy(link);
    QTest::keyClick(field->edit(), Qt::Key_V, Qt::ControlModifier);
    auto* title = qobject_cast<ui::Label*>(other->see(u"openlink.title"_s));
    QTRY_COMPARE_WITH_TIMEOUT(title->source(), u"Night ferry"_s, 20'000);
    QVERIFY(other->see(u"openlink.poster"_s) != nullptr);
    shoot(*other, u"14c-open-link-free"_s);
    QVERIFY(other->click(u"openlink.watch"_s));
    QVERIFY(plays(*other));
    QCOMPARE(other->clicks() - begun, 2);
    // Another link is one click away from what this one led to.
    copy(QString());
    QTest::keyClick(other->window().playerPage(), Qt::Key_Escape);
    QTRY_COMPARE(other->window().currentPage(), u"openlink"_s);
    QVERIFY(other->click(u"openlink.another"_s));
    QVERIFY(other->see(u"openlink.link"_s) != nullptr);
}

void PlayerTest::everyKey() {
    makeFilm(200);
    const auto maker = m_world.person(u"maker"_s);
    QVERIFY(maker->begin());
    QVERIFY(!openPaused(*maker).isEmpty());
    auto& player = playerOf(*maker);
    auto* page = maker->window().playerPage();
    const qint64 end = duration_cast<milliseconds>(player.duration()).count();
    QVERIFY(std::abs(end - 200'000) < 200);
    const auto press = [page](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(page, key, modifiers);
    };
    const auto leadsTo = [&](Qt::Key key, qint64 ms, Qt::KeyboardModifiers modifiers = {}) {
        press(key, modifiers);
        return settles(*maker, ms);
    };

    // Jumps.
    QVERIFY(leadsTo(Qt::Key_5, end / 2));
    for (int digit = 0; digit <= 9; ++digit)
        QVERIFY2(leadsTo(static_cast<Qt::Key>(Qt::Key_0 + digit), end * digit / 10),
                 qPrintable(QString::number(digit)));
    QVERIFY(leadsTo(Qt::Key_5, end / 2));
    QVERIFY(leadsTo(Qt::Key_Left, end / 2 - 5000));
    QVERIFY(leadsTo(Qt::Key_Right, end / 2));
    QVERIFY(leadsTo(Qt::Key_J, end / 2 - 10'000));
    QVERIFY(leadsTo(Qt::Key_L, end / 2));
    QVERIFY(leadsTo(Qt::Key_Left, end / 2 - 1000, Qt::ShiftModifier));
    QVERIFY(leadsTo(Qt::Key_Right, end / 2, Qt::ShiftModifier));
    QVERIFY(leadsTo(Qt::Key_Left, end / 2 - 60'000, Qt::ControlModifier));
    QVERIFY(leadsTo(Qt::Key_Right, end / 2, Qt::ControlModifier));
    QVERIFY(leadsTo(Qt::Key_Home, 0));
    press(Qt::Key_End);
    QTRY_VERIFY(positionOf(*maker) > end - 100);
    QVERIFY(leadsTo(Qt::Key_Home, 0));

    // Frames: 40 ms each.
    QVERIFY(leadsTo(Qt::Key_1, 20'000));
    press(Qt::Key_Period);
    QTRY_COMPARE(player.currentFramePts(), microseconds(20'040'000));
    press(Qt::Key_Comma);
    QTRY_COMPARE(player.currentFramePts(), microseconds(20'000'000));
    press(Qt::Key_Comma);
    QTRY_COMPARE(player.currentFramePts(), microseconds(19'960'000));

    // Playing, by both keys; a frame step pauses.
    for (const auto key : {Qt::Key_Space, Qt::Key_K}) {
        const qint64 from = positionOf(*maker);
        press(key);
        QTRY_VERIFY(positionOf(*maker) > from + 200);
        QTRY_COMPARE(player.state(), PlayerState::Playing);
        press(key);
        QTRY_COMPARE(player.state(), PlayerState::Paused);
    }
    press(Qt::Key_Space);
    QTRY_COMPARE(player.state(), PlayerState::Playing);
    press(Qt::Key_Period);
    QTRY_COMPARE(player.state(), PlayerState::Paused);

    // Sound.
    player.setVolume(0.5);
    press(Qt::Key_Up);
    QCOMPARE(player.volume(), 0.55);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(player.volume(), 0.45);
    // A sideways turn of the wheel is no wish for less.
    const auto wheel = [&](QPoint turned) {
        QWheelEvent event(QPointF(10, 10), QPointF(10, 10), {}, turned, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(page, &event);
    };
    wheel({120, 0});
    QCOMPARE(player.volume(), 0.45);
    wheel({0, 120});
    QCOMPARE(player.volume(), 0.5);
    wheel({0, -120});
    QCOMPARE(player.volume(), 0.45);
    press(Qt::Key_M);
    QVERIFY(player.muted());
    press(Qt::Key_M);
    QVERIFY(!player.muted());

    // Speed, and the pill while the bar is hidden.
    press(Qt::Key_BracketRight);
    QVERIFY(std::abs(player.speed() - 1.1) < 1e-9);
    press(Qt::Key_BracketLeft);
    QVERIFY(std::abs(player.speed() - 1.0) < 1e-9);
    press(Qt::Key_Greater, Qt::ShiftModifier);
    QCOMPARE(player.speed(), 1.25);
    press(Qt::Key_Less, Qt::ShiftModifier);
    press(Qt::Key_Less, Qt::ShiftModifier);
    QCOMPARE(player.speed(), 0.75);
    for (int i = 0; i < 20; ++i)
        press(Qt::Key_Less, Qt::ShiftModifier);
    QCOMPARE(player.speed(), 0.25);
    for (int i = 0; i < 20; ++i)
        press(Qt::Key_Greater, Qt::ShiftModifier);
    QCOMPARE(player.speed(), 4.0);
    press(Qt::Key_Backspace);
    QCOMPARE(player.speed(), 1.0);
    auto* pill = maker->window().findChild<ui::KeyFeedback*>(u"player.feedback"_s);
    QVERIFY(!pill->isVisible());
    QVERIFY(leadsTo(Qt::Key_1, 20'000));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!page->controlsVisible(), 20'000);
    press(Qt::Key_Right);
    QVERIFY(pill->isVisible());
    QCOMPARE(pill->text(), u"+5 s"_s);
    press(Qt::Key_Up);
    QCOMPARE(pill->text(), u"Volume 50 %"_s);
    press(Qt::Key_Greater, Qt::ShiftModifier);
    QVERIFY(pill->text().startsWith(u"1"_s) && pill->text().endsWith(u"25×"_s));
    press(Qt::Key_Backspace);
    press(Qt::Key_Space);
    QVERIFY(page->controlsVisible());

    // A repeats a part: from here, to here, not any more.
    QVERIFY(leadsTo(Qt::Key_1, 20'000));
    press(Qt::Key_A);
    QVERIFY(leadsTo(Qt::Key_Right, 21'000, Qt::ShiftModifier));
    press(Qt::Key_A);
    QVERIFY(player.loop().has_value());
    QVERIFY(leadsTo(Qt::Key_1, 20'000));
    qint64 latest = 0;
    int turns = 0;
    const auto watch = connect(&player, &player::Player::frameChanged, this, [&]() {
        const qint64 now = duration_cast<milliseconds>(player.currentFramePts()).count();
        if (now + 500 < latest) ++turns;
        latest = now;
        QVERIFY2(now >= 19'900 && now <= 21'000, qPrintable(QString::number(now)));
    });
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(turns >= 2, 30'000);
    disconnect(watch);
    press(Qt::Key_A);
    QVERIFY(!player.loop().has_value());
    QTRY_VERIFY_WITH_TIMEOUT(positionOf(*maker) > 21'500, 20'000);
    press(Qt::Key_Space);

    // Panels, full screen by key and by double click, and what Escape closes first.
    press(Qt::Key_I);
    QVERIFY(maker->visible(u"player.panel"_s) != nullptr);
    press(Qt::Key_I, Qt::ShiftModifier);
    QVERIFY(maker->visible(u"player.statistics"_s) != nullptr);
    press(Qt::Key_F);
    QTRY_VERIFY(maker->window().isFullScreen());
    press(Qt::Key_Escape);
    QVERIFY(maker->visible(u"player.panel"_s) == nullptr);
    press(Qt::Key_Escape);
    QVERIFY(maker->visible(u"player.statistics"_s) == nullptr);
    QVERIFY(maker->window().isFullScreen());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!maker->window().isFullScreen());
    QWidget* surface = maker->visible(u"player.surface"_s);
    QTest::mouseDClick(surface, Qt::LeftButton, {}, QPoint(700, 300));
    QTRY_VERIFY(maker->window().isFullScreen());
    press(Qt::Key_F);
    QTRY_VERIFY(!maker->window().isFullScreen());
    press(Qt::Key_Escape);
    QTRY_VERIFY(maker->window().currentPage() != u"player"_s);
    QVERIFY(!player.isOpen());
}

void PlayerTest::barAndPanels() {
    makeFilm(40);
    const auto maker = m_world.person(u"maker"_s);
    QVERIFY(maker->begin());
    QVERIFY(!openPaused(*maker).isEmpty());
    auto& player = playerOf(*maker);
    auto* bar = qobject_cast<ui::TransportBar*>(maker->visible(u"player.bar"_s));
    auto* scrub = bar->scrubBar();
    const auto at = [scrub](double part) {
        return QPoint(8 + qRound((scrub->width() - 16) * part), scrub->height() / 2);
    };

    // A thumbnail under the pointer, of another place than the one on screen; the film stays where it is.
    QTest::mouseMove(scrub, at(0.75));
    QTRY_VERIFY_WITH_TIMEOUT(!scrub->thumbnail().isNull(), 20'000);
    const QImage there = scrub->thumbnail();
    QCOMPARE(there.width(), 412);
    QCOMPARE(player.currentFramePts(), microseconds(0));
    QTest::mouseMove(scrub, at(0.25));
    QTRY_VERIFY_WITH_TIMEOUT(scrub->thumbnail() != there, 20'000);
    QTest::mouseMove(scrub, at(0.75));
    QTRY_COMPARE_WITH_TIMEOUT(scrub->thumbnail(), there, 20'000);

    // The picture follows the handle by key frames and is exact where it is let go.
    QTest::mousePress(scrub, Qt::LeftButton, {}, at(0.01));
    QTest::mouseMove(scrub, at(0.5));
    QTRY_VERIFY(player.currentFramePts() == microseconds(18'000'000) ||
                player.currentFramePts() == microseconds(20'000'000));
    QTest::mouseRelease(scrub, Qt::LeftButton, {}, at(0.6));
    QVERIFY(settles(*maker, scrub->position()));
    QVERIFY2(std::abs(scrub->position() - 24'000) < 100, qPrintable(QString::number(scrub->position())));

    // The ends of the repeating part can be dragged.
    player.setLoop(player::PlayerLoop{seconds(10), seconds(20)});
    QCOMPARE(scrub->loopFrom(), 10'000);
    const QPoint grip = scrub->loopGrip(true);
    QTest::mousePress(scrub, Qt::LeftButton, {}, grip);
    QTest::mouseMove(scrub, QPoint(at(0.75).x(), grip.y()));
    QTest::mouseRelease(scrub, Qt::LeftButton, {}, QPoint(at(0.75).x(), grip.y()));
    QTRY_VERIFY(player.loop().has_value());
    QVERIFY(std::abs(duration_cast<milliseconds>(player.loop()->to).count() - 30'000) < 100);
    QCOMPARE(player.loop()->from, microseconds(10'000'000));
    QVERIFY2(std::abs(scrub->position() - 24'000) < 100, qPrintable(QString::number(scrub->position())));
    shoot(*maker, u"06d-repeating"_s);
    player.setLoop(std::nullopt);

    // Twice as fast is twice as fast.
    bar->partButton(ui::TransportBar::Part::Speed)->click();
    auto* menu = maker->window().findChild<ui::PlayerMenu*>(u"player.speed"_s);
    QVERIFY(menu != nullptr && menu->isVisible());
    Q_EMIT menu->chosen(u"4"_s);
    QTest::keyClick(menu, Qt::Key_Escape);
    QCOMPARE(player.speed(), 4.0);
    player.seek({});
    player.play();
    QTRY_COMPARE(player.state(), PlayerState::Playing);
    // In one half of a second at least: the machine may have halted in another.
    qint64 from = positionOf(*maker);
    QElapsedTimer wall;
    wall.start();
    const auto runsTwiceAsFast = [&]() {
        const qint64 took = wall.elapsed();
        if (took < 500) return false;
        wall.restart();
        const qint64 before = std::exchange(from, positionOf(*maker));
        return from - before > 2 * took;
    };
    QVERIFY(QTest::qWaitFor(runsTwiceAsFast, kPatienceMs));
    player.setSpeed(1);

    // What goes on inside, in numbers.
    QTest::keyClick(maker->window().playerPage(), Qt::Key_I, Qt::ShiftModifier);
    auto* statistics = qobject_cast<ui::PlayerStatisticsPanel*>(maker->see(u"player.statistics"_s));
    QVERIFY(statistics != nullptr);
    const QString picture = statistics->value(u"Picture"_s);
    QVERIFY2(picture.startsWith(u"h264 · 320 × 180 · "_s), qPrintable(picture));
    QVERIFY(statistics->value(u"Picture"_s).endsWith(u"b/s"_s));
    QVERIFY(statistics->value(u"Sound"_s).startsWith(u"aac · 48 kHz · stereo"_s));
    QVERIFY(statistics->value(u"Decoders"_s).contains(u"h264"_s));
    QCOMPARE(statistics->value(u"Damaged"_s), u"0"_s);
    QVERIFY(statistics->value(u"Sound and picture"_s).endsWith(u"ms apart"_s));
    shoot(*maker, u"06e-statistics"_s);
    const QString frames = statistics->value(u"Frames"_s);
    QTRY_VERIFY(statistics->value(u"Frames"_s) != frames);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::PlayerTest)

#include "moc_player_test.cpp"
