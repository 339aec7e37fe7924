#include "tests/gui/shortcuts_test.h"

#include <QTest>

#include "tests/gui/playing.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using player::PlayerState;

}  // namespace

void ShortcutsTest::initTestCase() {
    m_theme = stillTheme();
}

void ShortcutsTest::cleanupTestCase() {
    m_theme.reset();
}

void ShortcutsTest::keysOfOnesOwn() {
    const QString film = m_world.film(u"keys"_s, 20);
    QVERIFY(!film.isEmpty());
    auto person = m_world.person(u"keys"_s);
    QVERIFY(person->begin());
    ui::Shortcuts& shortcuts = person->window().shortcuts();
    // As it comes, every key leads to one command at most, and each command to be found has words.
    for (const auto& command : shortcuts.commands()) {
        QVERIFY(!command.words.isEmpty());
        QVERIFY2(shortcuts.isUsual(command.id), qPrintable(command.id));
        QVERIFY2(shortcuts.rivals(command.id, command.usual).isEmpty(), qPrintable(command.id));
    }
    QVERIFY(shortcuts.commands().size() > 70);

    person->window().showPage(u"settings"_s);
    QVERIFY(person->click(u"settings.changeKeys"_s));
    QVERIFY(person->see(u"shortcutEditor"_s) != nullptr);
    QVERIFY(person->shoot(*m_theme, u"18-shortcuts"_s, {QSize(1440, 900), QSize(1000, 720)}));
    // Mute by X; who has it so far is said, and loses it.
    person->type(u"shortcutEditor.search"_s, u"mute"_s);
    auto* mute = person->see(u"keys.player.mute"_s);
    QVERIFY(person->click(u"keys.player.mute"_s));
    QTest::keyClick(mute, Qt::Key_X);
    QVERIFY(person->see(u"take.player.mute"_s) != nullptr);
    QVERIFY(person->shoot(*m_theme, u"18b-shortcuts-taken"_s, {QSize(1440, 900)}));
    QVERIFY(person->click(u"take.player.mute"_s));
    person->type(u"shortcutEditor.search"_s, u"new film"_s);
    auto* fresh = person->see(u"keys.film.new"_s);
    QVERIFY(person->click(u"keys.film.new"_s));
    QTest::keyClick(fresh, Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(person->click(u"sheet.wayOut"_s));
    QTRY_VERIFY(!person->window().hasSheet());

    const auto counts = [&]() {
        auto& window = person->window();
        window.showPage(u"library"_s);
        QTest::keyClick(&window, Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(window.currentPage(), u"create"_s);
        window.playFile(film);
        QVERIFY(plays(*person));
        auto& player = playerOf(*person);
        QTest::keyClick(window.playerPage(), Qt::Key_M);
        QVERIFY(!player.muted());
        QTest::keyClick(window.playerPage(), Qt::Key_X);
        QVERIFY(player.muted());
        QTest::keyClick(window.playerPage(), Qt::Key_X);
        QVERIFY(!player.muted());
        QTest::keyClick(window.playerPage(), Qt::Key_Space);
        QTRY_COMPARE(player.state(), PlayerState::Paused);
        QTest::keyClick(window.playerPage(), Qt::Key_Escape);
        QTRY_VERIFY(!player.isOpen());
    };
    counts();
    if (QTest::currentTestFailed()) return;
    // The sheet of F1 leads to the same.
    QTest::keyClick(&person->window(), Qt::Key_F1);
    QVERIFY(person->see(u"shortcuts"_s) != nullptr);
    QVERIFY(person->shoot(*m_theme, u"18c-all-shortcuts"_s, {QSize(1440, 900)}));
    QVERIFY(person->click(u"shortcuts.change"_s));
    QVERIFY(person->see(u"shortcutEditor"_s) != nullptr);
    QVERIFY(person->click(u"sheet.wayOut"_s));

    person.reset();
    person = m_world.person(u"keys"_s);
    QTRY_COMPARE(person->engine().readiness(), ui::Engine::Readiness::Ready);
    counts();
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::ShortcutsTest)

#include "moc_shortcuts_test.cpp"
