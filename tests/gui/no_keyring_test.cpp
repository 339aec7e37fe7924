#include "tests/gui/no_keyring_test.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "core/identity/secret_service_key_store.h"
#include "ui/shell/identity_card.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/page_host.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using Readiness = ui::Engine::Readiness;

identity::KeyState keyringState() {
    return identity::SecretServiceKeyStore().lookup({"keyreel", "is-anybody-there"}).state;
}

QStringList filesOf(const ui::Engine& engine) {
    return QDir(ui::toQString(engine.places().profile.string())).entryList(QDir::Files | QDir::Hidden);
}

}  // namespace

void NoKeyringTest::initTestCase() {
    m_theme = stillTheme();
}

void NoKeyringTest::cleanupTestCase() {
    endKeyring();
    m_theme.reset();
}

void NoKeyringTest::startKeyring() {
    // The login keyring under the password of this session: made at the first start, opened at the next.
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    QVERIFY(m_keyring.waitForStarted());
    m_keyring.write(qgetenv("KEYREEL_TEST_KEYRING_PASSWORD"));
    m_keyring.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(keyringState(), identity::KeyState::Absent, 20'000);
}

void NoKeyringTest::endKeyring() {
    if (m_keyring.state() == QProcess::NotRunning) return;
    m_keyring.terminate();
    QVERIFY(m_keyring.waitForFinished());
    QTRY_COMPARE_WITH_TIMEOUT(keyringState(), identity::KeyState::NoService, 20'000);
}

void NoKeyringTest::firstRunWithoutKeyring() {
    QCOMPARE(keyringState(), identity::KeyState::NoService);
    const auto maker = m_world.person(u"newcomer"_s);
    auto& engine = maker->engine();
    QSignalSpy answered(&engine, &ui::Engine::readinessChanged);
    QSignalSpy created(&engine, &ui::Engine::identityCreated);
    QTRY_COMPARE(engine.readiness(), Readiness::FirstRun);
    QCOMPARE(maker->window().currentPage(), u"firstrun"_s);
    auto* create = qobject_cast<ui::Button*>(maker->see(u"firstrun.create"_s));
    QVERIFY(create != nullptr);
    QVERIFY(!create->isEnabled());
    QVERIFY2(create->toolTip().contains(u"system keyring"_s), qUtf8Printable(create->toolTip()));
    auto* line = qobject_cast<ui::StatusLine*>(maker->visible(u"firstrun.keyring"_s));
    QVERIFY(line != nullptr);
    QVERIFY2(line->text().startsWith(u"No system keyring answers"_s), qUtf8Printable(line->text()));

    // Neither Enter in a field, nor the button, nor the 24 words of somewhere else make one.
    maker->type(u"firstrun.name"_s, u"Mara"_s);
    QTest::keyClick(maker->window().focusWidget(), Qt::Key_Return);
    QTest::mouseClick(create, Qt::LeftButton);
    QVERIFY(maker->click(u"firstrun.unlock"_s));
    QTRY_VERIFY(answered.size() >= 2);
    QCOMPARE(engine.readiness(), Readiness::FirstRun);
    QVERIFY(!create->isEnabled());
    QCOMPARE(created.size(), 0);
    QVERIFY2(filesOf(engine).isEmpty(), qUtf8Printable(filesOf(engine).join(u' ')));

    startKeyring();
    QVERIFY(maker->click(u"firstrun.unlock"_s));
    QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), 20'000);
    QVERIFY(maker->visible(u"firstrun.unlock"_s) == nullptr);
    QVERIFY(maker->begin());
    endKeyring();
}

void NoKeyringTest::identityWithoutKeyring() {
    startKeyring();
    std::array<std::uint8_t, 32> account{};
    {
        const auto maker = m_world.person(u"maker"_s);
        QTRY_VERIFY(maker->visible(u"firstrun.create"_s) != nullptr);
        QVERIFY(maker->begin());
        account = maker->engine().person()->account;
    }
    endKeyring();
    const auto back = m_world.person(u"maker"_s);
    auto& engine = back->engine();
    auto& window = back->window();
    QTRY_COMPARE_WITH_TIMEOUT(engine.readiness(), Readiness::NoKeyring, 20'000);
    const auto isExplained = [&]() {
        auto* library = qobject_cast<ui::PageHost*>(window.page(u"library"_s));
        QCOMPARE(library->state(), ui::PageState::NoKeyring);
        QCOMPARE(window.currentPage(), u"library"_s);
        QVERIFY(back->visible(u"firstrun.create"_s) == nullptr);
        QVERIFY(window.rail()->isVisible());
        QCOMPARE(window.rail()->identityCard()->health(), u"No keyring"_s);
        QVERIFY(library->emptyState()->isVisible());
        QVERIFY(library->emptyState()->title().contains(u"No system keyring answers"_s));
        // Who the person is stays known.
        QCOMPARE(engine.person()->account, account);
    };
    isExplained();
    const QStringList files = filesOf(engine);

    // Asking again finds the same; where keys are needed no page looks empty or ready either.
    QSignalSpy answered(&engine, &ui::Engine::readinessChanged);
    QTest::keyClick(&window, Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty(), 20'000);
    isExplained();
    QCOMPARE(filesOf(engine), files);
    for (const QString& id : {u"publish"_s, u"keys"_s}) {
        window.showPage(id);
        const auto* host = qobject_cast<ui::PageHost*>(window.page(id));
        QVERIFY2(host != nullptr && host->isVisible(), qUtf8Printable(id));
        QVERIFY2(host->state() == ui::PageState::NoKeyring || host->state() == ui::PageState::Error,
                 qUtf8Printable(id));
    }
    window.showPage(u"library"_s);

    // The keyring comes: one press, and everything is as it was.
    startKeyring();
    QVERIFY(back->click(u"state.primary"_s));
    QTRY_VERIFY2(engine.readiness() == Readiness::Ready, engine.problem().what.c_str());
    QCOMPARE(window.currentPage(), u"library"_s);
    QTRY_VERIFY(back->visible(u"library.empty"_s) != nullptr);
    QCOMPARE(engine.person()->account, account);
    QCOMPARE(window.rail()->identityCard()->health(), u"Ready"_s);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::NoKeyringTest)

#include "moc_no_keyring_test.cpp"
