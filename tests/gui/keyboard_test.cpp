#include "tests/gui/keyboard_test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTest>

#include "tests/gui/keyboard.h"
#include "tests/support/kept_film.h"
#include "ui/pages/create_page.h"
#include "ui/pages/player_page.h"
#include "ui/widgets/field.h"
#include "ui/widgets/job_card.h"
#include "ui/widgets/label.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using Readiness = ui::Engine::Readiness;

constexpr int kPublishMs = 90'000;

bool makeFilm(const QString& path) {
    media::SampleFilmOptions options;
    options.title.clear();
    options.seconds = 6;
    options.width = 640;
    options.height = 360;
    return test::copyOfFilm(path.toStdString(), options).has_value();
}

/// Ctrl+O, the path, Enter.
bool openByKeys(Keyboard& keys, Person& person, const QString& path) {
    keys.press(Qt::Key_O, Qt::ControlModifier);
    const auto asked = [&]() {
        const auto dialogs = person.window().findChildren<QFileDialog*>();
        return !dialogs.isEmpty() && dialogs.last()->isVisible() &&
               QApplication::activeWindow() == dialogs.last();
    };
    if (!QTest::qWaitFor(asked, kPatienceMs)) return false;
    keys.type(path);
    keys.press(Qt::Key_Return);
    return person.see(u"create.title"_s) != nullptr;
}

}  // namespace

void KeyboardTest::initTestCase() {
    m_theme = stillTheme();
}

void KeyboardTest::cleanupTestCase() {
    m_theme.reset();
}

