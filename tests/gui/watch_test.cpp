#include "tests/gui/watch_test.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QTest>

#include "ui/models/watch_folder.h"
#include "ui/pages/create_page.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

constexpr int kTakeMs = 30'000;
constexpr std::chrono::milliseconds kRhythm{50};

QList<ui::Draft> draftsOf(Person& person) {
    return ui::DraftStore(person.engine().places().profile / "drafts.json").drafts();
}

bool chooseFolder(Person& person, const QString& folder) {
    if (!person.click(u"settings.watch.choose"_s)) return false;
    auto* dialog = person.window().findChild<QFileDialog*>();
    if (dialog == nullptr || dialog->fileMode() != QFileDialog::Directory) return false;
    dialog->setDirectory(folder);
    dialog->selectFile(folder);
    QTest::keyClick(dialog, Qt::Key_Return);
    return QTest::qWaitFor([&]() { return person.window().createPage()->watchFolder().folder() == folder; },
                           kPatienceMs);
}

}  // namespace

void WatchTest::initTestCase() {
    m_theme = stillTheme();
}

void WatchTest::cleanupTestCase() {
    m_theme.reset();
}

void WatchTest::newVideosBecomeDraftsAndNothingMore() {
    const QString film = m_world.film(u"source"_s, 1, {320, 180}, u"The Salt Road"_s);
    QVERIFY(!film.isEmpty());
    const QString folder = m_world.path(u"incoming"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::copy(film, folder + u"/before.mp4"_s));

    auto maker = m_world.person(u"watcher"_s);
    QVERIFY(maker->begin());
    maker->window().showPage(u"settings"_s);
    QVERIFY(maker->see(u"settings.watch.stop"_s, 0) == nullptr);
    QVERIFY(chooseFolder(*maker, folder));
    maker->window().createPage()->watchFolder().setRhythm(kRhythm);
    QCOMPARE(qobject_cast<ui::Label*>(maker->see(u"settings.watch.folder"_s))->text(), u"incoming"_s);
    maker->type(u"settings.search"_s, u"watched"_s);
    QVERIFY(maker->shoot(*m_theme, u"10c-watched-folder"_s, {QSize(1440, 900), QSize(1000, 720)}));

    // Half of it is no video yet, however long the other half takes.
    QFile source(film);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray bytes = source.readAll();
    QFile slow(folder + u"/salt_road.mp4"_s);
    QVERIFY(slow.open(QIODevice::WriteOnly));
    QVERIFY(slow.write(bytes.left(bytes.size() / 2)) > 0 && slow.flush());
    QVERIFY(!QTest::qWaitFor([&]() { return !draftsOf(*maker).isEmpty(); },
                             static_cast<int>(20 * kRhythm.count())));
    QVERIFY(slow.write(bytes.mid(bytes.size() / 2)) > 0);
    slow.close();
    QVERIFY(QTest::qWaitFor([&]() { return draftsOf(*maker).size() == 1; }, kTakeMs));
    QCOMPARE(draftsOf(*maker)[0].title, u"The Salt Road"_s);
    QCOMPARE(draftsOf(*maker)[0].film, slow.fileName());
    // Nobody is led away from where they are; the way there is in what is told.
    QCOMPARE(maker->window().currentPage(), u"settings"_s);
    QVERIFY(maker->see(u"toast"_s) != nullptr);
    QVERIFY(maker->shoot(*m_theme, u"10d-came-into-the-folder"_s, {QSize(1440, 900), QSize(1000, 720)}));
    QVERIFY(maker->click(u"toast.act"_s));
    QTRY_VERIFY(maker->window().createPage()->showsDetails());
    QCOMPARE(qobject_cast<ui::Field*>(maker->see(u"create.title"_s))->text(), u"The Salt Road"_s);

    // Another name: the same draft, also while it is open.
    const QString named = folder + u"/final.mp4"_s;
    QVERIFY(QFile::rename(slow.fileName(), named));
    QVERIFY(QTest::qWaitFor([&]() { return draftsOf(*maker)[0].film == named; }, kTakeMs));
    maker->window().createPage()->startOver();
    const QString again = folder + u"/final-2.mp4"_s;
    QVERIFY(QFile::rename(named, again));
    QVERIFY(QTest::qWaitFor([&]() { return draftsOf(*maker)[0].film == again; }, kTakeMs));
    QCOMPARE(draftsOf(*maker).size(), 1);

    // What was removed stays away, what came meanwhile does not; nothing is on its way to anybody.
    QVERIFY(maker->click(u"create.draft.remove"_s));
    QTRY_VERIFY(draftsOf(*maker).isEmpty());
    maker.reset();
    QVERIFY(QFile::copy(film, folder + u"/meanwhile.mp4"_s));
    maker = m_world.person(u"watcher"_s);
    QVERIFY(QTest::qWaitFor([&]() { return draftsOf(*maker).size() == 1; }, kTakeMs));
    QCOMPARE(draftsOf(*maker)[0].film, folder + u"/meanwhile.mp4"_s);
    QVERIFY(studio::PublishJob::list(maker->engine().places()).empty());

    // Stopped is stopped.
    QVERIFY(QTest::qWaitFor([&]() { return maker->engine().readiness() == ui::Engine::Readiness::Ready; },
                            kTakeMs));
    maker->window().showPage(u"settings"_s);
    QVERIFY(maker->click(u"settings.watch.stop"_s));
    QCOMPARE(qobject_cast<ui::Label*>(maker->see(u"settings.watch.folder"_s))->text(), u"None"_s);
    QVERIFY(QFile::copy(film, folder + u"/after.mp4"_s));
    maker->window().createPage()->watchFolder().setRhythm(kRhythm);
    QVERIFY(!QTest::qWaitFor([&]() { return draftsOf(*maker).size() != 1; },
                             static_cast<int>(20 * kRhythm.count())));
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::WatchTest)

#include "moc_watch_test.cpp"
