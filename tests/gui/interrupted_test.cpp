#include "tests/gui/interrupted_test.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <cstdio>

#include "tests/gui/jobs.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using Readiness = ui::Engine::Readiness;
using State = ui::JobCard::State;
using studio::Stage;
using studio::StageStatus;

constexpr const char* kFolder = "KEYREEL_TEST_INTERRUPTED_FOLDER";
/// Bytes a second: so that the first are soon there, and so that the last do not come.
constexpr quint64 kBegins = 10'000;
constexpr quint64 kCrawls = 500;
const QString kShort = u"/short.mp4"_s;
const QString kLong = u"/long.mp4"_s;
const QString kLost = u"/lost.mp4"_s;

/// "A published, B upload, ..." of all jobs, by title.
QString stagesOf(const ui::Engine& engine) {
    QStringList out;
    for (const auto& job : engine.jobs()) {
        const QString id = ui::toQString(job.id);
        QString state = u"waits"_s;
        if (job.published())
            state = u"published"_s;
        else if (engine.isPaused(id))
            state = u"paused"_s;
        else if (job.error)
            state = u"failed"_s;
        else if (engine.isRunning(id))
            for (const Stage stage : studio::kAllStages)
                if (job.at(stage).status == StageStatus::Running) state = QString::fromLatin1(wordOf(stage));
        out.append(ui::toQString(job.request.title) + u' ' + state);
    }
    out.sort();
    return out.join(u", "_s);
}

bool waitFor(const std::function<bool()>& come) {
    return QTest::qWaitFor(come, kPublishMs);
}

/// In another process, which tells its jobs on standard output and is killed there.
int workUntilKilled(const QString& folder) {
    Person maker(folder, u"killed"_s, {});
    auto& engine = maker.engine();
    if (!maker.begin()) return 1;
    engine.setJobsAtOnce(1);
    if (!addJobs(engine, folder + kShort, u"A"_s) ||
        !waitFor([&]() { return jobOf(engine, u"A"_s)->published(); }))
        return 2;
    engine.setUploadLimit(kBegins);
    if (!addJobs(engine, folder + kShort, u"C"_s) || !waitFor([&]() { return hasUploaded(engine, u"C"_s); }))
        return 3;
    // It waits behind C, and when its turn comes its film is gone.
    if (!addJobs(engine, folder + kLost, u"F"_s) ||
        !QFile::rename(folder + kLost, folder + kLost + u".away"_s))
        return 4;
    engine.pauseJob(idOf(engine, u"C"_s));
    if (!waitFor([&]() { return jobOf(engine, u"F"_s)->error.has_value(); })) return 5;
    if (!addJobs(engine, folder + kShort, u"B"_s) || !waitFor([&]() { return hasUploaded(engine, u"B"_s); }))
        return 6;
    engine.setUploadLimit(kCrawls);
    studio::PublishRequest anew;
    anew.film = (folder + kLong).toStdString();
    anew.title = ui::toStdString(u"D"_s);
    anew.ladder = {180};
    engine.setJobsAtOnce(2);
    engine.publish(anew);
    const auto encrypts = [&]() {
        const auto* job = jobOf(engine, u"D"_s);
        return job != nullptr && job->at(Stage::Encrypt).status == StageStatus::Running &&
               job->at(Stage::Encrypt).progress.done > 0 && jobOf(engine, u"E"_s) != nullptr;
    };
    if (!addJobs(engine, folder + kShort, u"E"_s) || !waitFor(encrypts)) return 7;
    std::printf("%s\n", qUtf8Printable(stagesOf(engine)));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

}  // namespace

void InterruptedTest::initTestCase() {
    m_theme = stillTheme();
}

void InterruptedTest::cleanupTestCase() {
    m_theme.reset();
}

