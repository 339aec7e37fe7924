#include "tests/gui/screenshots_test.h"

#include <QAbstractButton>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QUrl>
#include <csignal>

#include "core/studio/network.h"
#include "ui/pages/create_page.h"
#include "ui/pages/player_page.h"
#include "ui/shell/identity_card.h"
#include "ui/shell/navigation_rail.h"
#include "ui/widgets/field.h"
#include "ui/widgets/job_card.h"
#include "ui/widgets/label.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using Readiness = ui::Engine::Readiness;

constexpr int kPublishMs = 90'000;

QString textOf(Person& person, const QString& name) {
    auto* label = qobject_cast<ui::Label*>(person.see(name));
    return label == nullptr ? QString() : label->source();
}

}  // namespace

void ScreenshotsTest::initTestCase() {
    m_theme = stillTheme();
    m_film = m_world.film(u"night_ferry"_s, 8, QSize(960, 540));
    QVERIFY(!m_film.isEmpty());
}

void ScreenshotsTest::cleanupTestCase() {
    m_theme.reset();
}

void ScreenshotsTest::shoot(Person& person, const QString& name) {
    QVERIFY(person.shoot(*m_theme, name, {QSize(1440, 900), QSize(1200, 800), QSize(1000, 720)}));
}

void ScreenshotsTest::shootDragOver(Person& person) {
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(m_film)});
    auto* zone = person.visible(u"create.drop"_s);
    const std::pair<QWidget*, QString> places[] = {{zone, u"03b-drag-over"_s},
                                                   {&person.window(), u"03d-drag-over-window"_s}};
    for (const auto& [place, name] : places) {
        QDragEnterEvent enter(place->rect().center(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(place, &enter);
        QVERIFY(enter.isAccepted());
        shoot(person, name);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(place, &leave);
    }
}

void ScreenshotsTest::shootOffline() {
    // Somebody else has the gateway's address: the network does not start.
    const auto network = studio::loadNetwork(m_world.path(u"network"_s).toStdString());
    QVERIFY(network.has_value());
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost,
                         static_cast<quint16>(QUrl(ui::toQString(network->gatewayUrl)).port())));
    const auto back = m_world.person(u"maker"_s);
    QTRY_COMPARE_WITH_TIMEOUT(back->engine().readiness(), Readiness::NetworkDown, 30'000);
    QCOMPARE(back->window().rail()->identityCard()->health(), u"Offline"_s);
    QCOMPARE(back->window().currentPage(), u"library"_s);
    shoot(*back, u"12b-library-offline"_s);
    back->window().showPage(u"publish"_s);
    QVERIFY(back->click(u"rail.identity"_s));
    QVERIFY(back->see(u"health"_s) != nullptr);
    shoot(*back, u"12-offline"_s);
}

