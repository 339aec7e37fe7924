#include "tests/gui/styled_text_test.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include "player/subtitle_view.h"
#include "player/video_surface.h"
#include "tests/gui/files.h"
#include "tests/gui/playing.h"
#include "tests/support/block_font.h"
#include "tests/support/kept_film.h"
#include "ui/pages/mini_player.h"
#include "ui/pages/player_page.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/player_note.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/tracks_panel.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

/// A colour that no sample film has.
constexpr QRgb kSign = 0xffff00fe;
constexpr QRgb kSpoken = 0xff01ff00;

const QByteArray kHead =
    "[Script Info]\nScriptType: v4.00+\nPlayResX: 640\nPlayResY: 360\n[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, "
    "Italic, "
    "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, "
    "MarginR, MarginV, Encoding\n"
    "Style: Spoken,Kloetze,30,&H0000FF01,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,2,10,10,"
    "20,1\n"
    "Style: Sign,Kloetze,24,&H00FE00FF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1\n"
    "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

/// In the person's window, or in the small one.
player::SubtitleView& viewOf(Person& person) {
    if (auto* inside = person.window().findChild<player::SubtitleView*>()) return *inside;
    for (QWidget* top : QApplication::topLevelWidgets())
        if (auto* apart = top->findChild<player::SubtitleView*>()) return *apart;
    qFatal("The player has lost its subtitles.");
}

/// The surface, wherever it is now.
QWidget& surfaceOf(Person& person) {
    return *viewOf(person).parentWidget();
}

QString feedback(Person& person) {
    return person.window().findChild<ui::KeyFeedback*>(u"player.feedback"_s)->text();
}

/// What surrounds all of one colour, in parts of the image; empty when there is none.
QRectF boxOf(const QImage& image, QRgb colour) {
    const QImage picture = image.convertToFormat(QImage::Format_RGB32);
    if (picture.isNull()) return {};
    QRect box;
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            if (line[x] == colour) box |= QRect(x, y, 1, 1);
    }
    return {box.x() / double(picture.width()), box.y() / double(picture.height()),
            box.width() / double(picture.width()), box.height() / double(picture.height())};
}

/// On the surface, as the person sees it.
QRectF seen(Person& person, QRgb colour) {
    return boxOf(surfaceOf(person).grab().toImage(), colour);
}

}  // namespace

void StyledTextTest::initTestCase() {
    m_theme = stillTheme();
}

void StyledTextTest::cleanupTestCase() {
    m_theme.reset();
}

QString StyledTextTest::plainFilm() {
    const QString film = m_world.path(u"plain.mp4"_s);
    if (QFile::exists(film)) return film;
    media::SampleFilmOptions options;
    options.title.clear();
    options.seconds = 20;
    options.width = 640;
    options.height = 360;
    return test::copyOfFilm(film.toStdString(), options) ? film : QString();
}

QString StyledTextTest::styledFilm() {
    const Bytes font = test::blockFont("Kloetze");
    const QString fontFile =
        written(m_world.path(u"kloetze.ttf"_s),
                QByteArray(reinterpret_cast<const char*>(font.data()), static_cast<qsizetype>(font.size())));
    const QString script =
        written(m_world.path(u"script.ass"_s),
                kHead +
                    "Dialogue: 0,0:00:00.00,0:00:09.00,Spoken,,0,0,0,,The salt\n"
                    "Dialogue: 0,0:00:00.00,0:00:09.00,Sign,,0,0,0,,{\\pos(400,60)}SIGN\n");
    const QString film = m_world.path(u"styled.mkv"_s);
    const QStringList arguments{u"-v"_s,
                                u"error"_s,
                                u"-y"_s,
                                u"-i"_s,
                                plainFilm(),
                                u"-i"_s,
                                script,
                                u"-map"_s,
                                u"0"_s,
                                u"-map"_s,
                                u"1"_s,
                                u"-c"_s,
                                u"copy"_s,
                                u"-attach"_s,
                                fontFile,
                                u"-metadata:s:t:0"_s,
                                u"mimetype=font/ttf"_s,
                                u"-metadata:s:s:0"_s,
                                u"language=eng"_s,
                                u"-disposition:s:0"_s,
                                u"0"_s,
                                film};
    return QProcess::execute(u"ffmpeg"_s, arguments) == 0 ? film : QString();
}

