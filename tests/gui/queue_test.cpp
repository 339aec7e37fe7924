#include "tests/gui/queue_test.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <cstdio>

#include "tests/gui/jobs.h"
#include "ui/widgets/field.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using Readiness = ui::Engine::Readiness;

constexpr const char* kFolder = "KEYREEL_TEST_QUEUE_FOLDER";
constexpr const char* kFilm = "KEYREEL_TEST_QUEUE_FILM";

/// Every film once, in the order of `titles`.
bool publishesInOrder(Person& person, const QString& titles) {
    QString published;
    const auto context = std::make_unique<QObject>();
    // The window tells of all that came about since it last looked; the engine of each by itself.
    QObject::connect(&person.engine(), &ui::Engine::jobChanged, context.get(), [&](const QString& id) {
        const auto* report = person.engine().job(id);
        if (report == nullptr || !report->published()) return;
        const QString title = QString::fromStdString(report->request.title);
        if (!published.contains(title)) published += title;
    });
    person.engine().setJobsAtOnce(1);
    person.engine().resumeAll();
    (void)QTest::qWaitFor([&]() { return published.size() >= titles.size(); }, kPublishMs);
    if (published != titles)
        qWarning("published %s instead of %s", qUtf8Printable(published), qUtf8Printable(titles));
    return published == titles &&
           QTest::qWaitFor([&]() { return person.engine().library().size() == std::size_t(titles.size()); });
}

}  // namespace

void QueueTest::initTestCase() {
    m_theme = stillTheme();
    m_film = m_world.film(u"night_ferry"_s, 1);
    QVERIFY(!m_film.isEmpty());
}

void QueueTest::cleanupTestCase() {
    m_theme.reset();
}

