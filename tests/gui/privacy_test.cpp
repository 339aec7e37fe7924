#include "tests/gui/privacy_test.h"

#include <QTest>

#include "tests/gui/playing.h"
#include "ui/pages/player_page.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/player_panels.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

constexpr seconds kPlace{40};

/// Where it began.
seconds watchFrom(Person& person, const std::function<void()>& open) {
    open();
    if (!plays(person)) return seconds(-1);
    const auto begun = std::chrono::duration_cast<seconds>(playerOf(person).position());
    playerOf(person).pause();
    return begun;
}

/// At its beginning, however long it took to look.
bool isBegun(seconds at) {
    return at >= seconds(0) && at < kPlace / 2;
}

void leaveAt(Person& person, seconds place) {
    playerOf(person).seek(place);
    QVERIFY(settles(person, std::chrono::milliseconds(place).count()));
    QTest::keyClick(person.window().playerPage(), Qt::Key_Escape);
}

}  // namespace

void PrivacyTest::initTestCase() {
    m_theme = stillTheme();
}

void PrivacyTest::cleanupTestCase() {
    m_theme.reset();
}

void PrivacyTest::rememberedAndForgotten() {
    const QString file = m_world.film(u"night_ferry"_s, 70, {160, 90});
    QVERIFY(!file.isEmpty());
    const auto maker = m_world.person(u"maker"_s);
    auto& engine = maker->engine();
    QVERIFY(maker->begin());
    const QString link = maker->publish(file, false);
    QVERIFY(!link.isEmpty());
    const auto film = [&]() { maker->window().playFilm(link); };
    const auto clip = [&]() { maker->window().playFile(file); };
    const auto entry = [&]() { return engine.library().front(); };

    QVERIFY(isBegun(watchFrom(*maker, film)));
    leaveAt(*maker, kPlace);
    QTRY_COMPARE(entry().positionMs / 1000, std::uint64_t(kPlace.count()));
    QVERIFY(entry().lastOpened > 0);
    QVERIFY(isBegun(watchFrom(*maker, clip)));
    leaveAt(*maker, kPlace);
    // Both go on there.
    QVERIFY(watchFrom(*maker, film) >= kPlace);
    leaveAt(*maker, kPlace);
    QVERIFY(watchFrom(*maker, clip) >= kPlace);
    leaveAt(*maker, kPlace);

    maker->window().showPage(u"settings"_s);
    maker->type(u"settings.search"_s, u"watch"_s);
    QVERIFY(maker->visible(u"settings.remember"_s) != nullptr);
    QVERIFY(maker->shoot(*m_theme, u"10e-privacy"_s, {QSize(1440, 900), QSize(960, 640)}));
    QVERIFY(maker->click(u"settings.forget"_s));
    QVERIFY(maker->see(u"forget.confirm"_s) != nullptr);
    QVERIFY(maker->shoot(*m_theme, u"10f-forget"_s, {QSize(1440, 900)}));
    QVERIFY(maker->click(u"forget.confirm"_s));
    QTRY_COMPARE(entry().positionMs, std::uint64_t{0});
    QCOMPARE(entry().lastOpened, 0);
    QVERIFY(isBegun(watchFrom(*maker, clip)));
    leaveAt(*maker, seconds(0));

    // From here on nothing is kept.
    maker->window().showPage(u"settings"_s);
    QVERIFY(maker->click(u"settings.remember"_s));
    QVERIFY(isBegun(watchFrom(*maker, film)));
    leaveAt(*maker, kPlace);
    QVERIFY(isBegun(watchFrom(*maker, clip)));
    leaveAt(*maker, kPlace);
    QVERIFY(isBegun(watchFrom(*maker, clip)));
    leaveAt(*maker, kPlace);
    QCOMPARE(entry().positionMs, std::uint64_t{0});
    QCOMPARE(entry().lastOpened, 0);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::PrivacyTest)

#include "moc_privacy_test.cpp"
