#include "tests/gui/picture_test.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>
#include <QWheelEvent>

#include "player/video_surface.h"
#include "tests/gui/playing.h"
#include "ui/pages/mini_player.h"
#include "ui/pages/player_page.h"
#include "ui/pages/player_screenshot.h"
#include "ui/shell/picture_choices.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/picture_panel.h"
#include "ui/widgets/player_note.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using player::PlayerState;
using std::chrono::milliseconds;
using std::chrono::seconds;

player::VideoSurface& surfaceOf(Person& person) {
    return *person.window().playerPage()->findChild<player::VideoSurface*>();
}

QString feedback(Person& person) {
    return person.window().findChild<ui::KeyFeedback*>(u"player.feedback"_s)->text();
}

QString value(Person& person, const QString& name) {
    auto* label = qobject_cast<ui::DigitsLabel*>(person.visible(name));
    return label == nullptr ? QString() : label->text();
}

struct Light {
    double mean = 0;
    double spread = 0;  ///< Of the brightness around its mean.
    double colour = 0;  ///< How far red, green and blue lie apart.
};

Light lightOf(const QImage& image) {
    Light out;
    double squares = 0;
    int count = 0;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3) {
            const QColor pixel = image.pixelColor(x, y);
            const int grey = qGray(pixel.rgb());
            out.mean += grey;
            squares += grey * grey;
            out.colour += std::max({pixel.red(), pixel.green(), pixel.blue()}) -
                          std::min({pixel.red(), pixel.green(), pixel.blue()});
            ++count;
        }
    out.mean /= count;
    out.colour /= count;
    out.spread = std::sqrt(squares / count - out.mean * out.mean);
    return out;
}

}  // namespace

void PictureTest::initTestCase() {
    m_theme = stillTheme();
}

void PictureTest::cleanupTestCase() {
    m_theme.reset();
}