void ScreenshotsTest::screenshots() {
    auto maker = m_world.person(u"maker"_s);
    auto& window = maker->window();
    QVERIFY(maker->see(u"firstrun.create"_s) != nullptr);
    shoot(*maker, u"01-first-run"_s);
    QVERIFY(maker->click(u"firstrun.create"_s));
    QVERIFY(maker->see(u"phrase.words"_s, 60'000) != nullptr);
    shoot(*maker, u"01b-words"_s);
    QVERIFY(maker->click(u"phrase.later"_s));
    QTRY_COMPARE(window.currentPage(), u"library"_s);
    QTRY_COMPARE(maker->engine().readiness(), Readiness::Ready);
    shoot(*maker, u"02b-library-empty"_s);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(maker->see(u"palette.field"_s) != nullptr);
    shoot(*maker, u"16-palette"_s);
    QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
    window.showPage(u"create"_s);
    shoot(*maker, u"03-create-drop"_s);
    shootDragOver(*maker);
    maker->drop(m_film);
    QVERIFY(maker->see(u"create.publish"_s) != nullptr);
    QTRY_VERIFY(maker->visible(u"create.publish"_s)->isEnabled());
    auto* title = qobject_cast<ui::Field*>(maker->visible(u"create.title"_s));
    title->edit()->selectAll();
    QTest::keyClick(title->edit(), Qt::Key_Delete);
    shoot(*maker, u"04b-needs-attention"_s);
    window.createPage()->startOver();
    shoot(*maker, u"03e-draft-needs-title"_s);
    QVERIFY(maker->click(u"create.draft.0"_s));
    maker->type(u"create.title"_s, u"Night ferry"_s);
    maker->type(u"create.description"_s, u"The last ferry of the night, and who is on it."_s);
    shoot(*maker, u"04-create-details"_s);
    window.createPage()->startOver();
    shoot(*maker, u"03c-create-drafts"_s);
    QVERIFY(maker->click(u"create.draft.0"_s));
    QVERIFY(maker->click(u"create.access.granted"_s));
    QVERIFY(maker->click(u"create.publish"_s));
    shoot(*maker, u"04c-publish-sheet"_s);
    QSignalSpy published(&window, &ui::AppWindow::published);
    QVERIFY(maker->click(u"publishsheet.statement"_s));
    QVERIFY(maker->click(u"publishsheet.sign"_s));
    QVERIFY(maker->see(u"publish.job"_s) != nullptr);
    const auto encrypting = [&]() {
        const auto& jobs = maker->engine().jobs();
        return !jobs.empty() && jobs[0].at(studio::Stage::Analyze).status == studio::StageStatus::Done;
    };
    QVERIFY(QTest::qWaitFor(encrypting, kPublishMs));
    // A short film is gone before its picture is taken; paused it waits.
    auto* card = qobject_cast<ui::JobCard*>(maker->visible(u"publish.job"_s));
    if (auto* pause = qobject_cast<QAbstractButton*>(maker->visible(u"job.pause"_s))) pause->click();
    QTRY_VERIFY_WITH_TIMEOUT(card->state() != ui::JobCard::State::Running, kPublishMs);
    shoot(*maker, u"05-publish"_s);
    if (card->state() == ui::JobCard::State::Paused)
        qobject_cast<QAbstractButton*>(maker->visible(u"job.pause"_s))->click();
    QTRY_COMPARE_WITH_TIMEOUT(published.size(), 1, kPublishMs);
    const QString link = published.at(0).at(1).toString();
    shoot(*maker, u"05b-published"_s);
    maker->closeToasts();
    window.showPage(u"library"_s);
    shoot(*maker, u"02-library"_s);

    auto viewer = m_world.person(u"viewer"_s);
    QVERIFY(viewer->begin());
    viewer->window().openLink(link);
    QTRY_COMPARE_WITH_TIMEOUT(textOf(*viewer, u"openlink.title"_s), u"Night ferry"_s, 20'000);
    shoot(*viewer, u"14-open-link"_s);
    QVERIFY(viewer->click(u"openlink.watch"_s));
    QTRY_COMPARE_WITH_TIMEOUT(textOf(*viewer, u"openlink.card"_s), u"You are not let in yet"_s, 20'000);
    shoot(*viewer, u"14b-refused"_s);

    QSignalSpy granted(&maker->engine(), &ui::Engine::accessChanged);
    maker->engine().grant(link,
                          QString::fromStdString(identity::toDidKey(viewer->engine().person()->account)));
    QTRY_COMPARE_WITH_TIMEOUT(granted.size(), 1, 20'000);
    QMetaObject::invokeMethod(maker->window().page(u"library"_s), "filmRequested", Q_ARG(QString, link));
    QVERIFY(maker->see(u"asset.revoke"_s) != nullptr);
    shoot(*maker, u"07-asset"_s);

    window.playFilm(link);
    auto* player = window.playerPage()->player();
    QTRY_VERIFY_WITH_TIMEOUT(player->statistics().shown > 0, 30'000);
    player->pause();
    player->seek(std::chrono::seconds(3));
    QTRY_VERIFY(player->currentFramePts() >= std::chrono::milliseconds(2900));
    shoot(*maker, u"06-player"_s);
    QTest::keyClick(window.playerPage(), Qt::Key_I);
    shoot(*maker, u"06b-player-panel"_s);
    QTest::keyClick(window.playerPage(), Qt::Key_I);
    QTest::keyClick(window.playerPage(), Qt::Key_Escape);
    window.showPage(u"library"_s);
    QTRY_VERIFY(maker->engine().library().front().positionMs > 0);
    shoot(*maker, u"02c-library-begun"_s);
    window.showPage(u"activity"_s);
    QVERIFY(maker->click(u"activity.verify"_s));
    QTRY_COMPARE(textOf(*maker, u"activity.result"_s), u"Nothing was changed"_s);
    shoot(*maker, u"08-activity"_s);
    window.showPage(u"keys"_s);
    shoot(*maker, u"09-keys"_s);
    window.showPage(u"settings"_s);
    shoot(*maker, u"10-settings"_s);
    QVERIFY(maker->click(u"section.about"_s));
    shoot(*maker, u"10b-settings-end"_s);
    // The windows close, and with them the network.
    viewer.reset();
    maker.reset();
    shootOffline();
    maker = m_world.person(u"maker"_s);
    QTRY_COMPARE_WITH_TIMEOUT(maker->engine().readiness(), Readiness::Ready, 30'000);
    QTRY_VERIFY(!maker->engine().health().empty());
    auto& again = maker->window();
    // Two of three nodes are gone.
    int left = 2;
    for (const auto& service : maker->engine().health())
        if (service.name != "gateway" && service.running && left-- > 0)
            QCOMPARE(::kill(static_cast<pid_t>(service.pid), SIGKILL), 0);
    QVERIFY(left <= 0);
    again.playFilm(link);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(*maker, u"player.opening.title"_s).startsWith(u"Only 1 of 3"_s), 30'000);
    shoot(*maker, u"15-too-few-nodes"_s);
    QTest::keyClick(again.playerPage(), Qt::Key_Escape);
    again.showPage(u"library"_s);
    maker->engine().lock();
    QVERIFY(maker->see(u"locked"_s) != nullptr);
    shoot(*maker, u"11-locked"_s);
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::ScreenshotsTest)

#include "moc_screenshots_test.cpp"
