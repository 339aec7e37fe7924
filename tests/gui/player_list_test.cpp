#include "tests/gui/player_list_test.h"

#include <QDir>
#include <QFile>
#include <QListView>
#include <QTest>

#include "tests/gui/playing.h"
#include "ui/models/engine.h"
#include "ui/pages/player_list.h"
#include "ui/pages/player_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cover_grid.h"
#include "ui/widgets/film_list_panel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/up_next_card.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using player::PlayerState;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

ui::PlayerList& listOf(Person& person) {
    return *person.window().playerPage()->findChild<ui::PlayerList*>();
}

QStringList titles(Person& person) {
    QStringList out;
    for (const ui::ListedFilm& film : listOf(person).list().films())
        out.append(film.title);
    return out;
}

/// The film of that many seconds runs.
bool playsFilmOf(Person& person, int length) {
    return QTest::qWaitFor(
        [&]() {
            const auto duration = duration_cast<milliseconds>(playerOf(person).duration()).count();
            return playerOf(person).state() == PlayerState::Playing &&
                   playerOf(person).statistics().shown > 0 && std::abs(duration - length * 1000) < 300;
        },
        kOpenMs);
}

void press(Person& person, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(person.window().playerPage(), key, modifiers);
}

void playLastMoment(player::Player& player) {
    player.seek(player.duration() - milliseconds(300));
    player.play();
}

/// From shortly before its end to its end.
bool end(Person& person) {
    auto& player = playerOf(person);
    playLastMoment(player);
    return QTest::qWaitFor([&]() { return player.state() == PlayerState::Ended; }, kPatienceMs);
}

}  // namespace

void PlayerListTest::initTestCase() {
    m_theme = stillTheme();
}

void PlayerListTest::cleanupTestCase() {
    m_theme.reset();
}

QString PlayerListTest::makeFolder() {
    const QString folder = m_world.path(u"The crossing"_s);
    if (QDir(folder).exists()) return folder;
    if (!QDir().mkpath(folder)) return {};
    for (const auto& [name, length] :
         {std::pair{u"1 Harbour"_s, 30}, std::pair{u"2 Open sea"_s, 32}, std::pair{u"10 Landfall"_s, 34}}) {
        const QString made = m_world.film(u"film-%1"_s.arg(length), length);
        if (made.isEmpty() || !QFile::rename(made, folder + u'/' + name + u".mp4"_s)) return {};
    }
    return folder;
}

void PlayerListTest::shoot(Person& person, const QString& name) {
    QVERIFY(person.shoot(*m_theme, name, {QSize(1440, 900), QSize(960, 640)}));
}

