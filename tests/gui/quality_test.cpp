#include "tests/gui/quality_test.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include "tests/gui/playing.h"
#include "ui/models/engine.h"
#include "ui/pages/player_page.h"
#include "ui/pages/player_statistics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/menu_row.h"
#include "ui/widgets/player_note.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using player::PlayerState;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kPublishMs = 90'000;
constexpr int kChangeMs = 20'000;

QString barText(Person& person) {
    auto* button = qobject_cast<ui::Button*>(person.visible(u"transport.quality"_s));
    return button == nullptr ? QString() : button->text();
}

bool checked(Person& person, const QString& id) {
    auto* row = qobject_cast<ui::MenuRow*>(person.visible(u"menu."_s + id));
    return row != nullptr && row->isChecked();
}

int height(Person& person) {
    const auto* picture = playerOf(person).info().find(playback::TrackKind::Video);
    return picture == nullptr ? 0 : picture->height;
}

}  // namespace

void QualityTest::initTestCase() {
    m_theme = stillTheme();
}

void QualityTest::cleanupTestCase() {
    m_theme.reset();
}

QString QualityTest::publish(Person& person, const QString& film) {
    QString published;
    const auto context = std::make_unique<QObject>();
    QObject::connect(&person.window(), &ui::AppWindow::published, context.get(),
                     [&](const QString&, const QString& link) { published = link; });
    studio::PublishRequest request;
    request.film = film.toStdString();
    request.title = "Steps";
    request.ladder = {360, 180, 90};
    person.engine().publish(request);
    (void)QTest::qWaitFor([&]() { return !published.isEmpty(); }, kPublishMs);
    return published;
}

void QualityTest::ladderFilm() {
    const QString film = m_world.film(u"steps"_s, 30, {640, 360});
    QVERIFY(!film.isEmpty());
    const auto person = m_world.person(u"maker"_s);
    QVERIFY(person->begin());
    const QString link = publish(*person, film);
    QVERIFY(!link.isEmpty());
    auto& player = playerOf(*person);
    auto* page = person->window().playerPage();
    person->window().playFilm(link);
    QVERIFY(plays(*person));
    QVERIFY(page->film()->ladder);
    const auto& rungs = page->film()->ladder->rungs();
    QCOMPARE(rungs.size(), 3U);

    // By itself, it is at the top as soon as it knows how wide the way is, and says so.
    QTRY_COMPARE_WITH_TIMEOUT(height(*person), 360, kChangeMs);
    QTRY_COMPARE(barText(*person), u"Auto · 360p"_s);
    player.pause();

    // By mouse, while it stands: the picture of this place, in the coding that was chosen.
    player.seek(seconds(9));
    QTRY_COMPARE(duration_cast<milliseconds>(player.position()).count(), 9000);
    QVERIFY(person->click(u"transport.quality"_s));
    auto* menu = page->findChild<ui::PlayerMenu*>(u"player.quality"_s);
    QVERIFY(menu != nullptr && menu->isVisible());
    QVERIFY(page->rect().contains(menu->panelRect()));
    QVERIFY(checked(*person, u"auto"_s));
    QVERIFY(person->shoot(*m_theme, u"06h-player-quality"_s, {QSize(1440, 900), QSize(960, 640)}));
    QVERIFY(person->click(u"menu.video-90p"_s));
    QVERIFY(menu->isHidden());
    QTRY_COMPARE(height(*person), 90);
    QTRY_COMPARE(barText(*person), u"90p"_s);
    QCOMPARE(duration_cast<milliseconds>(player.position()).count(), 9000);
    QCOMPARE(player.state(), PlayerState::Paused);

    // By key, while it runs: at a segment's end, and time goes on.
    player.play();
    QTRY_COMPARE(player.state(), PlayerState::Playing);
    page->setFocus();
    QTest::keyClick(page, Qt::Key_G);
    QVERIFY(menu->isVisible());
    auto* row = person->visible(u"menu.video-90p"_s);
    QVERIFY(row != nullptr && row->hasFocus());
    QTest::keyClick(row, Qt::Key_Up);
    QTest::keyClick(person->visible(u"menu.video-180p"_s), Qt::Key_Return);
    QVERIFY(menu->isHidden());
    const auto before = player.position();
    QTRY_COMPARE_WITH_TIMEOUT(height(*person), 180, kChangeMs);
    QVERIFY(player.position() > before);
    QCOMPARE(player.statistics().corrupt, 0U);

    // What is going on can be read.
    QTest::keyClick(page, Qt::Key_I, Qt::ShiftModifier);
    auto* statistics = page->findChild<ui::PlayerStatisticsPanel*>();
    QTRY_VERIFY(statistics->isVisible());
    QVERIFY2(statistics->value(u"Quality"_s).startsWith(u"180p · fixed"_s),
             qPrintable(statistics->value(u"Quality"_s)));
    QVERIFY(statistics->value(u"Arrives at"_s).endsWith(u"b/s"_s));
    QVERIFY(statistics->value(u"Fetched ahead"_s).endsWith(u" s"_s));
    QVERIFY(statistics->value(u"Picture"_s).contains(u"320 × 180"_s));
    QVERIFY(person->shoot(*m_theme, u"06i-player-quality-statistics"_s, {QSize(1440, 900)}));
    QTest::keyClick(page, Qt::Key_I, Qt::ShiftModifier);

    // Remembered with the film; Esc in the menu changes nothing; back to auto.
    page->closeFilm();
    person->window().playFilm(link);
    QVERIFY(plays(*person));
    QCOMPARE(height(*person), 180);
    QCOMPARE(barText(*person), u"180p"_s);
    player.pause();
    QVERIFY(person->click(u"transport.quality"_s));
    QVERIFY(checked(*person, u"video-180p"_s));
    QTest::keyClick(person->visible(u"menu.video-180p"_s), Qt::Key_Escape);
    QVERIFY(menu->isHidden());
    QCOMPARE(barText(*person), u"180p"_s);
    QVERIFY(person->click(u"transport.quality"_s));
    QVERIFY(person->click(u"menu.auto"_s));
    QVERIFY(barText(*person).startsWith(u"Auto · "_s));
    player.seek({});
    player.play();
    QTRY_COMPARE_WITH_TIMEOUT(height(*person), 360, kChangeMs);
}

