#include "tests/gui/tracks_test.h"

#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QScrollBar>
#include <QTest>

#include "player/subtitle_view.h"
#include "tests/gui/files.h"
#include "tests/gui/playing.h"
#include "tests/support/kept_film.h"
#include "ui/models/engine.h"
#include "ui/pages/player_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/player_note.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/tracks_panel.h"
#include "ui/widgets/transcript_panel.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using player::PlayerState;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

player::SubtitleView& viewOf(Person& person) {
    return *person.window().findChild<player::SubtitleView*>();
}

QString feedback(Person& person) {
    return person.window().findChild<ui::KeyFeedback*>(u"player.feedback"_s)->text();
}

/// Whether the row of the open panel is checked; its picture is the person's only sign of it.
bool checked(Person& person, const QString& id) {
    auto* row = qobject_cast<ui::MenuRow*>(person.visible(u"menu."_s + id));
    return row != nullptr && row->isChecked();
}

}  // namespace

void TracksTest::initTestCase() {
    m_theme = stillTheme();
}

void TracksTest::cleanupTestCase() {
    m_theme.reset();
}

/// English and German sound, German with 44.1 kHz, English subtitles, German ones of what only the pictures
/// say.
void TracksTest::makeFilm() {
    const QString plain = m_world.path(u"plain.mp4"_s);
    media::SampleFilmOptions options;
    options.title.clear();
    options.seconds = 20;
    options.width = 640;
    options.height = 360;
    QVERIFY(test::copyOfFilm(plain.toStdString(), options));
    const QString words = written(m_world.path(u"words.srt"_s),
                                  "1\n00:00:00,000 --> 00:00:05,000\nThe salt is <i>older</i>\nthan the "
                                  "road.\n\n2\n00:00:06,000 --> 00:00:19,000\nIt will outlast us.\n");
    const QString signs =
        written(m_world.path(u"signs.srt"_s), "1\n00:00:00,000 --> 00:00:19,000\nBAHNHOF\n");
    m_film = m_world.path(u"salt.mkv"_s);
    QCOMPARE(QProcess::execute(u"ffmpeg"_s, {u"-v"_s,
                                             u"error"_s,
                                             u"-y"_s,
                                             u"-i"_s,
                                             plain,
                                             u"-f"_s,
                                             u"lavfi"_s,
                                             u"-i"_s,
                                             u"sine=frequency=330:sample_rate=44100:duration=20"_s,
                                             u"-i"_s,
                                             words,
                                             u"-i"_s,
                                             signs,
                                             u"-map"_s,
                                             u"0:v"_s,
                                             u"-map"_s,
                                             u"0:a"_s,
                                             u"-map"_s,
                                             u"1:a"_s,
                                             u"-map"_s,
                                             u"2:s"_s,
                                             u"-map"_s,
                                             u"3:s"_s,
                                             u"-c:v"_s,
                                             u"copy"_s,
                                             u"-c:a"_s,
                                             u"aac"_s,
                                             u"-ac"_s,
                                             u"2"_s,
                                             u"-c:s"_s,
                                             u"srt"_s,
                                             u"-metadata:s:a:0"_s,
                                             u"language=eng"_s,
                                             u"-metadata:s:a:1"_s,
                                             u"language=deu"_s,
                                             u"-metadata:s:s:0"_s,
                                             u"language=eng"_s,
                                             u"-metadata:s:s:1"_s,
                                             u"language=deu"_s,
                                             u"-disposition:s:0"_s,
                                             u"0"_s,
                                             u"-disposition:s:1"_s,
                                             u"forced"_s,
                                             m_film}),
             0);
}