void PlayerListTest::walkedAndArranged() {
    const QString folder = makeFolder();
    QVERIFY(!folder.isEmpty());
    const auto person = m_world.person(u"walker"_s);
    QVERIFY(person->begin());
    auto* page = person->window().playerPage();

    // One film is no list.
    const QString first = folder + u"/1 Harbour.mp4"_s;
    person->window().playFile(first);
    QVERIFY(playsFilmOf(*person, 30));
    QVERIFY(person->visible(u"transport.next"_s) == nullptr);
    QVERIFY(person->visible(u"transport.list"_s) == nullptr);
    press(*person, Qt::Key_N);
    QVERIFY(person->visible(u"player.list"_s) == nullptr);

    // A playlist is, in its own order and words.
    QFile list(m_world.path(u"evening.m3u"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write(
        "#EXTM3U\n#EXTINF:34,Home at last\nThe crossing/10 Landfall.mp4\nThe crossing/2 Open sea.mp4\n");
    list.close();
    person->window().open({{list.fileName()}, true});
    QTRY_COMPARE(titles(*person), (QStringList{u"Home at last"_s, u"2 Open sea"_s}));
    QVERIFY(playsFilmOf(*person, 34));

    // A folder is: by name, as people count.
    person->drop(folder);
    QTRY_COMPARE(titles(*person), (QStringList{u"1 Harbour"_s, u"2 Open sea"_s, u"10 Landfall"_s}));
    QVERIFY(playsFilmOf(*person, 30));
    auto* back = qobject_cast<ui::Button*>(person->see(u"transport.previous"_s));
    QVERIFY(back != nullptr && !back->isEnabled());
    press(*person, Qt::Key_N, Qt::ShiftModifier);
    QVERIFY(playsFilmOf(*person, 32));
    QVERIFY(person->click(u"transport.next"_s));
    QVERIFY(playsFilmOf(*person, 34));
    QVERIFY(!qobject_cast<ui::Button*>(person->see(u"transport.next"_s))->isEnabled());
    press(*person, Qt::Key_N, Qt::ShiftModifier);
    QCOMPARE(listOf(*person).list().now(), 2);
    press(*person, Qt::Key_MediaPrevious);
    QVERIFY(playsFilmOf(*person, 32));
    press(*person, Qt::Key_P, Qt::ShiftModifier);
    QVERIFY(playsFilmOf(*person, 30));

    // The list, by keys: another place, off and back, another film, and letters are the player's.
    press(*person, Qt::Key_N);
    auto* films = qobject_cast<QListView*>(person->see(u"list.films"_s));
    QVERIFY(films != nullptr);
    QTRY_VERIFY(films->hasFocus());
    QCOMPARE(films->currentIndex().row(), 0);
    shoot(*person, u"06q-up-next-list"_s);
    QTest::keyClick(films, Qt::Key_Down);
    QTest::keyClick(films, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(titles(*person), (QStringList{u"1 Harbour"_s, u"10 Landfall"_s, u"2 Open sea"_s}));
    QCOMPARE(films->currentIndex().row(), 2);
    QTest::keyClick(films, Qt::Key_Delete);
    QCOMPARE(titles(*person), (QStringList{u"1 Harbour"_s, u"10 Landfall"_s}));
    QVERIFY(person->click(u"toast.act"_s));
    QCOMPARE(titles(*person), (QStringList{u"1 Harbour"_s, u"10 Landfall"_s, u"2 Open sea"_s}));
    films->setFocus();
    QTest::keyClick(films, Qt::Key_Home);
    QTest::keyClick(films, Qt::Key_Delete);
    QCOMPARE(titles(*person).size(), 3);
    QTest::keyClick(films, Qt::Key_Space);
    QTRY_COMPARE(playerOf(*person).state(), PlayerState::Paused);
    QTest::keyClick(films, Qt::Key_End);
    QTest::keyClick(films, Qt::Key_Return);
    QVERIFY(playsFilmOf(*person, 32));
    QVERIFY(films->isVisible() && films->hasFocus());

    // By mouse: held and drawn, by the buttons, and a double click plays.
    const auto place = [&](int row) { return films->visualRect(films->model()->index(row, 0)).center(); };
    QTest::mousePress(films->viewport(), Qt::LeftButton, {}, place(2));
    for (const int row : {1, 0})
        QTest::mouseMove(films->viewport(), place(row));
    QTest::mouseRelease(films->viewport(), Qt::LeftButton, {}, place(0));
    QCOMPARE(titles(*person), (QStringList{u"2 Open sea"_s, u"1 Harbour"_s, u"10 Landfall"_s}));
    QCOMPARE(listOf(*person).list().now(), 0);
    QTest::mouseClick(films->viewport(), Qt::LeftButton, {}, place(2));
    QVERIFY(person->click(u"list.sooner"_s));
    QCOMPARE(titles(*person), (QStringList{u"2 Open sea"_s, u"10 Landfall"_s, u"1 Harbour"_s}));
    QTest::mouseDClick(films->viewport(), Qt::LeftButton, {}, place(1));
    QVERIFY(playsFilmOf(*person, 34));

    // With the second film of two the list goes.
    QTest::keyClick(films, Qt::Key_Escape);
    QVERIFY(person->visible(u"player.list"_s) == nullptr);
    QCOMPARE(person->window().currentPage(), u"player"_s);
    QVERIFY(person->click(u"transport.list"_s));
    for (int i = 0; i < 2; ++i) {
        QTest::keyClick(films, Qt::Key_End);
        if (films->currentIndex().row() == listOf(*person).list().now()) QTest::keyClick(films, Qt::Key_Home);
        QTest::keyClick(films, Qt::Key_Delete);
    }
    QCOMPARE(titles(*person), QStringList{u"10 Landfall"_s});
    QVERIFY(person->visible(u"player.list"_s) == nullptr);
    QVERIFY(person->visible(u"transport.list"_s) == nullptr);

    // Who leaves the player leaves the list.
    person->drop(folder);
    QTRY_COMPARE(titles(*person).size(), 3);
    QVERIFY(playsFilmOf(*person, 30));
    page->setFocus();
    press(*person, Qt::Key_Escape);
    QTRY_VERIFY(person->window().currentPage() != u"player"_s);
    QVERIFY(titles(*person).isEmpty());
}

void PlayerListTest::upNext() {
    const QString folder = makeFolder();
    const auto person = m_world.person(u"watcher"_s);
    QVERIFY(person->begin());
    auto* page = person->window().playerPage();
    auto* card = page->findChild<ui::UpNextCard*>();
    card->setSeconds(60);
    person->window().playFiles({folder});
    QVERIFY(playsFilmOf(*person, 30));

    // Left as it is.
    QVERIFY(end(*person));
    QVERIFY(person->see(u"player.upNext"_s) != nullptr);
    QCOMPARE(qobject_cast<ui::Label*>(person->see(u"upNext.title"_s))->source(), u"2 Open sea"_s);
    QTRY_VERIFY(person->see(u"upNext.now"_s)->hasFocus());
    QVERIFY(page->rect().contains(card->panelRect()));
    shoot(*person, u"06r-up-next"_s);
    QTest::keyClick(person->see(u"upNext.now"_s), Qt::Key_Escape);
    QVERIFY(!card->isVisible());
    QCOMPARE(person->window().currentPage(), u"player"_s);
    QCOMPARE(playerOf(*person).state(), PlayerState::Ended);

    // Who goes back in the film is not led on.
    QVERIFY(end(*person));
    QTRY_VERIFY(card->isVisible());
    press(*person, Qt::Key_Home);
    QTRY_VERIFY(!card->isVisible());
    QCOMPARE(listOf(*person).list().now(), 0);

    // A part that repeats has no end.
    playerOf(*person).setLoop(player::PlayerLoop{seconds(1), seconds(2)});
    playerOf(*person).seek(milliseconds(1900));
    playerOf(*person).play();
    QTRY_VERIFY(playerOf(*person).position() < milliseconds(1500));
    QVERIFY(!card->isVisible());
    playerOf(*person).setLoop(std::nullopt);

    // At once.
    QVERIFY(end(*person));
    QTest::keyClick(person->see(u"upNext.now"_s), Qt::Key_Return);
    QVERIFY(playsFilmOf(*person, 32));
    QVERIFY(!card->isVisible());

    // By itself; after the last one nothing comes.
    card->setSeconds(1);
    playLastMoment(playerOf(*person));
    QVERIFY(playsFilmOf(*person, 34));
    QVERIFY(end(*person));
    QVERIFY(!card->isVisible());
}

void PlayerListTest::passedOverByChoice() {
    const QString folder = makeFolder();
    const QString text = m_world.path(u"notes.mp4"_s);
    QFile notes(text);
    QVERIFY(notes.open(QIODevice::WriteOnly));
    notes.write("This is not a film.");
    notes.close();
    const auto person = m_world.person(u"chooser"_s);
    QVERIFY(person->begin());
    person->window().playFiles({folder + u"/1 Harbour.mp4"_s, text, folder + u"/10 Landfall.mp4"_s});
    QVERIFY(playsFilmOf(*person, 30));
    press(*person, Qt::Key_N, Qt::ShiftModifier);
    QVERIFY(person->see(u"player.problem.next"_s) != nullptr);
    shoot(*person, u"06s-passed-over"_s);
    QCOMPARE(listOf(*person).list().now(), 1);
    QVERIFY(person->click(u"player.problem.next"_s));
    QVERIFY(playsFilmOf(*person, 34));
    QVERIFY(person->visible(u"player.opening.title"_s) == nullptr);

    // The last one that cannot be played has none to go on to.
    person->window().playFiles({folder + u"/1 Harbour.mp4"_s, text});
    QVERIFY(playsFilmOf(*person, 30));
    press(*person, Qt::Key_N, Qt::ShiftModifier);
    QVERIFY(person->see(u"player.retry"_s) != nullptr);
    QVERIFY(person->visible(u"player.problem.next"_s) == nullptr);
    press(*person, Qt::Key_P, Qt::ShiftModifier);
    QVERIFY(playsFilmOf(*person, 30));
}

void PlayerListTest::fromTheLibrary() {
    const auto maker = m_world.person(u"library"_s);
    QVERIFY(maker->begin());
    for (const auto& [name, length] : {std::pair{u"one"_s, 7}, std::pair{u"two"_s, 9}})
        QVERIFY(!maker->publish(m_world.film(name, length), false).isEmpty());
    maker->window().showPage(u"library"_s);
    auto* covers = qobject_cast<ui::CoverGrid*>(maker->see(u"library.covers"_s));
    QTRY_COMPARE(covers->model()->rowCount(), 2);
    covers->setFocus();
    QTest::keyClick(covers, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(maker->click(u"library.chosen.play"_s));
    QVERIFY(plays(*maker));
    QCOMPARE(titles(*maker).size(), 2);
    const QString first = maker->window().playerPage()->link();
    playerOf(*maker).pause();
    playerOf(*maker).seek(milliseconds(1500));
    QTRY_VERIFY(playerOf(*maker).currentFramePts() >= milliseconds(1450));
    press(*maker, Qt::Key_N, Qt::ShiftModifier);
    QVERIFY(plays(*maker));
    QVERIFY(maker->window().playerPage()->link() != first);
    const auto left = [&]() {
        for (const auto& entry : maker->engine().library())
            if (QString::fromStdString(entry.link) == first) return entry.positionMs;
        return std::uint64_t{0};
    };
    QTRY_COMPARE(left(), std::uint64_t{1500});
    press(*maker, Qt::Key_P, Qt::ShiftModifier);
    QVERIFY(plays(*maker));
    QCOMPARE(maker->window().playerPage()->link(), first);
    QVERIFY(playerOf(*maker).position() >= milliseconds(1500));
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::PlayerListTest)

#include "moc_player_list_test.cpp"