void PictureTest::shownAsThePersonWants() {
    const QString film = m_world.film(u"salt"_s, 20, {640, 360});
    QVERIFY(!film.isEmpty());
    const auto person = m_world.person(u"viewer"_s);
    QVERIFY(person->begin());
    auto& player = playerOf(*person);
    auto* page = person->window().playerPage();
    person->window().playFile(film);
    QVERIFY(plays(*person));
    player.pause();
    player.seek(seconds(5));
    QTRY_COMPARE(player.currentFramePts(), seconds(5));
    auto& surface = surfaceOf(*person);
    const auto press = [page](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(page, key, modifiers);
    };
    const QImage asMade = player.currentImage();
    const QImage seenAsMade = surface.grab().toImage();
    const Light light = lightOf(asMade);

    // By mouse: every row of the panel, with the pictures of this very place.
    QVERIFY(person->click(u"transport.picture"_s));
    auto* panel = qobject_cast<ui::PicturePanel*>(person->see(u"player.picture"_s));
    QVERIFY(panel != nullptr);
    QVERIFY(page->rect().contains(panel->panelRect()));
    QVERIFY(!person->visible(u"picture.reset"_s)->isEnabled());
    for (int i = 0; i < 4; ++i)
        QVERIFY(person->click(u"picture.brightness.more"_s));
    QCOMPARE(value(*person, u"picture.brightness"_s), u"+20"_s);
    QCOMPARE(feedback(*person), u"Brightness +20"_s);
    QTRY_VERIFY(lightOf(player.currentImage()).mean > light.mean + 10);
    QCOMPARE(player.currentFramePts(), seconds(5));
    QCOMPARE(player.state(), PlayerState::Paused);
    for (int i = 0; i < 4; ++i)
        QVERIFY(person->click(u"picture.brightness.less"_s));
    QTRY_COMPARE(player.currentImage(), asMade);
    for (int i = 0; i < 6; ++i)
        QVERIFY(person->click(u"picture.contrast.less"_s));
    QTRY_VERIFY(lightOf(player.currentImage()).spread < light.spread * 0.85);
    for (int i = 0; i < 6; ++i)
        QVERIFY(person->click(u"picture.contrast.more"_s));
    for (int i = 0; i < 20; ++i)
        QVERIFY(person->click(u"picture.saturation.less"_s));
    QTRY_VERIFY(lightOf(player.currentImage()).colour < 4);
    QVERIFY(person->click(u"picture.turn.more"_s));
    QVERIFY(person->click(u"picture.zoom.more"_s));
    QCOMPARE(value(*person, u"picture.zoom"_s), u"125 %"_s);
    QVERIFY(person->shoot(*m_theme, u"06i-player-picture"_s, {QSize(1440, 900), QSize(960, 640)}));
    QVERIFY(page->rect().contains(panel->panelRect()));
    // One act puts everything back.
    QVERIFY(person->click(u"picture.reset"_s));
    QCOMPARE(feedback(*person), u"Picture as made"_s);
    QVERIFY(!person->visible(u"picture.reset"_s)->isEnabled());
    QTRY_COMPARE(player.currentImage(), asMade);
    QTRY_COMPARE(surface.grab().toImage(), seenAsMade);
    QTest::keyClick(panel, Qt::Key_Escape);
    QVERIFY(panel->isHidden());
    QVERIFY(player.isOpen());

    // By keys. Turned by a quarter it is made for its new room, and copied: pixel for pixel the same.
    page->setFocus();
    press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(feedback(*person), u"Rotated by 90°"_s);
    QTRY_VERIFY(player.currentImage().width() == surface.height() ||
                player.currentImage().height() == surface.width());
    const QRect upright = surface.pictureRect();
    QVERIFY(upright.height() > upright.width());
    const QImage turned = surface.grab(upright).toImage().convertToFormat(QImage::Format_RGB32);
    QCOMPARE(
        turned,
        player.currentImage().transformed(QTransform().rotate(90)).convertToFormat(QImage::Format_RGB32));
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(surface.grab().toImage(), seenAsMade);
    press(Qt::Key_A, Qt::ShiftModifier);
    QCOMPARE(feedback(*person), u"Shape 4:3"_s);
    QTRY_VERIFY(std::abs(player.currentImage().width() * 3 - player.currentImage().height() * 4) < 8);
    press(Qt::Key_Backspace, Qt::ShiftModifier);
    QTRY_COMPARE(player.currentImage(), asMade);
    press(Qt::Key_E);
    QCOMPARE(feedback(*person), u"Brightness +5"_s);
    press(Qt::Key_W, Qt::ShiftModifier);
    QCOMPARE(feedback(*person), u"Contrast -5"_s);
    press(Qt::Key_Y);
    QCOMPARE(feedback(*person), u"Colour +5"_s);
    press(Qt::Key_Backspace, Qt::ShiftModifier);

    // Enlarged around the pointer: what lies under it stays there.
    const QPoint at(surface.width() / 4, surface.height() / 2);
    QWheelEvent wheel(at, page->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    const double volume = player.volume();
    for (int i = 0; i < 8; ++i)
        QCoreApplication::sendEvent(page, &wheel);
    QCOMPARE(player.volume(), volume);
    QVERIFY(surface.view().zoom > 2);
    QVERIFY(surface.view().middle.x() < 0.4);
    const double far = surface.view().middle.x();
    // Dragged, and no click of it pauses or plays.
    QTest::mousePress(&surface, Qt::LeftButton, {}, QPoint(600, 300));
    QTest::mouseMove(&surface, QPoint(500, 300));
    QTest::mouseRelease(&surface, Qt::LeftButton, {}, QPoint(400, 300));
    QVERIFY(surface.view().middle.x() > far);
    QCOMPARE(player.state(), PlayerState::Paused);
    // Never beyond its edge.
    for (int i = 0; i < 12; ++i) {
        QTest::mousePress(&surface, Qt::LeftButton, {}, QPoint(600, 300));
        QTest::mouseMove(&surface, QPoint(100, 300));
        QTest::mouseRelease(&surface, Qt::LeftButton, {}, QPoint(100, 300));
    }
    QCOMPARE(surface.pictureRect().right(), surface.rect().right());
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(feedback(*person), u"Zoom 100 %"_s);
    QTRY_COMPARE(surface.grab().toImage(), seenAsMade);
    press(Qt::Key_Plus, Qt::ControlModifier);
    press(Qt::Key_Plus, Qt::ControlModifier);
    press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(feedback(*person), u"Zoom 125 %"_s);

    // Remembered for this film, and for this film only.
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_E);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!player.isOpen());
    const QString other = m_world.film(u"other"_s, 6, {640, 360});
    person->window().playFile(other);
    QVERIFY(plays(*person));
    QCOMPARE(surface.view(), player::PictureView());
    person->window().playFile(film);
    QVERIFY(plays(*person));
    QCOMPARE(surface.view().quarterTurns, 1);
    QCOMPARE(surface.view().zoom, 1.25);
    press(Qt::Key_E);
    QCOMPARE(feedback(*person), u"Brightness +10"_s);

    // A settings file that somebody wrote nonsense into.
    for (const QString& word : {u"9999;nan;-7;9;5:1;1000;x;-101"_s, u";;;;;;;"_s, u"150"_s})
        QCOMPARE(ui::PictureChoices::fromWord(word), word.startsWith(u"9"_s)
                                                         ? (ui::PictureChoices{100, {0.5, 0}, 0, {}, 0, 0, 0})
                                                         : ui::PictureChoices());
}

