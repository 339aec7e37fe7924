#include "tests/gui/nodes_test.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include "core/identity/account_id.h"
#include "core/studio/chosen_network.h"
#include "tests/gui/keyboard.h"
#include "tests/gui/outside_network.h"
#include "ui/models/draft_store.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using Readiness = ui::Engine::Readiness;

constexpr int kPublishMs = 120'000;
constexpr int kPatience = 60'000;
const QList<QSize> kSizes{{1440, 900}, {1000, 720}};

QString textOf(Person& person, const QString& name) {
    auto* label = qobject_cast<ui::Label*>(person.visible(name));
    return label == nullptr ? QString() : label->source();
}

/// The words of every label in that widget, one a line.
QString wordsIn(QWidget* widget) {
    QStringList words;
    if (widget != nullptr)
        for (const auto* label : widget->findChildren<ui::Label*>())
            if (label->isVisible()) words << label->source();
    return words.join(u'\n');
}

bool toggle(Person& person, qsizetype index) {
    if (person.see(u"nodes.node"_s) == nullptr) return false;
    QList<ui::Toggle*> rows;
    for (auto* row : person.window().findChildren<ui::Toggle*>(u"nodes.node"_s))
        if (row->isVisible()) rows.append(row);
    if (index >= rows.size()) return false;
    rows[index]->click();
    return true;
}

void choose(Person& person, int segment) {
    auto* where = qobject_cast<ui::SegmentedControl*>(person.see(u"networksheet.where"_s));
    QVERIFY(where != nullptr);
    QTest::mouseClick(where, Qt::LeftButton, {}, where->segmentRect(segment).center());
}

/// Publishes what Create shows, by the mouse; its link.
QString publishShown(Person& person, ui::Theme& theme) {
    QSignalSpy published(&person.window(), &ui::AppWindow::published);
    if (!person.click(u"create.publish"_s) || !person.click(u"publishsheet.statement"_s)) return {};
    if (!person.shoot(theme, u"nodes-publish"_s, {{1440, 900}, {960, 640}})) return {};
    if (!person.click(u"publishsheet.sign"_s)) return {};
    (void)QTest::qWaitFor([&]() { return published.size() == 1; }, kPublishMs);
    return published.isEmpty() ? QString() : published.at(0).at(1).toString();
}

}  // namespace

void NodesTest::initTestCase() {
    m_theme = stillTheme();
}

void NodesTest::cleanupTestCase() {
    m_theme.reset();
}

void NodesTest::chosenAndChanged() {
    World world;
    auto maker = world.person(u"maker"_s);
    QVERIFY(maker->begin());
    const QString film = world.film(u"ferry"_s);
    QVERIFY(!film.isEmpty());
    maker->drop(film);
    QVERIFY(maker->click(u"create.changeNodes"_s));
    QTRY_COMPARE(textOf(*maker, u"nodes.count"_s), u"Any 2 of 3 open the film"_s);
    QTRY_VERIFY(textOf(*maker, u"nodes.warning"_s).contains(u"this computer"_s));
    QVERIFY(maker->shoot(*m_theme, u"nodes-draft"_s, kSizes));
    maker->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&maker->window()));
    QCOMPARE(faultsOfTabbing(*maker), QStringList());
    // Where OpenSSL has it, suite 2 can be asked for; elsewhere its row says why not.
    auto* hybrid = qobject_cast<ui::Toggle*>(maker->visible(u"nodesheet.hybrid"_s));
    QVERIFY(hybrid != nullptr);
    QCOMPARE(hybrid->isEnabled(), crypto::hasSuite(crypto::kSuiteHybrid));
    if (!hybrid->isEnabled()) QVERIFY(wordsIn(hybrid->parentWidget()).contains(u"OpenSSL 3.5"_s));
    hybrid->click();
    QCOMPARE(hybrid->isChecked(), hybrid->isEnabled());
    QVERIFY(toggle(*maker, 2));
    QCOMPARE(textOf(*maker, u"nodes.count"_s), u"Any 2 of 2 open the film"_s);
    QVERIFY(!maker->visible(u"nodes.more"_s)->isEnabled());
    QVERIFY(maker->click(u"nodes.fewer"_s));
    QCOMPARE(textOf(*maker, u"nodes.count"_s), u"Any 1 of 2 open the film"_s);
    // Not a key node.
    maker->type(u"nodes.address"_s, u"127.0.0.1:1"_s);
    QVERIFY(maker->click(u"nodes.ask"_s));
    auto* address = qobject_cast<ui::FieldFrame*>(maker->visible(u"nodes.address"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!address->error().isEmpty(), kPatience);
    QVERIFY(maker->shoot(*m_theme, u"nodes-draft-weak"_s, kSizes));
    QVERIFY(maker->click(u"nodesheet.use"_s));
    const auto drafts = maker->engine().places().profile / "drafts.json";
    QTRY_COMPARE(ui::DraftStore(drafts).drafts().value(0).holders.set.nodes.size(), std::size_t{2});
    QCOMPARE(ui::DraftStore(drafts).drafts().value(0).holders.set.threshold, 1U);
    QCOMPARE(ui::DraftStore(drafts).drafts().value(0).suite == crypto::kSuiteHybrid,
             crypto::hasSuite(crypto::kSuiteHybrid));
    QVERIFY(maker->shoot(*m_theme, u"nodes-create"_s, kSizes));
    const QString link = publishShown(*maker, *m_theme);
    QVERIFY(!link.isEmpty());

    QMetaObject::invokeMethod(maker->window().page(u"library"_s), "filmRequested", Q_ARG(QString, link));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(*maker, u"asset.nodes.count"_s).contains(u"1 of 2"_s), kPatience);
    QVERIFY(maker->click(u"asset.changeNodes"_s));
    QCOMPARE(textOf(*maker, u"nodes.count"_s), u"Any 1 of 2 open the film"_s);
    QVERIFY(toggle(*maker, 2));
    QVERIFY(maker->click(u"nodes.more"_s));
    QCOMPARE(textOf(*maker, u"nodes.count"_s), u"Any 2 of 3 open the film"_s);
    QVERIFY(maker->shoot(*m_theme, u"nodes-change"_s, kSizes));
    QVERIFY(maker->click(u"reseal.confirm"_s));
    QVERIFY(maker->see(u"reseal.nodes"_s, kPatience) != nullptr);
    QVERIFY(wordsIn(maker->visible(u"reseal.nodes"_s)).count(u"answered in"_s) >= 2);
    QVERIFY(maker->shoot(*m_theme, u"nodes-changed"_s, kSizes));
    QVERIFY(maker->click(u"reseal.close"_s));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(*maker, u"asset.nodes.count"_s).contains(u"2 of 3"_s), kPatience);
    QVERIFY(maker->shoot(*m_theme, u"nodes-asset"_s, kSizes));

    // Two of three are gone: one share gives no key, and each node is told of by name.
    QVERIFY(maker->killServer("node-1"));
    QVERIFY(maker->killServer("node-3"));
    QVERIFY(maker->click(u"asset.changeNodes"_s));
    QVERIFY(maker->click(u"reseal.confirm"_s));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(*maker, u"reseal.trouble"_s).startsWith(u"Nothing was changed"_s),
                             kPatience);
    QCOMPARE(wordsIn(maker->visible(u"reseal.nodes"_s)).count(u"no answer"_s), 2);
    QVERIFY(maker->shoot(*m_theme, u"nodes-refused"_s, kSizes));
    // The engine has started them again meanwhile, or does with the next try.
    QVERIFY(maker->click(u"reseal.confirm"_s));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(*maker, u"reseal.trouble"_s).isEmpty() &&
                                 wordsIn(maker->visible(u"reseal.nodes"_s)).contains(u"answered in"_s),
                             kPatience);
    QVERIFY(maker->click(u"reseal.close"_s));
    QVERIFY(maker->watch(link));
}

