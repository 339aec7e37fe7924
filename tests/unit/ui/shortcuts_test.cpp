#include <QFile>
#include <QHelpEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

#include "tests/support/patient_tries.h"
#include "ui/shell/key_recorder.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_table.h"
#include "ui/shell/sheet.h"
#include "ui/shell/shortcut_editor.h"
#include "ui/shell/shortcut_row.h"
#include "ui/shell/toast.h"
#include "ui/shell/toast_host.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command_hint.h"
#include "ui/widgets/label.h"

using namespace keyreel::ui;
using namespace Qt::StringLiterals;

namespace {

const QKeySequence kCtrlN(Qt::CTRL | Qt::Key_N);
const QKeySequence kM(Qt::Key_M);
const QKeySequence kX(Qt::Key_X);

/// One command of the window, two of the player, one of the draft.
void fill(Shortcuts& shortcuts) {
    shortcuts.add({u"film.new"_s, u"Everywhere"_s, u"New film"_s, {kCtrlN}});
    shortcuts.add({u"draft.undo"_s, u"Create"_s, u"Undo"_s, {Qt::CTRL | Qt::Key_Z}, Reach::Draft});
    shortcuts.add({u"player.mute"_s, u"Player"_s, u"Mute"_s, {kM}, Reach::Player});
    shortcuts.add({u"player.later"_s, u"Player"_s, u"Later"_s, {kX, Qt::SHIFT | Qt::Key_Z}, Reach::Player});
}

QKeyEvent press(int key, Qt::KeyboardModifiers with = {}) {
    return QKeyEvent(QEvent::KeyPress, key, with);
}

}  // namespace

class ShortcutsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        ThemeOptions options;
        options.lessMotion = true;
        m_theme = std::make_unique<Theme>(*qApp, options);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void keysAreTheSameOnEveryLayout() {
        QCOMPARE(pressedKey(press(Qt::Key_Less, Qt::ShiftModifier)), QKeySequence(Qt::Key_Less));
        QCOMPARE(pressedKey(press(Qt::Key_5, Qt::KeypadModifier)), QKeySequence(Qt::Key_5));
        QCOMPARE(pressedKey(press(Qt::Key_A, Qt::ShiftModifier)), QKeySequence(Qt::SHIFT | Qt::Key_A));
        QCOMPARE(pressedKey(press(Qt::Key_Left, Qt::ShiftModifier)), QKeySequence(Qt::SHIFT | Qt::Key_Left));
        QVERIFY(pressedKey(press(Qt::Key_Shift, Qt::ShiftModifier)).isEmpty());
        QCOMPARE(keyCaps(QKeySequence(Qt::CTRL | Qt::Key_Plus)), QStringList({u"Ctrl"_s, u"+"_s}));
        QCOMPARE(keyCaps(QKeySequence(Qt::ALT | Qt::Key_Left)), QStringList({u"Alt"_s, u"←"_s}));
        QCOMPARE(keyText(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)), u"Ctrl+Shift+R"_s);
    }

    void someKeysCannotBeTaken() {
        const auto refused = [](const QKeySequence& key, Reach reach) {
            return !whyNotTaken(key, reach).isEmpty();
        };
        for (const Reach reach : {Reach::Window, Reach::Draft, Reach::Player}) {
            for (const int key : {int(Qt::Key_Tab), int(Qt::Key_Backtab), int(Qt::Key_Escape),
                                  int(Qt::Key_Return), int(Qt::Key_Print), int(Qt::Key_MediaPlay)})
                QVERIFY2(refused(QKeySequence(key), reach), qPrintable(QString::number(key, 16)));
            QVERIFY(refused(QKeySequence(Qt::META | Qt::Key_K), reach));
            QVERIFY(refused(QKeySequence(Qt::ALT | Qt::Key_F4), reach));
            QVERIFY(refused(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F2), reach));
            QVERIFY(refused(QKeySequence(Qt::CTRL | Qt::Key_C), reach));
            QVERIFY(!refused(QKeySequence(Qt::CTRL | Qt::Key_Return), reach));
            QVERIFY(!refused(QKeySequence(Qt::Key_F7), reach));
            QVERIFY(!refused(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H), reach));
        }
        // A letter would be missing in fields, but the player has none to speak of.
        QVERIFY(refused(kM, Reach::Window));
        QVERIFY(refused(QKeySequence(Qt::Key_Space), Reach::Draft));
        QVERIFY(!refused(kM, Reach::Player));
        QVERIFY(refused(QKeySequence(Qt::Key_4), Reach::Player));
    }

    void whoCouldBeMeantByTheSamePressAreRivals() {
        Shortcuts shortcuts(nullptr);
        fill(shortcuts);
        const auto rivals = [&](const QString& id, const QKeySequence& key) {
            QStringList ids;
            for (const auto& command : shortcuts.rivals(id, {key}))
                ids << command.id;
            return ids;
        };
        QCOMPARE(rivals(u"player.mute"_s, kX), QStringList{u"player.later"_s});
        QCOMPARE(rivals(u"player.mute"_s, kCtrlN), QStringList{u"film.new"_s});
        QCOMPARE(rivals(u"film.new"_s, QKeySequence(Qt::CTRL | Qt::Key_Z)), QStringList{u"draft.undo"_s});
        // A draft and a film are never there at once.
        QVERIFY(rivals(u"draft.undo"_s, kX).isEmpty());
        QVERIFY(rivals(u"player.later"_s, kX).isEmpty());
    }

    void chosenKeysBeatUsualOnesAndComeBack() {
        Shortcuts shortcuts(nullptr);
        fill(shortcuts);
        QSignalSpy changed(&shortcuts, &Shortcuts::changed);
        shortcuts.choose(u"player.mute"_s, {kX});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(shortcuts.commandAt(kX, Reach::Player), u"player.mute"_s);
        QCOMPARE(shortcuts.keysOf(u"player.later"_s), QList<QKeySequence>{Qt::SHIFT | Qt::Key_Z});
        QVERIFY(shortcuts.commandAt(kM, Reach::Player).isEmpty());
        QVERIFY(!shortcuts.isUsual(u"player.later"_s));
        // A chosen key is lost to a later choice.
        shortcuts.choose(u"player.later"_s, {kX});
        QVERIFY(shortcuts.keysOf(u"player.mute"_s).isEmpty());
        QCOMPARE(shortcuts.named(u"Mute"_s, {u"player.mute"_s}), u"Mute"_s);
        shortcuts.reset(u"player.mute"_s);
        QCOMPARE(shortcuts.named(u"Mute"_s, {u"player.mute"_s}), u"Mute (M)"_s);
        shortcuts.setChosen({});
        QVERIFY(shortcuts.isUsual(u"player.later"_s));
        QCOMPARE(shortcuts.capsOf(u"player.later"_s), QStringList{u"X"_s});
    }

    void choicesAreKept() {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        {
            SettingsTable settings(file);
            Shortcuts shortcuts(&settings);
            fill(shortcuts);
            shortcuts.choose(u"player.mute"_s, {QKeySequence(Qt::Key_Comma)});
            shortcuts.choose(u"film.new"_s, {});
        }
        SettingsTable settings(file);
        Shortcuts shortcuts(&settings);
        fill(shortcuts);
        QCOMPARE(shortcuts.commandAt(QKeySequence(Qt::Key_Comma), Reach::Player), u"player.mute"_s);
        QVERIFY(shortcuts.keysOf(u"film.new"_s).isEmpty());
        QCOMPARE(shortcuts.keysOf(u"draft.undo"_s), QList<QKeySequence>{Qt::CTRL | Qt::Key_Z});
    }

    void aFileThatMakesNoSenseLeavesTheUsualKeys() {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(
            "[shortcuts]\nplayer.mute=Ctrl+Nowhere\nfilm.new=\"Ctrl+K, "
            "Ctrl+L\"\nplayer.later=M\nno.such=F9\n");
        out.close();
        SettingsTable settings(file);
        Shortcuts shortcuts(&settings);
        fill(shortcuts);
        QCOMPARE(shortcuts.keysOf(u"film.new"_s), QList<QKeySequence>{kCtrlN});
        // Two that want the same key: the chosen one has it.
        QCOMPARE(shortcuts.commandAt(kM, Reach::Player), u"player.later"_s);
        QVERIFY(shortcuts.keysOf(u"player.mute"_s).isEmpty());
    }

    void chosenInTheWindow() {
        QTemporaryDir folder;
        SettingsTable settings(folder.filePath(u"settings.ini"_s));
        MainWindow window(&settings);
        window.addPage({u"library"_s, u"Library"_s, Icon::Library, PageSpec::Place::Rail, false, {}},
                       new QWidget);
        window.addPage({u"create"_s, u"Create"_s, Icon::Create, PageSpec::Place::Rail, false, {}},
                       new QWidget);
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy fresh(&window, &MainWindow::newFilmRequested);

        window.editShortcuts();
        auto* sheet = window.findChild<Sheet*>(u"shortcutEditor"_s);
        QVERIFY(sheet != nullptr);
        const auto keys = [&](const QString& id) { return sheet->findChild<KeyRecorder*>(u"keys."_s + id); };
        const auto why = [&](const QString& id) {
            auto* label = sheet->findChild<Label*>(u"why."_s + id);
            return label->isVisible() ? label->source() : QString();
        };
        const auto button = [&](const QString& name) { return sheet->findChild<Button*>(name); };
        KeyRecorder* recorder = keys(u"film.new"_s);
        QCOMPARE(recorder->text(), u"Ctrl+N"_s);

        // Esc changes nothing and closes nothing.
        recorder->click();
        QVERIFY(recorder->isRecording());
        recorder->setFocus();
        QTest::keyClick(recorder, Qt::Key_Escape);
        QVERIFY(!recorder->isRecording());
        QCOMPARE(recorder->text(), u"Ctrl+N"_s);
        QVERIFY(window.hasSheet());
        // What cannot be taken says why.
        recorder->click();
        QTest::keyClick(recorder, Qt::Key_Tab);
        QVERIFY(!why(u"film.new"_s).isEmpty());
        recorder->click();
        QTest::keyClick(recorder, Qt::Key_Q);
        QVERIFY(why(u"film.new"_s).contains(u"Ctrl"_s));
        QCOMPARE(recorder->text(), u"Ctrl+N"_s);
        // What another has is offered.
        recorder->click();
        QTest::keyClick(recorder, Qt::Key_O, Qt::ControlModifier);
        QVERIFY2(why(u"film.new"_s).contains(u"Open a file"_s), qPrintable(why(u"film.new"_s)));
        button(u"keep.film.new"_s)->click();
        QCOMPARE(recorder->text(), u"Ctrl+N"_s);
        QCOMPARE(keys(u"film.open"_s)->text(), u"Ctrl+O"_s);
        recorder->click();
        QTest::keyClick(recorder, Qt::Key_O, Qt::ControlModifier);
        button(u"take.film.new"_s)->click();
        QCOMPARE(recorder->text(), u"Ctrl+O"_s);
        QCOMPARE(keys(u"film.open"_s)->text(), u"no key"_s);
        QVERIFY(why(u"film.new"_s).isEmpty());
        // A page key, and none.
        recorder = keys(u"go.create"_s);
        recorder->click();
        QTest::keyClick(recorder, Qt::Key_F8);
        recorder = keys(u"go.library"_s);
        recorder->click();
        QTest::keyClick(recorder, Qt::Key_Backspace);
        QCOMPARE(recorder->text(), u"no key"_s);

        // Found by words and by keys.
        auto* search = sheet->findChild<QLineEdit*>(u"shortcutEditor.search"_s);
        QTest::keyClicks(search, u"f8"_s);
        QVERIFY(sheet->findChild<ShortcutRow*>(u"shortcut.go.create"_s)->isVisible());
        QVERIFY(!sheet->findChild<ShortcutRow*>(u"shortcut.film.new"_s)->isVisible());
        search->setText(u"nothing of this kind"_s);
        QVERIFY(sheet->findChild<Label*>(u"shortcutEditor.none"_s)->isVisible());
        search->clear();
        sheet->reject();
        QTRY_VERIFY(!window.hasSheet());

        // They count at once: as keys, in the sheet of F1 and in tooltips.
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(fresh.count(), 0);
        QTest::keyClick(&window, Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(fresh.count(), 1);
        QTest::keyClick(&window, Qt::Key_F8);
        QCOMPARE(window.currentPage(), u"create"_s);
        QCOMPARE(window.shortcuts().capsOf(u"film.new"_s), QStringList({u"Ctrl"_s, u"O"_s}));
        Button hinted(u"New"_s, Button::Kind::Secondary, Icon::None, window.centralWidget());
        hinted.setToolTip(u"New film"_s);
        setCommands(&hinted, {u"film.new"_s});
        hinted.show();
        QHelpEvent help(QEvent::ToolTip, QPoint(2, 2), hinted.mapToGlobal(QPoint(2, 2)));
        QCoreApplication::sendEvent(&hinted, &help);
        QCOMPARE(QToolTip::text(), u"New film (Ctrl+O)"_s);

        // One back, then all, which can be undone.
        window.editShortcuts();
        sheet = window.findChildren<Sheet*>(u"shortcutEditor"_s).last();
        button(u"usual.film.new"_s)->click();
        QCOMPARE(keys(u"film.new"_s)->text(), u"Ctrl+N"_s);
        QCOMPARE(keys(u"film.open"_s)->text(), u"Ctrl+O"_s);
        const auto before = window.shortcuts().chosen();
        QCOMPARE(before.keys(), QStringList({u"go.create"_s, u"go.library"_s}));
        button(u"shortcutEditor.reset"_s)->click();
        QVERIFY(window.shortcuts().chosen().isEmpty());
        QVERIFY(!button(u"shortcutEditor.reset"_s)->isEnabled());
        auto* toast = window.findChild<Toast*>();
        QVERIFY(toast != nullptr);
        toast->findChild<Button*>()->click();
        QCOMPARE(window.shortcuts().chosen(), before);
        QCOMPARE(settings.chosenKeys(), before);
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(ShortcutsTest)
#include "shortcuts_test.moc"