bool TracksTest::shows(Person& person, const QString& text) {
    return QTest::qWaitFor([&]() { return viewOf(person).text() == text; }, 20'000);
}

void TracksTest::clearFile() {
    makeFilm();
    const auto person = m_world.person(u"viewer"_s);
    QVERIFY(person->begin());
    auto& player = playerOf(*person);
    person->window().playFile(m_film);
    QVERIFY(plays(*person));
    player.pause();
    player.seek(seconds(2));
    auto* page = person->window().playerPage();
    QTRY_COMPARE(duration_cast<milliseconds>(player.position()).count(), 2000);
    QCOMPARE(viewOf(*person).text(), QString());

    // By mouse: the panel, its lists, a choice in each.
    QVERIFY(person->click(u"transport.subtitles"_s));
    auto* panel = qobject_cast<ui::TracksPanel*>(person->see(u"player.tracks"_s));
    QVERIFY(panel != nullptr);
    QVERIFY(page->rect().contains(panel->panelRect()));
    QVERIFY(checked(*person, u"off"_s));
    QVERIFY(checked(*person, u"audio-1"_s));
    QVERIFY(person->click(u"menu.text-0"_s));
    QVERIFY(shows(*person, u"The salt is older\nthan the road."_s));
    QVERIFY(checked(*person, u"text-0"_s));
    QVERIFY(!checked(*person, u"off"_s));
    QCOMPARE(player.info().find(playback::TrackKind::Audio)->sampleRate, 48'000);
    QVERIFY(person->click(u"menu.audio-2"_s));
    QTRY_COMPARE(player.info().find(playback::TrackKind::Audio)->sampleRate, 44'100);
    QCOMPARE(duration_cast<milliseconds>(player.position()).count(), 2000);
    QCOMPARE(feedback(*person), u"Audio: German"_s);
    // Size and delay; the text stands above the bar.
    const int high = viewOf(*person).boxes()[0].height();
    QVERIFY(person->click(u"tracks.later"_s));
    QCOMPARE(feedback(*person), u"Subtitle delay 0.1 s"_s);
    QVERIFY(person->click(u"tracks.earlier"_s));
    Q_EMIT panel->textPercentChosen(130);
    QVERIFY(viewOf(*person).boxes()[0].height() > high);
    auto* bar = person->visible(u"player.bar"_s);
    QVERIFY(viewOf(*person).boxes()[0].bottom() < bar->y());
    QVERIFY(person->shoot(*m_theme, u"06b-player-menus"_s, {QSize(1440, 900), QSize(960, 640)}));
    QVERIFY(page->rect().contains(panel->panelRect()));

    // By keys: between the lists, and out.
    auto* row = person->visible(u"menu.text-0"_s);
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Down);
    QVERIFY(person->visible(u"menu.text-1"_s)->hasFocus());
    QTest::keyClick(person->visible(u"menu.text-1"_s), Qt::Key_Right);
    QVERIFY(person->visible(u"menu.audio-2"_s)->hasFocus());
    QTest::keyClick(person->visible(u"menu.audio-2"_s), Qt::Key_Up);
    QTest::keyClick(person->visible(u"menu.audio-1"_s), Qt::Key_Space);
    QTRY_COMPARE(player.info().find(playback::TrackKind::Audio)->sampleRate, 48'000);
    QTest::keyClick(person->visible(u"menu.audio-1"_s), Qt::Key_Escape);
    QVERIFY(panel->isHidden());
    QVERIFY(person->window().currentPage() == u"player"_s);

    // Without the panel.
    page->setFocus();
    QTest::keyClick(page, Qt::Key_NumberSign);
    QTRY_COMPARE(player.info().find(playback::TrackKind::Audio)->sampleRate, 44'100);
    QTest::keyClick(page, Qt::Key_V);
    QVERIFY(shows(*person, {}));
    QCOMPARE(feedback(*person), u"Subtitles hidden"_s);
    QTest::keyClick(page, Qt::Key_C);
    QVERIFY(shows(*person, u"The salt is older\nthan the road."_s));
    QTest::keyClick(page, Qt::Key_V, Qt::ShiftModifier);
    QVERIFY(shows(*person, u"BAHNHOF"_s));
    QTest::keyClick(page, Qt::Key_J, Qt::ShiftModifier);
    QVERIFY(shows(*person, u"The salt is older\nthan the road."_s));
    for (int i = 0; i < 31; ++i)
        QTest::keyClick(page, Qt::Key_X);
    QCOMPARE(feedback(*person), u"Subtitle delay 3.1 s"_s);
    QVERIFY(shows(*person, {}));
    QTest::keyClick(page, Qt::Key_Z);
    for (int i = 0; i < 11; ++i)
        QTest::keyClick(page, Qt::Key_Z);
    QVERIFY(shows(*person, u"The salt is older\nthan the road."_s));
    QTest::keyClick(page, Qt::Key_G, Qt::ShiftModifier);
    QCOMPARE(feedback(*person), u"Subtitle size 140 %"_s);
    QTest::keyClick(page, Qt::Key_F, Qt::ShiftModifier);
    QTest::keyClick(page, Qt::Key_J);
    QTRY_COMPARE(duration_cast<milliseconds>(player.position()).count(), 0);

    // A file let go over the film, and one that is none.
    player.seek(seconds(10));
    const QString side =
        written(m_world.path(u"other.vtt"_s), "WEBVTT\n\n00:00.000 --> 00:19.000 line:0\nAt the top\n");
    person->drop(side);
    QVERIFY(shows(*person, u"At the top"_s));
    QVERIFY(player.isOpen());
    QVERIFY(viewOf(*person).boxes()[0].top() < page->height() / 4);
    person->drop(written(m_world.path(u"broken.vtt"_s), "not subtitles"));
    QVERIFY(shows(*person, {}));
    const auto* note = person->window().findChild<ui::PlayerNote*>();
    QTRY_VERIFY(note->isVisible() && note->text().startsWith(u"broken.vtt is neither WebVTT nor"_s));

    // Remembered, but for what was beside the film.
    QTest::keyClick(page, Qt::Key_V, Qt::ShiftModifier);
    QVERIFY(shows(*person, u"It will outlast us."_s));
    QTest::keyClick(page, Qt::Key_Escape);
    QTRY_VERIFY(!player.isOpen());
    QCOMPARE(viewOf(*person).text(), QString());
    person->window().playFile(m_film);
    QVERIFY(plays(*person));
    player.pause();
    player.seek(seconds(10));
    QCOMPARE(player.info().find(playback::TrackKind::Audio)->sampleRate, 44'100);
    QVERIFY(shows(*person, u"It will outlast us."_s));

    // A file of the film's own name beside it is found, and shown to who has not chosen yet.
    const QString copy = m_world.path(u"second.mp4"_s);
    QVERIFY(QFile::copy(m_world.path(u"plain.mp4"_s), copy));
    QVERIFY(!written(m_world.path(u"second.srt"_s), "1\n00:00:00,000 --> 00:00:19,000\nBeside\n").isEmpty());
    person->window().playFile(copy);
    QVERIFY(plays(*person));
    QVERIFY(shows(*person, u"Beside"_s));
}

void TracksTest::protectedFilm() {
    if (m_film.isEmpty()) makeFilm();
    const auto person = m_world.person(u"maker"_s);
    QVERIFY(person->begin());
    const QString link = person->publish(m_film, false);
    QVERIFY(!link.isEmpty());
    auto& player = playerOf(*person);
    person->window().playFilm(link);
    QVERIFY(plays(*person));
    player.pause();
    player.seek(seconds(2));
    QTRY_COMPARE(duration_cast<milliseconds>(player.position()).count(), 2000);
    auto* page = person->window().playerPage();
    QCOMPARE(viewOf(*person).text(), QString());
    QVERIFY(person->click(u"transport.subtitles"_s));
    QVERIFY(person->click(u"menu.text-eng-1"_s));
    QVERIFY(shows(*person, u"The salt is older\nthan the road."_s));
    // What only the pictures say comes with the sound of its language.
    QVERIFY(person->click(u"menu.audio-deu-2"_s));
    QTRY_COMPARE(player.info().find(playback::TrackKind::Audio)->sampleRate, 44'100);
    QVERIFY(person->click(u"menu.text-deu-2"_s));
    QVERIFY(shows(*person, u"BAHNHOF"_s));
    QVERIFY(person->shoot(*m_theme, u"06g-protected-tracks"_s, {QSize(1440, 900)}));
    QTest::keyClick(page, Qt::Key_Escape);
    player.play();
    const auto from = player.position();
    QTRY_VERIFY_WITH_TIMEOUT(player.position() > from + milliseconds(800), 20'000);
    page->closeFilm();
    person->window().playFilm(link);
    QVERIFY(plays(*person));
    QCOMPARE(player.info().find(playback::TrackKind::Audio)->sampleRate, 44'100);
    QVERIFY(shows(*person, u"BAHNHOF"_s));
}

void TracksTest::looksAndSecondText() {
    if (m_film.isEmpty()) makeFilm();
    const auto person = m_world.person(u"looks"_s);
    QVERIFY(person->begin());
    auto& player = playerOf(*person);
    auto* page = person->window().playerPage();
    person->window().playFile(m_film);
    QVERIFY(plays(*person));
    player.pause();
    player.seek(seconds(10));
    QTRY_COMPARE(duration_cast<milliseconds>(player.position()).count(), 10'000);
    QVERIFY(person->click(u"transport.subtitles"_s));
    QVERIFY(person->click(u"menu.text-0"_s));
    QVERIFY(shows(*person, u"It will outlast us."_s));

    // By mouse: higher, on black, and a second text at the top that is the next in the list.
    const auto& view = viewOf(*person);
    const int low = view.boxes()[0].top();
    QVERIFY(person->click(u"tracks.higher"_s));
    QVERIFY(person->click(u"tracks.higher"_s));
    QCOMPARE(feedback(*person), u"Subtitle height 10 %"_s);
    const int lifted = low - view.boxes()[0].top();
    QVERIFY2(lifted > page->height() / 20, qPrintable(QString::number(lifted)));
    QVERIFY(person->click(u"tracks.second"_s));
    QVERIFY(person->click(u"tracks.second"_s));
    QVERIFY(shows(*person, u"It will outlast us.\nBAHNHOF"_s));
    QVERIFY(view.boxes()[1].bottom() < page->height() / 4);
    auto* second = qobject_cast<ui::Button*>(person->visible(u"tracks.second"_s));
    QCOMPARE(second->text(), u"At the top: Deutsch"_s);
    QVERIFY(person->shoot(*m_theme, u"06m-subtitle-looks"_s, {QSize(1440, 900), QSize(960, 640)}));
    auto* panel = qobject_cast<ui::TracksPanel*>(person->see(u"player.tracks"_s));
    QVERIFY(page->rect().contains(panel->panelRect()));
    QTest::keyClick(panel, Qt::Key_Escape);

    // By keys: what stands behind the letters can be seen in the picture.
    page->setFocus();
    const auto ground = [&]() {
        const QRect box = view.boxes()[0];
        return person->window()
            .playerPage()
            ->grab(QRect(box.topLeft() + QPoint(3, box.height() / 2), QSize(2, 2)))
            .toImage()
            .pixelColor(0, 0);
    };
    QTest::keyClick(page, Qt::Key_U);
    QCOMPARE(feedback(*person), u"Subtitles on black"_s);
    QCOMPARE(ground(), QColor(Qt::black));
    QTest::keyClick(page, Qt::Key_U);
    QCOMPARE(feedback(*person), u"Subtitles with an outline only"_s);
    QVERIFY(ground() != QColor(Qt::black));
    QTest::keyClick(page, Qt::Key_R, Qt::ShiftModifier);
    QCOMPARE(feedback(*person), u"Subtitle height 5 %"_s);
    QTest::keyClick(page, Qt::Key_D);
    QCOMPARE(feedback(*person), u"Nothing at the top"_s);
    QVERIFY(shows(*person, u"It will outlast us."_s));
    QTest::keyClick(page, Qt::Key_D);
    QTest::keyClick(page, Qt::Key_D);
    QVERIFY(shows(*person, u"It will outlast us.\nBAHNHOF"_s));

    // The look is of all films, the second text of this one.
    page->closeFilm();
    QVERIFY(view.boxes().isEmpty());
    person->window().playFile(m_film);
    QVERIFY(plays(*person));
    player.pause();
    player.seek(seconds(10));
    QVERIFY(shows(*person, u"It will outlast us.\nBAHNHOF"_s));
    QTest::keyClick(page, Qt::Key_R);
    QCOMPARE(feedback(*person), u"Subtitle height 10 %"_s);
}

void TracksTest::transcript() {
    QByteArray words;
    for (int i = 0; i < 600; ++i)
        words += QStringLiteral("%1\n00:%2:%3,000 --> 00:%2:%3,900\nLine %4%5\n\n")
                     .arg(i + 1)
                     .arg(i / 60, 2, 10, QLatin1Char('0'))
                     .arg(i % 60, 2, 10, QLatin1Char('0'))
                     .arg(i)
                     .arg(i == 12 ? u" about <i>salt</i>"_s : QString())
                     .toUtf8();
    const QString film = m_world.film(u"spoken"_s, 20, {640, 360});
    QVERIFY(!film.isEmpty());
    QString beside = film;
    beside.replace(u".mp4"_s, u".srt"_s);
    QFile file(beside);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(words);
    file.close();
    const auto person = m_world.person(u"reader"_s);
    QVERIFY(person->begin());
    auto& player = playerOf(*person);
    auto* page = person->window().playerPage();
    person->window().playFile(film);
    QVERIFY(plays(*person));
    player.pause();
    player.seek(seconds(5));
    QVERIFY(shows(*person, u"Line 5"_s));

    // Ctrl+F opens it; what is said now is marked.
    QTest::keyClick(&person->window(), Qt::Key_F, Qt::ControlModifier);
    auto* panel = qobject_cast<ui::TranscriptPanel*>(person->see(u"player.transcript"_s));
    QVERIFY(panel != nullptr);
    QCOMPARE(person->window().currentPage(), u"player"_s);
    QCOMPARE(panel->shownCount(), 600);
    auto* list = qobject_cast<QListView*>(person->see(u"transcript.list"_s));
    const auto marked = [list]() {
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()->index(row, 0).data(Qt::UserRole + 1).toBool()) return row;
        return -1;
    };
    QCOMPARE(marked(), 5);
    player.seek(seconds(9));
    QTRY_COMPARE(marked(), 9);
    QVERIFY(person->shoot(*m_theme, u"06n-transcript"_s, {QSize(1440, 900), QSize(960, 640)}));

    // A search, and Enter goes to its first line.
    auto* search = qobject_cast<QLineEdit*>(person->visible(u"transcript.search"_s));
    QTest::keyClicks(search, u"ABOUT salt"_s);
    QCOMPARE(panel->shownCount(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(duration_cast<milliseconds>(player.position()).count(), 12'000);
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(panel->shownCount(), 600);
    QTest::keyClicks(search, u"nobody"_s);
    QVERIFY(person->visible(u"transcript.empty"_s) != nullptr);
    search->clear();

    // A click goes there; the line is in view. Who scrolls is not dragged back until they ask for it.
    const QModelIndex line = list->model()->index(13, 0);
    QVERIFY(list->viewport()->rect().intersects(list->visualRect(line)));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(line).center());
    QTRY_COMPARE(duration_cast<milliseconds>(player.position()).count(), 13'000);
    QVERIFY(panel->follows());
    QTest::keyClick(list, Qt::Key_PageDown);
    QVERIFY(!panel->follows());
    const int scrolled = list->verticalScrollBar()->value();
    player.seek(seconds(15));
    QTRY_COMPARE(marked(), 15);
    QCOMPARE(list->verticalScrollBar()->value(), scrolled);
    QVERIFY(person->click(u"transcript.now"_s));
    QVERIFY(panel->follows());
    QVERIFY(list->viewport()->rect().contains(list->visualRect(list->model()->index(15, 0))));

    // Text that comes later is found later.
    page->setFocus();
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(page, Qt::Key_X);
    QTRY_COMPARE(marked(), 14);
    QTest::keyClick(page, Qt::Key_T);
    QVERIFY(panel->isHidden());
    QTest::keyClick(page, Qt::Key_T);
    QVERIFY(panel->isVisible());
    QTest::keyClick(panel, Qt::Key_Escape);
    QVERIFY(panel->isHidden());
    QCOMPARE(person->window().currentPage(), u"player"_s);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::TracksTest)

#include "moc_tracks_test.cpp"
