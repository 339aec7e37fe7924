#include "tests/gui/network_test.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "ui/pages/player_page.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

}  // namespace

void NetworkTest::initTestCase() {
    m_theme = stillTheme();
}

void NetworkTest::cleanupTestCase() {
    m_theme.reset();
}

void NetworkTest::deadServersComeBackByTryingAgain() {
    const QString film = m_world.film(u"ferry"_s);
    QVERIFY(!film.isEmpty());
    auto maker = m_world.person(u"maker"_s);
    QVERIFY(maker->begin());
    const QString link = maker->publish(film, false);
    QVERIFY(!link.isEmpty());

    QVERIFY(maker->killServer("gateway"));
    QSignalSpy failed(&maker->engine(), &ui::Engine::openFailed);
    maker->window().playFilm(link);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 40'000);
    QVERIFY2(!maker->serversRun(), "looking alone starts nothing");
    auto* player = maker->window().playerPage()->player();
    QVERIFY(maker->click(u"player.retry"_s));
    QTRY_VERIFY_WITH_TIMEOUT(player->statistics().shown > 10, 60'000);
    QVERIFY(maker->serversRun());
    QTest::keyClick(maker->window().playerPage(), Qt::Key_Escape);

    // F5, where nothing has failed yet.
    QVERIFY(maker->killServer("gateway"));
    QVERIFY(maker->killServer("node-2"));
    QSignalSpy readiness(&maker->engine(), &ui::Engine::readinessChanged);
    QTest::keyClick(&maker->window(), Qt::Key_F5);
    QTRY_VERIFY(!readiness.isEmpty() && maker->engine().readiness() == ui::Engine::Readiness::Ready);
    QTRY_VERIFY(maker->serversRun());
    QTRY_COMPARE(maker->engine().health().size(), std::size_t{4});
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::NetworkTest)

#include "moc_network_test.cpp"