void PictureTest::smallWindow() {
    const QString film = m_world.film(u"small"_s, 30, {640, 360});
    const auto person = m_world.person(u"mini"_s);
    QVERIFY(person->begin());
    auto& player = playerOf(*person);
    auto* page = person->window().playerPage();
    person->window().playFile(film);
    QVERIFY(plays(*person));
    auto& surface = surfaceOf(*person);
    QVERIFY(person->click(u"transport.pip"_s));
    ui::MiniPlayer* mini = nullptr;
    for (QWidget* top : QApplication::topLevelWidgets())
        if (auto* found = qobject_cast<ui::MiniPlayer*>(top); found && found->isVisible()) mini = found;
    QVERIFY(mini != nullptr);
    QVERIFY(mini->windowFlags().testFlag(Qt::WindowStaysOnTopHint));
    QVERIFY(mini->windowFlags().testFlag(Qt::FramelessWindowHint));
    QCOMPARE(surface.parentWidget(), mini);
    // It plays there, in a picture of its size; the window says where the film is.
    QTRY_COMPARE(player.currentImage().width(), mini->width());
    QTRY_COMPARE(player.state(), PlayerState::Playing);
    QVERIFY(person->visible(u"mini.bring"_s) != nullptr);
    // The controls are over it.
    QVERIFY(person->click(u"transport.play"_s));
    QTRY_COMPARE(player.state(), PlayerState::Paused);
    QVERIFY(person->click(u"transport.play"_s));
    QTRY_COMPARE(player.state(), PlayerState::Playing);
    QVERIFY(person->shoot(*m_theme, u"06j-small-window-page"_s, {QSize(1440, 900)}));
    const QString folder = qEnvironmentVariable("KEYREEL_SCREENSHOTS");
    if (!folder.isEmpty()) QVERIFY(mini->grab().save(folder + u"/06j-small-window.png"_s));
    // Its keys and its mouse: dragging moves it and is no click.
    QTest::keyClick(mini, Qt::Key_Space);
    QCOMPARE(player.state(), PlayerState::Paused);
    const QPoint before = mini->pos();
    QTest::mousePress(&surface, Qt::LeftButton, {}, QPoint(100, 60));
    QTest::mouseMove(&surface, QPoint(60, 40));
    QTest::mouseRelease(&surface, Qt::LeftButton, {}, QPoint(60, 40));
    QVERIFY(mini->pos() != before);
    QCOMPARE(player.state(), PlayerState::Paused);
    QTest::mouseClick(&surface, Qt::LeftButton, {}, QPoint(100, 60));
    QTRY_COMPARE(player.state(), PlayerState::Playing);
    // Back by Escape, by its button, and by the page's.
    QTest::keyClick(mini, Qt::Key_Escape);
    QCOMPARE(surface.parentWidget(), page);
    QVERIFY(!mini->isVisible());
    QTRY_COMPARE(player.state(), PlayerState::Playing);
    QTRY_COMPARE(player.currentImage().width(), surface.width());
    QTest::keyClick(page, Qt::Key_P);
    QVERIFY(mini->isVisible());
    QTest::mouseClick(mini->findChild<QWidget*>(u"mini.back"_s), Qt::LeftButton);
    QVERIFY(!mini->isVisible());
    QTest::keyClick(page, Qt::Key_P);
    QVERIFY(person->click(u"mini.bring"_s));
    QVERIFY(!mini->isVisible());
    // It comes back where and as large as the person left it, also for who starts the program anew.
    QTest::keyClick(page, Qt::Key_P);
    const QRect chosen(60, 70, 360, 240);
    mini->setGeometry(chosen);
    QTest::keyClick(page, Qt::Key_P);
    QVERIFY(!mini->isVisible());
    QTest::keyClick(page, Qt::Key_P);
    QCOMPARE(mini->geometry(), chosen);
    QTest::keyClick(page, Qt::Key_P);
    // Leaving the film leaves no window behind.
    QTest::keyClick(page, Qt::Key_P);
    page->closeFilm();
    QVERIFY(!mini->isVisible());
    QCOMPARE(surface.parentWidget(), page);
    QVERIFY(!ui::MiniPlayer::canStayOnTop(u"wayland"_s));
    QVERIFY(!ui::MiniPlayer::canStayOnTop(u"wayland-egl"_s));
    QVERIFY(ui::MiniPlayer::canStayOnTop(u"xcb"_s));
}

