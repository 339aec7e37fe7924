#include "tests/gui/cancel_test.h"

#include <QAbstractButton>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include "core/gateway/gateway_client.h"
#include "tests/gui/keyboard.h"
#include "tests/gui/standing_gateway.h"
#include "ui/pages/create_page.h"
#include "ui/widgets/field.h"
#include "ui/widgets/job_card.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using Readiness = ui::Engine::Readiness;

constexpr int kPublishMs = 90'000;
/// A cancelled job has to be gone long before a request to a silent gateway gives up.
constexpr int kCancelMs = 10'000;

/// What anybody sees at the gateway.
std::vector<gateway::CatalogueEntry> catalogueOf(const ui::Engine& engine) {
    const SystemClock clock;
    gateway::HttpClientOptions trust;
    trust.caPem = engine.network()->authorityPem;
    const auto client = gateway::GatewayClient::create(engine.network()->gatewayUrl, clock, trust);
    if (!client) return {};
    const auto page = client->catalogue({});
    return page ? page->entries : std::vector<gateway::CatalogueEntry>(99);
}

bool isUploading(const ui::Engine& engine) {
    return engine.jobs().size() == 1 &&
           engine.jobs()[0].at(studio::Stage::Upload).status == studio::StageStatus::Running;
}

/// What the jobs of a profile left on the disk.
QStringList leftOf(const ui::Engine& engine) {
    return QDir(ui::toQString(engine.places().jobs().string()))
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

}  // namespace

void CancelTest::initTestCase() {
    m_theme = stillTheme();
    m_film = m_world.film(u"night_ferry"_s, 6, QSize(640, 360));
    QVERIFY(!m_film.isEmpty());
}

void CancelTest::cleanupTestCase() {
    m_theme.reset();
}

void CancelTest::begin(Person& person, bool granted) {
    if (person.engine().readiness() != Readiness::Ready) QVERIFY(person.begin());
    QTRY_VERIFY(!person.engine().health().empty());
    person.drop(m_film);
    QVERIFY(person.see(u"create.publish"_s) != nullptr);
    person.type(u"create.title"_s, u"Last ferry"_s);
    person.type(u"create.description"_s, u"One evening."_s);
    if (granted) QVERIFY(person.click(u"create.access.granted"_s));
    QTRY_VERIFY(person.visible(u"create.publish"_s)->isEnabled());
    QVERIFY(person.click(u"create.publish"_s));
    QVERIFY(person.click(u"publishsheet.adult"_s));
    QVERIFY(person.click(u"publishsheet.statement"_s));
}

void CancelTest::cancelByButton() {
    const auto maker = m_world.person(u"button"_s);
    auto& engine = maker->engine();
    QSignalSpy published(&maker->window(), &ui::AppWindow::published);
    begin(*maker, true);
    {
        StandingGateway gateway(engine);
        QVERIFY(gateway.stopped);
        QVERIFY(maker->click(u"publishsheet.sign"_s));
        QVERIFY(QTest::qWaitFor([&]() { return isUploading(engine); }, kPublishMs));
        QCOMPARE(maker->window().currentPage(), u"publish"_s);
        QVERIFY(!leftOf(engine).isEmpty());
        QVERIFY(maker->click(u"job.cancel"_s));
        // Nothing is lost by a slip of the finger.
        QVERIFY(maker->see(u"cancel.confirm"_s) != nullptr);
        QCOMPARE(engine.jobs().size(), std::size_t{1});
        QVERIFY(maker->click(u"cancel.confirm"_s));
        QTRY_VERIFY_WITH_TIMEOUT(engine.jobs().empty(), kCancelMs);
    }
    QTRY_VERIFY(maker->visible(u"publish.job"_s) == nullptr);
    QVERIFY2(leftOf(engine).isEmpty(), qUtf8Printable(leftOf(engine).join(u' ')));
    QCOMPARE(catalogueOf(engine).size(), std::size_t{0});
    QCOMPARE(published.size(), 0);

    // The draft is as it was, and becomes a film after all.
    QVERIFY(maker->click(u"toast.act"_s));
    auto* title = qobject_cast<ui::Field*>(maker->see(u"create.title"_s));
    QVERIFY(title != nullptr);
    QCOMPARE(title->text(), u"Last ferry"_s);
    auto* words = qobject_cast<ui::TextAreaField*>(maker->visible(u"create.description"_s));
    QCOMPARE(words->text(), u"One evening."_s);
    QVERIFY(qobject_cast<QAbstractButton*>(maker->visible(u"create.access.granted"_s))->isChecked());
    QVERIFY(maker->click(u"create.publish"_s));
    QVERIFY(qobject_cast<QAbstractButton*>(maker->see(u"publishsheet.adult"_s))->isChecked());
    QVERIFY(maker->click(u"publishsheet.statement"_s));
    QVERIFY(maker->click(u"publishsheet.sign"_s));
    QTRY_COMPARE_WITH_TIMEOUT(published.size(), 1, kPublishMs);
    const auto entries = catalogueOf(engine);
    QCOMPARE(entries.size(), std::size_t{1});
    QCOMPARE(entries[0].title, std::string("Last ferry"));
    maker->window().showPage(u"create"_s);
    QVERIFY(maker->visible(u"create.draft.0"_s) == nullptr);
}

