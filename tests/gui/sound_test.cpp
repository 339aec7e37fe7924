#include "tests/gui/sound_test.h"

#include <QTest>

#include "tests/gui/playing.h"
#include "tests/integration/sound/sound_server.h"
#include "ui/pages/player_page.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/menu_row.h"
#include "ui/widgets/player_panels.h"
#include "ui/widgets/tracks_panel.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

const QString kSecond = u"second"_s;

QString rowOf(const QString& device) {
    return u"menu."_s + device;
}

bool isChosen(Person& person, const QString& device) {
    const auto* row = qobject_cast<ui::MenuRow*>(person.see(rowOf(device)));
    return row != nullptr && row->isChecked();
}

}  // namespace

void SoundTest::initTestCase() {
    m_theme = stillTheme();
}

void SoundTest::cleanupTestCase() {
    m_theme.reset();
}

void SoundTest::chosenOutput() {
    test::SoundServer server(test::SoundServer::Session::Kept);
    QVERIFY(server.start());
    QVERIFY(server.plug(kSecond));
    const QString film = m_world.film(u"night"_s, 30);
    auto person = m_world.person(u"listener"_s);
    QVERIFY(person->begin());
    person->window().playFile(film);
    QVERIFY(plays(*person));
    QTRY_COMPARE_WITH_TIMEOUT(playerOf(*person).soundDevices().size(), std::size_t{2}, 60'000);
    QVERIFY(person->click(u"transport.subtitles"_s));
    QVERIFY(isChosen(*person, u"default"_s));
    auto* panel = qobject_cast<ui::TracksPanel*>(person->see(u"player.tracks"_s));
    QVERIFY(person->window().playerPage()->rect().contains(panel->panelRect()));
    QVERIFY(person->shoot(*m_theme, u"06t-output"_s, {QSize(1440, 900), QSize(960, 640)}));

    // By mouse: heard from there, and said.
    QVERIFY(person->click(rowOf(kSecond)));
    QVERIFY(isChosen(*person, kSecond));
    QVERIFY(person->window().findChild<ui::KeyFeedback*>()->text().startsWith(u"Output: "_s));
    server.startCapture(kSecond);
    QByteArray heard;
    QVERIFY(QTest::qWaitFor(
        [&]() {
            heard += server.captured();
            return heard.size() - heard.count('\0') > 20'000;
        },
        kPatienceMs));
    // By keys, back and again.
    QWidget* row = person->see(rowOf(kSecond));
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Up);
    QTest::keyClick(row, Qt::Key_Up);
    QTest::keyClick(person->window().focusWidget(), Qt::Key_Space);
    QVERIFY(isChosen(*person, u"default"_s));
    QVERIFY(person->click(rowOf(kSecond)));
    QVERIFY(isChosen(*person, kSecond));

    // Gone, it is still what is wanted.
    QVERIFY(server.unplug(kSecond));
    QTRY_COMPARE_WITH_TIMEOUT(playerOf(*person).soundDevices().size(), std::size_t{1}, 60'000);
    QVERIFY(isChosen(*person, kSecond));
    QVERIFY(person->see(rowOf(u"default"_s)) != nullptr);
    QTRY_VERIFY(playerOf(*person).hasAudioDevice());
    person.reset();

    // After the next start it is there again.
    QVERIFY(server.plug(kSecond));
    person = m_world.person(u"listener"_s);
    person->window().open({{film}, true});
    QVERIFY(plays(*person));
    QVERIFY(person->click(u"transport.subtitles"_s));
    QVERIFY(isChosen(*person, kSecond));
}

void SoundTest::evenLoudness() {
    const QString film = m_world.film(u"quiet"_s, 20);
    auto person = m_world.person(u"night"_s);
    QVERIFY(person->begin());
    person->window().playFile(film);
    QVERIFY(plays(*person));
    QVERIFY(!playerOf(*person).evenLoudness());
    QTest::keyClick(person->window().playerPage(), Qt::Key_H);
    QVERIFY(playerOf(*person).evenLoudness());
    QVERIFY(plays(*person));
    QVERIFY(person->click(u"transport.subtitles"_s));
    const auto* row = qobject_cast<ui::CheckRow*>(person->see(u"tracks.even"_s));
    QVERIFY(row != nullptr && row->isChecked());
    QVERIFY(person->click(u"tracks.even"_s));
    QVERIFY(!row->isChecked() && !playerOf(*person).evenLoudness());
    QVERIFY(person->click(u"tracks.even"_s));
    QVERIFY(playerOf(*person).evenLoudness());
    // Without several devices nothing is to be chosen.
    QVERIFY(person->visible(u"tracks.outputs"_s) == nullptr);
    person.reset();
    person = m_world.person(u"night"_s);
    QVERIFY(playerOf(*person).evenLoudness());
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::SoundTest)

#include "moc_sound_test.cpp"
