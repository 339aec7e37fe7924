#include "tests/gui/player_packages_test.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include "core/package/package_film.h"
#include "player/subtitle_view.h"
#include "tests/gui/playing.h"
#include "ui/models/film_files.h"
#include "ui/pages/player_page.h"
#include "ui/pages/player_quality.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/tracks_panel.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

const QString kKeyId = u"00112233445566778899aabbccddeeff"_s;
const QString kKey = u"0f0e0d0c0b0a09080706050403020100"_s;

int heightOf(Person& person) {
    const auto* picture = playerOf(person).info().find(playback::TrackKind::Video);
    return picture ? picture->height : 0;
}

QString titleOf(Person& person) {
    const auto* title = qobject_cast<ui::Label*>(person.see(u"player.opening.title"_s));
    return title ? title->source() : QString();
}

QString textOf(Person& person) {
    const auto* text = qobject_cast<ui::Label*>(person.visible(u"player.opening.text"_s));
    return text ? text->source() : QString();
}

QString quality(Person& person) {
    return person.window().playerPage()->findChild<ui::PlayerQuality*>()->text();
}

}  // namespace

void PlayerPackagesTest::initTestCase() {
    m_theme = stillTheme();
}

void PlayerPackagesTest::cleanupTestCase() {
    m_theme.reset();
}

QString PlayerPackagesTest::package(const QString& name, bool isProtected) {
    const QString folder = m_world.path(name);
    QFile words(m_world.path(name + u".vtt"_s));
    if (!words.open(QIODevice::WriteOnly)) return {};
    words.write("WEBVTT\n\n00:00.000 --> 00:08.000\nThe harbour at night\n");
    words.close();
    package::PackageRequest request;
    request.source = m_world.film(name + u"-source"_s, 8, {320, 180}).toStdString();
    request.folder = folder.toStdString();
    request.fragmentSeconds = 2;
    if (isProtected) {
        request.reader.ladder = {180, 90};
        request.reader.preset = "ultrafast";
    } else {
        request.segmentFiles = package::SegmentFiles::Number;
    }
    package::TextInput text;
    text.file = words.fileName().toStdString();
    text.language = "en";
    request.texts.push_back(text);
    request.keyFor = [](const std::string&) -> Result<package::TrackKey> {
        package::TrackKey track;
        for (std::uint8_t i = 0; i < 16; ++i)
            track.keyId[i] = static_cast<std::uint8_t>(i * 0x11);
        Bytes key(16);
        for (std::uint8_t i = 0; i < 16; ++i)
            key[i] = static_cast<std::uint8_t>(15 - i);
        track.key = SecretBytes::copyOf(key);
        return track;
    };
    const auto made = package::packageFilm(request);
    if (!made) qWarning("%s: %s", made.error().code.c_str(), made.error().what.c_str());
    return made ? folder : QString();
}

void PlayerPackagesTest::protectedFolder() {
    const QString folder = package(u"Night ferry"_s, true);
    QVERIFY(!folder.isEmpty());
    const auto person = m_world.person(u"viewer"_s);
    QVERIFY(person->begin());
    auto& player = playerOf(*person);
    auto* page = person->window().playerPage();

    // From the library's page: a package is played, and not made a draft.
    person->drop(folder);
    QTRY_COMPARE(person->window().currentPage(), u"player"_s);
    QTRY_COMPARE(titleOf(*person), u"This film is protected"_s);
    QVERIFY2(textOf(*person).contains(u"00112233-4455-6677-8899-aabbccddeeff"_s),
             qPrintable(textOf(*person)));
    auto* field = qobject_cast<ui::Field*>(person->see(u"player.key"_s));
    QVERIFY(field != nullptr);
    QTRY_VERIFY(field->edit()->hasFocus());
    QVERIFY(person->shoot(*m_theme, u"06m-package-key"_s, {QSize(1440, 900), QSize(960, 640)}));

    // What is no key is said at once; another key by the film's bytes.
    QTest::keyClicks(field->edit(), u"12:34"_s);
    QTest::keyClick(field->edit(), Qt::Key_Return);
    QCOMPARE(field->error(), u"This is not KID:KEY"_s);
    field->edit()->clear();
    QTest::keyClicks(field->edit(), kKeyId + u':' + kKeyId);
    QTest::keyClick(field->edit(), Qt::Key_Return);
    QTRY_COMPARE(titleOf(*person), u"The key does not open this film"_s);
    QTRY_VERIFY(field->edit()->hasFocus());
    QTest::keyClicks(field->edit(), kKeyId + u':' + kKey);
    QVERIFY(person->click(u"player.key.open"_s));
    QVERIFY(plays(*person));
    QVERIFY(field->text().isEmpty());
    QTRY_COMPARE(heightOf(*person), 180);
    QTRY_COMPARE(quality(*person), u"Auto · 180p"_s);
    player.pause();

    // The other coding, while it stands and after a seek.
    player.seek(seconds(5));
    QVERIFY(settles(*person, 5000));
    QVERIFY(person->click(u"transport.quality"_s));
    QVERIFY(person->visible(u"menu.video-90p"_s) != nullptr);
    QVERIFY(person->shoot(*m_theme, u"06n-package-quality"_s, {QSize(1440, 900)}));
    QVERIFY(person->click(u"menu.video-90p"_s));
    QTRY_COMPARE(heightOf(*person), 90);
    QVERIFY(settles(*person, 5000));
    QCOMPARE(quality(*person), u"90p"_s);
    player.seek(seconds(1));
    QVERIFY(settles(*person, 1000));
    QCOMPARE(heightOf(*person), 90);
    player.play();
    QVERIFY(plays(*person));
    QCOMPARE(player.statistics().corrupt, 0U);

    // Its key is gone with it.
    page->closeFilm();
    person->window().playFiles({folder});
    QTRY_COMPARE(titleOf(*person), u"This film is protected"_s);
    QVERIFY(person->click(u"player.problem.back"_s));
    QTRY_VERIFY(person->window().currentPage() != u"player"_s);
}

