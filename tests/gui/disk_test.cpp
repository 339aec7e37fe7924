#include "tests/gui/disk_test.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>
#include <filesystem>

#include "ui/widgets/job_card.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;
using State = ui::JobCard::State;

/// Takes all room but `left` bytes of the disk that `path` is on.
bool fill(const QString& path, std::uintmax_t left) {
    const auto free = std::filesystem::space(QFileInfo(path).path().toStdString()).available;
    QFile filler(path);
    if (free <= left || !filler.open(QIODevice::WriteOnly)) return false;
    const QByteArray piece(1 << 16, 'x');
    for (auto rest = free - left; rest > 0;) {
        const auto count = std::min<std::uintmax_t>(rest, static_cast<std::uintmax_t>(piece.size()));
        if (filler.write(piece.constData(), static_cast<qint64>(count)) != static_cast<qint64>(count))
            return false;
        rest -= count;
    }
    return filler.flush();
}

ui::JobCard* card(Person& person) {
    return person.window().findChild<ui::JobCard*>(u"publish.job"_s);
}

}  // namespace

void DiskTest::initTestCase() {
    m_theme = stillTheme();
}

void DiskTest::cleanupTestCase() {
    m_theme.reset();
}

void DiskTest::fullDisk() {
    const QString disk = qEnvironmentVariable("KEYREEL_TEST_SMALL_DISK");
    QVERIFY2(!disk.isEmpty(), "run below with-keyring --small-disk");
    const QString film = m_world.film(u"night_ferry"_s, 20, {640, 360});
    QVERIFY(!film.isEmpty());
    const auto needed = static_cast<std::uintmax_t>(QFileInfo(film).size());
    QVERIFY2(needed > 400'000 && needed < 8'000'000, qPrintable(QString::number(needed)));
    const auto maker = m_world.person(u"maker"_s);
    auto& engine = maker->engine();
    QVERIFY(maker->begin());
    // Where films are encrypted, and nothing else of this computer.
    const std::filesystem::path jobs = disk.toStdString() + "/jobs";
    std::filesystem::create_directory(jobs);
    std::filesystem::remove_all(engine.places().jobs());
    std::filesystem::create_directory_symlink(jobs, engine.places().jobs());
    const QString filler = disk + u"/filler"_s;
    QVERIFY(fill(filler, needed / 2));

    QSignalSpy published(&maker->window(), &ui::AppWindow::published);
    maker->window().showPage(u"publish"_s);
    studio::PublishRequest request;
    request.film = film.toStdString();
    request.title = "Night Ferry";
    engine.publish(request);
    QTRY_VERIFY(card(*maker) != nullptr && card(*maker)->state() == State::Failed);
    const auto& job = engine.jobs().front();
    QVERIFY(job.error.has_value());
    QCOMPARE(ui::toQString(job.error->code), u"disk_full"_s);
    QVERIFY2(job.error->what.find(engine.places().jobs().string() + " lacks ") == 0, job.error->what.c_str());
    QVERIFY2(job.error->next.find("Make room for") == 0, job.error->next.c_str());
    // Nothing of the film was begun, so nothing of it has to be thrown away.
    QVERIFY(job.at(studio::Stage::Encrypt).progress.done == 0);
    QVERIFY(maker->shoot(*m_theme, u"05d-queue-full-disk"_s, {QSize(1440, 900), QSize(960, 640)}));

    QVERIFY(QFile::remove(filler));
    card(*maker)->setFocus();
    QTest::keyClick(maker->window().focusWidget(), Qt::Key_R);
    QTRY_COMPARE(published.size(), 1);
    QCOMPARE(engine.library().size(), std::size_t{1});
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::DiskTest)

#include "moc_disk_test.cpp"