void InterruptedTest::killedInSixStages() {
    const QString film = m_world.film(u"short"_s, 1);
    QVERIFY(!film.isEmpty() && !m_world.film(u"long"_s, 90).isEmpty());
    const QString folder = QFileInfo(film).path();
    QVERIFY(QFile::copy(film, folder + kLost));
    QProcess other;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(kFolder), folder);
    other.setProcessEnvironment(environment);
    other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    other.start(QCoreApplication::applicationFilePath(), QStringList());
    QVERIFY(other.waitForReadyRead(2 * kPublishMs));
    const QString before = QString::fromUtf8(other.readLine()).trimmed();
    other.kill();
    QVERIFY(other.waitForFinished());
    QCOMPARE(before, u"A published, B upload, C paused, D encrypt, E waits, F failed"_s);
    QCOMPARE(other.exitStatus(), QProcess::CrashExit);

    const auto back = m_world.person(u"killed"_s);
    auto& engine = back->engine();
    QTRY_COMPARE(engine.readiness(), Readiness::Ready);
    back->window().showPage(u"publish"_s);
    const auto published = [&](const QString& title) {
        const auto* job = jobOf(engine, title);
        return job != nullptr && job->published();
    };
    // Nobody asked for these again, and nobody had stopped them.
    QTRY_VERIFY(published(u"B"_s) && published(u"D"_s) && published(u"E"_s));
    QCOMPARE(stagesOf(engine), u"A published, B published, C paused, D published, E published, F failed"_s);
    QVERIFY(jobOf(engine, u"C"_s)->at(Stage::Upload).progress.done > 0);
    QTRY_COMPARE(cardOf(*back, u"F"_s)->state(), State::Failed);
    QVERIFY(back->shoot(*m_theme, u"05e-queue-after-a-kill"_s, {QSize(1440, 900)}));

    QVERIFY(QFile::rename(folder + kLost + u".away"_s, folder + kLost));
    cardOf(*back, u"C"_s)->setFocus();
    QTest::keyClick(back->window().focusWidget(), Qt::Key_Space);
    cardOf(*back, u"F"_s)->setFocus();
    QTest::keyClick(back->window().focusWidget(), Qt::Key_R);
    QTRY_VERIFY(published(u"C"_s) && published(u"F"_s));
    QTRY_COMPARE(engine.library().size(), std::size_t{6});
    QSet<QString> titles;
    for (const auto& entry : engine.library())
        titles.insert(ui::toQString(entry.title));
    QCOMPARE(titles.size(), 6);
}

void InterruptedTest::lockedHalfWay() {
    const QString film = m_world.film(u"short"_s, 1);
    const auto maker = m_world.person(u"locked"_s);
    auto& engine = maker->engine();
    QVERIFY(maker->begin());
    QSignalSpy published(&maker->window(), &ui::AppWindow::published);
    maker->window().showPage(u"publish"_s);
    engine.setUploadLimit(kBegins);
    QVERIFY(addJobs(engine, film, u"K"_s));
    QTRY_VERIFY(hasUploaded(engine, u"K"_s));
    engine.setUploadLimit(kCrawls);
    QTest::keyClick(&maker->window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(maker->click(u"locked.later"_s));
    QTRY_VERIFY(!engine.isUnderWay(idOf(engine, u"K"_s)));
    QVERIFY(!jobOf(engine, u"K"_s)->published());
    QCOMPARE(engine.readiness(), Readiness::Locked);
    QVERIFY(maker->shoot(*m_theme, u"05f-queue-locked"_s, {QSize(1440, 900)}));

    engine.setUploadLimit(0);
    QCOMPARE(QProcess::execute(qEnvironmentVariable("KEYREEL_TEST_UNLOCK"), {}), 0);
    QTest::keyClick(&maker->window(), Qt::Key_F5);
    QTRY_COMPARE(published.size(), 1);
    QTRY_COMPARE(engine.library().size(), std::size_t{1});
}

}  // namespace keyreel::gui_test

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QString folder = qEnvironmentVariable(keyreel::gui_test::kFolder);
    if (!folder.isEmpty()) {
        keyreel::ui::Theme theme(app);
        return keyreel::gui_test::workUntilKilled(folder);
    }
    keyreel::gui_test::InterruptedTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "moc_interrupted_test.cpp"