void KeyboardTest::creatorJourneyByKeys() {
    const QString film = m_world.path(u"night_ferry.mp4"_s);
    QVERIFY(makeFilm(film));
    const auto maker = m_world.person(u"maker"_s);
    auto& window = maker->window();
    Keyboard keys(*maker);
    QVERIFY(QTest::qWaitForWindowActive(&window));

    // Enter makes the identity, Enter again puts the words away.
    QVERIFY(maker->see(u"firstrun.create"_s) != nullptr);
    QTRY_VERIFY(maker->visible(u"firstrun.create"_s)->isEnabled());
    QTRY_COMPARE(Keyboard::whyUnseen(), QString());
    keys.press(Qt::Key_Return);
    QVERIFY(maker->see(u"phrase.words"_s, 60'000) != nullptr);
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(window.currentPage(), u"library"_s);
    QTRY_COMPARE_WITH_TIMEOUT(maker->engine().readiness(), Readiness::Ready, 20'000);

    // The empty library leads on by itself.
    QVERIFY(maker->see(u"library.empty.create"_s) != nullptr);
    QTRY_COMPARE(Keyboard::focus(), maker->visible(u"library.empty.create"_s));
    keys.press(Qt::Key_Return);
    QCOMPARE(window.currentPage(), u"create"_s);
    QTRY_COMPARE(Keyboard::focus(), maker->visible(u"create.drop"_s));
    QVERIFY(openByKeys(keys, *maker, film));

    // Title and access; Ctrl+Enter from wherever the focus is.
    QTRY_VERIFY(maker->visible(u"create.title"_s)->isAncestorOf(Keyboard::focus()));
    keys.press(Qt::Key_A, Qt::ControlModifier);
    keys.type(u"Last ferry"_s);
    QVERIFY(keys.tabTo(u"create.access"_s));
    keys.press(Qt::Key_Right);
    QVERIFY(qobject_cast<QAbstractButton*>(maker->visible(u"create.access.granted"_s))->isChecked());
    QTRY_VERIFY(maker->visible(u"create.publish"_s)->isEnabled());
    keys.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(maker->see(u"publishsheet.statement"_s) != nullptr);
    QTRY_COMPARE(Keyboard::focus(), maker->visible(u"publishsheet.statement"_s));
    QVERIFY(!maker->visible(u"publishsheet.sign"_s)->isEnabled());
    keys.press(Qt::Key_Space);
    QVERIFY(keys.tabTo(u"publishsheet.sign"_s));
    QSignalSpy published(&window, &ui::AppWindow::published);
    keys.press(Qt::Key_Return);

    // The focus goes along to the job, and stays there until it is published.
    QTRY_COMPARE(window.currentPage(), u"publish"_s);
    QTRY_COMPARE(Keyboard::focus(), maker->visible(u"publish.job"_s));
    QTRY_COMPARE_WITH_TIMEOUT(published.size(), 1, kPublishMs);
    const QString link = published.at(0).at(1).toString();
    QTRY_COMPARE(Keyboard::whyUnseen(), QString());
    keys.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), link);
    QGuiApplication::clipboard()->clear();
    QVERIFY(keys.tabTo(u"job.copyLink"_s));
    keys.press(Qt::Key_Return);
    QCOMPARE(QGuiApplication::clipboard()->text(), link);

    // Open leads to the film's page, its first act plays.
    QVERIFY(keys.tabTo(u"job.open"_s));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(window.currentPage(), u"asset"_s);
    QTRY_COMPARE(Keyboard::whyUnseen(), QString());
    QVERIFY(keys.tabTo(u"asset.play"_s));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(window.currentPage(), u"player"_s);
    const auto* player = window.playerPage()->player();
    QTRY_COMPARE_WITH_TIMEOUT(player->state(), player::PlayerState::Playing, 30'000);
    QTRY_VERIFY(player->statistics().shown > 0);
    QTRY_COMPARE(Keyboard::whyUnseen(), QString());
    keys.press(Qt::Key_Space);
    QTRY_COMPARE(player->state(), player::PlayerState::Paused);
    keys.press(Qt::Key_Escape);
    QTRY_COMPARE(window.currentPage(), u"asset"_s);

    // Esc leads back to where the person came from; the film is in the library.
    QTRY_COMPARE(Keyboard::whyUnseen(), QString());
    keys.press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window.currentPage(), u"library"_s);
    QTRY_VERIFY(maker->visible(u"library.covers"_s) != nullptr);
    QVERIFY(keys.tabTo(u"library.covers"_s));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(window.currentPage(), u"asset"_s);
    QVERIFY2(keys.fault().isEmpty(), qUtf8Printable(keys.fault()));
}

void KeyboardTest::tabOnEveryPage() {
    const QString film = m_world.path(u"harbour.mp4"_s);
    QVERIFY(makeFilm(film));
    const auto maker = m_world.person(u"walker"_s);
    auto& window = maker->window();
    Keyboard keys(*maker);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QStringList faults;
    const auto walkIn = [&](Person& person, const QString& where) {
        for (const QSize size : {QSize(1440, 900), QSize(1000, 720)}) {
            person.window().resize(size);
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
            for (const QString& fault : faultsOfTabbing(person))
                faults << u"%1, %2 px wide: %3"_s.arg(where).arg(size.width()).arg(fault);
        }
        person.window().resize(1440, 900);
        QCoreApplication::processEvents();
    };
    const auto walk = [&](const QString& where) { walkIn(*maker, where); };
    QVERIFY(maker->see(u"firstrun.create"_s) != nullptr);
    walk(u"first run"_s);
    QVERIFY(keys.tabTo(u"firstrun.restore"_s));
    keys.press(Qt::Key_Return);
    QVERIFY(maker->see(u"restore.words"_s) != nullptr);
    walk(u"24 words"_s);
    keys.press(Qt::Key_Escape);
    QVERIFY(keys.tabTo(u"firstrun.create"_s));
    keys.press(Qt::Key_Return);
    QVERIFY(maker->see(u"phrase.words"_s, 60'000) != nullptr);
    walk(u"words to write down"_s);
    keys.press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(maker->engine().readiness(), Readiness::Ready, 20'000);
    QVERIFY(maker->see(u"library.empty"_s) != nullptr);
    walk(u"empty library"_s);
    window.showPage(u"publish"_s);
    walk(u"nothing is published"_s);
    window.showPage(u"create"_s);
    walk(u"create"_s);
    QVERIFY(openByKeys(keys, *maker, film));
    QTRY_VERIFY(maker->visible(u"create.publish"_s)->isEnabled());
    walk(u"details"_s);
    qobject_cast<ui::Field*>(maker->visible(u"create.title"_s))->edit()->setFocus();
    keys.press(Qt::Key_A, Qt::ControlModifier);
    keys.press(Qt::Key_Delete);
    QVERIFY(!maker->visible(u"create.publish"_s)->isEnabled());
    walk(u"details, no title"_s);
    qobject_cast<ui::Field*>(maker->visible(u"create.title"_s))->edit()->setFocus();
    keys.type(u"Harbour"_s);
    window.createPage()->startOver();
    walk(u"drafts"_s);
    QVERIFY(keys.tabTo(u"create.draft.0"_s));
    keys.press(Qt::Key_Return);
    QTRY_VERIFY(maker->visible(u"create.publish"_s) != nullptr &&
                maker->visible(u"create.publish"_s)->isEnabled());
    keys.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(maker->see(u"publishsheet.statement"_s) != nullptr);
    keys.press(Qt::Key_Space);
    walk(u"publish sheet"_s);
    QVERIFY(keys.tabTo(u"publishsheet.sign"_s));
    QSignalSpy published(&window, &ui::AppWindow::published);
    keys.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(published.size(), 1, kPublishMs);
    const QString link = published.at(0).at(1).toString();
    walk(u"published"_s);
    QTRY_COMPARE(maker->engine().library().size(), std::size_t{1});
    for (const char* page : {"library", "activity", "keys", "settings"}) {
        window.showPage(QLatin1String(page));
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        walk(QLatin1String(page));
    }
    {
        // The maker's own film would play at once, as every known one does.
        const auto viewer = m_world.person(u"viewer"_s);
        QVERIFY(viewer->begin());
        QVERIFY(QTest::qWaitForWindowActive(&viewer->window()));
        viewer->window().openLink(link);
        const auto isDescribed = [&]() {
            const auto* title = qobject_cast<ui::Label*>(viewer->visible(u"openlink.title"_s));
            return title != nullptr && title->source() == u"Harbour"_s;
        };
        QVERIFY(QTest::qWaitFor(isDescribed, 20'000));
        walkIn(*viewer, u"open link"_s);
    }
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QMetaObject::invokeMethod(window.page(u"library"_s), "filmRequested", Q_ARG(QString, link));
    // There as soon as the gateway has said what the film is.
    QVERIFY(maker->see(u"asset.offline"_s) != nullptr);
    walk(u"film"_s);
    keys.press(Qt::Key_F1);
    walk(u"shortcuts"_s);
    keys.press(Qt::Key_Escape);
    maker->engine().lock();
    QVERIFY(maker->see(u"locked"_s) != nullptr);
    walk(u"locked"_s);
    keys.press(Qt::Key_Escape);
    for (const char* page : {"library", "create", "publish", "activity", "keys", "settings"}) {
        window.showPage(QLatin1String(page));
        walk(QLatin1String(page) + u", locked"_s);
    }
    for (const QString& fault : std::as_const(faults))
        qWarning("%s", qUtf8Printable(fault));
    QVERIFY(faults.isEmpty());
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::KeyboardTest)

#include "moc_keyboard_test.cpp"