void QualityTest::oneQuality() {
    const auto person = m_world.person(u"viewer"_s);
    QVERIFY(person->begin());
    const QString film = m_world.film(u"single"_s, 6, {320, 180});
    person->window().playFile(film);
    QVERIFY(plays(*person));
    playerOf(*person).pause();
    QTRY_COMPARE(barText(*person), u"180p"_s);
    QVERIFY(person->click(u"transport.quality"_s));
    QVERIFY(checked(*person, u"only"_s));
    QTest::keyClick(person->visible(u"menu.only"_s), Qt::Key_Return);
    QCOMPARE(barText(*person), u"180p"_s);
    person->window().playerPage()->closeFilm();
    QVERIFY(person->visible(u"transport.quality"_s) == nullptr);
}

void QualityTest::damagedPartOfOneCoding() {
    const QString film = m_world.film(u"damaged"_s, 24, {640, 360});
    QVERIFY(!film.isEmpty());
    const auto person = m_world.person(u"damaged"_s);
    QVERIFY(person->begin());
    const QString link = publish(*person, film);
    QVERIFY(!link.isEmpty());
    auto& player = playerOf(*person);
    auto* page = person->window().playerPage();
    person->window().playFilm(link);
    QVERIFY(plays(*person));
    const std::string highest = page->film()->ladder->rungs().back().label;
    qint64 size = 0;
    for (const auto& track : page->film()->manifest.tracks)
        if (track.label == highest)
            size = static_cast<qint64>(track.segments.back().offset + track.segments.back().size);
    page->closeFilm();

    // One byte of the last part of the highest coding.
    QString stored;
    QDirIterator files(m_world.path(u"network"_s), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        if (file.filePath().contains(u"/blobs/"_s) && file.size() == size) stored = file.filePath();
    }
    QFile blob(stored);
    QVERIFY2(blob.open(QIODevice::ReadWrite), qPrintable(blob.fileName()));
    QVERIFY(blob.seek(blob.size() - 500));
    char byte = 0;
    QVERIFY(blob.getChar(&byte));
    QVERIFY(blob.seek(blob.size() - 500));
    QVERIFY(blob.putChar(static_cast<char>(byte ^ 1)));
    blob.close();

    person->window().playFilm(link);
    QVERIFY(plays(*person));
    QVERIFY(page->film()->ladder);
    const auto& rungs = page->film()->ladder->rungs();
    page->film()->ladder->fix(rungs.size() - 1);
    player.seek(seconds(16));
    player.play();
    // It plays on to its end, in the next lower coding, and says so.
    QTRY_COMPARE_WITH_TIMEOUT(player.state(), PlayerState::Ended, 40'000);
    QCOMPARE(page->film()->faults().size(), 1U);
    QCOMPARE(player.rung(), rungs.size() - 2);
    auto* note = person->window().findChild<ui::PlayerNote*>();
    QCOMPARE(note->text(), u"At 0:20, 360p could not be read; it plays in 180p"_s);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::QualityTest)

#include "moc_quality_test.cpp"
