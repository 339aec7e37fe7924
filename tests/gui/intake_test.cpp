#include "tests/gui/intake_test.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include "ui/models/film_intake.h"
#include "ui/pages/create_page.h"
#include "ui/pages/recent_drafts.h"
#include "ui/shell/sheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/field.h"

namespace keyreel::gui_test {
namespace {

using namespace Qt::StringLiterals;

constexpr int kFilms = 40;
constexpr int kReadMs = 90'000;

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QList<ui::DraftCard*> cardsOf(Person& person) {
    QList<ui::DraftCard*> cards;
    for (auto* card : person.window().findChildren<ui::DraftCard*>())
        if (card->isVisible()) cards.append(card);
    return cards;
}

}  // namespace

void IntakeTest::initTestCase() {
    m_theme = stillTheme();
    m_film = m_world.film(u"night_ferry"_s, 1);
    QVERIFY(!m_film.isEmpty());
}

void IntakeTest::cleanupTestCase() {
    m_theme.reset();
}

void IntakeTest::fortyFilesAndThreeThatAreNone() {
    const auto maker = m_world.person(u"many"_s);
    QVERIFY(maker->begin());
    QStringList dropped;
    for (int i = 1; i <= kFilms / 2; ++i) {
        dropped.append(m_world.path(u"reel-%1.mp4"_s.arg(i)));
        QVERIFY(QFile::copy(m_film, dropped.last()));
    }
    const QString folder = m_world.path(u"harbour"_s);
    QVERIFY(QDir().mkpath(folder + u"/night/deep"_s));
    for (int i = 1; i <= kFilms / 2; ++i)
        QVERIFY(QFile::copy(m_film,
                            folder + (i % 2 == 0 ? u"/night/deep/take_%1.mp4"_s : u"/take_%1.MP4"_s).arg(i)));
    QVERIFY(write(folder + u"/broken.mov"_s, QByteArray(5000, 'x')));
    QVERIFY(write(folder + u"/thumbs.db"_s, "nothing"));
    QVERIFY(write(m_world.path(u"notes.txt"_s), "Bring more light."));
    QVERIFY(write(m_world.path(u"empty.mkv"_s), ""));
    dropped << m_world.path(u"notes.txt"_s) << folder << m_world.path(u"empty.mkv"_s) << dropped.first();

    maker->drop(dropped);
    QCOMPARE(maker->window().currentPage(), u"create"_s);
    auto* zone = qobject_cast<ui::DropZone*>(maker->see(u"create.drop"_s));
    QVERIFY(zone != nullptr);
    QTRY_COMPARE(zone->state(), ui::DropZone::State::Reading);
    QVERIFY(QTest::qWaitFor([&]() { return cardsOf(*maker).size() >= 2; }, kReadMs));
    QVERIFY(maker->shoot(*m_theme, u"03f-reading-many"_s, {QSize(1440, 900)}));
    QVERIFY(QTest::qWaitFor([&]() { return zone->state() == ui::DropZone::State::Idle; }, kReadMs));

    // Nobody is led into one of forty; they are all there to be seen, each with its picture.
    QVERIFY(!maker->window().createPage()->showsDetails());
    QTRY_COMPARE(cardsOf(*maker).size(), kFilms);
    const ui::DraftStore stored(maker->engine().places().profile / "drafts.json");
    QCOMPARE(stored.drafts().size(), kFilms);
    for (const auto& draft : stored.drafts())
        QVERIFY2(!stored.still(draft.id).isNull(), qUtf8Printable(draft.film));
    const auto banners = maker->window().createPage()->findChildren<ui::Banner*>();
    const auto banner =
        std::find_if(banners.begin(), banners.end(), [](auto* each) { return each->isVisible(); });
    QVERIFY(banner != banners.end());
    QCOMPARE((*banner)->fact(), u"3 of 43 files cannot become films."_s);
    QCOMPARE((*banner)->nextStep(), u"notes.txt, broken.mov, empty.mkv. 1 other file was left alone."_s);
    QVERIFY(maker->shoot(*m_theme, u"03g-forty-drafts"_s, {QSize(1440, 900), QSize(1000, 720)}));
    QVERIFY(maker->click(u"banner.act1"_s));
    QVERIFY(maker->see(u"refusals"_s) != nullptr);
    QVERIFY(maker->shoot(*m_theme, u"03h-left-out"_s, {QSize(1440, 900)}));
    QTest::keyClick(maker->window().focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!maker->window().hasSheet());

    // What one act would do is said once; only who ticks the statement does it.
    QCOMPARE(qobject_cast<QAbstractButton*>(maker->see(u"create.publishAll"_s))->text(),
             u"Publish all that are ready (40)..."_s);
    QVERIFY(maker->click(u"create.publishAll"_s));
    auto* sign = qobject_cast<QAbstractButton*>(maker->see(u"publishall.sign"_s));
    QVERIFY(sign != nullptr && !sign->isEnabled());
    QVERIFY(maker->shoot(*m_theme, u"04d-publish-all"_s, {QSize(1440, 900), QSize(1000, 720)}));
    QTest::keyClick(maker->window().focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!maker->window().hasSheet());

    // The three that are kept become films, and no drafts are left.
    for (int i = 0; i < kFilms - 3; ++i) {
        QVERIFY(maker->click(u"create.draft.remove"_s));
        QTRY_COMPARE(cardsOf(*maker).size(), kFilms - 1 - i);
    }
    QStringList expected;
    for (auto* card : cardsOf(*maker))
        expected.prepend(card->draft().title);
    std::sort(expected.begin(), expected.end());
    QSignalSpy added(&maker->engine(), &ui::Engine::jobAdded);
    QVERIFY(maker->click(u"create.publishAll"_s));
    QVERIFY(maker->click(u"publishall.statement"_s));
    QVERIFY(maker->click(u"publishall.sign"_s));
    QVERIFY(QTest::qWaitFor([&]() { return added.size() == 3; }, kReadMs));
    const auto done = [&]() {
        const auto& jobs = maker->engine().jobs();
        return std::all_of(jobs.begin(), jobs.end(), [](const auto& job) { return job.published(); });
    };
    QVERIFY(QTest::qWaitFor(done, kReadMs));
    QStringList titles;
    for (const auto& job : maker->engine().jobs())
        titles.append(ui::toQString(job.request.title));
    std::sort(titles.begin(), titles.end());
    QCOMPARE(titles, expected);
    QVERIFY(ui::DraftStore(maker->engine().places().profile / "drafts.json").drafts().isEmpty());
}

void IntakeTest::overAFieldAndFromTheClipboard() {
    const auto maker = m_world.person(u"few"_s);
    QVERIFY(maker->begin());
    maker->drop(m_film);
    QVERIFY(maker->see(u"create.title"_s) != nullptr);
    auto* title = qobject_cast<ui::Field*>(maker->visible(u"create.title"_s));
    const QString before = title->text();

    const QString second = m_world.path(u"second.mp4"_s);
    const QString third = m_world.path(u"third.mp4"_s);
    QVERIFY(QFile::copy(m_film, second) && QFile::copy(m_film, third));
    maker->drop({second, third}, title->edit());
    QVERIFY(QTest::qWaitFor([&]() { return cardsOf(*maker).size() == 3; }, kReadMs));
    const ui::DraftStore stored(maker->engine().places().profile / "drafts.json");
    QVERIFY(std::any_of(stored.drafts().begin(), stored.drafts().end(),
                        [&](const auto& draft) { return draft.title == before; }));

    const auto paste = [&](QMimeData* mime) {
        QGuiApplication::clipboard()->setMimeData(mime);
        maker->window().showPage(u"library"_s);
        QTest::keyClick(&maker->window(), Qt::Key_V, Qt::ControlModifier);
    };
    const QString fourth = m_world.path(u"fourth.mp4"_s);
    QVERIFY(QFile::copy(m_film, fourth));
    auto* asFiles = new QMimeData;
    asFiles->setUrls({QUrl::fromLocalFile(fourth)});
    paste(asFiles);
    QCOMPARE(maker->window().currentPage(), u"create"_s);
    QVERIFY(QTest::qWaitFor([&]() { return maker->window().createPage()->showsDetails(); }, kReadMs));
    QCOMPARE(qobject_cast<ui::Field*>(maker->see(u"create.title"_s))->text(), u"Fourth"_s);

    auto* asText = new QMimeData;
    asText->setText(QUrl::fromLocalFile(second).toString() + u"\nfile:///nowhere/gone.mp4\n"_s);
    paste(asText);
    QVERIFY(QTest::qWaitFor(
        [&]() { return maker->see(u"banner.act1"_s, 10) != nullptr && cardsOf(*maker).size() == 4; },
        kReadMs));

    maker->window().createPage()->chooseFile();
    auto* dialog = maker->window().findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFiles);
    dialog->reject();
}

}  // namespace keyreel::gui_test

QTEST_MAIN(keyreel::gui_test::IntakeTest)

#include "moc_intake_test.cpp"