void QueueTest::reorderedAndPausedOverARestart() {
    QString order;
    {
        const auto maker = m_world.person(u"queue"_s);
        auto& engine = maker->engine();
        QVERIFY(maker->begin());
        engine.setJobsAtOnce(1);
        maker->window().showPage(u"publish"_s);
        QTRY_VERIFY(!engine.health().empty());
        // No film is out before all of them stand, however long the pictures take.
        engine.setUploadLimit(1000);
        QVERIFY(addJobs(engine, m_film, u"ABCDEF"_s));
        QVERIFY(QTest::qWaitFor([&]() { return uploads(engine, u"A"_s); }, kPublishMs));
        QCOMPARE(engine.queue().all(studio::Standing::Running).size(), std::size_t{1});
        QTRY_VERIFY(cardOf(*maker, u"F"_s) != nullptr && cardOf(*maker, u"B"_s)->y() > 0);

        // By keys, with the focus on the card all the time.
        cardOf(*maker, u"B"_s)->setFocus();
        QTest::keyClick(maker->window().focusWidget(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(orderOf(engine), u"ACBDEF"_s);
        QCOMPARE(maker->window().focusWidget(), cardOf(*maker, u"B"_s));
        QTest::keyClick(maker->window().focusWidget(), Qt::Key_End, Qt::AltModifier);
        QCOMPARE(orderOf(engine), u"ACDEFB"_s);
        QTest::keyClick(maker->window().focusWidget(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(orderOf(engine), u"ACDEBF"_s);
        // One that runs has no place to change.
        cardOf(*maker, u"A"_s)->setFocus();
        QTest::keyClick(maker->window().focusWidget(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(orderOf(engine), u"ACDEBF"_s);
        // By the mouse: E over C.
        QCoreApplication::processEvents();
        auto* dragged = cardOf(*maker, u"E"_s);
        const QPoint from(dragged->width() / 2, 8);
        QTest::mousePress(dragged, Qt::LeftButton, Qt::NoModifier, from);
        const int up = cardOf(*maker, u"C"_s)->geometry().top() + 4;
        QMouseEvent move(QEvent::MouseMove, dragged->mapFromParent(QPoint(from.x(), up)),
                         dragged->mapToGlobal(dragged->mapFromParent(QPoint(from.x(), up))), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(dragged, &move);
        QTest::mouseRelease(dragged, Qt::LeftButton);
        QCOMPARE(orderOf(engine), u"AECDBF"_s);

        // Space pauses one that waits; a paused upload makes room for the next.
        order = orderOf(engine);
        cardOf(*maker, u"D"_s)->setFocus();
        QTest::keyClick(maker->window().focusWidget(), Qt::Key_Space);
        QCOMPARE(pausedOf(engine), u"D"_s);
        engine.pauseJob(idOf(engine, u"A"_s));
        const QString second = order.mid(1, 1);
        QVERIFY(QTest::qWaitFor([&]() { return uploads(engine, second); }, kPublishMs));
        QVERIFY(maker->shoot(*m_theme, u"05-queue"_s, {QSize(1440, 900), QSize(1000, 720)}));
        QVERIFY(maker->click(u"publish.pauseAll"_s));
        QCOMPARE(pausedOf(engine).size(), 6);
        QVERIFY(maker->see(u"publish.resumeAll"_s) != nullptr);
        QTRY_VERIFY(maker->visible(u"publish.pauseAll"_s) == nullptr);
        QVERIFY(maker->shoot(*m_theme, u"05b-queue-paused"_s, {QSize(1440, 900)}));
    }
    const auto back = m_world.person(u"queue"_s);
    QTRY_COMPARE_WITH_TIMEOUT(back->engine().readiness(), Readiness::Ready, 30'000);
    QCOMPARE(orderOf(back->engine()), order);
    QCOMPARE(pausedOf(back->engine()), order);
    QVERIFY(publishesInOrder(*back, order));
}

void QueueTest::quitsWhenAllIsPublished() {
    const auto choice = [](Person& person) {
        person.window().showPage(u"settings"_s);
        return qobject_cast<QComboBox*>(person.see(u"settings.whenDone"_s));
    };
    {
        const auto maker = m_world.person(u"done"_s);
        QVERIFY(maker->begin());
        QComboBox* done = choice(*maker);
        QVERIFY(done != nullptr);
        done->setCurrentIndex(done->findData(u"quit"_s));
        QVERIFY(addJobs(maker->engine(), m_film, u"Q"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!maker->window().isVisible(), kPublishMs);
        QVERIFY(maker->engine().jobs().empty() || maker->engine().jobs().front().published());
    }
    const auto back = m_world.person(u"done"_s);
    QTRY_COMPARE_WITH_TIMEOUT(back->engine().readiness(), Readiness::Ready, 30'000);
    QCOMPARE(choice(*back)->currentData().toString(), u"nothing"_s);
    QVERIFY(back->window().isVisible());
}

void QueueTest::goesOnWhenTheGatewayAnswersAgain() {
    const auto maker = m_world.person(u"away"_s);
    auto& engine = maker->engine();
    QVERIFY(maker->begin());
    QSignalSpy published(&maker->window(), &ui::AppWindow::published);
    maker->window().showPage(u"publish"_s);
    engine.setUploadLimit(20'000);
    QVERIFY(addJobs(engine, m_film, u"GH"_s));
    QTRY_VERIFY(hasUploaded(engine, u"G"_s) || hasUploaded(engine, u"H"_s));
    // However slow the machine is, neither is out before it has waited.
    engine.setUploadLimit(500);
    QTRY_VERIFY(uploads(engine, u"G"_s) && uploads(engine, u"H"_s));
    QVERIFY(maker->killServer("gateway"));
    const auto waits = [&](const QString& title) {
        const auto* card = cardOf(*maker, title);
        return card != nullptr && card->state() == ui::JobCard::State::Waiting &&
               engine.triesAgainIn(idOf(engine, title));
    };
    QTRY_VERIFY(waits(u"G"_s) || waits(u"H"_s));
    const QString first = waits(u"G"_s) ? u"G"_s : u"H"_s;
    const QString other = first == u"G"_s ? u"H"_s : u"G"_s;
    QVERIFY(maker->shoot(*m_theme, u"05c-queue-waiting-for-gateway"_s, {QSize(1440, 900), QSize(960, 640)}));
    // A person can still say no.
    QTRY_VERIFY(waits(other) || uploads(engine, other));
    cardOf(*maker, other)->setFocus();
    QTest::keyClick(maker->window().focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(pausedOf(engine), other);
    // The embedded gateway is started again by whoever tries; nobody touches anything.
    engine.setUploadLimit(0);
    QTRY_COMPARE(published.size(), 1);
    QCOMPARE(published.first().first().toString(), first);
    QCOMPARE(pausedOf(engine), other);
    QTest::keyClick(maker->window().focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(published.size(), 2);
    QTRY_COMPARE(engine.library().size(), std::size_t{2});
}

void QueueTest::runsACommandWhenAllIsPublished() {
    const auto maker = m_world.person(u"command"_s);
    QVERIFY(maker->begin());
    maker->window().showPage(u"settings"_s);
    auto* done = qobject_cast<QComboBox*>(maker->see(u"settings.whenDone"_s));
    QVERIFY(done != nullptr);
    QCOMPARE(done->currentData().toString(), u"nothing"_s);
    const auto choose = [&]() {
        done->setFocus();
        QTest::keyClick(done, Qt::Key_End);
        return maker->see(u"command.lines"_s) != nullptr;
    };
    // Left without one, nothing is chosen.
    QVERIFY(choose());
    QVERIFY(!maker->visible(u"command.use"_s)->isEnabled());
    maker->type(u"command.lines"_s, u"no-such-program-here"_s);
    QVERIFY(!maker->visible(u"command.use"_s)->isEnabled());
    QVERIFY(maker->click(u"command.back"_s));
    QTRY_COMPARE(done->currentData().toString(), u"nothing"_s);

    QVERIFY(choose());
    const QString literal = m_world.path(u"$(id) ; a \"b\" *"_s);
    qobject_cast<ui::TextAreaField*>(maker->see(u"command.lines"_s))
        ->edit()
        ->setPlainText(u"touch\n--\n"_s + literal);
    QVERIFY(maker->shoot(*m_theme, u"10d-command"_s, {QSize(1440, 900), QSize(960, 640)}));
    QVERIFY(maker->click(u"command.use"_s));
    QTRY_VERIFY(!maker->window().hasSheet());
    QCOMPARE(done->currentData().toString(), u"command"_s);
    QVERIFY(!QFileInfo::exists(literal));
    QVERIFY(addJobs(maker->engine(), m_film, u"C"_s));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(literal), kPublishMs);
}

int waitToBeKilled(const QString& folder, const QString& film) {
    Person maker(folder, u"killed"_s, {});
    auto& engine = maker.engine();
    if (!maker.begin()) return 1;
    engine.setJobsAtOnce(1);
    // So that no film is out before all of them stand.
    engine.setUploadLimit(1000);
    if (!addJobs(engine, film, u"VWXYZ"_s)) return 1;
    engine.pauseAll();
    engine.stepJob(idOf(engine, u"Z"_s), -100'000);
    engine.moveJob(idOf(engine, u"V"_s), {});
    std::printf("%s\n", qUtf8Printable(orderOf(engine)));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

void QueueTest::killedWhilePausedAndReordered() {
    QProcess other;
    auto environment = QProcessEnvironment::systemEnvironment();
    const QString folder = QFileInfo(m_film).path();
    environment.insert(QLatin1String(kFolder), folder);
    environment.insert(QLatin1String(kFilm), m_film);
    other.setProcessEnvironment(environment);
    other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    other.start(QCoreApplication::applicationFilePath(), QStringList());
    QVERIFY(other.waitForReadyRead(kPublishMs));
    const QString order = QString::fromUtf8(other.readLine()).trimmed();
    QCOMPARE(order, u"ZWXYV"_s);
    other.kill();
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitStatus(), QProcess::CrashExit);

    const auto back = m_world.person(u"killed"_s);
    QTRY_COMPARE_WITH_TIMEOUT(back->engine().readiness(), Readiness::Ready, 30'000);
    QCOMPARE(orderOf(back->engine()), order);
    QCOMPARE(pausedOf(back->engine()), order);
    QVERIFY(publishesInOrder(*back, order));
}

}  // namespace keyreel::gui_test

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QString folder = qEnvironmentVariable(keyreel::gui_test::kFolder);
    if (!folder.isEmpty()) {
        keyreel::ui::Theme theme(app);
        return keyreel::gui_test::waitToBeKilled(folder, qEnvironmentVariable(keyreel::gui_test::kFilm));
    }
    keyreel::gui_test::QueueTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "moc_queue_test.cpp"
