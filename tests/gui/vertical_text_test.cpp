#include "tests/gui/vertical_text_test.h"

#include <QProcess>
#include <QTest>

#include "player/subtitle_view.h"
#include "tests/gui/files.h"
#include "tests/gui/playing.h"
#include "ui/pages/player_page.h"
#include "ui/widgets/transcript_panel.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

/// What is said on the right, a title on the left, and a line across.
const QByteArray kWords =
    "WEBVTT\n\n00:00.000 --> 00:09.000 vertical:rl line:0 align:start\n「塩は、道より<i>古い</i>。\nRoute "
    "16を"
    "ゆっくり行く……」\n\n00:00.000 --> 00:09.000 vertical:lr line:1 align:start size:60%\n<c.yellow>第一章"
    "　海への道</c>\n\n00:00.000 --> 00:09.000\nThe salt is older than the road.\n";
const QString kRight = u"「塩は、道より古い。\nRoute 16をゆっくり行く……」"_s;
const QString kLeft = u"第一章　海への道"_s;
const QString kAcross = u"The salt is older than the road."_s;

player::SubtitleView& viewOf(Person& person) {
    return *person.window().findChild<player::SubtitleView*>();
}

bool stands(Person& person, const QString& film) {
    person.window().playFile(film);
    if (!plays(person)) return false;
    playerOf(person).pause();
    playerOf(person).seek(seconds(5));
    return settles(person, 5000);
}

/// The three boxes where they should be, none on another.
bool hasColumns(Person& person) {
    const QVector<QRect> boxes = viewOf(person).boxes();
    const QRect whole = viewOf(person).rect();
    return boxes.size() == 3 && boxes[0].height() > 2 * boxes[0].width() &&
           boxes[0].right() > whole.width() * 9 / 10 && boxes[1].height() > 2 * boxes[1].width() &&
           boxes[1].left() < whole.width() / 5 && boxes[2].width() > 5 * boxes[2].height() &&
           !boxes[0].intersects(boxes[1]) && !boxes[0].intersects(boxes[2]) && !boxes[1].intersects(boxes[2]);
}

}  // namespace

void VerticalTextTest::initTestCase() {
    m_theme = stillTheme();
}

void VerticalTextTest::cleanupTestCase() {
    m_theme.reset();
}

void VerticalTextTest::columnsFromAFile() {
    const QString film = m_world.film(u"beside"_s, 20, {640, 360});
    const auto person = m_world.person(u"viewer"_s);
    QVERIFY(person->begin());
    QVERIFY(stands(*person, film));
    person->drop(written(m_world.path(u"columns.vtt"_s), kWords));
    const QString words = kRight + u'\n' + kLeft + u'\n' + kAcross;
    QTRY_COMPARE(viewOf(*person).text(), words);
    QVERIFY(hasColumns(*person));
    QVERIFY(person->shoot(*m_theme, u"06p-vertical-text"_s, {QSize(1440, 900)}));
    QVERIFY(hasColumns(*person));

    // In the person's own size and on black, as other text is.
    auto* page = person->window().playerPage();
    page->setFocus();
    const QRect before = viewOf(*person).boxes()[0];
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(page, Qt::Key_G, Qt::ShiftModifier);
    QVERIFY(viewOf(*person).boxes()[0].width() > before.width());
    QVERIFY(hasColumns(*person));
    QTest::keyClick(page, Qt::Key_U);
    const QPoint corner = viewOf(*person).boxes()[0].topLeft() + QPoint(4, 4);
    QCOMPARE(page->grab(QRect(corner, QSize(1, 1))).toImage().pixelColor(0, 0), QColor(Qt::black));
    QVERIFY(person->shoot(*m_theme, u"06p-vertical-text-large"_s, {QSize(1440, 900)}));

    // To read and to search in it is text as any other.
    QTest::keyClick(&person->window(), Qt::Key_F, Qt::ControlModifier);
    auto* panel = qobject_cast<ui::TranscriptPanel*>(person->see(u"player.transcript"_s));
    QVERIFY(panel != nullptr);
    QCOMPARE(panel->shownCount(), 3);
    QTest::keyClick(panel, Qt::Key_Escape);

    // TTML says it of a region.
    person->drop(
        written(m_world.path(u"columns.ttml"_s),
                "<tt xmlns='http://www.w3.org/ns/ttml' xmlns:tts='http://www.w3.org/ns/ttml#styling'>"
                "<head><layout><region xml:id='right' tts:writingMode='tbrl'/></layout></head><body "
                "region='right'><div><p begin='0s' end='9s'>塩は道より古い</p></div></body></tt>"));
    QTRY_COMPARE(viewOf(*person).text(), u"塩は道より古い"_s);
    const QRect ttml = viewOf(*person).boxes()[0];
    QVERIFY(ttml.height() > 2 * ttml.width() && ttml.right() > page->width() * 9 / 10);

    // Damaged settings are none.
    person->drop(written(m_world.path(u"damaged.vtt"_s),
                         "WEBVTT\n\n00:00.000 --> 00:09.000 vertical:down line:x,y size:-1%\nAcross\n"));
    QTRY_COMPARE(viewOf(*person).text(), u"Across"_s);
    QVERIFY(viewOf(*person).boxes()[0].width() > viewOf(*person).boxes()[0].height());
}

void VerticalTextTest::columnsOfAPublishedFilm() {
    const QString film = m_world.path(u"columns.mkv"_s);
    const QStringList arguments{u"-v"_s,
                                u"error"_s,
                                u"-y"_s,
                                u"-i"_s,
                                m_world.film(u"plain"_s, 10, {640, 360}),
                                u"-i"_s,
                                written(m_world.path(u"inside.vtt"_s), kWords),
                                u"-c"_s,
                                u"copy"_s,
                                u"-metadata:s:s:0"_s,
                                u"language=jpn"_s,
                                film};
    QCOMPARE(QProcess::execute(u"ffmpeg"_s, arguments), 0);
    const auto person = m_world.person(u"maker"_s);
    QVERIFY(person->begin());
    const QString link = person->publish(film, false);
    QVERIFY(!link.isEmpty());
    person->window().playFilm(link);
    QVERIFY(plays(*person));
    playerOf(*person).pause();
    playerOf(*person).seek(seconds(5));
    QVERIFY(settles(*person, 5000));
    QVERIFY(person->click(u"transport.subtitles"_s));
    QVERIFY(person->click(u"menu.text-jpn-1"_s));
    QTRY_COMPARE(viewOf(*person).text(), kRight + u'\n' + kLeft + u'\n' + kAcross);
    QVERIFY(hasColumns(*person));
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::VerticalTextTest)