void CancelTest::cancelByDelete() {
    std::size_t others = 0;
    {
        const auto maker = m_world.person(u"keys"_s);
        auto& engine = maker->engine();
        Keyboard keys(*maker);
        begin(*maker, false);
        others = catalogueOf(engine).size();
        StandingGateway gateway(engine);
        QVERIFY(gateway.stopped);
        QVERIFY(QTest::qWaitForWindowActive(&maker->window()));
        QVERIFY(keys.tabTo(u"publishsheet.sign"_s));
        keys.press(Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&]() { return isUploading(engine); }, kPublishMs));
        QVERIFY(keys.tabTo(u"publish.job"_s));
        keys.press(Qt::Key_Delete);
        QVERIFY(maker->see(u"cancel.confirm"_s) != nullptr);
        // The way out has the focus: Enter and Esc both go on publishing.
        QVERIFY(Keyboard::focus() != maker->visible(u"cancel.confirm"_s));
        keys.press(Qt::Key_Escape);
        QTRY_VERIFY(maker->visible(u"cancel.confirm"_s) == nullptr);
        QVERIFY(isUploading(engine));
        QCOMPARE(Keyboard::focus(), maker->visible(u"publish.job"_s));
        keys.press(Qt::Key_Delete);
        QVERIFY(maker->see(u"cancel.confirm"_s) != nullptr);
        QVERIFY(keys.tabTo(u"cancel.confirm"_s));
        keys.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(engine.jobs().empty(), kCancelMs);
        gateway.goOn();
        // The focus goes to what the empty page offers.
        QTRY_COMPARE(Keyboard::focus(), maker->visible(u"state.primary"_s));
        QVERIFY2(keys.fault().isEmpty(), qUtf8Printable(keys.fault()));
        QVERIFY2(leftOf(engine).isEmpty(), qUtf8Printable(leftOf(engine).join(u' ')));
    }
    const auto back = m_world.person(u"keys"_s);
    QTRY_COMPARE(back->engine().readiness(), Readiness::Ready);
    QVERIFY(back->engine().jobs().empty());
    QCOMPARE(catalogueOf(back->engine()).size(), others);
    back->window().showPage(u"create"_s);
    QVERIFY(back->click(u"create.draft.0"_s));
    auto* title = qobject_cast<ui::Field*>(back->see(u"create.title"_s));
    QCOMPARE(title->text(), u"Last ferry"_s);
    QTRY_VERIFY(back->visible(u"create.publish"_s)->isEnabled());
}

void CancelTest::tooLateToCancel() {
    const auto maker = m_world.person(u"late"_s);
    auto& engine = maker->engine();
    QSignalSpy published(&maker->window(), &ui::AppWindow::published);
    begin(*maker, false);
    const std::size_t others = catalogueOf(engine).size();
    StandingGateway gateway(engine);
    QVERIFY(maker->click(u"publishsheet.sign"_s));
    QVERIFY(QTest::qWaitFor([&]() { return isUploading(engine); }, kPublishMs));
    QVERIFY(maker->click(u"job.cancel"_s));
    QVERIFY(maker->see(u"cancel.confirm"_s) != nullptr);
    gateway.goOn();
    QTRY_COMPARE_WITH_TIMEOUT(published.size(), 1, kPublishMs);
    QTRY_VERIFY(maker->visible(u"cancel.confirm"_s) == nullptr);
    auto* card = qobject_cast<ui::JobCard*>(maker->visible(u"publish.job"_s));
    QVERIFY(card != nullptr);
    QTRY_COMPARE(card->state(), ui::JobCard::State::Published);
    QCOMPARE(catalogueOf(engine).size(), others + 1);
    maker->window().showPage(u"create"_s);
    QVERIFY(maker->visible(u"create.draft.0"_s) == nullptr);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::CancelTest)

#include "moc_cancel_test.cpp"