void NodesTest::networkOfOthers() {
    World world;
    const OutsideNetwork others(world.path(u"others"_s), 3);
    QCOMPARE(others.nodes.size(), 3);
    auto maker = world.person(u"maker"_s);
    QVERIFY(maker->begin());
    const std::string home = maker->engine().network()->gatewayUrl;
    maker->window().showPage(u"settings"_s);
    QVERIFY(maker->click(u"section.network"_s));
    QVERIFY(maker->shoot(*m_theme, u"network-settings"_s, kSizes));
    QVERIFY(maker->click(u"settings.changeNetwork"_s));
    choose(*maker, 1);
    maker->type(u"networksheet.gateway"_s, others.gateway);
    QVERIFY(maker->click(u"networksheet.act"_s));
    QVERIFY2(maker->see(u"networksheet.trouble"_s, kPatience) != nullptr, "it names no key nodes");
    QVERIFY(maker->shoot(*m_theme, u"network-wish"_s, kSizes));
    maker->type(u"networksheet.nodes"_s, others.nodes.join(u' '));
    QVERIFY(maker->click(u"networksheet.act"_s));
    QWidget* facts = maker->see(u"networksheet.facts"_s, kPatience);
    QVERIFY(facts != nullptr);
    QCOMPARE(textOf(*maker, u"nodes.count"_s), u"Any 2 of 3 open the film"_s);
    QVERIFY(!studio::chosenNetwork(maker->engine().places())->has_value());
    const QString shown = wordsIn(facts);
    QVERIFY(maker->shoot(*m_theme, u"network-pin"_s, kSizes));
    maker->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&maker->window()));
    QCOMPARE(faultsOfTabbing(*maker), QStringList());
    QVERIFY(maker->click(u"networksheet.act"_s));
    QTRY_VERIFY_WITH_TIMEOUT(maker->engine().readiness() == Readiness::Ready &&
                                 maker->engine().network()->gatewayUrl == others.gateway.toStdString(),
                             kPatience);
    const studio::Network chosen = *maker->engine().network();
    QVERIFY(shown.contains(QString::fromStdString(identity::fingerprint(chosen.logKey))));
    QVERIFY(maker->shoot(*m_theme, u"network-chosen"_s, kSizes));
    const QString link = maker->publish(world.film(u"lake"_s), false);
    QVERIFY2(link.contains(QUrl(others.gateway).authority()), qUtf8Printable(link));

    // Somebody hands out a file with another key than the gateway has.
    studio::Network forged = chosen;
    forged.logKey[0] ^= 1;
    const QString file = world.path(u"forged.json"_s);
    QVERIFY(studio::writeNetworkFile(file.toStdString(), forged));
    maker->window().showPage(u"settings"_s);
    QVERIFY(maker->click(u"settings.changeNetwork"_s));
    choose(*maker, 2);
    maker->type(u"networksheet.file"_s, file);
    QVERIFY(maker->click(u"networksheet.act"_s));
    QVERIFY(maker->see(u"networksheet.trouble"_s, kPatience) != nullptr);
    QVERIFY(maker->visible(u"networksheet.facts"_s) == nullptr);
    choose(*maker, 0);
    QVERIFY(maker->click(u"networksheet.act"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        maker->engine().readiness() == Readiness::Ready && maker->engine().network()->gatewayUrl == home,
        kPatience);
    QVERIFY2(maker->watch(link), "what was published elsewhere opens as before");
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::NodesTest)

#include "moc_nodes_test.cpp"
