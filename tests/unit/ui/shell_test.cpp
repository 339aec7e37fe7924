#include <QListView>
#include <QMimeData>
#include <QScreen>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include "tests/unit/ui/widget_probes.h"
#include "ui/gallery/gallery.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/drop_veil.h"
#include "ui/shell/identity_card.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation_item.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/page_host.h"
#include "ui/shell/section_list.h"
#include "ui/shell/settings_table.h"
#include "ui/shell/sheet.h"
#include "ui/shell/toast_host.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

using namespace keyreel::ui;

namespace {

struct Window {
    explicit Window(SettingsTable* settings = nullptr) : window(settings) {
        for (const char* id : {"library", "create", "publish", "activity", "keys"}) {
            auto* host = new PageHost(q(id));
            auto* content = new Field(q("Find"));
            content->edit()->setObjectName(q(id) + q(".find"));
            host->header()->addAction(new Button(q("Act"), Button::Kind::Secondary));
            host->setContent(content);
            window.addPage({q(id), q(id), Icon::Library, PageSpec::Place::Rail, false, {}}, host);
        }
        window.addPage({q("settings"), q("Settings"), Icon::Settings, PageSpec::Place::Foot, false, {}},
                       new QWidget);
        window.addPage({q("asset"), q("Asset"), Icon::None, PageSpec::Place::Hidden, false, q("library")},
                       new QWidget);
        window.addPage({q("player"), q("Player"), Icon::None, PageSpec::Place::Hidden, true, {}},
                       new QWidget);
        window.show();
        ready = QTest::qWaitForWindowActive(&window);
    }
    MainWindow window;
    bool ready = false;
};

}  // namespace

class ShellTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pagesByKeys() {
        Window w;
        QVERIFY(w.ready);
        QSignalSpy changed(&w.window, &MainWindow::currentPageChanged);
        QCOMPARE(w.window.currentPage(), q("library"));
        QTest::keyClick(&w.window, Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(w.window.currentPage(), q("publish"));
        QTest::keyClick(&w.window, Qt::Key_Comma, Qt::ControlModifier);
        QTRY_COMPARE(w.window.currentPage(), q("settings"));
        QTest::keyClick(&w.window, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(w.window.currentPage(), q("publish"));
        QTest::keyClick(&w.window, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(w.window.currentPage(), q("library"));
        QVERIFY(!w.window.canGoBack());
        QCOMPARE(changed.count(), 4);
    }

    void globalActsByKeys() {
        Window w;
        QSignalSpy film(&w.window, &MainWindow::newFilmRequested);
        QSignalSpy file(&w.window, &MainWindow::openFileRequested);
        QSignalSpy link(&w.window, &MainWindow::openLinkRequested);
        QSignalSpy find(&w.window, &MainWindow::findRequested);
        QSignalSpy refresh(&w.window, &MainWindow::refreshRequested);
        QTest::keyClick(&w.window, Qt::Key_N, Qt::ControlModifier);
        QTest::keyClick(&w.window, Qt::Key_O, Qt::ControlModifier);
        QTest::keyClick(&w.window, Qt::Key_L, Qt::ControlModifier);
        QTest::keyClick(&w.window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(&w.window, Qt::Key_F5);
        QTRY_COMPARE(film.count() + file.count() + link.count() + find.count() + refresh.count(), 5);
        // "/" finds, but stays a letter in a text field.
        QTest::keyClick(&w.window, Qt::Key_Slash);
        QCOMPARE(find.count(), 2);
        auto* edit = w.window.findChild<QLineEdit*>(q("library.find"));
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Slash);
        QCOMPARE(find.count(), 2);
        QCOMPARE(edit->text(), q("/"));
    }

    void regionsByF6() {
        Window w;
        w.window.findChild<QLineEdit*>(q("library.find"))->setFocus();
        QTest::keyClick(&w.window, Qt::Key_F6);
        QTRY_VERIFY(w.window.rail()->isAncestorOf(w.window.focusWidget()));
        auto* host = qobject_cast<PageHost*>(w.window.page(q("library")));
        QTest::keyClick(&w.window, Qt::Key_F6);
        QTRY_VERIFY(host->header()->isAncestorOf(w.window.focusWidget()));
        QTest::keyClick(&w.window, Qt::Key_F6);
        QTRY_COMPARE(w.window.focusWidget()->objectName(), q("library.find"));
        QTest::keyClick(&w.window, Qt::Key_F6);
        QTRY_VERIFY(w.window.rail()->isAncestorOf(w.window.focusWidget()));
    }

    // Reading order: rail, header, body.
    void tabFollowsReadingOrder() {
        Window w;
        w.window.rail()->item(q("library"))->setFocus();
        QStringList order;
        for (int i = 0; i < 12; ++i) {
            QWidget* now = w.window.focusWidget();
            QVERIFY(now);
            order << (w.window.rail()->isAncestorOf(now)       ? q("rail")
                      : now->objectName() == q("library.find") ? q("body")
                                                               : q("header"));
            QTest::keyClick(now, Qt::Key_Tab);
        }
        const auto rail = order.lastIndexOf(q("rail"), order.indexOf(q("header")));
        QVERIFY2(rail >= 0 && order.indexOf(q("header")) > 0, qPrintable(order.join(QLatin1Char(' '))));
        QVERIFY2(order.indexOf(q("body")) > order.indexOf(q("header")),
                 qPrintable(order.join(QLatin1Char(' '))));
    }

    void railKeysCountsAndNames() {
        Window w;
        NavigationRail* rail = w.window.rail();
        rail->setCount(q("publish"), 5, 1);
        QAccessibleInterface* item = QAccessible::queryAccessibleInterface(rail->item(q("publish")));
        QCOMPARE(item->text(QAccessible::Name), q("publish, 5 jobs, 1 needs you"));
        QCOMPARE(item->role(), QAccessible::ListItem);
        QCOMPARE(QAccessible::queryAccessibleInterface(rail)->text(QAccessible::Name), q("Pages"));
        rail->item(q("library"))->setFocus();
        QTest::keyClick(rail->item(q("library")), Qt::Key_Down);
        QTRY_VERIFY(rail->item(q("create"))->hasFocus());
        QTest::keyClick(rail->item(q("create")), Qt::Key_Return);
        QCOMPARE(w.window.currentPage(), q("create"));
        QTest::mouseClick(rail->item(q("keys")), Qt::LeftButton);
        QCOMPARE(w.window.currentPage(), q("keys"));
        w.window.showPage(q("asset"));
        QCOMPARE(rail->current(), q("library"));
    }

    void railFoldsAndFullWindowPagesHideIt() {
        Window w;
        w.window.resize(1200, 800);
        QTRY_COMPARE(w.window.rail()->width(), 212);
        w.window.resize(1000, 700);
        QTRY_COMPARE(w.window.rail()->width(), 60);
        QCOMPARE(w.window.rail()->item(q("create"))->toolTip(), q("create"));
        w.window.showPage(q("player"));
        QVERIFY(!w.window.rail()->isVisible());
        w.window.back();
        QVERIFY(w.window.rail()->isVisible());
        QCOMPARE(w.window.minimumSize(), QSize(960, 640));
    }

    void sheetTrapsFocusAndEscapes() {
        Window w;
        auto* edit = w.window.findChild<QLineEdit*>(q("library.find"));
        edit->setFocus();
        auto* sheet = new Sheet(q("Revoke Tomás?"));
        sheet->setSentence(q("Tomás will not be able to open it from now on."));
        Button* act = sheet->addAct(q("Revoke"), Button::Kind::DangerFill);
        Button* out = sheet->addWayOut(q("Keep"));
        QSignalSpy rejected(sheet, &Sheet::rejected);
        QSignalSpy accepted(sheet, &Sheet::accepted);
        w.window.openSheet(sheet);
        QVERIFY(w.window.hasSheet());
        // The safe way has the focus first, and Tab stays inside.
        QCOMPARE(w.window.focusWidget(), out);
        QTest::keyClick(out, Qt::Key_Tab);
        QCOMPARE(w.window.focusWidget(), act);
        QTest::keyClick(act, Qt::Key_Tab);
        QCOMPARE(w.window.focusWidget(), out);
        QTest::keyClick(out, Qt::Key_Backtab);
        QCOMPARE(w.window.focusWidget(), act);
        // Keys of the window are silent below a sheet.
        QTest::keyClick(&w.window, Qt::Key_3, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QCOMPARE(w.window.currentPage(), q("library"));
        QCOMPARE(QAccessible::queryAccessibleInterface(sheet)->role(), QAccessible::Dialog);
        QTest::keyClick(w.window.focusWidget(), Qt::Key_Escape);
        QCOMPARE(rejected.count(), 1);
        QCOMPARE(accepted.count(), 0);
        QVERIFY(!w.window.hasSheet());
        QCOMPARE(w.window.focusWidget(), edit);
    }

    void shortcutsSheetOpensAndCloses() {
        Window w;
        QTest::keyClick(&w.window, Qt::Key_F1);
        QTRY_VERIFY(w.window.hasSheet());
        QTest::keyClick(w.window.focusWidget(), Qt::Key_Escape);
        QVERIFY(!w.window.hasSheet());
    }

    void toastsLeaveAnOpenMenuAlone() {
        Window w;
        ToastHost* toasts = w.window.toasts();
        QWidget menu(w.window.centralWidget());
        menu.hide();
        toasts->avoid(&menu);
        toasts->show(q("Published"));
        auto* toast = w.window.findChild<QWidget*>(q("toast"));
        const QRect alone = toast->geometry();
        menu.setGeometry(toast->parentWidget()->rect().adjusted(100, 200, -100, -40));
        menu.show();
        const auto place = [&] { return QRect(menu.mapTo(toast->parentWidget(), QPoint()), menu.size()); };
        QVERIFY(alone.intersects(place()));
        QVERIFY(!toast->geometry().intersects(place()));
        QVERIFY(toast->parentWidget()->rect().contains(toast->geometry()));
        menu.hide();
        QCOMPARE(toast->geometry(), alone);
    }

    void toastsStackActAndLeave() {
        Window w;
        ToastHost* toasts = w.window.toasts();
        toasts->setLifetime(3'600'000);
        bool undone = false;
        for (int i = 0; i < 5; ++i)
            toasts->show(QString::number(i));
        QCOMPARE(toasts->count(), 3);
        toasts->show(q("Removed"), Icon::Check, q("Undo"), [&undone] { undone = true; });
        Button* undo = nullptr;
        for (Button* b : w.window.findChildren<Button*>(q("toast.act")))
            undo = b;
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QVERIFY(undone);
        QCOMPARE(toasts->count(), 2);
        toasts->setLifetime(1);
        toasts->show(q("brief"));
        QTRY_COMPARE(toasts->count(), 2);
    }

    void dropAnywhere() {
        Window w;
        QSignalSpy files(&w.window, &MainWindow::filesDropped);
        QSignalSpy links(&w.window, &MainWindow::linkDropped);
        auto* veil = w.window.findChild<DropVeil*>();
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(q("/films/a.mov"))});
        QDragEnterEvent enter({300, 300}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&w.window, &enter);
        QVERIFY(veil->isVisible());
        QDropEvent drop({300, 300}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&w.window, &drop);
        QVERIFY(!veil->isVisible());
        QCOMPARE(files.count(), 1);
        w.window.setDropAnswer([](const QStringList&) {
            return std::pair<QString, QString>{QString(), QStringLiteral("no")};
        });
        QApplication::sendEvent(&w.window, &enter);
        QDropEvent refused({300, 300}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&w.window, &refused);
        QCOMPARE(files.count(), 1);
        QMimeData link;
        link.setText(q("keyreel://gateway/abc"));
        QDragEnterEvent linkEnter({300, 300}, Qt::CopyAction, &link, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&w.window, &linkEnter);
        QVERIFY(veil->isVisible());
        QDropEvent linkDrop({300, 300}, Qt::CopyAction, &link, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&w.window, &linkDrop);
        QCOMPARE(links.count(), 1);
        QCOMPARE(links.first().first().toString(), q("keyreel://gateway/abc"));
    }

    void closeGuardKeepsTheWindow() {
        Window w;
        bool may = false;
        w.window.setCloseGuard([&may] { return may; });
        w.window.close();
        QVERIFY(w.window.isVisible());
        may = true;
        w.window.close();
        QVERIFY(!w.window.isVisible());
    }

    void windowStateIsRemembered() {
        QTemporaryDir folder;
        const QString path = folder.filePath(q("window.ini"));
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        QSize least;
        {
            SettingsTable settings(path);
            Window w(&settings);
            least = w.window.minimumSize();
            w.window.setGeometry(31, 41, 1111, 666);
            w.window.showPage(q("activity"));
            w.window.close();
        }
        SettingsTable settings(path);
        QCOMPARE(settings.lastPage(), q("activity"));
        QCOMPARE(settings.windowRect().size(), QSize(1111, 666));
        QVERIFY(!settings.windowMaximized());
        MainWindow again(&settings);
        // The screen of the offscreen platform is smaller than many a window, and not the same in every Qt.
        QCOMPARE(again.geometry(), MainWindow::fittedWindow(settings.windowRect(), screen, least));
        QCOMPARE(again.height(), 666);
    }

    void filesAreLeftAtAPlaceOnlyWhileTheyAreTheSame() {
        QTemporaryDir folder;
        const QString path = folder.filePath(q("film.mp4"));
        const auto append = [&path](const char* bytes) {
            QFile file(path);
            return file.open(QIODevice::Append) && file.write(bytes) > 0;
        };
        QVERIFY(append("one"));
        SettingsTable settings(folder.filePath(q("window.ini")));
        QCOMPARE(settings.filePosition(path), 0);
        settings.setFilePosition(path, 61'000);
        QCOMPARE(SettingsTable(folder.filePath(q("window.ini"))).filePosition(path), 61'000);
        QVERIFY(append("another"));
        QCOMPARE(settings.filePosition(path), 0);
        settings.setFilePosition(path, 62'000);
        settings.setFilePosition(path, 0);
        QCOMPARE(settings.filePosition(path), 0);
        // What a file was called is nobody's business either.
        settings.setFilePosition(path, 63'000);
        settings.sync();
        QFile kept(folder.filePath(q("window.ini")));
        QVERIFY(kept.open(QIODevice::ReadOnly) && !kept.readAll().contains("film"));
        settings.forgetWatching();
        QCOMPARE(settings.filePosition(path), 0);
    }

    void paletteFindsPagesAndActs() {
        Window w;
        int locked = 0;
        w.window.setMoreCommands([&locked] {
            return QList<Command>{
                {q("lock"), q("Lock now"), q("Act"), Icon::Lock, {}, [&locked] { ++locked; }},
                {q("f1"), q("Café Lumière"), q("Film"), Icon::Film, {}, {}}};
        });
        auto* before = w.window.findChild<QLineEdit*>(q("library.find"));
        before->setFocus();
        CommandPalette* palette = w.window.palette();
        QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(palette->isOpen());
        auto* field = palette->findChild<QLineEdit*>(q("palette.field"));
        QTRY_VERIFY(field->hasFocus());
        QVERIFY(!QAccessible::queryAccessibleInterface(field)->text(QAccessible::Name).isEmpty());
        QVERIFY(palette->titles().contains(q("publish")) && palette->titles().contains(q("Settings")));
        QTest::keyClicks(field, q("lumiere"));
        QCOMPARE(palette->titles(), QStringList{q("Café Lumière")});
        field->clear();
        // The beginning of a title counts most, then that of a word; shortcuts are shown and spoken.
        QTest::keyClicks(field, q("l"));
        QCOMPARE(palette->titles().mid(0, 2), (QStringList{q("library"), q("Lock now")}));
        auto* list = palette->findChild<QListView*>(q("palette.list"));
        QCOMPARE(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 q("library, Page, Ctrl + 1"));
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!palette->isOpen());
        QCOMPARE(locked, 1);
        QTRY_VERIFY(before->hasFocus());
        // Esc leaves everything as it was; nothing found is said.
        QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, q("zzz"));
        QVERIFY(palette->titles().isEmpty() && !list->isVisible());
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(palette->isOpen());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette->isOpen());
        QCOMPARE(w.window.currentPage(), q("library"));
        // A page, by Enter; the sheet of shortcuts names the key.
        QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, q("sett"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(w.window.currentPage(), q("settings"));
        // Below a sheet it stays away, and without an identity no page can be found.
        auto* sheet = new Sheet(q("Sure?"));
        sheet->addWayOut(q("No"));
        w.window.openSheet(sheet);
        QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QVERIFY(!palette->isOpen());
        sheet->reject();
        w.window.setPagesReachable(false);
        w.window.openPalette();
        QVERIFY(!palette->titles().contains(q("publish")));
        palette->dismiss();
        QTest::keyClick(&w.window, Qt::Key_3, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QCOMPARE(w.window.currentPage(), q("settings"));
    }

    void sectionsByKeys() {
        SectionList list(q("Sections"));
        list.add(q("look"), Icon::Sun, q("Appearance"));
        list.add(q("play"), Icon::Play, q("Playback"));
        list.add(q("about"), Icon::Info, q("About"));
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        QSignalSpy went(&list, &SectionList::activated);
        auto* first = list.findChild<QWidget*>(q("section.look"));
        first->setFocus();
        QTRY_VERIFY(first->hasFocus());
        list.setShown(q("play"), false);
        QTest::keyClick(first, Qt::Key_Down);
        auto* last = list.findChild<QWidget*>(q("section.about"));
        QTRY_VERIFY(last->hasFocus());
        QTest::keyClick(last, Qt::Key_Return);
        QCOMPARE(went.count(), 1);
        QCOMPARE(list.current(), q("about"));
    }

    void settingsRefuseNonsense() {
        QTemporaryDir folder;
        const QString path = folder.filePath(q("s.ini"));
        {
            QSettings raw(path, QSettings::IniFormat);
            raw.setValue(q("appearance/mode"), q("purple"));
            raw.setValue(q("appearance/textPercent"), 5000);
            raw.setValue(q("playback/volume"), q("nan"));
            raw.setValue(q("library/sort"), q("x"));
        }
        SettingsTable settings(path);
        QCOMPARE(settings.theme(), ThemeOptions{});
        QCOMPARE(settings.volume(), 1.0);
        QCOMPARE(settings.librarySort(), q("added"));
        ThemeOptions options;
        options.mode = ThemeOptions::Mode::Light;
        options.textPercent = 115;
        settings.setTheme(options);
        QCOMPARE(settings.theme(), options);
    }

    void healthOpensAndCloses() {
        Window w;
        w.window.health()->setEntries({{q("Gateway: no answer"), q("Publishing waits."), Tone::Error}},
                                      q("14:23"));
        QTest::mouseClick(w.window.rail()->identityCard(), Qt::LeftButton);
        QVERIFY(w.window.health()->isVisible());
        QTest::keyClick(w.window.health(), Qt::Key_Escape);
        QVERIFY(!w.window.health()->isVisible());
        w.window.rail()->identityCard()->setName(q("Mara"));
        w.window.rail()->identityCard()->setHealth(q("Offline"), Tone::Warn);
        QCOMPARE(w.window.rail()->identityCard()->accessibleName(), q("Mara, Offline"));
    }

    void ringShowsForKeysOnly() {
        Window w;
        auto* button = w.window.page(q("library"))->findChild<Button*>();
        QTest::mouseClick(w.window.rail()->item(q("library")), Qt::LeftButton);
        button->setFocus(Qt::OtherFocusReason);
        QVERIFY(!w.window.findChild<QWidget*>(q("focusRing")));
        QTest::keyClick(button, Qt::Key_Tab);
        QTest::keyClick(w.window.focusWidget(), Qt::Key_Backtab);
        QVERIFY(FocusRing::byKeyboard());
        QTRY_VERIFY(w.window.findChild<QWidget*>(q("focusRing")));
        QTest::mousePress(w.window.rail()->item(q("library")), Qt::LeftButton);
        QVERIFY(!w.window.findChild<QWidget*>(q("focusRing")));
    }

    // Everything that can have the focus, in every sheet of the gallery, can be named by a test and by a
    // screen reader.
    void everythingFocusableIsNamed_data() {
        QTest::addColumn<int>("sheet");
        const auto sheets = gallerySheets();
        for (int i = 0; i < sheets.size(); ++i)
            QTest::newRow(qPrintable(sheets.at(i).name)) << i;
    }
    void everythingFocusableIsNamed() {
        QFETCH(int, sheet);
        const GallerySheet entry = gallerySheets().at(sheet);
        std::unique_ptr<QWidget> widget(entry.make());
        widget->setFixedSize(entry.size);
        widget->show();
        QCoreApplication::processEvents();
        for (QWidget* w : widget->findChildren<QWidget*>()) {
            if (!(w->focusPolicy() & Qt::TabFocus) || !w->isVisible() || w->focusProxy()) continue;
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(w);
            QVERIFY2(face, w->metaObject()->className());
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(), w->metaObject()->className());
            QVERIFY2(face->role() != QAccessible::Client && face->role() != QAccessible::NoRole,
                     w->metaObject()->className());
        }
    }

    // The shell's own controls carry object names; pages name theirs.
    void shellControlsHaveObjectNames() {
        Window w;
        for (QWidget* widget : w.window.rail()->findChildren<QWidget*>()) {
            if (widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        }
        auto* sheet = new Sheet(q("Sure?"));
        sheet->addAct(q("Yes"), Button::Kind::Primary);
        sheet->addWayOut(q("No"));
        w.window.openSheet(sheet);
        for (Button* button : sheet->findChildren<Button*>())
            QVERIFY(!button->objectName().isEmpty());
    }
};

int main(int argc, char** argv) {
    return runInTheDark<ShellTest>(argc, argv);
}

#include "shell_test.moc"
