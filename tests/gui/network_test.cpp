#include "tests/gui/network_test.h"

#include <signal.h>

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "core/media/sample_film.h"
#include "ui/pages/player_page.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

/// Kills that server of the embedded network and waits until it is gone.
bool killServer(Person& person, const std::string& name) {
    const auto find = [&]() -> std::optional<studio::ServiceHealth> {
        const auto rows = studio::embeddedNetworkHealth(person.engine().places().network);
        for (const auto& row : rows.value_or(std::vector<studio::ServiceHealth>{}))
            if (row.name == name) return row;
        return std::nullopt;
    };
    const auto row = find();
    if (!row || !row->running || ::kill(static_cast<pid_t>(row->pid), SIGKILL) != 0) return false;
    return QTest::qWaitFor([&]() { return !find()->running; }, 10'000);
}

bool allRun(Person& person) {
    const auto rows = studio::embeddedNetworkHealth(person.engine().places().network);
    return rows && rows->size() == 4 &&
           std::all_of(rows->begin(), rows->end(), [](const auto& row) { return row.running; });
}

}  // namespace

void NetworkTest::initTestCase() {
    ui::ThemeOptions options;
    options.lessMotion = true;
    m_theme = std::make_unique<ui::Theme>(*qApp, options);
}

void NetworkTest::cleanupTestCase() {
    m_theme.reset();
}

void NetworkTest::deadServersComeBackByTryingAgain() {
    const QString film = m_world.path(u"ferry.mp4"_s);
    media::SampleFilmOptions options;
    options.seconds = 6;
    options.width = 320;
    options.height = 180;
    QVERIFY(media::makeSampleFilm(film.toStdString(), options));
    auto maker = m_world.person(u"maker"_s);
    QVERIFY(maker->begin());
    const QString link = maker->publish(film, false);
    QVERIFY(!link.isEmpty());

    QVERIFY(killServer(*maker, "gateway"));
    QSignalSpy failed(&maker->engine(), &ui::Engine::openFailed);
    maker->window().playFilm(link);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 40'000);
    QVERIFY2(!allRun(*maker), "looking alone starts nothing");
    auto* player = maker->window().playerPage()->player();
    QVERIFY(maker->click(u"player.retry"_s));
    QTRY_VERIFY_WITH_TIMEOUT(player->statistics().shown > 10, 60'000);
    QVERIFY(allRun(*maker));
    QTest::keyClick(maker->window().playerPage(), Qt::Key_Escape);

    // F5, where nothing has failed yet.
    QVERIFY(killServer(*maker, "gateway"));
    QVERIFY(killServer(*maker, "node-2"));
    QSignalSpy readiness(&maker->engine(), &ui::Engine::readinessChanged);
    QTest::keyClick(&maker->window(), Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(!readiness.isEmpty(), 40'000);
    QCOMPARE(maker->engine().readiness(), ui::Engine::Readiness::Ready);
    QVERIFY(allRun(*maker));
    QTRY_COMPARE(maker->engine().health().size(), std::size_t{4});
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::NetworkTest)