void PlayerPackagesTest::playlists() {
    const QString folder = package(u"Harbour"_s, false);
    QVERIFY(!folder.isEmpty());
    const QString master = QDir(folder).filePath(u"master.m3u8"_s);
    const auto person = m_world.person(u"listener"_s);
    QVERIFY(person->begin());
    auto& player = playerOf(*person);
    auto* page = person->window().playerPage();
    const QString key = kKeyId + u':' + kKey;
    const auto giveKey = [&]() {
        auto* field = qobject_cast<ui::Field*>(person->see(u"player.key"_s));
        if (field == nullptr) return false;
        QTest::keyClicks(field->edit(), key);
        QTest::keyClick(field->edit(), Qt::Key_Return);
        return plays(*person);
    };

    // By the dialog that takes films in.
    QTest::keyClick(&person->window(), Qt::Key_O, Qt::ControlModifier);
    QVERIFY(person->giveFile(master));
    QTRY_COMPARE(person->window().currentPage(), u"player"_s);
    QVERIFY(giveKey());
    QVERIFY(std::abs(std::chrono::duration<double>(player.duration()).count() - 8) < 0.3);
    QVERIFY(person->click(u"transport.subtitles"_s));
    auto* panel = qobject_cast<ui::TracksPanel*>(person->see(u"player.tracks"_s));
    QVERIFY(panel != nullptr);
    QVERIFY(person->click(u"menu.text-en-1.m3u8"_s));
    player.pause();
    player.seek(seconds(3));
    QTRY_COMPARE(page->findChild<player::SubtitleView*>()->text(), u"The harbour at night"_s);
    page->closeFilm();

    // From outside, as a file manager does; then one of the same film by drop on the player.
    person->window().open({{QDir(folder).filePath(u"stream.mpd"_s)}, false});
    QTRY_COMPARE(person->window().currentPage(), u"player"_s);
    QVERIFY(giveKey());
    person->drop(master);
    QVERIFY(giveKey());
    player.pause();
    player.seek(seconds(6));
    QVERIFY(settles(*person, 6000));

    // A part that is missing is named, with the track that it belongs to.
    QVERIFY(QFile::remove(QDir(folder).filePath(u"video-180p/2.m4s"_s)));
    person->window().playFile(master);
    QTRY_COMPARE(titleOf(*person), u"A part of this film is missing"_s);
    QVERIFY2(textOf(*person).contains(u"video-180p/2.m4s"_s), qPrintable(textOf(*person)));
    QVERIFY(!player.isOpen());
    QVERIFY(person->shoot(*m_theme, u"06o-package-missing"_s, {QSize(1440, 900)}));
    QVERIFY(person->click(u"player.problem.back"_s));

    // A list of films is none of these.
    QFile list(m_world.path(u"list.m3u8"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("#EXTM3U\n#EXTINF:8,Harbour\nHarbour-source.mp4\n");
    list.close();
    QVERIFY(ui::packageOf(list.fileName()).isEmpty());
    QCOMPARE(ui::packageOf(master), master);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::PlayerPackagesTest)

#include "moc_player_packages_test.cpp"
