#include "tests/gui/offline_test.h"

#include <QFile>
#include <QTest>
#include <atomic>

#include "ui/models/offline_films.h"
#include "ui/pages/asset_page.h"
#include "ui/pages/player_page.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cover_grid.h"
#include "ui/widgets/label.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t kDay = 86400;
const QList<QSize> kSizes{{1440, 900}, {1000, 720}};

/// The system's time, moved.
class MovedClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now() const override { return m_system.now() + m_by; }
    [[nodiscard]] std::chrono::nanoseconds elapsed() const override { return m_system.elapsed(); }
    void move(std::int64_t seconds) { m_by = seconds; }

private:
    SystemClock m_system;
    std::atomic<std::int64_t> m_by = 0;
};

QString stateOf(Person& person) {
    auto* line = qobject_cast<ui::StatusLine*>(person.visible(u"asset.offline.state"_s));
    return line == nullptr ? QString() : line->text();
}

void showAsset(Person& person, const QString& link) {
    person.window().assetPage()->showFilm(link);
    person.window().showPage(u"asset"_s);
}

}  // namespace

void OfflineTest::initTestCase() {
    m_theme = stillTheme();
}

void OfflineTest::cleanupTestCase() {
    m_theme.reset();
}

void OfflineTest::keptForAWeek() {
    World world;
    const auto clock = std::make_shared<MovedClock>();
    // Somebody else's program keeps the servers up, so that hers cannot start them again.
    auto host = world.person(u"host"_s);
    QVERIFY(host->begin());
    auto ada = world.person(u"ada"_s, {clock, false});
    QVERIFY(ada->begin());
    const QString bound = ada->publish(world.film(u"bound"_s), false);
    QVERIFY(!bound.isEmpty());
    showAsset(*ada, bound);
    QVERIFY(ada->see(u"asset.offline"_s) != nullptr);
    QTRY_VERIFY(ada->visible(u"asset.offline.text"_s) != nullptr &&
                qobject_cast<ui::Label*>(ada->visible(u"asset.offline.text"_s))
                    ->source()
                    .contains(u"does not let"_s));
    QVERIFY2(ada->visible(u"asset.offline.keep"_s) == nullptr,
             "what its maker does not allow is not offered");
    ada->window().showPage(u"library"_s);
    const QString link = ada->publish(world.film(u"ferry"_s, 20), false, 7);
    QVERIFY(!link.isEmpty());

    showAsset(*ada, link);
    auto* keep = qobject_cast<ui::Button*>(ada->see(u"asset.offline.keep"_s));
    QVERIFY(keep != nullptr);
    QTRY_VERIFY2(keep->text().contains(u"7 days"_s), qUtf8Printable(keep->text()));
    QVERIFY(ada->shoot(*m_theme, u"offline-offered"_s, kSizes));
    QVERIFY(ada->click(u"asset.offline.keep"_s));
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(*ada).contains(u"Kept until"_s), 60'000);
    QVERIFY(ada->shoot(*m_theme, u"offline-kept"_s, kSizes));

    QVERIFY(ada->killServers());
    QVERIFY(ada->watch(link));
    QVERIFY(ada->window().playerPage()->film() != nullptr);
    QVERIFY2(ada->window().playerPage()->film()->report.nodes.empty(), "no node was there to be asked");
    QTest::keyClick(ada->window().playerPage(), Qt::Key_I);
    QVERIFY(ada->see(u"opening.record"_s) != nullptr);
    QVERIFY(ada->shoot(*m_theme, u"offline-opened"_s, {kSizes.front()}));
    QTest::keyClick(ada->window().playerPage(), Qt::Key_Escape);
    QTest::keyClick(ada->window().playerPage(), Qt::Key_Escape);

    // Eight days later; and a clock that is turned back does not help.
    for (const std::int64_t days : {8, 0}) {
        clock->move(days * kDay);
        ada->window().playFilm(link);
        QVERIFY(ada->see(u"player.renew"_s, 60'000) != nullptr);
        QVERIFY(ada->visible(u"player.retry"_s) == nullptr);
        QVERIFY(ada->window().playerPage()->player()->statistics().shown == 0);
        if (days == 0) break;
        QVERIFY(ada->shoot(*m_theme, u"offline-ended"_s, kSizes));
        QTest::keyClick(ada->window().playerPage(), Qt::Key_Escape);
    }
    QVERIFY(host->pressF5());
    QTRY_VERIFY_WITH_TIMEOUT(host->serversRun(), 60'000);
    // The one that said so of the first time.
    ada->closeToasts();
    QVERIFY(ada->visible(u"toast.act"_s) == nullptr);
    QVERIFY(ada->click(u"player.renew"_s));
    QCOMPARE(ada->window().currentPage(), u"asset"_s);
    QVERIFY2(ada->see(u"toast.act"_s, 60'000) != nullptr, "it says that it is kept again");
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(*ada).contains(u"Kept until"_s), 60'000);
    QVERIFY(ada->killServers());
    QVERIFY(ada->watch(link));
    QTest::keyClick(ada->window().playerPage(), Qt::Key_Escape);

    showAsset(*ada, link);
    QVERIFY(ada->click(u"asset.offline.release"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*ada), QString(), 20'000);
}

void OfflineTest::severalAtOnce() {
    World world;
    auto host = world.person(u"host"_s);
    QVERIFY(host->begin());
    auto ada = world.person(u"ada"_s, {{}, false});
    QVERIFY(ada->begin());
    auto& window = ada->window();
    for (const auto& [name, days] : {std::pair(u"bound"_s, 0U), {u"ferry"_s, 7U}, {u"heron"_s, 7U}}) {
        QVERIFY(!ada->publish(world.film(name, 4), false, days).isEmpty());
        window.showPage(u"library"_s);
    }
    auto* covers = qobject_cast<ui::CoverGrid*>(ada->see(u"library.covers"_s));
    QVERIFY(covers != nullptr);
    QTRY_COMPARE(covers->model()->rowCount(), 3);
    ada->closeToasts();

    // Cancelled with the first: the others are never asked for.
    covers->selectAll();
    QVERIFY(ada->click(u"library.chosen.keep"_s));
    QVERIFY(ada->visible(u"library.keeping"_s) != nullptr);
    QVERIFY(ada->click(u"library.keeping.end"_s));
    QTRY_VERIFY_WITH_TIMEOUT(ada->visible(u"library.keeping"_s) == nullptr, 60'000);
    QVERIFY(window.findChild<ui::OfflineFilms*>()->leases().size() < 2);
    ada->closeToasts();

    QVERIFY(ada->click(u"library.chosen.keep"_s));
    QVERIFY(ada->shoot(*m_theme, u"02g-library-keeping"_s, {kSizes.front()}));
    const auto* words = window.findChild<ui::Label*>(u"library.keeping.words"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(
        words->source().startsWith(u"2 of 3"_s) && words->source().contains(u"Bound is not kept: "_s),
        qUtf8Printable(words->source()), 60'000);
    QVERIFY(ada->shoot(*m_theme, u"02h-library-one-not-kept"_s, kSizes));
    QVERIFY(ada->click(u"library.keeping.end"_s));
    QVERIFY(ada->visible(u"library.keeping"_s) == nullptr);
    QTRY_COMPARE(window.findChild<ui::OfflineFilms*>()->leases().size(), 2U);

    QVERIFY(ada->click(u"library.chosen.none"_s));
    ada->closeToasts();
    QVERIFY(ada->killServers());
    QVERIFY(ada->pressF5());
    int dimmed = 0;
    const auto countDimmed = [&] {
        dimmed = 0;
        for (int row = 0; row < 3; ++row)
            dimmed += covers->model()->index(row, 0).data(ui::CoverDimmedRole).toBool() ? 1 : 0;
        return dimmed;
    };
    QTRY_COMPARE_WITH_TIMEOUT(countDimmed(), 1, 60'000);
    QVERIFY(ada->shoot(*m_theme, u"02i-library-kept"_s, kSizes));
}

void OfflineTest::proofTravels() {
    World world;
    auto ada = world.person(u"ada"_s);
    QVERIFY(ada->begin());
    const QString link = ada->publish(world.film(u"ferry"_s), false);
    QVERIFY(!link.isEmpty());
    QVERIFY(ada->watch(link));
    QTest::keyClick(ada->window().playerPage(), Qt::Key_I);
    QVERIFY(ada->see(u"opening.export"_s) != nullptr);
    QVERIFY(ada->shoot(*m_theme, u"proof-export"_s, kSizes));
    QVERIFY(ada->click(u"opening.export"_s));
    const QString file = world.path(u"ferry.proof"_s);
    QVERIFY(ada->giveFile(file));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 60'000);
    QTest::keyClick(ada->window().playerPage(), Qt::Key_Escape);
    QTest::keyClick(ada->window().playerPage(), Qt::Key_Escape);

    // Whoever gets it needs no part in any of that.
    World elsewhere;
    auto bob = elsewhere.person(u"bob"_s);
    QVERIFY(bob->begin());
    bob->window().showPage(u"activity"_s);
    QVERIFY(bob->click(u"activity.proof"_s));
    QVERIFY(bob->giveFile(file));
    auto* sheet = qobject_cast<ui::Sheet*>(bob->see(u"proof"_s));
    QVERIFY(sheet != nullptr);
    QCOMPARE(sheet->title(), u"This proof holds"_s);
    QVERIFY(sheet->accessibleDescription().contains(u"2 of 3 key nodes"_s) ||
            sheet->accessibleDescription().contains(u"3 of 3 key nodes"_s));
    QVERIFY(bob->shoot(*m_theme, u"proof-holds"_s, kSizes));
    QVERIFY(bob->click(u"proof.close"_s));
    QTRY_VERIFY(bob->visible(u"proof"_s) == nullptr);

    QFile changed(file);
    QVERIFY(changed.open(QIODevice::ReadWrite));
    QByteArray bytes = changed.readAll();
    bytes[bytes.size() / 3] = static_cast<char>(bytes[bytes.size() / 3] ^ 1);
    QVERIFY(changed.seek(0));
    QCOMPARE(changed.write(bytes), bytes.size());
    changed.close();
    QVERIFY(bob->click(u"activity.proof"_s));
    QVERIFY(bob->giveFile(file));
    sheet = qobject_cast<ui::Sheet*>(bob->see(u"proof"_s));
    QVERIFY(sheet != nullptr);
    QCOMPARE(sheet->title(), u"This proves nothing"_s);
    QVERIFY(bob->shoot(*m_theme, u"proof-changed"_s, {kSizes.front()}));
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::OfflineTest)

#include "moc_offline_test.cpp"