void PictureTest::savedAsAFile() {
    const QString film = m_world.film(u"a.b salt"_s, 20, {640, 360});
    const auto maker = m_world.person(u"maker"_s);
    QVERIFY(maker->begin());
    auto& player = playerOf(*maker);
    auto* page = maker->window().playerPage();
    const QDir pictures(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    const auto files = [&pictures]() {
        return QDir(pictures.path()).entryList({u"*.png"_s}, QDir::Files, QDir::Name);
    };
    QCOMPARE(files(), QStringList());

    // Of a clear file, upright as it is seen, and never in place of another.
    maker->window().playFile(film);
    QVERIFY(plays(*maker));
    player.pause();
    player.seek(seconds(5));
    QTRY_COMPARE(player.currentFramePts(), seconds(5));
    QTest::keyClick(page, Qt::Key_S);
    QTRY_COMPARE(maker->window().toasts()->count(), 1);
    QCOMPARE(files(), QStringList{u"a.b salt 0-00-05.png"_s});
    QCOMPARE(QImage(pictures.filePath(files()[0])).convertToFormat(QImage::Format_RGB32),
             player.currentImage().convertToFormat(QImage::Format_RGB32));
    QVERIFY(maker->shoot(*m_theme, u"06k-picture-saved"_s, {QSize(1440, 900)}));
    QTest::keyClick(page, Qt::Key_R, Qt::ControlModifier);
    QTest::keyClick(page, Qt::Key_S);
    QTRY_COMPARE(files().size(), 2);
    QCOMPARE(files()[0], u"a.b salt 0-00-05 (2).png"_s);
    const QImage turned(pictures.filePath(files()[0]));
    QVERIFY(turned.height() > turned.width());

    // Of one's own film; not of one that another lets one watch.
    QTest::keyClick(page, Qt::Key_Escape);
    QTRY_VERIFY(!player.isOpen());
    const QString link = maker->publish(film, false);
    QVERIFY(!link.isEmpty());
    maker->window().playFilm(link);
    QVERIFY(plays(*maker));
    QTest::keyClick(page, Qt::Key_S);
    QTRY_COMPARE(files().size(), 3);
    page->closeFilm();
    const auto viewer = m_world.person(u"viewer2"_s);
    QVERIFY(viewer->begin());
    viewer->window().playFilm(link);
    QVERIFY(plays(*viewer));
    QTest::keyClick(viewer->window().playerPage(), Qt::Key_S);
    const auto* note = viewer->window().findChild<ui::PlayerNote*>();
    QCOMPARE(note->text(), u"No picture was saved: only those of your own films and of clear files may be"_s);
    QVERIFY(viewer->shoot(*m_theme, u"06l-picture-refused"_s, {QSize(1440, 900)}));
    QCOMPARE(files().size(), 3);

    QCOMPARE(ui::PlayerScreenshot::nameOf(u"../..\n/"_s, milliseconds(3'723'456)), u"Keyreel 1-02-03.png"_s);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::PictureTest)

#include "moc_picture_test.cpp"