void StyledTextTest::insideAFilm() {
    const QString film = styledFilm();
    QVERIFY(!film.isEmpty());
    const auto person = m_world.person(u"viewer"_s);
    QVERIFY(person->begin());
    auto& player = playerOf(*person);
    auto* page = person->window().playerPage();
    person->window().playFile(film);
    QVERIFY(plays(*person));
    player.pause();
    player.seek(seconds(5));
    QVERIFY(settles(*person, 5000));
    QVERIFY(person->click(u"transport.subtitles"_s));
    QVERIFY(person->click(u"menu.text-0"_s));
    QTest::keyClick(person->visible(u"player.tracks"_s), Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(viewOf(*person).text(), u"The salt\nSIGN"_s, 8000);

    // In its own fonts, places and colours: squares, one for each letter.
    QTRY_VERIFY(!seen(*person, kSign).isEmpty());
    QVERIFY(viewOf(*person).boxes().isEmpty());
    const QRectF sign = seen(*person, kSign);
    QVERIFY(sign.left() > 0.6 && sign.right() < 0.85);
    QVERIFY(sign.top() > 0.1 && sign.bottom() < 0.3);
    const QRectF spoken = seen(*person, kSpoken);
    QVERIFY(qAbs(spoken.center().x() - 0.5) < 0.01);
    QVERIFY(spoken.top() > 0.5);
    // Above the bar, and where it belongs when that is gone.
    const auto* bar = person->visible(u"player.bar"_s);
    QVERIFY(spoken.bottom() * surfaceOf(*person).height() <= bar->y());

    // By mouse: in one's own look, and back. What stands behind the letters is one's own to choose then.
    QVERIFY(person->click(u"transport.subtitles"_s));
    QVERIFY(!person->visible(u"tracks.ground"_s)->isEnabled());
    QVERIFY(person->shoot(*m_theme, u"06o-styled-text"_s, {QSize(1440, 900), QSize(960, 640)}));
    auto* panel = qobject_cast<ui::TracksPanel*>(person->see(u"player.tracks"_s));
    QVERIFY(page->rect().contains(panel->panelRect()));
    QVERIFY(person->click(u"tracks.ownLook"_s));
    QCOMPARE(viewOf(*person).boxes().size(), 2);
    QVERIFY(seen(*person, kSign).isEmpty());
    QVERIFY(person->visible(u"tracks.ground"_s)->isEnabled());
    QCOMPARE(feedback(*person), u"Subtitles on a veil"_s);
    QVERIFY(person->click(u"tracks.ownLook"_s));
    QTRY_COMPARE(seen(*person, kSign), sign);
    QTest::keyClick(panel, Qt::Key_Escape);

    // By keys.
    page->setFocus();
    QTest::keyClick(page, Qt::Key_U);
    QCOMPARE(feedback(*person), u"Subtitles on a veil"_s);
    QVERIFY(seen(*person, kSign).isEmpty());
    QTest::keyClick(page, Qt::Key_U);
    QTest::keyClick(page, Qt::Key_U);
    QCOMPARE(feedback(*person), u"Subtitles with an outline only"_s);
    QTest::keyClick(page, Qt::Key_U);
    QCOMPARE(feedback(*person), u"Subtitles in their own style"_s);
    QTRY_COMPARE(seen(*person, kSign), sign);
    // What is said becomes larger; what lies on something in the picture stays as it is.
    const QRectF said = seen(*person, kSpoken);
    QTest::keyClick(page, Qt::Key_G, Qt::ShiftModifier);
    QTRY_VERIFY(seen(*person, kSpoken).height() > said.height());
    QCOMPARE(seen(*person, kSign), sign);
    QTest::keyClick(page, Qt::Key_F, Qt::ShiftModifier);
    QTRY_COMPARE(seen(*person, kSpoken), said);
    QTest::keyClick(page, Qt::Key_V);
    QTest::keyClick(page, Qt::Key_C);
    QVERIFY(!seen(*person, kSign).isEmpty());
    player.seek(seconds(12));
    QTRY_VERIFY(seen(*person, kSign).isEmpty());
    player.seek(seconds(5));
    QTRY_COMPARE(seen(*person, kSign), sign);

    // In full screen, enlarged, and in the small window: at the same place of the picture.
    QTest::keyClick(page, Qt::Key_F);
    QTRY_VERIFY(person->window().isFullScreen());
    QTRY_VERIFY(qAbs(seen(*person, kSign).left() - sign.left()) < 0.1 && !seen(*person, kSign).isEmpty());
    QTest::keyClick(page, Qt::Key_F);
    QTRY_COMPARE(seen(*person, kSign), sign);
    auto* surface = qobject_cast<player::VideoSurface*>(&surfaceOf(*person));
    surface->setView({1.5, {0.6, 0.3}, 0});
    player.seek(std::chrono::milliseconds(6500));
    QTRY_VERIFY(seen(*person, kSign).height() > 1.3 * sign.height());
    QVERIFY2(!seen(*person, kSpoken).isEmpty(), "what is said can still be read");
    QVERIFY(person->shoot(*m_theme, u"06o-styled-text-enlarged"_s, {QSize(1440, 900)}));
    surface->setView({});
    QTest::keyClick(page, Qt::Key_P);
    QTRY_VERIFY(qobject_cast<ui::MiniPlayer*>(surfaceOf(*person).parentWidget()) != nullptr);
    QTRY_VERIFY(qAbs(seen(*person, kSign).left() - sign.left()) < 0.05);
    QTest::keyClick(page, Qt::Key_P);
    QTRY_COMPARE(surfaceOf(*person).parentWidget(), page);

    // Saved as it is seen, and without.
    QTRY_COMPARE(seen(*person, kSign), sign);
    const QDir pictures(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    const auto saved = [&](const QString& name) { return QImage(pictures.filePath(name)); };
    QTest::keyClick(page, Qt::Key_S, Qt::ShiftModifier);
    QTRY_COMPARE(person->window().toasts()->count(), 1);
    QTest::keyClick(page, Qt::Key_S);
    QTRY_COMPARE(person->window().toasts()->count(), 2);
    person->closeToasts();
    const QRectF kept = boxOf(saved(u"styled 0-00-06.png"_s), kSign);
    QVERIFY(qAbs(kept.left() - sign.left()) < 0.01);
    QVERIFY(boxOf(saved(u"styled 0-00-06 (2).png"_s), kSign).isEmpty());

    // What the person prefers is of all films and stays.
    QTest::keyClick(page, Qt::Key_U);
    page->closeFilm();
    QVERIFY(seen(*person, kSpoken).isEmpty());
    person->window().playFile(film);
    QVERIFY(plays(*person));
    player.pause();
    player.seek(seconds(5));
    QTRY_COMPARE(viewOf(*person).boxes().size(), 2);
    QVERIFY(seen(*person, kSign).isEmpty());
}

void StyledTextTest::fromAFile() {
    const QString film = plainFilm();
    QVERIFY(!film.isEmpty());
    const auto person = m_world.person(u"second"_s);
    QVERIFY(person->begin());
    auto& player = playerOf(*person);
    person->window().playFile(film);
    QVERIFY(plays(*person));
    player.pause();
    player.seek(seconds(5));
    QVERIFY(settles(*person, 5000));
    person->drop(written(m_world.path(u"side.ass"_s),
                         kHead + "Dialogue: 0,0:00:00.00,0:00:09.00,Spoken,,0,0,0,,{\\an8}Beside\n"));
    QTRY_COMPARE(viewOf(*person).text(), u"Beside"_s);
    QTRY_VERIFY(!seen(*person, kSpoken).isEmpty());
    QVERIFY2(seen(*person, kSpoken).bottom() < 0.3, "at the top, in a font of this computer");

    // Text without a look of its own offers none.
    person->drop(written(m_world.path(u"plain.srt"_s), "1\n00:00:00,000 --> 00:00:19,000\nPlain\n"));
    QTRY_COMPARE(viewOf(*person).text(), u"Plain"_s);
    QVERIFY(seen(*person, kSpoken).isEmpty());
    QVERIFY(person->click(u"transport.subtitles"_s));
    QVERIFY(person->visible(u"tracks.ownLook"_s) == nullptr);
    QVERIFY(person->visible(u"tracks.ground"_s)->isEnabled());
    QTest::keyClick(person->visible(u"player.tracks"_s), Qt::Key_Escape);

    // One that cannot be read says so.
    person->drop(written(m_world.path(u"broken.ass"_s), kHead + "Dialogue: never\n"));
    const auto* note = person->window().findChild<ui::PlayerNote*>();
    QTRY_COMPARE(note->text(), u"broken.ass has no subtitle that can be read."_s);
    QVERIFY(note->isVisible());
    QCOMPARE(viewOf(*person).text(), QString());
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::StyledTextTest)

#include "moc_styled_text_test.cpp"
